"""Decisions about notes: what they apply to, and what they change and waive.

A note is known by a key made from what it says and what it cites, never by its number: renumbering a report must not
lose what was decided, and a note that was rewritten must be looked at again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from citecheck.languages.folding import fold
from citecheck.model.alignment import Alignment, Group
from citecheck.model.citations import Citations, Resolved
from citecheck.model.decision import Decision, DecisionKind, settled
from citecheck.model.document import Note
from citecheck.model.finding import Finding, Place, State
from citecheck.model.gate import StaleDecision
from citecheck.model.reference import CitationKind

__all__ = [
    "FAMILY",
    "Applied",
    "Keys",
    "apply",
    "compares",
    "key_of",
    "outdated",
    "stale_decisions",
    "touched",
    "waived",
]

GroupKey = tuple[tuple[str, tuple[str, ...]], ...]
"""The keys of a group's notes, for each language; what a decision holds as ``notes``."""


class Keys(Struct, frozen=True):
    """The keys of all notes of an alignment, by language and ``note_id``."""

    langs: tuple[str, str]
    of_note: Mapping[tuple[str, str], str]

    @staticmethod
    def of(alignment: Alignment) -> Keys:
        """The keys of both versions' notes."""
        found: dict[tuple[str, str], str] = {}
        for version in (alignment.left, alignment.right):
            found |= {(version.lang, note_id): key for note_id, key in _note_keys(version)}
        return Keys((alignment.left.lang, alignment.right.lang), found)

    def of_group(self, group: Group) -> GroupKey:
        """The keys of a group's notes."""
        return tuple(
            (lang, tuple(self.of_note[lang, note.note_id] for note in side))
            for lang, side in zip(self.langs, (group.left, group.right), strict=True)
        )


def key_of(group: Group, alignment: Alignment) -> GroupKey:
    """The key of one group; for many groups of one alignment, `Keys` is made once."""
    return Keys.of(alignment).of_group(group)


def _note_keys(version: Citations) -> Iterator[tuple[str, str]]:
    """The ``note_id`` and the key of every note. Notes that say the same are told apart by their order."""
    cited: dict[int, list[Resolved]] = {}
    for one in version.resolved:
        if one.note is not None:
            cited.setdefault(id(one.note), []).append(one)
    counts: Counter[str] = Counter()
    for note in version.document.notes:
        own = cited.get(id(note), [])
        said = [_words(note, own), *(_source(one) for one in own)]
        key = hashlib.sha256("\x1f".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        counts[key] += 1
        yield note.note_id, key if counts[key] == 1 else f"{key}-{counts[key]}"


def _words(note: Note, cited: Iterable[Resolved]) -> str:
    """What a note says, without the numbers of other notes and of entries: they change where those are renumbered."""
    body = note.body
    written = body.text
    for one in reversed(list(cited)):
        if one.citation.kind in (CitationKind.NOTE, CitationKind.NUMBER) and body.holds(one.citation.span):
            start, end = one.citation.span.start - body.start, one.citation.span.end - body.start
            written = f"{written[:start]} {written[end:]}"
    return " ".join(written.casefold().split())


def _source(one: Resolved) -> str:
    """A cited source and its pages, in words that do not depend on any numbering."""
    pages = one.pages or ""
    if one.work is None:
        cited = one.origin.citation
        return "/".join(fold(author.family) for author in cited.authors) + f":{cited.year}:{pages}"
    reference = one.work.reference
    authors = "/".join(fold(author.family) for author in reference.authors)
    named = authors and reference.year
    title = "" if named else fold(reference.title or reference.url or reference.author_text)
    return f"{authors}:{reference.year}{reference.suffix}:{title}:{pages}"


class Applied(Struct, frozen=True):
    """An alignment with decisions carried out: ``accepted`` and ``paired`` are the decisions that hold, by the group
    that each is about, and ``stale`` those that match nothing any more."""

    alignment: Alignment
    accepted: Mapping[GroupKey, Decision]
    paired: Mapping[GroupKey, Decision]
    stale: tuple[Decision, ...]


def apply(alignment: Alignment, decisions: Sequence[Decision]) -> Applied:
    """The alignment with the pairs that were decided, and which decisions hold.

    An alignment that has them already comes back as it is.
    """
    if not decisions:
        return Applied(alignment, {}, {}, ())
    keys = Keys.of(alignment)
    forced, paired, lost = _forced(alignment, keys, decisions)
    groups = {keys.of_group(group) for group in forced.groups}
    accepted, unmet = _accepted(groups, keys.langs, decisions)
    # A later pair that took a note away from an earlier one has put it out of force.
    overruled = [decision for key, decision in paired.items() if key not in groups]
    stale = {id(decision) for decision in (*lost, *unmet, *overruled)}
    return Applied(
        forced,
        accepted,
        {key: decision for key, decision in paired.items() if key in groups},
        tuple(decision for decision in decisions if id(decision) in stale),
    )


def _forced(
    alignment: Alignment, keys: Keys, decisions: Sequence[Decision]
) -> tuple[Alignment, dict[GroupKey, Decision], list[Decision]]:
    """The alignment with the pairs, these by the group that each makes, and those about notes that are not there."""
    notes = _notes_by_key(alignment, keys)
    paired: dict[GroupKey, Decision] = {}
    lost = []
    for decision in decisions:
        if decision.kind is not DecisionKind.PAIR:
            continue
        sides = [notes.get((lang, key)) for lang, own in decision.notes for key in own]
        if not sides or None in sides or not set(dict(decision.notes)) <= set(keys.langs):
            lost.append(decision)
            continue
        key = _key(decision, keys.langs)
        left, right = (tuple(notes[lang, note] for note in side) for lang, side in key)
        alignment = _paired(alignment, left, right)
        paired[key] = decision
    return alignment, paired, lost


def _accepted(
    groups: Collection[GroupKey], langs: tuple[str, str], decisions: Sequence[Decision]
) -> tuple[dict[GroupKey, Decision], list[Decision]]:
    """The acceptances by the group that each is about, and those about groups that are not there."""
    accepted: dict[GroupKey, Decision] = {}
    unmet = []
    for decision in decisions:
        if decision.kind is not DecisionKind.ACCEPT:
            continue
        key = _key(decision, langs)
        if key in groups and set(dict(decision.notes)) <= set(langs):
            earlier = accepted.get(key)
            accepted[key] = decision if earlier is None else _joined(earlier, decision)
        else:
            unmet.append(decision)
    return accepted, unmet


def _key(decision: Decision, langs: tuple[str, str]) -> GroupKey:
    """A decision's notes as a group's key: both languages, in the alignment's order."""
    asked = dict(decision.notes)
    return tuple((lang, asked.get(lang, ())) for lang in langs)


def _joined(one: Decision, other: Decision) -> Decision:
    """Two acceptances of one group: the later one's words, and what both accept."""
    codes = () if not one.codes or not other.codes else tuple(dict.fromkeys((*one.codes, *other.codes)))
    return replace(other, codes=codes)


def _notes_by_key(alignment: Alignment, keys: Keys) -> dict[tuple[str, str], Note]:
    return {
        (version.lang, keys.of_note[version.lang, note.note_id]): note
        for version in (alignment.left, alignment.right)
        for note in version.document.notes
    }


def _paired(alignment: Alignment, left: tuple[Note, ...], right: tuple[Note, ...]) -> Alignment:
    """The alignment with these notes, and no others, against each other; what they stood with before stays behind."""
    ids = _ids(left), _ids(right)
    if any((_ids(group.left), _ids(group.right)) == ids for group in alignment.groups):
        return alignment
    leading = ids[0] if left else ids[1]
    made: Group | None = None
    groups: list[Group] = []
    for group in alignment.groups:
        rest = list(_rest(group, ids))
        # The new group stands where its notes of the first version stood, or those of the second if it has no others.
        if made is None and not leading.isdisjoint(_ids(group.left if left else group.right)):
            made = Group(left, right, group.section, 1.0)
            rest = sorted([made, *rest], key=lambda one: _start(one, bool(left)))
        groups += rest
    if made is None:
        return alignment
    crossed = _crosses(alignment, groups, made)
    return replace(alignment, groups=tuple(replace(one, crossed=crossed) if one is made else one for one in groups))


def _ids(notes: Iterable[Note]) -> set[str]:
    return {note.note_id for note in notes}


def _start(group: Group, first: bool) -> tuple[bool, int]:
    """Where a group begins in the version whose order counts; a group that has no note of it comes last."""
    notes = (group.left or group.right) if first else (group.right or group.left)
    return bool(group.left) is not first, notes[0].span.start


def _rest(group: Group, taken: tuple[set[str], set[str]]) -> Iterator[Group]:
    """What is left of a group when notes are taken out: itself, or each note alone where it lost one side."""
    own = tuple(note for note in group.left if note.note_id not in taken[0])
    twins = tuple(note for note in group.right if note.note_id not in taken[1])
    if (own and twins) or (own, twins) == (group.left, group.right):
        yield replace(group, left=own, right=twins)
        return
    for note in own:
        yield Group((note,), (), group.section, group.confidence)
    for note in twins:
        yield Group((), (note,), group.section, group.confidence)


def _crosses(alignment: Alignment, groups: Sequence[Group], made: Group) -> bool:
    """Whether a new group stands in another order than its neighbours."""
    if not made.left or not made.right:
        return False
    order = {note.note_id: at for at, note in enumerate(alignment.right.document.notes)}
    whole = [group for group in groups if group.left and group.right]
    at = next(index for index, group in enumerate(whole) if group is made)
    first, last = order[made.right[0].note_id], order[made.right[-1].note_id]
    before = at > 0 and order[whole[at - 1].right[-1].note_id] > first
    after = at + 1 < len(whole) and order[whole[at + 1].right[0].note_id] < last
    return before or after


def outdated(alignments: Sequence[Alignment], decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that match nothing in any alignment; none where nothing was aligned."""
    if not alignments or not decisions:
        return ()
    left = [{id(one) for one in apply(alignment, decisions).stale} for alignment in alignments]
    return tuple(one for one in decisions if all(id(one) in stale for stale in left))


def stale_decisions(alignments: Sequence[Alignment], decisions: Sequence[Decision]) -> tuple[StaleDecision, ...]:
    """The `outdated` decisions for the rules about waivers, as far as it is known where they stand."""
    return tuple(
        StaleDecision(Place(decision.span), decision.about)
        for decision in outdated(alignments, decisions)
        if decision.span is not None
    )


def touched(finding: Finding) -> frozenset[tuple[str, str]]:
    """The language and the ``note_id`` of every note that a finding is about, in either version."""
    return frozenset(
        (place.lang, place.note_id)
        for place in _places(finding)
        if place.lang is not None and place.note_id is not None
    )


def _places(finding: Finding) -> Iterator[Place]:
    yield finding.place
    yield from finding.counterparts
    yield from finding.related


def waived(findings: Iterable[Finding], alignment: Alignment, decisions: Sequence[Decision]) -> tuple[Finding, ...]:
    """The findings, with those that were accepted as waived; the waiver gives reason, author and date.

    A finding about several groups is waived when each of them is accepted: one more place makes it new again.
    ``alignment`` must be the one that the findings were made from.
    """
    accepted = apply(alignment, decisions).accepted
    if not accepted:
        return tuple(findings)
    keys = Keys.of(alignment)
    homes = {note: keys.of_group(group) for note, group in _homes(alignment).items()}
    return tuple(_judged(found, homes, accepted) for found in findings)


def _judged(
    found: Finding, homes: Mapping[tuple[str, str], GroupKey], accepted: Mapping[GroupKey, Decision]
) -> Finding:
    if found.state is not State.NEW or not compares(found):
        return found
    groups = {homes[note] for note in touched(found) if note in homes}
    decided = [accepted[group] for group in groups if group in accepted and _is_about(accepted[group], found)]
    if not groups or len(decided) < len(groups):
        return found
    first = min(decided, key=lambda decision: (decision.day, decision.reason))
    return replace(found, state=State.WAIVED, waiver=settled(first))


def _is_about(decision: Decision, found: Finding) -> bool:
    """Whether an acceptance is about the rule of a finding; one that names no rule is about all."""
    return not decision.codes or found.code in decision.codes


def _homes(alignment: Alignment) -> dict[tuple[str, str], Group]:
    """The group of every note, by language and ``note_id``."""
    return {
        (lang, note.note_id): group
        for group in alignment.groups
        for lang, side in zip((alignment.left.lang, alignment.right.lang), (group.left, group.right), strict=True)
        for note in side
    }


FAMILY = ("BIL", "CUR004", "CUR009")
"""The rules that compare two versions, by their codes or how these begin."""


def compares(found: Finding) -> bool:
    """Whether a finding is about two versions; a rule with a half for one version names counterparts in the other."""
    return found.code.startswith(FAMILY[:2]) or (found.code.startswith(FAMILY) and bool(found.counterparts))
