"""How much the streams of a PDF hold."""

from __future__ import annotations

import zlib

import pytest

from citecheck.errors import InputError
from citecheck.read.pdf import layout, pages
from citecheck.read.pdf.streams import unpacks_beyond
from tests.read.pdf.samples import noted_page, pdf

ZEROS = zlib.compress(bytes(100_000))


def stream(head: bytes, packed: bytes) -> bytes:
    return b"1 0 obj\n<<" + head + b">>stream\n" + packed + b"\nendstream\nendobj\n"


def test_all_streams_are_added_up() -> None:
    one = stream(b"/Filter/FlateDecode", ZEROS)
    assert not unpacks_beyond(one, 150_000)
    assert unpacks_beyond(one + one, 150_000)


def test_a_stream_that_is_packed_twice_is_unpacked_twice() -> None:
    twice = stream(b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(ZEROS))
    assert unpacks_beyond(twice, 50_000)


def test_pictures_and_damaged_streams_do_not_count() -> None:
    assert not unpacks_beyond(stream(b"/Subtype/Image/Filter/FlateDecode", ZEROS), 1_000)
    assert not unpacks_beyond(stream(b"/Filter/FlateDecode", b"no such thing"), 1_000)


def test_what_stands_behind_a_stream_is_none() -> None:
    assert not unpacks_beyond(stream(b"/Filter/FlateDecode", ZEROS + bytes(3_000_000)), 150_000)


def test_a_file_that_holds_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LARGEST", 50)
    with pytest.raises(InputError, match="would unpack to more than"):
        layout("a.pdf", pdf(noted_page(1)))
