"""Remarks in documents: are they all there, on the right words, and is nothing else changed?

    python bench/annotate/run.py FILE… [--remarks N] [--seed N] [--office]

Each document gets the findings of its audit, and N remarks on words chosen by the seed (in the text, in notes, at marks, over
several paragraphs). Printed for each: how many remarks were placed, how many stand exactly on their words (those in notes at the
note's mark), the parts that changed, whether a second run gives the same bytes and ``--clean`` the text before, and the seconds
of processor time of annotating alone. With ``--office`` LibreOffice opens the result and writes it anew: notes and comments that
come back are counted. Exits 1 where something is amiss.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree
from rapidfuzz import fuzz

from citecheck import pipeline
from citecheck.annotate import Remark, annotated, remarks_on
from citecheck.model.job import Job
from citecheck.read.documents import read_document, read_layout, with_told_language
from citecheck.read.projection import Stretch, stretches

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CONTENT = "content.xml"
OWN = "citecheck"


def main() -> None:
    """Annotates each document and prints a line for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--remarks", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--office", action="store_true")
    said = parser.parse_args()
    amiss = [file.name for file in said.files if not _tried(file, said.remarks, said.seed, said.office)]
    print(f"{len(said.files) - len(amiss)} of {len(said.files)} documents are as they should be")
    sys.exit(bool(amiss))


def _tried(file: Path, count: int, seed: int, office: bool) -> bool:
    if file.suffix.lower() == ".pdf":
        return _tried_pdf(file, count, seed)
    raw, path = file.read_bytes(), str(file)
    source, words = read_document(path, raw), stretches(with_told_language(read_layout(path, raw)))
    own = remarks_on(path, pipeline.audit(Job(paths=(path,))), "en")
    chosen = _chosen(words, count, random.Random(f"{seed} {file.name}"))
    remarks = (*own, *chosen)
    begun = time.process_time()
    made = annotated(path, raw, remarks)
    took = time.process_time() - begun
    texts = _commented(made)
    placed = len(texts)
    exact = sum(
        _same(texts.get(one.fingerprint, ""), _plain(source.text, one, words)) for one in chosen if _in_text(one, words)
    )
    wanted = sum(_in_text(one, words) for one in chosen)
    changed, others = _changed(raw, made)
    again = annotated(path, made, remarks) == made
    cleaned = read_document(path, annotated(path, made, ())).text == source.text == read_document(path, made).text
    line = (
        f"{file.name}: {placed} of {len(remarks)} placed, {exact} of {wanted} on their words, parts changed {changed}, "
        f"others {'same' if others else 'DIFFER'}, twice {'same' if again else 'DIFFERS'}, text {'same' if cleaned else 'DIFFERS'}, {took:.2f} s"
    )
    fine = placed == len(remarks) and exact == wanted and changed <= 4 and others and again and cleaned
    if office:
        came, notes, before = _through_office(file.name, made), _notes(made), _comments(made)
        line += f"; office: {came[0]} of {before} comments, {came[1]} of {notes} notes"
        fine = fine and came == (before, notes)
    print(line, flush=True)
    return fine


def _tried_pdf(file: Path, count: int, seed: int) -> bool:
    raw, path = file.read_bytes(), str(file)
    source, words = read_document(path, raw), stretches(with_told_language(read_layout(path, raw)))
    remarks = (
        *remarks_on(path, pipeline.audit(Job(paths=(path,))), "en"),
        *_chosen(words, count, random.Random(f"{seed} {file.name}")),
    )
    begun = time.process_time()
    made = annotated(path, raw, remarks)
    took = time.process_time() - begun
    texts = _highlighted(made)
    exact = sum(_alike(texts.get(one.fingerprint, ""), _printed(source.text, one, words)) for one in remarks)
    again, cleaned = annotated(path, made, remarks) == made, annotated(path, made, ()) == raw
    grown = (len(made) - len(raw)) / 1000
    print(
        f"{file.name}: {len(texts)} of {len(remarks)} placed, {exact} on their words, prefix "
        f"{'same' if made.startswith(raw) else 'DIFFERS'}, {grown:.0f} kB more ({(grown - 5) / max(len(remarks), 1):.2f} a remark beyond 5), "
        f"twice {'same' if again else 'DIFFERS'}, cleaned {'same' if cleaned else 'DIFFERS'}, {took:.2f} s",
        flush=True,
    )
    return len(texts) == len(remarks) and made.startswith(raw) and grown <= 5 + len(remarks) and again and cleaned


def _printed(text: str, remark: Remark, words: tuple[Stretch, ...]) -> str:
    """The words of a remark on the page that it begins on."""
    held = [one for one in words if one.offset < remark.end and one.end > remark.start] or [words[0]]
    return "".join(
        one.note_id.rpartition("/")[2].removeprefix("e")
        if one.note_id
        else text[max(one.offset, remark.start) : min(one.end, remark.end)]
        for one in held
        if one.page == held[0].page
    )


def _alike(shown: str, wanted: str) -> bool:
    """Whether what is under a highlight is what is wanted; the box of a letter may take in a part of the next one."""
    return fuzz.partial_ratio(_bare(shown), _bare(wanted)[:300]) >= 85


def _bare(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).casefold() if sign.isalnum())


def _highlighted(raw: bytes) -> dict[str, str]:
    """The text under each of our highlights, by its fingerprint."""
    import pypdf
    import pypdfium2

    found = {}
    document = pypdfium2.PdfDocument(raw)
    for at, page in enumerate(pypdf.PdfReader(BytesIO(raw)).pages):
        text_page = document[at].get_textpage()
        for reference in page.get("/Annots") or ():
            one = reference.get_object()
            if one.get("/T") == OWN:
                points = [float(value) for value in one.get("/QuadPoints", ())]
                quads = [points[i : i + 8] for i in range(0, len(points), 8)]
                found[str(one["/NM"])] = "".join(
                    text_page.get_text_bounded(quad[0] + 0.2, quad[5] + 0.2, quad[2] - 0.2, quad[1] - 0.2)
                    for quad in quads
                )
    return found


def _chosen(words: tuple[Stretch, ...], count: int, dice: random.Random) -> list[Remark]:
    """Remarks on stretches, parts of them, and from one to the next."""
    made = []
    for number in range(count if words else 0):
        first = dice.choice(words)
        last = first if dice.random() < 0.7 else words[min(words.index(first) + dice.randrange(1, 4), len(words) - 1)]
        start = first.offset if first.note_id else dice.randrange(first.offset, first.end)
        end = (
            last.end if last.note_id else dice.randrange(max(start + 1, last.offset + 1), max(last.end, start + 1) + 1)
        )
        made.append(
            Remark(start, end, number % 3, "TST001 · error", ("What is wrong.", "What to do."), f"v1:{number:016x}")
        )
    return made


def _in_text(remark: Remark, words: tuple[Stretch, ...]) -> bool:
    """Whether all words of a remark are in the text itself, and in one paragraph."""
    held = [one for one in words if one.offset < remark.end and one.end > remark.start]
    return any(not one.note_id for one in held) and all(
        one.part == "document" and one.paragraph == held[0].paragraph for one in held
    )


def _plain(text: str, remark: Remark, words: tuple[Stretch, ...]) -> str:
    """The words of a remark without signs of Markdown and marks."""
    return "".join(
        text[max(one.offset, remark.start) : min(one.end, remark.end)]
        for one in words
        if one.offset < remark.end and one.end > remark.start and not one.note_id
    )


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _commented(raw: bytes) -> dict[str, str]:
    """The text that each of our comments is on, by its last paragraph, the fingerprint."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        if CONTENT in archive.namelist():
            return _annotated(etree.fromstring(archive.read(CONTENT)))
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        if "word/comments.xml" not in archive.namelist():
            return {}
        comments = etree.fromstring(archive.read("word/comments.xml"))
        main = etree.fromstring(archive.read("word/document.xml"))
    names = {
        one.get(f"{W}id"): "".join(t.text or "" for t in list(one)[-1].iter(f"{W}t"))
        for one in comments
        if one.get(f"{W}author") == OWN
    }
    found: dict[str, list[str]] = {}
    open_: set[str] = set()
    referred: set[str] = set()
    for one in main.iter():
        kind = etree.QName(one).localname if isinstance(one.tag, str) else ""
        key = one.get(f"{W}id") if kind.startswith("comment") else None
        if kind == "commentRangeStart" and key in names:
            open_.add(key)
            found.setdefault(key, [])
        elif kind == "commentRangeEnd":
            open_.discard(key)
        elif kind == "commentReference" and key in names:
            referred.add(key)
        elif kind in ("t", "tab", "br", "noBreakHyphen", "sym", "cr", "ptab"):
            text = (one.text or "") if kind == "t" else "\u2011" if kind == "noBreakHyphen" else " "
            for each in open_:
                found[each].append(text)
    return {name: "".join(found[key]) for key, name in names.items() if key in found and key in referred}


def _annotated(root: etree._Element) -> dict[str, str]:
    """The same of an OpenDocument text."""
    found: dict[str, str] = {}
    begun: dict[str, str] = {}

    def read(element: etree._Element) -> None:
        kind = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if kind == "annotation":
            paragraphs = ["".join(one.itertext()) for one in element.iter("{*}p")]
            if "".join(element.find("{*}creator").itertext()) == OWN:
                begun[element.get(OFFICE + "name")] = paragraphs[-1]
                found.setdefault(paragraphs[-1], "")
        elif kind == "annotation-end":
            begun.pop(element.get(OFFICE + "name"), None)
        elif kind not in ("note", "tracked-changes"):
            more(" " if kind in ("s", "tab", "line-break") else element.text or "")
            for one in element:
                read(one)
                more(one.tail or "")

    def more(text: str) -> None:
        for name in begun.values():
            found[name] += text

    read(root)
    return found


def _changed(before: bytes, after: bytes) -> tuple[int, bool]:
    """How many parts were changed or added, and whether all others are there, in their order, with their bytes."""
    with zipfile.ZipFile(BytesIO(before)) as one, zipfile.ZipFile(BytesIO(after)) as other:
        changed = [
            name for name in other.namelist() if name not in one.namelist() or one.read(name) != other.read(name)
        ]
        kept = [name for name in other.namelist() if name in one.namelist()]
        return len(changed), kept == one.namelist()


def _comments(raw: bytes) -> int:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        names = archive.namelist()
        if CONTENT in names:
            return archive.read(CONTENT).count(b"<office:annotation ")
        return archive.read("word/comments.xml").count(b"<w:comment ") if "word/comments.xml" in names else 0


def _notes(raw: bytes) -> int:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        if CONTENT in archive.namelist():
            return archive.read(CONTENT).count(b"<text:note ")
        main = archive.read("word/document.xml")
    return main.count(b"<w:footnoteReference ") + main.count(b"<w:endnoteReference ")


def _through_office(name: str, raw: bytes) -> tuple[int, int]:
    """The comments and notes that LibreOffice brings back."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(raw)
        out = Path(folder) / "out"
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", name.rpartition(".")[2], "--outdir", str(out), str(Path(folder) / name)],
            capture_output=True, check=False, timeout=300,
        )  # fmt: skip
        back = out / name
        return (_comments(back.read_bytes()), _notes(back.read_bytes())) if back.exists() else (-1, -1)


if __name__ == "__main__":
    main()
