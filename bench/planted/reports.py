"""How many of the mistakes planted by hand in two reports are found, and found as what they are.

    python bench/planted/reports.py [--only NAME] [--alone] [--all]

Each report of `bench/planted/reports` stands there as its author would print it (``NAME.LANG.md``), with the list of the mistakes
that are made in it (``NAME.LANG.toml``). All are made at once, as in a real draft; ``--alone`` makes one after the other. A mistake
is *found* where a finding that the clean report does not have stands at its place and bears a code whose meaning is this mistake,
*misnamed* where only other findings stand there, and *missed* else. A *false alarm* is a finding that stands at no mistake, or an
error or warning about the clean report. ``--all`` shows what else is said at the mistakes that are found. Exits 0 whatever comes out.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from citecheck import audit
from citecheck.model.finding import Finding, Severity

FOLDER = Path(__file__).parent / "reports"
AROUND = 60
"""How far from a mistake in running text a finding may stand; in a note or an entry it may stand anywhere in its line."""


@dataclass(frozen=True)
class Mistake:
    """A mistake: its kind, the codes (or messages of codes) whose meaning it is, what is replaced by what, and where else it may be told."""

    kind: str
    codes: tuple[str, ...]
    edits: tuple[tuple[str, str], ...]
    at: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """What an audit says at the place of a mistake, in the planted text: findings of its codes, and others."""

    mistake: Mistake
    line: int
    found: tuple[Finding, ...]
    others: tuple[Finding, ...]


@dataclass(frozen=True)
class Outcome:
    """What was told of each mistake of a report, and what is told besides."""

    told: tuple[Told, ...]
    false: tuple[Finding, ...]

    @property
    def found(self) -> tuple[Told, ...]:
        """The mistakes that are found as what they are."""
        return tuple(one for one in self.told if one.found)

    @property
    def aloud(self) -> int:
        """How many are found as an error or a warning."""
        return sum(any(finding.severity is not Severity.INFO for finding in one.found) for one in self.told)


@dataclass(frozen=True)
class PlantedReport:
    """A report as printed, and the mistakes to make in it."""

    name: str
    text: str
    mistakes: tuple[Mistake, ...]


def reports(folder: Path = FOLDER) -> list[PlantedReport]:
    """The reports of the folder, by name."""
    return [
        PlantedReport(path.stem, path.read_text(encoding="utf-8"), tuple(_mistakes(path.with_suffix(".toml"))))
        for path in sorted(folder.glob("*.md"))
    ]


def _mistakes(path: Path) -> Iterator[Mistake]:
    for table in tomllib.loads(path.read_text(encoding="utf-8"))["mistake"]:
        edits = tuple((old, new) for old, new in table["edits"])
        yield Mistake(table["kind"], tuple(table["codes"]), edits, tuple(table.get("at", ())))


def audited(report: PlantedReport, text: str) -> tuple[Finding, ...]:
    """What the audit of a text of the report finds."""
    path = f"{report.name}.md"
    return tuple(audit([path], contents={path: text.encode()}).findings)


def judged(report: PlantedReport, mistakes: Sequence[Mistake]) -> Outcome:
    """Makes mistakes in the report, and tells what its audit says of each. Raises ValueError where an edit does not fit."""
    text, places = planted(report.text, mistakes)
    clean = {finding.fingerprint for finding in audited(report, report.text)}
    new = [finding for finding in audited(report, text) if finding.fingerprint not in clean]
    told = []
    for mistake, spans in zip(mistakes, places, strict=True):
        here = [finding for finding in new if _touches(finding, spans)]
        found = tuple(finding for finding in here if _is_told(finding, mistake))
        others = tuple(finding for finding in here if finding not in found)
        told.append(Told(mistake, text.count("\n", 0, spans[0][0]) + 1, found, others))
    owned = {finding.fingerprint for one in told for finding in one.found}
    told = [replace(one, others=tuple(other for other in one.others if other.fingerprint not in owned)) for one in told]
    said = {finding.fingerprint for one in told for finding in (*one.found, *one.others)}
    return Outcome(tuple(told), tuple(finding for finding in new if finding.fingerprint not in said))


def _is_told(finding: Finding, mistake: Mistake) -> bool:
    """Whether a finding is of a code, or a message of a code (``CIT008/near``), whose meaning is the mistake."""
    return finding.code in mistake.codes or f"{finding.code}/{finding.message}" in mistake.codes


def planted(text: str, mistakes: Sequence[Mistake]) -> tuple[str, list[list[tuple[int, int]]]]:
    """The text with the mistakes, and for each where it shows there."""
    edits = sorted(
        (_position(text, old, mistake.kind), old, new, number)
        for number, mistake in enumerate(mistakes)
        for old, new in mistake.edits
    )
    parts: list[str] = []
    spots: list[tuple[int, int, int]] = []
    at = length = 0
    for start, old, new, number in edits:
        if start < at:
            raise ValueError(f"{mistakes[number].kind}: another mistake is made at the same place")
        parts += [text[at:start], new]
        spots.append((number, length + start - at, length + start - at + len(new)))
        length += start - at + len(new)
        at = start + len(old)
    made = "".join([*parts, text[at:]])
    places: list[list[tuple[int, int]]] = [[] for _ in mistakes]
    for number, start, end in spots:
        places[number].append(_widened(made, start, end))
    for number, mistake in enumerate(mistakes):
        for further in mistake.at:
            start = _position(made, further, mistake.kind)
            places[number].append(_widened(made, start, start + len(further)))
    return made, places


def _position(text: str, part: str, kind: str) -> int:
    if text.count(part) != 1:
        raise ValueError(f"{kind}: {part!r} stands {text.count(part)} times in the text")
    return text.index(part)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """A place with what stands around it: the whole line behind the heading of the notes, a little of it in running text."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if start > text.index("\n## Notes\n"):
        return line_start, line_end
    return max(line_start, start - AROUND), min(line_end, end + AROUND)


def _touches(finding: Finding, places: Sequence[tuple[int, int]]) -> bool:
    spans = [place.span for place in (finding.place, *finding.related)]
    return any(span.start < end and start < span.end for span in spans for start, end in places)


def main(arguments: Sequence[str] | None = None) -> None:
    """Plants, audits and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="", help="only reports whose name holds this text")
    parser.add_argument("--alone", action="store_true", help="one mistake at a time")
    parser.add_argument("--all", action="store_true", help="show what else is said at the mistakes that are found")
    options = parser.parse_args(arguments)
    for report in reports():
        if options.only not in report.name:
            continue
        sets = [[mistake] for mistake in report.mistakes] if options.alone else [report.mistakes]
        outcomes = [judged(report, mistakes) for mistakes in sets]
        told = tuple(one for outcome in outcomes for one in outcome.told)
        alarms = dict.fromkeys(_line(finding) for outcome in outcomes for finding in outcome.false)
        clean = [finding for finding in audited(report, report.text) if finding.severity is not Severity.INFO]
        _print(report, told, [*(_line(finding) for finding in clean), *alarms], options.all)


def _print(report: PlantedReport, told: tuple[Told, ...], alarms: Sequence[str], everything: bool) -> None:
    print(f"{report.name}: {len(told)} mistakes")
    for one in told:
        state = "found" if one.found else "misnamed" if one.others else "missed"
        if state != "found" or everything:
            print(f"  {state:8} line {one.line}: {one.mistake.kind} ({', '.join(one.mistake.codes)})")
            for finding in one.others:
                print(f"             said: {_line(finding)}")
    for alarm in alarms:
        print(f"  false alarm: {alarm}")
    outcome = Outcome(told, ())
    share = 100 * len(outcome.found) / len(told)
    misnamed = sum(bool(one.others) and not one.found for one in told)
    print(
        f"  found as what they are: {len(outcome.found)} of {len(told)} ({share:.1f} %), {outcome.aloud} of them as error or "
        f"warning; misnamed: {misnamed}; missed: {len(told) - len(outcome.found) - misnamed}; false alarms: {len(alarms)}"
    )
    print()


def _line(finding: Finding) -> str:
    text = " ".join(finding.place.span.text.split())
    return f"{finding.code} {finding.severity.value} line {finding.place.span.line}: {text[:70]}"


if __name__ == "__main__":
    main()
