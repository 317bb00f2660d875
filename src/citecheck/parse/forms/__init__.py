"""Forms: the ways in which people call a note, cite a source and write a reference. A form is one file, found by looking.

A form is a module in one of the packages here (its *kind*). Its docstring says what it is, who writes so and which manual
rules it; ``EXAMPLES`` shows what it reads and what it does not, and runs as tests; the functions that its kind names in
``READERS`` read it; ``BEFORE`` names the forms of its kind that are tried only after it. Nothing lists the forms:
catalogue, manual and tests are derived.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from msgspec import Struct

__all__ = ["Example", "Form", "form_kinds", "load_catalogue", "load_forms"]


class Example(Struct, frozen=True):
    """What a form makes of a text: the fields of the reading that matter, as strings, or None where it is not of the form."""

    text: str
    reading: Mapping[str, str] | None


class Form(Struct, frozen=True, eq=False):
    """One way to write something; ``doc`` is its page in the catalogue, ``module`` holds what reads it."""

    name: str
    kind: str
    doc: str
    examples: tuple[Example, ...]
    module: ModuleType

    @property
    def title(self) -> str:
        """What the form is, in one line."""
        return self.doc.partition("\n")[0].strip()


def form_kinds() -> tuple[str, ...]:
    """The kinds of forms, by name."""
    return tuple(sorted(info.name for info in iter_modules(__path__) if info.ispkg))


@cache
def load_forms(kind: str) -> tuple[Form, ...]:
    """The forms of a kind (``citing``), in the order in which they are tried.

    Raises TypeError where a module is incomplete, and ValueError where a form is to stand before one that there is not, or
    forms before each other in a circle.
    """
    package = import_module(f"{__name__}.{kind}")
    forms = {info.name: _form(package, kind, info.name) for info in iter_modules(package.__path__)}
    return tuple(forms[name] for name in _order(forms))


def load_catalogue() -> dict[str, tuple[str, tuple[Form, ...]]]:
    """By kind what it is, in a sentence, and its forms. Raises as `load_forms` does."""
    return {
        kind: ((import_module(f"{__name__}.{kind}").__doc__ or "").strip().partition("\n\n")[0], load_forms(kind))
        for kind in form_kinds()
    }


def _order(forms: Mapping[str, Form]) -> list[str]:
    """The names of forms, each behind those that want to be tried before it."""
    waiting: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(forms, ()))
    for name, form in forms.items():
        for later in getattr(form.module, "BEFORE", ()):
            if later not in forms:
                raise ValueError(f"{form.module.__name__}: BEFORE names {later!r}, and there is no such form")
            waiting.add(later, name)
    try:
        waiting.prepare()
    except CycleError as error:
        circle = " before ".join(error.args[1])
        raise ValueError(f"{__name__}: BEFORE goes in a circle: {circle}") from None
    order: list[str] = []
    while waiting.is_active():
        # By name where the forms leave it open, so that the order is always the same.
        ready = sorted(waiting.get_ready())
        order += ready
        waiting.done(*ready)
    return order


def _form(package: ModuleType, kind: str, name: str) -> Form:
    """The form that a module defines."""
    module = import_module(f"{package.__name__}.{name}")
    doc, examples = (module.__doc__ or "").strip(), getattr(module, "EXAMPLES", None)
    if not doc:
        raise TypeError(f"{module.__name__}: the docstring, which is the form's page in the catalogue, is missing")
    if not isinstance(examples, tuple) or not all(isinstance(example, Example) for example in examples):
        raise TypeError(f"{module.__name__}: EXAMPLES must be a tuple of citecheck.parse.forms.Example")
    readers = package.READERS
    if not any(callable(getattr(module, reader, None)) for reader in readers):
        raise TypeError(f"{module.__name__}: {' or '.join(readers)} is missing")
    return Form(name, kind, doc, examples, module)
