"""The report can be lost: an output never replaces what the same run reads, and corrections are all made or none."""

from __future__ import annotations

import ast
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from citecheck.cli import run
from tests.cli.conftest import Run
from tests.sourcefiles import nodes

FRENCH = "# Rapport\n\nLe comité l'a dit dans son rapport.[^1]\n\n[^1]: Doe, 2020, p. 4. <https://example.org/a?utm_source=x>\n"
ENGLISH = "# Report\n\nThe committee said so in its report.[^1]\n\n[^1]: Doe, 2020, p. 4. <https://example.org/a?utm_source=x>\n"
FILES = {
    "fr.md": FRENCH,
    "en.md": ENGLISH,
    "refs.json": '[{"id": "doe", "type": "book", "title": "One", "author": [{"family": "Doe"}], "issued": {"date-parts": [[2020]]}}]',
    "citecheck.toml": 'documents = { fr = "fr.md", en = "en.md" }\nbibliography = "refs.json"\nbaseline = "known"\n',
    "citecheck.decisions.toml": "",
    "known": "",
}
"""Everything that a run can read, by the name of the file."""
COMMANDS = {
    "audit": ["audit", "--format", "text", "-o"],
    "audit as JSON": ["audit", "--format", "json", "--output"],
    "export": ["export", "--to", "bibtex", "-o"],
    "fix": ["fix", "-o"],
    "links": ["links", "--offline", "--format", "text", "-o"],
    "reconcile": ["reconcile", "--format", "text", "-o"],
    "reconcile as a workbook": ["reconcile", "--format", "xlsx", "-o"],
    "renumbering": ["reconcile", "--renumber", "fr", "--format", "text", "-o"],
    "show": ["show", "citations", "--format", "text", "-o"],
}


def plainly(path: str) -> str:
    return path


def by_a_detour(path: str) -> str:
    return f"./../{Path.cwd().name}/{path}"


def by_a_link(path: str) -> str:
    Path("link").symlink_to(path)
    return "link"


def by_a_hard_link(path: str) -> str:
    os.link(path, "hard")
    return "hard"


@pytest.fixture
def report(folder: Path) -> Path:
    for name, text in FILES.items():
        Path(name).write_text(text, encoding="utf-8")
    run(["audit", "--update-baseline", "--quiet", "-o", os.devnull])
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name in FILES}


@pytest.mark.parametrize("called", [plainly, by_a_detour, by_a_link, by_a_hard_link])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_output_replaces_what_is_read(cli: Run, report: Path, command: str, called: Callable[[str], str]) -> None:
    before = contents(report)
    for name in FILES:
        if name == "known" and not command.startswith("audit"):
            continue  # Only an audit reads the baseline.
        ran = cli(*COMMANDS[command], called(name))
        assert ran.status == 2, f"{command} wrote onto {name}"
        assert ran.err.count("\n") <= 2
        assert "this file is read" in ran.err.splitlines()[-1]
        assert contents(report) == before
        for link in ("link", "hard"):
            Path(link).unlink(missing_ok=True)


def test_what_the_command_line_names_is_not_replaced_either(cli: Run, report: Path) -> None:
    Path("other.md").write_text(ENGLISH, encoding="utf-8")
    Path("links.json").write_text(json.dumps({"schema": "citecheck/links/1", "links": []}), encoding="utf-8")
    for words in (
        ["audit", "other.md", "-o", "other.md"],
        ["audit", "--lang", "en=other.md", "-o", "json=other.md"],
        ["audit", "en.md", "--bibliography", "refs.json", "-o", "refs.json"],
        ["audit", "en.md", "--baseline", "known", "-o", "known"],
        ["fix", "other.md", "--links-from", "links.json", "-o", "links.json"],
    ):
        before = {file.name: file.read_bytes() for file in report.iterdir()}
        ran = cli(*words)
        assert (ran.status, "this file is read" in ran.err) == (2, True), words
        assert {file.name: file.read_bytes() for file in report.iterdir()} == before


def test_data_files_are_not_replaced_by_what_is_made_of_them(cli: Run, folder: Path) -> None:
    Path("a.md").write_text(ENGLISH, encoding="utf-8")
    assert cli("extract", "a.md").status == 0
    before = Path("data/footnotes.json").read_bytes()
    for words in (["audit", "-o", "data/footnotes.json"], ["export", "--to", "bibtex", "-o", "data/footnotes.json"]):
        ran = cli(*words)
        assert (ran.status, "this file is read" in ran.err) == (2, True)
    ran = cli("extract", "a.md", "--bibliography", "data/bibliography.json")
    assert (ran.status, "this file is read" in ran.err) == (2, True)
    assert Path("data/footnotes.json").read_bytes() == before


@pytest.mark.parametrize("over", ["citecheck.toml", "citecheck.decisions.toml", "en.md"])
def test_a_baseline_is_not_written_over_anything_else(cli: Run, report: Path, over: str) -> None:
    Path(over).write_text("", encoding="utf-8")
    ran = cli("audit", "fr.md", "--lang", "en=en.md", "--baseline", over, "--update-baseline")
    assert (ran.status, "this file is read" in ran.err) == (2, True)
    assert Path(over).read_text(encoding="utf-8") == ""


def test_decisions_are_not_written_over_the_report(cli: Run, report: Path) -> None:
    Path("citecheck.decisions.toml").unlink()
    Path("en.md").rename("citecheck.decisions.toml")
    Path("en.md").symlink_to("citecheck.decisions.toml")
    ran = cli("reconcile", "--pair", "fr:1=en:1", "--reason", "x")
    assert (ran.status, "this file is read" in ran.err) == (2, True)
    assert Path("en.md").read_text(encoding="utf-8") == ENGLISH


def test_the_summary_of_a_job_is_not_added_to_the_report(
    cli: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "en.md")
    ran = cli("audit", "--format", "github", "--fail-on", "never")
    assert ran.status == 0
    assert "the summary of the job is not written" in ran.err
    assert Path("en.md").read_text(encoding="utf-8") == ENGLISH


def test_one_file_under_two_names_is_read_once(cli: Run, report: Path) -> None:
    os.link("en.md", "also.md")
    for again in ("./en.md", "also.md"):
        ran = cli("audit", "en.md", again)
        assert (ran.status, ran.err) == (2, f"citecheck: {again} is named twice (also as en.md): name each file once\n")


def test_corrections_of_several_files_are_all_made_or_none(
    cli: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    real = os.fsync

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    before = contents(report)
    ran = cli("fix", "--write")
    assert (ran.status, len(written)) == (2, 2)
    assert ran.err.endswith("cannot be written (No space left on device)\n")
    assert contents(report) == before
    assert not [file.name for file in report.iterdir() if file.name.endswith(".tmp")]
    ran = cli("fix", "--write")
    assert ran.status == 0
    assert not any("utm" in Path(name).read_text(encoding="utf-8") for name in ("fr.md", "en.md"))


def test_a_report_with_two_names_is_not_corrected_under_one(cli: Run, report: Path) -> None:
    os.link("en.md", "also.md")
    ran = cli("fix", "--write")
    assert ran.status == 2
    assert "has 2 names (hard links)" in ran.err
    assert all("utm" in Path(name).read_text(encoding="utf-8") for name in ("fr.md", "en.md", "also.md"))


WRITERS = {"cli/writing.py": "all files", "cli/shells.py": "what a shell reads when it starts"}
"""The modules that write files of the user, and which."""


def test_every_command_writes_through_one_place() -> None:
    source = Path(__file__).parents[2] / "src" / "citecheck"
    writing = {"write_bytes", "write_text", "mkstemp", "NamedTemporaryFile"}
    found = set()
    for file in source.rglob("*.py"):
        for node in nodes(file, r"write_|mkstemp|NamedTemporaryFile|\bopen\("):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            modes = [
                arg.value
                for arg in (*node.args, *(key.value for key in node.keywords))
                if isinstance(arg, ast.Constant)
            ]
            opened = node.func.attr == "open" and any(
                isinstance(mode, str) and set(mode) & set("wxa+") for mode in modes
            )
            named = node.func.attr in writing and not isinstance(node.func.value, ast.Name | ast.Subscript)
            if opened or named:
                found.add(file.relative_to(source).as_posix())
    # A state of the past is laid into a folder of its own, which is taken away again.
    assert found - {"cli/gate.py"} <= set(WRITERS)
