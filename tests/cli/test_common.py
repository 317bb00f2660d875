"""What the commands share."""

from __future__ import annotations

import sys

import pytest

from citecheck.cli.common import (
    Color,
    emit,
    line_width,
    say,
    split_list,
    ui_of_locale,
    use_color,
)


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


def test_what_is_said_is_one_harmless_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b[31m\nb\u202ec")
    assert capsys.readouterr().err == "citecheck: a\ufffd[31m\ufffdb\ufffdc\n"


def test_closed_outputs_are_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    emit("x")
    say("x")
