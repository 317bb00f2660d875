"""Reading files: encodings, line ends, and what is no text."""

from __future__ import annotations

import codecs
import hashlib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.errors import InputError
from citecheck.read import read
from citecheck.read.controls import without_controls
from citecheck.read.files import read_source
from tests.parse.texts import QUICK

TEXT = "Où l'on lit « déjà » — naïve, 5 €.\nSecond line.\n"


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(raw: bytes, encoding: str) -> None:
    source = read_source("-", raw)
    assert (source.text, source.encoding) == (TEXT, encoding)
    assert source.sha256 == hashlib.sha256(raw).hexdigest()


def test_latin_1_is_read_where_it_is_no_utf_8() -> None:
    assert read_source("-", "déjà vu".encode("latin-1")).text == "déjà vu"
    assert read_source("-", b"\x81\x8d and more").text == "\ufffd\ufffd and more"


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_become_one(ends: str) -> None:
    source = read_source("-", ends.join(["One", "Two", "", "Three"]).encode())
    assert source.text == "One\nTwo\n\nThree"
    assert [source.position(source.text.index(word)) for word in ("One", "Two", "Three")] == [(1, 1), (2, 1), (4, 1)]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"%PDF-1.7\n\xe2\xe3", "a PDF; name it so that it ends in .pdf, and it is read as that"),
        (b"PK\x03\x04\x14\x00", "a zip archive or an office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "not a text file"),
        (b"text\x00with a zero\x00", "not a text file"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8x", "begins as utf-16 text but is not"),
        (codecs.BOM_UTF8 + b"\xff\xff", "begins as utf-8-sig text but is not"),
    ],
)
def test_what_is_no_text_is_said_with_what_to_do(raw: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_source("-", raw)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read_source(str(tmp_path / "no.md"))
    with pytest.raises(InputError, match="is a directory"):
        read_source(str(tmp_path))
    with pytest.raises(InputError, match="cannot be read"):
        read_source("a\0b")


def test_a_report_without_text_is_none(tmp_path: Path) -> None:
    empty = tmp_path / "a.md"
    empty.write_text(" \n\n")
    with pytest.raises(InputError, match="is empty"):
        read([str(empty)])
    with pytest.raises(InputError, match="named twice"):
        read([str(empty), str(empty)])


@QUICK
@given(raw=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        source = read_source("-", raw)
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
    else:
        assert "\r" not in source.text


@QUICK
@given(text=st.text(max_size=100).filter(lambda text: "\0" not in text))
def test_text_in_utf_8_is_read_as_it_is(text: str) -> None:
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        return
    if raw.startswith((codecs.BOM_UTF8, b"%PDF-", b"PK\x03\x04")):
        return
    assert read_source("-", raw).text == without_controls(text.replace("\r\n", "\n").replace("\r", "\n"))[0].replace(
        "\f", " "
    )


# Accents that stand apart from their letters.

ACCENTED = "Émile Bérard, éd.\nNoël, 2019, p. 4"


def test_accents_are_joined_to_their_letters(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(unicodedata.normalize("NFD", ACCENTED), encoding="utf-8")
    assert read_source(str(path)).text == ACCENTED


def test_columns_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    apart = unicodedata.normalize("NFD", ACCENTED)
    path.write_text(apart, encoding="utf-8")
    source = read_source(str(path))
    for word in ("Bérard", "éd", "2019"):
        line, column = source.position(source.text.index(word))
        assert apart.split("\n")[line - 1][column - 1 :].startswith(unicodedata.normalize("NFD", word))
