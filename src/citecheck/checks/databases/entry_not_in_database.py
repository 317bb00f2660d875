"""A printed entry that the database does not have.

The bibliography is said to come from the reference manager, and this source was added or changed by hand: the next export loses it. The rule
speaks only with `--compare-bibliography`, only of entries with a title and an author or a year, and abstains where the database has less than
half of the entries: then it is that of another text. What the database has and the text does not print is no finding, since a database is a library.

Wrong: "Kerbrat, A. (2012). *Ports*. Brest: Quai." where the database has nothing by Kerbrat. Right: an item for it in the database.

To mend it, add the source to the database, or correct the entry if it is meant to be another.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.subjects import entry_key
from citecheck.likeness.called import work_name
from citecheck.model.citations import Work
from citecheck.model.compared import Compared
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="DBS001",
    name="entry-not-in-database",
    severity=Severity.WARNING,
    messages={
        "absent": {
            "en": Wording(
                "“{source}” is printed here, and {file} does not have it.",
                "Add it to the database, or correct the entry.",
            ),
            "fr": Wording(
                "« {source} » est imprimé ici et manque dans {file}.",
                "L'ajouter à la base, ou corriger l'entrée.",
            ),
        },
    },
    wordless=True,
)

EXAMPLES = (Example("Nothing is compared here.\n\n## References\n\n- Doe, J. (2019). One. Press.\n"),)


def check(x: Compared) -> Iterator[Finding | Abstention]:
    """The entries that the database lacks, where it has most of them."""
    if not x.held and not x.absent:
        yield RULE.abstains(x.version.lang, "no-bibliography")
        return
    if len(x.held) < len(x.absent):
        yield RULE.abstains(x.version.lang, "other-database")
        return
    for work in x.absent:
        if work.entry is None or not _is_read(work):
            continue
        yield RULE.finding(
            Place.of(work, x.version.lang),
            "absent",
            subject=" ".join(work.reference.span.text.split())[:160],
            about=[entry_key(x.version.lang, work.entry)],
            confidence=Confidence.LIKELY,
            source=work_name(work),
            file=", ".join(x.files),
        )


def _is_read(work: Work) -> bool:
    """Whether enough of a source was read to look for it."""
    reference = work.reference
    return bool(reference.title) and bool(reference.authors or reference.year)
