"""Clean documents with a passage of our own put in, for the kinds of error that few documents have room for.

A carrier is in the language of the document and in the form of its notes, and raises no finding that the document does not:
what is planted in it is the only thing wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.planting.documents import JOIN, Cite, Clean, Note, read, relabelled

PAGES = re.compile(
    r"(?P<before>,[ ]|:[ ]|[ ]:[ ])(?P<label>pp?\.(?P<gap>[ \u00a0]?))?(?P<low>\d{1,4})(?:(?P<dash>[-–])(?P<high>\d{1,4}))?"
    r"(?=\.?(?:[;)]|[ ];|\n|$))"
)
NO_PROSE = re.compile(r"[#<\[>|\-*\d_«“\"!]")
SOURCES = re.compile(r"(?im)^#+ (?:notes? (?:on|sur) )?(?:les |the )?sources$")
FILLERS = (
    ("The second survey says as much", "La seconde enquête dit la même chose"),
    ("The third adds the harbour towns", "La troisième y ajoute les ports"),
    ("Later authors repeat the count", "Les auteurs suivants reprennent ce compte"),
    ("Nobody has counted again", "Personne n'a recompté"),
    ("The inspectors were of the same mind", "Les inspecteurs étaient du même avis"),
)


@dataclass(frozen=True)
class Carrier:
    """A document with passages put in; ``regions`` are where they stand."""

    clean: Clean
    regions: tuple[tuple[int, int], ...]


def carried(clean: Clean, passages: Sequence[tuple[int, str]]) -> Carrier:
    """The document with texts put in at places, taken apart anew."""
    text, at, regions, shift = [], 0, [], 0
    for place, new in sorted(passages):
        text += [clean.text[at:place], new]
        regions.append((place + shift, place + shift + len(new)))
        shift += len(new)
        at = place
    text.append(clean.text[at:])
    made = read(clean.name, clean.paths, "".join(text).split(JOIN), clean.bibliography)
    return Carrier(made, tuple(regions))


def bilingual(clean: Clean) -> bool:
    """Whether the report has two language versions, in which whatever is put in has to be put in twice."""
    return len({clean.french(start) for start, _ in clean.spans}) > 1


def openings(clean: Clean) -> Iterator[int]:
    """Where the prose of each version begins."""
    for start, end in clean.spans:
        for block in re.finditer(r"(?:(?<=\n\n)|\A|(?<=\x1e\n))\S[^\n]{50,}", clean.text[start:end]):
            at = start + block.start()
            if SOURCES.search(clean.text, start, at):
                heading = re.findall(r"(?m)^#+ .*$", clean.text[start:at])
                if heading and SOURCES.fullmatch(heading[-1]):
                    continue
            if not NO_PROSE.match(block.group()) and clean.note_at(at) is None and not clean.in_bibliography(at):
                yield at
                break


def opened(clean: Clean, passage: Callable[[bool], str]) -> Carrier:
    """The document with a paragraph before the first of each version; ``passage`` is told whether it is French."""
    return carried(clean, [(at, passage(clean.french(at)) + "\n\n") for at in openings(clean)])


def paged(clean: Clean) -> list[tuple[Cite, re.Match[str]]]:
    """The citations with pages, and these."""
    found = ((cite, PAGES.match(clean.text, cite.end)) for cite in clean.cites)
    return [(cite, match) for cite, match in found if match is not None]


def pages_usual(clean: Clean, match: re.Match[str]) -> str:
    """How the page of a citation is written, up to its number."""
    return match.group("before") + (match.group("label") or "")


def cited_often(clean: Clean) -> Iterator[tuple[Carrier, tuple[tuple[int, int], ...]]]:
    """The document with four more citations by page of one of its sources, and the places of these pages.

    They stand in brackets where the pages of the document do, else in notes of their own.
    """
    if bilingual(clean):
        return
    seen: set[int] = set()
    for cite, match in paged(clean):
        entry = clean.entries[cite.entry]
        if cite.entry in seen or re.search(r"\d[-–]\d", clean.text[entry.start : entry.end]):
            continue
        head = clean.text[cite.start : cite.end] + match.group("before") + (match.group("label") or "")
        if "(" in head or "pp." in head:
            continue
        seen.add(cite.entry)
        low = int(match.group("low"))
        bodies = [f"{head}{low + 2 * step}" for step in range(1, 5)]
        carrier = bracketed(clean, bodies) if cite.note is None else noted(clean, bodies)
        if carrier is None:
            continue
        places = []
        for body in bodies:
            for start, end in carrier.regions:
                at = carrier.clean.text.find(body, start, end)
                if at >= 0:
                    places.append((at, at + len(body)))
                    break
        if len(places) == len(bodies):
            yield carrier, tuple(places)


def bracketed(clean: Clean, bodies: Sequence[str]) -> Carrier:
    """The document with a paragraph that has these citations in brackets."""
    return opened(
        clean,
        lambda french: " ".join(
            f"{FILLERS[number % len(FILLERS)][french]} ({body})." for number, body in enumerate(bodies)
        ),
    )


def noted(clean: Clean, bodies: Sequence[str]) -> Carrier | None:
    """The document with a paragraph that calls these notes, behind its last marker; None where there is no room."""
    if not clean.notes or bilingual(clean) or clean.paths[1:]:
        return None
    last = max(clean.notes, key=lambda note: note.start)
    french = clean.french(last.start)
    if last.form == "inline":
        calls = [f"^[{body}]" for body in bodies]
        at = _block_end(clean, last.end)
        return carried(clean, [(at, "\n\n" + _sentences(calls, french, False))])
    markers = [one for one in clean.markers if clean.notes[one.note] is last]
    if not markers or not last.label.isdigit():
        return None
    marker = markers[0]
    numbers = range(int(last.label) + 1, int(last.label) + 1 + len(bodies))
    heads = [_renumbered(clean, last, number) for number in numbers]
    calls = [relabelled(clean.text[marker.start : marker.end], last.label, str(number)) for number in numbers]
    behind = clean.text[marker.start - 1] in ".,;:"
    end = "." if any(clean.text[note.start : note.end].endswith(".") for note in [last]) else ""
    stops = sum(clean.text[note.start : note.end].rstrip().endswith(".") for note in clean.notes)
    end = "." if stops * 2 > len(clean.notes) else end if stops * 2 == len(clean.notes) else ""
    gap = (
        "\n"
        if any(
            clean.text[note.end : note.end + 2] == "\n" + clean.text[other.start] and other.start == note.end + 1
            for note, other in zip(clean.notes, clean.notes[1:], strict=False)
        )
        else "\n\n"
    )
    notes = "".join(gap + head + body.rstrip(".") + end for head, body in zip(heads, bodies, strict=True))
    at = _block_end(clean, marker.end)
    if at > last.start:
        return None
    return carried(clean, [(at, "\n\n" + _sentences(calls, french, not behind)), (last.end, notes)])


def _renumbered(clean: Clean, note: Note, number: int) -> str:
    return relabelled(clean.text[note.start : note.body], note.label, str(number))


def _sentences(calls: Sequence[str], french: bool, before: bool) -> str:
    return " ".join(
        FILLERS[number % len(FILLERS)][french] + (f"{call}." if before else f".{call}")
        for number, call in enumerate(calls)
    )


def _block_end(clean: Clean, at: int) -> int:
    end = clean.text.find("\n\n", at)
    return len(clean.text.rstrip()) if end < 0 else end
