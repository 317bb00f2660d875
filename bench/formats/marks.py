"""The printed numbers of notes against LibreOffice's, for the Word and OpenDocument files of a folder.

    python bench/formats/marks.py FOLDER

LibreOffice writes each file as HTML, where the mark of each note is printed as it numbers it. Prints for each file how many marks
there are and how many of them are the same; where LibreOffice numbers otherwise, the first three that differ. Two habits of
LibreOffice are told apart: it prints 0 where notes are numbered anew on each page (its HTML has no pages), and begins anew at
each chapter where Word does at each section. Exits 1 where marks differ for any other reason, and 2 without LibreOffice.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from citecheck.model.layout import Call
from citecheck.read.documents import read_layout

PRINTED = re.compile(r'name="sd(?:foot|end)note\d+anc"[^>]*>(.*?)</a>', re.DOTALL)
RESTART = re.compile(rb'w:numRestart w:val="(each\w+)"')


ODD = {b"eachPage": "(numbered anew on each page)", b"eachSect": "(numbered anew in each section)"}


def main() -> int:
    """Compares all files of the folder that the command line names."""
    if shutil.which("soffice") is None:
        print("LibreOffice (soffice) is not here")
        return 2
    files = sorted(path for path in Path(sys.argv[1]).iterdir() if path.suffix in (".docx", ".odt", ".fodt"))
    bad = same = every = 0
    for path in files:
        with tempfile.TemporaryDirectory() as folder:
            theirs = printed(path, folder)
        if theirs is None:
            print(f"{path.name}: LibreOffice does not open it")
            continue
        ours = called(path)
        alike = sum(a == b for a, b in zip(ours, theirs, strict=False))
        why = "" if ours == theirs else habit(path)
        every, same = every + len(theirs) * (not why), same + alike * (not why)
        bad += ours != theirs and not why
        differing = [(a, b) for a, b in zip(ours, theirs, strict=False) if a != b][:3]
        print(f"{path.name}: {len(ours)} marks, {len(theirs)} by LibreOffice, {alike} the same {why} {differing or ''}")
    print(f"the same: {same} of {every}")
    return 1 if bad else 0


def printed(path: Path, folder: str) -> list[str] | None:
    """The marks that LibreOffice prints; None where it does not open the file."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    subprocess.run(
        [*command, "--convert-to", "html:HTML", "--outdir", folder, str(path)], capture_output=True, timeout=300
    )
    made = Path(folder) / f"{path.stem}.html"
    if not made.is_file():
        return None
    html = made.read_text(encoding="utf-8", errors="replace")
    return [re.sub(r"<[^>]+>", "", mark).strip() for mark in PRINTED.findall(html)]


def called(path: Path) -> list[str]:
    """The marks as citecheck reads them, in the order of the text."""
    layout = read_layout(str(path))
    printed = {note.note_id: note.printed for note in layout.notes}
    return [printed[one.note_id] for block in layout.blocks for one in block.inlines if isinstance(one, Call)]


def habit(path: Path) -> str:
    """Why LibreOffice may number otherwise; empty where there is no such reason."""
    if path.suffix != ".docx":
        return ""
    with zipfile.ZipFile(path) as archive:
        found = RESTART.search(archive.read("word/document.xml")) or RESTART.search(archive.read("word/settings.xml"))
    return ODD.get(found[1], "") if found else ""


if __name__ == "__main__":
    sys.exit(main())
