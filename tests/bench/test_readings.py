"""The measure of reading on documents of strangers: what is drawn, what counts, and what is read otherwise now."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

from tests.bench.test_strangers import ROOT, listed

TEXT = """# A report

The harbour grew (Marlow, 2019). It shrank.[^1] Others doubt it (Quill, 2018).

[^1]: Jane Doe, *On Shrinking*, Paris, Seuil, 2002, p. 4.

## References

Marlow, J. (2019). *The northern harbours*. Harbour Press.

Moe, M. (2017). *The southern harbours*. Harbour Press.
"""
HEADINGS = {"readings": ("document", "kind", "place", "state", "verdict", "reason"), "pages": ("document", "page")}


def measured(
    folder: Path, readings: tuple[tuple[str, ...], ...] = (), pages: tuple[tuple[str, ...], ...] = (), *options: str
) -> str:
    """What the program prints about a folder, with these verdicts and pages that were looked at."""
    command = [sys.executable, str(ROOT / "bench" / "strangers" / "reading.py"), str(folder)]
    command += ["--documents", str(folder / "documents.toml")]
    for name, option, rows in (("readings", "--readings", readings), ("pages", "--looked-at", pages)):
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADINGS[name], *rows])
        command += [option, str(path)]
    ran = subprocess.run([*command, *options], capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def drawn(folder: Path, number: int = 8) -> list[list[str]]:
    """The beginnings of rows that are drawn."""
    lines = measured(folder, (), (), "--draw", str(number)).splitlines()
    return list(csv.reader(line for line in lines if line.endswith(",,")))


def row_of(told: str, kind: str, name: str = "all") -> list[str]:
    """The words of a row of the table."""
    return next(line.split() for line in told.splitlines() if line.split()[:2] == [kind, name])


def test_places_of_each_kind_are_drawn_with_their_lines(tmp_path: Path) -> None:
    listed(tmp_path, TEXT)
    rows = drawn(tmp_path)
    assert [row[1] for row in rows] == ["note", "entry", "entry", "citation", "citation"]
    told = measured(tmp_path, (), (), "--draw", "8")
    assert "  entry : Marlow, J. | 2019 | The northern harbours\n" in told
    assert "⟦Quill, 2018⟧" in told


def test_verdicts_make_the_share_that_is_right(tmp_path: Path) -> None:
    listed(tmp_path, TEXT)
    note, first, second, resolved, other = (tuple(row[:4]) for row in drawn(tmp_path))
    verdicts = (
        (*note, "right", ""),
        (*first, "right", ""),
        (*second, "wrong", "another year"),
        (*resolved, "right", ""),
        (*other, "beyond", "not in this text"),
    )
    told = measured(tmp_path, verdicts)
    assert row_of(told, "note")[2:6] == ["100.0", "%", "of", "1"]
    assert row_of(told, "entry", "en")[2:6] == ["50.0", "%", "of", "2"]
    assert row_of(told, "citation")[2:6] == ["100.0", "%", "of", "1"]
    assert "read otherwise than when they were judged: 0" in told


def test_what_is_read_otherwise_now_does_not_count(tmp_path: Path) -> None:
    listed(tmp_path, TEXT)
    document, kind, place, *_ = drawn(tmp_path)[1]
    told = measured(tmp_path, ((document, kind, place, "0" * 12, "right", ""),), (), "--again")
    assert row_of(told, "entry")[2:5] == ["–", "of", "0"]
    assert "read otherwise than when they were judged: 1" in told
    assert "was right" in told


def test_what_a_person_sees_on_a_page_and_is_not_read_was_missed(tmp_path: Path) -> None:
    listed(tmp_path, TEXT)
    lines = measured(tmp_path, (), (), "--pages", "1").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("owner/name0:a/b.md,"))
    assert "  The harbour grew (⟦Marlow, 2019⟧). It shrank.‹[^1]› Others doubt it (⟦Quill, 2018⟧)." in lines[at:]
    document, page = lines[at].split(",")
    missed = (document, "citation", f"{'0' * 12}@0-9", "–", "missed", "of a kind that is not read")
    told = measured(tmp_path, (missed,), ((document, page),))
    assert row_of(told, "citation")[5:9] == ["66.7", "%", "of", "3"]
    assert row_of(told, "note")[5:9] == ["100.0", "%", "of", "1"]


def test_the_verdicts_and_pages_kept_here_can_be_read(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "bench" / "strangers" / "reading.py"), str(tmp_path), "--only", "no such"]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert (ran.returncode, ran.stderr, ran.stdout) == (0, "", "no document is here\n")
