"""A finding and its places in few words on one line, for every format that shows them so."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from citecheck.model.finding import Confidence, Finding, Place, State
from citecheck.model.order import gathered
from citecheck.model.report import Report
from citecheck.model.source import Span
from citecheck.report.places import told_place
from citecheck.report.visible import shortened, visible
from citecheck.report.voice import in_version, joined, plain, render, say

__all__ = [
    "LONGEST",
    "MANY",
    "Named",
    "beside",
    "brief",
    "cut",
    "in_one_line",
    "label",
    "label_in_version",
    "label_with_words",
    "last_line",
    "named_below",
    "named_places",
    "position",
    "posix",
    "remarks",
]

LONGEST = 1000
"""How many characters of a message or a hint go on one line; services cut or refuse what is much longer."""

LABEL = 100
"""How many characters of a note's or an entry's label are shown."""

WORDS = 60
"""How many characters of an entry tell which one it is."""

MANY = 12
"""How many further places are named; the others are counted, unless everything is wanted."""

Named = Callable[[str], str]
"""What a path is called in the output."""

_PLURALS = {"note": "notes", "entry": "entries", "line": "lines", "paragraph": "paragraphs"}


def brief(found: Finding, report: Report, ui: str, longest: int = LONGEST) -> tuple[str, str]:
    """The message and the hint of a finding, each on one harmless line of at most ``longest`` characters."""
    message, hint = render(found, report.rules[found.code], ui)
    return cut(message, longest), cut(hint, longest)


def cut(written: str, longest: int = LONGEST) -> str:
    """A text on one harmless line of at most ``longest`` characters."""
    return shortened(visible(shortened(written, longest)), longest)


def in_one_line(found: Finding, report: Report, ui: str, named: Named = str) -> str:
    """A finding as compilers tell theirs: ``report.md:225:31: CIT004 error: French note 50: No entry by …``."""
    parts = (
        f"{position(found.place.span, named)}: {found.code} {say(f'severity.{found.severity.value}', ui)}",
        label_in_version(found.place, report, ui),
        brief(found, report, ui)[0],
    )
    return ": ".join(filter(None, parts))


def remarks(found: Finding, ui: str) -> list[str]:
    """What qualifies a finding: how sure it is, and what was known of it before."""
    made = []
    if found.confidence is not Confidence.CERTAIN:
        made.append(say(found.confidence.value, ui))
    if found.state is State.BASELINED:
        made.append(say("baselined", ui))
    if found.state is State.WAIVED:
        why = cut(found.waiver or "").strip()
        made.append(say("waived", ui, why=why) if why else say("waived-silently", ui))
    return made


def label(place: Place, ui: str) -> str:
    """The note or entry that a place is in, as the reader sees it printed; nothing where it is in neither."""
    if place.note is not None:
        name = place.note if place.note_label is None else f"{place.note} [^{place.note_label}]"
        return say("note", ui, label=cut(name, LABEL))
    if place.entry_id is not None and place.entry is not None:
        return say("entry", ui, label=cut(place.entry, LABEL))
    return ""


def label_in_version(place: Place, report: Report, ui: str) -> str:
    """As `label`, with the version where the report has several; of running text that is all there is to say."""
    said = label(place, ui)
    if place.lang is None or len(report.versions) < 2:
        return said
    return in_version(said or say("running-text", ui), place.lang, ui)


def label_with_words(found: Finding, report: Report, ui: str) -> str:
    """Where a finding is, as `label_in_version` says, of an entry with its first words where nothing else tells which one
    is meant: its text is not shown."""
    place = found.place
    entries = (
        entry
        for version in report.versions
        if version.lang == place.lang and place.entry_id is not None and place.note is None and not found.source
        for entry in version.document.entries
        if entry.entry_id == place.entry_id
    )
    entry = next(entries, None)
    if entry is None:
        return label_in_version(place, report, ui)
    words = say(
        "quoted", ui, text=cut(textwrap.shorten(plain(entry.body.text[: 3 * LABEL])[:LABEL], WORDS, placeholder=" …"))
    )
    said = say("entry", ui, label=" ".join(filter(None, (cut(place.entry or "", LABEL), words))))
    return in_version(said, place.lang, ui) if place.lang and len(report.versions) > 1 else said


def named_places(places: Sequence[Place], own: Place, ui: str, *, every: bool = False) -> str:
    """Several places in few words: ``notes 40, 41 and 57; line 12``; the language is said where it is another one."""
    named = places if every else places[:MANY]
    parts = []
    for other, of_version in groupby(named, key=lambda place: place.lang):
        told = list(_kinds(of_version, own, ui))
        parts += [in_version(joined(told, ui), other, ui)] if other and other != own.lang else told
    if len(named) < len(places):
        parts.append(say("more", ui, count=len(places) - len(named)))
    return say("between", ui).join(parts)


def _kinds(places: Iterable[Place], own: Place, ui: str) -> Iterator[str]:
    """Places of one version by what tells them: ``notes 40 and 41``, ``entry 7``, ``lines 12 and 19``."""
    for kind, group in gathered((_kind(place, own), place) for place in places).items():
        labels = list(dict.fromkeys(cut(_number(place, kind, own), LABEL) for place in group))
        yield say(kind if len(labels) == 1 else _PLURALS[kind], ui, label=joined(labels, ui))


def _kind(place: Place, own: Place) -> str:
    """Whether a place is told by its note, its entry or its line (in a document without lines its paragraph); a number that ``own`` has too would tell nothing."""
    numbers = (place.lang, place.note, place.entry)
    otherwise = "line" if place.span.anchor is None else "paragraph"
    if numbers == (own.lang, own.note, own.entry):
        return otherwise
    if place.note is not None:
        return "note"
    return "entry" if place.entry is not None else otherwise


def _number(place: Place, kind: str, own: Place) -> str:
    """The number that tells a place of that kind; on the finding's own line it takes the column as well, in another file its name."""
    known = {"note": place.note, "entry": place.entry}.get(kind)
    anchor = place.span.anchor
    if anchor is not None:
        return known or str(anchor.paragraph)
    line = place.span.line
    if known is None and place.span.path != own.span.path:
        return f"{PurePath(place.span.path).name}:{line}"
    same = place.span.source is own.span.source and (place.span.path, line) == (own.span.path, own.span.line)
    return known or (f"{line}:{place.span.column}" if same else str(line))


def posix(path: str) -> str:
    """A path as it was written, with ``/`` between its parts."""
    return PurePath(path).as_posix()


def named_below(root: str, here: str) -> Named:
    """Calls each path as it is called in the folder ``root``, seen from the folder ``here``.

    What lies outside ``root``, and standard input, keeps its name.
    """

    def named(path: str) -> str:
        if path == "-":
            return path
        try:
            return PurePath(os.path.normpath(PurePath(here, path))).relative_to(root).as_posix()
        except ValueError:
            return posix(path)

    return named


def position(span: Span, named: Named = str) -> str:
    """``path:line:column``, which editors and terminals make clickable; where that file is not there, the place in the
    data file that keeps the span goes before it."""
    kept, anchor = span.kept, span.anchor
    if anchor is not None:
        return f"{visible(named(span.path))} {told_place(anchor)}"
    if kept is not None:
        return f"{visible(named(kept.path))}:{kept.at} ({visible(PurePath(span.path).name)}:{span.line})"
    return f"{visible(named(span.path))}:{span.line}:{span.column}"


def beside(span: Span, lead: Span) -> str:
    """As `position`, without the file where that is one of the text of another span, which was told before."""
    return position(span, lambda path: "" if path in lead.source.paths else path).lstrip(": ")


def lines_of(span: Span) -> tuple[str, int, int]:
    """The file to look into, and there the first and the last line of a span: the report's, or, where that is not
    there, the data file's. A document without lines counts as one."""
    kept = span.kept
    if span.anchor is not None:
        return span.path, 1, 1
    return (kept.path, kept.at, kept.at) if kept is not None else (span.path, span.line, last_line(span))


def last_line(span: Span) -> int:
    """The line of a span's last character; where it ends with a line break, its end stands on the next line."""
    return span.end_line - 1 if span.end_column == 1 and span.end_line > span.line else span.end_line
