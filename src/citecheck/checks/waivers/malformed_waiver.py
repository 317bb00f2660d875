"""A comment for citecheck that it cannot understand, or that gives no reason.

A comment that begins with `citecheck:` is meant as a waiver. Where it is written otherwise than waivers are, nothing is
waived; where it gives no reason, it holds, but nobody will know later why.

Wrong: `<!-- citecheck: ignroe PAG001 as printed -->`. Right: `<!-- citecheck: ignore PAG001 as printed -->`,
`<!-- citecheck: ignore-file STY001, STY003 the publisher's style -->`,
`<!-- citecheck: ignore CIT002 until=2030-01-31 cited in the second volume -->`.

To mend it, write `ignore` (for the next note, entry, heading or paragraph) or `ignore-file`, one or several rules with
commas, a last day if there is one, and the reason."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.finding import Finding, Severity
from citecheck.model.gate import Effect, Waivers
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="WAI004",
    name="malformed-waiver",
    severity=Severity.WARNING,
    messages={
        "word": {
            "en": Wording(
                "A comment for citecheck says neither 'ignore' nor 'ignore-file'.",
                "Write it as in <!-- citecheck: ignore CIT002 the reason -->.",
            ),
            "fr": Wording(
                "Un commentaire destiné à citecheck ne dit ni « ignore » ni « ignore-file ».",
                "L'écrire comme <!-- citecheck: ignore CIT002 le motif -->.",
            ),
        },
        "rule": {
            "en": Wording(
                "A waiver names no rule.",
                "Write it as in <!-- citecheck: ignore CIT002 the reason -->.",
            ),
            "fr": Wording(
                "Une dérogation ne nomme aucune règle.",
                "L'écrire comme <!-- citecheck: ignore CIT002 le motif -->.",
            ),
        },
        "day": {
            "en": Wording(
                "The last day of a waiver is no date.",
                "Write it as in <!-- citecheck: ignore CIT002 the reason -->.",
            ),
            "fr": Wording(
                "Le dernier jour d'une dérogation n'est pas une date.",
                "L'écrire comme <!-- citecheck: ignore CIT002 le motif -->.",
            ),
        },
        "open": {
            "en": Wording(
                "A comment for citecheck is not closed.",
                "Write it as in <!-- citecheck: ignore CIT002 the reason -->.",
            ),
            "fr": Wording(
                "Un commentaire destiné à citecheck n'est pas fermé.",
                "L'écrire comme <!-- citecheck: ignore CIT002 le motif -->.",
            ),
        },
        "reason": {
            "en": Wording(
                "A waiver of {rule} gives no reason.",
                "Write it as in <!-- citecheck: ignore CIT002 the reason -->.",
            ),
            "fr": Wording(
                "Une dérogation à {rule} ne donne pas de motif.",
                "L'écrire comme <!-- citecheck: ignore CIT002 le motif -->.",
            ),
        },
    },
)

EXAMPLES = (
    Example(
        "Text<sup>1</sup>.\n\n<!-- citecheck: ignroe PAG001 as printed -->\n<sup>1</sup> Doe, 2020, p. 27-C2.N100\n",
        ("<!-- citecheck: ignroe PAG001 as printed -->",),
    ),
    Example(
        "Text<sup>1</sup>.\n\n<!-- citecheck: ignore PAG001 as printed -->\n<sup>1</sup> Doe, 2020, p. 27-C2.N100\n"
    ),
)


def check(x: Waivers) -> Iterator[Finding]:
    """Comments that are no waivers, and waivers without a reason that hold all the same."""
    for one in x.judged:
        waiver = one.waiver
        if waiver.problem and one.effect in (Effect.MALFORMED, Effect.HELD, Effect.UNJUDGED):
            yield RULE.finding(one.place, waiver.problem, subject=f"{waiver.rule} {waiver.written}", rule=waiver.rule)
