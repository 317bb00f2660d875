"""A report as text for a person, on a terminal or in a file: findings by place, then what was and was not checked."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from citecheck.model.document import Document, Heading
from citecheck.model.finding import Confidence, Edit, Finding, Place, Severity, State
from citecheck.model.links import LinkStatus
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.phrases import STATUSES
from citecheck.report.wording import counted, joined, language_name, reason, render, severity_name, text

__all__ = ["coverage_line", "text_report", "visible"]

CONTEXT = 40
"""How many characters around a span are quoted on either side."""

LONGEST = 90
"""How many characters of a span are quoted at most; the middle of a longer one is left out."""

MANY = 12
"""How many further places are named; the others are counted, unless everything is wanted."""

FEW = 3
"""How many edits of one fix are shown; the others are counted likewise."""

_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●"}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
# Notes and the items of a list, a bibliography's entries among them, often have no blank line between them.
_PARAGRAPH_END = re.compile(r"\n[ \t]*(?:\n|(?=(?:\d+[.)]|[-*+#]+)[ \t]|<sup>|\[\^?\w+\]))")
_CREDENTIALS = re.compile(r"://[^\s/?#@<>]{1,400}@")
_BREAK = re.compile(r"[ \t]*[\n\r\f\v\u0085\u2028\u2029]+[ \t]*|\t")
# Rules that the user left out: the last line counts them, and naming them all would bury what matters.
_WANTED_AWAY = ("not-selected", "ignored")


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
    return buffer.getvalue()


def coverage_line(report: Report, ui: str) -> str:
    """What was covered, on one line: the last one of every audit."""
    documents = [version.document for version in report.versions]
    resolved = [one for version in report.versions for one in version.resolved]
    citations = counted("citations", len(resolved), ui)
    found = counted("resolved", sum(one.work is not None for one in resolved), ui)
    links = _links(report, ui)
    why = Counter(reason(one.reason, ui) for one in report.skipped)
    reasons = ", ".join(why) if len(why) == 1 else ", ".join(f"{n} {what}" for what, n in sorted(why.items()))
    rules = f"{counted('run', len(report.run), ui)}, {counted('skipped', len(report.skipped), ui)}"
    return " · ".join(
        (
            counted("versions", len(documents), ui),
            counted("notes", sum(len(document.notes) for document in documents), ui),
            counted("entries", sum(len(document.entries) for document in documents), ui),
            f"{citations} ({found})",
            links,
            f"{rules} ({reasons})" if reasons else rules,
        )
    )


def _links(report: Report, ui: str) -> str:
    """How many links there are and what became of them."""
    if report.links is None:
        printed = sum(len(version.document.urls) for version in report.versions)
        return f"{counted('links', printed, ui)} ({reason('offline', ui)})"
    counts = report.links.counts
    found = ", ".join(f"{counts[status]} {STATUSES[status][ui]}" for status in LinkStatus if counts[status])
    said = counted("links-tried", len(report.links.links), ui)
    return f"{said} ({found})" if found else said


def visible(written: str) -> str:
    """The text on one line, with every character that would steer a terminal or reorder the line shown as a sign."""
    return "".join(_shown(char) for char in _BREAK.sub(" ", written))


def _shown(char: str) -> str:
    if char.isprintable() or unicodedata.category(char) == "Zs":
        return char
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


class _Writer:
    """Writes one report, line by line."""

    def __init__(self, report: Report, ui: str, width: int, verbose: bool) -> None:
        self.report = report
        self.ui = ui
        self.width = width
        self.verbose = verbose
        self.versions = {version.lang: version for version in reversed(report.versions)}

    def lines(self) -> Iterator[Text]:
        """All lines of the report."""
        for group, findings in groupby(self.report.findings, key=self._group):
            yield Text(group, style="bold underline")
            for found in findings:
                yield from self._finding(found)
                yield Text()
        yield from self._summary()
        yield from self._not_checked()
        yield Text(coverage_line(self.report, self.ui), style="dim")

    def _group(self, found: Finding) -> str:
        """The version and the section that a finding stands in."""
        place = found.place
        version = self.versions.get(place.lang or "")
        name = language_name(place.lang, self.ui) if place.lang else ""
        where = [name[0].upper() + name[1:]] if name else []
        heading = _heading_above(version.document, place.span) if version else None
        bibliography = version.document.bibliography_heading if version else None
        if place.entry_id is not None or (heading and bibliography and bibliography.touches(heading.span)):
            where.append(text("bibliography", self.ui))
        elif heading is not None:
            where.append(textwrap.shorten(visible(_titled(heading)), 80, placeholder=" …"))
        elif version is not None and version.document.headings:
            where.append(text("before-headings", self.ui))
        return " · ".join(where) or visible(place.span.source.path)

    def _finding(self, found: Finding) -> Iterator[Text]:
        rule = self.report.rules[found.code]
        message, hint = render(found, rule, self.ui)
        style = _STYLES[found.severity]
        first = Text("  ")
        first.append(f"{_SIGNS[found.severity]} {severity_name(found.severity, self.ui)}", style)
        first.append(f" {found.code}", "bold")
        label = self._label(found.place)
        if label:
            first.append(f"  {label}")
        first.append(f"  {_position(found.place.span)}", "dim")
        remarks = self._remarks(found)
        if remarks:
            first.append(f"  ({', '.join(remarks)})", "dim")
        yield first
        yield from self._wrapped(message)
        yield from self._quoted(found.place.span, style)
        if hint:
            yield from self._wrapped(hint, "→ ")
        for key, places in (("also", found.related), ("compare", found.counterparts)):
            if places:
                yield from self._wrapped(text(key, self.ui, places=self._places(places, found.place)))
                if self.verbose:
                    for place in places:
                        yield Text(f"      {_position(place.span)}  {self._label(place)}", "dim")
        if found.fix is not None and found.fix.edits:
            changed = found.fix.edits if self.verbose else found.fix.edits[:FEW]
            edits = "; ".join(dict.fromkeys(self._edit(edit) for edit in changed))
            if len(changed) < len(found.fix.edits):
                edits += f"; {text('more', self.ui, count=len(found.fix.edits) - len(changed))}"
            yield from self._wrapped(text("fix" if found.fix.safe else "possible-fix", self.ui, edits=edits))

    def _remarks(self, found: Finding) -> list[str]:
        """What qualifies a finding: how sure it is, and what was known of it before."""
        remarks = []
        if found.confidence is not Confidence.CERTAIN:
            remarks.append(text(found.confidence.value, self.ui))
        if found.state is State.BASELINED:
            remarks.append(text("baselined", self.ui))
        if found.state is State.WAIVED:
            remarks.append(text("waived", self.ui, why=visible(found.waiver or "")))
        return remarks

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
        quoted = _shortened(visible(span.text), min(room, LONGEST))
        each = 0 if span.source.sparse else max(min(CONTEXT, (room - cell_len(quoted)) // 2 - 2), 0)
        before, after = _around(span, each)
        line = Text(indent)
        line.append(before, "dim")
        line.append(quoted, style)
        line.append(after, "dim")
        yield line
        yield Text(indent + " " * cell_len(before) + "^" * max(cell_len(quoted), 1), style)

    def _label(self, place: Place) -> str:
        """The note or entry that a place is in, as the reader sees it printed."""
        if place.note is not None:
            name = place.note if place.note_label is None else f"{place.note} [^{place.note_label}]"
            return text("note", self.ui, label=visible(name))
        if place.entry_id is not None and place.entry is not None:
            return text("entry", self.ui, label=visible(place.entry))
        return ""

    def _places(self, places: Sequence[Place], own: Place) -> str:
        """Several places in few words: ``notes 40, 41, 57; line 12``; the language is said where it is another one."""
        named = places if self.verbose else places[:MANY]
        parts = []
        for (other, kind), group in groupby(named, key=lambda place: (place.lang, _kind(place, own))):
            labels = list(dict.fromkeys(visible(_number(place, kind, own)) for place in group))
            key = kind if len(labels) == 1 else _PLURALS[kind]
            said = text(key, self.ui, label=", ".join(labels))
            parts.append(f"{language_name(other, self.ui)}, {said}" if other and other != own.lang else said)
        if len(named) < len(places):
            parts.append(text("more", self.ui, count=len(places) - len(named)))
        return text("between", self.ui).join(parts)

    def _edit(self, edit: Edit) -> str:
        """What an edit changes, in few words."""
        old, new = (_shortened(visible(side), LONGEST) for side in (edit.span.text, edit.replacement))
        if not edit.replacement:
            return text("delete", self.ui, old=old)
        return text("replace", self.ui, old=old, new=new) if edit.span.text else text("insert", self.ui, new=new)

    def _summary(self) -> Iterator[Text]:
        """How many findings there are of each severity and of each rule."""
        if not self.report.findings:
            yield Text(text("nothing", self.ui), "bold green" if not self.report.crashes else "")
            yield Text()
            return
        counts = [counted(level.value, self.report.count(level), self.ui) for level in Severity]
        yield Text(text("summary", self.ui, counts=", ".join(counts)), "bold")
        by_code = Counter(found.code for found in self.report.findings)
        longest = max(len(self.report.rules[code].name) for code in by_code)
        for code, count in sorted(by_code.items()):
            yield Text(f"  {code} {self.report.rules[code].name:<{longest}} {count:>4}")
        yield Text()

    def _not_checked(self) -> Iterator[Text]:
        """All that was not checked, and why."""
        report, ui = self.report, self.ui
        yield from self._section("crashed", (f"{one.code}: {one.error} ({one.where})" for one in report.crashes))
        yield from self._section(
            "unreadable",
            (
                f"{_position(one.span)}  {self._because(_shortened(one.span.text, CONTEXT), one.reason)}"
                for one in report.unreadable
            ),
        )
        reasons: dict[tuple[str, str], list[str]] = {}
        for passed in report.abstained:
            lang = language_name(passed.lang, ui) if passed.lang else ""
            reasons.setdefault((reason(passed.reason, ui), lang), []).append(passed.code)
        yield from self._section(
            "abstained",
            (
                self._because(f"{', '.join(sorted(set(codes)))}{f' ({lang})' if lang else ''}", why)
                for (why, lang), codes in reasons.items()
            ),
        )
        left_out: dict[str, list[str]] = {}
        for one in report.skipped:
            if self.verbose or one.reason not in _WANTED_AWAY:
                left_out.setdefault(reason(one.reason, ui), []).append(one.code)
        yield from self._section("skipped", (self._because(", ".join(codes), why) for why, codes in left_out.items()))
        yield from self._section(
            "fixed", (f"{found.code} {render(found, report.rules[found.code], ui)[0]}" for found in report.fixed)
        )
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

    def _because(self, what: str, why: str) -> str:
        return text("because", self.ui, what=what, why=why)

    def _section(self, key: str, items: Iterable[str]) -> Iterator[Text]:
        """A heading with its items, one a line; nothing where there are none."""
        listed = [visible(item) for item in items]
        if listed:
            yield Text(text(key, self.ui), "bold")
            for item in listed:
                yield Text(f"  {item}")
            yield Text()


_PLURALS = {"note": "notes", "entry": "entries", "line": "lines"}


def _kind(place: Place, own: Place) -> str:
    """Whether a place is told by its note, its entry or its line; a number that ``own`` has too would tell nothing."""
    numbers = (place.lang, place.note, place.entry)
    if numbers == (own.lang, own.note, own.entry):
        return "line"
    if place.note is not None:
        return "note"
    return "entry" if place.entry is not None else "line"


def _number(place: Place, kind: str, own: Place) -> str:
    """The number that tells a place of that kind; on the finding's own line it takes the column as well."""
    known = {"note": place.note, "entry": place.entry}.get(kind)
    line = place.span.line
    same = place.span.source is own.span.source and line == own.span.line
    return known or (f"{line}:{place.span.column}" if same else str(line))


def _position(span: Span) -> str:
    """``path:line:column``, which editors and terminals make clickable."""
    return f"{visible(span.source.path)}:{span.line}:{span.column}"


def _titled(heading: Heading) -> str:
    """A heading's number and title."""
    return f"{heading.number} {heading.title}" if heading.number else heading.title


def _heading_above(document: Document, span: Span) -> Heading | None:
    """The last heading of the same file that stands before the span."""
    headings = [heading for heading in document.headings if heading.span.source is span.source]
    at = bisect_right([heading.span.start for heading in headings], span.start)
    return headings[at - 1] if at else None


def _around(span: Span, each: int) -> tuple[str, str]:
    """Up to ``each`` characters of the same paragraph on either side of a span, cut between words."""
    if each <= 0:
        return "", ""
    source = span.source.text
    before = _PARAGRAPH_END.split(source[max(span.start - 4 * each, 0) : span.start])[-1]
    after = _PARAGRAPH_END.split(source[span.end : span.end + 4 * each])[0]
    return _tail(visible(_unsigned(before)).lstrip(), each), _head(visible(_unsigned(after)).rstrip(), each)


def _unsigned(written: str) -> str:
    """The text without the user names and passwords of the addresses in it."""
    return _CREDENTIALS.sub("://…@", written)


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
