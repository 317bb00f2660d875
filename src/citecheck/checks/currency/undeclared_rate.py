"""Converted amounts for which the document declares no rate.

The reader cannot check the conversion, and cannot tell of which day or year it is. All conversions between the same two
currencies are one finding.

Where the document declares no rate at all, fewer than five such conversions are information only: sources give amounts in two
currencies, too. The rule says nothing where a conversion calls a note that is missing: the rate may have stood there.

A rate counts wherever it is declared, in a note or in the text, and also where it prints only one of the two currencies
(which is a finding of its own, CUR008).

Wrong: "€4.8 billion (US$6 billion)" and no word about the rate. Right: a note "Converted at €1 = US$1.25, the rate of
30 January 2018."

To mend it, declare the rate and its day or year in a note at the first conversion.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.currency.declared import Where, conversions_of, currencies_of, declared_rates
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.order import gathered
from citecheck.model.rule import Example, Rule, Wording

SEVERAL = 5
"""Conversions from which on a document without any rate plainly converts by itself, and does not repeat what its sources give."""

RULE = Rule(
    code="CUR002",
    name="undeclared-rate",
    severity=Severity.WARNING,
    messages={
        "one": {
            "en": Wording(
                "The document declares no rate between {main} and {foreign} for this conversion.",
                "Declare it, with its day or year, in a note.",
            ),
            "fr": Wording(
                "Le document n'indique pas de taux entre {main} et {foreign} pour cette conversion.",
                "L'indiquer, avec son jour ou son année, dans une note.",
            ),
        },
        "several": {
            "en": Wording(
                "The document declares no rate between {main} and {foreign} for these {count} conversions.",
                "Declare it, with its day or year, in a note at the first of them.",
            ),
            "fr": Wording(
                "Le document n'indique pas de taux entre {main} et {foreign} pour ces {count} conversions.",
                "L'indiquer, avec son jour ou son année, dans une note à la première d'entre elles.",
            ),
        },
    },
)

EXAMPLES = (
    Example(
        "It cost €4.8 billion (US$6 billion), then €8 billion (US$10 billion).\n",
        ("€4.8 billion (US$6 billion",),
    ),
    Example("It cost €4.8 billion (US$6 billion).<sup>1</sup>\n\n<sup>1</sup> Converted at €1 = US$1.25.\n"),
    Example(
        "Cela a coûté 5 milliards d'euros (450 milliards de roubles)<sup>1</sup>.\n\n<sup>1</sup> 1 € = 90,00\n",
        lang="fr",
    ),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """One finding for each two currencies between which the document converts without a rate."""
    if not x.conversions:
        return
    where, notes = Where(x), {None, *(note.note_id for note in x.notes)}
    known = {one.currencies for one in declared_rates(x, where)}
    # A rate that prints one currency may be meant for each that it is converted to.
    half_known = {rate.base or rate.quote for rate in x.rates if not (rate.base and rate.quote)}
    groups = gathered((currencies_of(one), one) for one in conversions_of(x))
    for currencies, group in groups.items():
        lost = any(one.marker not in notes for one in group)
        if lost or currencies in known or not half_known.isdisjoint(currencies):
            continue
        main, foreign = group[0].converted.currency, group[0].original.currency
        yield RULE.finding(
            [where.place(one.span) for one in group],
            "several" if len(group) > 1 else "one",
            severity=None if x.rates or len(group) >= SEVERAL else Severity.INFO,
            subject=f"rate {' '.join(sorted((main, foreign)))}",
            main=main,
            foreign=foreign,
            count=len(group),
        )
