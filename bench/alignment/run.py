"""How well the alignment of two versions finds what was planted in one of them, and what it costs in a long report.

    python bench/alignment/run.py [--report FILE] [--seed N] [--each N] [--kind TEXT] [--misses] [--only planted|cost]

*Planted*: in a generated bilingual report (and in ``--report``, one file that holds both versions), one version loses a
note, has two notes exchanged, loses the notes of a paragraph, has a section moved, or merges two notes; its numbers are made
to go on, so that nothing but the other version tells. A plant is *found* where a finding that the clean report does not have
bears a code that counts for its kind and touches the notes or the section in question; a correct merge is found right where
there is no new finding. *Extra* are further new findings: one defect should be one finding.

*Cost*: the time of the alignment alone for each note, for one generated report and for ones of 10 and 100 times its length,
in which names, numbers and headings go on. Exits 0 whatever comes out.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.align.reports import cited, report  # noqa: E402
from tests.planting.documents import SUP_CALL, UNIT, Clean, Marker, Note, read  # noqa: E402

from citecheck import audit  # noqa: E402
from citecheck.align import align  # noqa: E402
from citecheck.model.alignment import Shape  # noqa: E402
from citecheck.model.finding import Finding, Place  # noqa: E402
from citecheck.model.report import Report  # noqa: E402

Edit = tuple[int, int, str]
FOLLOWS = frozenset({"CIT002"})
"""What a note that is gone also makes true, and is rightly reported besides: no note cites its entry any more."""
IBID = re.compile(r"(?i)\W*(?:ibid|id\.|idem)")
SHORT = 100
"""Characters up to which a note is a short citation: no comment, and no whole reference that later notes rely on."""
HEADING = re.compile(r"(?m)^(#{1,6})[ \t]+(.*)$")


@dataclass(frozen=True)
class Call:
    """A note with its marker, and the ordinal of the paragraph in which it is called."""

    note: Note
    marker: Marker
    paragraph: int
    body: str


@dataclass(frozen=True)
class Setting:
    """A clean report, the calls of each of its versions, and which note of one stands alone against which of the other."""

    clean: Clean
    before: Report
    langs: tuple[str, str]
    calls: tuple[list[Call], list[Call]]
    twins: tuple[dict[str, str], dict[str, str]]


@dataclass(frozen=True)
class Plant:
    """A changed report: ``notes`` (language, printed number) and ``headings`` are where the error shows; ``codes`` find it."""

    kind: str
    what: str
    text: str
    codes: tuple[str, ...]
    notes: frozenset[tuple[str, str]] = frozenset()
    headings: frozenset[str] = frozenset()


@dataclass
class Tally:
    """What became of the plants of one kind."""

    planted: int = 0
    found: int = 0
    extra: Counter[str] = field(default_factory=Counter)


KINDS: dict[str, tuple[tuple[str, ...], Callable[[Setting, int, random.Random], Iterator[Plant]]]] = {}


def kind(
    name: str, *codes: str
) -> Callable[[Callable[[Setting, int, random.Random], Iterator[Plant]]], Callable[..., Iterator[Plant]]]:
    """Registers a kind of error with the rules that count as finding it; none where nothing must be found."""

    def register(function: Callable[[Setting, int, random.Random], Iterator[Plant]]) -> Callable[..., Iterator[Plant]]:
        KINDS[name] = codes, function
        return function

    return register


def setting(text: str, name: str) -> Setting:
    """Takes a report apart and looks up which of its notes stand against each other."""
    clean = read(name, (f"{name}.md",), [text])
    before = _audit(clean.text, name)
    alignment = before.alignments[0]
    breaks = [match.start() for match in re.finditer(r"\n[ \t]*\n|\n(?=#)", text)]
    calls: tuple[list[Call], list[Call]] = ([], [])
    for marker in clean.markers:
        note = clean.notes[marker.note]
        paragraph = sum(at < marker.start for at in breaks)
        calls[clean.version(marker.start)].append(Call(note, marker, paragraph, text[note.body : note.end]))
    twins: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for group in alignment.groups:
        if group.shape is Shape.ONE_TO_ONE:
            twins[0][group.left[0].number] = group.right[0].number
            twins[1][group.right[0].number] = group.left[0].number
    return Setting(clean, before, (alignment.left.lang, alignment.right.lang), calls, twins)


def _edited(text: str, edits: Sequence[Edit]) -> str:
    made, at = [], 0
    for start, end, new in sorted(edits):
        made += [text[at:start], new]
        at = end
    return "".join([*made, text[at:]])


def _without(where: Setting, side: int, gone: Sequence[Call]) -> list[Edit]:
    """Takes calls out of a version and makes the numbers of the others go on; what was wrong with them stays as it was."""
    clean = where.clean
    start, end = clean.spans[side]
    edits: list[Edit] = []
    for call in gone:
        last = call.note.end
        while clean.text[last : last + 1] == "\n":
            last += 1
        edits += [(call.marker.start, call.marker.end, ""), (call.note.start, last, "")]
    labels = [int(call.note.label) for call in gone]
    for match in SUP_CALL.finditer(clean.text, start, end):
        number = int(match.group(1))
        less = sum(label < number for label in labels)
        power = UNIT.search(clean.text[max(0, match.start() - 6) : match.start()]) and number in (2, 3)
        if less and not power and not any(a <= match.start() < b for a, b, _ in edits[: 2 * len(gone)]):
            edits.append((*match.span(1), str(number - less)))
    return edits


def _free(where: Setting, side: int, at: int) -> bool:
    """Whether a note is a short citation that stands alone against one, and no Ibid, nor the note behind it."""
    calls = where.calls[side]
    behind = calls[at + 1].body if at + 1 < len(calls) else ""
    alone = calls[at].note.label in where.twins[side] and len(calls[at].body) <= SHORT
    return alone and not IBID.match(calls[at].body) and not IBID.match(behind)


def _twin(where: Setting, side: int, call: Call) -> tuple[str, str]:
    return where.langs[1 - side], where.twins[side][call.note.label]


def _ordinals(where: Setting, side: int, chance: random.Random) -> list[int]:
    count = len(where.calls[side])
    return chance.sample(range(count), count)


@kind("note lost", "BIL001")
def lost(where: Setting, side: int, chance: random.Random) -> Iterator[Plant]:
    """A note goes with its marker; its sentence stays."""
    for at in _ordinals(where, side, chance):
        call = where.calls[side][at]
        if _free(where, side, at):
            text = _edited(where.clean.text, _without(where, side, [call]))
            yield Plant(
                "note lost",
                f"{where.langs[side]} {call.note.label}",
                text,
                ("BIL001",),
                frozenset({_twin(where, side, call)}),
            )


@kind("two notes swapped", "BIL011", "BIL002")
def swapped(where: Setting, side: int, chance: random.Random) -> Iterator[Plant]:
    """Two neighbouring notes change places; their markers stay."""
    calls = where.calls[side]
    for at in _ordinals(where, side, chance):
        if at + 1 == len(calls) or not _free(where, side, at) or not _free(where, side, at + 1):
            continue
        one, other = calls[at], calls[at + 1]
        sources = [set(re.findall(r"[A-ZÀ-Þ][^\W\d_]{3,}", call.body)) for call in (one, other)]
        if not sources[0] or not sources[1] or sources[0] & sources[1] or one.paragraph != other.paragraph:
            continue
        if not all(re.search(r"[12]\d{3}", call.body) for call in (one, other)):
            continue
        edits = [(one.note.body, one.note.end, other.body), (other.note.body, other.note.end, one.body)]
        spots = {_twin(where, side, call) for call in (one, other)}
        spots |= {(where.langs[side], call.note.label) for call in (one, other)}
        yield Plant(
            "two notes swapped",
            f"{where.langs[side]} {one.note.label} and {other.note.label}",
            _edited(where.clean.text, edits),
            ("BIL011", "BIL002"),
            frozenset(spots),
        )


@kind("paragraph without its notes", "BIL001")
def bare(where: Setting, side: int, chance: random.Random) -> Iterator[Plant]:
    """All notes of a paragraph go, two at least."""
    calls = where.calls[side]
    for at in _ordinals(where, side, chance):
        own = [place for place, call in enumerate(calls) if call.paragraph == calls[at].paragraph]
        if len(own) < 2 or own[0] != at or not all(calls[place].note.label in where.twins[side] for place in own):
            continue
        if any(len(calls[place].body) > SHORT for place in own):
            continue
        if own[-1] + 1 < len(calls) and IBID.match(calls[own[-1] + 1].body):
            continue
        gone = [calls[place] for place in own]
        yield Plant(
            "paragraph without its notes",
            f"{where.langs[side]} {', '.join(call.note.label for call in gone)}",
            _edited(where.clean.text, _without(where, side, gone)),
            ("BIL001",),
            frozenset(_twin(where, side, call) for call in gone),
        )


@kind("section moved", "BIL010", "BIL001")
def moved(where: Setting, side: int, chance: random.Random) -> Iterator[Plant]:
    """A section with notes changes places with the one behind it, with its number; the notes are numbered anew."""
    clean = where.clean
    start, end = clean.spans[side]
    headings = [match for match in HEADING.finditer(clean.text, start, end) if not clean.in_bibliography(match.start())]
    ends = [*(match.start() for match in headings[1:]), next((a for a, _ in clean.regions if start <= a < end), end)]
    for at in chance.sample(range(len(headings)), len(headings)):
        if at + 1 >= len(headings) or _depth(headings[at]) != _depth(headings[at + 1]):
            continue
        spans = [(headings[at].start(), ends[at]), (headings[at + 1].start(), ends[at + 1])]
        own = [[call for call in where.calls[side] if a <= call.marker.start < b] for a, b in spans]
        follows = where.calls[side].index(own[1][-1]) + 1 if own[1] else 0
        firsts = [calls[0].body for calls in own if calls]
        firsts += [call.body for call in where.calls[side][follows : follows + 1]]
        if not own[0] or not own[1] or any(IBID.match(body) for body in firsts):
            continue
        if any(not a <= call.note.start < b for calls, (a, b) in zip(own, spans, strict=True) for call in calls):
            continue
        parts = [_numbered(clean.text, spans[1], own[1], int(own[0][0].note.label))]
        parts.append(_numbered(clean.text, spans[0], own[0], int(own[0][0].note.label) + len(own[1])))
        text = clean.text[: spans[0][0]] + "".join(parts) + clean.text[spans[1][1] :]
        first, count = int(own[0][0].note.label), len(own[0]) + len(own[1])
        spots = {(where.langs[side], str(number)) for number in range(first, first + count)}
        spots |= {_twin(where, side, call) for calls in own for call in calls if call.note.label in where.twins[side]}
        titles = {
            _plain(match.group(2))
            for region in clean.spans
            for match in HEADING.finditer(clean.text, *region)
            if _number(match.group(2)) in {_number(headings[place].group(2)) for place in (at, at + 1)} - {""}
        } | {_plain(headings[place].group(2)) for place in (at, at + 1)}
        yield Plant(
            "section moved",
            f"{where.langs[side]} {headings[at].group(2)}",
            text,
            ("BIL010", "BIL001"),
            frozenset(spots),
            frozenset(titles),
        )


def _depth(heading: re.Match[str]) -> int:
    """How deep a heading is: by its number, because converters lose levels, or else by its level."""
    number = _number(heading.group(2).strip("* "))
    return number.count(".") + 1 if number else -len(heading.group(1))


def _number(title: str) -> str:
    match = re.match(r"[\d.]+", title)
    return match.group().rstrip(".") if match else ""


def _plain(title: str) -> str:
    return " ".join(re.sub(r"[\d.*#\\]+", " ", title).split()).casefold()


def _numbered(text: str, span: tuple[int, int], calls: Sequence[Call], first: int) -> str:
    """A stretch of text with its notes numbered from ``first``."""
    edits: list[Edit] = []
    for number, call in enumerate(calls, first):
        for start, end in ((call.marker.start, call.marker.end), (call.note.start, call.note.body)):
            new = text[start:end].replace(f">{call.note.label}<", f">{number}<")
            edits.append((start - span[0], end - span[0], new))
    return _edited(text[slice(*span)], edits)


@kind("notes merged")
def merged(where: Setting, side: int, chance: random.Random) -> Iterator[Plant]:
    """Two notes of a paragraph become one at the second's place, which is no defect."""
    calls = where.calls[side]
    for at in _ordinals(where, side, chance):
        if at + 1 == len(calls) or not _free(where, side, at) or not _free(where, side, at + 1):
            continue
        one, other = calls[at], calls[at + 1]
        if one.paragraph != other.paragraph or not all(re.search(r"[12]\d{3}", call.body) for call in (one, other)):
            continue
        twins = [int(where.twins[side][call.note.label]) for call in (one, other)]
        if twins[1] != twins[0] + 1:
            continue
        edits = _without(where, side, [one])
        edits.append((other.note.body, other.note.body, one.body.rstrip(" .\n") + "; "))
        yield Plant(
            "notes merged",
            f"{where.langs[side]} {one.note.label} and {other.note.label}",
            _edited(where.clean.text, edits),
            (),
        )


def _audit(text: str, name: str) -> Report:
    """The audit of one text, in a folder of its own, from within so that paths are the same each time."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"{name}.md").write_text(text, encoding="utf-8", newline="\n")
        try:
            os.chdir(folder)
            return audit([f"{name}.md"])
        finally:
            os.chdir(here)


def _touches(finding: Finding, plant: Plant) -> bool:
    places: tuple[Place, ...] = (finding.place, *finding.related, *finding.counterparts)
    for place in places:
        if place.note is not None and (place.lang, place.note) in plant.notes:
            return True
        if _plain(place.span.text) in plant.headings:
            return True
    return False


def _kin(finding: Finding) -> tuple[str, ...]:
    """What a finding keeps when notes are numbered anew, where its fingerprint does not."""
    return finding.code, finding.lang or "", finding.message, re.sub(r"\d+", "", finding.place.span.text)


def judge(where: Setting, plant: Plant) -> tuple[bool, list[Finding]]:
    """Whether a plant was found, and the findings that it made beside."""
    old = list(where.before.findings)
    new = [one for one in _audit(plant.text, where.clean.name).findings if one.code not in FOLLOWS]
    for same in (lambda one: (one.fingerprint, one.severity.value), _kin):
        known = Counter(same(one) for one in old)
        gone = Counter(same(one) for one in new)
        new, old = _beyond(new, known, same), _beyond(old, gone, same)
    if not plant.codes:
        return not new, new
    hit = next((one for one in new if one.code in plant.codes and _touches(one, plant)), None)
    return hit is not None, [one for one in new if one is not hit]


def _beyond(findings: Sequence[Finding], known: Counter[Any], same: Callable[[Finding], Any]) -> list[Finding]:
    """The findings that are not among the known ones."""
    left, kept = known.copy(), []
    for one in findings:
        if left[same(one)]:
            left[same(one)] -= 1
        else:
            kept.append(one)
    return kept


def planted(where: Setting, options: argparse.Namespace) -> None:
    """Plants every kind in both versions and prints what was found."""
    print(
        f"Planted in {where.clean.name}: {sum(map(len, where.calls))} notes, {len(where.before.alignments[0].groups)} groups"
    )
    print(f"{'kind':30} {'codes':16} planted found extra")
    total = Tally()
    for name, (codes, make) in KINDS.items():
        if options.kind not in name:
            continue
        tally = Tally()
        for side in (0, 1):
            chance = random.Random(f"{options.seed}/{name}/{where.clean.name}/{side}")
            for made, plant in enumerate(make(where, side, chance), 1):
                found, extra = judge(where, plant)
                tally.planted += 1
                tally.found += found
                tally.extra.update(one.code for one in extra)
                if options.misses and (not found or extra):
                    print(f"  {'TWICE' if found else 'MISSED'} {name}: {plant.what}")
                    for one in extra:
                        print(
                            f"    + {one.code} line {one.place.span.line}: {' '.join(one.place.span.text.split())[:90]}"
                        )
                if made >= (options.each + 1 - side) // 2:
                    break
        detail = ", ".join(f"{code} {count}" for code, count in sorted(tally.extra.items()))
        print(
            f"{name:30} {','.join(codes) or 'none':16} {tally.planted:7} {tally.found:5} {tally.extra.total():5}  {detail}"
        )
        total.planted += tally.planted
        total.found += tally.found
        total.extra += tally.extra
    share = f"{100 * total.found / max(total.planted, 1):.1f} %"
    print(f"{'all':47} {total.planted:7} {total.found:5} {total.extra.total():5}  {share}\n")


def cost(largest: int) -> None:
    """The cost of the alignment for each note, at one, ten and a hundred times the size of a report."""
    print(f"{'size':>6} {'notes':>7} {'sections':>8} {'seconds':>9} {'µs per note':>12} {'ratio':>6}")
    first = 0.0
    for times in (1, 10, 100):
        if times > largest:
            break
        french, english = report(7, sections=14 * times, paragraphs=4, sentences=4)
        left, right = cited("fr", french.text()), cited("en", english.text())
        notes = len(left.document.notes) + len(right.document.notes)
        taken = []
        align(left, right)
        for _ in range(3):
            gc.collect()
            start = time.process_time()
            align(left, right)
            taken.append(time.process_time() - start)
        each = sorted(taken)[1] / notes
        first = first or each
        print(
            f"{times:>5}× {notes:>7} {14 * times:>8} {sorted(taken)[1]:>9.3f} {each * 1e6:>12.1f} {each / first:>6.2f}",
            flush=True,
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Plants, audits, measures and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--report", type=Path, help="a report to plant errors in, too: one file with both versions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=10, help="plants of a kind in a report")
    parser.add_argument("--kind", default="", help="only kinds whose name holds this text")
    parser.add_argument("--misses", action="store_true", help="show every plant that was missed or found twice")
    parser.add_argument("--only", choices=("planted", "cost"), help="only this half")
    parser.add_argument("--largest", type=int, default=100, help="the largest multiple whose cost is measured")
    options = parser.parse_args(arguments)
    if options.only != "cost":
        for seed in (options.seed, options.seed + 1):
            french, english = report(seed, sections=5, paragraphs=3)
            planted(setting(f"{french.text()}\n\n{english.text()}", f"generated-{seed}"), options)
        if options.report is not None:
            planted(setting(options.report.read_text(encoding="utf-8"), options.report.stem), options)
    if options.only != "planted":
        cost(options.largest)


if __name__ == "__main__":
    main()
