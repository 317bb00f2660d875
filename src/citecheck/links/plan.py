"""What to ask for: every distinct URL that the documents print, and those that are left out, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from citecheck.links.address import Address, without_fragment
from citecheck.model.credentials import with_credentials
from citecheck.model.document import Document, Url
from citecheck.model.expression import Expression
from citecheck.model.links import LinkSettings
from citecheck.model.phrase import Phrase
from citecheck.model.reference import Reference

UNASKABLE = re.compile(r"[\s\x00-\x1f\x7f<>\"{}|\\^`\ud800-\udfff]")
"""What stands in no address, half a character of UTF-16 included."""


class Target(Struct, frozen=True):
    """One distinct URL as printed. ``ask`` is what goes to the server, ``fragment`` what stays with the reader,
    ``skip`` why it is not asked for, and ``near`` the day (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``) on which it was
    read."""

    url: str
    ask: str
    fragment: str
    host: str
    skip: Phrase | None = None
    near: str | None = None


def plan(documents: Sequence[Document], settings: LinkSettings) -> tuple[Target, ...]:
    """The distinct URLs of all documents, in the order in which they are first printed."""
    excluded = [Expression.of(pattern) for pattern in settings.exclude]
    days = _days(documents)
    urls: dict[str, Url] = {}
    for document in documents:
        for url in document.urls:
            urls.setdefault(url.target, url)
    return tuple(_target(url, settings, excluded, days.get(target)) for target, url in urls.items())


def _target(printed: Url, settings: LinkSettings, excluded: Iterable[Expression], near: str | None) -> Target:
    url = printed.target
    # Its host alone is told the user name and the password that its text has masks for.
    ask, fragment = without_fragment(with_credentials(url, printed.span.credentials).replace("&amp;", "&"))
    address = Address.of(ask)
    host = address.host if address is not None else ""
    skip = None
    if address is None or not host or UNASKABLE.search(ask) or re.search(r"\.\.|^[.-]", host):
        skip = Phrase.of("malformed")
    elif address.scheme.lower() not in ("http", "https"):
        skip = Phrase.of("other-scheme", scheme=address.scheme)
    else:
        pattern = next((one.written for one in excluded if one.finds(url)), None)
        if pattern is not None:
            skip = Phrase.of("excluded", pattern=pattern)
    return Target(url, ask, fragment, host, skip, near)


def _days(documents: Sequence[Document]) -> dict[str, str]:
    """For each URL of a reference, when it was consulted, else when the source is from."""
    found: dict[str, str] = {}
    for reference in (reference for document in documents for reference in _references(document)):
        day = reference.accessed or reference.date or reference.year
        if reference.url and day and re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", day):
            found.setdefault(reference.url, day)
    return found


def _references(document: Document) -> Iterator[Reference]:
    """What a document says of its sources: in its entries, then in its notes."""
    for entry in document.entries:
        yield from entry.references
    for note in document.notes:
        for citation in note.citations:
            if citation.reference is not None:
                yield citation.reference
