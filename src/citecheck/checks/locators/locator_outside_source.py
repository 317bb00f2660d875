"""Pages outside the range that the bibliography gives for the article or chapter.

Either the pages of the citation are wrong, or those of the entry: the reader does not find the passage. Where most
citations of a source lie outside its range, the entry is taken to be wrong, and that is one finding. The rule abstains
from a source whose pages are no plain range (a single number may count its pages), from one that only a note gives in full
(there the pages are those cited), and from an "Ibid." that may mean another source. A note that gives an article in full with a
page behind its range ("p. 5-31, here p. 12") is judged by that range.

Wrong: "Doe, 2020, p. 112", the entry gives pages 26-34. Right: a page from 26 to 34.

To mend it, look the passage up, and correct the citation or the entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.checks.locators.pages import Range, locator_key, names_pages, pages_of
from citecheck.languages import words
from citecheck.likeness.called import source_name, work_name
from citecheck.model.citations import Citations, Resolved, Status, Work
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.reference import CitationKind, Locator
from citecheck.model.rule import Example, Rule, Trust, Wording

KNOWN = (Status.ENTRY, Status.MISSPELT)

RULE = Rule(
    code="PAG003",
    name="locator-outside-source",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    messages={
        "citation": {
            "en": Wording(
                "“{text}” lies outside the pages {range} of {source}.",
                "Correct the citation or the pages of the source.",
            ),
            "fr": Wording(
                "« {text} » est hors des pages {range} de {source}.",
                "Corriger la citation ou les pages de la source.",
            ),
        },
        "range": {
            "en": Wording(
                "{source} is said to have the pages {range}, and is cited by pages outside them.",
                "Correct the pages of the source, or its citations.",
            ),
            "fr": Wording(
                "Les pages données pour {source} sont {range}, mais la source est citée pour d'autres pages.",
                "Corriger les pages de la source, ou les citations.",
            ),
        },
    },
    explains=("BIL003",),
)

ENTRY = "## References\n\nDoe, J. (2020). On ledgers. *Journal of Books*, 12(3), 26–34.\n"
EXAMPLES = (
    Example("A.<sup>1</sup>\n\n<sup>1</sup> Doe, 2020, p. 112\n\n" + ENTRY, ("p. 112",)),
    Example(
        "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2020, p. 27\n\n<sup>2</sup> Ibid., p. 33-36\n\n" + ENTRY,
        ("p. 33-36",),
    ),
    Example("A.<sup>1</sup>\n\n<sup>1</sup> Doe, 2020, p. 26-34\n\n" + ENTRY),
    Example(
        "A.<sup>1</sup>\n\n<sup>1</sup> Doe, 2020, p. 112\n\n## References\n\n"
        "Doe, J. (2020). *On ledgers*. London: Press, p. 320.\n"
    ),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Citations outside the pages of their source, or the pages of a source where most of its citations lie outside."""
    if not x.works:
        yield RULE.abstains(x.lang, "no-bibliography")
    cited = gathered(_cited(x))
    for work in x.works:
        pages = pages_of(work.reference) if work.entry is not None and work.key in cited else None
        if pages is None or pages.high <= pages.low:
            continue
        outside = [(one, locator) for one, locator in cited[work.key] if _outside(locator, pages)]
        if len(outside) >= 2 and len(outside) * 2 > len(cited[work.key]):
            yield _range(x, work, pages, [one for one, _ in outside])
            continue
        for one, locator in outside:
            yield _citation(x, work, pages, one, locator)
    yield from _by_own_range(x)


def _by_own_range(x: Citations) -> Iterator[Finding]:
    """Pages behind the range that a note gives with them, and a word such as "here"."""
    for one in x.resolved:
        reference, locator = one.citation.reference, one.citation.locator
        if one.citation.kind is not CitationKind.FULL or reference is None or locator is None or one.note is None:
            continue
        # Without such a word they may be those of a second part, or of another source.
        there = (locator.label or "").casefold() in words("at_pages")
        pages = pages_of(reference) if locator.ranges and there else None
        if pages is not None and pages.high > pages.low and _outside(locator, pages):
            yield _citation(x, Work("", reference, note=one.note), pages, one, locator)


def _cited(x: Citations) -> Iterator[tuple[str, tuple[Resolved, Locator]]]:
    """The citations at pages, by their works."""
    known: dict[int, bool] = {}
    for one in x.resolved:
        locator = one.citation.locator
        if one.work is None or one.status not in KNOWN or one.citation.kind is CitationKind.FULL or locator is None:
            continue
        if locator.ranges and names_pages(locator) and not _doubtful(one, known):
            yield one.work.key, (one, locator)


def _outside(locator: Locator, pages: Range) -> bool:
    """Whether pages lie outside; a range that runs backwards is another defect, or no range."""
    if any(high < low for low, high in locator.ranges):
        return False
    return any(low < pages.low or high > pages.high for low, high in locator.ranges)


def _doubtful(one: Resolved, known: dict[int, bool]) -> bool:
    """Whether an Ibid, or one that it goes back to, may mean another source; ``known`` keeps what was found before."""
    chain = []
    at: Resolved | None = one
    while at is not None and id(at) not in known and not at.ambiguous:
        chain.append(id(at))
        at = at.antecedent
    verdict = at is not None and (at.ambiguous or known[id(at)])
    known.update(dict.fromkeys(chain, verdict))
    return verdict


def _citation(x: Citations, work: Work, pages: Range, one: Resolved, locator: Locator) -> Finding:
    text = " ".join(locator.span.text.split())
    return RULE.finding(
        Place.of(one, x.lang, locator.span),
        "citation",
        subject=f"{source_name(one)} {text}",
        about=[locator_key(x.lang, locator.span)],
        related=[Place.of(work, x.lang, pages.span)],
        confidence=Confidence.CERTAIN if one.certain else Confidence.LIKELY,
        text=text,
        source=work_name(work),
        range=_told(work, pages),
    )


def _told(work: Work, pages: Range) -> str:
    """The pages of a source as it gives them, on one line; those of a database may stand in two fields."""
    return (work.reference.pages if work.reference.pages_span is not None else None) or " ".join(
        pages.span.text.split()
    )


def _range(x: Citations, work: Work, pages: Range, outside: Sequence[Resolved]) -> Finding:
    return RULE.finding(
        Place.of(work, x.lang, pages.span),
        "range",
        subject=f"{work_name(work)} {pages.span.text}",
        about=[locator_key(x.lang, pages.span)],
        related=[Place.of(one, x.lang) for one in outside],
        confidence=Confidence.CERTAIN if all(one.certain for one in outside) else Confidence.LIKELY,
        source=work_name(work),
        range=_told(work, pages),
    )
