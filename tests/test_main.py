"""The command, from its words to its exit status, in this process."""

from __future__ import annotations

import io
import sys

import pytest

from citecheck import __main__, __version__


class Broken(io.StringIO):
    """A stream that cannot be written, on the file that it says."""

    def __init__(self, error: OSError, number: int) -> None:
        super().__init__()
        self.error = error
        self.number = number

    def flush(self) -> None:
        raise self.error

    def fileno(self) -> int:
        return self.number


def left(words: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """The status with which the command leaves."""
    monkeypatch.setattr(sys, "argv", ["citecheck", *words])
    with pytest.raises(SystemExit) as leaving:
        __main__.main()
    assert isinstance(leaving.value.code, int)
    return leaving.value.code


def test_the_version_is_answered_at_once(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert left(["--version"], monkeypatch) == 0
    assert capsys.readouterr().out == f"citecheck {__version__}\n"


def test_the_status_of_a_command_is_that_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert left(["nonsense"], monkeypatch) == 2
    assert capsys.readouterr().err.startswith("citecheck: ")


def test_an_interruption_has_a_status_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(__main__, "_answered", interrupted)
    assert left([], monkeypatch) == 130


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (BrokenPipeError(32, "Broken pipe"), 0, ""),
        (
            OSError(28, "No space left on device"),
            2,
            "citecheck: standard output: cannot be written (No space left on device)\n",
        ),
    ],
)
def test_what_cannot_be_written_is_said_unless_nobody_reads(
    error: OSError, status: int, said: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors = io.StringIO()
    with (tmp_path_factory.mktemp("out") / "out").open("wb") as file:
        monkeypatch.setattr(sys, "stdout", Broken(error, file.fileno()))
        monkeypatch.setattr(sys, "stderr", errors)
        assert left(["--version"], monkeypatch) == status
    assert errors.getvalue() == said


def test_without_standard_output_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert left(["--version"], monkeypatch) == 0
