"""Note numbers: what the reader sees printed, and an identifier that is unique where numbers start anew in each chapter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

from citecheck.model.document import Heading, NoteForm
from citecheck.parse.structure import Call, Definition, Structure


class Numbered(Struct, frozen=True):
    """``(number, note_id)`` for every call and definition of a structure, in their order; ``clear`` where the chapters
    of markers and of notes could be told and agree."""

    calls: tuple[tuple[str, str], ...]
    definitions: tuple[tuple[str, str], ...]
    clear: bool


def number(structure: Structure) -> Numbered:
    """Numbers and identifiers for the calls and definitions of one version."""
    calls = [call for call in structure.calls if call.form is NoteForm.SUPERSCRIPT]
    notes = [note for note in structure.definitions if note.form is NoteForm.SUPERSCRIPT]
    call_runs, note_runs, clear = _chapters(structure, calls, notes)
    count = max([*call_runs, *note_runs], default=0)
    prefixes = _prefixes(structure, call_runs, note_runs, count) if count else {}
    files = _files(structure)
    rendered = _rendered(structure, files)
    return Numbered(
        _ids(structure.calls, call_runs, prefixes, rendered, files),
        _ids(structure.definitions, note_runs, prefixes, rendered, files),
        clear,
    )


def _chapters(
    structure: Structure, calls: Sequence[Call], notes: Sequence[Definition]
) -> tuple[list[int], list[int], bool]:
    """The chapter of numbers that each call and each note is in, and whether both could be told."""
    starts = _starts(structure, calls, notes)
    if starts and _interleaved(structure, calls, notes):
        place = _places(structure)
        return (
            [bisect_right(starts, place(item)) for item in calls],
            [bisect_right(starts, place(item)) for item in notes],
            True,
        )
    ones = [sum(item.label == "1" for item in group) for group in (calls, notes)]
    if ones[0] == ones[1] >= 2:
        return _at_ones(calls), _at_ones(notes), True
    call_runs, note_runs = _runs(calls), _runs(notes)
    if max(call_runs, default=0) == max(note_runs, default=0) or not call_runs or not note_runs:
        return call_runs, note_runs, True
    return [0] * len(calls), [0] * len(notes), _one_slip_apart(calls, notes)


def _one_slip_apart(calls: Sequence[Call], notes: Sequence[Definition]) -> bool:
    """Whether one side counts straight up and the other has the same numbers but for one: a slip, no new chapter."""
    called, defined = [int(call.label) for call in calls], [int(note.label) for note in notes]
    if not any(all(one < other for one, other in pairwise(labels)) for labels in (called, defined)):
        return False
    one, other = Counter(called), Counter(defined)
    return ((one - other) + (other - one)).total() <= 2


Place = tuple[int, int]


def _places(structure: Structure) -> Callable[[Call | Definition | Heading], Place]:
    """A function that tells where a thing stands in reading order: the ordinal of its file, and its offset."""
    things: list[Call | Definition | Heading] = [*structure.headings, *structure.calls, *structure.definitions]
    files = {source: at for at, source in enumerate(dict.fromkeys(id(thing.span.source) for thing in things))}
    return lambda thing: (files[id(thing.span.source)], thing.span.start)


def _starts(structure: Structure, calls: Sequence[Call], notes: Sequence[Definition]) -> list[Place]:
    """The headings and file starts behind which numbers begin anew: most of the next three calls and notes count from 1."""
    place = _places(structure)
    headings: list[Place] = [place(heading) for heading in structure.headings]
    borders = sorted({*headings, *((place(call)[0], 0) for call in calls), *((place(note)[0], 0) for note in notes)})
    called, defined = [place(call) for call in calls], [place(note) for note in notes]
    starts: list[Place] = []
    reached = -1
    low = next((at for at, call in enumerate(calls) if int(call.label) <= 3), len(calls))
    for border in borders:
        first = bisect_left(called, border)
        if first == 0 or first == reached or first >= len(calls):
            continue
        ahead = [int(call.label) for call in calls[first : first + 3]]
        under = bisect_left(defined, border)
        if defined[under : under + 1] and defined[under] < called[first]:
            # A heading above notes: the text that they belong to stands before it.
            continue
        below = [int(note.label) for note in notes[under : under + 3]]
        if low < first and _count_from_one(ahead, below):
            starts.append(border)
            reached = first
    return starts


def _count_from_one(called: Sequence[int], defined: Sequence[int]) -> bool:
    """Whether the first numbers of calls and notes begin with 1, or most of them are as if they did."""
    fits = sum(label == at for group in (called, defined) for at, label in enumerate(group, 1))
    both = called[:1] == defined[:1] == [1]
    return fits >= 2 and (both or fits * 2 > len(called) + len(defined) - 1)


def _interleaved(structure: Structure, calls: Sequence[Call], notes: Sequence[Definition]) -> bool:
    """Whether notes stand among the text that calls them, rather than all behind it."""
    if not calls or not notes:
        return False
    place = _places(structure)
    return place(notes[0]) < place(calls[-1])


def _runs(items: Sequence[Call | Definition]) -> list[int]:
    """The ordinal of the chapter of numbers that each item is in: a low number anew, with its successors behind it."""
    labels = [int(item.label) for item in items]
    runs, run, seen = [], 0, set[int]()
    for at, label in enumerate(labels):
        after = labels[at + 1 : at + 3]
        anew = label <= 3 and at > 0 and labels[at - 1] > label and (label in seen or label + 1 in seen)
        if anew and after and all(follower == label + step for step, follower in enumerate(after, 1)):
            run += 1
            seen = set()
        seen.add(label)
        runs.append(run)
    return runs


def _at_ones(items: Sequence[Call | Definition]) -> list[int]:
    runs, run = [], 0
    for at, item in enumerate(items):
        run += at > 0 and item.label == "1"
        runs.append(run)
    return runs


def _prefixes(structure: Structure, call_runs: list[int], note_runs: list[int], count: int) -> dict[int, str]:
    calls = [call for call in structure.calls if call.form is NoteForm.SUPERSCRIPT]
    notes = [note for note in structure.definitions if note.form is NoteForm.SUPERSCRIPT]
    first: dict[int, int] = {}
    items: list[Call | Definition] = [*calls, *notes]
    for item, run in zip(items, [*call_runs, *note_runs], strict=True):
        first.setdefault(run, item.section)
    named = {run: _chapter(structure.headings, section) or str(run + 1) for run, section in first.items()}
    if len(set(named.values())) < len(named):
        named = {run: str(run + 1) for run in first}
    return named


def _chapter(headings: Sequence[Heading], section: int) -> str | None:
    """The number of the chapter that a section belongs to: the part before the first stop of the number above it."""
    for heading in reversed(headings[:section]):
        if heading.number:
            return heading.number.partition(".")[0]
    return None


def _rendered(structure: Structure, files: dict[int, int]) -> dict[str, str]:
    """Numbers for labels and inline notes in the order of their first call, as pandoc gives them."""
    rendered: dict[str, str] = {}
    counts: dict[int, int] = {}
    for call in structure.calls:
        if call.form is not NoteForm.SUPERSCRIPT and _key(call, files) not in rendered:
            file = files.get(id(call.span.source), 0)
            counts[file] = counts.get(file, 0) + 1
            rendered[_key(call, files)] = str(counts[file])
    return rendered


def _key(item: Call | Definition, files: dict[int, int]) -> str:
    file = files.get(id(item.span.source), 0)
    return f"{file}/{item.label}" if item.form is NoteForm.LABEL else f"^{id(item.span.source)}:{item.span.start}"


def _files(structure: Structure) -> dict[int, int]:
    """The ordinal of each file, where two of them define one label: then labels belong to their file."""
    homes: dict[str, set[int]] = {}
    for note in structure.definitions:
        if note.form is NoteForm.LABEL:
            homes.setdefault(note.label, set()).add(id(note.span.source))
    if all(len(found) < 2 for found in homes.values()):
        return {}
    items: list[Call | Definition] = [*structure.calls, *structure.definitions]
    sources = dict.fromkeys(id(item.span.source) for item in items)
    return {source: at for at, source in enumerate(sources, 1)}


def _ids(
    items: Sequence[Call | Definition],
    runs: list[int],
    prefixes: dict[int, str],
    rendered: dict[str, str],
    files: dict[int, int],
) -> tuple[tuple[str, str], ...]:
    made = []
    superscripts = iter(runs)
    printed = {
        (id(source), one.label): one for source in {item.span.source for item in items} for one in source.printed
    }
    for item in items:
        if item.form is NoteForm.SUPERSCRIPT:
            run = next(superscripts)
            prefix = f"{prefixes[run]}/" if prefixes else ""
            made.append((item.label, prefix + item.label))
        elif (known := printed.get((id(item.span.source), item.label))) is not None:
            prefix = f"{files[id(item.span.source)]}/" if files else ""
            made.append((known.number, prefix + known.note_id))
        else:
            shown = rendered.get(_key(item, files))
            file = files.get(id(item.span.source))
            prefix = f"{file}/" if file else ""
            made.append((shown, prefix + shown) if shown else (item.label, f"{prefix}[^{item.label}]"))
    return tuple(made)
