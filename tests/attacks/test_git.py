"""A repository can run a program: what it configures is neither run nor fetched, whichever command asks Git."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from citecheck.errors import UsageError
from citecheck.read import git as guarded
from citecheck.read.git import Git, GitError, find_git, work_tree
from citecheck.read.history import read_past
from tests.cli.conftest import Run
from tests.cli.reports import REPORT
from tests.reconcile.samples import TEXT
from tests.sourcefiles import nodes

GIT = shutil.which("git")
SOURCE = Path(__file__).parents[2] / "src" / "citecheck"
needs_git = pytest.mark.skipif(GIT is None or os.name == "nt", reason="no git")


@pytest.fixture(autouse=True)
def plain_git(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Git without the settings of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text("[user]\n\tname = A\n\temail = a@example.org\n[init]\n\tdefaultBranch = main\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def traces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which whatever is run leaves a file."""
    return tmp_path_factory.mktemp("traces")


def git(*words: str, at: str = ".") -> str:
    return subprocess.run(["git", *words], cwd=at, check=True, capture_output=True, text=True).stdout.strip()


def trap(traces: Path, name: str) -> str:
    """A program that leaves a file of that name."""
    program = traces / f"{name}.sh"
    program.write_text(f"#!/bin/sh\ntouch '{traces}/{name}.ran'\nexit 1\n")
    program.chmod(0o755)
    return str(program)


def ran(traces: Path) -> list[str]:
    return sorted(file.name for file in traces.glob("*.ran"))


def hostile(traces: Path, at: str = ".") -> None:
    """Configures every program that a repository can name."""
    hooks = traces / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc", "post-checkout"):
        (hooks / hook).write_text(f"#!/bin/sh\ntouch '{traces}/{hook}.ran'\n")
        (hooks / hook).chmod(0o755)
    settings = {
        "core.fsmonitor": trap(traces, "fsmonitor"),
        "core.hooksPath": str(hooks),
        "core.attributesFile": str(traces / "attributes"),
        "core.pager": trap(traces, "pager"),
        "core.editor": trap(traces, "editor"),
        "core.askPass": trap(traces, "askpass"),
        "core.sshCommand": trap(traces, "ssh"),
        "core.gitProxy": trap(traces, "proxy"),
        "core.alternateRefsCommand": trap(traces, "alternates"),
        "credential.helper": f"!{trap(traces, 'credential')}",
        "uploadpack.packObjectsHook": trap(traces, "pack"),
        "diff.external": trap(traces, "external"),
        "diff.any.textconv": trap(traces, "textconv"),
        "filter.any.smudge": trap(traces, "smudge"),
        "filter.any.clean": trap(traces, "clean"),
        "filter.any.process": trap(traces, "process"),
        "gpg.program": trap(traces, "gpg"),
        "log.showSignature": "true",
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
    }
    for command in ("rev-parse", "ls-tree", "cat-file", "check-attr", "config"):
        settings[f"alias.{command}"] = f"!{trap(traces, f'alias-{command}')}"
        settings[f"pager.{command}"] = trap(traces, f"pager-{command}")
    for name, value in settings.items():
        git("config", name, value, at=at)


def commit(at: str = ".") -> None:
    git("add", "-A", at=at)
    git("commit", "-q", "--allow-empty", "-m", "state", at=at)


def promised(traces: Path, address: str) -> None:
    """Makes the repository a partial clone whose report is only elsewhere."""
    name = git("rev-parse", "HEAD:a.md")
    Path(".git/objects", name[:2], name[2:]).unlink()
    git("config", "core.repositoryFormatVersion", "1")
    git("config", "extensions.partialClone", "origin")
    git("config", "remote.origin.url", address.format(program=trap(traces, "remote")))
    git("config", "remote.origin.promisor", "true")
    git("config", "remote.origin.uploadpack", trap(traces, "uploadpack"))
    git("config", "remote.other.url", f"ext::{trap(traces, 'other')}")
    git("config", "remote.other.promisor", "true")


ADDRESSES = (
    "ext::{program}",
    "ssh://host.invalid/x",
    "git://host.invalid/x",
    "https://127.0.0.1:1/x",
    "/nowhere/x.git",
)


@needs_git
class TestAHostileRepository:
    """What a repository configures, against every command that asks Git."""

    def test_an_earlier_state_runs_nothing(self, cli: Run, traces: Path) -> None:
        git("init", "-q")
        Path("a.md").write_text(REPORT, encoding="utf-8")
        Path(".gitattributes").write_text("* filter=any diff=any\n")
        commit()
        hostile(traces)
        ran_ = cli("audit", "a.md", "--since", "HEAD", "--format", "json", "--fail-on", "warning")
        assert (ran_.status, ran_.err, ran(traces)) == (0, "", [])

    @pytest.mark.parametrize("decision", [("--pair", "fr:1=en:1"), ("--accept", "fr:3")], ids=lambda one: one[0])
    def test_a_decision_runs_nothing(self, cli: Run, traces: Path, decision: tuple[str, str]) -> None:
        git("init", "-q")
        Path("r.md").write_text(TEXT, encoding="utf-8")
        commit()
        hostile(traces)
        ran_ = cli("reconcile", "r.md", *decision, "--reason", "x")
        assert (ran_.status, ran(traces)) == (0, [])
        assert "merge=union" in ran_.err

    def test_nor_does_a_bare_repository_in_a_plain_clone(
        self, cli: Run, traces: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        git("init", "-q")
        git("init", "-q", "--bare", "sub")
        Path("sub/r.md").write_text(TEXT, encoding="utf-8")
        hostile(traces, at="sub")
        git("config", "core.bare", "false", at="sub")
        git("config", "core.worktree", "..", at="sub")
        git("config", "user.name", "somebody else", at="sub")
        monkeypatch.chdir("sub")
        ran_ = cli("reconcile", "r.md", "--pair", "fr:1=en:1", "--reason", "x")
        assert (ran_.status, ran(traces)) == (0, [])
        assert 'author = "A"' in Path("citecheck.decisions.toml").read_text(encoding="utf-8")

    def test_a_bare_repository_with_a_folder_that_looks_like_one_is_not_asked(self) -> None:
        git("init", "-q", "--bare", "x")
        Path("x/.git").mkdir()
        assert work_tree(Path("x")) is None

    def test_the_trap_is_one(self, traces: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        git("init", "-q")
        hostile(traces)
        monkeypatch.setattr(guarded, "SETTINGS", {})
        monkeypatch.setattr(guarded, "ENVIRONMENT", {})
        Git(str(GIT), Path.cwd()).ask("check-attr", "merge", "--", "a.md")
        assert ran(traces) == ["fsmonitor.ran"]


@pytest.fixture
def partial_clone(traces: Path) -> Callable[[str], None]:
    def made(address: str) -> None:
        git("init", "-q")
        Path("a.md").write_text(REPORT, encoding="utf-8")
        commit()
        hostile(traces)
        promised(traces, address)

    return made


@pytest.fixture
def forgetful_git(traces: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Git that does not know the variable against fetching, as those before 2.39.4."""
    folder = traces / "bin"
    folder.mkdir()
    (folder / "git").write_text(f'#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec {GIT} "$@"\n')
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@needs_git
class TestAPartialClone:
    """What a clone lacks stays away: fetching it would run what the address names."""

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_nothing_is_fetched(
        self, cli: Run, traces: Path, partial_clone: Callable[[str], None], address: str
    ) -> None:
        partial_clone(address)
        ran_ = cli("audit", "a.md", "--since", "HEAD")
        assert ran(traces) == []
        assert "the clone does not hold a.md as it was then; fetch it with Git first" in ran_.err

    @pytest.mark.parametrize("address", ADDRESSES)
    @pytest.mark.usefixtures("forgetful_git")
    def test_nor_by_an_older_git(
        self, cli: Run, traces: Path, partial_clone: Callable[[str], None], address: str
    ) -> None:
        partial_clone(address)
        ran_ = cli("audit", "a.md", "--since", "HEAD")
        assert ran(traces) == []
        assert "the clone does not hold a.md as it was then; fetch it with Git first" in ran_.err

    @pytest.mark.usefixtures("forgetful_git")
    def test_a_commit_is_not_fetched_either(self, traces: Path, partial_clone: Callable[[str], None]) -> None:
        partial_clone("ext::{program}")
        with pytest.raises(UsageError, match="no such commit"):
            read_past("1" * 40, ["a.md"])
        assert ran(traces) == []

    @pytest.mark.usefixtures("forgetful_git")
    @pytest.mark.parametrize(
        ("settings", "environment", "runs"),
        [
            ({}, {"GIT_NO_LAZY_FETCH": "1"}, True),
            ({"protocol.allow": "never"}, {}, True),
            ({"protocol.ext.allow": "never"}, {}, False),
            ({}, {"GIT_ALLOW_PROTOCOL": "none"}, False),
        ],
    )
    def test_two_of_the_guards_hold_alone(
        self,
        cli: Run,
        traces: Path,
        partial_clone: Callable[[str], None],
        monkeypatch: pytest.MonkeyPatch,
        settings: dict[str, str],
        environment: dict[str, str],
        runs: bool,
    ) -> None:
        partial_clone("ext::{program}")
        monkeypatch.setattr(guarded, "SETTINGS", settings)
        monkeypatch.setattr(guarded, "ENVIRONMENT", environment)
        cli("audit", "a.md", "--since", "HEAD")
        assert ("remote.ran" in ran(traces)) is runs


# What is asked for, and by which program.


@needs_git
@pytest.mark.parametrize(
    "ref",
    [
        "^HEAD",
        "HEAD..HEAD",
        "HEAD...HEAD",
        "main..",
        "..main",
        "--all",
        "--branches",
        "-1",
        ":a.md",
        ":0:a.md",
        "",
        " ",
        "HEAD^@",
        "HEAD^!",
        "HEAD^-",
        "HEAD:a.md",
        "HEAD^{tree}",
        "a b",
        "HEAD\nHEAD",
    ],
)
@pytest.mark.parametrize("shallow", [False, True])
def test_only_a_single_commit_is_an_earlier_state(cli: Run, ref: str, shallow: bool, folder: Path) -> None:
    git("init", "-q")
    Path("a.md").write_text(REPORT, encoding="utf-8")
    commit()
    if shallow and ref not in ("HEAD:a.md", "HEAD^{tree}", "a b"):
        commit()
        git("clone", "-q", "--depth", "1", f"file://{folder}", "clone")
        os.chdir("clone")
    ran_ = cli("audit", "a.md", f"--since={ref}")
    assert (ran_.status, ran_.out, ran_.err.count("\n")) == (2, "", 1)


@needs_git
def test_git_that_does_not_end_is_an_obstacle(monkeypatch: pytest.MonkeyPatch, cli: Run) -> None:
    git("init", "-q")
    Path("a.md").write_text(REPORT, encoding="utf-8")
    commit()
    Path(".git/config").unlink()
    os.mkfifo(".git/config")
    monkeypatch.setattr(guarded, "PATIENCE", 1)
    ran_ = cli("audit", "a.md", "--since", "HEAD")
    assert ran_.err.endswith("git did not answer within 1 seconds; all findings count as new\n")


def test_a_program_in_the_working_directory_is_not_git(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    for name in ("git", "git.exe", "bin/git"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("#!/bin/sh\n")
        Path(name).chmod(0o755)
    for path in (".", "", f".{os.pathsep}bin{os.pathsep}"):
        monkeypatch.setenv("PATH", path)
        assert find_git() is None


def test_git_that_cannot_be_run_is_an_obstacle(folder: Path) -> None:
    with pytest.raises(GitError, match="git cannot be run"):
        Git(str(folder / "none"), folder).ask("config", "user.name")
    with pytest.raises(GitError, match="git cannot be run"):
        Git("git", folder).ask("config", "a\0b")


# There is no other way to run a program.

RUNNERS = ("subprocess", "pty", "multiprocessing")
CALLS = re.compile(r"system|popen|startfile|posix_spawnp?|fork|(?:exec|spawn)[lv]p?e?|create_subprocess_\w+")


def test_git_is_run_in_one_place() -> None:
    """The pager, which the user names, and pandoc are the only other programs that are ever started."""
    importers, callers, namers = set(), set(), set()
    for file in SOURCE.rglob("*.py"):
        name = file.relative_to(SOURCE).as_posix()
        for node in nodes(file, rf"\b(?:{'|'.join(RUNNERS)}|{CALLS.pattern})\b|[\"']git"):
            if isinstance(node, ast.Import) and any(one.name.partition(".")[0] in RUNNERS for one in node.names):
                importers.add(name)
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in RUNNERS:
                importers.add(name)
            if isinstance(node, ast.Attribute) and CALLS.fullmatch(node.attr):
                callers.add(f"{name}: {node.attr}")
            if isinstance(node, ast.Constant) and node.value in ("git", "git.exe"):
                namers.add(name)
    assert importers == {"read/git.py", "cli/terminal.py", "read/pandoc/program.py"}
    assert callers == set()
    assert namers == {"read/git.py"}
