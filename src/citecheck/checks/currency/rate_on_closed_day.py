"""A rate that is dated on a day without reference rate.

The European Central Bank publishes reference rates on working days only. A rate "of Sunday 1 March" is that of another day,
or from another source, and the reader cannot look it up.

The rule abstains as CUR006 does: where the bank does not publish the currency, and with `official_rates = false`.

Wrong: "€1 = US$1.10 (1 March 2020)". Right: "€1 = US$1.10 (28 February 2020)".

To mend it, give the day of the rate that was used, or name its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from citecheck.checks.currency.declared import Where, declared_rates, rate_key, shown
from citecheck.checks.currency.official import is_closed
from citecheck.model.evidence import Evidence
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording

SATURDAY, SUNDAY = 5, 6

RULE = Rule(
    code="CUR007",
    name="rate-on-closed-day",
    severity=Severity.INFO,
    messages={
        "saturday": {
            "en": Wording(
                "{day} was a Saturday: the ECB has no reference rate of that day.",
                "Give the day of the rate that was used, or name its source.",
            ),
            "fr": Wording(
                "Le {day} était un samedi : la BCE n'a pas de taux de référence pour ce jour.",
                "Donner le jour du taux employé, ou nommer sa source.",
            ),
        },
        "sunday": {
            "en": Wording(
                "{day} was a Sunday: the ECB has no reference rate of that day.",
                "Give the day of the rate that was used, or name its source.",
            ),
            "fr": Wording(
                "Le {day} était un dimanche : la BCE n'a pas de taux de référence pour ce jour.",
                "Donner le jour du taux employé, ou nommer sa source.",
            ),
        },
        "holiday": {
            "en": Wording(
                "The ECB has no reference rate of {day}, a holiday.",
                "Give the day of the rate that was used, or name its source.",
            ),
            "fr": Wording(
                "La BCE n'a pas de taux de référence pour le {day}, jour férié.",
                "Donner le jour du taux employé, ou nommer sa source.",
            ),
        },
    },
)

EXAMPLES = (
    Example("A.<sup>1</sup>\n\n<sup>1</sup> The exchange rate was €1 = US$1.10 (1 March 2020).\n", ("€1 = US$1.10",)),
    Example(
        "A<sup>1</sup>.\n\n<sup>1</sup> Taux de change du 1er mai 2020 : 1 € = 1,09 $ US.\n", ("1 € = 1,09 $ US",), "fr"
    ),
    Example("A.<sup>1</sup>\n\n<sup>1</sup> The exchange rate was €1 = US$1.10 (28 February 2020).\n"),
    Example("A.<sup>1</sup>\n\n<sup>1</sup> The exchange rate was €1 = 80.1 rubles (1 October 2023).\n"),
)


def check(x: Evidence) -> Iterator[Finding | Abstention]:
    """Dated rates for which the table has earlier and later days, but not theirs."""
    for version in x.versions:
        document = version.document
        if not any(rate.day for rate in document.rates):
            continue
        if x.rates is None:
            yield RULE.abstains(document.lang, "official-rates-off")
            continue
        where = Where(document)
        for one in declared_rates(document, where):
            if one.rate.day is None:
                continue
            day = date.fromisoformat(one.rate.day)
            closed = is_closed(x.rates, one.base, one.quote, day)
            if closed is None:
                yield RULE.abstains(document.lang, "no-official-rate")
            elif closed:
                yield RULE.finding(
                    where.place(one.rate.span),
                    {SATURDAY: "saturday", SUNDAY: "sunday"}.get(day.weekday(), "holiday"),
                    subject=f"rate {shown(one.rate.span)} {one.rate.day}",
                    about=[rate_key(document.lang, one.rate)],
                    day=day,
                )
