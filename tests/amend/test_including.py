"""Corrections of Markdown that includes other files."""

from __future__ import annotations

from pathlib import Path

from citecheck.amend import amended, opened
from citecheck.amend.including import Including
from citecheck.amend.spots import Change
from citecheck.model.finding import Edit
from citecheck.model.source import Span
from citecheck.read.including import read_including
from tests.amend.samples import edit


def read(path: str) -> bytes:
    return Path(path).read_bytes()


def test_the_file_that_holds_the_words_is_changed(tmp_path: Path) -> None:
    main, part = tmp_path / "a.qmd", tmp_path / "part.qmd"
    main.write_bytes(b"One *two*.\n\n{{< include part.qmd >}}\n\nEnd.\n")
    part.write_bytes("caf\u00e9 *three*\r\nfour\r\n".encode())
    source = read_including(str(main), None, {})
    made = amended(str(main), [edit(source, "*three*", "*3*"), edit(source, "One", "1")], read)
    assert made == {
        str(part): "caf\u00e9 *3*\r\nfour\r\n".encode(),
        str(main): b"1 *two*.\n\n{{< include part.qmd >}}\n\nEnd.\n",
    }
    at = source.text.index("\n\nEnd")
    across = Edit(Span(source, at - 2, at + 3), "x")
    assert opened(str(main), read).refusal(across) == "markup"


def test_words_are_written_as_they_are() -> None:
    assert Including("a.qmd", lambda _: b"a").written(Change(("a.qmd", 0), 0, 1, "*b*")) == "*b*"
