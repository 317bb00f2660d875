"""Corrections of Word documents: tracked changes that can be accepted and taken back, and nothing else."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.amend import amended
from citecheck.errors import InputError
from citecheck.model.finding import Edit
from citecheck.model.layout import Words
from citecheck.model.source import Span
from citecheck.read.documents import read_document
from citecheck.read.word import layout
from tests.amend.samples import corrected, refusal
from tests.read.word.samples import document, mark, note, p, r


def part(raw: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(BytesIO(raw)).read(name).decode()


def texts(raw: bytes) -> tuple[str, str]:
    """The text with all changes accepted, and with all rejected."""
    return read_document("a.docx", raw).text, read_document("a.docx", raw, rejected=True).text


def test_a_word_goes_and_one_comes_in_its_shape() -> None:
    raw = document(p(r("Le "), r("Gof, 2018", "<w:b/>"), r(".")))
    made = corrected("a.docx", raw, ("Gof", "Goff"), ("2018", "2019"))
    assert texts(made) == ("Le Goff, 2019.\n\n", "Le Gof, 2018.\n\n")
    assert (
        '<w:del w:id="2" w:author="citecheck" w:date="2026-11-24T00:00:00Z"><w:r><w:rPr><w:b/></w:rPr>'
        '<w:delText xml:space="preserve">8</w:delText></w:r></w:del>'
    ) in part(made).replace('w:id="1"', 'w:id="2"')
    assert len(re.findall("<w:rPr><w:b/></w:rPr>", part(made))) == 5


def test_a_change_over_several_runs_is_one() -> None:
    raw = document(p(r("Le G"), r("o", "<w:b/>"), "<w:bookmarkStart w:id='7' w:name='x'/>", r("f.")))
    made = corrected("a.docx", raw, ("Gof", "xyz"))
    assert texts(made) == ("Le xyz.\n\n", "Le Gof.\n\n")
    assert part(made).count("<w:ins ") == 1
    assert 'w:name="x"' in part(made)


def test_a_note_and_a_cell_are_corrected() -> None:
    body = p("Ports", mark(1)) + f"<w:tbl><w:tr><w:tc>{p('In a cell')}</w:tc></w:tr></w:tbl>"
    raw = document(body, notes=note(1, p(" Doe, p.4.")))
    made = corrected("a.docx", raw, ("p.4", "p. 4"), ("a cell", "one cell"))
    accepted, rejected = texts(made)
    assert "Doe, p. 4." in accepted
    assert "In one cell" in accepted
    assert rejected == texts(raw)[1]
    assert "citecheck-note" not in part(made)
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', part(made) + part(made, "word/footnotes.xml"))
    assert len(ids) == len(set(ids)) == 3


def test_what_somebody_inserted_is_corrected_beside_it() -> None:
    raw = document(p("Ports ", f'<w:ins w:id="4" w:author="Ann">{r("of teh north")}</w:ins>', "."))
    made = corrected("a.docx", raw, ("teh", "the"))
    assert texts(made) == ("Ports of the north.\n\n", "Ports .\n\n")
    assert "<w:ins" not in re.sub(r"<w:ins .*?</w:ins>", "", part(made))
    assert not re.search(r'w:author="Ann">(?:(?!</w:ins>).)*<w:ins', part(made))


def test_an_insertion_before_what_somebody_inserted() -> None:
    raw = document(
        p(mark(1), f'<w:ins w:id="4" w:author="Ann">{r("ab")}{r("cd", "<w:b/>")}</w:ins>'), notes=note(1, p("N"))
    )
    made = corrected("a.docx", raw, ("ab", "xab"))
    assert "[^1]xabcd" in texts(made)[0]
    assert texts(made)[1] == texts(raw)[1]


def test_words_in_a_link_are_corrected_in_it() -> None:
    raw = document(
        p("See ", f'<w:hyperlink r:id="r1">{r("the pge")}</w:hyperlink>', "."), links={"r1": "https://example.org/a"}
    )
    made = corrected("a.docx", raw, ("pge", "page"))
    assert texts(made) == ("See [the page](https://example.org/a).\n\n", "See [the pge](https://example.org/a).\n\n")


def test_a_stop_moves_to_the_other_side_of_a_mark() -> None:
    raw = document(p("They are there", mark(1), ". Still."), notes=note(1, p("Doe")))
    made = corrected("a.docx", raw, ("there[^1].", "there.[^1]"))
    assert texts(made)[0].startswith("They are there.[^1] Still.")


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("run", "why"),
    [
        (FIELD.format(code=" REF x ", shown=r("Gof")), "field"),
        (FIELD.format(code=' HYPERLINK "https://example.org" ', shown=r("Gof")), ""),
        (f'<w:fldSimple w:instr="AUTHOR">{r("Gof")}</w:fldSimple>', "field"),
        (f"<mc:AlternateContent><mc:Choice>{r('Gof')}</mc:Choice></mc:AlternateContent>", "box"),
        (r("Gof"), ""),
    ],
)
def test_what_a_program_prints_itself_is_refused(run: str, why: str) -> None:
    assert refusal("a.docx", document(p("Le ", run, " said.")), "Gof", "Goff") == why


def test_marks_are_refused() -> None:
    raw = document(p("Ports", mark(1), "."), notes=note(1, p("Doe")))
    assert refusal("a.docx", raw, "Ports[^1]", "Ports[^2]") == "markup"


@given(
    st.lists(st.sampled_from(["a", "b c", " ", "de", "\u00a0f", "g."]), min_size=2, max_size=6),
    st.integers(0, 20),
    st.integers(0, 4),
    st.text("xyz\u00a0", max_size=3),
)
def test_whatever_is_changed_can_be_taken_back(runs: list[str], start: int, length: int, new: str) -> None:
    body = p("Q", *(r(text, "<w:b/>" * (at % 2)) for at, text in enumerate(runs)), "Q")
    raw = document(body)
    source = read_document("a.docx", raw)
    begin = 1 + start % (len(source.text) - 4)
    edit = Edit(Span(source, begin, min(begin + length, len(source.text) - 3)), new).lean
    if edit is None or (edit.span.text + new).strip(" ") != edit.span.text + new or "  " in source.text:
        return
    try:
        made = amended("a.docx", [edit], lambda _: raw)["a.docx"]
    except InputError:
        # Where a blank is left beside another one, one of them is printed.
        assert not new.strip(" ")
        return
    assert texts(made) == (
        source.text[: edit.span.start] + edit.replacement + source.text[edit.span.end :],
        source.text,
    )


def test_an_address_that_a_link_prints_is_corrected_with_the_link() -> None:
    old, new = "https://example.org/a?utm_source=x", "https://example.org/a"
    shown = f'<w:hyperlink r:id="rId1">{r("https://example.org/", "<w:b/>")}{r("a?utm_source=x")}</w:hyperlink>'
    raw = document(p("See ", shown, ". And."), links={"rId1": old})
    made = corrected("a.docx", raw, ("?utm_source=x", ""), ("And", "End"))
    assert texts(made) == (f"See {new}. End.\n\n", f"See {old}. And.\n\n")
    assert part(made).count("<w:hyperlink") == 2
    assert (
        f'Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{new}"'
        in part(made, "word/_rels/document.xml.rels")
    )
    links = [one.target for block in layout("a.docx", made).blocks for one in block.inlines if isinstance(one, Words)]
    assert new in links
    assert old not in links


def test_words_beside_a_field_are_corrected_outside_of_it() -> None:
    raw = document(p("Le ", FIELD.format(code=" REF x ", shown=r("Gof")), ", 2018."))
    made = corrected("a.docx", raw, ("Le ", "Le \u00ab\u00a0"), (", 2018", ". 2018"))
    assert texts(made) == ("Le \u00ab\u00a0Gof. 2018.\n\n", "Le Gof, 2018.\n\n")
    assert refusal("a.docx", raw, "Le ", "Le \u00ab") == ""
    assert refusal("a.docx", raw, "Gof", "Gofx") == "field"
    assert not re.search(r'"separate"/></w:r>(?:(?!"end").)*citecheck', part(made))
