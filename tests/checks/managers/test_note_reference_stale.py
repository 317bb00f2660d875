"""FLD002: cross-references to notes that print another number."""

from __future__ import annotations

import pytest
from tests.read.word.samples import document, mark, note, p, r

from citecheck.api import audit
from citecheck.model.finding import Finding


def reference(bookmark: str, printed: str, switches: str = " \\h") -> str:
    character = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> NOTEREF {bookmark}{switches} </w:instrText></w:r>'
    return character.format("begin") + code + character.format("separate") + r(printed) + character.format("end")


def bookmarked(key: int, name: str) -> str:
    """The mark of a note within a bookmark."""
    return f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>{mark(key)}<w:bookmarkEnd w:id="{key}"/>'


def stale(*runs: str, third: str = "See note 1.") -> list[Finding]:
    body = p(
        "Elms", bookmarked(1, "_Ref1"), " fall, oaks", bookmarked(2, "_Ref2"), " stay, firs", mark(3), " too.", *runs
    )
    notes = (
        note(1, p("Doe, 2019."))
        + note(2, p("Roe, 2020."))
        + note(3, p(third) if "<" not in third else p("See note ", third, "."))
    )
    raw = document(body, notes=notes)
    return [one for one in audit(["a.docx"], contents={"a.docx": raw}).findings if one.code.startswith("FLD")]


def test_a_number_that_the_note_no_longer_has() -> None:
    (one,) = stale(third=reference("_Ref2", "1"))
    assert (one.code, one.place.note) == ("FLD002", "3")
    assert dict(one.values) == {"printed": "1", "target": "2"}
    (one,) = stale(" See note ", reference("_Ref1", "4"), ".")
    assert one.place.note is None


@pytest.mark.parametrize(
    "field",
    [
        reference("_Ref2", "2"),
        reference("_Ref2", "(2)"),
        reference('"_Ref2"', "2", " \\f \\h \\* MERGEFORMAT"),
        reference("_Ref2", "1 above", " \\p"),
        reference("_Ref9", "1"),
    ],
)
def test_what_is_not_told(field: str) -> None:
    assert stale(third=field) == []
