"""The catalogue of forms, made from the forms themselves: as a page of the manual, as text and as JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from citecheck.report.json import json_text
from citecheck.report.voice import form_title

__all__ = ["Documented", "Shown", "forms_json", "forms_page", "forms_text"]

INTRODUCTION = """# Forms

A form is one way to cite a source, or to call a note and to write it. Each is one file below `src/citecheck/parse/forms/`, which
this page is made from; `citecheck show forms` prints the catalogue, and `citecheck show citations` says which form read a citation.
The forms of a kind are tried in the order given here."""
MARK_OF_LINES = " ¶ "
"""Stands for the ends of lines where an example is shown on one."""


class Shown(Protocol):
    """What a form makes of a text, or that it makes nothing of it."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def reading(self) -> Mapping[str, str] | None:
        """The fields of the reading; None where the text is not of the form."""


class Documented(Protocol):
    """What the catalogue is made from: a form, or anything like it."""

    @property
    def name(self) -> str:
        """The name of its file."""

    @property
    def title(self) -> str:
        """What it is, in one line."""

    @property
    def doc(self) -> str:
        """Its explanation, in Markdown."""

    @property
    def examples(self) -> Sequence[Shown]:
        """What it reads, and what it does not."""


def forms_page(kinds: Mapping[str, tuple[str, Sequence[Documented]]]) -> str:
    """The catalogue as a page in Markdown; ``kinds`` holds what each kind is, and its forms."""
    parts = [INTRODUCTION]
    for kind, (about, forms) in kinds.items():
        parts += [f"## {kind.capitalize()}", about]
        for form in forms:
            parts += [f"### {form.name}", form.doc]
            parts += [part for example in form.examples for part in (_block(example.text), _reading(example))]
    return "\n\n".join(parts) + "\n"


def forms_text(kinds: Mapping[str, tuple[str, Sequence[Documented]]], ui: str = "en") -> str:
    """The catalogue as text: each form with its kind, its title, and its first example below it."""
    rows = [(kind, form) for kind, (_, forms) in kinds.items() for form in forms]
    width, names = (max(map(len, column), default=0) for column in (kinds, [form.name for _, form in rows]))
    indent = " " * (width + names + 4)
    return "".join(
        f"{kind:<{width}}  {form.name:<{names}}  {form_title(form.title, ui).replace('``', '`')}\n{indent}{_line(form.examples[0])}\n"
        for kind, form in rows
    )


def forms_json(kinds: Mapping[str, tuple[str, Sequence[Documented]]]) -> str:
    """The catalogue as JSON: the schema ``citecheck/forms/1``."""
    forms = [
        {
            "kind": kind,
            "name": form.name,
            "title": form.title,
            "doc": form.doc,
            "examples": [{"text": example.text, "reading": example.reading} for example in form.examples],
        }
        for kind, (_, forms) in kinds.items()
        for form in forms
    ]
    return json_text({"schema": "citecheck/forms/1", "forms": forms})


def _line(example: Shown) -> str:
    text = re.sub(r"\n+", MARK_OF_LINES, example.text)
    return f"{text} → {_fields(example)}"


def _reading(example: Shown) -> str:
    return f"Read as: {_fields(example)}" if example.reading else "Not of this form."


def _fields(example: Shown) -> str:
    return ", ".join(f"{name} {value}" for name, value in (example.reading or {}).items())


def _block(text: str) -> str:
    """A text as a block of code."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}markdown\n{text}\n{fence}"
