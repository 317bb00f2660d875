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

from citecheck.checks.locators.pages import RANGE, Range, locator_key, names_pages, printed_pages, ranges_of
from citecheck.checks.subjects import source_name, work_name
from citecheck.model.citations import Citations
from citecheck.model.finding import Abstention, Edit, Finding, Fix, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

CHAPTERS = 30
"""The highest number that may be that of a chapter."""

FEWEST = 3
"""Ranges that must be printed in full for that to be the document's way."""

RULE = Rule(
    code="PAG004",
    name="reversed-range",
    severity=Severity.ERROR,
    messages={
        "cited": {
            "en": Wording("The pages {text} run backwards.", "Look the pages up in {source}."),
            "fr": Wording("Les pages {text} vont à rebours.", "Vérifier les pages dans {source}."),
        },
        "entry": {
            "en": Wording("The pages {text} of {source} run backwards.", "Look the pages up in the source."),
            "fr": Wording("Les pages {text} de {source} vont à rebours.", "Vérifier les pages dans la source."),
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


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Every range that runs backwards, in citations and in references."""
    if not x.resolved and not x.works:
        yield RULE.abstains(x.lang, "no-citations")
    cited = [
        (one, list(ranges_of(locator.span)), locator)
        for one in x.resolved
        if (locator := one.citation.locator) is not None and names_pages(locator)
    ]
    in_full = _in_full([pages for _, found, _ in cited for pages in found])
    backwards: list[tuple[str, Range, Place, str, str]] = []
    for one, printed, locator in cited:
        found = [pages for pages in printed if pages.reversed or (in_full and pages.rather_reversed)]
        named = one.work.key if one.work is not None else source_name(one)
        key = locator_key(x.lang, locator.span)
        backwards += [(named, pages, Place.of(one, x.lang, pages.span), source_name(one), key) for pages in found]
    groups: dict[str, dict[tuple[int, int], list[tuple[Range, Place, str, str]]]] = {}
    for named, pages, place, source, key in backwards:
        groups.setdefault(named, {}).setdefault((pages.low, pages.high), []).append((pages, place, source, key))
    for alike in groups.values():
        if len(alike) > 1 and all(low <= CHAPTERS for low, _ in alike):
            continue
        for (pages, place, source, key), *others in alike.values():
            again = [(where, about) for _, where, _, about in others]
            yield _finding(pages, place, "cited", source, key, again)
    seen = {pages.span for _, pages, *_ in backwards}
    for work in x.works:
        span = printed_pages(work.reference)
        holder = work.entry or work.note
        for pages in ranges_of(span) if span is not None and holder is not None else ():
            if pages.reversed and pages.span not in seen:
                assert holder is not None
                place = Place.of(holder, x.lang, pages.span)
                yield _finding(pages, place, "entry", work_name(work), locator_key(x.lang, pages.span))


def _in_full(ranges: Sequence[Range]) -> bool:
    """Whether the document prints the ends of ranges in full, as far as completing them says."""
    return sum(pages.whole for pages in ranges) >= FEWEST and not any(
        pages.abbreviated and not pages.rather_reversed for pages in ranges
    )


def _finding(
    pages: Range,
    place: Place,
    message: str,
    source: str,
    key: str,
    again: Sequence[tuple[Place, str]] = (),
) -> Finding:
    text = " ".join(pages.span.text.split())
    edits = tuple(Edit(one.span, _turned(one.span.text)) for one in (place, *(where for where, _ in again)))
    return RULE.finding(
        place,
        message,
        subject=f"{source} {text}",
        about=[key, *(about for _, about in again)],
        related=[where for where, _ in again],
        fix=Fix(edits, safe=False),
        text=text,
        source=source,
    )


def _turned(text: str) -> str:
    """A range with its ends exchanged, prefixes and dash kept."""
    match = RANGE.fullmatch(text)
    assert match is not None
    dash = text[match.end(2) : match.start(3)]
    return f"{match[1]}{match[4]}{dash}{match[3]}{match[2]}"
