"""A source cited without a page, although this document otherwise gives its pages.

The reader has to search the whole source for one statement. Only sources that the document cites by page at least three
times, and more often than not, are judged: web pages and short articles, which have no pages to give, are never among them.
"Ibid." takes over the page before it, a mention in the sentence ("Doe (2020) argues") means the whole work, and whatever
follows the year ("passim", "l. 40", "introduction") is taken for a place in the source.

Wrong: "Doe, 2020", where the other notes have "Doe, 2020, p. 4". Right: "Doe, 2020, p. 12".

To mend it, add the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from citecheck.checks.locators.pages import locator_key, names_pages
from citecheck.checks.subjects import notes_of, work_key
from citecheck.likeness.called import source_name, work_name
from citecheck.model.citations import Citations, Resolved, Status, Work
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.reference import CitationKind
from citecheck.model.rule import Example, Rule, Wording

FEWEST = 3
"""Citations by page from which pages are the document's habit for a source."""
KNOWN = (Status.ENTRY, Status.NOTE, Status.MISSPELT, Status.RETITLED)
POINTED = (CitationKind.SHORT, CitationKind.TITLE, CitationKind.OP_CIT, CitationKind.NUMBER, CitationKind.KEY)
POINTING = re.compile(r"[^\S\n]*[,:(\[][^\S\n]*(?=[\w§¶*])")
"""What leads from a citation to a place in its source."""

RULE = Rule(
    code="PAG002",
    name="missing-locator",
    severity=Severity.INFO,
    messages={
        "one": {
            "en": Wording(
                "“{text}” gives no page; {paged} other citations of this source do.",
                "Add the page, unless all of it is meant.",
            ),
            "fr": Wording(
                "« {text} » ne donne pas de page ; {paged} autres citations de cette source en donnent.",
                "Ajouter la page, sauf si la source entière est visée.",
            ),
        },
        "several": {
            "en": Wording(
                "{count} citations of {source} give no page; {paged} do.", "Add the pages, unless all of it is meant."
            ),
            "fr": Wording(
                "{count} citations de {source} ne donnent pas de page ; {paged} en donnent.",
                "Ajouter les pages, sauf si la source entière est visée.",
            ),
        },
    },
)

NOTES = "\n\n".join(f"<sup>{number}</sup> Doe, 2020, p. {number}" for number in range(1, 4))
EXAMPLES = (
    Example(
        f"A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup> D.<sup>4</sup>\n\n{NOTES}\n\n<sup>4</sup> Doe, 2020\n\n## References\n\nDoe, J. (2020). *One*. Press.\n",
        ("Doe, 2020",),
    ),
    Example(
        f"A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup> D.<sup>4</sup>\n\n{NOTES}\n\n<sup>4</sup> Ibid.\n\n## References\n\nDoe, J. (2020). *One*. Press.\n"
    ),
    Example(
        "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2020, p. 4\n\n<sup>2</sup> Doe, 2020\n\n## References\n\nDoe, J. (2020). *One*. Press.\n"
    ),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Each source with the citations that lack a page, where pages are the habit for it."""
    if not x.resolved:
        yield RULE.abstains(x.lang, "no-citations")
    starts = {(id(one.citation.span.source), one.citation.span.start) for one in x.resolved}
    for group in gathered(_known(x)).values():
        located = [locator for one, _ in group if (locator := one.citation.locator) is not None]
        lacking = [one for one, _ in group if _lacks(one, starts)]
        paged = sum(map(names_pages, located))
        if lacking and paged >= FEWEST and paged > len(lacking):
            yield _finding(x, lacking, group[0][1], paged)


def _known(x: Citations) -> Iterator[tuple[str, tuple[Resolved, Work]]]:
    """The citations whose source is known, with it and by its key."""
    for one in x.resolved:
        if one.work is not None and one.status in KNOWN and not one.ambiguous:
            yield one.work.key, (one, one.work)


def _lacks(one: Resolved, starts: Collection[tuple[int, int]]) -> bool:
    """Whether a citation lacks a page that it could have."""
    bare = one.citation.locator is None and one.citation.kind in POINTED
    return bare and not _mentioned(one) and not _pointed(one, starts)


def _finding(x: Citations, lacking: Sequence[Resolved], work: Work, paged: int) -> Finding:
    first, several = lacking[0], len(lacking) > 1
    return RULE.finding(
        [Place.of(one, x.lang) for one in lacking],
        "several" if several else "one",
        subject=work_name(work),
        about=[work_key(x.lang, work)],
        # Several without a page are a habit, whatever the other version says at one of them.
        because=[] if several else [locator_key(x.lang, first.citation.span)],
        confidence=Confidence.LIKELY,
        text=" ".join(first.citation.span.text.split()),
        source=source_name(first),
        paged=paged,
        count=len(lacking),
        notes=notes_of(lacking),
    )


def _mentioned(one: Resolved) -> bool:
    """Whether the sentence names the whole work: ``Doe (2020) argues``."""
    text = one.citation.span.text
    return (one.bracket is not None and one.bracket.narrative) or (text.endswith(")") and "(" in text)


def _pointed(one: Resolved, starts: Collection[tuple[int, int]]) -> bool:
    """Whether words behind the citation, and not the next citation, may say where in the source."""
    span = one.citation.span
    match = POINTING.match(span.source.text, span.end, span.end + 200)
    return match is not None and (id(span.source), match.end()) not in starts
