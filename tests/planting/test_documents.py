from __future__ import annotations

from pathlib import Path

from tests.planting.documents import documents, file_of, read, relabelled, stands_alone
from tests.planting.samples import bilingual, english


def test_a_report_is_taken_apart() -> None:
    clean = english()
    assert [note.label for note in clean.notes] == [marker.label for marker in clean.markers] == list("12345")
    assert [(entry.number, entry.family, entry.year) for entry in clean.entries] == [
        ("1", "Harrington", "2011"),
        ("2", "Lindqvist", "2015"),
        ("3", "Okafor", "2018"),
    ]
    assert [clean.entries[cite.entry].family for cite in clean.cites] == [
        "Harrington",
        "Lindqvist",
        "Harrington",
        "Lindqvist",
        "Okafor",
    ]
    assert all(stands_alone(clean, cite) for cite in clean.cites)


def test_two_files_are_two_versions() -> None:
    clean = bilingual()
    assert [clean.french(start) for start, _ in clean.spans] == [True, False]
    assert file_of(clean, clean.notes[5].start)[0] == "sel.en.md"
    assert list(clean.files(clean.text)) == ["sel.fr.md", "sel.en.md"]


def test_a_head_of_two_years_does_not_stand_alone() -> None:
    text = "Said twice (Doe, 2019, 2020).\n\n# References\n\nDoe, J. (2019). *One*. London.\n\nDoe, J. (2020). *Two*. London.\n"
    clean = read("years", ("years.md",), [text])
    assert not stands_alone(clean, clean.cites[0])


def test_a_number_is_changed_as_it_is_printed() -> None:
    assert relabelled("<sup>12</sup>", "12", "13") == "<sup>13</sup>"
    assert relabelled("¹²", "12", "13") == "¹³"


def test_the_documents_of_a_folder(tmp_path: Path) -> None:
    for name in ("one.md", "two.fr.md", "two.en.md", "three/1.md", "three/2.md", "three/refs.bib"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.\n", encoding="utf-8")
    assert [(clean.name, clean.paths) for clean in documents(tmp_path)] == [
        ("one", ("one.md",)),
        ("three", ("1.md", "2.md")),
        ("two", ("two.en.md", "two.fr.md")),
    ]
    assert [bool(clean.bibliography) for clean in documents(tmp_path)] == [False, True, False]
