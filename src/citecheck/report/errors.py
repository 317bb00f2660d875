"""What can stop a run, in the language of the interface.

Errors are raised far from any reader, with a text in English; some are worded by libraries that know no other language. A
language of the interface has such texts as templates, by which they are recognised here, at the door: nothing that raises
one has to know of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from string import Formatter

from msgspec import Struct

from citecheck.report.voices import voice

__all__ = ["NESTED", "error_text", "recognised"]

NESTED = frozenset(("problem", "why", "hint", "kind"))
"""The fields of a template whose values are such texts themselves."""

LEVELS = 4
"""A problem, what it is about, why and what to do: texts in texts lie no deeper."""

_PLACE = re.compile(r"[^:]*(?::[^:]*)?:\d+(?::\d+)?: ")
"""The place in a file with which a text begins: ``citecheck.toml:3:1: ``, also where the path has a drive."""
_WORD = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_QUOTED = re.compile(rf"(?:{_WORD.pattern})(?:, (?:{_WORD.pattern}))*")
"""A word in quotation marks, or several with commas."""


class Template(Struct, frozen=True):
    """A text with fields: ``pieces`` are what stands before, between and behind the ``names``; ``told`` is its
    translation."""

    pieces: Sequence[str]
    names: Sequence[str]
    told: str

    def values(self, text: str) -> Mapping[str, str] | None:
        """The values of the fields, each as short as can be, but for the last; None where the text is another. In time that
        grows with the text alone."""
        head, tail = self.pieces[0], self.pieces[-1]
        if not self.names or not text.startswith(head) or not text.endswith(tail):
            return {} if text == head and not self.names else None
        values: dict[str, str] = {}
        at, limit = len(head), len(text) - len(tail)
        for number, (name, piece) in enumerate(zip(self.names, self.pieces[1:], strict=True), 1):
            end = limit if number == len(self.names) else text.find(piece, at, limit)
            if end <= at or values.setdefault(name, text[at:end]) != text[at:end]:
                return None
            at = end + len(piece)
        return values


def error_text(text: str, ui: str, levels: int = LEVELS) -> str:
    """The text of an error in the language of the interface; as it is where no template of that language is like it.

    So many ``levels`` of texts in texts are told; deeper ones stay as they are. A full stop at the end is no part of a template."""
    return (recognised(text.rstrip("."), ui, levels) if levels else None) or text


def recognised(text: str, ui: str, levels: int = LEVELS) -> str | None:
    """The same; None where no template is like the text."""
    place = _PLACE.match(text)
    begun = place.group() if place is not None else ""
    told = _told(text.removeprefix(begun), ui, levels)
    return begun + told if told is not None else _told(text, ui, levels) if begun else None


def _told(text: str, ui: str, levels: int) -> str | None:
    """The text by the template that is like it; None where there is none."""
    for template in _templates(ui):
        values = template.values(text)
        if values is not None:
            return template.told.format_map(
                {name: _written(name, value, ui, levels - 1) for name, value in values.items()}
            )
    return None


def _written(name: str, value: str, ui: str, levels: int) -> str:
    """A value as it stands in the text of another language: what is quoted in the quotation marks of that."""
    if name in NESTED:
        return error_text(value, ui, levels)
    wholly = _QUOTED.fullmatch(value) is not None
    quoted = voice(ui).texts["quoted"]
    return _WORD.sub(lambda word: quoted.format(text=word[1] or word[2] or ""), value) if wholly else value


@cache
def _templates(ui: str) -> Sequence[Template]:
    """The templates of a language, those first of which the beginning says most, then those that say most."""
    made = [_template(english, told) for english, told in voice(ui).errors.items()]
    return sorted(made, key=lambda one: (len(one.pieces[0]), sum(map(len, one.pieces))), reverse=True)


def _template(english: str, told: str) -> Template:
    pieces, names = [""], []
    for piece, name, _, _ in Formatter().parse(english):
        pieces[-1] += piece  # A brace that is meant as one stands at the end of a piece.
        if name is not None:
            names.append(name)
            pieces.append("")
    return Template(pieces, names, told)
