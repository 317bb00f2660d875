"""What the commands share."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from citecheck.cli.common import (
    Color,
    emit,
    line_width,
    say,
    split_list,
    ui_of_locale,
    use_color,
    write_file,
)
from citecheck.errors import InputError


def test_split_list() -> None:
    assert split_list(["a, b", "c,", " ", "d"]) == ("a", "b", "c", "d")
    assert split_list(None) == ()


@pytest.mark.parametrize(
    ("variables", "ui"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "C"}, "en"),
        ({"LC_ALL": "C", "LANG": "fr_FR"}, "en"),
        ({"LC_ALL": "", "LANG": "fr_FR"}, "fr"),
        ({}, "en"),
    ],
)
def test_ui_of_locale(variables: dict[str, str], ui: str) -> None:
    assert ui_of_locale(variables) == ui


class Terminal:
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_colours_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "77")
    assert use_color(Color.AUTO, None)
    assert not use_color(Color.AUTO, "file")
    assert line_width(None) == 77
    assert line_width("file") > 1000
    monkeypatch.setenv("NO_COLOR", "1")
    assert not use_color(Color.AUTO, None)
    assert use_color(Color.ALWAYS, None)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not use_color(Color.AUTO, None)


def test_a_file_is_written_whole(folder: Path) -> None:
    target = folder / "a.txt"
    write_file(target, "é\n")
    assert target.read_bytes() == b"\xc3\xa9\n"
    write_file(target, "b\r\n")
    assert target.read_bytes() == b"b\r\n"
    assert list(folder.iterdir()) == [target]


def test_a_file_keeps_its_permissions_and_a_new_one_has_the_usual_ones(folder: Path) -> None:
    old = folder / "old"
    old.write_text("x")
    old.chmod(0o640)
    write_file(old, "y")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    usual = folder / "usual"
    usual.write_text("x")
    write_file(folder / "new", "y")
    assert (folder / "new").stat().st_mode == usual.stat().st_mode


def test_a_link_stays_a_link(folder: Path) -> None:
    (folder / "target").write_text("x")
    (folder / "link").symlink_to("target")
    write_file(folder / "link", "y")
    assert (folder / "link").is_symlink()
    assert (folder / "target").read_text() == "y"


def test_a_device_is_written_to_and_not_replaced(folder: Path) -> None:
    write_file(Path(os.devnull), "x")
    assert not Path(os.devnull).is_file()


def test_a_folder_is_no_file(folder: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_file(folder, "x")


def test_when_writing_fails_the_old_file_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = folder / "a.txt"
    target.write_text("old")

    def full(self: Path, other: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="No space left on device"):
        write_file(target, "new")
    assert target.read_text() == "old"
    assert list(folder.iterdir()) == [target]


def test_a_dash_is_standard_output(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    emit("text\n", "-")
    assert capsys.readouterr().out == "text\n"
    assert list(folder.iterdir()) == []


def test_what_is_said_is_one_harmless_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b[31m\nb\u202ec")
    assert capsys.readouterr().err == "citecheck: a\ufffd[31m\ufffdb\ufffdc\n"


def test_closed_outputs_are_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    emit("x")
    say("x")
