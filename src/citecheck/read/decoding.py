"""Documents from the data files' values, which are of the shape that `citecheck.wire` tells.

The sources are *sparse*: they hold every extracted fact at its original line and column and blanks elsewhere, so that
every span has the text and the position that it had in the file. Lines of which nothing is known are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin

from msgspec import Struct
from msgspec.structs import replace

from citecheck.languages import is_language
from citecheck.model.document import Document, Entry, Marker, Note, NoteForm, Paragraph
from citecheck.model.source import Anchor, Kept, Source, Span
from citecheck.read.values import Malformed, typed
from citecheck.wire import (
    PRINTED,
    File,
    Footnotes,
    Outside,
    Stretch,
    hints,
    kept_fields,
    kinds,
    value_type,
    version_type,
)

__all__ = ["decode"]

LINES = 5_000_000
"""Lines that a report may have."""
ROOM = 30_000_000
"""Code points that the blanks of the rebuilt sources, and what has a place only, may have together."""
JOINT = re.compile("([0-9:]+)([-+]?)([0-9]*)")
"""A letter that the file has apart from its accents, as `citecheck.wire.Joined` has it."""


def decode(
    data: Any, entries: Mapping[str, Sequence[Any]], kept: Mapping[int, tuple[Kept, ...]] = MappingProxyType({})
) -> tuple[Document, ...]:
    """The documents of the values of ``footnotes.json``, with the entries that each language has, and the places where
    the sources that are not there are kept, by their numbers.

    Raises Malformed where the data is not what citecheck writes.
    """
    made = typed(data, Footnotes)
    versions = {}
    for lang, version in made.versions.items():
        if not is_language(lang):
            raise Malformed(f"versions: {lang!r} is no language that citecheck knows")
        versions[lang] = typed(version, version_type(), lang)
    canvas = _Canvas(len(made.sources))
    laid_out = {
        lang: {name: _laid_out(f"{lang}.{name}", items, canvas) for name, items in _lists(version, entries[lang])}
        for lang, version in versions.items()
    }
    headings = {lang: _heading(lang, version, canvas) for lang, version in versions.items()}
    sources = canvas.sources(made.sources, kept)
    found = []
    for lang, version in versions.items():
        if any(index >= len(sources) for index in version.files) or len(set(version.files)) != len(version.files):
            raise Malformed(f"{lang}.files: each must be one of the sources, once")
        lists = {
            name: _each(f"{lang}.{name}", zip(items, laid_out[lang][name], strict=True), kinds()[name], sources)
            for name, items in _lists(version, entries[lang])
        }
        heading = [_span(sources, spot) for spot in headings[lang]]
        document = Document(
            lang=lang,
            sources=tuple(sources[index] for index in version.files),
            bibliography_heading=heading[0] if heading else None,
            **lists,
        )
        _check(document)
        found.append(document)
    return tuple(found)


def _lists(version: Any, entries: Sequence[Any]) -> Iterable[tuple[str, Sequence[Any]]]:
    """The lists of a version by name; the entries come from the other file."""
    return [(name, entries if cls is Entry else getattr(version, name)) for name, cls in kinds().items()]


# --- where everything stands ----------------------------------------------------------------------------------------


class _Spot(Struct, frozen=True):
    """Where a fragment begins, and its text; where the text was not kept, where it ends."""

    file: int
    line: int
    column: int
    text: str | None
    end: tuple[int, int] = (0, 0)


class _Canvas:
    """The lines of the sources, filled with all that is known of them."""

    def __init__(self, count: int) -> None:
        self._rows: list[dict[int, list[tuple[int, str]]]] = [{} for _ in range(count)]

    def add(self, spot: _Spot) -> None:
        """Puts a fragment where it stands; an end without text only makes room."""
        if spot.file >= len(self._rows):
            raise Malformed(f"file: there is no source {spot.file}")
        rows = self._rows[spot.file]
        if spot.text is None:
            if spot.end < (spot.line, spot.column):
                raise Malformed("it ends before it begins")
            rows.setdefault(spot.line, []).append((spot.column - 1, ""))
            rows.setdefault(spot.end[0], []).append((spot.end[1] - 1, ""))
        elif "\n" not in spot.text:
            rows.setdefault(spot.line, []).append((spot.column - 1, spot.text))
        else:
            column = spot.column - 1
            for line, text in enumerate(spot.text.split("\n"), spot.line):
                rows.setdefault(line, []).append((column, text))
                column = 0

    def sources(self, files: Sequence[File], kept: Mapping[int, tuple[Kept, ...]]) -> list[Source]:
        """The sources, with blanks where nothing is known."""
        blanks = sum(max(at for at, _ in row) for rows in self._rows for row in rows.values())
        if blanks > ROOM:
            raise Malformed("at: a column is too large for a document")
        return [
            _sparse(file, rows, kept.get(at, ())) for at, (file, rows) in enumerate(zip(files, self._rows, strict=True))
        ]


def _sparse(file: File, rows: Mapping[int, Sequence[tuple[int, str]]], kept: tuple[Kept, ...]) -> Source:
    """A source of the rows by their lines. The first line is always there, and one blank line between what stood apart."""
    last = max(rows, default=1)
    numbers = sorted({1, *rows, *(line + 1 for line in rows if line < last)})
    text = "\n".join([_row(rows.get(line, ())) for line in numbers])
    source = Source(
        file.path, text, file.sha256, file.encoding, sparse=True, numbers=tuple(numbers), kept=kept, known=file.known
    )
    anchors = _anchors(file.places, source)
    composed = _composed(file.joined, source) if file.joined else ()
    return replace(source, composed=composed, anchors=anchors) if composed or anchors else source


def _anchors(places: Iterable[Stretch], source: Source) -> tuple[Anchor, ...]:
    """Where the known lines of a document stand in it."""
    known = set(source.numbers)
    places = [one for one in places if one.line in known]
    return tuple(
        Anchor(
            source.line_start(one.line) + max(one.column, 1) - 1,
            one.part,
            one.paragraph,
            0,
            one.note,
            one.section,
            one.file,
            *(_numbers(one.at) if one.at is not None else (0, 0)),
            one.page,
            one.label,
        )
        for one in sorted(places, key=lambda one: (one.line, one.column))
        if one.column <= 1 or one.column <= source.line_length(one.line)
    )


def _composed(joined: Iterable[str], source: Source) -> tuple[tuple[int, int], ...]:
    """`Source.composed` of the places where accents were joined to their letters, as far as they lie in known text."""
    known = set(source.numbers)
    composed: list[tuple[int, int]] = []
    lost = 0
    for line, column, fewer in sorted(map(_joint, joined)):
        if line not in known:
            continue
        offset = source.line_start(line) + column - 1
        if source.text.find("\n", source.line_start(line), offset) == -1 and offset <= len(source.text):
            lost += fewer
            composed.append((offset, lost))
    return tuple(composed)


def _joint(joined: str) -> tuple[int, int, int]:
    """The line and the column of a joint, and how many code points fewer than in the file the letter has."""
    place, sign, fewer = JOINT.fullmatch(joined).groups()  # type: ignore[union-attr]
    return (*_numbers(place), int(f"{sign}{fewer}") if fewer else 1)


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


def _laid_out(where: str, items: Sequence[Any], canvas: _Canvas) -> list[list[_Spot]]:
    """The spots of all items of one kind, now on the canvas."""
    found: list[list[_Spot]] = []
    try:
        for item in items:
            spots = _spots(item)
            for spot in spots:
                canvas.add(spot)
            found.append(spots)
    except Malformed as error:
        raise Malformed(f"{where}[{len(found)}].{error}") from None
    return found


def _heading(lang: str, version: Any, canvas: _Canvas) -> list[_Spot]:
    heading = version.bibliography_heading
    [spots] = _laid_out(f"{lang}.bibliography_heading", [heading], canvas) if heading is not None else [[]]
    return spots


def _spots(item: Any) -> list[_Spot]:
    """The item's own spot and those outside it; a paragraph's pieces; none of what has no place."""
    if isinstance(item, Outside):
        outside = getattr(item, "outside", ())
        return [_spot(item), *(_spot(one) for one in outside)] if outside else [_spot(item)]
    return [_piece(piece) for piece in getattr(item, "pieces", ())]


def _spot(place: Outside) -> _Spot:
    line, column = _numbers(place.at)
    if place.text is not None:
        return _Spot(place.file, line, column, place.text)
    if place.to is None:
        raise Malformed("text: object missing required field")
    return _Spot(place.file, line, column, None, _numbers(place.to))


def _piece(piece: str) -> _Spot:
    place, _, file = piece.partition("@")
    start, _, end = place.partition("-")
    return _Spot(int(file or 0), *_numbers(start), None, _numbers(end))


def _numbers(position: str) -> tuple[int, int]:
    line, _, column = position.partition(":")
    if int(line) > LINES:
        raise Malformed(f"at: no report has {line} lines")
    return int(line), int(column)


# --- the values -----------------------------------------------------------------------------------------------------


class _Own(Struct, frozen=True):
    """The item whose fields are being read: its own span, and the spans it has outside itself."""

    span: Span | None
    outside: Sequence[Span] = ()


Reader = Callable[[Any, _Own], Any]


def _each(where: str, items: Iterable[tuple[Any, Sequence[_Spot]]], cls: Any, sources: Sequence[Source]) -> Any:
    """The items of one kind."""
    read = _struct_reader(cls, "pieces" if cls is Paragraph else "span")
    found: list[Any] = []
    try:
        for item, spots in items:
            spans = [_span(sources, spot) for spot in spots]
            own = _Own(None, spans) if cls is Paragraph or not spans else _Own(spans[0], spans[1:])
            found.append(read(item, own))
    except Malformed as error:
        raise Malformed(f"{where}[{len(found)}]: {error}") from None
    return tuple(found)


def _span(sources: Sequence[Source], spot: _Spot) -> Span:
    source = sources[spot.file]
    start = source.line_start(spot.line) + spot.column - 1
    if spot.text is None:
        return Span(source, start, source.line_start(spot.end[0]) + spot.end[1] - 1)
    end = start + len(spot.text)
    if source.text[start:end] != spot.text:
        raise Malformed(f"at {spot.line}:{spot.column}, another item says that another text stands there")
    return Span(source, start, end)


@cache
def _struct_reader(cls: type[Struct], placed: str = "") -> Reader:
    """Reads a struct; of an item the field ``placed`` was read before."""
    item = placed == "span" and "span" in hints(cls)
    names = [one.name for one in kept_fields(cls)]
    get = attrgetter(*(PRINTED.get(name, name) if item else name for name in names if name != placed))
    single = len([name for name in names if name != placed]) == 1
    readers = [
        (at, reader)
        for at, name in enumerate(names)
        if (reader := _placed_reader(name) if name == placed else _reader(hints(cls)[name])) is not None
    ]
    place = names.index(placed) if placed in names else None

    def read(data: Any, own: _Own) -> Any:
        values = [get(data)] if single else list(get(data))
        if place is not None:
            values.insert(place, None)
        for at, reader in readers:
            try:
                values[at] = reader(values[at], own)
            except Malformed as error:
                raise Malformed(f"{names[at]}: {error}") from None
        return cls(*values)

    return read


def _placed_reader(name: str) -> Reader:
    if name == "pieces":
        return lambda value, own: tuple(own.outside)
    return lambda value, own: own.span


@cache
def _reader(hint: Any) -> Reader | None:
    """Reads a value of the type that ``hint`` names; None where the value is as it is in the file."""
    if value_type(hint) == hint:
        return None
    if hint is Span:
        return _read_span
    if hint is Decimal:
        return lambda value, own: Decimal(value)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        [inner] = [_reader(one) for one in arguments if one is not type(None)]
        assert inner is not None
        return lambda value, own: None if value is None else inner(value, own)
    if origin is tuple and arguments[-1] is Ellipsis:
        each = _reader(arguments[0])
        assert each is not None
        return lambda value, own: tuple([each(one, own) for one in value])
    return _struct_reader(hint)


def _read_span(value: tuple[int, int] | int, own: _Own) -> Span:
    if isinstance(value, int):
        if 0 <= value < len(own.outside):
            return own.outside[value]
    elif own.span is not None:
        start, end = value
        if 0 <= start <= end <= own.span.end - own.span.start:
            return Span(own.span.source, own.span.start + start, own.span.start + end)
    raise Malformed("[start, end] inside the item is expected")


# --- what holds between the values ----------------------------------------------------------------------------------


def _check(document: Document) -> None:
    """Raises Malformed where parts of a document contradict each other, as no document that was read can."""
    sections, paragraphs = len(document.headings), len(document.paragraphs)
    files = set(document.sources)
    for name in kinds():
        for at, one in enumerate(getattr(document, name)):
            where = f"{document.lang}.{name}[{at}]"
            if getattr(one, "section", 0) > sections:
                raise Malformed(f"{where}.section: there are {sections} headings")
            # A marker in a heading may stand before a paragraph that never comes.
            if (getattr(one, "paragraph", 0) or 0) > paragraphs:
                raise Malformed(f"{where}.paragraph: there are {paragraphs} paragraphs")
            if getattr(one, "index", at) != at:
                raise Malformed(f"{where}.index: it must be {at}")
            if (span := getattr(one, "span", None)) is not None and span.source not in files:
                raise Malformed(f"{where}.file: this version has no such file")
            if isinstance(one, Marker | Note) and one.form is NoteForm.SUPERSCRIPT and not one.label.isdecimal():
                raise Malformed(f"{where}.label: a number is expected")
    for at, rate in enumerate(document.rates):
        if rate.value <= 0 or not _is_day(rate.day):
            raise Malformed(f"{document.lang}.rates[{at}]: a rate above 0 and a day of the calendar are expected")


def _is_day(text: str | None) -> bool:
    try:
        return text is None or date.fromisoformat(text) is not None
    except ValueError:
        return False
