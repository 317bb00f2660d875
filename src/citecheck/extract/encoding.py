"""Documents as plain JSON values, in the shape that `citecheck.wire` tells: what the data files hold.

The running text is not kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import sub
from typing import Any

from msgspec import NODEFAULT, Struct, field
from msgspec.structs import replace

from citecheck.model.document import Document, Paragraph, Unreadable
from citecheck.model.source import Anchor, Source, Span
from citecheck.wire import PRINTED, RARE, kept_fields, kinds

__all__ = ["encode"]

QUOTABLE = 80
"""Characters of an unreadable passage up to which its text is kept; a longer one may be a sentence of the report."""

_ABSENT: Any = object()


def encode(documents: Sequence[Document]) -> dict[str, Any]:
    """The documents as JSON values: ``{"sources": […], "versions": {"fr": {…}, "en": {…}}}``.

    Every language may occur once. All lists are in the order of the document.
    """
    sources = list({id(source): source for one in documents for source in one.sources}.values())
    files = {id(source): index for index, source in enumerate(sources)}
    versions = {one.lang: _version(one, files) for one in documents}
    if len(versions) != len(documents):
        raise ValueError("two documents in one language")
    return {"sources": [_file(source) for source in sources], "versions": versions}


def _file(source: Source) -> dict[str, Any]:
    """Everything of a source but its text."""
    described: dict[str, Any] = {"path": source.path, "sha256": source.sha256, "encoding": source.encoding}
    if source.composed:
        lost = [0, *(lost for _, lost in source.composed)]
        described["joined"] = [
            "{}:{}".format(*source.place(offset)) + (f"{more:+d}" if more != 1 else "")
            for (offset, _), more in zip(source.composed, map(sub, lost[1:], lost), strict=False)
        ]
    if source.anchors:
        described["places"] = list((_lined_stretches if source.is_lined else _stretches)(source))
    if source.known:
        described["known"] = [list(one) for one in source.known]
    return described


def _stretches(source: Source) -> Iterator[dict[str, Any]]:
    """Where the lines of a document's text at which a paragraph begins stand in the document."""
    reached = 0
    for anchor in source.anchors:
        line = source.place(anchor.offset)[0]
        if line > reached:
            yield _stretch(line, anchor)
        reached = line


def _lined_stretches(source: Source) -> Iterator[dict[str, Any]]:
    """Where the text of a document that is written in lines stands in its files: from each place on at which it does not
    just go on."""
    before: Anchor | None = None
    for anchor, following in zip(source.anchors, (*source.anchors[1:], None), strict=True):
        if following is not None and following.offset == anchor.offset:
            continue
        if before is None or not _goes_on(before, anchor):
            line, column = source.place(anchor.offset)
            place = {"column": column, "at": f"{anchor.line}:{anchor.column}"}
            yield _stretch(line, anchor) | place | ({"file": anchor.file} if anchor.file else {})
            before = anchor


def _goes_on(before: Anchor, anchor: Anchor) -> bool:
    """Whether an anchor says no more than the one before it says of the same place."""
    return (
        replace(before, offset=anchor.offset, at=anchor.at, column=before.column + anchor.offset - before.offset)
        == anchor
    )


def _stretch(line: int, anchor: Anchor) -> dict[str, Any]:
    """Where the text from a line on stands."""
    named = {"note": anchor.note, "section": anchor.section, "page": anchor.page, "label": anchor.label}
    held = {key: value for key, value in named.items() if value}
    return {"line": line, "part": anchor.part, "paragraph": anchor.paragraph, **held}


class _Encoder(Struct):
    """Encodes the parts of one item; ``outside`` collects the spans that do not lie inside it."""

    files: Mapping[int, int]
    own: Span | None
    outside: list[dict[str, Any]] = field(default_factory=list)

    def plain(self, value: Any) -> Any:
        """One field's value as JSON."""
        if value is None or isinstance(value, bool | int):
            return value
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, str):
            return value
        if isinstance(value, Decimal):
            return str(value)
        if isinstance(value, tuple):
            return [self.plain(one) for one in value]
        if isinstance(value, Span):
            return self.inner(value)
        return self.parts(value)

    def inner(self, span: Span) -> Any:
        """A span inside the item, or the ordinal of one outside it."""
        own = self.own
        if own is not None and own.holds(span):
            return [span.start - own.start, span.end - own.start]
        self.outside.append(_place(span, self.files))
        return len(self.outside) - 1

    def parts(self, value: Any, item: bool = False) -> dict[str, Any]:
        """The fields of a struct that differ from their default."""
        found: dict[str, Any] = {}
        cls: Any = type(value)
        for name, default in _defaults(cls):
            one = getattr(value, name)
            if (item and name == "span") or one == default or (one is None and default is _ABSENT):
                continue
            found[PRINTED.get(name, name) if item else name] = self.plain(one)
        return found


@cache
def _defaults(cls: Any) -> tuple[tuple[str, Any], ...]:
    """Every field of ``cls`` with its default, if it has one."""
    return tuple((one.name, _ABSENT if one.default is NODEFAULT else one.default) for one in kept_fields(cls))


def _version(document: Document, files: Mapping[int, int]) -> dict[str, Any]:
    found: dict[str, Any] = {"files": [files[id(source)] for source in document.sources]}
    if document.bibliography_heading is not None:
        found["bibliography_heading"] = _place(document.bibliography_heading, files)
    for name in kinds():
        values = getattr(document, name)
        if values or name not in RARE:
            found[name] = [_item(value, files) for value in values]
    return found


def _item(value: Any, files: Mapping[int, int]) -> dict[str, Any]:
    if isinstance(value, Paragraph):
        return _paragraph(value, files)
    own: Span | None = getattr(value, "span", None)
    if own is None:
        return _Encoder(files, None).parts(value)
    encoder = _Encoder(files, own)
    found = _place(own, files)
    if isinstance(value, Unreadable) and own.end - own.start > QUOTABLE:
        del found["text"]
        found["to"] = "{}:{}".format(*own.source.place(own.end))
    found |= encoder.parts(value, item=True)
    if encoder.outside:
        found["outside"] = encoder.outside
    return found


def _paragraph(value: Paragraph, files: Mapping[int, int]) -> dict[str, Any]:
    pieces = []
    for piece in value.pieces:
        line, column = piece.source.place(piece.start)
        end_line, end_column = piece.source.place(piece.end)
        file = files[id(piece.source)]
        pieces.append(f"{line}:{column}-{end_line}:{end_column}" + (f"@{file}" if file else ""))
    return {"pieces": pieces, "section": value.section, "index": value.index, "kind": value.kind.value}


def _place(span: Span, files: Mapping[int, int]) -> dict[str, Any]:
    line, column = span.source.place(span.start)
    found: dict[str, Any] = {"at": f"{line}:{column}", "text": span.text}
    if file := files[id(span.source)]:
        found["file"] = file
    return found
