"""Remarks as comments in OpenDocument texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.annotate import Remark, annotated
from citecheck.read.archive import xml_root
from citecheck.read.documents import read_document
from citecheck.read.elements import attribute, name
from tests.annotate.word.samples import parts
from tests.parse.texts import QUICK
from tests.read.opendocument.samples import content, h, note, p
from tests.read.word.samples import zipped

if TYPE_CHECKING:
    from lxml.etree import _Element

BODY = (
    h("Fishing")
    + p(
        f'Catches rose in <text:span text:style-name="I">the Ports</text:span> (Doe 2018, 12).{note("1", "Poe 2016, p. 4.")}'
    )
    + p("And<text:s/>fell.")
)
REPORT = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content(BODY)})
OWN = '<office:annotation office:name="{}"{}><dc:creator xmlns:dc="d">{}</dc:creator><dc:date xmlns:dc="d">2026-11-30T09:00:00</dc:date>{}</office:annotation>'


def on(*words: str, raw: bytes = REPORT) -> list[Remark]:
    text = read_document("a.odt", raw).text
    spots = [(text.index(one), text.index(one) + len(one)) for one in words]
    return [
        Remark(*spot, 0, "CIT004 · error", ("No such year.", "Correct it."), f"v1:{at:016x}")
        for at, spot in enumerate(spots)
    ]


def commented(raw: bytes) -> dict[str, str]:
    """The words that each comment stands on, by its name, a note as its number in brackets."""
    found: dict[str, str] = {}
    begun: set[str] = set()

    def more(text: str | None) -> None:
        for each in begun:
            found[each] += text or ""

    def read(element: _Element) -> None:
        key = attribute(element, "name") or ""
        match name(element):
            case "annotation":
                begun.add(key)
                found[key] = ""
            case "annotation-end":
                begun.discard(key)
            case "note":
                more("[1]")
            case kind:
                more(" " if kind == "s" else element.text)
                for one in element:
                    read(one)
                    more(one.tail)

    read(xml_root(parts(raw)["content.xml"], "content.xml"))
    return found


def said(raw: bytes) -> list[list[str]]:
    root = xml_root(parts(raw)["content.xml"], "content.xml")
    return [[paragraph.text or "" for paragraph in one.iter("{*}p")] for one in root.iter("{*}annotation")]


@pytest.mark.parametrize(
    ("words", "covered"),
    [
        ("Doe 2018", "Doe 2018"),
        ("in *the", "in the"),
        ("*the Ports* (Doe", "the Ports (Doe"),
        ("[^1]", "[1]"),
        ("Poe 2016", "[1]"),
        ("And fell", "And fell"),
        ("Fishing", "Fishing"),
        ("fell.", "fell."),
    ],
)
def test_a_comment_stands_on_its_words_and_nothing_else_changes(words: str, covered: str) -> None:
    made = annotated("a.odt", REPORT, on(words))
    assert commented(made) == {"citecheck-1": covered}
    assert said(made) == [["CIT004 · error", "No such year.", "Correct it.", "v1:0000000000000000"]]
    assert read_document("a.odt", made).text == read_document("a.odt", REPORT).text
    assert {one for one, held in parts(made).items() if held != parts(REPORT)[one]} == {"content.xml"}


def test_twice_is_once_and_none_left_are_none() -> None:
    once = annotated("a.odt", REPORT, on("Doe 2018", "Poe", "fell"))
    assert annotated("a.odt", once, on("Doe 2018", "Poe", "fell", raw=once)) == once
    assert commented(annotated("a.odt", once, ())) == {}
    assert annotated("a.odt", REPORT, ()) == REPORT


def test_flat_files_too_with_a_day() -> None:
    flat = content(BODY).encode()
    made = annotated("a.fodt", flat, on("Doe 2018"), "2026-12-01")
    assert made.startswith(b"<?xml")
    assert b"<dc:date>2026-12-01T00:00:00</dc:date>" in made


def answered(answer: str, resolved: str = "") -> bytes:
    own = OWN.format("x", resolved, "citecheck", "<text:p>CIT004 · error</text:p><text:p>v1:0000000000000000</text:p>")
    reply = OWN.format("y", "", "Ann", answer) if answer else ""
    body = p(
        f'Catches {own}{reply}rose<office:annotation-end office:name="y"/><office:annotation-end office:name="x"/>.'
    )
    return zipped({"content.xml": content(body)})


def test_an_answer_that_accepts_is_a_waiver() -> None:
    quoted = "<text:p>Reply to citecheck: “CIT004”</text:p><text:p>ok: as printed</text:p>"
    for answer in ("<text:p>ok: as printed</text:p>", quoted):
        source = read_document("a.odt", answered(answer))
        assert [text for _, text in source.comments] == [
            "<!-- citecheck: ignore CIT004 v1:0000000000000000 as printed (Ann, 2026-11-30) -->"
        ]
        assert source.known == (("CIT004", "v1:0000000000000000"),)
        assert list(commented(annotated("a.odt", answered(answer), ()))) == ["x", "y"]


def test_what_was_resolved_is_known_and_stays() -> None:
    resolved = answered("", ' resolved="true"')
    assert read_document("a.odt", resolved).known == (("CIT004", "v1:0000000000000000"),)
    assert list(commented(annotated("a.odt", resolved, ()))) == ["x"]


def test_a_comment_on_a_mark_is_about_its_note() -> None:
    ignore = OWN.format("x", "", "Ann", "<text:p>citecheck: ignore CIT002 so</text:p>")
    body = p(f'One{ignore}{note("1", "Doe.")}<office:annotation-end office:name="x"/> two.')
    text = read_document("a.odt", zipped({"content.xml": content(body)})).written.text
    assert text.index("One") < text.index("citecheck: ignore") < text.index("Doe")


def test_fields_are_not_opened() -> None:
    raw = zipped({"content.xml": content(p("See <text:bookmark-ref>Figure 12</text:bookmark-ref> there."))})
    made = annotated("a.odt", raw, on("12", raw=raw))
    assert commented(made) == {"citecheck-1": "Figure 12"}


def test_a_text_without_words_has_a_place_too() -> None:
    raw = zipped({"content.xml": content("")})
    assert len(said(annotated("a.odt", raw, [Remark(0, 0, 0, "CIT004 · error", (), "v1:0")]))) == 1


@given(st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=6))
@QUICK
def test_whatever_is_said_of_whatever_words_nothing_else_changes(spans: list[tuple[int, int]]) -> None:
    remarks = [
        Remark(start, start + length, at % 3, "CIT004 · error", ("No.",), f"v1:{at:016x}")
        for at, (start, length) in enumerate(sorted(spans))
    ]
    made = annotated("a.odt", REPORT, remarks)
    assert read_document("a.odt", made).text == read_document("a.odt", REPORT).text
    assert len(commented(made)) == len(remarks)
    assert annotated("a.odt", made, remarks) == made
