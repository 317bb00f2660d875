"""What the formats of bibliographies have in common: an entry, its authors in one line, its year as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citecheck.languages import all_languages
from citecheck.languages.folding import fold
from citecheck.model.document import Entry, Unreadable
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Span

__all__ = ["ISO", "Entries", "author_text", "collected", "entry", "field_span", "printed_year", "used_again"]

Entries = tuple[tuple[Entry, ...], tuple[Unreadable, ...]]
"""The entries of a file, and what of it could not be read."""
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])", re.ASCII)
"""A year, month or day in ISO 8601."""
YEAR = re.compile(r"(\d{1,4})([a-z]{0,2})")
UNDATED = re.compile(r"(.*?)(?:-([a-z]{1,2}))?", re.DOTALL)


def entry(key: str, span: Span, reference: Reference, aliases: tuple[str, ...] = ()) -> Entry:
    """The entry with that key and its aliases, whose span is the block or item that describes it."""
    return Entry(span, span, None, key, 0, (reference,), aliases=aliases)


def collected(read: Iterable[Entry | Unreadable], key: str) -> Entries:
    """Entries and what could not be read, apart; of entries with one key the first counts. ``key`` is how the format
    names it, as in ``id``."""
    entries: dict[str, Entry] = {}
    unreadable: list[Unreadable] = []
    for one in read:
        if isinstance(one, Unreadable):
            unreadable.append(one)
        elif one.entry_id in entries:
            reason = f"the first entry with the {key} {one.entry_id} counts"
            unreadable.append(
                used_again(one.span, reason, one.entry_id, entries[one.entry_id].references[0], one.references[0])
            )
        else:
            entries[one.entry_id] = one
    return tuple(entries.values()), tuple(unreadable)


def field_span(span: Span, name: str, value: str | None) -> Span | None:
    """Where a block has the value of the field of that name, as it is; None where it has it otherwise, or not at all."""
    if not value:
        return None
    text = span.text
    for match in re.finditer(rf"(?<!\w){re.escape(name)}[\"']?[ \t]*[:=][ \t]*[\"'{{]?", text, re.IGNORECASE):
        if text.startswith(value, match.end()):
            return span.part(match.end(), match.end() + len(value))
    return None


def used_again(span: Span, reason: str, key: str, first: Reference, again: Reference) -> Unreadable:
    """A block whose ``key`` an earlier one has: ``repeated`` where both describe the same source alike, else ``reused``."""
    same = _known_by(first) == _known_by(again)
    return Unreadable(span, reason, "repeated" if same else "reused", key)


def _known_by(reference: Reference) -> tuple[str, ...]:
    """What a reader knows a source by: its first author, year and title, without their accents and signs."""
    author = reference.authors[0].family if reference.authors else ""
    return tuple(fold(text or "") for text in (author, reference.year, reference.title))


def author_text(authors: tuple[Person, ...], et_al: bool) -> str:
    """The authors in one line, as most styles print them; the file has no printed form of its own."""
    names = [f"{person.family}, {person.given}" if person.given else person.family for person in authors]
    text = " & ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
    return text + " et al" if et_al else text.rstrip(" ,.;:")


def printed_year(text: str) -> tuple[str | None, str]:
    """Year and suffix: digits, ``n.d.`` for "no date" in any language, or the text as it is."""
    if match := YEAR.fullmatch(text):
        return match[1], match[2]
    match = UNDATED.fullmatch(text)
    if match and any(match[1].casefold() in one.no_date for one in all_languages()):
        return "n.d.", match[2] or ""
    return text or None, ""
