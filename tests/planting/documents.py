"""Clean documents, taken apart just enough to plant errors in them.

Nothing of citecheck is used here: what the tool fails to read is planted all the same. A report may be several files
(chapters, or one file per language); they are held as one text, with `JOIN` between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

JOIN = "\n\x1e\n"
SUP_CALL = re.compile(r"<sup>(\d{1,4})</sup>")
SUP_NOTE = re.compile(r"(?m)^<sup>(\d{1,4})</sup>[ \t]+")
LABEL_CALL = re.compile(r"(?<!\n)\[\^([^\]\s^]+)\]")
LABEL_NOTE = re.compile(r"(?m)^\[\^([^\]\s^]+)\]:[ \t]*")
SQUARE_CALL = re.compile(r"(?<!\n)\[(\d{1,4})\]")
SQUARE_NOTE = re.compile(r"(?m)^\[(\d{1,4})\][ \t]+")
RAISED_CALL = re.compile(r"(?<![\n⁰¹²³⁴⁵⁶⁷⁸⁹])([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?!\w)")
RAISED_NOTE = re.compile(r"(?m)^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})[ \t]+")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
BY_HAND = ("sup", "square", "raised")
"""The forms of notes whose numbers the author prints."""
FORMS = (
    ("sup", SUP_NOTE, SUP_CALL),
    ("label", LABEL_NOTE, LABEL_CALL),
    ("square", SQUARE_NOTE, SQUARE_CALL),
    ("raised", RAISED_NOTE, RAISED_CALL),
)
UNIT = re.compile(r"(?:\b(?:[kdcmh]?m|s|ha)|/m|[kch]m|(?<!\d)10)$")
BIBLIOGRAPHY = re.compile(
    r"(?im)^(?P<marks>#{1,6}[ \t]+|\*\*)(?:\d[\d.]*[ \t]+)?(?P<title>(?:select )?bibliograph(?:y|ie)|references|works cited|"
    r"références(?: bibliographiques)?|sources et bibliographie)\**[ \t]*$"
)
HEADING = re.compile(r"(?m)^(#{1,6})[ \t]+(.*)$")
FURTHER = re.compile(r"(?i)further reading|pour aller plus loin")
NUMBER = re.compile(r"(\d{1,3})\.[ \t]+|\[(\d{1,3})\][ \t]+")
BULLET = re.compile(r"[-*][ \t]+")
PARTICLE = r"(?:(?:[Dd]e|[Dd]u|[Dd]a|[Dd]al|[Vv]an den|[Vv]an der|[Vv]an|[Vv]on|Le|La|Ó|[Dd]e la|da Silva e) )*"
PERSON = re.compile(
    rf"(?P<family>{PARTICLE}[^\W\d_][\w'’-]+(?: (?!(?:and|et|&) )[A-ZÀ-Þ][\w'’-]+)*)"
    r"(?=,? (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ]{1,2}[,.])|, [A-ZÀ-Þ][\w'’-]+(?:\.|,))"
    rf"|(?P<capitals>{PARTICLE}[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)(?= [A-ZÀ-Þ][a-zà-ÿ]+[, ])"
)
ANON = '«“"'
SMALL = {"et", "and", "al", "de", "du", "la", "le", "of", "pour", "les", "van", "der", "von"}


@dataclass(frozen=True)
class Note:
    """A note: ``start`` to ``end`` is all of it, ``body`` where its text begins."""

    label: str
    start: int
    body: int
    end: int
    form: str


@dataclass(frozen=True)
class Marker:
    """The call of a note, with the ordinal of its note in `Clean.notes`."""

    label: str
    start: int
    end: int
    note: int


@dataclass(frozen=True)
class Entry:
    """An entry of a bibliography. ``family`` is the first author as printed, without given names."""

    start: int
    body: int
    end: int
    number: str | None
    bullet: bool
    family: str
    person: bool
    year: str
    year_at: tuple[int, int] | None
    version: int
    further: bool


@dataclass(frozen=True)
class Cite:
    """A citation of an entry by author and year, as far as it is plainly one."""

    entry: int
    start: int
    end: int
    year_at: tuple[int, int]
    note: int | None


@dataclass
class Clean:
    """A report without defects. ``spans`` are the versions (stretches with one bibliography each) of ``text``."""

    name: str
    paths: tuple[str, ...]
    text: str
    bibliography: str | None = None
    starts: tuple[int, ...] = ()
    notes: list[Note] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    cites: list[Cite] = field(default_factory=list)
    regions: list[tuple[int, int]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    def files(self, text: str) -> dict[str, str]:
        """The files of a changed text."""
        return dict(zip(self.paths, text.split(JOIN), strict=True))

    def version(self, at: int) -> int:
        """The ordinal of the version that a place belongs to."""
        return next((number for number, (start, end) in enumerate(self.spans) if start <= at < end), 0)

    def french(self, at: int) -> bool:
        """Whether the version around ``at`` is French."""
        start, end = self.spans[self.version(at)]
        return len(re.findall(r"(?i)\b(?:le|les|des|du)\b", self.text[start:end])) > len(
            re.findall(r"(?i)\b(?:the|of|and)\b", self.text[start:end])
        )

    def in_bibliography(self, at: int) -> bool:
        """Whether a place lies in a bibliography."""
        return any(start <= at < end for start, end in self.regions)

    def note_at(self, at: int) -> int | None:
        """The ordinal of the note that holds a place."""
        return next((number for number, note in enumerate(self.notes) if note.start <= at < note.end), None)

    def cited(self, entry: int) -> list[Cite]:
        """The citations of an entry."""
        return [cite for cite in self.cites if cite.entry == entry]


def documents(folder: Path) -> Iterator[Clean]:
    """The reports of a folder: every file, every sub-folder, and ``x.fr.md`` with ``x.en.md`` as one."""
    groups: dict[str, list[Path]] = {}
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            groups[path.name] = sorted(path.glob("*.md"))
        elif path.suffix == ".md":
            stem = re.sub(r"\.(?:fr|en)$", "", path.stem)
            groups.setdefault(stem, []).append(path)
    for name, paths in sorted(groups.items()):
        bibs = sorted(paths[0].parent.glob("*.bib")) if paths and paths[0].parent != folder else []
        texts = [path.read_text(encoding="utf-8") for path in paths]
        if texts:
            yield read(name, tuple(path.name for path in paths), texts, str(bibs[0]) if bibs else None)


def read(name: str, paths: tuple[str, ...], texts: list[str], bibliography: str | None = None) -> Clean:
    """Takes a report apart."""
    text = JOIN.join(texts)
    starts = [0]
    for one in texts[:-1]:
        starts.append(starts[-1] + len(one) + len(JOIN))
    clean = Clean(name, paths, text, bibliography, tuple(starts))
    _bibliographies(clean)
    _notes(clean)
    _markers(clean)
    _cites(clean)
    return clean


def relabelled(printed: str, old: str, new: str) -> str:
    """A marker or the head of a note with another number, raised where the old one is."""
    if old not in printed:
        old, new = old.translate(RAISED), new.translate(RAISED)
    return printed.replace(old, new, 1)


def stands_alone(clean: Clean, cite: Cite) -> bool:
    """Whether a citation stands for itself: not the head of ``Doe, 2019a, 2019b``."""
    return re.match(r",? (?:and |et )?(?:1[5-9]|20)\d\d", clean.text[cite.end :]) is None


def file_of(clean: Clean, at: int) -> tuple[str, int]:
    """The file of a place of the whole text, and the place in it."""
    number = bisect_right(clean.starts, at) - 1
    return clean.paths[number], at - clean.starts[number]


def _bibliographies(clean: Clean) -> None:
    text = clean.text
    previous = 0
    for match in BIBLIOGRAPHY.finditer(text):
        level = match.group("marks").count("#") or 6
        end = len(text)
        ends = [join.start() for join in re.finditer(JOIN, text[match.end() :])][:1]
        if ends:
            end = match.end() + ends[0]
        further = False
        at = match.end()
        for heading in HEADING.finditer(text, match.end(), end):
            if FURTHER.search(heading.group(2)):
                _entries(clean, at, heading.start(), further)
                further, at = True, heading.end()
            elif len(heading.group(1)) <= level:
                end = heading.start()
                break
        _entries(clean, at, end, further)
        clean.regions.append((match.start(), end))
        clean.spans.append((previous, end))
        previous = end
    if clean.spans:
        clean.spans[-1] = (clean.spans[-1][0], len(text))
    else:
        clean.spans.append((0, len(text)))
    if len(clean.spans) > 1 and len(clean.paths) > 1:
        clean.spans = [
            (start, clean.starts[at + 1] if at + 1 < len(clean.starts) else len(text))
            for at, start in enumerate(clean.starts)
        ]


def _entries(clean: Clean, start: int, end: int, further: bool) -> None:
    text = clean.text
    version = len(clean.spans)
    for match in re.finditer(r"(?m)^(?!#)\S.*(?:\n(?![-*#\d\[\n])\S.*)*", text[start:end]):
        a, b = start + match.start(), start + match.end()
        body = a
        number = NUMBER.match(text, a)
        bullet = BULLET.match(text, a)
        body = number.end() if number else bullet.end() if bullet else a
        words = text[body:b]
        if words[:1] in "-—" or not re.search(r"[12]\d{3}|n\.d|s\.d|forthcoming", words):
            continue
        person = PERSON.match(words)
        # The year behind the authors: in brackets, or between signs; the last one printed where there is none.
        year = re.search(r"(?:\(|, |\. )((?:1[5-9]|20)\d\d)([a-z]?)(?=[),.;])", words)
        undated = re.search(r"[(, ](?:n\.d\.|s\.d\.|forthcoming)", words)
        if undated and (year is None or undated.start() < year.start()):
            year = None
        family = ""
        if words[:1] in ANON:
            pass
        elif person:
            family = person.group("family") or person.group("capitals")
        elif year:
            family = re.sub(r"\s*(?:\([^()]*\))?[.,(\s]*$", "", words[: year.start()])
        at = (body + year.start(1), body + year.end(2)) if year else None
        clean.entries.append(
            Entry(
                a,
                body,
                b,
                next((group for group in number.groups() if group), None) if number else None,
                bullet is not None,
                family,
                person is not None,
                year.group(1) + year.group(2) if year else "",
                at,
                version,
                further,
            )
        )


def _notes(clean: Clean) -> None:
    text = clean.text
    found: list[Note] = []
    for form, pattern, _ in FORMS:
        for match in pattern.finditer(text):
            if form == "square" and clean.in_bibliography(match.start()):
                continue
            blank = re.compile(
                r"\n(?:[ \t]*\n(?!    \S)|(?=<sup>\d+</sup> |\[\^[^\]]+\]:|\[\d+\] |[¹²³⁴-⁹])|\x1e)"
            ).search(text, match.end())
            end = blank.start() if blank else len(text.rstrip())
            found.append(Note(match.group(1).translate(PLAIN), match.start(), match.end(), end, form))
    depth_at = 0
    while (depth_at := text.find("^[", depth_at)) != -1:
        depth, at = 0, depth_at + 1
        for at in range(depth_at + 1, len(text)):
            depth += (text[at] == "[") - (text[at] == "]")
            if not depth:
                break
        if not (depth_at and text[depth_at - 1] == "["):
            found.append(Note("", depth_at, depth_at + 2, at, "inline"))
        depth_at += 2
    clean.notes = sorted(found, key=lambda note: note.start)


def _markers(clean: Clean) -> None:
    text = clean.text
    taken: set[int] = set()
    calls: list[tuple[str, int, int, str]] = []
    for form, _, pattern in FORMS:
        for match in pattern.finditer(text):
            if any(note.start == match.start() for note in clean.notes) or clean.in_bibliography(match.start()):
                continue
            unit = UNIT.search(text[max(0, match.start() - 6) : match.start()])
            label = match.group(1).translate(PLAIN)
            if form in ("sup", "raised") and unit and (label in "23" or unit.group() == "10"):
                continue
            calls.append((label, match.start(), match.end(), form))
    for label, start, end, form in sorted(calls, key=lambda call: call[1]):
        fitting = [
            at for at, note in enumerate(clean.notes) if note.label == label and note.form == form and at not in taken
        ]
        behind = [at for at in fitting if clean.notes[at].start > start]
        if fitting:
            chosen = (behind or fitting)[0]
            taken.add(chosen)
            clean.markers.append(Marker(label, start, end, chosen))


def _cites(clean: Clean) -> None:
    text = clean.text
    for number, entry in enumerate(clean.entries):
        if not entry.family or not entry.year or entry.further:
            continue
        start, end = clean.spans[min(entry.version, len(clean.spans) - 1)]
        flags = re.IGNORECASE if entry.family.isupper() else 0
        pattern = re.compile(
            rf"(?<![\w-])(?<!& ){re.escape(entry.family)}(?P<mid>(?![\w’'-])[^;\d\n]{{0,70}}?[ (,]|[ ,(]+)(?P<year>{entry.year})(?![\w])",
            flags,
        )
        for match in pattern.finditer(text, start, end):
            small = set(re.findall(r"\b[a-zà-ÿ]{2,}", match.group("mid"))) - SMALL
            if clean.in_bibliography(match.start()) or "<" in match.group("mid") or small:
                continue
            clean.cites.append(
                Cite(number, match.start(), match.end(), match.span("year"), clean.note_at(match.start()))
            )
    clean.cites.sort(key=lambda cite: cite.start)
