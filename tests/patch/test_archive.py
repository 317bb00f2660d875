"""Archives of which parts are changed."""

from __future__ import annotations

import zipfile
from io import BytesIO

from citecheck.patch.archive import patched, xml_bytes
from citecheck.read.archive import xml_root


def made(stored: bytes = b"a" * 99) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.comment = b"of the archive"
        info = zipfile.ZipInfo("mimetype", (2020, 1, 2, 3, 4, 6))
        archive.writestr(info, stored)
        other = zipfile.ZipInfo("b.xml", (2021, 1, 2, 3, 4, 6))
        other.compress_type = zipfile.ZIP_DEFLATED
        other.external_attr = 0o644 << 16
        archive.writestr(other, b"b" * 99)
        archive.writestr("c.xml", b"c")
    return held.getvalue()


def test_other_parts_keep_all_that_is_known_of_them() -> None:
    with zipfile.ZipFile(BytesIO(patched(made(), {"b.xml": b"new", "d.xml": b"added"}))) as archive:
        kinds = [(one.filename, one.date_time, one.compress_type, one.external_attr) for one in archive.infolist()]
        assert archive.comment == b"of the archive"
        assert archive.read("b.xml") == b"new"
        assert archive.read("mimetype") == b"a" * 99
    assert kinds[0] == ("mimetype", (2020, 1, 2, 3, 4, 6), zipfile.ZIP_STORED, 0o600 << 16)
    assert kinds[1] == ("b.xml", (2021, 1, 2, 3, 4, 6), zipfile.ZIP_DEFLATED, 0o644 << 16)
    assert kinds[3][:3] == ("d.xml", (1980, 1, 1, 0, 0, 0), zipfile.ZIP_DEFLATED)


def test_a_part_can_be_left_out() -> None:
    with zipfile.ZipFile(BytesIO(patched(made(), {"c.xml": None, "e.xml": None}))) as archive:
        assert archive.namelist() == ["mimetype", "b.xml"]


def test_the_same_changes_give_the_same_bytes() -> None:
    assert patched(made(), {"b.xml": b"new", "d.xml": b"x"}) == patched(made(), {"b.xml": b"new", "d.xml": b"x"})


def test_a_part_says_that_it_stands_alone() -> None:
    root = xml_root(b"<?xml version='1.0' standalone='yes'?><a>\xc3\xa9</a>", "a.xml")
    assert xml_bytes(root) == b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<a>\xc3\xa9</a>"
