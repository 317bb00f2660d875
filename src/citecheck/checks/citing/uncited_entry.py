"""An entry of the bibliography that nothing cites.

The reader cannot tell what it is a source for. Mostly the passage that cited it was deleted, or its citations are
misspelt (which is then a finding of its own, and this one stays silent).

What the front matter names under `nocite` needs no citation, nor does the volume of a chapter in a bibliography file.
LaTeX prints of such a file what is cited, or what it is told to: nothing is said of the rest.

It is silent where the text or a note names the source in a form that was not read: by its title, its address or its number, by
its author with its year, or by its author, if nothing else by that author is cited.

The rule abstains under a heading such as "Further reading", where nothing cites the document's sources at all, where
fewer than three citations resolve, and where more than a third of the entries (six or more) are cited nowhere: then the
list is one of further reading whatever its heading, a library, or the bibliography of a longer work, or the citations
were not read.

Wrong: an entry by Roe, and no note that cites Roe. Right: every entry is cited at least once.

To mend it, cite the source where it was used, or delete the entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.checks.citing.naming import Named
from citecheck.checks.citing.packed import packed_entries
from citecheck.checks.subjects import CLEAR, MANY, cited_entries, entry_key, mostly
from citecheck.model.citations import Citations
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.frontmatter import front_uncited
from citecheck.model.rule import Example, Rule, Wording

CROSS_REFERENCE = re.compile(r"\b(?:crossref|xref)\s*=\s*[{\"]([^{}\"]{1,200})[}\"]", re.IGNORECASE)

RULE = Rule(
    code="CIT002",
    name="uncited-entry",
    severity=Severity.WARNING,
    messages={
        "uncited": {
            "en": Wording("No note or bracket cites this entry.", "Cite it where it was used, or delete it."),
            "fr": Wording(
                "Aucune note ni parenthèse ne cite cette entrée.", "La citer là où elle a servi, ou la supprimer."
            ),
        },
    },
    explains=("BIL004",),
)

NOTES = "A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup>\n\n<sup>1</sup> Doe, 2019\n\n<sup>2</sup> Roe, 2020\n\n<sup>3</sup> Low, 2021\n\n"
ENTRIES = "Doe, J. (2019). One.\n\nRoe, R. (2020). Two.\n\nLow, L. (2021). Three.\n\n"

EXAMPLES = (
    Example(NOTES + "## References\n\n" + ENTRIES + "Mill, M. (2018). Four.\n", ("Mill, M. (2018). Four.",)),
    Example(NOTES + "## References\n\n" + ENTRIES),
    Example(NOTES + "## References\n\n" + ENTRIES + "## Further reading\n\nMill, M. (2018). Four.\n"),
)


def _containers(x: Citations) -> set[str]:
    """The entries of a bibliography file that another one refers to as the volume that it stands in."""
    printed = {entry.entry_id for entry in x.document.printed_entries}
    kept = (entry for entry in x.document.entries if entry.entry_id not in printed)
    named = {key.strip().casefold() for entry in kept for key in CROSS_REFERENCE.findall(entry.body.text)}
    return {entry.entry_id for entry in x.document.entries if entry.entry_id.casefold() in named}


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Entries that no citation resolves to, not even one that is ambiguous or misspelt."""
    if not x.document.entries:
        yield RULE.abstains(x.lang, "no-bibliography")
        return
    if sum(one.work is not None and one.work.entry is not None for one in x.resolved) < CLEAR:
        yield RULE.abstains(x.lang, "few-citations" if x.resolved else "no-citations")
        return
    if not x.document.printed_entries and any(source.is_lined for source in x.document.sources):
        return
    if any(entry.further_reading for entry in x.document.entries):
        yield RULE.abstains(x.lang, "further-reading")
    cited = cited_entries(x)
    allowed = frozenset[str]().union(*(front_uncited(source.front) for source in x.document.sources), _containers(x))
    entries = [
        entry
        for entry in x.document.entries
        if not entry.further_reading and not {entry.entry_id, *entry.aliases, "*"} & allowed
    ]
    uncited = [entry for entry in entries if entry.entry_id not in cited]
    # A bibliography file is a library that several texts share.
    shared = len(uncited) >= MANY and not x.document.printed_entries
    if shared or mostly(len(uncited), len(entries)):
        yield RULE.abstains(x.lang, "mostly-uncited")
        return
    named, packed = Named(x, cited), packed_entries(x.document)
    for entry in uncited:
        if entry.entry_id in packed or named.names(entry):
            continue
        yield RULE.finding(
            Place.of(entry, x.lang, entry.body),
            "uncited",
            subject=" ".join(entry.body.text.split())[:160],
            about=[entry_key(x.lang, entry)],
            confidence=Confidence.CERTAIN,
        )
