"""Where the data files keep what they hold: for whoever has them and not the report that they were extracted from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from citecheck.model.source import Kept
from citecheck.read.named import names_a_file

__all__ = ["kept_places"]

LIST = re.compile(r'\s*"([a-z_]+)": \[$')
"""The line with which a list of ``footnotes.json`` begins; its items follow, one on a line."""
LISTS = ("headings", "paragraphs", "notes", "unreadable")
"""The lists whose items one would look for; the others hold what stands within these."""
PLACE = re.compile(r"(\d{1,7}):(\d{1,7})(?:-[\d:]*)?(?:@(\d{1,7}))?")
FIELD = re.compile(r'\s*"([a-z]+)": (".*"),?$')
"""A line of ``bibliography.json`` with a text: ``id`` begins an item, ``at`` and ``file`` are its entry's place."""

Spot = tuple[int, Kept]
"""The number of a source, and a place in it."""


def kept_places(
    sources: object, footnotes: tuple[Path, str], bibliography: tuple[Path, str]
) -> Mapping[int, tuple[Kept, ...]]:
    """The places of those of the ``sources`` (of ``footnotes.json``) that are not there, by their numbers, in order.

    Each data file is given with its text. Where that is laid out otherwise than ``citecheck extract`` does, there are
    none.
    """
    paths = [
        one.get("path") if isinstance(one, dict) else None for one in (sources if isinstance(sources, list) else ())
    ]
    missing = {at for at, path in enumerate(paths) if isinstance(path, str) and not names_a_file(path)}
    if not missing:
        return {}
    found: dict[int, set[Kept]] = {}
    for number, kept in (*_of_footnotes(*footnotes), *_of_bibliography(*bibliography, paths)):
        if number in missing:
            found.setdefault(number, set()).add(kept)
    return {number: tuple(sorted(places)) for number, places in found.items()}


def _of_footnotes(path: Path, text: str) -> Iterator[Spot]:
    """The items of the lists, with their lines."""
    within = ""
    for at, line in enumerate(text.split("\n"), 1):
        if begins := LIST.fullmatch(line):
            within = begins[1]
        elif within in LISTS and line.lstrip().startswith("{"):
            for number, written in _places(_item(line)):
                yield number, Kept(*written, path.as_posix(), at)


def _item(line: str) -> Mapping[str, Any]:
    """The item on a line; empty where there is no whole one."""
    try:
        item = json.loads(line.strip().rstrip(","))
    except ValueError:
        return {}
    return item if isinstance(item, dict) else {}


def _places(item: Mapping[str, Any]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Where an item begins in the report, or each of its pieces: the number of the source, line and column."""
    pieces = item.get("pieces", [item.get("at")])
    for piece in pieces if isinstance(pieces, list) else ():
        match = PLACE.fullmatch(piece) if isinstance(piece, str) else None
        if match is not None:
            file = item.get("file", 0) if match[3] is None else int(match[3])
            yield (file if isinstance(file, int) else 0), (int(match[1]), int(match[2]))


def _of_bibliography(path: Path, text: str, sources: Sequence[object]) -> Iterator[Spot]:
    """The entries, with the lines on which their items begin."""
    numbers = {source: at for at, source in enumerate(sources)}
    begins, place = 0, None
    for at, line in enumerate(text.split("\n"), 1):
        match = FIELD.fullmatch(line)
        if match is None:
            continue
        if match[1] == "id":
            begins, place = at, None
        elif match[1] == "at":
            place = PLACE.fullmatch(match[2].strip('"'))
        elif match[1] == "file" and place is not None:
            number = numbers.get(_text(match[2]))
            if number is not None:
                yield number, Kept(int(place[1]), int(place[2]), path.as_posix(), begins)


def _text(written: str) -> str | None:
    try:
        text = json.loads(written)
    except ValueError:
        return None
    return text if isinstance(text, str) else None
