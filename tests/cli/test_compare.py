"""``citecheck compare``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.collate.copies import noted
from tests.read.word.samples import document, mark, note, p

NOTES = ("Marlowe, 1951, p. 3, on Brest.", "Perrin, 1962, p. 7, on Hull.", "Oduya, 1999, p. 1, on Kiel.")


@pytest.fixture(autouse=True)
def copies(folder: Path) -> None:
    (folder / "a.md").write_text(noted(*NOTES), encoding="utf-8")
    (folder / "b.md").write_text(noted("", NOTES[1].replace("7", "9"), NOTES[2]), encoding="utf-8")


def test_what_became_of_the_notes_is_told_and_an_error_is_the_status(cli: Run) -> None:
    ran = cli("compare", "a.md", "b.md")
    assert ran.status == 1
    assert "CMP001 Note 1" in ran.out
    assert "has “9” in b.md where" in ran.out
    assert "1 group is the same in both" in ran.out
    assert cli("compare", "a.md", "b.md", "--fail-on", "never").status == 0


def test_a_copy_of_itself_has_no_difference(cli: Run) -> None:
    Path("c.md").write_text(Path("a.md").read_text(encoding="utf-8"), encoding="utf-8")
    ran = cli("compare", "a.md", "c.md")
    assert ran.status == 0
    assert "CMP" not in ran.out


def test_two_formats_are_two_copies(cli: Run) -> None:
    said = [part.rpartition("[^")[0] or part for part in noted(*NOTES).split("\n\n")[1].split("]")]
    runs = [run for at, text in enumerate(said[:3], 1) for run in (text, mark(at + 1))]
    held = "".join(note(at + 1, p(f" {text}")) for at, text in enumerate(NOTES, 1))
    Path("a.docx").write_bytes(document(p("Ports", style="H1") + p(*runs, said[3]), notes=held))
    ran = cli("compare", "a.md", "a.docx", "--format", "json")
    data = json.loads(ran.out)
    assert (ran.status, data["schema"], data["findings"]) == (0, "citecheck/comparison/1", [])
    assert [one["standing"] for one in data["notes"]] == ["same"] * 3


def test_a_page_is_written_where_its_name_says_so(cli: Run) -> None:
    assert cli("compare", "a.md", "b.md", "-o", "c.html").status == 1
    assert "CMP001" in Path("c.html").read_text(encoding="utf-8")


def test_french_is_spoken(cli: Run) -> None:
    assert "La note 1" in cli("compare", "a.md", "b.md", "--ui", "fr").out


@pytest.mark.parametrize(
    ("second", "says"),
    [
        ("Le port a fermé en hiver, et personne ne sait pourquoi il est resté sans bateaux.[^1]\n\n[^1]: Morvan, 2020, p. 3.\n", "reconcile"),
        (noted(*NOTES, sentences=tuple(" ".join(f"word{at}{way} and the" for at in range(30)) + "." for way in "abcd")), "are no copies of one text"),
    ],
)  # fmt: skip
def test_what_is_no_copy_is_refused(cli: Run, second: str, says: str) -> None:
    long = tuple(" ".join(f"thing{at}{way} of the" for at in range(30)) + "." for way in "efgh")
    Path("a.md").write_text(noted(*NOTES, sentences=long), encoding="utf-8")
    Path("b.md").write_text(second, encoding="utf-8")
    ran = cli("compare", "a.md", "b.md")
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err
