"""A declared rate that does not say in which currency it is.

"1 € = 90,00" leaves the reader to guess of what. Mostly the conversion beside it tells, and the document's other rates
name theirs.

Wrong: "€1 = 90.00". Right: "€1 = 90.00 rubles".

To mend it, add the currency.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.currency.declared import Where, declared_rates, rate_key, shown
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CUR008",
    name="rate-without-currency",
    severity=Severity.WARNING,
    messages={
        "unknown": {
            "en": Wording("The rate {rate} does not say in which currency it is.", "Add the currency."),
            "fr": Wording("Le taux {rate} est donné sans sa monnaie.", "Ajouter la monnaie."),
        },
        "told": {
            "en": Wording(
                "The rate {rate} does not say in which currency it is; by its conversion, in {currency}.",
                "Add the currency.",
            ),
            "fr": Wording(
                "Le taux {rate} est donné sans sa monnaie ; d'après sa conversion, c'est {currency}.",
                "Ajouter la monnaie.",
            ),
        },
    },
)

EXAMPLES = (
    Example(
        "It cost €5 billion (450 billion rubles).<sup>1</sup>\n\n<sup>1</sup> The exchange rate is €1 = 90.00\n",
        ("€1 = 90.00",),
    ),
    Example(
        "Cela a coûté 5 milliards d'euros (450 milliards de roubles)<sup>1</sup>.\n\n"
        "<sup>1</sup> Taux de change : 1 € = 90,00\n",
        ("1 € = 90,00",),
        "fr",
    ),
    Example("It cost €5 billion (450 billion rubles).<sup>1</sup>\n\n<sup>1</sup> €1 = 90.00 rubles\n"),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Rates that print one currency only."""
    lacking = [rate for rate in x.rates if rate.base is None or rate.quote is None]
    if not lacking:
        return
    where = Where(x)
    told = {id(one.rate): one for one in declared_rates(x, where)}
    for rate in lacking:
        known = told.get(id(rate))
        yield RULE.finding(
            where.place(rate.span),
            "unknown" if known is None else "told",
            subject=f"rate {shown(rate.span)}",
            about=[rate_key(x.lang, rate)],
            rate=shown(rate.span),
            currency="" if known is None else known.base if rate.base is None else known.quote,
        )
