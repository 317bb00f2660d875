"""Files of Quarto and R Markdown that include others: ``{{< include part.qmd >}}``, and chunks of knitr with ``child``.

The text is read as it is typeset, each line with the file that holds it. Only files in the folder of the main one are included.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.source import Anchor, Source
from citecheck.read.files import moved, read_bytes, read_source
from citecheck.read.inclusion import Inclusion

__all__ = ["read_including"]

ENDINGS = frozenset((".qmd", ".rmd"))
INCLUDE = re.compile(r"[ \t]*\{\{<[ \t]+include[ \t]+[\"']?(?P<file>[^\s\"'<>{}]{1,400})[\"']?[ \t]+>\}\}[ \t]*")
CHILD = re.compile(
    r"[ \t]*`{3,}[ \t]*\{\w[^{}\n]{0,300}?\bchild[ \t]*=[ \t]*(?P<files>c\([^()\n]{1,2000}\)|[\"'][^\"'\n]{1,400}[\"'])"
)
CHILD_LINE = re.compile(r"[ \t]*#\|[ \t]*child:[ \t]*(?P<files>[^\n]{1,2000})")
NAME = re.compile(r"[\"']?([^\s\"',\[\]()]{1,400}\.[A-Za-z]{2,4})[\"']?")
FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
NEEDLES = (b"{{<", b"child")


class _Line(Struct, frozen=True):
    """A line with the file that holds it, or the key of what could not be read there."""

    text: str
    file: str
    number: int
    lost: str = ""


def read_including(path: str, raw: bytes | None, contents: Mapping[str, bytes]) -> Source:
    """The text of a file with those that it includes. Raises InputError where the file itself cannot be read."""
    if PurePath(path).suffix.lower() not in ENDINGS:
        return read_source(path, raw)
    held = read_bytes(path) if raw is None else raw
    if not any(needle in held for needle in NEEDLES):
        return read_source(path, held)
    lines = tuple(_lines(path, Inclusion(path, held, contents), ()))
    if all(line.file == path and not line.lost for line in lines):
        return read_source(path, held)
    source = read_source(path, "".join(f"{line.text}\n" for line in lines).encode("utf-8", "replace"))
    anchors: list[Anchor] = []
    lost: list[tuple[int, str]] = []
    at = 0
    for line in lines:
        offset = moved(at, source.composed)
        anchors.append(
            Anchor(offset, "text", 1, file="" if line.file == path else line.file, line=line.number, column=1)
        )
        if line.lost:
            lost.append((offset, line.lost))
        at += len(line.text) + 1
    return replace(source, sha256=hashlib.sha256(held).hexdigest(), anchors=tuple(anchors), lost=tuple(lost))


def _lines(path: str, files: Inclusion, reading: tuple[str, ...]) -> Iterator[_Line]:
    """The lines of a file, those of an included one in place of the line or the chunk that includes it."""
    fence = ""
    child = False
    whole = files.text(path)
    files.take(len(whole))
    for number, text in enumerate(whole.split("\n"), 1):
        begun = FENCE.match(text)
        if fence:
            ends = begun is not None and begun[1][0] == fence[0] and len(begun[1]) >= len(fence)
            named = CHILD_LINE.match(text) if not child else None
            if named is not None:
                child = True
                yield from _included(path, number, _names(named["files"]), files, reading)
            elif not child:
                yield _Line(text, path, number)
            fence = "" if ends else fence
            child = child and not ends
            continue
        chunk = CHILD.match(text)
        include = INCLUDE.fullmatch(text)
        if begun is not None:
            fence, child = begun[1], chunk is not None
        if chunk is not None:
            yield from _included(path, number, _names(chunk["files"]), files, reading)
        elif include is not None:
            yield from _included(path, number, (include["file"],), files, reading)
        else:
            yield _Line(text, path, number)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(NAME.findall(listed))


def _included(
    path: str, number: int, names: tuple[str, ...], files: Inclusion, reading: tuple[str, ...]
) -> Iterator[_Line]:
    """The lines of included files; where one is not read, an empty line that says so."""
    for name in names:
        found = files.find(name, ("",), (*reading, path), beside=path)
        if found.remark:
            yield _Line("", path, number, found.remark)
        else:
            yield from _lines(found.path, files, (*reading, path))
