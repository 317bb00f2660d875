"""A report as Markdown for a comment on a pull request, or as the list to go through before print.

It is bounded: a service refuses a comment that is too long, and then shows nothing at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from citecheck.model.finding import Finding, Place, Severity, State
from citecheck.model.report import Report
from citecheck.report.brief import Named, brief, label, lines_of, named_places, posix, remarks
from citecheck.report.coverage import coverage_line, tally
from citecheck.report.findings.quoting import quotation
from citecheck.report.json import HELP
from citecheck.report.places import told_place
from citecheck.report.problems import Problem, problems
from citecheck.report.unchecked import not_checked
from citecheck.report.visible import inert, visible
from citecheck.report.voice import language_name, say

__all__ = ["LONGEST", "SUMMARY", "escaped", "markdown_report"]

LONGEST = 60_000
"""How many characters a comment may have, and some to spare: GitHub refuses more than 65,536."""

SUMMARY = 240_000
"""How many characters a job summary may have: GitHub refuses more than a megabyte, of four bytes each at worst."""

_MESSAGE, _HINT, _PLACE, _LINE = 500, 300, 200, 1000
"""How many characters, marks of escape among them, the parts of a row and a line of a list may have."""

_QUOTED = 100
"""How many characters of the running text are quoted."""

_APPENDIX = 3_000
"""How many characters each list of what was not checked may have."""

_SECTIONS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}

# Signs of Markdown; of names and numbers that GitHub or GitLab would link and notify; of emoji and bare addresses.
_SPECIAL = re.compile(r"[\\`*_\[\]|~$<>&@#!%^+-]|:(?=/|[\w+-]{1,40}:)|[Ww]{3}(?=\.)")
_OF_ADDRESS = r"(?:(?!##)[\w.~/?=&%:+,;@!$#'()-])"
_ADDRESS = re.compile(
    rf"(?:[A-Za-z]{{2,6}}:/{{1,3}}|[Ww]{{3}}\.(?={_OF_ADDRESS})){_OF_ADDRESS}{{0,1000}}(?<![.,:;!?'(])"
)
"""An address, which is shown as code: no service links or notifies what stands in it, and it can be copied."""
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_REFERENCES = frozenset("@#!~$%^&")
_NOTHING = "&#8203;"
"""A space without width: what follows is no longer a name, a number or an address to a service that looks for them."""

_MARK = re.compile(r"<sup>([^<>]*)</sup>")
_TAGS = re.compile(r"</?[A-Za-z][^<>]{0,100}>")

_MARKER = re.compile(r"(\d{1,9})([.)])")
"""The number of an item, which would make a list of it."""

_DIGITS = re.compile(r"(\d+)")


class _Section(Struct, frozen=True):
    """A heading and the items of the list below it."""

    heading: str
    rows: Iterator[str]
    count: int


def markdown_report(report: Report, *, ui: str = "en", named: Named = posix, longest: int = LONGEST) -> str:
    """The report in fewer than ``longest`` characters (30,000 at least), errors first and by note number.

    What had no room is counted. Everything that comes from the document is text, whatever it looks like.
    """
    writer = _Writer(report, ui, named)
    top, bottom = writer.top(), writer.bottom()
    room = longest - sum(map(len, top)) - sum(map(len, bottom)) - 2 * len(top + bottom) - 1
    return inert("\n\n".join([*top, *writer.lists(room), *bottom]) + "\n")


def escaped(written: str, longest: int = LONGEST) -> str:
    """A text that Markdown shows as it is, and that is no mention, link or reference; at most ``longest``
    characters."""
    plain = visible(written[: 4 * longest]).strip(" ")
    numbered = _MARKER.match(plain)
    cut = len(written) > 4 * longest
    made: list[str] = []
    length = 0
    at = 0
    while at < len(plain):
        found = _ADDRESS.match(plain, at) or _SPECIAL.match(plain, at)
        piece = found[0] if found else plain[at]
        at += len(piece)
        if found and found.re is _ADDRESS:
            shown = f"`{piece}`"
        elif numbered and at == numbered.end():
            shown = f"\\{piece}"
        else:
            shown = _shown(piece, plain[at : at + 1], first=not made) if found else piece
        length += len(shown)
        if length > longest or (length == longest and (cut or at < len(plain))):
            return "".join(made).rstrip(" ") + "…"
        made.append(shown)
    return "".join(made) + ("…" if cut else "")


def _shown(piece: str, after: str, *, first: bool) -> str:
    """A sign as Markdown text; some of them mean something only where a line begins."""
    if piece == ":" or len(piece) > 1:
        return piece + _NOTHING
    if piece in "+-#" and first:
        return f"\\{piece}" + (_NOTHING if piece == "#" else "")
    shown = _ENTITIES.get(piece) or (f"\\{piece}" if piece in "\\`*_[]|~$" else piece)
    return shown + _NOTHING if piece in _REFERENCES and (after.isalnum() or after in ("_", '"', "*")) else shown


class _Writer:
    """Writes the parts of one report."""

    def __init__(self, report: Report, ui: str, named: Named) -> None:
        self.report = report
        self.ui = ui
        self.named = named
        self.langs = list(dict.fromkeys(version.lang for version in report.versions))
        self.marks = {marker.span for version in report.versions for marker in version.document.markers}

    def top(self) -> list[str]:
        """The heading, and what failed."""
        report, ui = self.report, self.ui
        said = tally(report, ui) if report.findings else say("nothing", ui)
        lists = dict(not_checked(report, ui))
        return [f"## citecheck: {said}", *self._list("crashed", lists["crashed"])]

    def bottom(self) -> list[str]:
        """What was found by which rule, what was not checked, and what was covered."""
        lists = dict(not_checked(self.report, self.ui))
        appendix = [part for key, lines in lists.items() if key != "crashed" for part in self._list(key, lines)]
        return [*self._rules(), *appendix, escaped(coverage_line(self.report, self.ui), _LINE)]

    def lists(self, room: int) -> Iterator[str]:
        """The problems, in at most ``room`` characters: each section takes what the ones before it left."""
        sections = list(self._sections())
        # A section whose rows do not fit says so itself; the words for that are paid for beforehand.
        fixed = [len(section.heading) + len(self._left_out(section.count)) + 6 for section in sections]
        room -= sum(fixed)
        for section in sections:
            rows = []
            for row in section.rows:
                if len(row) + 1 > room:
                    break
                rows.append(row)
                room -= len(row) + 1
            yield section.heading
            if rows:
                yield "\n".join(rows)
            if len(rows) < section.count:
                yield self._left_out(section.count - len(rows))

    def _sections(self) -> Iterator[_Section]:
        """The new problems by severity and language, then the others."""
        new = problems(found for found in self.report.findings if found.state is State.NEW)
        aside = problems(found for found in self.report.findings if found.state is not State.NEW)
        for level, key in _SECTIONS.items():
            yield from self._section(key, [problem for problem in new if problem.severity is level])
        yield from self._section("set-aside", aside)

    def _section(self, key: str, told: Sequence[Problem]) -> Iterator[_Section]:
        by_lang: dict[str | None, list[Problem]] = {}
        for problem in told:
            lang = problem.lead.lang
            by_lang.setdefault(lang if lang in self.langs else None, []).append(problem)
        title = say(key, self.ui)
        for lang in (*self.langs, None):
            some = by_lang.get(lang, [])
            if some:
                name = f" · {escaped(language_name(lang, self.ui), _PLACE)}" if lang and len(self.langs) > 1 else ""
                ordered = sorted(some, key=lambda problem: _by_number(problem.lead))
                yield _Section(f"### {title}{name} ({len(some)})", map(self._row, ordered), len(some))

    def _row(self, problem: Problem) -> str:
        """A problem as an item with a box to tick: what is accepted or known has its tick already."""
        found = problem.lead
        message, hint = brief(found, self.report, self.ui)
        said = escaped(message, _MESSAGE) + self._quoted(found.place)
        if hint:
            said += f" *{escaped(hint, _HINT)}*"
        for key, places in (("compare", found.counterparts), ("also", self._others(problem))):
            if places:
                named = named_places(places, found.place, self.ui, every=True)
                said += f" ({escaped(say(key, self.ui, places=named), _LINE)})"
        qualified = remarks(found, self.ui)
        if qualified:
            said += f" ({escaped(', '.join(qualified), _HINT)})"
        where = escaped(label(found.place, self.ui), _PLACE)
        path, line, _ = lines_of(found.place.span)
        anchor = found.place.span.anchor
        spot = f":{line}" if anchor is None else f" {told_place(anchor)}"
        place = escaped(f"{_end(self.named(path), _PLACE // 2)}{spot}", _PLACE)
        tick = " " if found.state is State.NEW else "x"
        return f"- [{tick}] {found.code} {' · '.join(filter(None, (where, place)))} – {said}"

    def _quoted(self, place: Place) -> str:
        """The words that a place in the running text has around it: nothing else there tells which one is meant."""
        if (place.note is not None or place.entry_id is not None) and place.span not in self.marks:
            return ""
        made = quotation(place.span, _QUOTED)
        before, at, after = (_TAGS.sub("", _MARK.sub(r"[\1]", part)) for part in (made.before, made.quoted, made.after))
        if not at.strip() or not (before or after):
            return ""
        return f" {say('quoted', self.ui, text=escaped(f'{before}{at}{after}', _QUOTED))}"

    @staticmethod
    def _others(problem: Problem) -> list[Place]:
        """The further places of a problem, in every version: a box is ticked when all are mended."""
        lead = problem.lead
        places = (place for case in problem.cases for some in case.places.values() for place in some)
        return [place for place in dict.fromkeys(places) if place != lead.place]

    def _rules(self) -> Iterator[str]:
        """Each rule that found something, with the page that explains it."""
        by_code = Counter(found.code for found in self.report.findings)
        waived = Counter(found.code for found in self.report.findings if found.state is State.WAIVED)
        lines = [
            f"- [{code}]({HELP}{code}) {self.report.rules[code].name}: {count - waived[code]}"
            + (f" ({say('of-them-waived', self.ui, counts=waived[code])})" if waived[code] else "")
            for code, count in sorted(by_code.items())
        ]
        return self._fitting("rules", lines, 2 * _APPENDIX)

    def _list(self, key: str, lines: Iterable[str]) -> Iterator[str]:
        """A heading with a list of lines; nothing where there are none."""
        return self._fitting(key, [f"- {escaped(line, _LINE)}" for line in lines], _APPENDIX)

    def _fitting(self, key: str, items: Sequence[str], room: int) -> Iterator[str]:
        if not items:
            return
        heading = say(key, self.ui)
        kept = []
        for item in items:
            room -= len(item) + 1
            if room < 0:
                break
            kept.append(item)
        if len(kept) < len(items):
            kept.append(f"- {self._left_out(len(items) - len(kept))}")
        yield f"### {heading.rstrip(':').rstrip(chr(0xA0))}\n\n" + "\n".join(kept)

    def _left_out(self, count: int) -> str:
        return say("left-out", self.ui, count=count)


def _by_number(found: Finding) -> tuple[int, tuple[tuple[int, str], ...], str, int]:
    """A sort key: notes by their number, then entries by theirs, then all else by its line."""
    place = found.place
    number = place.note or place.entry or ""
    kind = 0 if place.note is not None else 1 if place.entry is not None else 2
    return kind, tuple(map(_natural, _DIGITS.split(number))), place.span.source.path, place.span.start


def _natural(part: str) -> tuple[int, str]:
    """A part of a label: digits count as a number, of any length."""
    digits = part.lstrip("0") if part.isdecimal() else part
    return len(digits) if part.isdecimal() else 0, digits


def _end(path: str, longest: int) -> str:
    """The last characters of a path, which tell files apart."""
    return path if len(path) <= longest else "…" + path[-longest:]
