"""One number given to two entries.

A reference by number is ambiguous. Mostly an entry was inserted without renumbering the others.

Wrong: entries 5, 6, 6, 7. Right: entries 5, 6, 7, 8.

To mend it, renumber the entries from there on.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.numbering.entry_sequence import EntryFault, entry_faults
from citecheck.checks.subjects import entry_key, entry_order_key
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

RULE = Rule(
    code="NUM008",
    name="entry-number-duplicate",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    wordless=True,
    messages={
        "twice": {
            "en": Wording("Two entries are numbered {entry}.", "Renumber the entries from here on."),
            "fr": Wording("Deux entrées portent le numéro {entry}.", "Renuméroter les entrées à partir d'ici."),
        },
        "instead": {
            "en": Wording(
                "Two entries are numbered {entry}; here {expected} is expected.", "Correct its number to {expected}."
            ),
            "fr": Wording(
                "Deux entrées portent le numéro {entry} ; ici, on attend {expected}.",
                "Corriger son numéro en {expected}.",
            ),
        },
    },
    explains=("NUM007", "CIT001", "CIT002", "BIL005"),
)

EXAMPLES = (
    Example(
        "## References\n\n1. Doe, J. (2019). One.\n\n2. Roe, R. (2020). Two.\n\n2. Zoe, Z. (2021). Three.\n", ("2.",)
    ),
    Example("## References\n\n1. Doe, J. (2019). One.\n2. Roe, R. (2020). Two.\n"),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Entries of a number that an entry of the same list has too."""
    if not x.entries:
        yield RULE.abstains(x.lang, "no-bibliography")
    for fault in entry_faults(x):
        if fault.kind is not EntryFault.Kind.DUPLICATE or fault.twin is None:
            continue
        entry = fault.entry
        yield RULE.finding(
            Place.of(entry, x.lang, entry.number_span),
            "instead" if fault.mistyped else "twice",
            subject=" ".join(entry.body.text.split())[:120],
            about=[entry_key(x.lang, entry), entry_order_key(x.lang, entry), f"{x.lang}:cited:[{fault.first}]"],
            related=[Place.of(fault.twin, x.lang)],
            entry=entry.number or "",
            expected=str(fault.first),
        )
