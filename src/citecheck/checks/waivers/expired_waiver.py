"""A waiver whose last day has passed.

Somebody accepted a finding for a time, and that time is over: the finding counts again. The day is compared with `--today`,
with `SOURCE_DATE_EPOCH`, or with the clock.

Wrong: `<!-- citecheck: ignore PAG001 until=2020-01-31 the printer answers by then -->`. Right: a day that is still to come,
or no waiver.

To mend it, delete the waiver and mend what it hid, or give it another day and a reason for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from citecheck.model.finding import Finding, Severity
from citecheck.model.gate import Effect, Waivers
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="WAI002",
    name="expired-waiver",
    severity=Severity.WARNING,
    messages={
        "expired": {
            "en": Wording(
                "The waiver of {rule} ended on {day}.",
                "Delete it and mend what it hid, or give it another day.",
            ),
            "fr": Wording(
                "La dérogation à {rule} a pris fin le {day}.",
                "La supprimer et corriger ce qu'elle masquait, ou fixer une autre date.",
            ),
        },
    },
)

EXAMPLES = (
    Example(
        "Text<sup>1</sup>.\n\n<!-- citecheck: ignore PAG001 until=2020-01-31 for now -->\n<sup>1</sup> Doe, 2020, p. 27-C2.N100\n",
        ("<!-- citecheck: ignore PAG001 until=2020-01-31 for now -->",),
    ),
    Example(
        "Text<sup>1</sup>.\n\n<!-- citecheck: ignore PAG001 as printed -->\n<sup>1</sup> Doe, 2020, p. 27-C2.N100\n"
    ),
)


def check(x: Waivers) -> Iterator[Finding]:
    """Waivers that have ended."""
    for one in x.judged:
        if one.effect is Effect.EXPIRED:
            subject = f"{one.waiver.rule} {one.waiver.written}"
            yield RULE.finding(
                one.place, "expired", subject=subject, rule=one.waiver.rule, day=date.fromisoformat(one.waiver.until)
            )
