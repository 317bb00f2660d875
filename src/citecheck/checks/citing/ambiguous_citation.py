"""A citation that fits several entries, or a year suffix without its sibling.

"Doe, 2020" may mean either of two entries by Doe of that year; and "Doe, 2022a" promises a "2022b" that does not exist.
The reader cannot tell which source is meant, or looks for one that is not there.

Wrong: "Doe, 2020" with two such entries; an entry "Doe (2022a)" alone. Right: "Doe, 2020a" and "Doe, 2020b" in entries
and citations.

To mend it, add suffixes to entries and citations, or take a lone suffix out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citecheck.checks.subjects import grouped, notes_of, work_key
from citecheck.likeness.called import source_name, work_name
from citecheck.model.citations import Citations, Resolved, Status, Work
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.reference import CitationKind
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CIT005",
    name="ambiguous-citation",
    severity=Severity.WARNING,
    messages={
        "several": {
            "en": Wording(
                "“{source}” fits several entries: {entries}.",
                "Tell them apart with suffixes (2020a, 2020b), in entries and citations.",
            ),
            "fr": Wording(
                "« {source} » peut désigner plusieurs entrées : {entries}.",
                "Les distinguer par des lettres (2020a, 2020b), dans les entrées et les citations.",
            ),
        },
        "suffix": {
            "en": Wording(
                "“{source}” has a suffix, but no other source of that author and year exists.",
                "Take the suffix out, or add the other source.",
            ),
            "fr": Wording(
                "« {source} » porte une lettre, mais il n'existe pas d'autre source de cet auteur pour cette année.",
                "Retirer la lettre, ou ajouter l'autre source.",
            ),
        },
        "unlettered": {
            "en": Wording(
                "“{source}” is cited with a suffix that its entry does not have.",
                "Write the year the same in both places.",
            ),
            "fr": Wording(
                "« {source} » est cité avec une lettre que son entrée n'a pas.",
                "Écrire l'année de la même façon aux deux endroits.",
            ),
        },
    },
    explains=("BIL007",),
)

EXAMPLES = (
    Example(
        "A.<sup>1</sup>\n\n<sup>1</sup> Doe, 2020, p. 3\n\n## References\n\nDoe, J. (2020). One.\n\nDoe, J. (2020). Two other.\n",
        ("Doe, 2020, p. 3",),
    ),
    Example(
        "A.<sup>1</sup>\n\n<sup>1</sup> Doe, 2022a\n\n## References\n\nDoe, J. (2022a). One.\n",
        ("Doe, J. (2022a). One.",),
    ),
    Example(
        "A ([Doe, 2020](https://example.org/two)).\n\n## References\n\nDoe, J. (2020). One.\n\nDoe, J. (2020). Two other.\n"
    ),
    Example(
        "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2022a\n\n<sup>2</sup> Doe, 2022b\n\n"
        "## References\n\nDoe, J. (2022a). One.\n\nDoe, J. (2022b). Two.\n"
    ),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Ambiguous sources, each once with all its places, and lone suffixes."""
    if not x.works:
        yield RULE.abstains(x.lang, "no-bibliography")
    called = _Called(x)
    for group in grouped(x, Status.AMBIGUOUS, (CitationKind.SHORT,)):
        if all(one.bracket is not None and one.bracket.signs == "link" for one in group):
            # The link tells which is meant.
            continue
        if all(map(called.is_told, group)):
            continue
        first = group[0]
        yield RULE.finding(
            [Place.of(one, x.lang) for one in group],
            "several",
            subject=source_name(first),
            about=[work_key(x.lang, work) for work in first.candidates],
            source=source_name(first),
            entries=tuple(_label(work) for work in first.candidates),
            notes=notes_of(group),
        )
    yield from _lone(x)
    yield from _unlettered(x)


class _Called:
    """The notes that are called right behind a citation in the text, which may tell what it means."""

    def __init__(self, x: Citations) -> None:
        self._x = x
        self._notes = {note.note_id: note for note in x.document.notes}
        self._at = {(marker.span.source, marker.span.start): marker.note_id for marker in x.document.markers}

    def is_told(self, one: Resolved) -> bool:
        """Whether a note right behind a citation cites one of the sources that it may mean: ``Doe (2020)[^3]``."""
        end = one.bracket.span.end if one.bracket is not None else one.citation.span.end
        note = self._notes.get(self._at.get((one.citation.span.source, end), ""))
        told = {link.work.key for link in self._x.of_note(note) if link.work is not None} if note is not None else set()
        return not told.isdisjoint(work.key for work in one.candidates)


def _label(work: Work) -> str:
    number = work.entry.number if work.entry is not None else None
    return f"[{number}]" if number else f"“{(work.reference.title or work_name(work))[:50]}”"


def _lone(x: Citations) -> Iterator[Finding]:
    """Sources with a suffix that no other of their author and year stands beside."""
    siblings = Counter((_family(work), work.reference.year) for work in x.works)
    for work in x.works:
        if work.reference.suffix and _family(work) and siblings[_family(work), work.reference.year] == 1:
            citing = [one for one in x.resolved if one.work is work and one.citation.span != work.reference.span]
            yield RULE.finding(
                Place.of(work, x.lang),
                "suffix",
                subject=work_name(work),
                about=[work_key(x.lang, work)],
                related=[Place.of(one, x.lang) for one in citing],
                source=work_name(work),
            )


def _unlettered(x: Citations) -> Iterator[Finding]:
    """Citations with a suffix that their source does not have."""
    for one in x.resolved:
        if (
            one.citation.kind is CitationKind.SHORT
            and one.citation.suffix
            and one.work
            and not one.work.reference.suffix
        ):
            yield RULE.finding(
                Place.of(one, x.lang),
                "unlettered",
                subject=source_name(one),
                about=[work_key(x.lang, one.work)],
                source=source_name(one),
            )


def _family(work: Work) -> str:
    return work.reference.authors[0].family.casefold() if work.reference.authors else ""
