"""Ibid and its kin with nothing to go back to.

"Ibid.", "id.", "idem" and "loc. cit." repeat the source cited just before: they mean nothing at the start, or after a note
that cites none. "Op. cit." and "art. cit." go back to that author's last citation: they mean nothing where the author was
not cited before. "Supra note 12" means nothing where there is no note 12, or where that stands further on. Mostly a note was inserted or moved.

It says nothing of an Ibid behind a note in which it reads no citation, but which may be one: where anything in it is like a
source (a title, a year, a page, a name before a title, "see", a law or an archive). A note that only mentions something like "figures" makes the finding a warning.

Wrong: a note that explains an exchange rate, then "Ibid., p. 4". Right: the source again, "Doe, 2019, p. 4".

To mend it, write the citation out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from citecheck.checks.citing.sourcelike import may_cite, mentions_source
from citecheck.checks.subjects import near_key, number_key
from citecheck.languages import words
from citecheck.languages.folding import fold
from citecheck.model.citations import Citations, Resolved, Status, Work
from citecheck.model.document import Note
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.reference import CitationKind
from citecheck.model.rule import Example, Rule, Trust, Wording
from citecheck.model.source import Span

DATED = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
LOOKED_AT = 20_000
BESIDE = 12
"""Characters before a pointer in which it is said where the note stands."""

RULE = Rule(
    code="CIT008",
    name="ibid-without-antecedent",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    messages={
        "first": {
            "en": Wording("“{text}” has no source before it.", "Write the citation out."),
            "fr": Wording("« {text} » ne renvoie à rien : aucune source ne précède.", "Écrire la citation en entier."),
        },
        "comment": {
            "en": Wording("“{text}” follows note {before}, which cites no source.", "Write the citation out."),
            "fr": Wording(
                "« {text} » suit la note {before}, qui ne cite aucune source.", "Écrire la citation en entier."
            ),
        },
        "author": {
            "en": Wording(
                "“{text}”: the author was not cited before.", "Give the source in full here, or its author and year."
            ),
            "fr": Wording(
                "« {text} » : cet auteur n'a pas été cité auparavant.",
                "Donner ici la référence complète, ou l'auteur et l'année.",
            ),
        },
        "title": {
            "en": Wording("“{text}”: no source of this title was cited before.", "Give the source in full here."),
            "fr": Wording(
                "« {text} » : aucune source de ce titre n'a été citée auparavant.",
                "Donner ici la référence complète.",
            ),
        },
        "other": {
            "en": Wording(
                "“{text}” follows note {before}, which cites somebody else.",
                "Correct the name, or write the citation out.",
            ),
            "fr": Wording(
                "« {text} » suit la note {before}, qui cite quelqu'un d'autre.",
                "Corriger le nom, ou écrire la citation en entier.",
            ),
        },
        "near": {
            "en": Wording(
                "“{text}”: the author was not cited before, but {near} was (note {before}).",
                "Correct the name, or give the source in full here.",
            ),
            "fr": Wording(
                "« {text} » : cet auteur n'a pas été cité auparavant, mais {near} l'a été (note {before}).",
                "Corriger le nom, ou donner ici la référence complète.",
            ),
        },
        "note": {
            "en": Wording("“{text}” points to a note that does not exist.", "Correct the number of the note."),
            "fr": Wording("« {text} » renvoie à une note qui n'existe pas.", "Corriger le numéro de la note."),
        },
        "back": {
            "en": Wording(
                "“{text}” points back, but note {before} does not stand before this one.",
                "Correct the number of the note.",
            ),
            "fr": Wording(
                "« {text} » renvoie plus haut, mais la note {before} ne précède pas celle-ci.",
                "Corriger le numéro de la note.",
            ),
        },
        "ahead": {
            "en": Wording(
                "“{text}” points ahead, but note {before} does not stand behind this one.",
                "Correct the number of the note.",
            ),
            "fr": Wording(
                "« {text} » renvoie plus bas, mais la note {before} ne suit pas celle-ci.",
                "Corriger le numéro de la note.",
            ),
        },
    },
    explains=("BIL001", "BIL002", "BIL003"),
)

EXAMPLES = (
    Example("A.<sup>1</sup>\n\n<sup>1</sup> Ibid., p. 4\n", ("Ibid., p. 4",)),
    Example(
        "A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup>\n\n<sup>1</sup> Doe, 2019, p. 4\n\n"
        "<sup>2</sup> Amounts are converted throughout.\n\n<sup>3</sup> Ibid.\n",
        ("Ibid.",),
    ),
    Example(
        "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2019, p. 4\n\n<sup>2</sup> Roe, op. cit., p. 5\n",
        ("Roe, op. cit., p. 5",),
    ),
    Example(
        "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Voir *supra*, note 2.\n\n<sup>2</sup> Doe, 2019, p. 4\n",
        ("note 2",),
    ),
    Example(
        "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2019, p. 4\n\n<sup>2</sup> Roe, ibid., p. 5\n",
        ("Roe, ibid., p. 5",),
    ),
    Example("Rivers are long (ibid., p. 4).\n", ("ibid., p. 4",)),
    Example("A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2019, p. 4\n\n<sup>2</sup> Ibid., p. 5\n"),
    Example("A.[^b] B.[^a]\n\n[^a]: Ibid., p. 5\n\n[^b]: Doe, 2019, p. 4\n"),
    Example("A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> Doe, 2019, p. 4\n\n<sup>2</sup> See supra note 1, p. 5\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Repetitions that go back to nothing."""
    if not x.document.notes and not x.document.brackets:
        yield RULE.abstains(x.lang, "no-notes")
    notes = x.document.notes_as_met
    before = {id(note): earlier for earlier, note in pairwise(notes)}
    cited: dict[str, Resolved] = {}
    named = _Named(notes)
    in_part = x.reading.part_of is not None
    if in_part:
        yield RULE.abstains(x.lang, "part-of-longer-work")
    for one in x.resolved:
        if one.work is not None and one.note is not None:
            cited.setdefault(one.work.key, one)
        wrong_way = _wrong_way(one)
        if wrong_way is not None:
            text = " ".join(one.citation.span.text.split())
            about = [number_key(x.lang, one.note)] if one.note is not None else ()
            yield RULE.finding(
                Place.of(one, x.lang), wrong_way, subject=text, about=about, text=text, before=one.citation.target or ""
            )
        lost = one.status is Status.NO_ANTECEDENT and one.antecedent is None
        previous = before.get(id(one.note))
        if not lost or (in_part and _may_stand_in_another_part(x, one, previous)):
            continue
        if previous is not None and _message(one, previous) == "comment" and may_cite(previous.body.text):
            yield RULE.abstains(x.lang, "antecedent-unread")
            continue
        near = next((cited[work.key] for work in one.candidates if work.key in cited), None)
        yield _lost(x, named, one, previous, near)


def _may_stand_in_another_part(x: Citations, one: Resolved, previous: Note | None) -> bool:
    """Whether what a citation repeats may stand in an earlier part of a longer work."""
    if one.citation.kind is CitationKind.IBID:
        return previous is None
    target, labels = one.citation.target or "", [note.label for note in x.document.notes if note.label.isdecimal()]
    if one.citation.kind is CitationKind.NOTE and target.isdecimal() and labels:
        return int(target) < min(map(int, labels))
    return one.citation.kind is CitationKind.OP_CIT


def _message(one: Resolved, previous: Note | None) -> str:
    """What is wrong with a citation that goes back to nothing, behind this note."""
    if one.citation.kind is CitationKind.NOTE:
        return "note"
    if one.citation.kind is CitationKind.OP_CIT:
        return "author" if one.citation.authors or not one.citation.title else "title"
    if previous is None:
        return "first"
    return "other" if one.citation.authors and previous.citations else "comment"


def _lost(x: Citations, named: _Named, one: Resolved, previous: Note | None, near: Resolved | None) -> Finding:
    """The finding about what goes back to nothing, ``previous`` being the note before it; ``near`` is what was cited before
    under nearly the same name."""
    text = " ".join(one.citation.span.text.split())
    message = _message(one, previous)
    place, confidence = Place.of(one, x.lang), _confidence(named, one, previous, message)
    # The other version cannot be laid beside what goes back to nothing, nor what stands around it.
    about = [key(x.lang, one.note) for key in (number_key, near_key)] if one.note is not None else ()
    if message == "author" and near is not None and near.work is not None and near.note is not None:
        return RULE.finding(
            place,
            "near",
            subject=text,
            about=about,
            related=[Place.of(near, x.lang)],
            confidence=confidence,
            text=text,
            near=_name(near.work),
            before=near.note.number,
        )
    return RULE.finding(
        place,
        message,
        subject=f"{text} / {' '.join(previous.body.text.split())[:80] if previous else ''}",
        about=about,
        # The note that it points to may only have lost its number, or be lost itself.
        because=_target_key(x, one),
        confidence=confidence,
        text=text,
        before=previous.number if previous is not None else "",
    )


def _name(work: Work) -> str:
    """The first author of a work, as a text names it."""
    first = work.reference.authors[0] if work.reference.authors else None
    return f"{first.given} {first.family}".strip() if first is not None else work.reference.author_text


def _target_key(x: Citations, one: Resolved) -> list[str]:
    """The key of the number that a pointer names."""
    target = one.citation.target
    return [number_key(x.lang, one.note, target)] if one.note is not None and target else []


def _wrong_way(one: Resolved) -> str | None:
    """What is wrong with a pointer to a note that exists, but not on the side that it names; None where nothing is."""
    own, target = one.note, one.citation.target or ""
    if one.citation.kind is not CitationKind.NOTE or one.status is Status.NO_ANTECEDENT or own is None:
        return None
    if not (target.isdecimal() and own.label.isdecimal()):
        return None
    # Between the word and "note" stand a comma and the marks of italics.
    before = max(own.body.start, one.citation.span.start - BESIDE)
    said = f" {fold(own.body.source.text[before : one.citation.span.end])} "
    if int(target) >= int(own.label) and _says(said, "back_words"):
        return "back"
    return "ahead" if int(target) <= int(own.label) and _says(said, "ahead_words") else None


def _says(text: str, field: str) -> bool:
    return any(f" {fold(word)} " in text for word in words(field))


class _Named:
    """The notes by the words that stand in them, the earliest first; looked for when one is first asked for."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = notes

    @cached_property
    def _words(self) -> tuple[str, list[int], list[int]]:
        """All words behind each other, where each begins, and the ordinal of the first note that has it."""
        first: dict[str, int] = {}
        for at, note in enumerate(self._notes):
            for word in note.body.text.split(" "):
                first.setdefault(word, at)
        return " ".join(first), [0, *accumulate(len(word) + 1 for word in first)], list(first.values())

    @cached_property
    def _ordinals(self) -> dict[int, int]:
        return {id(note): at for at, note in enumerate(self._notes)}

    def before(self, part: str, note: Note | None) -> bool:
        """Whether a part of a word stands in a note before this one, or in any where there is no note."""
        text, starts, firsts = self._words
        at = text.find(part)
        return at >= 0 and firsts[bisect_right(starts, at) - 1] < self._ordinals.get(id(note), len(self._notes))


def _text_before(span: Span) -> str:
    """As much of the text before a span as may tell whether it cites anything."""
    return span.source.text[max(0, span.start - LOOKED_AT) : span.start]


def _confidence(named: _Named, one: Resolved, previous: Note | None, message: str) -> Confidence:
    if message in ("title", "other"):
        return Confidence.LIKELY
    if message == "first" and one.bracket is not None:
        # What stands before a bracket may cite in a form that is not read.
        return Confidence.LIKELY if DATED.search(_text_before(one.bracket.span)) else Confidence.CERTAIN
    if message == "author" and one.citation.authors:
        family = one.citation.authors[0].family.rpartition(" ")[2]
        # Named before in a form that is not read as a citation.
        return Confidence.LIKELY if named.before(family, one.note) else Confidence.CERTAIN
    if message != "comment" or previous is None:
        return Confidence.CERTAIN
    return Confidence.LIKELY if mentions_source(previous.body.text) else Confidence.CERTAIN
