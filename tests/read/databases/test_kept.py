"""Sources that a reference manager keeps in a document stand in for a bibliography that is not printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citecheck.cli import run
from citecheck.model.source import Source
from citecheck.read.databases.kept import kept_entries
from tests.read.opendocument import samples as odt
from tests.read.word.samples import document, mark, note, p, r, zipped

ITEM = {
    "id": 1,
    "type": "book",
    "title": "Elms",
    "author": [{"family": "Doe", "given": "J."}],
    "issued": {"date-parts": [["2019"]]},
    "ISBN": "9781234567890",
    "abstract": "Long.",
}
CODE = "ZOTERO_ITEM CSL_CITATION " + json.dumps(
    {"properties": {"plainCitation": "Doe, 2019"}, "citationItems": [{"uris": ["http://z.org/A"], "itemData": ITEM}]}
)


def field(code: str, printed: str) -> str:
    character = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    said = code.replace("&", "&amp;").replace("<", "&lt;")
    return (
        character.format("begin")
        + f'<w:r><w:instrText xml:space="preserve">ADDIN {said}</w:instrText></w:r>'
        + character.format("separate")
        + r(printed)
        + character.format("end")
    )


WORD = document(
    p("Elms fall", mark(1), "."), notes=note(1, p(field(CODE, "Doe, 2019"), ", p. 4, and Roe, 2020, p. 3."))
)


def test_entries_have_their_item_as_place_and_nothing_that_is_not_read() -> None:
    made = kept_entries(Source("a.docx", "x", items=(json.dumps(ITEM), json.dumps({**ITEM, "id": 2, "title": "Oaks"}))))
    assert [(one.entry_id, one.references[0].title) for one in made] == [("1", "Elms"), ("2", "Oaks")]
    assert [one.span.anchor.part for one in made if one.span.anchor] == ["item 1", "item 2"]
    assert "ISBN" not in made[0].span.text
    assert made[0].span.path == "a.docx#sources"
    assert kept_entries(Source("a.docx", "x")) == ()


def test_they_resolve_citations_and_are_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.docx").write_bytes(WORD)
    assert run(["audit", str(tmp_path / "a.docx"), "--fail-on", "never"]) == 0
    assert "1 entry · 2 citations (1 resolved)" in capsys.readouterr().out
    assert run(["export", str(tmp_path / "a.docx"), "--to", "csl-json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)] == ["doe2019"]


def test_a_printed_bibliography_goes_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = p("Elms fall", mark(1), ".") + p("References", style="H1") + p("Roe, R. (2020). Oaks. London: Harrow.")
    raw = document(body, notes=note(1, p(field(CODE, "Doe, 2019"), ".")))
    (tmp_path / "a.docx").write_bytes(raw)
    assert run(["export", str(tmp_path / "a.docx"), "--to", "csl-json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)] == ["roe2020"]


def test_data_files_keep_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.docx").write_bytes(WORD)
    assert run(["audit", "a.docx", "--format", "json", "--fail-on", "never"]) == 0
    before = json.loads(capsys.readouterr().out)["summary"]
    assert run(["extract", "a.docx"]) == 0
    assert run(["audit", "--format", "json", "--fail-on", "never"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"] == before


def test_sources_of_an_opendocument_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = f"{CODE} RNDabc".replace('"', "&quot;")
    marked = f'<text:reference-mark-start text:name="{named}"/>(Doe, 2019, p. 4)<text:reference-mark-end text:name="{named}"/>'
    (tmp_path / "a.odt").write_bytes(
        zipped({"content.xml": odt.content(odt.p(f"Elms fall {marked}, oaks (Roe, 2020) stay."))})
    )
    assert run(["audit", str(tmp_path / "a.odt"), "--fail-on", "never"]) == 0
    said = capsys.readouterr().out
    assert "1 entry · 2 citations (1 resolved)" in said
    assert "FLD001" in said
