"""Git is asked and nothing else: what it is run with, where, and what comes back."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from citecheck.read import git
from citecheck.read.git import Git, GitError, find_git, work_tree

PROGRAM = find_git()
needs_git = pytest.mark.skipif(PROGRAM is None, reason="no git")


def test_a_git_in_the_working_directory_is_not_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "")))
    assert find_git() is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_git() == str(program)


def test_the_work_tree_is_the_next_one_above_and_no_bare_repository(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / ".git").write_text("gitdir: elsewhere\n")
    assert work_tree(below) == tmp_path.resolve()
    for name in ("HEAD", "objects", "refs"):
        (tmp_path / name).mkdir()
    assert work_tree(below) is None


def test_what_could_act_is_kept_away_from_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: dict[str, object] = {}

    def run(line: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        ran.update(options, line=line)
        return subprocess.CompletedProcess(line, 1, b"out", b" said \n")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setenv("GIT_DIR", "/elsewhere")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/own")
    answer = Git("git", tmp_path).ask("rev-parse", "HEAD")
    assert (answer.ok, answer.out, answer.err) == (False, b"out", "said")
    environment, line = ran["env"], ran["line"]
    assert isinstance(environment, dict)
    assert isinstance(line, list)
    assert "GIT_DIR" not in environment
    assert environment["GIT_CONFIG_GLOBAL"] == "/own"
    assert environment["GIT_CEILING_DIRECTORIES"] == str(tmp_path.parent)
    assert line[-2:] == ["rev-parse", "HEAD"]
    assert "core.fsmonitor=" in line
    assert ran["cwd"] == tmp_path


def test_a_git_that_cannot_be_run_or_does_not_end_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GitError, match="git cannot be run"):
        Git(str(tmp_path / "none"), tmp_path).ask("rev-parse")
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 20\n")
    slow.chmod(0o755)
    monkeypatch.setattr(git, "PATIENCE", 0.05)
    with pytest.raises(GitError, match=r"did not answer within"):
        Git(str(slow), tmp_path).ask("rev-parse")


@needs_git
def test_git_answers(tmp_path: Path) -> None:
    subprocess.run([PROGRAM or "git", "init", "-q", str(tmp_path)], check=True)
    answer = Git(PROGRAM or "git", tmp_path).ask("rev-parse", "--show-toplevel")
    assert answer.ok
    assert Path(answer.out.decode().strip()).resolve() == tmp_path.resolve()
