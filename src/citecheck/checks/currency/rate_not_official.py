"""A declared rate that the European Central Bank's reference rate does not confirm.

The rate of a day must be the reference rate of that day, or the last one before it (at most seven days earlier) where
there was none; the rate of a year must be the mean of that year's reference rates. Both are rounded half up to the
decimals that the document prints; one that differs by less than its last digit is only rounded otherwise, and an info.
Rates between two currencies of which neither is the euro are computed from theirs.

The rule abstains where a rate has neither day nor year, where the bank did not publish it (the Russian rouble before April
2005 and since March 2022, for instance; `[rates]` in `citecheck.toml` can say it), where the year is not over, and with
`official_rates = false`.

Wrong: "the average rate of 2019, €1 = US$1.15" (it was 1.1195). Right: "… €1 = US$1.12".

To mend it, correct the rate or its date, or name the source that it is from. Then see whether the amounts change.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, partial

from citecheck.checks.currency.declared import Where, declared_rates, rate_key, shown
from citecheck.checks.currency.official import official
from citecheck.languages import language
from citecheck.model.document import Document
from citecheck.model.evidence import Evidence
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.rates import OfficialRates
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CUR006",
    name="rate-not-official",
    severity=Severity.WARNING,
    messages={
        "day": {
            "en": Wording(
                "{rate} is not the ECB's reference rate of {day}: that was {official}.",
                "Correct the rate or its date, or name its source.",
            ),
            "fr": Wording(
                "{rate} n'est pas le taux de référence de la BCE du {day} : c'était {official}.",
                "Corriger le taux ou sa date, ou nommer sa source.",
            ),
        },
        "before": {
            "en": Wording(
                "{rate} is not the ECB's last reference rate before {day}: that was {official}, on {fixing}.",
                "Correct the rate or its date, or name its source.",
            ),
            "fr": Wording(
                "{rate} n'est pas le dernier taux de référence de la BCE avant le {day} : c'était {official}, le {fixing}.",
                "Corriger le taux ou sa date, ou nommer sa source.",
            ),
        },
        "year": {
            "en": Wording(
                "{rate} is not the average of the ECB's {count} reference rates of {day}: that is {official}.",
                "Correct the rate or its year, or name its source.",
            ),
            "fr": Wording(
                "{rate} n'est pas la moyenne des {count} taux de référence de la BCE de {day} : c'est {official}.",
                "Corriger le taux ou son année, ou nommer sa source.",
            ),
        },
        "own": {
            "en": Wording(
                "{rate} is not the rate of {day} in your own table: that is {official}.",
                "Correct the rate, or the table [rates] in citecheck.toml.",
            ),
            "fr": Wording(
                "{rate} n'est pas le taux de {day} dans votre propre table : c'est {official}.",
                "Corriger le taux, ou la table [rates] de citecheck.toml.",
            ),
        },
    },
)

EXAMPLES = (
    Example(
        "A.<sup>1</sup>\n\n<sup>1</sup> The average exchange rate in 2019 was €1 = US$1.15.\n",
        ("€1 = US$1.15",),
    ),
    Example(
        "A<sup>1</sup>.\n\n<sup>1</sup> Taux de change du 2 mars 2020 : 1 € = 1,21 $ US.\n",
        ("1 € = 1,21 $ US",),
        "fr",
    ),
    Example("A.<sup>1</sup>\n\n<sup>1</sup> The average exchange rate in 2019 was €1 = US$1.12.\n"),
    Example("A<sup>1</sup>.\n\n<sup>1</sup> Taux de change du 1er mars 2020 : 1 € = 1,10 $ US.\n", lang="fr"),
    Example("A.<sup>1</sup>\n\n<sup>1</sup> The average exchange rate in 2023 was €1 = 92.30 rubles.\n"),
)


def check(x: Evidence) -> Iterator[Finding | Abstention]:
    """Declared rates that neither the day's rate nor the year's average confirms."""
    for version in x.versions:
        document = version.document
        if document.rates and x.rates is None:
            yield RULE.abstains(document.lang, "official-rates-off")
        elif document.rates and x.rates is not None:
            yield from _judged(document, x.rates)


def _judged(document: Document, rates: OfficialRates) -> Iterator[Finding | Abstention]:
    where, lang = Where(document), language(document.lang)
    looked_up = cache(partial(official, rates))
    for one in declared_rates(document, where):
        rate = one.rate
        when = str(rate.year) if rate.year is not None else rate.day
        found = looked_up(one.base, one.quote, when) if when is not None else None
        if when is None or found is None:
            yield RULE.abstains(document.lang, "undated-rate" if when is None else "no-official-rate")
        elif not found.confirms(rate.value):
            yield RULE.finding(
                where.place(rate.span),
                found.kind,
                subject=f"rate {shown(rate.span)} {when}",
                about=[rate_key(document.lang, rate)],
                confidence=Confidence.LIKELY,
                severity=Severity.INFO if found.rounds_to(rate.value) else None,
                rate=shown(rate.span),
                day=when if rate.year is not None else date.fromisoformat(when),
                official=found.shown(rate.value, lang),
                fixing=found.day or "",
                count=found.count,
            )
