"""Files as they were."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from citecheck.errors import UsageError
from citecheck.read import history
from citecheck.read.git import find_git
from citecheck.read.history import read_past

needs_git = pytest.mark.skipif(find_git() is None, reason="no git")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one commit, whose only file was changed afterwards."""
    folder = tmp_path_factory.mktemp("repository")

    def git(*words: str) -> None:
        own = ["-c", "user.name=a", "-c", "user.email=a@a.example", "-c", "core.autocrlf=false"]
        subprocess.run([find_git() or "git", *own, *words], cwd=folder, check=True, capture_output=True)

    git("init", "-q")
    (folder / "a.md").write_bytes(b"As it was.\r\n")
    git("add", "a.md")
    git("commit", "-q", "-m", "First")
    (folder / "a.md").write_bytes(b"As it is.\n")
    return folder


@needs_git
def test_the_bytes_are_those_of_then(repository: Path) -> None:
    file, later = str(repository / "a.md"), str(repository / "later.md")
    past = read_past("HEAD", [file, later])
    assert past.contents == {file: b"As it was.\r\n"}
    assert past.missing == (later,)
    assert past.obstacle == ""
    assert (repository / "a.md").read_bytes() == b"As it is.\n"


@needs_git
def test_a_commit_that_does_not_exist_is_a_mistake(repository: Path) -> None:
    with pytest.raises(UsageError, match="--since no-such-branch: the repository has no such commit"):
        read_past("no-such-branch", [str(repository / "a.md")])


@pytest.mark.parametrize("ref", ["", " ", "-x", "^HEAD", ":a.md", "a..b", "HEAD^@", "HEAD^-1", "a\nb"])
def test_what_names_no_single_commit_is_not_asked_for(ref: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "find_git", lambda: pytest.fail("git is asked"))
    with pytest.raises(UsageError, match="no such commit, branch or tag"):
        read_past(ref, ["a.md"])


def test_without_git_or_outside_a_repository_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "work_tree", lambda folder: None)
    if find_git() is not None:
        assert "is not in the working tree" in read_past("HEAD", [str(tmp_path / "a.md")]).obstacle
    monkeypatch.setattr(history, "find_git", lambda: None)
    assert read_past("HEAD", [str(tmp_path / "a.md")]).obstacle == "git is not installed"
