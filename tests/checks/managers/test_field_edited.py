"""FLD001: fields of reference managers that were edited by hand."""

from __future__ import annotations

import json
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from tests.read.word.samples import document, mark, note, p, r
from tests.skips import DOCUMENTS, needs_documents

from citecheck.api import audit
from citecheck.model.finding import Finding


def field(written: str, printed: str) -> str:
    """A field of Zotero's."""
    code = "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"properties": {"plainCitation": written}})
    character = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
    return character.format("begin") + instruction + character.format("separate") + printed + character.format("end")


def edited(body: str, *notes: str) -> list[Finding]:
    raw = document(body, notes="".join(note(key, one) for key, one in enumerate(notes, 1)))
    return [one for one in audit(["a.docx"], contents={"a.docx": raw}).findings if one.code == "FLD001"]


CALLS = p("One claims so", mark(1), " and another", mark(2), ".")


def test_a_page_added_by_hand_is_told() -> None:
    (one,) = edited(
        CALLS,
        p(field("Doe, The ports.", r("Doe, ") + r("The ports", "<w:i/>") + r(", 18-19."))),
        p(field("Roe, Boats, 4.", r("Roe, ") + r("Boats", "<w:i/>") + r(",\u00a04."))),
    )
    assert one.place.note == "1"
    assert dict(one.values)["written"] == "Doe, The ports."
    assert one.place.span.text == "Doe, *The ports*, 18-19."


def test_a_field_of_the_text_is_judged_too() -> None:
    (one,) = edited(p("One claims so ", field("(Doe, 2019)", r("(Doe, 2019, p. 4)")), "."))
    assert one.place.note is None


def test_what_the_manager_wrote_is_fine() -> None:
    assert edited(p("One claims so ", field("(Doe,\n2019)", r("(Doe, 2019)")), ".")) == []


@needs_documents
def test_a_real_thesis_has_eighteen() -> None:
    findings = audit([str(DOCUMENTS / "w01-zotero-thesis-before.docx")]).findings
    assert sum(one.code == "FLD001" for one in findings) == 18


@pytest.mark.parametrize("name", ["a.md"])
def test_a_text_has_no_fields(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("A claim.[^1]\n\n[^1]: Doe, 2019.\n", encoding="utf-8")
    assert not any(one.code == "FLD001" for one in audit([str(tmp_path / name)]).findings)
