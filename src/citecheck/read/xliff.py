"""Reading XLIFF 2 as a translation tool saved it: the units with their states, and the notes that a person wrote to them.

The file may be anybody's. A document type declaration is refused, and with it all entities but XML's own five.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from msgspec import Struct

from citecheck.errors import InputError
from citecheck.read.files import read_bytes

__all__ = ["Unit", "Xliff", "read_xliff"]

NAMESPACE = "urn:oasis:names:tc:xliff:document:"
STATES = ("initial", "translated", "reviewed", "final")
"""From the least to the most that a segment can be done."""
DEEPEST = 200
"""So deep may elements lie in each other."""


class Unit(Struct, frozen=True):
    """A unit: its ``id``, the state of that of its segments which is done least, and its notes without those that this
    program wrote."""

    id: str
    state: str
    notes: tuple[str, ...]


class Xliff(Struct, frozen=True):
    """What is read of a file: the languages, and the units."""

    langs: tuple[str, str]
    units: tuple[Unit, ...]


def read_xliff(path: str) -> Xliff:
    """The units of a file. Raises InputError, with the line, where it is none that can be read."""
    return _Reader(path).read(read_bytes(path, "states of units stand in a file"))


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.open: list[str] = []
        self.langs = ("", "")
        self.units: list[Unit] = []
        self.id = ""
        self.states: list[str] = []
        self.notes: list[str] = []
        self.note: list[str] | None = None

    def read(self, raw: bytes) -> Xliff:
        try:
            self.parser.Parse(raw, True)
        except expat.ExpatError as error:
            raise self._error(f"is no XML ({expat.ErrorString(error.code)})") from error
        except (LookupError, ValueError) as error:
            raise self._error(f"cannot be decoded ({error}); save it as UTF-8") from error
        return Xliff(self.langs, tuple(self.units))

    def _error(self, problem: str) -> InputError:
        return InputError(f"{self.path}:{max(self.parser.CurrentLineNumber, 1)}: {problem}")

    def _doctype(self, *_: object) -> None:
        raise self._error("has a document type declaration, which XLIFF needs none of: take it out")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, tag = name.rpartition("}")
        if not self.open:
            self._root(namespace, tag, attributes)
        if len(self.open) >= DEEPEST:
            raise self._error(f"elements lie more than {DEEPEST} deep in each other")
        known = tag if namespace.startswith(NAMESPACE) else ""
        self.open.append(known)
        if known == "unit":
            self.id, self.states, self.notes = attributes.get("id", ""), [], []
        elif known == "segment" and "unit" in self.open:
            state = attributes.get("state", STATES[0])
            if state not in STATES:
                raise self._error(f"unknown state {state!r}: use one of {', '.join(STATES)}")
            self.states.append(state)
        elif known == "note" and self.open[-3:-1] == ["unit", "notes"] and not _is_own(attributes):
            self.note = []

    def _root(self, namespace: str, tag: str, attributes: Mapping[str, str]) -> None:
        if tag != "xliff":
            raise self._error("is no XLIFF: write one with --format xliff")
        if not namespace.startswith(f"{NAMESPACE}2"):
            raise self._error("is XLIFF 1: save it as XLIFF 2")
        self.langs = attributes.get("srcLang", ""), attributes.get("trgLang", "")

    def _end(self, _name: str) -> None:
        known = self.open.pop()
        if known == "note" and self.note is not None:
            text = " ".join("".join(self.note).split())
            self.notes += [text] if text else []
            self.note = None
        elif known == "unit":
            state = min(self.states, key=STATES.index, default=STATES[0])
            self.units.append(Unit(self.id, state, tuple(self.notes)))

    def _text(self, text: str) -> None:
        if self.note is not None:
            self.note.append(text)


def _is_own(attributes: Mapping[str, str]) -> bool:
    """Whether this program wrote a note."""
    return attributes.get("category", "").startswith("citecheck:")
