"""Where a configuration may lie, and whose it may be."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from citecheck.config import load_config
from citecheck.config.search import folders_above, why_refused

SOMEBODY = 4_000_000


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home beside the folders of the test, with settings of Git that name nothing."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("SUDO_UID", raising=False)
    return folder


def folder(*parts: Path | str) -> Path:
    made = Path(*parts)
    made.mkdir(parents=True, exist_ok=True)
    return made


def test_in_a_repository_it_is_looked_for_up_to_its_top(tmp_path: Path) -> None:
    below = folder(tmp_path, "x", "repository", "a", "b")
    folder(tmp_path, "x", "repository", ".git")
    assert folders_above(below) == (below, below.parent, below.parents[1])


def test_a_work_tree_has_a_file_there(tmp_path: Path) -> None:
    below = folder(tmp_path, "x", "repository", "a")
    (below.parent / ".git").write_text("gitdir: elsewhere\n")
    assert folders_above(below) == (below, below.parent)


def test_in_the_home_it_is_looked_for_up_to_that(home: Path) -> None:
    below = folder(home, "a", "b")
    assert folders_above(below) == (below, below.parent, home)
    assert folders_above(home) == (home,)


def test_a_repository_in_the_home_is_nearer(home: Path) -> None:
    below = folder(home, "repository", "a")
    folder(home, "repository", ".git")
    assert folders_above(below) == (below, below.parent)


def test_elsewhere_only_the_folder_itself_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = folder(tmp_path, "x", "a", "b")
    assert folders_above(below) == (below,)
    for name in ("/", "", "relative"):
        monkeypatch.setenv("HOME", name)
        monkeypatch.setenv("USERPROFILE", name)
        assert folders_above(below) == (below,)


def test_a_home_that_is_a_link_is_the_home(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "link").symlink_to(home)
    monkeypatch.setenv("HOME", str(tmp_path / "link"))
    below = folder(home, "a")
    assert folders_above(below) == (below, home)


@pytest.mark.skipif(sys.platform == "win32", reason="no owners")
class TestFilesOfOthers:
    """Files that belong to somebody else, as Git would see it."""

    @pytest.fixture(autouse=True)
    def somebody(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whoever runs the tests is somebody else now."""
        monkeypatch.setattr("os.geteuid", lambda: SOMEBODY)

    @pytest.mark.parametrize("name", ["citecheck.toml", "pyproject.toml"])
    def test_they_are_not_used_and_that_is_said(self, tmp_path: Path, name: str) -> None:
        table = "[tool.citecheck]\n" if name == "pyproject.toml" else ""
        (tmp_path / name).write_text(f"{table}ui = 'fr'\n")
        made = load_config(tmp_path)
        assert (made.file, made.ui) == (None, None)
        assert made.refused == (
            f"{name} belongs to another user (uid {os.getuid()}) and is not used: change its owner, or trust its folder "
            f"with 'git config --global --add safe.directory {os.path.realpath(tmp_path)}'",
        )

    @pytest.mark.parametrize("text", ["ui = 3\n", "x = [[[", "\xff"])
    def test_what_is_wrong_with_them_is_no_matter(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "citecheck.toml").write_text(text, encoding="latin-1")
        assert len(load_config(tmp_path).refused) == 1

    @pytest.mark.parametrize("text", ["[tool.other]\nx = 1\n", "[project]\nname = 'citecheck'\n", "[[[\n"])
    def test_what_says_nothing_about_citecheck_is_not_told(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "pyproject.toml").write_text(text)
        assert load_config(tmp_path).refused == ()

    def test_the_next_one_above_counts(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        below = folder(home, "a")
        for one in (home, below):
            (one / "citecheck.toml").write_text("ui = 'fr'\n")
        theirs = below / "citecheck.toml"
        monkeypatch.setattr("citecheck.config.why_refused", lambda file: "is not used" if file == theirs else None)
        made = load_config(below)
        assert (made.file, made.refused) == (home / "citecheck.toml", ("citecheck.toml is not used",))

    def test_a_link_of_somebody_else_to_a_file_of_ones_own_is_not_used(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "own.toml").write_text("")
        (tmp_path / "citecheck.toml").symlink_to("own.toml")
        monkeypatch.setattr("os.geteuid", os.getuid)
        lstat = os.lstat

        def of_somebody(path: str | Path) -> os.stat_result:
            return os.stat_result([*lstat(path)[:4], SOMEBODY, *lstat(path)[5:10]])

        monkeypatch.setattr("os.lstat", of_somebody)
        assert f"(uid {SOMEBODY})" in (why_refused(tmp_path / "citecheck.toml") or "")

    def test_what_git_holds_for_safe_is_used(self, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        below = folder(tmp_path, "repository", "a")
        folder(tmp_path, "repository", ".git")
        file = below / "citecheck.toml"
        file.write_text("")
        top = os.path.realpath(below.parent)
        for values, safe in {
            (top,): True,
            (f"{top}/a",): True,
            (f"{top}/",): True,
            ("*",): True,
            (f"{os.path.realpath(tmp_path)}/*",): True,
            (os.path.realpath(tmp_path),): False,
            ("/elsewhere", top): True,
            (top, ""): False,
            ("*", "", "/elsewhere"): False,
            (): False,
        }.items():
            lines = "".join(f'\tdirectory = "{value}"\n' for value in values)
            (home / ".gitconfig").write_text(f"[safe]\n{lines}")
            assert (why_refused(file) is None) is safe, values
        for name, value in {"COUNT": "1", "KEY_0": "safe.directory", "VALUE_0": top}.items():
            monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
        assert why_refused(file) is None

    def test_the_repository_itself_cannot_say_so(self, tmp_path: Path) -> None:
        folder(tmp_path, ".git", "objects")
        folder(tmp_path, ".git", "refs")
        (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
        (tmp_path / ".git" / "config").write_text("[safe]\n\tdirectory = *\n")
        (tmp_path / "citecheck.toml").write_text("")
        assert why_refused(tmp_path / "citecheck.toml") is not None

    def test_without_git_nothing_is_safe(self, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (home / ".gitconfig").write_text("[safe]\n\tdirectory = *\n")
        (tmp_path / "citecheck.toml").write_text("")
        monkeypatch.setenv("PATH", "")
        assert why_refused(tmp_path / "citecheck.toml") is not None

    def test_root_takes_those_of_whoever_called_sudo(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = tmp_path / "citecheck.toml"
        file.write_text("")
        uid = file.stat().st_uid
        lstat, stat = os.lstat, os.stat
        for name, real in (("lstat", lstat), ("stat", stat)):
            monkeypatch.setattr(
                f"os.{name}", lambda path, real=real: os.stat_result([*real(path)[:4], 1234, *real(path)[5:10]])
            )
        monkeypatch.setattr("os.geteuid", lambda: 0)
        monkeypatch.setattr("citecheck.config.search._is_safe", lambda folder: False)
        refused = []
        for said in ("1234", "99", "", "x", "²"):
            monkeypatch.setenv("SUDO_UID", said)
            refused.append(why_refused(file) is not None)
        monkeypatch.undo()
        assert (refused, uid) == ([False, True, True, True, True], os.getuid())
