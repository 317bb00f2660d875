"""Forms: the ways in which people call a note, cite a source and write a reference. A form is one file, found by looking.

A form is a module in one of the packages here (its *kind*). Its docstring says what it is, who writes so and which manual
rules it; ``EXAMPLES`` shows what it reads and what it does not, and runs as tests; ``read`` reads it; ``BEFORE`` names the
forms of its kind that are tried only after it. Nothing lists the forms: catalogue, manual and tests are derived.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from msgspec import Struct

__all__ = ["Example", "Form", "load_forms"]


class Example(Struct, frozen=True):
    """What a form makes of a text: the fields of the reading that matter, as strings, or None where it is not of the form."""

    text: str
    reading: Mapping[str, str] | None


class Form(Struct, frozen=True, eq=False):
    """One way to write something. ``read`` takes what its kind says; ``doc`` is the page of the catalogue."""

    name: str
    kind: str
    doc: str
    examples: tuple[Example, ...]
    read: Callable[..., Any]
    module: ModuleType

    @property
    def title(self) -> str:
        """What the form is, in one line."""
        return self.doc.partition("\n")[0].strip()


@cache
def load_forms(kind: str) -> tuple[Form, ...]:
    """The forms of a kind (``citing``), in the order in which they are tried.

    Raises TypeError where a module is incomplete, ValueError where a form is to stand before one that there is not, and
    graphlib.CycleError where the forms want to stand before each other.
    """
    package = import_module(f"{__name__}.{kind}")
    found = {info.name: _form(kind, info.name) for info in iter_modules(package.__path__)}
    waiting: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(found, ()))
    for name, form in found.items():
        for later in getattr(form.module, "BEFORE", ()):
            if later not in found:
                raise ValueError(f"{form.module.__name__}: BEFORE names {later!r}, and there is no such form")
            waiting.add(later, name)
    waiting.prepare()
    order: list[str] = []
    while waiting.is_active():
        # By name where the forms leave it open, so that the order is always the same.
        ready = sorted(waiting.get_ready())
        order += ready
        waiting.done(*ready)
    return tuple(found[name] for name in order)


def _form(kind: str, name: str) -> Form:
    """The form that a module defines."""
    module = import_module(f"{__name__}.{kind}.{name}")
    doc, examples, read = (
        (module.__doc__ or "").strip(),
        getattr(module, "EXAMPLES", None),
        getattr(module, "read", None),
    )
    if not doc:
        raise TypeError(f"{module.__name__}: the docstring, which is the form's page in the catalogue, is missing")
    if not isinstance(examples, tuple) or not all(isinstance(example, Example) for example in examples):
        raise TypeError(f"{module.__name__}: EXAMPLES must be a tuple of citecheck.parse.forms.Example")
    if not callable(read):
        raise TypeError(f"{module.__name__}: read is missing")
    return Form(name, kind, doc, examples, read, module)
