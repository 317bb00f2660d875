"""The same source entered twice.

The reader takes one source for two, and citations split between them. Two entries are the same source where they share a
DOI or an address, or authors, year and title.

Wrong: two entries with one DOI. Right: one entry.

To mend it, merge the entries, and let all citations point to the one that stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.citing.packed import packed_entries
from citecheck.checks.subjects import shown_works, work_key
from citecheck.languages import words
from citecheck.languages.folding import fold
from citecheck.likeness.called import work_name
from citecheck.model.citations import Citations
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CIT011",
    name="duplicate-entry",
    severity=Severity.WARNING,
    messages={
        "twice": {
            "en": Wording("“{source}” is entered twice.", "Merge the two entries."),
            "fr": Wording("« {source} » figure deux fois.", "Réunir les deux entrées."),
        },
        "numbered": {
            "en": Wording("Entries {first} and {second} are the same source.", "Merge the two entries."),
            "fr": Wording("Les entrées {first} et {second} sont la même source.", "Réunir les deux entrées."),
        },
    },
    explains=("CIT002", "CIT005", "BIL004", "BIL005"),
)

EXAMPLES = (
    Example(
        "## References\n\n1. Doe, J. (2019). One good title. Press.\n2. Roe, R. (2020). Two. Press.\n3. Doe, J. (2019). One Good Title. Press.\n",
        ("Doe, J. (2019). One Good Title. Press.",),
    ),
    Example(
        "## References\n\n1. Doe, J. (2019). One good title. Press.\n2. Doe, J. (2019). Another thing altogether. Press.\n"
    ),
    Example(
        "# Elms\n\n## References\n\nDoe, J. (2019). One good title. Press.\n\n# Oaks\n\n## References\n\nDoe, J. (2019). One good title. Press.\n"
    ),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Entries whose source an earlier entry has."""
    packed = packed_entries(x.document)
    listed = [(work, work.entry) for work in shown_works(x) if work.entry is not None]
    works = [(work, entry) for work, entry in listed if entry.entry_id not in packed]
    if not works:
        yield RULE.abstains(x.lang, "no-bibliography")
    lists = _lists(x.document)
    from citecheck.likeness.catalogue import Catalogue

    catalogues = {number: Catalogue() for number in (0, *lists.values())}
    for work, entry in works:
        catalogue = catalogues[lists.get(entry.section, 0)]
        earlier = catalogue.earlier(work)
        catalogue.add(work)
        if earlier is None or earlier.entry is None or earlier.entry is entry:
            continue
        yield RULE.finding(
            Place.of(work, x.lang),
            "numbered" if entry.number and earlier.entry.number else "twice",
            subject=" ".join(work.reference.span.text.split())[:160],
            about=[work_key(x.lang, work), work_key(x.lang, earlier)],
            related=[Place.of(earlier, x.lang)],
            source=work_name(work),
            first=earlier.entry.number or "",
            second=entry.number or "",
        )
    if any(catalogue.crowded for catalogue in catalogues.values()):
        yield RULE.abstains(x.lang, "too-many-alike")


def _lists(document: Document) -> dict[int, int]:
    """The sections of a document, each with the ordinal of the list of references that it belongs to: a chapter may have its
    own."""
    titles = {fold(title) for title in words("bibliography_headings")}
    lists, ordinal = {}, 0
    for heading in document.headings:
        ordinal += fold(heading.title) in titles
        lists[heading.section] = ordinal
    return lists
