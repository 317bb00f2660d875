"""A range of pages that runs backwards.

One of the two numbers is wrong, and the reader cannot know which. Abbreviated ends are completed first: "115-16" means
115 to 116 and "1055-7" means 1055 to 1057, but "120-99" runs backwards in a document that abbreviates nothing. Ranges in notes, in brackets and in entries are checked. Where a source is cited
several times by small numbers that seem to run backwards, they are taken for page numbers with the chapter before them
("5-2"). The same range of the same source printed several times is one finding.

Wrong: "Doe, 2020, p. 64-36". Right: "Doe, 2020, p. 36-64".

To mend it, look the pages up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from citecheck.checks.locators.pages import RANGE, Range, locator_key, names_pages, printed_pages, ranges_of
from citecheck.likeness.called import source_name, work_name
from citecheck.model.citations import Citations
from citecheck.model.finding import Abstention, Edit, Finding, Fix, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.rule import Example, Rule, Trust, Wording

CHAPTERS = 30
"""The highest number that may be that of a chapter."""

FEWEST = 3
"""Ranges that must be printed in full for that to be the document's way."""

RULE = Rule(
    code="PAG004",
    name="reversed-range",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    messages={
        "cited": {
            "en": Wording("The pages “{text}” run backwards.", "Look the pages up in {source}."),
            "fr": Wording("Les pages « {text} » vont à rebours.", "Vérifier les pages dans {source}."),
        },
        "entry": {
            "en": Wording("The pages “{text}” of {source} run backwards.", "Look the pages up in the source."),
            "fr": Wording("Les pages « {text} » de {source} vont à rebours.", "Vérifier les pages dans la source."),
        },
    },
    explains=("PAG003", "BIL003"),
)

EXAMPLES = (
    Example("A.<sup>1</sup>\n\n<sup>1</sup> Doe, 2020, p. 64-36\n", ("64-36",)),
    Example(
        "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2020, p. 115-16\n\n<sup>2</sup> Doe, 2020, p. 1055–7\n"
    ),
    Example(
        "A (Doe, 2020).\n\n## References\n\nDoe, J. (2020). On ledgers. *Journal of Books*, 12(3), 49–34.\n", ("49–34",)
    ),
    Example("A.<sup>1</sup>\n\n<sup>1</sup> Doe, 2020, p. 5-2; Doe, 2020, p. 7-3\n"),
)


class _Printed(Struct, frozen=True):
    """A range with its place: ``source`` is what is cited, ``work`` tells it apart, and ``key`` is that of the locator."""

    pages: Range
    place: Place
    source: str
    work: str
    key: str


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Every range that runs backwards, in citations and in references."""
    if not x.resolved and not x.works:
        yield RULE.abstains(x.lang, "no-citations")
    backwards = _backwards(list(_cited(x)))
    for of_work in gathered((one.work, one) for one in backwards).values():
        alike = gathered(((one.pages.low, one.pages.high), one) for one in of_work)
        if len(alike) == 1 or any(low > CHAPTERS for low, _ in alike):
            yield from (_finding("cited", group) for group in alike.values())
    seen = {one.pages.span for one in backwards}
    yield from (_finding("entry", [one]) for one in _given(x) if one.pages.reversed and one.pages.span not in seen)


def _cited(x: Citations) -> Iterator[_Printed]:
    """The ranges of pages that citations give."""
    for one in x.resolved:
        locator = one.citation.locator
        if locator is not None and names_pages(locator):
            source, key = source_name(one), locator_key(x.lang, locator.span)
            work = one.work.key if one.work is not None else source
            for pages in ranges_of(locator.span):
                yield _Printed(pages, Place.of(one, x.lang, pages.span), source, work, key)


def _given(x: Citations) -> Iterator[_Printed]:
    """The ranges of pages that references give."""
    printed = {entry.entry_id for entry in x.document.printed_entries}
    for work in x.works:
        # A bibliography file has article numbers and signs of its programs for pages.
        apart = work.entry is not None and work.entry.entry_id not in printed
        span = None if apart else printed_pages(work.reference)
        for pages in ranges_of(span) if span is not None else ():
            place, key = Place.of(work, x.lang, pages.span), locator_key(x.lang, pages.span)
            yield _Printed(pages, place, work_name(work), work.key, key)


def _backwards(printed: Sequence[_Printed]) -> list[_Printed]:
    """Those that run backwards, as the document prints the ends of ranges."""
    in_full = _in_full([one.pages for one in printed])
    return [one for one in printed if one.pages.reversed or (in_full and one.pages.rather_reversed)]


def _in_full(ranges: Sequence[Range]) -> bool:
    """Whether the document prints the ends of ranges in full, as far as completing them says."""
    return sum(pages.whole for pages in ranges) >= FEWEST and not any(
        pages.abbreviated and not pages.rather_reversed for pages in ranges
    )


def _finding(message: str, group: Sequence[_Printed]) -> Finding:
    first = group[0]
    text = " ".join(first.pages.span.text.split())
    return RULE.finding(
        [one.place for one in group],
        message,
        subject=f"{first.source} {text}",
        about=[one.key for one in group],
        fix=Fix(tuple(Edit(one.place.span, _turned(one.place.span.text)) for one in group), safe=False),
        text=text,
        source=first.source,
    )


def _turned(text: str) -> str:
    """A range with its ends exchanged, prefixes and dash kept."""
    match = RANGE.fullmatch(text)
    assert match is not None
    dash = text[match.end(2) : match.start(3)]
    return f"{match[1]}{match[4]}{dash}{match[3]}{match[2]}"
