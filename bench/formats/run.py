"""The same report in every format that is read.

    python bench/formats/run.py [--documents DIR] [--pandoc PROGRAM] [--formats docx,odt,html,epub,tex] [--only TEXT]
    python bench/formats/run.py --formats pdf,print

Every clean document whose notes pandoc knows (``[^1]``, ``^[…]``) is made into each format by pandoc, and audited beside the Markdown
that it was made from: notes, marks, entries and citations of each version, and codes, severities and notes of the findings must be
the same. Exits 1 where they are not. Pandoc is looked for on the PATH; ``pip install pypandoc_binary`` brings one, whose path
``--pandoc`` names.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "src"))

from citecheck.api import audit  # noqa: E402
from citecheck.model.report import Report  # noqa: E402

DOCUMENTS = ROOT / "tests" / "corpus" / "clean"

Facts = tuple[list[tuple[str, int, int, int, int]], list[str]]


def facts(report: Report) -> Facts:
    """What must be the same: counts of each version, and what was found where."""
    counts = [
        (
            version.lang,
            len(version.document.notes),
            len(version.document.markers),
            len(version.document.entries),
            sum(len(note.citations) for note in version.document.notes),
        )
        for version in report.versions
    ]
    findings = (
        f"{one.code} {one.severity.value} {one.place.note_id or one.place.entry_id or ''}" for one in report.findings
    )
    return counts, sorted(findings)


def written(pandoc: str, file: Path, made: Path) -> Path:
    """The document made from a file by pandoc: PDFs by Typst (``.pdf``, with the package ``typst``) or by Chromium (``.print``)."""
    through = {".pdf": ".typ", ".print": ".html"}.get(made.suffix, made.suffix)
    half = made.with_suffix(through)
    subprocess.run([pandoc, "--standalone", file, "--output", half], check=True, capture_output=True)
    if made.suffix == ".pdf":
        import typst

        typst.compile(str(half), output=str(made))
    elif made.suffix == ".print":
        made = made.with_name(f"{made.stem}-printed.pdf")
        printing = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        subprocess.run([*printing, f"--print-to-pdf={made}", half], check=True, capture_output=True)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes the documents, audits them, and prints a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=Path, default=DOCUMENTS, help="folder of Markdown documents")
    parser.add_argument("--pandoc", default=shutil.which("pandoc"), help="the program that makes the documents")
    parser.add_argument("--formats", default="docx,odt,html,epub,tex", help="endings, with commas")
    parser.add_argument("--only", default="", help="only documents whose name holds this text")
    options = parser.parse_args(arguments)
    if options.pandoc is None:
        parser.error("no pandoc: install it, or name it with --pandoc")
    same = others = 0
    with tempfile.TemporaryDirectory() as folder:
        for file in sorted(options.documents.glob("*.md")):
            if options.only not in file.stem or not any(
                sign in file.read_text(encoding="utf-8") for sign in ("[^", "^[")
            ):
                continue
            wanted = facts(audit([str(file)]))
            for ending in options.formats.split(","):
                made = Path(folder) / f"{file.stem}.{ending}"
                made = written(options.pandoc, file, made)
                found = facts(audit([str(made)]))
                same, others = same + (found == wanted), others + (found != wanted)
                if found != wanted:
                    print(f"{file.stem}.{ending}\n  Markdown: {wanted}\n  {ending}: {found}")
    print(f"{same} of {same + others} documents are read as the Markdown that they were made from")
    return int(others > 0 or same == 0)


if __name__ == "__main__":
    sys.exit(main())
