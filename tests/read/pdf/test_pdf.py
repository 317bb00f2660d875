"""PDFs as a Layout: what is read, and what is refused."""

from __future__ import annotations

import importlib.util
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.errors import InputError
from citecheck.model.layout import Layout, NoteKind
from citecheck.read.pdf import layout
from tests.read.pdf.samples import LEFT, TOP, Picture, line, lines, linked, noted_page, notes, pdf, texts, up
from tests.skips import DOCUMENTS, needs_documents


def test_a_report_is_laid_out() -> None:
    made = layout("a.pdf", pdf(noted_page(1), noted_page(2), lang="fr-CH", title="Harbours"))
    assert (made.title, made.lang, made.labels) == ("Harbours", "fr", ("1", "2"))
    assert notes(made) == {"1": "Doe, The ports, 1999, p. 7.", "2": "Doe, The ports, 1999, p. 7."}
    assert [(note.printed, note.kind, note.custom) for note in made.notes] == [
        ("1", NoteKind.FOOTNOTE, False),
        ("2", NoteKind.FOOTNOTE, False),
    ]
    [text] = texts(made)
    assert "the old light[^1] hung there. What the council" in text
    assert [inline.page for inline in made.blocks[0].inlines] == [1, 1, 1, 2, 2, 2]


def test_what_is_only_pictures_is_a_scan() -> None:
    with pytest.raises(InputError, match="is a scan"):
        layout("a.pdf", pdf([Picture()], [Picture()]))


def test_one_page_that_is_a_picture_is_told() -> None:
    assert layout("a.pdf", pdf(noted_page(1), [Picture()])).remarks == ("pages-pictured",)


def test_text_hidden_under_a_picture_is_told() -> None:
    hidden = [Picture(), *(line(TOP - 13 * at, "What a program saw in it", hidden=True) for at in range(5))]
    made = layout("a.pdf", pdf(hidden))
    assert made.remarks == ("pages-recognised",)
    assert made.blocks


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (pdf(noted_page(1), locked=True), "is encrypted"),
        (b"PK\x03\x04 something else", "is no PDF"),
        (b"", "is no PDF"),
        (b"%PDF-1.7\nnothing that could be read", "damaged"),
        (pdf(), "no pages|damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(raw: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        layout("a.pdf", raw)


def test_a_library_that_is_absent_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr("citecheck.read.pdf.pages.find_spec", lambda name: None if name == "pypdfium2" else found(name))
    with pytest.raises(InputError, match=r"pip install \"citecheck-toolkit\[documents\]\""):
        layout("a.pdf", pdf(noted_page(1)))


WHOLE = pdf(noted_page(1), noted_page(2), outline=[("One", 0, 0), ("Two", 1, 1)], labels="0<</S/r>>")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(min_size=0, max_size=9)), max_size=6), st.data())
def test_a_mutated_file_is_read_or_refused(changes: list[tuple[int, bytes]], data: Any) -> None:
    raw = bytearray(WHOLE)
    for at, piece in changes:
        raw[at : at + data.draw(st.integers(0, 9))] = piece
    try:
        made = layout("a.pdf", bytes(raw[: data.draw(st.integers(0, len(raw)))] if data.draw(st.booleans()) else raw))
    except InputError:
        return
    assert isinstance(made, Layout)


def test_links_are_kept_with_their_addresses() -> None:
    from tests.read.pdf.samples import Link

    page = [
        *lines(TOP, "See the archive of the port for all", "of its registers."),
        Link(LEFT, TOP - 4, LEFT + 400, TOP + 9, "https://example.org/a"),
    ]
    assert linked(layout("a.pdf", pdf(page))) == [("See the archive of the port for all", "https://example.org/a")]


def test_powers_and_numbers_in_tables_are_no_marks() -> None:
    page = lines(
        TOP, ("An area of 12 km", up("2"), " and of 3 m", up("3"), " was flooded,"), "which nobody had foreseen."
    )
    made = layout("a.pdf", pdf(page))
    assert made.notes == ()
    assert texts(made) == ["An area of 12 km^2 and of 3 m^3 was flooded, which nobody had foreseen."]


def test_a_page_that_is_turned_is_read() -> None:
    assert "light[^1] hung" in texts(layout("a.pdf", pdf(noted_page(1), turned=90)))[0]


PAIRS = {"p97-grobid-footnotes.pdf": 1, "p100-federal-register-3col.pdf": 15, "p101-doi-memo.pdf": 0}


@needs_documents
@pytest.mark.parametrize(("name", "count"), PAIRS.items())
def test_notes_of_real_documents(name: str, count: int) -> None:
    made = layout(name, (DOCUMENTS / name).read_bytes())
    called = {inline.note_id for block in made.blocks for inline in block.inlines if hasattr(inline, "note_id")}
    assert len(made.notes) == len(called) == count
