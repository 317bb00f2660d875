"""CSL-JSON (``.json``) to the entries of a bibliography."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from citecheck.errors import InputError
from citecheck.model.document import Entry, Unreadable
from citecheck.model.reference import CSL_FIELDS, Person, Reference
from citecheck.model.source import Source, Span
from citecheck.read.databases.entries import ISO, Entries, author_text, collected, entry, field_span, printed_year

__all__ = ["ENDINGS", "KNOWN", "NAME", "claims", "entries", "item_entry"]

NAME = "CSL-JSON"
ENDINGS = (".json",)

CREATORS = (
    "author",
    "editor",
    "director",
    "composer",
    "performer",
    "interviewer",
    "illustrator",
    "organizer",
    "translator",
)
"""The variables that may name who made a work, the likeliest first."""
KNOWN = frozenset(
    (*CSL_FIELDS.values(), *CREATORS, "id", "type", "issued", "accessed", "status", "year-suffix", "citation-key")
)
"""The variables that are read."""
JSON_SPACE = re.compile(r"[ \t\r\n]*")


def claims(text: str) -> bool:
    """Whether a text is CSL-JSON: nothing else that is read has the ending."""
    return True


def entries(source: Source) -> Entries:
    """The items of an array, in order; raises InputError where the text is no array."""
    return collected((one if isinstance(one, Unreadable) else item_entry(*one) for one in _items(source)), "id")


def item_entry(span: Span, item: Any) -> Entry | Unreadable:
    """The entry that a CSL item describes, which stands at ``span``; unreadable where it is no object with an id."""
    key = item.get("id") if isinstance(item, dict) else None
    if not isinstance(key, str | int):
        return Unreadable(span, "it is no CSL item: an object with an id is expected")
    return entry(str(key), span, _reference(item, span), _aliases(item))


def _aliases(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The key by which an item is cited, where its ``id`` is another one."""
    key = _text(item.get("citation-key"))
    return (key,) if key and key != str(item.get("id")) else ()


def _items(source: Source) -> Iterator[tuple[Span, Any] | Unreadable]:
    """The values of a JSON array with their places; where it is broken, the rest of it as unreadable, and the end."""
    text = source.text
    decoder = json.JSONDecoder()
    at = _skip(text, 0)
    if not text.startswith("[", at):
        raise InputError(
            f"{source.path} is no CSL-JSON, which is an array of items: export the bibliography as CSL-JSON"
        )
    at = _skip(text, at + 1)
    while not text.startswith("]", at):
        try:
            item, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            at = min(getattr(error, "pos", at), len(text))
            reason = getattr(error, "msg", "a number is too long or the nesting too deep")
            yield Unreadable(Span(source, at, len(text)), f"broken JSON: {reason}")
            return
        yield Span(source, at, end), item
        at = _skip(text, end)
        if text.startswith(",", at):
            at = _skip(text, at + 1)
        elif not text.startswith("]", at):
            yield Unreadable(Span(source, at, len(text)), "broken JSON: a comma or ] is expected")
            return


def _skip(text: str, at: int) -> int:
    match = JSON_SPACE.match(text, at)
    return match.end() if match else at


def _reference(item: Mapping[str, Any], span: Span) -> Reference:
    authors, et_al = _authors(next((item[role] for role in CREATORS if item.get(role)), None))
    # What is in press or submitted has no date yet.
    issued = _date(item.get("issued")) or ("n.d." if item.get("status") else None)
    iso = ISO.fullmatch(issued) if issued else None
    year, suffix = (iso[1], "") if iso else printed_year(issued or "")
    texts: dict[str, Any] = {name: _text(item.get(key)) for name, key in CSL_FIELDS.items()}
    return Reference(
        span,
        authors,
        author_text(authors, et_al),
        year,
        _text(item.get("year-suffix")) or suffix,
        # Our own export writes the year as a string where no more is known than how it is printed
        issued if iso and not _is_string(item.get("issued"), iso[0]) else None,
        accessed=_date(item.get("accessed")),
        type=_text(item.get("type")) or "document",
        et_al=et_al,
        pages_span=field_span(span, "page", texts["pages"]),
        **texts,
    )


def _authors(names: Any) -> tuple[tuple[Person, ...], bool]:
    """The names of an item, and whether ``others`` follow them, as our own export says it."""
    persons = [_person(name) for name in names if isinstance(name, dict)] if isinstance(names, list) else []
    others = persons[-1:] == [Person("others", corporate=True)]
    named = persons[:-1] if others else persons
    return tuple(person for person in named if person.family or person.given), others


def _is_string(issued: Any, year: str) -> bool:
    """Whether a CSL date is nothing but that year as a string."""
    return isinstance(issued, dict) and issued.get("date-parts") == [[year]]


def _text(value: Any) -> str | None:
    return None if value is None or isinstance(value, dict | list) else str(value)


def _person(name: Mapping[str, Any]) -> Person:
    if literal := _text(name.get("literal")):
        return Person(literal, corporate=True)

    def joined(by: str, *keys: str) -> str:
        return by.join(filter(None, (_text(name.get(key)) for key in keys)))

    family = joined(" ", "non-dropping-particle", "family")
    return Person(
        family, joined(", ", "given", "suffix") if "suffix" in name else joined(" ", "given", "dropping-particle")
    )


def _date(value: Any) -> str | None:
    """A CSL date as an ISO date where it has parts, otherwise its words; a range is its beginning."""
    if isinstance(value, str) and value:
        # EDTF, which newer exports write
        return value.partition("/")[0]
    if not isinstance(value, dict):
        return None
    return _date_of_parts(value.get("date-parts")) or _text(value.get("literal")) or _text(value.get("raw"))


def _date_of_parts(parts: Any) -> str | None:
    """The beginning of a date in parts: a year, a month and a day, which have to be digits."""
    beginning = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(beginning, list):
        return None
    printed = [str(part) for part in beginning[:3] if part not in (None, "")]
    if re.fullmatch(r"\d+(?:/\d+)*", "/".join(printed), re.ASCII) is None:
        return None
    year, *rest = printed
    return "-".join([f"{year:0>4}" if rest else year, *(f"{part:0>2}" for part in rest)])
