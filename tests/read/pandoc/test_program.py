"""Pandoc as a program: what may go wrong with it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from citecheck.errors import InputError
from citecheck.read.pandoc import program


def fake(monkeypatch: pytest.MonkeyPatch, answer: Callable[..., Any]) -> None:
    monkeypatch.setattr(program.shutil, "which", lambda name: "/bin/pandoc")
    monkeypatch.setattr(program.subprocess, "run", answer)


def done(status: int, out: bytes = b"{}", err: bytes = b"") -> Callable[..., Any]:
    return lambda command, **more: subprocess.CompletedProcess(command, status, out, err)


def late(command: list[str], **more: Any) -> Any:
    raise subprocess.TimeoutExpired(command, more["timeout"])


def gone(command: list[str], **more: Any) -> Any:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (done(64, err=b"unexpected \n end"), r"cannot be read by pandoc \(unexpected end\)"),
        (done(0, out=b"[" * 90_000), "nested too deep"),
        (done(0, out=b"no json"), "nested too deep"),
        (late, "keeps pandoc busy"),
        (gone, r"does not run \(Permission denied\)"),
    ],
)
def test_what_goes_wrong_is_said(monkeypatch: pytest.MonkeyPatch, answer: Callable[..., Any], says: str) -> None:
    fake(monkeypatch, answer)
    with pytest.raises(InputError, match=says):
        program.tree_of("a.rst", "text", "rst")


def test_pandoc_has_no_files_and_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []

    def answer(command: list[str], **more: Any) -> Any:
        seen.append((command, more))
        return subprocess.CompletedProcess(command, 0, b'{"blocks": []}', b"")

    fake(monkeypatch, answer)
    assert program.tree_of("a.rst", "té", "rst") == {"blocks": []}
    [(command, more)] = seen
    assert {"--sandbox", "-M500M"} <= set(command)
    assert more["input"] == "té".encode()
    assert more["timeout"] == program.SECONDS


def test_without_pandoc_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program.shutil, "which", lambda name: None)
    monkeypatch.setattr(program, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r'pandoc is needed: pip install "citecheck-toolkit\[pandoc\]"'):
        program.tree_of("a.rst", "text", "rst")
