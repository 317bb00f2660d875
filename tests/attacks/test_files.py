"""What a path may lead to: devices, pipes, sockets, folders, files without end, names that are none."""

from __future__ import annotations

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from citecheck.cli import run
from citecheck.read import files
from tests.attacks.texts import REPORT
from tests.sourcefiles import FILES, nodes, within
from tests.tried import tried

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these files are those of POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a report and files of all kinds."""
    monkeypatch.chdir(tmp_path)
    Path("report.md").write_text(REPORT, encoding="utf-8")
    os.mkfifo("pipe.md")
    Path("pipe.json").symlink_to("pipe.md")
    Path("folder.json").mkdir()
    Path("zero.json").symlink_to("/dev/zero")
    Path("loop.json").symlink_to("loop.json")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.json")
    return tmp_path


def citecheck_of(*words: str, stdin: bytes = b"", timeout: float = 60) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "citecheck", *words], input=stdin, capture_output=True, timeout=timeout, check=False
    )


NAMES = ["pipe.json", "folder.json", "zero.json", "loop.json", "socket.json", "/dev/zero", "none.json"]
PLACES = [
    ["audit", "{}"],
    ["audit", "--lang", "fr={}"],
    ["audit", "report.md", "--bibliography", "{}"],
    ["audit", "report.md", "--baseline", "{}"],
    ["extract", "{}"],
    ["export", "{}"],
    ["links", "--offline", "{}"],
    ["reconcile", "{}"],
    ["show", "document", "{}"],
    ["fix", "{}"],
    ["fix", "report.md", "--links-from", "{}"],
]


@pytest.mark.parametrize("words", PLACES, ids=" ".join)
def test_what_is_no_file_is_one_line_with_status_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for name in NAMES:
        status = run([word.format(name) for word in words])
        said = capsys.readouterr()
        assert (status, said.out) == (2, ""), name
        assert said.err.startswith("citecheck: "), name
        assert said.err.count("\n") == 1, name


@pytest.mark.parametrize("name", ["citecheck.decisions.toml", "data/footnotes.json"])
@pytest.mark.parametrize("kind", ["pipe.md", "/dev/zero", "folder.json"])
def test_what_is_found_by_its_name_is_looked_at_first(name: str, kind: str) -> None:
    assert run(["extract", "report.md", "-q"]) == 0
    Path(name).unlink(missing_ok=True)
    Path(name).symlink_to(Path(kind).absolute())
    ran = citecheck_of("audit", *(["report.md"] if name == "citecheck.decisions.toml" else []))
    assert ran.returncode == 2
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.parametrize("words", PLACES, ids=" ".join)
@pytest.mark.parametrize("name", ["a\0b.json", "a\0b.bib", "\ud800.json", "x" * 5000 + ".json"])
def test_names_that_no_file_has(words: list[str], name: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = run([word.format(name) for word in words])
    said = capsys.readouterr()
    assert (status, said.out) == (2, "")
    assert said.err.count("\n") == 1


def test_a_configuration_may_name_no_file_with_a_nul(capsys: pytest.CaptureFixture[str]) -> None:
    for line in ('documents = ["a\\u0000.md"]', 'documents = ["report.md"]\nbibliography = "a\\u0000.bib"'):
        Path("citecheck.toml").write_text(line, encoding="utf-8")
        assert run(["audit"]) == 2
        assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.thorough
def test_what_the_shell_opened_is_read() -> None:
    text = REPORT.encode()
    wanted = citecheck_of("audit", "report.md", "--format", "text").stdout.splitlines()[-1]
    for path in ("-", "/dev/fd/0", "/dev/stdin", "/proc/self/fd/0")[: tried(2, 4)]:
        if path == "-" or Path(path).exists():
            ran = citecheck_of("audit", path, stdin=text)
            assert (ran.returncode, ran.stdout.splitlines()[-1]) == (1, wanted), ran.stderr


def test_a_file_may_not_be_larger_than_the_bound(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(files, "LARGEST", 100)
    assert run(["audit", "report.md"]) == 2
    assert "report.md has more than" in capsys.readouterr().err


def test_a_device_behind_standard_input_has_an_end() -> None:
    with Path("/dev/zero").open("rb") as zero:
        ran = subprocess.run(
            [sys.executable, "-m", "citecheck", "audit", "-"], stdin=zero, capture_output=True, timeout=120, check=False
        )
    assert ran.returncode == 2
    assert ran.stderr.startswith(b"citecheck: standard input has more than 200 MB")


# Who reads otherwise: the one function itself, what belongs to the program, and its own cache.
READERS = {"read/files.py", "languages/currency_names.py", "read/rates.py", "page/__init__.py", "net/cache.py"}
WRITING = {"x", "xb", "ab", "wb", "w"}


def test_every_file_is_read_in_one_place() -> None:
    reading = []
    for file in FILES:
        calls = (node for node in nodes(file, r"read_text|fdopen|read_bytes|\bopen\b") if isinstance(node, ast.Call))
        reading += [f"{within(file)}:{call.lineno}" for call in calls if within(file) not in READERS and reads(call)]
    assert reading == []


def reads(call: ast.Call) -> bool:
    """Whether a call reads a file."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    modes = {value.value for value in call.args if isinstance(value, ast.Constant) and isinstance(value.value, str)}
    if name in ("read_text", "fdopen"):
        return not modes & WRITING
    if name == "open":
        return not modes & WRITING and "os.devnull" not in ast.unparse(call)
    return name == "read_bytes" and isinstance(call.func, ast.Attribute)
