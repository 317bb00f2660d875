"""Control characters in a text: blanks, told once with their place, and kept in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.errors import InputError
from citecheck.model.job import Job
from citecheck.pipeline import audit
from citecheck.read.controls import is_binary, without_controls
from citecheck.read.files import read_source


@pytest.mark.parametrize("sign", ["\x00", "\x01", "\x07", "\x0b", "\x1b", "\x7f", "\ud800"])
def test_a_control_character_is_a_blank_and_is_told(tmp_path: Path, sign: str) -> None:
    file = tmp_path / "report.md"
    file.write_bytes(f"Elms and arti{sign}cial oaks grow in the north (Doe, 2019).\n".encode("utf-8", "surrogatepass"))
    source = read_source(str(file))
    assert source.text == "Elms and arti cial oaks grow in the north (Doe, 2019).\n"
    assert source.lost == ((13, "control-characters"),)
    assert source.unprinted == ((13, sign),)


def test_a_text_without_any_stays_as_it_is() -> None:
    text = "Elms\tgrow.\r\n\x0cOaks too.\n"
    assert without_controls(text) == (text, ())


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_bytes(bytes(range(256)) * 20)
    with pytest.raises(InputError, match="is not a text file"):
        read_source(str(file))
    assert is_binary(b"\x7fELF\x02\x01\x01" + b"\0" * 40 + b"abc" * 9)
    assert not is_binary("Élms grow\0 in the north, and so do the oaks.".encode())


def test_a_text_that_lost_many_letters_is_not_judged(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    lines = "".join(f"Elms grow in the \0{at}th wood (Doe, 2019), as Roe has it.[^{at}]\n\n" for at in range(12))
    file.write_text(lines + "## References\n\nDoe, J. (2019). *Elms*. Oslo: Press.\n", encoding="utf-8")
    report = audit(Job(paths=(str(file),)))
    assert report.findings == ()
    assert "letters-lost" in [lost.reason for lost in report.unreadable]
    assert {one.reason for one in report.abstained} == {"letters-lost"}
