"""Completion in bash, zsh and fish: the scripts that ask citecheck, where they are put, and the answers.

A script hands over the line in ``COMP_LINE`` and what of it stands before the cursor in ``COMP_WORDS``. An answer is a
line for each candidate with its sort, the word and what is told about it, with tabs between them. The sort is ``open``
where the word goes on, ``file`` where the shell is to offer files, else ``plain``. The scripts never run what they get.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

from citecheck.errors import InputError, UsageError

__all__ = ["VARIABLE", "Shell", "answer", "install", "script", "shell_of_login"]

VARIABLE = "_CITECHECK_COMPLETE"
"""The variable by which a script asks: ``complete_bash`` and so on."""
OPEN = (":", "=")
"""What a word ends in that goes on."""
END = "\ue000"
"""Stands at the cursor while the line is split, so that one knows which word it is in."""

BASH = """# Completion of citecheck in bash.
_citecheck_completion() {
    local kind word told
    COMPREPLY=()
    while IFS=$'\\t' read -r kind word told; do
        [[ $kind == file ]] && continue
        [[ $kind == open ]] && compopt -o nospace 2>/dev/null
        COMPREPLY+=("$word")
    done < <(
        _CITECHECK_COMPLETE=complete_bash COMP_LINE="$COMP_LINE" COMP_WORDS="${COMP_LINE:0:COMP_POINT}" \\
            COMP_WORDBREAKS="$COMP_WORDBREAKS" "$1" 2>/dev/null
    )
}
complete -o bashdefault -o default -o nosort -F _citecheck_completion citecheck 2>/dev/null ||
    complete -o bashdefault -o default -F _citecheck_completion citecheck
"""

ZSH = """#compdef citecheck
# Completion of citecheck in zsh.
_citecheck_completion() {
    local line files
    local -a answer parts open described
    answer=("${(@f)$(_CITECHECK_COMPLETE=complete_zsh COMP_LINE="${words[*]}" COMP_WORDS="${words[1,CURRENT]}" \\
        ${words[1]} 2>/dev/null)}")
    for line in $answer; do
        parts=("${(@ps:\\t:)line}")
        case $parts[1] in
            file) files=1 ;;
            open) open+=("$parts[2]") ;;
            plain) described+=("${parts[2]//:/\\\\:}${parts[3]:+:$parts[3]}") ;;
        esac
    done
    (( $#described )) && _describe -V citecheck described
    (( $#open )) && compadd -S '' -- $open
    if [[ -n $files ]]; then
        compset -P '*='
        _files
    fi
}
if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _citecheck_completion "$@"
else
    compdef _citecheck_completion citecheck
fi
"""

FISH = """# Completion of citecheck in fish.
function _citecheck_completion
    set -l command (commandline -po)[1]
    set -l answer (env _CITECHECK_COMPLETE=complete_fish COMP_LINE=(commandline -p | string collect) \\
        COMP_WORDS=(commandline -cp | string collect) $command 2>/dev/null)
    for line in $answer
        set -l parts (string split \\t -- $line)
        if test "$parts[1]" = file
            __fish_complete_path $parts[2]
        else
            printf '%s\\t%s\\n' $parts[2] "$parts[3]"
        end
    end
end
complete --command citecheck --no-files --keep-order --arguments '(_citecheck_completion)'
"""


class Shell(StrEnum):
    """The shells that complete."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


SCRIPTS = {Shell.BASH: BASH, Shell.ZSH: ZSH, Shell.FISH: FISH}


def script(shell: Shell) -> str:
    """What a shell runs to complete citecheck's command line."""
    return SCRIPTS[shell]


def shell_of_login(environment: Mapping[str, str]) -> str:
    """The shell that the user logs in with. Raises UsageError where that is none that completes."""
    name = Path(environment.get("SHELL") or "").name
    if name not in SCRIPTS:
        said = f"your shell is {name}" if name else "it is not known which shell is yours"
        raise UsageError(f"{said}: name one of {', '.join(SCRIPTS)}, as in --install-completion bash")
    return name


def install(shell: Shell, environment: Mapping[str, str]) -> list[Path]:
    """Puts the script where the shell finds it, and returns the files that were changed.

    Raises InputError where one cannot be written.
    """
    place, start, line = _places(shell, environment)
    changed = [place]
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(script(shell), encoding="utf-8")
        if start is not None and _added(start, line):
            changed.append(start)
    except OSError as error:
        raise InputError(f"{error.filename or place}: cannot be written ({error.strerror or error})") from error
    return changed


def _places(shell: Shell, environment: Mapping[str, str]) -> tuple[Path, Path | None, str]:
    """The file that a shell looks for, and what it needs beside: the file that it runs when it starts, and a line
    there."""
    home = Path(environment.get("HOME") or Path.home())
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "citecheck" / "completion"
    match shell:
        case Shell.FISH:
            config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
            return config / "fish" / "completions" / "citecheck.fish", None, ""
        case Shell.ZSH:
            start = Path(environment.get("ZDOTDIR") or home) / ".zshrc"
            return data / "_citecheck", start, f"fpath+=({shlex.quote(str(data))}); autoload -Uz compinit; compinit"
        case Shell.BASH:
            place = data / "citecheck.bash"
            return place, home / ".bashrc", f"source {shlex.quote(str(place))}"


def _added(start: Path, line: str) -> bool:
    """Whether a line had to be added to the file that a shell runs when it starts. All else in it stays as it is."""
    from citecheck.read.files import read_bytes

    there = read_bytes(str(start)) if start.exists() else b""
    wanted = os.fsencode(line)
    if wanted in there.splitlines():
        return False
    with start.open("ab") as file:
        file.write((b"" if not there or there.endswith(b"\n") else b"\n") + wanted + b"\n")
    return True


def answer(app: typer.Typer, environment: Mapping[str, str]) -> str:
    """The candidates for the word at the cursor."""
    line = environment.get("COMP_WORDS") or ""
    before, begun = _split(line)
    rest = _rest(line, environment.get("COMP_LINE") or "")
    option, words, value = "", before, begun
    if begun.startswith("--") and "=" in begun:
        name, _, value = begun.partition("=")
        option, words = f"{name}=", [*before, name]
    found = _candidates(app, words, value, rest)
    breaks = environment.get("COMP_WORDBREAKS") or ""
    # bash begins a word anew behind such a sign, and puts what it gets there.
    cut = max((begun.rfind(sign) + 1 for sign in OPEN if sign in breaks), default=0)
    lines = []
    for kind, word, told in found:
        kind = "open" if kind == "plain" and word.endswith(OPEN) else kind
        lines.append("\t".join((kind, (option + word)[cut:], " ".join(told.split()))))
    return "".join(f"{line}\n" for line in lines)


def _candidates(app: typer.Typer, words: list[str], begun: str, rest: list[str]) -> list[tuple[str, str, str]]:
    """The sort, the word and what is told about it, of each candidate for the word that was ``begun``."""
    # Typer carries its own copy of click from some version on.
    package = typer.Context.__mro__[1].__module__.rpartition(".")[0]
    click: Any = import_module(f"{package}.shell_completion")
    # The option that waits for a value would stop the parser before it reaches the names of files.
    named = [*(words[:-1] if words and words[-1].startswith("-") else words), *rest]
    command = typer.main.get_command(app)
    # Only its way through the commands and options is used: what it reads and writes is citecheck's own.
    missing = getattr(click.ShellComplete, "__abstractmethods__", ())
    asked: Any = type("Asked", (click.ShellComplete,), dict.fromkeys(missing))
    items = asked(command, {"obj": named}, "citecheck", VARIABLE).get_completions(words, begun)
    if not items and not begun.startswith("-"):
        return [("file", begun, "")]
    return [("plain", str(item.value), item.help or "") for item in items]


def _split(line: str) -> tuple[list[str], str]:
    """The words before the cursor, without the program's name, and the one that the cursor is in or behind."""
    words = _words(line + END)
    return words[1:-1], (words[-1] if len(words) > 1 else "").replace(END, "")


def _rest(before: str, line: str) -> list[str]:
    """The words behind the one that the cursor is in: the files may be named there."""
    if not line.startswith(before):
        return []
    return _words(line[len(before) :].partition(" ")[2])


def _words(line: str) -> list[str]:
    """The words of a line as a shell has them. A quotation that is still open ends with the line."""
    split = shlex.shlex(line, posix=True)
    split.whitespace_split = True
    split.commenters = ""
    words: list[str] = []
    try:
        for word in split:
            words.append(word)
    except ValueError:
        words.append(split.token)
    return words
