"""The shape of the data files, worked out from the model: what is written and what is read are of these types.

- An item (note, entry, marker, name, amount …) has its place as ``"at": "LINE:COLUMN"`` and its exact ``text``; the
  spans inside it are ``[start, end]``, counted in code points from its start. A span that does not lie inside its item
  is the ordinal of a place in the item's ``outside``.
- ``"file"`` says which of the ``sources`` an item is from, where that is not the first.
- A paragraph has no text, only places: ``"LINE:COLUMN-LINE:COLUMN"``. So has a long unreadable passage
  (``"at"`` and ``"to"``), which may be prose.
- Places count joined letters (é is one); ``joined`` of a source tells where the file has a letter and its accent apart.
- Fields equal to their default are left out, decimals are strings.

Every bound that the model sets for a number or a text holds here; keys that are not known are ignored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from types import GenericAlias, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Meta, Struct, defstruct
from msgspec.structs import FieldInfo, fields

from citecheck.model.bounds import Ordinal
from citecheck.model.document import Document, Entry, Paragraph
from citecheck.model.source import Span

FOOTNOTES_SCHEMA = "citecheck/footnotes/1"
RARE = ("waivers",)
"""Lists that are left out where they are empty."""
PRINTED = {"text": "printed"}
"""Fields of an item whose name is taken by the item's own keys."""

UNKEPT = ("read_by",)
"""Fields that tell how something was read, which is no fact of the document."""
_PLACE = "[1-9][0-9]{0,8}:[1-9][0-9]{0,8}"
Position = Annotated[str, Meta(pattern=rf"^{_PLACE}\Z")]
Piece = Annotated[str, Meta(pattern=rf"^{_PLACE}-{_PLACE}(@[0-9]{{1,7}})?\Z")]
Joined = Annotated[str, Meta(pattern=rf"^{_PLACE}([-+][1-9][0-9]{{0,4}})?\Z")]
"""Behind which column accents were joined to their letter, and to how many code points fewer where it is not one."""
Printed = Annotated[str, Meta(pattern=r"^-?[0-9]{1,400}(\.[0-9]{1,400})?(E[-+]?[0-9]{1,3})?\Z")]
"""A decimal number, as a string so that its digits stay."""
Inner = tuple[int, int] | int
"""A span: from and to where in its item, or the ordinal of one outside it. Its bounds are those of the item: msgspec
0.22 reads memory that is not its own where such a union has constraints."""


class Outside(Struct, frozen=True):
    """A place outside an item, with its text, or with its end where the text is not kept."""

    at: Position
    text: str | None = None
    to: Position | None = None
    file: Ordinal = 0


class Item(Outside, frozen=True):
    """What all items have; the types that `item_type` makes add their own fields."""

    outside: tuple[Outside, ...] = ()


class Pieces(Struct, frozen=True):
    """The places of a paragraph."""

    pieces: Annotated[tuple[Piece, ...], Meta(min_length=1)]


class Stretch(Struct, frozen=True):
    """Where the text of a document stands from ``line`` on, as `citecheck.model.source.Anchor` says it. Of one that is written
    in lines, from the ``column`` of that line on: ``at`` a place (``"LINE:COLUMN"``) of its ``file``, where that is another one
    than the source. In a PDF it begins on the ``page`` with that printed ``label``."""

    line: int
    part: str
    paragraph: int
    note: str = ""
    section: str = ""
    column: Ordinal = 1
    at: Position | None = None
    file: str = ""
    page: int = 0
    label: str = ""


class File(Struct, frozen=True):
    """A source: everything but its text."""

    path: str
    sha256: str
    encoding: str
    joined: tuple[Joined, ...] = ()
    places: tuple[Stretch, ...] = ()
    known: tuple[tuple[str, str], ...] = ()


class Footnotes(Struct, frozen=True):
    """``footnotes.json``; each version is of the type that `version_type` makes."""

    sources: tuple[File, ...]
    versions: dict[str, Any]


@cache
def kinds() -> Mapping[str, type[Struct]]:
    """The document's tuples of items, by name, with their class."""
    hints = get_type_hints(Document)
    return {name: get_args(hint)[0] for name, hint in hints.items() if get_origin(hint) is tuple and name != "sources"}


@cache
def hints(cls: type[Struct]) -> Mapping[str, Any]:
    """The types of a struct's fields with their bounds: working them out takes longer than reading a hundred items."""
    return get_type_hints(cls, include_extras=True)


@cache
def version_type() -> type[Struct]:
    """A version of ``footnotes.json``: everything of a document but its entries."""
    lists: list[Any] = [
        (name, GenericAlias(tuple, (item_type(cls), ...)), ()) for name, cls in kinds().items() if cls is not Entry
    ]
    return defstruct(
        "Version",
        [("files", tuple[Ordinal, ...]), *lists, ("bibliography_heading", Outside | None, None)],
        frozen=True,
        kw_only=True,
    )


@cache
def custom_type() -> type[Struct]:
    """What an item of ``bibliography.json`` has under ``custom``: its entry, with one reference and the file's path."""
    kept = [one for one in _fields(Entry, "span") if one[0] != "references"]
    reference = value_type(hints(Entry)["references"]).__args__[0]
    return defstruct(
        "Custom",
        [*kept, ("reference", reference), ("file", str)],
        bases=(Item,),
        frozen=True,
        kw_only=True,
    )


@cache
def bibliography_type() -> Any:
    """The items of ``bibliography.json``, as far as they are read back."""
    item = defstruct("Source", [("language", str), ("custom", custom_type())], frozen=True)
    return GenericAlias(tuple, (item, ...))


@cache
def item_type(cls: type[Struct]) -> type[Struct]:
    """An item of a list: with its place where it has one, as a plain struct where not."""
    if cls is Paragraph:
        return defstruct(cls.__name__, list(_fields(cls, "pieces")), bases=(Pieces,), frozen=True, kw_only=True)
    if "span" not in hints(cls):
        return cls
    return defstruct(cls.__name__, list(_fields(cls, "span")), bases=(Item,), frozen=True, kw_only=True)


@cache
def value_type(hint: Any) -> Any:
    """What stands in the file for a value of a type; the type itself where nothing in it is written otherwise."""
    if hint is Span:
        return Inner
    if hint is Decimal:
        return Printed
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return Union[tuple(value_type(one) for one in arguments)]  # noqa: UP007
    if origin is tuple:
        return GenericAlias(tuple, tuple(one if one is Ellipsis else value_type(one) for one in arguments))
    return _struct_type(hint) if isinstance(hint, type) and issubclass(hint, Struct) else hint


def _struct_type(cls: type[Struct]) -> type[Struct]:
    """What stands in the file for a struct: itself, where none of its fields is written otherwise."""
    if all(value_type(made) == made for name, made in hints(cls).items() if name not in UNKEPT):
        return cls
    return defstruct(cls.__name__, list(_fields(cls)), frozen=True, kw_only=True)


def kept_fields(cls: type[Struct]) -> tuple[FieldInfo, ...]:
    """The fields of a struct that the data files keep."""
    return tuple(one for one in fields(cls) if one.name not in UNKEPT)


def _fields(cls: type[Struct], placed: str = "") -> Iterator[tuple[Any, ...]]:
    """The fields of a struct in the file: name, type and, where it may be absent, default. An item has its place in
    other keys than in the field ``placed``."""
    for one in kept_fields(cls):
        hint = hints(cls)[one.name]
        if one.name == placed:
            continue
        name = PRINTED.get(one.name, one.name) if placed == "span" else one.name
        made = value_type(hint)
        if one.default is not NODEFAULT:
            yield name, made, one.default
        elif type(None) in get_args(hint):
            yield name, made, None
        else:
            yield name, made
