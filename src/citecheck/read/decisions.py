"""Reading ``citecheck.decisions.toml``: one line for each decision, as ``citecheck reconcile`` writes it, or one block.

A line is ``accept.KEY = { … }`` or ``pair.KEY = { … }``. Each is read for itself, so that it may stand anywhere and its key
does not matter: a merge may leave two of one key, or lines below a block. A block is a ``[[decision]]``, as older files and
the audit's page have them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from citecheck.errors import ConfigError, InputError, MissingFileError
from citecheck.model.decision import Decision, DecisionKind
from citecheck.model.source import Source, Span
from citecheck.read.files import read_bytes
from citecheck.read.toml import TomlError, lines_of, parse_toml

__all__ = ["FILE", "read_decisions"]

KEYS = ("kind", "about", "notes", "codes", "reason", "author", "date")
_LINE = re.compile(r"\s*((accept|pair)\s*\.\s*[\"']?[\w-]+[\"']?)\s*=")
_BLOCK = re.compile(r"\s*\[\[\s*[\"']?decision[\"']?\s*\]\]")

FILE = "citecheck.decisions.toml"
"""The name of the file with what was decided about differences between two versions."""


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, in its order, each once; none where there is no such file.

    Raises ConfigError, with the line, where the file is damaged.
    """
    try:
        raw = read_bytes(str(path), "decisions stand in a file")
    except MissingFileError:
        return ()
    except InputError as error:
        raise ConfigError(str(error)) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise ConfigError(f"{path}:{line}: is not UTF-8; save the file as UTF-8") from error
    return _File(path, text).decisions()


class _File:
    """One file of decisions; everything that is wrong with it is said with its path and the line."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = lines_of(text)
        self.text = text
        self.source: Source | None = None

    def decisions(self) -> tuple[Decision, ...]:
        """The decisions, without those that stand twice, as they do where two people's files were put together."""
        values = self._values()
        for key in values:
            if key in ("accept", "pair"):
                raise self._error(self._line_of(key, 0), f"each decision must be one line: {key}.KEY = {{ … }}")
            if key != "decision":
                raise self._error(self._line_of(key, 0), f"unknown key {key!r}: only decisions stand here")
        blocks = values.get("decision", [])
        if not isinstance(blocks, list):
            raise self._error(self._line_of("decision", 0), "'decision' must be written [[decision]], once for each")
        starts = [at for at, line in enumerate(self.lines) if _BLOCK.match(line)]
        made = [(starts[at] if at < len(starts) else 0, block) for at, block in enumerate(blocks)]
        made += (
            (at, self._in_line(at, match[2])) for at, line in enumerate(self.lines) if (match := _LINE.match(line))
        )
        found: dict[tuple[object, ...], Decision] = {}
        for start, block in sorted(made, key=lambda one: one[0]):
            decision = self._decision(block, start)
            found.setdefault((decision.kind, decision.notes, decision.codes), decision)
        return tuple(found.values())

    def _values(self) -> Mapping[str, Any]:
        """What stands in the file beside the lines of decisions."""
        for at, line in enumerate(self.lines):
            if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
                raise self._error(
                    at, "a merge left its marks: keep the decisions of both sides and delete the lines with the marks"
                )
        return self._toml("\n".join("" if _LINE.match(line) else line for line in self.lines), 0)

    def _in_line(self, at: int, kind: str) -> object:
        """The decision of a line, as a block would have it."""
        [value] = self._toml(self.lines[at], at)[kind].values()
        return {**value, "kind": kind} if isinstance(value, dict) else value

    def _toml(self, text: str, first: int) -> Mapping[str, Any]:
        """The values of a text that begins at the line with the index ``first``."""
        try:
            return parse_toml(text)
        except TomlError as error:
            raise self._error(first + error.line - 1, error.problem) from error

    def _decision(self, block: object, start: int) -> Decision:
        if not isinstance(block, dict):
            raise self._error(start, "a decision must be written { … }, with its notes")
        for key in block:
            if key not in KEYS:
                near = difflib.get_close_matches(key, KEYS, n=1, cutoff=0.6)
                hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(KEYS)}"
                raise self._error(self._line_of(key, start), f"unknown key {key!r}: {hint}")
        kinds = [kind.value for kind in DecisionKind]
        kind = block.get("kind")
        if kind not in kinds:
            raise self._error(self._line_of("kind", start), f"'kind' must be one of {', '.join(kinds)}")
        codes = block.get("codes", [])
        if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
            raise self._error(self._line_of("codes", start), "'codes' must be a list of rules' codes")
        return Decision(
            kind=DecisionKind(kind),
            notes=self._notes(block.get("notes"), start),
            codes=tuple(codes),
            about=self._string(block, "about", start),
            reason=self._string(block, "reason", start),
            author=self._string(block, "author", start),
            day=self._day(block.get("date"), start),
            place=f"{self.path}:{start + 1}",
            span=self._span(start),
        )

    def _span(self, start: int) -> Span:
        """The line that a block begins with, or the key of a decision of one line."""
        if self.source is None:
            self.source = Source(str(self.path), "\n".join(self.lines))
        at = self.source.line_starts[start]
        line = self.lines[start]
        if own := _LINE.match(line):
            return Span(self.source, at + own.start(1), at + own.end(1))
        return Span(self.source, at + len(line) - len(line.lstrip()), at + len(line.rstrip()))

    def _notes(self, value: object, start: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
        line = self._line_of("notes", start)
        shape = '\'notes\' must hold a list of keys for each language, such as { fr = ["…"], en = ["…"] }'
        if not isinstance(value, dict) or not value:
            raise self._error(line, shape)
        for keys in value.values():
            if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
                raise self._error(line, shape)
        if not any(value.values()):
            raise self._error(line, "'notes' names no note")
        return tuple((lang, tuple(keys)) for lang, keys in value.items())

    def _string(self, block: Mapping[str, Any], key: str, start: int) -> str:
        value = block.get(key, "")
        if not isinstance(value, str):
            raise self._error(self._line_of(key, start), f"{key!r} must be a text in quotation marks")
        return value

    def _day(self, value: object, start: int) -> str:
        if value is None:
            return ""
        if isinstance(value, str):
            try:
                value = date.fromisoformat(value)
            except ValueError:
                value = None
        if not isinstance(value, date):
            raise self._error(self._line_of("date", start), "'date' must be a day, such as 2026-11-24")
        return value.isoformat()[:10]

    def _line_of(self, key: str, start: int) -> int:
        """The index of the line that gives a key, from ``start`` to the next block; ``start`` where none does."""
        if start < len(self.lines) and _LINE.match(self.lines[start]):
            return start
        for at in range(start, len(self.lines)):
            if at > start and _BLOCK.match(self.lines[at]):
                break
            if re.match(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[\].=]", self.lines[at]):
                return at
        return start

    def _error(self, at: int, problem: str) -> ConfigError:
        """A ConfigError that names the file and the line with the index ``at``."""
        return ConfigError(f"{self.path}:{at + 1}: {problem}")
