"""Edits of a source as changes of its file's bytes: what is not edited stays as it is, byte for byte."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citecheck.errors import InputError
from citecheck.fix.edits import apply
from citecheck.model.finding import Edit
from citecheck.model.source import Span
from citecheck.read.files import read_source
from citecheck.read.places import byte_changes, can_write, changed
from tests.parse.texts import QUICK

ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
    "cp1252": b"",
}
LETTERS = st.text(alphabet="ab 1«é’€\U0001f600\u202f\r\n", max_size=40)


def encoded(text: str, encoding: str) -> bytes:
    return ENCODINGS[encoding] + text.encode(encoding)


@st.composite
def cases(draw: st.DrawFn) -> tuple[bytes, tuple[Edit, ...]]:
    """A file and edits of it."""
    encoding = draw(st.sampled_from(list(ENCODINGS)))
    letters = LETTERS.map(lambda text: text.encode(encoding, "ignore").decode(encoding))
    # An é that no other byte can join to what is UTF-8 tells Latin-1 from it.
    raw = encoded("é " + draw(letters), encoding)
    source = read_source("-", raw)
    places = sorted(draw(st.lists(st.integers(2, len(source.text)), max_size=8)))
    new = letters.map(lambda text: text.replace("\r", "").replace("\n", "") if encoding == "cp1252" else text)
    edits = tuple(
        Edit(Span(source, start, end), draw(new).replace("\r", "\n"))
        for start, end in zip(places[::2], places[1::2], strict=False)
    )
    # Two insertions at one place have no order.
    return raw, tuple({edit.span.start: edit for edit in edits}.values())


@given(cases())
@QUICK
def test_the_bytes_say_what_the_text_does_and_no_other_byte_changes(case: tuple[bytes, tuple[Edit, ...]]) -> None:
    raw, edits = case
    source = read_source("-", raw)
    try:
        changes = byte_changes("-", raw, edits)
    except InputError:
        # What stands on both sides of an edit may have become one line end, or another encoding.
        assert b"\r" in raw or source.encoding == "cp1252"
        return
    made = changed(raw, changes)
    after = read_source("-", made)
    assert (after.text, after.encoding) == (apply(source.text, edits), source.encoding)
    assert len(changes) == len(edits)
    kept, at = [], 0
    for start, end, _ in changes:
        assert at <= start <= end <= len(raw)
        kept.append(raw[at:start])
        at = end
    rest = made
    for piece in (*kept, raw[at:]):
        assert piece in rest
        rest = rest[rest.index(piece) + len(piece) :]


@given(st.binary(max_size=60))
@QUICK
@example(b"\x81\x8d\xff")
@example(codecs.BOM_UTF16_LE + b"a\0\r\0\n\0")
def test_no_edit_changes_nothing(raw: bytes) -> None:
    try:
        read_source("-", raw)
    except InputError:
        return
    assert changed(raw, byte_changes("-", raw, ())) == raw


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end(encoding: str, end: str) -> None:
    lines = ["Déjà « vu »", "", "Doe, 2020, p.3", "last"]
    raw = encoded(end.join(lines), encoding)
    source = read_source("a.md", raw)
    at = source.text.index("p.3")
    edits = (Edit(Span(source, at, at + 3), "p. 3"), Edit(Span(source, len(source.text), len(source.text)), "\nend"))
    wanted = encoded(end.join(["Déjà « vu »", "", "Doe, 2020, p. 3", "last", "end"]), encoding)
    assert changed(raw, byte_changes("a.md", raw, edits)) == wanted


def test_bytes_that_are_no_characters_stay() -> None:
    raw = b"\x81 d\xe9j\xe0 p.3 \x8d\r\nend \x9d"
    source = read_source("a.md", raw)
    at = source.text.index("p.3")
    made = changed(raw, byte_changes("a.md", raw, [Edit(Span(source, at, at + 3), "p. 3")]))
    assert made == b"\x81 d\xe9j\xe0 p. 3 \x8d\r\nend \x9d"


def test_a_character_that_the_encoding_lacks_is_said() -> None:
    raw = "déjà".encode("latin-1")
    source = read_source("a.md", raw)
    assert can_write(source.encoding, "œ’€")
    assert not can_write(source.encoding, "Đ")
    with pytest.raises(InputError, match=r"a\.md is in cp1252, which lacks a character of 'Đ'"):
        byte_changes("a.md", raw, [Edit(Span(source, 0, 1), "Đ")])


def test_text_that_would_be_read_in_another_encoding_is_refused() -> None:
    raw = "xÃ\N{NO-BREAK SPACE}é".encode("latin-1")
    source = read_source("a.md", raw)
    with pytest.raises(InputError, match="save it as UTF-8 first"):
        byte_changes("a.md", raw, [Edit(Span(source, 3, 4), "")])


def test_accents_that_stand_apart_stay_so(tmp_path: Path) -> None:
    raw = "<!-- citecheck: ignore CIT002 Cafe\u0301 -->\n\nCafe\u0301 de Besanc\u0327on, p.3, re\u0301vise\u0301.\n".encode()
    path = tmp_path / "report.md"
    path.write_bytes(raw)
    source = read_source(str(path))
    at = source.text.index("p.3")
    edit = Edit(Span(source, at, at + 3), "p. 3")
    assert changed(raw, byte_changes(str(path), raw, [edit])) == raw.replace(b"p.3", b"p. 3")
