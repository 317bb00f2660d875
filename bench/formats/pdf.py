"""How well PDFs are read, against the same text in a format that says what its notes are.

    python bench/formats/pdf.py FILE.pdf [FILE.pdf …]
    python bench/formats/pdf.py BOOK.pdf --truth BOOK.html

Prints for each PDF its pages, its notes and those that a mark calls, the seconds of processor time and the memory. With ``--truth`` (HTML, EPUB,
Word, OpenDocument, LaTeX or Markdown) each pair of a mark and a note is looked for: a pair is right where the words before the mark and the note's number are
the same. Recall and precision of the pairs, how alike each note of the truth is to the one that comes nearest (letters and figures; books have
been published whose notes are at the wrong marks), and the part of their addresses that are whole.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from rapidfuzz.distance import Indel

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "src"))

from citecheck.model.document import Document  # noqa: E402
from citecheck.parse import parse  # noqa: E402
from citecheck.read import read  # noqa: E402
from citecheck.read.documents import read_layout  # noqa: E402

BEFORE = 24
"""Letters before a mark that tell where it stands."""
ALIKE = 0.8
"""How alike the letters before a mark and those of the truth must be, at least."""
TARGET = re.compile(r"\]\([^()\s]*\)")
SIGNS = re.compile(r"[\W_]+")
ADDRESS = re.compile(r"https?://[^\s<>\")\]]+")

Pair = tuple[str, str, str]
"""The letters before a mark, the number that is printed, and the text of the note."""


def letters(text: str) -> str:
    """Letters and figures alone, without the targets of links."""
    return SIGNS.sub("", TARGET.sub("]", text)).casefold()


def pairs(file: str) -> list[Pair]:
    """The pairs of a document, in the order of the marks."""
    found: list[Pair] = []
    for version in read([file]):
        found += _pairs(parse(version))
    return found


def _pairs(document: Document) -> Iterator[Pair]:
    notes = {note.note_id: note for note in document.notes}
    for marker in document.markers:
        note = notes.get(marker.note_id)
        if note is not None:
            text = marker.span.source.text[max(0, marker.span.start - 400) : marker.span.start]
            text = re.sub(r"\[\^[^\]]*\]:?|<[^>]*>|\]\([^)]*\)", "", text)
            yield letters(text)[-BEFORE:], marker.number, note.body.text


def matched(read_pairs: Sequence[Pair], truth: Sequence[Pair]) -> int:
    """How many marks of the truth are found, with their number."""
    left = list(read_pairs)
    for before, number, text in truth:
        match = next((one for one in left if one[1] == number and similar(one[0], before) >= ALIKE), None)
        if match is None:
            print(f"  not found: {number} behind “{before}”: {text[:60]!r}")
        else:
            left.remove(match)
    for before, number, text in left:
        print(f"  too many: {number} behind “{before}”: {text[:60]!r}")
    return len(read_pairs) - len(left)


def alike(read_pairs: Sequence[Pair], truth: Sequence[Pair]) -> tuple[float, int, int]:
    """How alike the notes of the truth are to the nearest that were read, and how many of their addresses are whole."""
    texts = {text: letters(text) for _, _, text in read_pairs}
    likeness: list[float] = []
    whole = addresses = 0
    for _, number, text in truth:
        wanted = letters(text)
        nearest = max(texts, key=lambda one: similar(texts[one], wanted), default="")
        likeness.append(similar(letters(nearest), wanted))
        if likeness[-1] < 0.95:
            print(f"  {likeness[-1]:.2f} note {number}: {nearest[:90]!r} for {text[:90]!r}")
        for address in ADDRESS.findall(text):
            addresses += 1
            kept = address.rstrip(".,;:").replace("\\", "") in nearest.replace("\\", "")
            whole += kept
            if not kept:
                print(f"  address of note {number}: {address} in {nearest[-120:]!r}")
    return sum(likeness) / max(1, len(likeness)), whole, addresses


def similar(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1."""
    return Indel.normalized_similarity(one, other)


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the PDFs and prints what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", help="PDFs")
    parser.add_argument("--truth", help="the text of the only PDF in another format")
    options = parser.parse_args(arguments)
    for file in options.files:
        begun = time.process_time()
        layout = read_layout(file)
        seconds = time.process_time() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        called = {one.note_id for block in layout.blocks for one in block.inlines if hasattr(one, "note_id")}
        print(
            f"{file}: {len(layout.labels)} pages, {len(layout.notes)} notes, {len(called)} called, "
            f"{seconds:.2f} s ({seconds / max(1, len(layout.labels)) * 1000:.0f} ms a page), {memory} MB"
        )
    if options.truth:
        found, truth = pairs(options.files[0]), pairs(options.truth)
        right = matched(found, truth)
        likeness, whole, addresses = alike(found, truth)
        print(f"pairs: {right} right of {len(found)} found and {len(truth)} that there are")
        print(f"recall {right / max(1, len(truth)):.4f}, precision {right / max(1, len(found)):.4f}")
        print(f"notes alike: {likeness:.4f}; addresses whole: {whole} of {addresses}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
