"""A number skipped in a numbered bibliography.

The reader wonders which entry is missing, and references by number point to the wrong one. Mostly an entry was taken out
without renumbering the others.

Wrong: entries 6, 8, 9. Right: entries 6, 7, 8.

To mend it, renumber the entries from there on, or put the missing one back.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.numbering.entry_sequence import EntryFault, entry_faults
from citecheck.checks.subjects import entry_key, entry_order_key, gap_subject
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="NUM007",
    name="entry-number-gap",
    severity=Severity.WARNING,
    of_source=False,
    wordless=True,
    messages={
        "one": {
            "en": Wording(
                "There is no entry {missing}: the bibliography goes from {before} to {entry}.",
                "Renumber the entries, or put the missing one back.",
            ),
            "fr": Wording(
                "Il n'y a pas d'entrée {missing} : la bibliographie passe de {before} à {entry}.",
                "Renuméroter les entrées, ou rétablir celle qui manque.",
            ),
        },
        "several": {
            "en": Wording(
                "There are no entries {missing} to {last}: the bibliography goes from {before} to {entry}.",
                "Renumber the entries, or put the missing ones back.",
            ),
            "fr": Wording(
                "Il n'y a pas d'entrées {missing} à {last} : la bibliographie passe de {before} à {entry}.",
                "Renuméroter les entrées, ou rétablir celles qui manquent.",
            ),
        },
        "instead": {
            "en": Wording(
                "This entry is numbered {entry} where {missing} is expected.", "Correct its number to {missing}."
            ),
            "fr": Wording(
                "Cette entrée porte le numéro {entry} là où l'on attend {missing}.", "Corriger son numéro en {missing}."
            ),
        },
    },
    explains=("CIT001", "CIT002", "BIL005"),
)

EXAMPLES = (
    Example("## References\n\n1. Doe, J. (2019). One.\n2. Roe, R. (2020). Two.\n4. Zoe, Z. (2021). Three.\n", ("4.",)),
    Example("## References\n\n1. Doe, J. (2019). One.\n2. Roe, R. (2020). Two.\n"),
    Example("## References\n\n- Doe, J. (2019). One.\n- Roe, R. (2020). Two.\n"),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Numbers missing between two entries, and single entries with a number out of sequence."""
    if not x.entries:
        yield RULE.abstains(x.lang, "no-bibliography")
    for fault in entry_faults(x):
        if fault.kind is not EntryFault.Kind.GAP:
            continue
        entry = fault.entry
        text = " ".join(entry.body.text.split())[:120]
        mistyped = [entry_key(x.lang, entry), f"{x.lang}:cited:[{fault.first}]"] if fault.mistyped else []
        yield RULE.finding(
            Place.of(entry, x.lang, entry.number_span),
            "instead" if fault.mistyped else "one" if fault.first == fault.last else "several",
            subject=text if fault.mistyped else gap_subject(x, entry.section, fault.last - fault.first + 1),
            about=[entry_order_key(x.lang, entry), *mistyped],
            missing=str(fault.first),
            last=str(fault.last),
            before=str(fault.first - 1),
            entry=entry.number or "",
        )
