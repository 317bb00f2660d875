"""Completion: what citecheck answers to a shell, and what the shells make of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from citecheck.cli.shells import BASH, FISH, ZSH
from tests.cli.completing import CODES, REPORT, Completing, asked
from tests.cli.conftest import Run
from tests.cli.terminals import Terminal, command, needs_terminal


@pytest.fixture
def at(cli: Run, monkeypatch: pytest.MonkeyPatch) -> Completing:
    return Completing(cli, monkeypatch)


@pytest.fixture
def report(folder: Path) -> Path:
    file = folder / "a.md"
    file.write_text(REPORT, encoding="utf-8")
    return file


# Commands and options.


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_process_answers_each_shell(shell: str) -> None:
    ran = asked("citecheck explain NUM00", shell=shell)
    assert (ran.returncode, ran.stderr) == (0, b"")
    lines = ran.stdout.decode().splitlines()
    assert lines[0] == "plain\tNUM001\tnote-without-marker"
    assert [line.split("\t")[1] for line in lines] == [code for code in CODES if code.startswith("NUM00")]


def test_commands_options_and_choices(at: Completing) -> None:
    assert {"audit", "reconcile", "explain"} <= set(at.words("citecheck "))
    assert at.words("citecheck reco") == ["reconcile"]
    assert at.words("citecheck audit --sel") == ["--select"]
    assert at.words("citecheck audit --fail-on ") == ["error", "warning", "info", "never"]
    assert at.words("citecheck audit --fail-on=w") == ["--fail-on=warning"]
    assert at.words("citecheck show ") == ["document", "citations", "numbering", "reading", "forms", "layout"]
    assert at.words("citecheck audit --format s") == ["sarif"]
    assert at.words("citecheck --show-completion ") == ["bash", "zsh", "fish"]
    assert ("open", "sarif=", "") in at.all("citecheck audit --output s")


def test_where_a_file_is_expected_the_shell_offers_files(at: Completing) -> None:
    assert at.all("citecheck audit ") == [("file", "", "")]
    assert at.all("citecheck audit 'my rep") == [("file", "my rep", "")]
    assert at.all("citecheck audit --baseline b") == [("file", "b", "")]
    assert at.all("citecheck audit --nonsense") == []


@pytest.mark.parametrize("line", ["citecheck ", "citecheck audit --", "citecheck audit --select NUM"])
def test_completing_imports_little(line: str) -> None:
    code = (
        "import sys\nfrom citecheck.__main__ import main\n"
        "sys.argv = ['citecheck']\ntry:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} | set(sys.modules)), file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env={**os.environ, "_CITECHECK_COMPLETE": "complete_zsh", "COMP_WORDS": line},
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    assert ran.stdout
    assert not {"httpx", "rich", "rapidfuzz", "bibtexparser", "citecheck.pipeline"} & set(ran.stderr.split())


# bash begins words anew at signs.


def test_bash_gets_what_stands_behind_the_last_sign(at: Completing, report: Path) -> None:
    begun = "citecheck reconcile a.md --note"
    assert at.words(f"{begun} en:1", COMP_WORDBREAKS=" \t\n:=") == ["1", "12"]
    assert at.words(f"{begun}=en:1", COMP_WORDBREAKS=" \t\n:=") == ["1", "12"]
    assert at.words(f"{begun}=e", COMP_WORDBREAKS=" \t\n:=") == ["en:"]
    assert at.words(f"{begun}=en:1", COMP_WORDBREAKS=" \t\n=") == ["en:1", "en:12"]
    assert at.words(f"{begun}=en:1", COMP_WORDBREAKS=" \t\n") == ["--note=en:1", "--note=en:12"]


# What must not happen.


def test_mistakes_are_silent(at: Completing, folder: Path) -> None:
    (folder / "citecheck.toml").write_text("nonsense", encoding="utf-8")
    for line in (
        "citecheck reconcile no.md --note fr:",
        "citecheck reconcile . --note fr:",
        "citecheck reconcile --lang x --note fr:",
        "citecheck reconcile 'a --note fr:",
        "citecheck nonsense --note ",
        "citecheck",
        "",
        "\udcff",
    ):
        assert {one[0] for one in at.all(line)} <= {"file", "plain"}


# The shells themselves.


def shell(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"no {name}")
    return found


def ran(words: Sequence[str], folder: Path) -> list[str]:
    """What a shell prints, with the citecheck that is tested on PATH."""
    path = f"{command(folder)}{os.pathsep}{os.environ['PATH']}"
    made = subprocess.run(
        list(words),
        capture_output=True,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    assert (made.returncode, made.stderr) == (0, b""), made.stderr
    return made.stdout.decode().splitlines()


TRY_BASH = """
source /dev/stdin <<<"$(citecheck --show-completion bash)"
declared=$(complete -p citecheck)
[[ $declared == *'-F _citecheck_completion citecheck' ]] || exit 9
COMP_LINE=$1 COMP_POINT=${2:-${#1}}
_citecheck_completion citecheck
printf '%s\\n' "${COMPREPLY[@]}"
"""


def test_bash_makes_candidates_of_it(folder: Path, report: Path) -> None:
    bash = shell("bash")

    def completed(line: str, *point: str) -> list[str]:
        return ran([bash, "--norc", "--noprofile", "-c", TRY_BASH, "bash", line, *point], folder)

    assert completed("citecheck explain NUM00")[:2] == ["NUM001", "NUM002"]
    assert completed("citecheck reconcile a.md --note en:1") == ["1", "12"]
    assert completed("citecheck reconcile --note en:1 a.md", str(len("citecheck reconcile --note en:1"))) == ["1", "12"]
    assert completed("citecheck audit a") == [""]


@needs_terminal
def test_tab_in_bash(folder: Path, report: Path) -> None:
    bash = shell("bash")
    path = f"{command(folder)}{os.pathsep}{os.environ['PATH']}"
    # It is read after what the system sets.
    (folder / ".bashrc").write_text("PS1='ready> '\n", encoding="utf-8")
    assert ran([bash, "-c", f"HOME='{folder}' citecheck --install-completion bash 2>/dev/null"], folder) == []
    home = {"HOME": str(folder), "PATH": path, "TERM": "dumb", "INPUTRC": "/dev/null"}
    with Terminal([bash, "-i"], home, columns=200) as terminal:
        assert "ready> " in terminal.until(lambda seen: "ready> " in seen)
        terminal.type("citecheck explain note-without-m\t")
        assert "note-without-marker " in terminal.until(lambda seen: "note-without-marker " in seen)
        terminal.type("\x15citecheck reconcile a.md --note e\t")  # Control-U takes away what was typed.
        assert "--note en:" in terminal.until(lambda seen: "--note en:" in seen)
        terminal.type("12\t")
        assert "--note en:12 " in terminal.until(lambda seen: "--note en:12 " in seen)
        terminal.type("\x15exit\n")
        assert terminal.ended() == 0


TRY_ZSH = """
compdef() { bound=$* }
_describe() { for one in ${(P)3}; do print -r -- "described $one"; done }
compadd() { shift 3; for one in $@; do print -r -- "open $one"; done }
_files() { print files }
compset() { }
source <(citecheck --show-completion zsh)
[[ $bound == '_citecheck_completion citecheck' ]] || exit 9
words=("$@")
CURRENT=$#
_citecheck_completion
"""


def test_zsh_makes_candidates_of_it(folder: Path, report: Path) -> None:
    zsh = shell("zsh")

    def completed(*words: str) -> list[str]:
        return ran([zsh, "-f", "-c", TRY_ZSH, "zsh", *words], folder)

    assert completed("citecheck", "explain", "NUM00")[0] == "described NUM001:note-without-marker"
    assert completed("citecheck", "reconcile", "a.md", "--note", "en:1")[1] == r"described en\:12:Moe, 2017, p. 8."
    assert completed("citecheck", "reconcile", "a.md", "--note", "") == ["open fr:", "open en:"]
    assert completed("citecheck", "audit", "") == ["files"]


def test_fish_makes_candidates_of_it(folder: Path, report: Path) -> None:
    fish = shell("fish")

    def completed(line: str) -> list[str]:
        code = "citecheck --show-completion fish | source; complete --do-complete $argv[1]"
        return ran([fish, "--no-config", "-c", code, line], folder)

    assert completed("citecheck explain NUM00")[0] == "NUM001\tnote-without-marker"
    assert completed("citecheck reconcile a.md --note en:1")[1] == "en:12\tMoe, 2017, p. 8."
    assert "a.md" in completed("citecheck audit a")[0]


@pytest.mark.parametrize("script", [BASH, ZSH, FISH])
def test_scripts_run_nothing_of_what_they_get(script: str) -> None:
    assert not re.search(r"\beval\b", script)


# Putting the scripts in place.


@pytest.fixture
def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.mark.parametrize(
    ("name", "place", "start", "line"),
    [
        ("bash", ".local/share/citecheck/completion/citecheck.bash", ".bashrc", "source {place}"),
        (
            "zsh",
            ".local/share/citecheck/completion/_citecheck",
            ".zshrc",
            "fpath+=({folder}); autoload -Uz compinit; compinit",
        ),
        ("fish", ".config/fish/completions/citecheck.fish", None, ""),
    ],
)
def test_installing(cli: Run, home: Path, name: str, place: str, start: str | None, line: str) -> None:
    if start:
        (home / start).write_bytes(b"# caf\xe9\r\nalias x=y")
    first = cli("--install-completion", name)
    assert (first.status, first.out) == (0, "")
    assert f"citecheck: wrote {home / place}\n" in first.err
    assert (home / place).read_text(encoding="utf-8") == cli("--show-completion", name).out
    said = line.format(place=home / place, folder=(home / place).parent)
    if start:
        assert (home / start).read_bytes() == b"# caf\xe9\r\nalias x=y\n" + said.encode() + b"\n"
    again = cli("--install-completion", name)
    assert again.status == 0
    assert f"{start}\n" not in again.err
    if start:
        assert (home / start).read_bytes().count(said.encode()) == 1


def test_where_the_user_keeps_such_files_counts(cli: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "conf"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "my data"))
    monkeypatch.setenv("ZDOTDIR", str(home))
    assert cli("--install-completion", "fish").status == cli("--install-completion", "zsh").status == 0
    assert (home / "conf/fish/completions/citecheck.fish").is_file()
    assert f"fpath+=('{home}/my data/citecheck/completion')" in (home / ".zshrc").read_text(encoding="utf-8")


def test_the_shell_of_the_login_is_meant_where_none_is_named(
    cli: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert cli("--show-completion").out == FISH
    assert cli("--install-completion").status == 0
    assert (home / ".config/fish/completions/citecheck.fish").is_file()
    monkeypatch.setenv("SHELL", "/usr/bin/csh")
    ran = cli("--install-completion")
    assert (ran.status, ran.out) == (2, "")
    assert "your shell is csh: name one of bash, zsh, fish" in ran.err


def test_a_place_that_cannot_be_written_is_said(cli: Run, home: Path) -> None:
    (home / ".config").write_text("", encoding="utf-8")
    ran = cli("--install-completion", "fish")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "cannot be written" in ran.err
