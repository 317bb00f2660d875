"""From paths to versions: each file once, and a bibliography beside the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.errors import InputError
from citecheck.model.document import Document, Missing
from citecheck.model.source import Source
from citecheck.read import read, with_bibliography

BIB = "@book{doe2020, author = {Doe, Jane}, title = {The tides}, year = {2020}}\n"
FRONT = "---\nbibliography: {}\n---\n"


def test_what_is_given_is_read_instead_of_the_file() -> None:
    versions = read(["a.md"], contents={"a.md": b"The harbour has two basins."}, langs=[("fr", "-")], stdin=b"Le port.")
    assert [(one.lang, one.parts[0].text) for one in versions] == [
        ("en", "The harbour has two basins."),
        ("fr", "Le port."),
    ]


def test_a_file_is_named_once_whatever_it_is_called(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_text("Text.")
    link.symlink_to(file)
    with pytest.raises(InputError, match=r"a\.md is named twice: name each file once"):
        read([str(file), str(file)])
    with pytest.raises(InputError, match=r"b\.md is named twice \(also as .*a\.md\)"):
        read([str(file)], langs=[("fr", str(link))])


def test_nothing_but_blanks_is_nothing_to_audit() -> None:
    with pytest.raises(InputError, match="is empty: there is nothing to audit"):
        read(["a.md", "b.md"], contents={"a.md": b" \n", "b.md": b""})


def written(folder: Path, front: str) -> Document:
    path = folder / "a.md"
    text = " " * len(front) + "\nText."
    return Document("en", (Source(str(path), text, unprinted=((0, front),)),), missing=(Missing("bibliography"),))


def test_the_entries_of_a_file_take_the_place_of_printed_ones(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(BIB)
    (made,) = with_bibliography([written(tmp_path, "")], [str(tmp_path / "a.bib")])
    assert [entry.entry_id for entry in made.entries] == ["doe2020"]
    assert made.missing == ()
    assert [source.path for source in made.sources] == [str(tmp_path / "a.md"), str(tmp_path / "a.bib")]


@pytest.mark.parametrize(
    ("named", "read_back"), [("below/a.bib", True), ("missing.bib", False), ("../beside.bib", False)]
)
def test_front_matter_names_a_file_in_its_folder_or_below(tmp_path: Path, named: str, read_back: bool) -> None:
    folder = tmp_path / "report"
    (folder / "below").mkdir(parents=True)
    for path in (folder / "below" / "a.bib", tmp_path / "beside.bib"):
        path.write_text(BIB)
    (made,) = with_bibliography([written(folder, FRONT.format(named))], ())
    assert bool(made.entries) is read_back


def test_what_cannot_be_read_of_a_bibliography_is_kept_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{doe2020, author = {Doe")
    (made,) = with_bibliography([written(tmp_path, "")], [str(tmp_path / "a.bib")])
    assert [one.what for one in made.unreadable] == ["bibliography"]
    assert [one.what for one in made.missing] == ["bibliography"]
