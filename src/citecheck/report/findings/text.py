"""A report as text for a person, on a terminal or in a file: findings by place, then what was and was not checked."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from citecheck.model.citations import Citations
from citecheck.model.credentials import without_credentials
from citecheck.model.document import Document, Heading
from citecheck.model.finding import Edit, Finding, Fix, Place, Severity, State
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.brief import brief, cut, label, named_places, position, remarks
from citecheck.report.coverage import coverage_line, tally
from citecheck.report.findings.subjects import Sections
from citecheck.report.reading import reading_lines
from citecheck.report.unchecked import not_checked
from citecheck.report.visible import inert, visible
from citecheck.report.voice import counted, joined, language_name, say

__all__ = ["text_report"]

CONTEXT = 40
"""How many characters around a span are quoted on either side."""

LONGEST = 90
"""How many characters of a span are quoted at most; the middle of a longer one is left out."""

SAID = 2000
"""How many characters of a message or a hint are shown."""

FEW = 3
"""How many edits of one fix are shown; the others are counted likewise."""

_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●"}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
# Notes and the items of a list, a bibliography's entries among them, often have no blank line between them.
_PARAGRAPH_END = re.compile(r"\n[ \t]*(?:\n|(?=(?:\d+[.)]|[-*+#]+)[ \t]|<sup>|\[\^?\w+\]))")


def text_report(report: Report, *, ui: str = "en", color: bool = False, width: int = 100, verbose: bool = False) -> str:
    """The report for a person. Nothing of what it quotes can steer a terminal.

    ``width`` is where messages and hints are wrapped. ``verbose`` names every place, every rule and every file.
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
    for line in _Writer(report, ui, max(width, 20), verbose).lines():
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

    def lines(self) -> Iterator[Text]:
        """All lines of the report."""
        for group, findings in groupby(sorted(self._listed(), key=self._order), key=self._group):
            yield Text(group, style="bold underline")
            for found in findings:
                yield from self._finding(found)
                yield Text()
        yield from self._summary()
        yield from self._not_checked()
        for line in reading_lines(self.report.versions, self.ui):
            yield Text(visible(line), style="dim")
        yield Text(coverage_line(self.report, self.ui), style="dim")

    def _listed(self) -> list[Finding]:
        """The findings that are shown one by one: against an earlier state only what is not of it, unless all is
        wanted."""
        known = State.BASELINED if self.report.since is not None and not self.verbose else None
        return [found for found in self.report.findings if found.state is not known]

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
        name = language_name(place.lang, self.ui) if place.lang else ""
        where = [name[0].upper() + name[1:]] if name else []
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

    def _finding(self, found: Finding) -> Iterator[Text]:
        message, hint = brief(found, self.report, self.ui, SAID)
        yield self._head(found)
        yield from self._wrapped(message)
        yield from self._quoted(found.place.span, _STYLES[found.severity])
        if hint:
            yield from self._wrapped(hint, "→ ")
        yield from self._places("also", found.related, found)
        yield from self._places("compare", found.counterparts, found)
        if found.fix is not None and found.fix.edits:
            yield from self._wrapped(self._fix(found.fix))

    def _head(self, found: Finding) -> Text:
        """The first line of a finding: how much it matters, the rule and the place."""
        head = Text("  ")
        head.append(
            f"{_SIGNS[found.severity]} {say(f'severity.{found.severity.value}', self.ui)}", _STYLES[found.severity]
        )
        head.append(f" {found.code}", "bold")
        where = label(found.place, self.ui)
        if where:
            head.append(f"  {where}")
        head.append(f"  {position(found.place.span)}", "dim")
        qualified = remarks(found, self.ui)
        if qualified:
            head.append(f"  ({', '.join(qualified)})", "dim")
        return head

    def _places(self, key: str, places: Sequence[Place], found: Finding) -> Iterator[Text]:
        """Further places of a finding, under the text ``key`` of the interface; all of them where all is wanted."""
        if not places:
            return
        said = named_places(places, found.place, self.ui, every=self.verbose)
        yield from self._wrapped(say(key, self.ui, places=said))
        for place in places if self.verbose else ():
            yield Text(f"      {position(place.span)}  {label(place, self.ui)}", "dim")

    def _fix(self, fix: Fix) -> str:
        """What would mend a finding."""
        changed = fix.edits if self.verbose else fix.edits[:FEW]
        edits = "; ".join(dict.fromkeys(self._edit(edit) for edit in changed))
        if len(changed) < len(fix.edits):
            edits += f"; {say('more', self.ui, count=len(fix.edits) - len(changed))}"
        return say("fix" if fix.safe else "possible-fix", self.ui, edits=edits)

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
        room = max(self.width - len(indent), 20)
        quoted = _shortened(cut(span.text), min(room, LONGEST))
        each = 0 if span.source.sparse else max(min(CONTEXT, (room - cell_len(quoted)) // 2 - 2), 0)
        before, after = _around(span, each)
        line = Text(indent)
        line.append(before, "dim")
        line.append(quoted, style)
        line.append(after, "dim")
        yield line
        yield Text(indent + " " * cell_len(before) + "^" * max(cell_len(quoted), 1), style)

    def _edit(self, edit: Edit) -> str:
        """What an edit changes, in few words."""
        old, new = (_shortened(cut(side), LONGEST) for side in (edit.span.text, edit.replacement))
        if not edit.replacement:
            return say("delete", self.ui, old=old)
        return say("replace", self.ui, old=old, new=new) if edit.span.text else say("insert", self.ui, new=new)

    def _summary(self) -> Iterator[Text]:
        """How many findings there are of each severity and of each rule."""
        yield from self._since()
        if self.report.findings:
            yield Text(say("summary", self.ui, counts=tally(self.report, self.ui)), "bold")
            yield from self._rules()
        else:
            yield Text(say("nothing", self.ui), "bold green" if not self.report.crashes else "")
        yield Text()

    def _since(self) -> Iterator[Text]:
        """How many findings are new, known and gone against an earlier state; nothing where there is none."""
        states = Counter(found.state for found in self.report.findings)
        if self.report.since is not None or states[State.BASELINED] or self.report.fixed:
            told = say(
                "against-baseline" if self.report.since is None else "since",
                self.ui,
                ref=visible(self.report.since or ""),
                new=states[State.NEW],
                fixed=len(self.report.fixed),
                known=states[State.BASELINED],
            )
            yield Text(told, "bold")

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
                yield f"{source.path} ({name}): {joined(counts, self.ui)}; sha256 {source.sha256 or '–'}"

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


def _around(span: Span, each: int) -> tuple[str, str]:
    """Up to ``each`` characters of the same paragraph on either side of a span, cut between words."""
    if each <= 0:
        return "", ""
    source = span.source.quoted.text
    before = _PARAGRAPH_END.split(source[max(span.start - 4 * each, 0) : span.start])[-1]
    after = _PARAGRAPH_END.split(source[span.end : span.end + 4 * each])[0]
    return _tail(visible(without_credentials(before)).lstrip(), each), _head(
        visible(without_credentials(after)).rstrip(), each
    )


def _tail(written: str, longest: int) -> str:
    """The last words of a text."""
    if cell_len(written) <= longest:
        return written
    kept = written[-longest:]
    cut = kept.find(" ")
    return "…" + (kept[cut + 1 :] if 0 <= cut < len(kept) - 1 else kept)


def _head(written: str, longest: int) -> str:
    """The first words of a text."""
    if cell_len(written) <= longest:
        return written
    kept = written[:longest]
    cut = kept.rfind(" ")
    return (kept[:cut] if cut > 0 else kept) + "…"


def _shortened(written: str, longest: int) -> str:
    """A text without its middle, where it is too long."""
    if cell_len(written) <= longest:
        return written
    half = max((longest - 3) // 2, 1)
    return f"{written[:half].rstrip()} … {written[-half:].lstrip()}"
