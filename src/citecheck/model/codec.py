"""Documents as plain JSON values and back: what the data files hold.

`encode` turns documents into dicts, lists, strings, numbers and booleans, `decode` rebuilds them. The running text is
not kept: the sources that `decode` builds are *sparse*. They hold every extracted fact at its original line and column
and blanks elsewhere, so that every span has the text and the position that it had in the file.

- An item (note, entry, marker, name, amount …) has its place as ``"at": "LINE:COLUMN"`` and its exact ``text``; the
  spans inside it are ``[start, end]``, counted in code points from its start. A span that does not lie inside its item
  is the ordinal of a place in the item's ``outside``.
- ``"file"`` says which of the ``sources`` an item is from, where that is not the first.
- A paragraph has no text, only places: ``"LINE:COLUMN-LINE:COLUMN"``. So has a long unreadable passage
  (``"at"`` and ``"to"``), which may be prose.
- Fields equal to their default are left out, decimals are strings.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct, field
from msgspec.structs import fields

from citecheck.model.document import Document, Paragraph, Unreadable
from citecheck.model.source import Source, Span

QUOTABLE = 80
"""Characters of an unreadable passage up to which its text is kept; a longer one may be a sentence of the report."""
ROOM = 200_000_000
"""Code points that the rebuilt sources may have together: positions beyond are damage, not a document."""

T = TypeVar("T")
R = TypeVar("R")
_ABSENT: Any = object()
_RARE = ("waivers",)
"""Lists that are left out where they are empty."""
_UNKEPT = ("read_by",)
"""Fields that tell how something was read, which is no fact of the document."""
_KEYS = {"text": "printed"}
"""Fields of an item whose name is taken by the item's own keys."""


class Malformed(ValueError):
    """The data cannot be what `encode` made; the text says where and why, in one line."""


def encode(documents: Sequence[Document]) -> dict[str, Any]:
    """The documents as JSON values: ``{"sources": […], "versions": {"fr": {…}, "en": {…}}}``.

    Every language may occur once. All lists are in the order of the document.
    """
    sources = list({id(source): source for one in documents for source in one.sources}.values())
    files = {id(source): index for index, source in enumerate(sources)}
    versions = {one.lang: _version(one, files) for one in documents}
    if len(versions) != len(documents):
        raise ValueError("two documents in one language")
    described = [{"path": one.path, "sha256": one.sha256, "encoding": one.encoding} for one in sources]
    return {"sources": described, "versions": versions}


def decode(data: Mapping[str, Any]) -> tuple[Document, ...]:
    """The documents that `encode` was given, with sparse sources. Keys that it does not know are ignored.

    Raises Malformed where the data is not what `encode` makes.
    """
    described = _list(data.get("sources"), "sources")
    versions = data.get("versions")
    if not isinstance(versions, dict):
        raise Malformed("versions: an object is expected")
    canvas = _Canvas(len(described))
    laid_out = {lang: _lay_out(version, canvas, lang) for lang, version in versions.items()}
    texts = canvas.texts()
    sources = [_source(one, text, index) for index, (one, text) in enumerate(zip(described, texts, strict=True))]
    return tuple(_document(lang, versions[lang], sources, places) for lang, places in laid_out.items())


# --- encoding -------------------------------------------------------------------------------------------------------


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
            found[_KEYS.get(name, name) if item else name] = self.plain(one)
        return found


@cache
def _defaults(cls: Any) -> tuple[tuple[str, Any], ...]:
    """Every field of ``cls`` with its default, if it has one."""
    kept = (one for one in fields(cls) if one.name not in _UNKEPT)
    return tuple((one.name, _ABSENT if one.default is NODEFAULT else one.default) for one in kept)


def _version(document: Document, files: Mapping[int, int]) -> dict[str, Any]:
    found: dict[str, Any] = {"files": [files[id(source)] for source in document.sources]}
    if document.bibliography_heading is not None:
        found["bibliography_heading"] = _place(document.bibliography_heading, files)
    for name in _kinds():
        values = getattr(document, name)
        if values or name not in _RARE:
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


# --- decoding: where everything stands ------------------------------------------------------------------------------


class _Spot(Struct):
    """Where a fragment begins, and its text; where the text was not kept, where it ends."""

    file: int
    line: int
    column: int
    text: str | None
    end: tuple[int, int] | None = None


class _Places(Struct):
    """All spots of one version, by kind and in the order of the items."""

    heading: _Spot | None
    items: dict[str, list[list[_Spot]]]


class _Canvas:
    """The lines of the sources, filled with all that is known of them."""

    def __init__(self, count: int) -> None:
        self._rows: list[dict[int, list[tuple[int, str]]]] = [{} for _ in range(count)]

    def add(self, spot: _Spot) -> None:
        """Puts a fragment where it stands; an end without text only makes room."""
        if not 0 <= spot.file < len(self._rows):
            raise Malformed(f"file: there is no source {spot.file}")
        rows = self._rows[spot.file]
        if spot.text is None or "\n" not in spot.text:
            rows.setdefault(spot.line, []).append((spot.column - 1, spot.text or ""))
        else:
            column = spot.column - 1
            for line, text in enumerate(spot.text.split("\n"), spot.line):
                rows.setdefault(line, []).append((column, text))
                column = 0
        if spot.end is not None:
            rows.setdefault(spot.end[0], []).append((spot.end[1] - 1, ""))

    def texts(self) -> list[str]:
        """The text of every source, with blanks where nothing is known."""
        heights = [max(rows, default=0) for rows in self._rows]
        widths = (max(at + len(text) for at, text in row) for rows in self._rows for row in rows.values())
        if sum(widths) + sum(heights) > ROOM:
            raise Malformed("at: a line or column is too large for a document")
        return [
            "\n".join([_row(rows.get(line, ())) for line in range(1, height + 1)])
            for rows, height in zip(self._rows, heights, strict=True)
        ]


def _row(pieces: Iterable[tuple[int, str]]) -> str:
    built: list[str] = []
    width = 0
    for at, text in sorted(pieces):
        if at > width:
            built.append(" " * (at - width))
            width = at
        # A fragment may stand inside another one (a name in a bracket): only what reaches further is new.
        if (new := at + len(text) - width) > 0:
            built.append(text[-new:])
            width += new
    return "".join(built)


def _lay_out(version: Any, canvas: _Canvas, lang: str) -> _Places:
    if not isinstance(version, dict):
        raise Malformed(f"versions.{lang}: an object is expected")
    heading = None
    if (found := version.get("bibliography_heading")) is not None:
        heading = _guarded(f"{lang}.bibliography_heading", _spot, found)
        _guarded(f"{lang}.bibliography_heading", canvas.add, heading)
    items = {name: _placed(f"{lang}.{name}", version.get(name, []), cls, canvas) for name, cls in _kinds().items()}
    return _Places(heading, items)


def _placed(where: str, items: Any, cls: Any, canvas: _Canvas) -> list[list[_Spot]]:
    """The spots of all items of one kind, now on the canvas."""
    read = _pieces if cls is Paragraph else _spots if "span" in _hints(cls) else _nowhere
    found: list[list[_Spot]] = []
    try:
        for item in _list(items, "the list"):
            spots = read(item)
            for spot in spots:
                canvas.add(spot)
            found.append(spots)
    except Malformed as error:
        raise Malformed(f"{where}[{len(found)}]: {error}") from None
    return found


def _guarded(where: str, action: Callable[[T], R], value: T) -> R:
    try:
        return action(value)
    except Malformed as error:
        raise Malformed(f"{where}: {error}") from None


def _spot(item: Any) -> _Spot:
    if item.__class__ is not dict:
        raise Malformed("an object is expected")
    line, column = _position(item.get("at"))
    file = item.get("file", 0)
    if file.__class__ is not int:
        raise Malformed("file: a number is expected")
    text = item.get("text")
    if text.__class__ is str:
        return _Spot(file, line, column, text)
    if "to" not in item:
        raise Malformed("text: a string is expected")
    return _Spot(file, line, column, None, _position(item["to"]))


def _spots(item: Any) -> list[_Spot]:
    own = _spot(item)
    if "outside" not in item:
        return [own]
    return [own, *(_spot(one) for one in _list(item["outside"], "outside"))]


def _pieces(item: Any) -> list[_Spot]:
    if item.__class__ is not dict:
        raise Malformed("an object is expected")
    found = []
    for piece in _list(item.get("pieces"), "pieces"):
        if not isinstance(piece, str):
            raise Malformed("pieces: LINE:COLUMN-LINE:COLUMN is expected")
        place, _, file = piece.partition("@")
        start, _, end = place.partition("-")
        line, column = _position(start)
        found.append(_Spot(_number(file) if file else 0, line, column, None, _position(end)))
    if not found:
        raise Malformed("pieces: at least one is expected")
    return found


def _nowhere(item: Any) -> list[_Spot]:
    return []


def _position(value: Any) -> tuple[int, int]:
    if value.__class__ is not str:
        raise Malformed("at: LINE:COLUMN is expected")
    line, _, column = value.partition(":")
    place = _number(line), _number(column)
    if min(place) < 1:
        raise Malformed("at: lines and columns count from 1")
    return place


def _number(text: str) -> int:
    # isdigit alone would let "²" through
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Malformed("at: LINE:COLUMN is expected")
    return int(text)


def _list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise Malformed(f"{name}: an array is expected")
    return value


# --- decoding: the values -------------------------------------------------------------------------------------------


class _Item(Struct):
    """The item whose fields are being read: its own span, and the spans it has outside itself."""

    own: Span | None
    outside: Sequence[Span] = ()


Reader = Callable[[Any, _Item], Any]


def _document(lang: str, version: Mapping[str, Any], sources: Sequence[Source], places: _Places) -> Document:
    heading = places.heading
    return Document(
        lang=lang,
        sources=tuple(_chosen(sources, index) for index in _list(version.get("files"), f"{lang}.files")),
        bibliography_heading=None if heading is None else _span(sources, heading),
        **{
            name: _each(f"{lang}.{name}", zip(version.get(name, ()), places.items[name], strict=True), cls, sources)
            for name, cls in _kinds().items()
        },
    )


def _each(where: str, items: Iterable[tuple[Any, list[_Spot]]], cls: Any, sources: Sequence[Source]) -> Any:
    """The items of one kind."""
    read = _struct_reader(cls, True)
    found: list[Any] = []
    try:
        for item, spots in items:
            spans = [_span(sources, spot) for spot in spots]
            if cls is Paragraph:
                found.append(read(item, _Item(None, spans)))
            elif spans:
                found.append(read(item, _Item(spans[0], spans[1:])))
            else:
                found.append(read(item, _Item(None)))
    except Malformed as error:
        raise Malformed(f"{where}[{len(found)}]: {error}") from None
    return tuple(found)


def _chosen(sources: Sequence[Source], index: Any) -> Source:
    if index.__class__ is not int or not 0 <= index < len(sources):
        raise Malformed(f"files: there is no source {index}")
    return sources[index]


def _source(described: Any, text: str, index: int) -> Source:
    found = [described.get(key) for key in ("path", "sha256", "encoding")] if isinstance(described, dict) else []
    match found:
        case [str(path), str(sha256), str(encoding)]:
            return Source(path, text, sha256, encoding, sparse=True)
    raise Malformed(f"sources[{index}]: path, sha256 and encoding are expected")


def _span(sources: Sequence[Source], spot: _Spot) -> Span:
    source = sources[spot.file]
    start = source.line_starts[spot.line - 1] + spot.column - 1
    if spot.text is None:
        assert spot.end is not None
        end = source.line_starts[spot.end[0] - 1] + spot.end[1] - 1
        if end < start:
            raise Malformed("it ends before it begins")
        return Span(source, start, end)
    end = start + len(spot.text)
    if source.text[start:end] != spot.text:
        raise Malformed(f"at {spot.line}:{spot.column}, another item says that another text stands there")
    return Span(source, start, end)


@cache
def _kinds() -> Mapping[str, type[Any]]:
    """The document's tuples of items, by name, with their class."""
    hints = get_type_hints(Document)
    return {name: get_args(hint)[0] for name, hint in hints.items() if get_origin(hint) is tuple and name != "sources"}


@cache
def _hints(cls: Any) -> dict[str, Any]:
    """The types of a class's fields: working them out takes longer than reading a hundred items."""
    return get_type_hints(cls)


@cache
def _struct_reader(cls: Any, item: bool) -> Reader:
    """Reads a struct: as an item, whose spans were read before, or as a part of one."""
    hints = _hints(cls)
    rows: list[tuple[str | None, Reader, Any]] = []
    for one in fields(cls):
        default = None if _optional(hints[one.name]) and one.default is NODEFAULT else one.default
        if item and one.name == "span":
            rows.append((None, _read_own, None))
        elif item and cls is Paragraph and one.name == "pieces":
            rows.append((None, _read_outside, None))
        else:
            key = _KEYS.get(one.name, one.name) if item and "span" in hints else one.name
            rows.append((key, _reader(hints[one.name]), default))

    def read(data: Any, context: _Item) -> Any:
        if data.__class__ is not dict:
            raise Malformed("an object is expected")
        values = []
        for key, reader, default in rows:
            if key is None:
                values.append(reader(None, context))
            elif key in data:
                try:
                    values.append(reader(data[key], context))
                except Malformed as error:
                    raise Malformed(f"{key}: {error}") from None
            elif default is NODEFAULT:
                raise Malformed(f"{key} is missing")
            else:
                values.append(default)
        return cls(*values)

    return read


def _optional(hint: Any) -> bool:
    return type(None) in get_args(hint)


@cache
def _reader(hint: Any) -> Reader:
    """Reads a value of the type that ``hint`` names."""
    if hint in _SCALARS:
        return _SCALARS[hint]
    arguments = get_args(hint)
    origin = get_origin(hint)
    if origin is Union or origin is types.UnionType:
        [inner] = [_reader(one) for one in arguments if one is not type(None)]
        return lambda value, item: None if value is None else inner(value, item)
    if origin is tuple and arguments[-1] is Ellipsis:
        return _tuple_reader(_reader(arguments[0]))
    if origin is tuple:
        return _fixed_reader(tuple(_reader(one) for one in arguments))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum_reader(hint)
    if isinstance(hint, type) and issubclass(hint, Struct):
        return _struct_reader(hint, False)
    raise TypeError(f"no JSON form is known for {hint}")


def _tuple_reader(inner: Reader) -> Reader:
    def read(value: Any, item: _Item) -> Any:
        if value.__class__ is not list:
            raise Malformed("an array is expected")
        return tuple([inner(one, item) for one in value])

    return read


def _fixed_reader(inner: tuple[Reader, ...]) -> Reader:
    def read(value: Any, item: _Item) -> Any:
        if value.__class__ is not list or len(value) != len(inner):
            raise Malformed(f"an array of {len(inner)} is expected")
        return tuple([reader(one, item) for reader, one in zip(inner, value, strict=True)])

    return read


def _enum_reader(cls: type[Enum]) -> Reader:
    members = {member.value: member for member in cls}

    def read(value: Any, item: _Item) -> Any:
        if value.__class__ is not str or value not in members:
            raise Malformed(f"one of {', '.join(members)} is expected")
        return members[value]

    return read


def _read_span(value: Any, item: _Item) -> Span:
    own = item.own
    if own is not None and value.__class__ is list and len(value) == 2:
        start, end = value
        if start.__class__ is int and end.__class__ is int and 0 <= start <= end <= own.end - own.start:
            return Span(own.source, own.start + start, own.start + end)
    elif value.__class__ is int and 0 <= value < len(item.outside):
        return item.outside[value]
    raise Malformed("[start, end] inside the item is expected")


def _read_own(value: Any, item: _Item) -> Span:
    assert item.own is not None
    return item.own


def _read_outside(value: Any, item: _Item) -> tuple[Span, ...]:
    return tuple(item.outside)


def _read_decimal(value: Any, item: _Item) -> Decimal:
    try:
        return Decimal(value if value.__class__ is str else "?")
    except InvalidOperation:
        raise Malformed("a decimal number in a string is expected") from None


def _of_class(cls: type[Any], said: str) -> Reader:
    def read(value: Any, item: _Item) -> Any:
        if value.__class__ is not cls:
            raise Malformed(f"{said} is expected")
        return value

    return read


_SCALARS: Mapping[Any, Reader] = {
    Span: _read_span,
    Decimal: _read_decimal,
    str: _of_class(str, "a string"),
    int: _of_class(int, "a whole number"),
    bool: _of_class(bool, "true or false"),
}
