"""Documents that are zip archives."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from citecheck.errors import InputError
from citecheck.read import archive as module
from citecheck.read.archive import Archive, xml_root
from tests.read.word.samples import zipped


def test_parts_are_read_by_name() -> None:
    held = Archive("a.docx", zipped({"a.xml": "<a/>"}), "Word document")
    root = held.root("a.xml")
    assert root is not None
    assert root.tag == "a"
    assert held.root("b.xml") is None


def test_what_would_unpack_to_too_much_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 1000)
    with pytest.raises(InputError, match="would unpack to"):
        Archive("a.docx", zipped({"a": "x" * 600, "b": "x" * 600}), "Word document")


def test_a_damaged_part_is_said_to_be_one() -> None:
    raw = bytearray(zipped({"a.xml": "<a>" + "x" * 500 + "</a>"}))
    raw[40:46] = b"\xff" * 6
    with pytest.raises(InputError, match="damaged"):
        Archive("a.docx", bytes(raw), "Word document").read("a.xml")


def test_an_encrypted_archive_is_refused() -> None:
    held = BytesIO(zipped({"a.xml": "<a/>"}))
    raw = bytearray(held.getvalue())
    at = raw.find(b"PK\x01\x02")
    raw[at + 8] |= 1
    assert zipfile.is_zipfile(BytesIO(bytes(raw)))
    with pytest.raises(InputError, match="encrypted"):
        Archive("a.docx", bytes(raw), "Word document")


def test_without_the_library_one_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"pip install \"citecheck-toolkit\[documents\]\""):
        Archive("a.docx", zipped({}), "Word document")


@pytest.mark.parametrize(
    "text", ["<!DOCTYPE a><a/>", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>']
)
def test_a_document_type_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="declares a document type"):
        xml_root(text.encode(), "a.xml")


def test_what_is_no_xml_is_said_to_be_damaged() -> None:
    for raw in (b"", b"text", b"<a>", b"<a>\x00</a>"):
        with pytest.raises(InputError, match="damaged"):
            xml_root(raw, "a.xml")
