"""A report as text for a person, on a terminal or in a file: findings by place, then what was and was not checked."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import groupby
from pathlib import PurePath

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from citecheck.model.citations import Citations
from citecheck.model.document import Document, Heading
from citecheck.model.finding import Finding, Fix, Place, Severity, State
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.brief import beside, brief, cut, label, label_in_version, named_places, position, remarks
from citecheck.report.coverage import coverage_line, tally, told_once
from citecheck.report.findings.quoting import beginning, edited, quotation
from citecheck.report.findings.subjects import Sections
from citecheck.report.problems import Case, Problem, problems
from citecheck.report.reading import reading_lines
from citecheck.report.unchecked import not_checked
from citecheck.report.visible import inert, visible
from citecheck.report.voice import apart, counted, joined, language_name, rule_name, say, titled

__all__ = ["text_report"]

SAID = 2000
"""How many characters of a message or a hint are shown."""

FEW = 3
"""How many edits of one fix are shown; the others are counted likewise."""

CASES = 30
"""How many cases of one habit are shown; the others are counted likewise."""

AGAIN = 10
"""From how many problems on the errors are told once more at the end, and how many of them."""

_KEPT = "\u2060"
"""Holds together what no line may part."""

_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●"}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_GROUPS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}


def text_report(
    report: Report,
    *,
    ui: str = "en",
    color: bool = False,
    width: int = 100,
    verbose: bool = False,
    sort: str = "severity",
) -> str:
    """The report for a person. Nothing of what it quotes can steer a terminal.

    ``width`` is where messages and hints are wrapped. ``verbose`` names every place, every rule and every file. ``sort``
    says whether the worst problems come first, or all in the order of the ``document``.
    """
    buffer = StringIO()
    console = Console(
        file=buffer,
        width=max(width, 20),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for line in _Writer(report, ui, max(width, 20), verbose).lines(by_section=sort == "document"):
        line.rstrip()
        console.print(line, soft_wrap=True)
    return inert(buffer.getvalue())


class _Writer:
    """Writes one report, line by line."""

    def __init__(self, report: Report, ui: str, width: int, verbose: bool) -> None:
        self.report = report
        self.ui = ui
        self.width = width
        self.verbose = verbose
        self.versions = {version.lang: version for version in reversed(report.versions)}
        self.sections = Sections(report, "")
        # Files in reading order, those of no version behind them.
        self.files: dict[tuple[str, str], int] = {}
        for version in report.versions:
            for source in version.document.sources:
                self.files.setdefault((version.lang, source.path), len(self.files))
        self.problems = [
            problem for problem in problems(report.findings) if verbose or problem.state is not State.BASELINED
        ]

    def lines(self, *, by_section: bool) -> Iterator[Text]:
        """All lines of the report: the problems, what was not checked, the errors once more and the counts, and what was
        covered."""
        if not self.report.findings:
            yield from self._summary()
            yield Text()
        errors = sum(problem.severity is Severity.ERROR for problem in self._new())
        if errors:
            yield Text(counted("page.errors", errors, self.ui), style="bold")
            yield Text()
        for group, some in self._by_section() if by_section else self._by_severity():
            yield Text(group, style="bold underline")
            for problem in some:
                yield from self._problem(problem)
                yield Text()
        yield from self._not_checked()
        for line in reading_lines(self.report.versions, self.ui):
            yield Text(visible(line), style="dim")
        if self.report.findings:
            yield from self._again()
            yield Text()
            yield from self._summary()
        yield Text(coverage_line(self.report, self.ui), style="dim")

    def _by_severity(self) -> Iterator[tuple[str, list[Problem]]]:
        """The problems by how much they matter: first the new ones, and habits behind what comes up by itself."""
        groups = [
            (key, [problem for problem in self._new() if problem.severity is level and not problem.repeated])
            for level, key in _GROUPS.items()
        ]
        groups.append(("recurring", [problem for problem in self._new() if problem.repeated]))
        groups.append(("set-aside", [problem for problem in self.problems if problem.state is not State.NEW]))
        for key, some in groups:
            if some:
                yield f"{say(key, self.ui)} ({len(some)})", some

    def _new(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.state is State.NEW]

    def _by_section(self) -> Iterator[tuple[str, list[Problem]]]:
        """The problems by version and section, as the document has them; habits stand behind all."""
        single = [problem for problem in self.problems if not problem.repeated]
        ordered = sorted(single, key=lambda problem: self._order(problem.lead))
        for group, some in groupby(ordered, key=lambda problem: self._group(problem.lead)):
            yield group, list(some)
        habits = [problem for problem in self.problems if problem.repeated]
        if habits:
            yield f"{say('recurring', self.ui)} ({len(habits)})", habits

    def _order(self, found: Finding) -> tuple[int, int]:
        """A sort key: the section that a finding stands in. Notes at the end of a file are called in any of them."""
        place = found.place
        heading = self.sections.heading(place)
        source = heading.span.source if heading is not None else place.span.source
        rank = self.files.get((place.lang or "", source.path), len(self.files))
        return rank, heading.span.start if heading is not None else -1

    def _group(self, found: Finding) -> str:
        """The version and the section that a finding stands in."""
        place = found.place
        version = self.versions.get(place.lang or "")
        where = [titled(language_name(place.lang, self.ui))] if place.lang else []
        return " · ".join((*where, *self._below(place, version))) or visible(place.span.source.path)

    def _below(self, place: Place, version: Citations | None) -> Iterator[str]:
        """The heading that a place stands below, or what is there in its stead; nothing where it is in no version."""
        document = version.document if version is not None else None
        heading = self.sections.heading(place) if document is not None else None
        if place.entry_id is not None or (document and heading and _heads_bibliography(heading, document)):
            yield say("bibliography", self.ui)
        elif heading is not None:
            yield textwrap.shorten(visible(_titled(heading)), 80, placeholder=" …")
        elif document is not None and document.headings:
            yield say("before-headings", self.ui)

    def _problem(self, problem: Problem) -> Iterator[Text]:
        """A problem: what leads it in full, what says the same of the other versions, and further cases of a habit."""
        found = problem.lead
        message, hint = brief(found, self.report, self.ui, SAID)
        yield self._head(problem)
        yield from self._wrapped(message)
        yield from self._quoted(found.place.span, _STYLES[problem.severity])
        if hint:
            yield from self._wrapped(hint, "→ ")
        yield from self._places("also", found.related, found)
        yield from self._places("compare", found.counterparts, found)
        if found.fix is not None and found.fix.edits:
            yield from self._wrapped(self._fix(found.fix))
        for twin in problem.cases[0].findings[1:]:
            yield from self._twin(twin, found)
        yield from self._cases(problem)

    def _head(self, problem: Problem) -> Text:
        """The first line of a problem: how much it matters, the rule and the place."""
        found, style = problem.lead, _STYLES[problem.severity]
        head = Text("  ")
        head.append(f"{_SIGNS[problem.severity]} {say(f'severity.{problem.severity.value}', self.ui)}", style)
        head.append(f" {found.code}", "bold")
        if problem.repeated:
            head.append(f"  {rule_name(self.report.rules[found.code], self.ui)}")
            head.append(f", {say('times', self.ui, count=len(problem.cases))}")
        if where := label_in_version(found.place, self.report, self.ui):
            head.append(f"  {where}")
        head.append(f"  {position(found.place.span)}", "dim")
        qualified = remarks(found, self.ui)
        if qualified:
            head.append(f"  ({', '.join(qualified)})", "dim")
        return head

    def _twin(self, twin: Finding, lead: Finding) -> Iterator[Text]:
        """What says the same of another version: its places, and its words where they are others."""
        places = named_places((twin.place, *twin.related), lead.place, self.ui, every=self.verbose)
        said = f"{say('likewise', self.ui, places=places)}  {beside(twin.place.span, lead.place.span)}"
        message = brief(twin, self.report, self.ui, SAID)[0]
        if message != brief(lead, self.report, self.ui, SAID)[0]:
            said += f"  {message}"
        yield from self._wrapped(said)
        if self.verbose:
            yield from self._quoted(twin.place.span, _STYLES[twin.severity])
            if twin.fix is not None and twin.fix.edits:
                yield from self._wrapped(self._fix(twin.fix))

    def _cases(self, problem: Problem) -> Iterator[Text]:
        """The further cases of a habit, one a line: where, and what is another thing there."""
        further = problem.cases[1:] if self.verbose else problem.cases[1:CASES]
        if further:
            yield from self._wrapped(say("likewise-cases", self.ui))
        for case in further:
            yield Text(f"      {self._case(case, problem.lead)}")
        left_out = len(problem.cases) - 1 - len(further)
        if left_out > 0:
            more = say("more", self.ui, count=left_out)
            yield from self._wrapped(f"{more} {say('verbose-lists', self.ui)}", "  ")

    def _case(self, case: Case, lead: Finding) -> str:
        found = case.lead
        where = [label_in_version(found.place, self.report, self.ui)]
        where += [
            named_places((twin.place, *twin.related), found.place, self.ui, every=self.verbose)
            for twin in case.findings[1:]
        ]
        said = visible(apart(found, lead, self.report.rules[found.code], self.ui))
        parts = (
            beside(found.place.span, lead.place.span),
            say("between", self.ui).join(filter(None, where)),
            cut(said),
        )
        return "  ".join(filter(None, parts))

    def _places(self, key: str, places: Sequence[Place], found: Finding) -> Iterator[Text]:
        """Further places of a finding, under the text ``key`` of the interface; all of them where all is wanted."""
        if not places:
            return
        said = named_places(places, found.place, self.ui, every=self.verbose)
        yield from self._wrapped(say(key, self.ui, places=said))
        for place in places if self.verbose else ():
            yield Text(f"      {beside(place.span, found.place.span)}  {label(place, self.ui)}", "dim")

    def _fix(self, fix: Fix) -> str:
        """What would mend a finding."""
        changed = fix.edits if self.verbose else fix.edits[:FEW]
        edits = [*dict.fromkeys(edited(edit, self.ui) for edit in changed)]
        if len(changed) < len(fix.edits):
            edits.append(say("more", self.ui, count=len(fix.edits) - len(changed)))
        return say("fix" if fix.safe else "possible-fix", self.ui, edits=say("between", self.ui).join(edits))

    def _wrapped(self, written: str, lead: str = "") -> Iterator[Text]:
        """Prose, wrapped and indented below the first line of a finding."""
        indent = " " * 4
        for line in textwrap.wrap(
            visible(written),
            self.width,
            initial_indent=indent + lead,
            subsequent_indent=indent + " " * len(lead),
            break_long_words=False,
            break_on_hyphens=False,
        ):
            yield Text(line)

    def _quoted(self, span: Span, style: str) -> Iterator[Text]:
        """The span with what stands around it, on one line, and a line that underlines it."""
        indent = " " * 6
        made = quotation(span, max(self.width - len(indent), 20), cell_len)
        line = Text(indent)
        line.append(made.before, "dim")
        line.append(made.quoted, style)
        line.append(made.after, "dim")
        yield line
        yield Text(indent + " " * cell_len(made.before) + "^" * max(cell_len(made.quoted), 1), style)

    def _again(self) -> Iterator[Text]:
        """The errors once more, one a line: what stands at the end of a long report is read first."""
        errors = [problem for problem in self._new() if problem.severity is Severity.ERROR]
        if not errors or len(self.problems) < AGAIN:
            return
        yield Text()
        yield Text(say("errors-again", self.ui), "bold")
        for problem in errors[:AGAIN]:
            yield Text(f"  {beginning(self._in_short(problem.lead), self.width - 3, cell_len)}")
        if len(errors) > AGAIN:
            yield Text(f"  {say('more', self.ui, count=len(errors) - AGAIN)}")

    def _in_short(self, found: Finding) -> str:
        """An error in as few words as tell it; the file is named where there are several."""
        paths = {path for version in self.report.versions for one in version.document.sources for path in one.paths}
        where = position(found.place.span, lambda path: "" if len(paths) == 1 else PurePath(path).name)
        source, said = label_in_version(found.place, self.report, self.ui), brief(found, self.report, self.ui, SAID)[0]
        told = say("of-source", self.ui, source=source, what=said) if source else said
        return f"{where.lstrip(':')} {found.code} {told}"

    def _summary(self) -> Iterator[Text]:
        """How many problems there are of each severity and of each rule."""
        yield from self._since()
        if self.report.findings:
            yield Text(say("summary", self.ui, counts=tally(self.report, self.ui)), "bold")
            once = told_once(self.report, self.ui)
            if once:
                yield Text(once, "dim")
            yield from self._rules() if self.verbose else self._rules_folded()
        else:
            yield Text(say("nothing", self.ui), "bold green" if not self.report.crashes else "")

    def _rules_folded(self) -> Iterator[Text]:
        """How many cases each rule has, in a few lines."""
        counts = Counter(problem.code for problem in self._new() for _ in problem.cases)
        if counts:
            listed = ", ".join(f"{code}{_KEPT}{count}" for code, count in sorted(counts.items()))
            for line in textwrap.wrap(say("by-rule", self.ui, counts=listed), self.width, subsequent_indent="  "):
                yield Text(line.replace(_KEPT, " "), "dim")

    def _since(self) -> Iterator[Text]:
        """How many problems are new, known and gone against an earlier state; nothing where there is none."""
        states = Counter(problem.state for problem in problems(self.report.findings))
        if self.report.since is not None or states[State.BASELINED] or self.report.fixed:
            told = say(
                "against-baseline" if self.report.since is None else "since",
                self.ui,
                ref=visible(self.report.since or ""),
                new=states[State.NEW],
                fixed=len(problems(self.report.fixed)),
                known=states[State.BASELINED],
            )
            hidden = states[State.BASELINED] and not self.verbose
            yield Text(f"{told} {say('verbose-lists', self.ui)}" if hidden else told, "bold")

    def _rules(self) -> Iterator[Text]:
        """How many findings each rule has; what is waived is counted apart."""
        by_code = Counter(found.code for found in self.report.findings)
        waived = Counter(found.code for found in self.report.findings if found.state is State.WAIVED)
        longest = max(len(self.report.rules[code].name) for code in by_code)
        for code, count in sorted(by_code.items()):
            line = f"  {code} {self.report.rules[code].name:<{longest}} {count - waived[code]:>4}"
            apart = say("of-them-waived", self.ui, counts=waived[code])
            yield Text(f"{line} ({apart})" if waived[code] else line)

    def _not_checked(self) -> Iterator[Text]:
        """All that was not checked, and why."""
        for key, lines in not_checked(self.report, self.ui, verbose=self.verbose):
            yield from self._section(key, lines)
        if self.verbose:
            yield from self._section("inputs", self._inputs())

    def _inputs(self) -> Iterator[str]:
        """Every file that was read, with what is in it."""
        for version in self.report.versions:
            document = version.document
            for source in document.sources:
                counts = [
                    counted(key, sum(one.span.source is source for one in things), self.ui)
                    for key, things in (
                        ("notes", document.notes),
                        ("markers", document.markers),
                        ("entries", document.entries),
                    )
                ]
                name = language_name(version.lang, self.ui)
                held = say("between", self.ui).join((joined(counts, self.ui), f"sha256 {source.sha256 or '–'}"))
                yield say("of-source", self.ui, source=f"{source.path} ({name})", what=held)

    def _section(self, key: str, items: Iterable[str]) -> Iterator[Text]:
        """A heading with its items, one a line; nothing where there are none."""
        listed = [visible(item) for item in items]
        if listed:
            yield Text(say(key, self.ui), "bold")
            for item in listed:
                yield Text(f"  {item}")
            yield Text()


def _heads_bibliography(heading: Heading, document: Document) -> bool:
    """Whether the bibliography stands below a heading."""
    return document.bibliography_heading is not None and document.bibliography_heading.touches(heading.span)


def _titled(heading: Heading) -> str:
    """A heading's number and title."""
    return f"{heading.number} {heading.title}" if heading.number else heading.title
