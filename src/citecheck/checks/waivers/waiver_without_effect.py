"""A waiver that waives nothing.

A comment or a block of the configuration accepts findings of a rule, and the rule finds nothing there: what was wrong has
been put right, or the comment has lost its place. A waiver that stays behind would hide the next defect of its kind. So
would one that covers some places of a finding and not the others, which is why such a finding is not waived.

A decision of `citecheck.decisions.toml` whose notes were rewritten is such a waiver too.

Wrong: `<!-- citecheck: ignore PAG001 as printed -->` before a note whose pages are well written. Right: no comment.

To mend it, delete the waiver, or put it right before the note, entry or paragraph that it is about. A finding with several
places is waived at each of them, by `ignore-file`, or by its source in `citecheck.toml`. Nothing is said about a waiver
of a rule that did not run."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.finding import Finding, Severity
from citecheck.model.gate import Effect, Waivers
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="WAI001",
    name="waiver-without-effect",
    severity=Severity.WARNING,
    messages={
        "unused": {
            "en": Wording(
                "Nothing here is found by {rule}: the waiver has no effect.",
                "Delete it, or move it right before what it is about.",
            ),
            "fr": Wording(
                "{rule} ne trouve rien ici : la dérogation est sans effet.",
                "La supprimer, ou la placer juste avant ce qu'elle concerne.",
            ),
        },
        "partial": {
            "en": Wording(
                "The waiver of {rule} covers {covered} of the {total} places of a finding, which therefore stays.",
                "Waive the other places too, or waive it by file or source.",
            ),
            "fr": Wording(
                "La dérogation à {rule} couvre {covered} des {total} emplacements d'un constat, qui reste donc.",
                "Couvrir aussi les autres emplacements, ou déroger par fichier ou par source.",
            ),
        },
        "decision": {
            "en": Wording(
                "The decision about {about_notes} matches nothing any more.",
                "Delete its line, or decide anew with 'citecheck reconcile'.",
            ),
            "fr": Wording(
                "La décision sur {about_notes} ne correspond plus à rien.",
                "Supprimer sa ligne, ou décider à nouveau avec « citecheck reconcile ».",
            ),
        },
    },
)

EXAMPLES = (
    Example(
        "Text<sup>1</sup>.\n\n<!-- citecheck: ignore PAG001 as printed -->\n<sup>1</sup> Doe, 2020, p. 4\n",
        ("<!-- citecheck: ignore PAG001 as printed -->",),
    ),
    Example(
        "Text<sup>1</sup>.\n\n<!-- citecheck: ignore PAG001 as printed -->\n<sup>1</sup> Doe, 2020, p. 27-C2.N100\n"
    ),
)


def check(x: Waivers) -> Iterator[Finding]:
    """Waivers that waive nothing, or not the whole of a finding."""
    for one in x.judged:
        if one.effect in (Effect.UNUSED, Effect.PARTIAL):
            yield RULE.finding(
                one.place,
                one.effect.value,
                subject=f"{one.effect.value} {one.waiver.rule} {one.waiver.written}",
                rule=one.waiver.rule,
                covered=one.covered,
                total=one.total,
            )
    for decision in x.stale:
        yield RULE.finding(decision.place, "decision", subject=f"decision {decision.about}", about_notes=decision.about)
