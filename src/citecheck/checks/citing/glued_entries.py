"""Two sources in one entry.

The second source cannot be found in the alphabet, has no number of its own, and every entry behind it may be numbered
otherwise than in the other language. Mostly a line break was lost.

Wrong: "23. Doe, J. (2019). One. https://…; Roe, R. (2020). Two. https://…". Right: two entries.

To mend it, make an entry of each, and renumber.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.subjects import entry_key
from citecheck.model.citations import Citations
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CIT012",
    name="glued-entries",
    severity=Severity.WARNING,
    messages={
        "glued": {
            "en": Wording("A second source begins inside this entry: “{source}”.", "Give it an entry of its own."),
            "fr": Wording(
                "Une seconde source commence dans cette entrée : « {source} ».", "Lui donner sa propre entrée."
            ),
        },
    },
    explains=("CIT001", "CIT002", "CIT010", "NUM009"),
)

EXAMPLES = (
    Example(
        "## References\n\n1. Doe, J. (2019). One good title. Press. Roe, R. (2020). Two other things. Press.\n2. Zoe, Z. (2021). Three.\n",
        ("Roe, R. (2020). Two other things. Press.",),
    ),
    Example(
        "## References\n\n1. Doe, J. (2019). One title. In R. Roe (Ed.), *A book of 2018* (p. 3-9). Press.\n2. Zoe, Z. (2021). Three.\n"
    ),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Every source of an entry behind its first."""
    if not x.document.entries:
        yield RULE.abstains(x.lang, "no-bibliography")
    for entry in x.document.entries:
        for reference in entry.references[1:]:
            text = " ".join(reference.span.text.split())
            yield RULE.finding(
                Place.of(entry, x.lang, reference.span),
                "glued",
                subject=text[:160],
                about=[entry_key(x.lang, entry)],
                source=text[:60] + ("…" if len(text) > 60 else ""),
            )
