"""A preprint that has appeared since.

The registry links it to the article that it became: readers look for that, and it may say something else.

Wrong: the preprint of 2019, whose article appeared in 2020. Right: the article, or the preprint with a word on why.

To mend it, cite the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.sources.told import ENTRY, TEXT, source_finding, with_status
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.records import Record
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.sources import Judged, SourceReport, SourceStatus

RULE = Rule(
    code="SRC008",
    name="published-since",
    severity=Severity.INFO,
    messages={
        "since": {
            "en": Wording(
                "{source} has appeared since as {doi}, says {registry}.", "Cite the article, if it says the same."
            ),
            "fr": Wording(
                "{source} a paru depuis sous {doi}, selon {registry}.", "Citer l'article, s'il dit la même chose."
            ),
        },
    },
    wordless=True,
)

RECORD = Record("crossref", ("The ice of the northern harbours",), published_as="10.5555/ice.2")
EXAMPLES = (
    Example(TEXT, (ENTRY,), sources=(Judged(SourceStatus.PUBLISHED_SINCE, RECORD),)),
    Example(TEXT, sources=(Judged(SourceStatus.CONFIRMED, RECORD),)),
)


def check(x: SourceReport) -> Iterator[Finding | Abstention]:
    """Preprints whose record names the article."""
    for one in with_status(x, (SourceStatus.PUBLISHED_SINCE,)):
        if one.record is not None and one.record.published_as:
            yield source_finding(RULE, one, "since", doi=one.record.published_as)
