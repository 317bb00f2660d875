"""Hayagriva (``.yaml``), the bibliographies of Typst, to entries: a mapping of keys to works, each with its ``parent``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from citecheck.errors import InputError
from citecheck.model.document import Entry, Unreadable
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span
from citecheck.read.databases.entries import ISO, Entries, author_text, collected, entry, field_span, printed_year
from citecheck.read.yaml import placed

__all__ = ["ENDINGS", "NAME", "claims", "entries"]

NAME = "Hayagriva"
ENDINGS = (".yaml", ".yml")

TYPES = {
    "anthology": "book",
    "anthos": "chapter",
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "blog": "post-weblog",
    "book": "book",
    "case": "legal_case",
    "chapter": "chapter",
    "conference": "book",
    "entry": "entry",
    "legislation": "legislation",
    "manuscript": "manuscript",
    "newspaper": "article-newspaper",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "post": "post",
    "proceedings": "book",
    "reference": "entry",
    "report": "report",
    "repository": "software",
    "thesis": "thesis",
    "thread": "post",
    "video": "motion_picture",
    "web": "webpage",
}
"""What the types of Hayagriva are in CSL; any other is a ``document``."""
WITHIN = {
    ("article", "newspaper"): "article-newspaper",
    ("article", "blog"): "post-weblog",
    ("article", "proceedings"): "paper-conference",
    ("article", "conference"): "paper-conference",
    ("article", "web"): "webpage",
    ("article", "anthology"): "chapter",
    ("article", "reference"): "entry-encyclopedia",
    ("entry", "reference"): "entry-encyclopedia",
}
"""The CSL type of what stands in a parent of a kind."""
MARKED = re.compile(r"\\([\\{}$])|[{}]")
BLANKS = " \t\n"
OTHERS = frozenset(("others", "et al", "et al."))
INHERITED = ("publisher", "location", "volume", "issue", "date", "organization")
"""What is told of a parent where the work does not say it."""


def claims(text: str) -> bool:
    """Whether a text is Hayagriva: what is no list of references, `csl_yaml` asks first."""
    return True


def entries(source: Source) -> Entries:
    """The works, in order. Raises InputError where the text is no mapping of works."""
    whole = placed(source)
    if whole is None:
        return (), ()
    if whole.pairs is None:
        raise InputError(
            f"{source.path} is no bibliography in YAML: a list of references (CSL-YAML) or works by their keys (Hayagriva) are read"
        )

    def read() -> Iterator[Entry | Unreadable]:
        for key, name, item in whole.pairs or ():
            span = Span(source, name.start, max(item.span.end, name.end))
            work = item.plain
            if isinstance(work, dict) and "type" in work:
                yield entry(key, span, _reference(work, span))
            else:
                yield Unreadable(span, "it is no work: fields with a type are expected under its key")

    return collected(read(), "key")


def _reference(work: Mapping[str, Any], span: Span) -> Reference:
    parent = _first(work.get("parent"))
    parent = parent if isinstance(parent, dict) else {}
    told = {key: parent[key] for key in INHERITED if key in parent} | dict(work)
    names = next((work[key] for key in ("author", "editor") if work.get(key)), None)
    authors, et_al = _authors(names)
    year, suffix, date = _date(told.get("date"))
    publisher, place = _publisher(told)
    url, accessed = _address(told.get("url"))
    pages = _text(work.get("page-range"))
    return Reference(
        span,
        authors,
        author_text(authors, et_al),
        year,
        suffix,
        date,
        title=_title(work.get("title")),
        container=_title(parent.get("title")),
        publisher=publisher,
        place=place,
        volume=_text(told.get("volume")),
        issue=_text(told.get("issue")),
        pages=pages,
        pages_span=field_span(span, "page-range", pages),
        url=url,
        doi=_doi(told.get("serial-number")),
        accessed=accessed,
        type=_type(work, parent),
        et_al=et_al,
    )


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _type(work: Mapping[str, Any], parent: Mapping[str, Any]) -> str:
    kind, within = ((_text(one.get("type")) or "").casefold() for one in (work, parent))
    return WITHIN.get((kind, within)) or TYPES.get(kind, "document")


def _text(value: Any) -> str | None:
    """A text, or the one that a mapping with ``value`` has (a title with a short form, say)."""
    value = _first(value)
    value = value.get("value") if isinstance(value, dict) else value
    return str(value) if isinstance(value, str | int) else None


def _title(value: Any) -> str | None:
    """A title without the braces that keep its capitals; what a backslash stands before is meant as it is."""
    text = _text(value)
    return None if text is None else MARKED.sub(lambda found: found[1] or "", text)


def _authors(names: Any) -> tuple[tuple[Person, ...], bool]:
    """The persons: ``Family, Given`` or a mapping of the parts; a name without a comma is an institution's."""
    listed = names if isinstance(names, list) else [] if names is None else [names]
    others = bool(listed) and isinstance(listed[-1], str) and listed[-1].casefold() in OTHERS
    persons = map(_person, listed[:-1] if others else listed)
    return tuple(person for person in persons if person is not None), others


def _person(name: Any) -> Person | None:
    if isinstance(name, str):
        parts = [part.strip(BLANKS) for part in name.split(",")]
        given = ", ".join(filter(None, parts[1:]))
        return Person(parts[0], given) if len(parts) > 1 else Person(parts[0], corporate=True)
    if not isinstance(name, dict) or _text(name.get("name")) is None:
        return None
    family = " ".join(filter(None, (_text(name.get("prefix")), _text(name["name"]))))
    given = ", ".join(filter(None, (_text(name.get("given-name")), _text(name.get("suffix")))))
    return Person(family, given)


def _date(value: Any) -> tuple[str | None, str, str | None]:
    """Year, suffix and ISO date: ``2020``, ``2020-05``, ``2020-05-03``."""
    printed = _text(value)
    if printed is None:
        return None, "", None
    if (match := ISO.fullmatch(printed)) is not None:
        return match[1], "", printed
    return *printed_year(printed), None


def _publisher(work: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """Publisher and place, which may be told together."""
    publisher = _first(work.get("publisher"))
    if isinstance(publisher, dict):
        return _text(publisher.get("name")), _text(publisher.get("location"))
    return _text(publisher) or _text(work.get("organization")), _text(work.get("location"))


def _address(value: Any) -> tuple[str | None, str | None]:
    """The address, and the day on which it was looked up."""
    value = _first(value)
    return (_text(value), _text(value.get("date"))) if isinstance(value, dict) else (_text(value), None)


def _doi(value: Any) -> str | None:
    return _text(value.get("doi")) if isinstance(value, dict) else None
