"""A work about which its publisher expressed concern, or that was corrected.

An expression of concern is a warning: what is cited may not hold. A correction is an information.

Wrong: nothing need be. Right: what the report says holds after the notice, too.

To mend it, read the notice.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.sources.told import ENTRY, TEXT, source_finding, with_status
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.records import Record, Update, UpdateKind
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.sources import Judged, SourceReport, SourceStatus

RULE = Rule(
    code="SRC010",
    name="corrected-or-concern",
    severity=Severity.WARNING,
    messages={
        "concern": {
            "en": Wording(
                "There is an expression of concern about {source}, says {registry}.",
                "Read it, and see whether what you say holds.",
            ),
            "fr": Wording(
                "Une mise en garde a été publiée sur {source}, selon {registry}.",
                "La lire, et voir si ce qui est dit tient.",
            ),
        },
        "corrected": {
            "en": Wording(
                "{source} was corrected, says {registry}.", "Read the correction, and see whether what you say holds."
            ),
            "fr": Wording(
                "{source} a été corrigé, selon {registry}.", "Lire le correctif, et voir si ce qui est dit tient."
            ),
        },
    },
    wordless=True,
)

RECORD = Record("crossref", ("The ice of the northern harbours",), doi="10.5555/ice.1")
EXAMPLES = (
    Example(TEXT, (ENTRY,), sources=(Judged(SourceStatus.CONCERN, RECORD, update=Update(UpdateKind.CONCERN)),)),
    Example(TEXT, (ENTRY,), sources=(Judged(SourceStatus.CORRECTED, RECORD, update=Update(UpdateKind.CORRECTION)),)),
    Example(TEXT, sources=(Judged(SourceStatus.CONFIRMED, RECORD),)),
)


def check(x: SourceReport) -> Iterator[Finding | Abstention]:
    """Works with such a notice and no retraction."""
    for one in with_status(x, (SourceStatus.CONCERN,)):
        yield source_finding(RULE, one, "concern")
    for one in x.sources:
        if (
            one.status is not SourceStatus.CONCERN
            and one.update is not None
            and one.update.kind is UpdateKind.CORRECTION
        ):
            yield source_finding(RULE, one, "corrected", severity=Severity.INFO)
