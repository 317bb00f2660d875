"""A waiver of a rule that does not exist.

A slip in a code makes a waiver that never waives anything, while its author believes that the matter is settled.

Wrong: `<!-- citecheck: ignore CIT999 known -->`. Right: `<!-- citecheck: ignore CIT002 known -->`; the beginning of codes
(`CIT`) and a rule's name (`uncited-entry`) will do as well.

To mend it, write the code of the finding that is meant; `citecheck rules` lists all codes."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.finding import Finding, Severity
from citecheck.model.gate import Effect, Waivers
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="WAI003",
    name="waiver-of-unknown-rule",
    severity=Severity.WARNING,
    messages={
        "unknown": {
            "en": Wording(
                "There is no rule {rule}.",
                "Write the code of a rule; 'citecheck rules' lists them.",
            ),
            "fr": Wording(
                "Il n'existe pas de règle {rule}.",
                "Indiquer le code d'une règle ; « citecheck rules » les énumère.",
            ),
        },
        "nearest": {
            "en": Wording(
                "There is no rule {rule}: is {nearest} meant?",
                "Write the code of a rule; 'citecheck rules' lists them.",
            ),
            "fr": Wording(
                "Il n'existe pas de règle {rule} : s'agit-il de {nearest} ?",
                "Indiquer le code d'une règle ; « citecheck rules » les énumère.",
            ),
        },
    },
)

EXAMPLES = (
    Example(
        "Text<sup>1</sup>.\n\n<!-- citecheck: ignore PGA001 as printed -->\n<sup>1</sup> Doe, 2020, p. 27-C2.N100\n",
        ("<!-- citecheck: ignore PGA001 as printed -->",),
    ),
    Example(
        "Text<sup>1</sup>.\n\n<!-- citecheck: ignore malformed-locator so -->\n<sup>1</sup> Doe, 2020, p. 27-C2.N100\n"
    ),
)


def check(x: Waivers) -> Iterator[Finding]:
    """Waivers whose rule is none."""
    for one in x.judged:
        if one.effect is Effect.UNKNOWN:
            yield RULE.finding(
                one.place,
                "nearest" if one.nearest else "unknown",
                subject=f"{one.waiver.rule} {one.waiver.written}",
                rule=one.waiver.rule,
                nearest=one.nearest,
            )
