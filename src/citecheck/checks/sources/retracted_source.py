"""A work that was retracted, removed or withdrawn.

The registry has a notice on the work itself, and no reinstatement since; corrections, concerns and new versions are other things. Where the entry says so itself, it is an information.

Wrong: a retracted article, cited like any other. Right: another source, or "(retracted)" behind the title.

To mend it, read the notice, and cite another source or say that it is retracted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from citecheck.checks.sources.told import ENTRY, TEXT, source_finding, with_status
from citecheck.languages.patterns import any_of
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.records import Record, Update, UpdateKind
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.sources import Judged, SourceReport, SourceStatus

RULE = Rule(
    code="SRC004",
    name="retracted-source",
    severity=Severity.ERROR,
    messages={
        "retracted": {
            "en": Wording(
                "{source} was retracted, says {registry}.",
                "Read the notice; cite another source, or say that it is retracted.",
            ),
            "fr": Wording(
                "{source} a été rétracté, selon {registry}.",
                "Lire l'avis ; citer une autre source, ou dire que celle-ci est rétractée.",
            ),
        },
        "dated": {
            "en": Wording(
                "{source} was retracted on {day}, says {registry}.",
                "Read the notice; cite another source, or say that it is retracted.",
            ),
            "fr": Wording(
                "{source} a été rétracté le {day}, selon {registry}.",
                "Lire l'avis ; citer une autre source, ou dire que celle-ci est rétractée.",
            ),
        },
    },
    wordless=True,
)

RECORD = Record("crossref", ("The ice of the northern harbours",), doi="10.5555/ice.1")
NOTICE = Update(UpdateKind.RETRACTION, "10.5555/notice.1", "2021-03-04")
EXAMPLES = (
    Example(TEXT, (ENTRY,), sources=(Judged(SourceStatus.RETRACTED, RECORD, update=NOTICE),)),
    Example(TEXT, sources=(Judged(SourceStatus.CONFIRMED, RECORD),)),
)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def check(x: SourceReport) -> Iterator[Finding | Abstention]:
    """Works with a notice of retraction that stands."""
    for one in with_status(x, (SourceStatus.RETRACTED,)):
        said = all(_says_so().search(printed.reference.span.text) for printed in one.subject.printed)
        day = one.update.day if one.update is not None else None
        severity = Severity.INFO if said else None
        if day and DAY.fullmatch(day):
            yield source_finding(RULE, one, "dated", severity=severity, day=date.fromisoformat(day))
        else:
            yield source_finding(RULE, one, "retracted", severity=severity)


@cache
def _says_so() -> re.Pattern[str]:
    """That a work was retracted, in the entry itself."""
    return re.compile(rf"(?<!\w){any_of('retraction_marks')}(?!\w)", re.IGNORECASE)
