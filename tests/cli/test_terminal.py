"""Pages on a terminal and where nobody is looking, in this process."""

from __future__ import annotations

import sys
from io import StringIO

import pytest

from citecheck.cli import terminal

PAGE = "# Title\n\nSome **bold** text with `code`, of which there is more than fits on a line.\n\n- one\n"


class Screen(StringIO):
    """A stream that says that somebody is looking."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "term", "can"),
    [(Screen(), "xterm", True), (Screen(), "dumb", False), (StringIO(), "xterm", False), (None, "xterm", False)],
)
def test_only_a_terminal_that_can_do_more_gets_a_layout(
    stream: StringIO | None, term: str, can: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("TERM", term)
    assert terminal.can_lay_out() is can


def test_a_page_is_laid_out_in_the_width_that_there_is() -> None:
    shown = terminal.laid_out(PAGE, 40, color=False)
    assert "**" not in shown
    assert "\x1b[" not in shown
    assert all(len(line) <= 40 and line == line.rstrip() for line in shown.splitlines())
    assert "\x1b[" in terminal.laid_out(PAGE, 40, color=True)
    assert max(map(len, terminal.laid_out("word " * 100, 500, color=False).splitlines())) <= terminal.WIDEST


@pytest.mark.parametrize(("lines", "paged", "written"), [(3, [], True), (60, ["less-like"], False)])
def test_only_what_is_longer_than_the_screen_is_paged(
    lines: int, paged: list[str], written: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def page(text: str, pager: str) -> bool:
        seen.append(pager)
        return True

    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr(terminal, "_paged", page)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("PAGER", "less-like")
    terminal.show("line\n" * lines)
    assert seen == paged
    assert bool(screen.getvalue()) is written
