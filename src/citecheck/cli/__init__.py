"""The command line: the only place that prints, and the only one that knows exit statuses."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from itertools import zip_longest
from types import FrameType, TracebackType
from typing import Annotated, Any

import typer

from citecheck import __version__
from citecheck.cli import (
    annotate,
    audit,
    compare,
    config,
    explain,
    export,
    extract,
    fix,
    init,
    links,
    reconcile,
    rules,
    show,
    sources,
)
from citecheck.cli.common import SAID, Exit, Ui, complain, drop, emit, say, tell, ui_of_run
from citecheck.cli.shells import VARIABLE, Shell, answer, install, script, shell_of_login
from citecheck.cli.speech import spoken, translated
from citecheck.errors import CitecheckError

__all__ = ["app", "run"]

# Typer carries its own copy of click from some version on, so the class of its errors has no name that always holds.
_ClickError: Any = next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException")

NO_COMMAND = "{file} is a file, and no command: write 'citecheck audit {file}' (see '{help}')"
DEFECT = "internal error: {what} ({where}). This is a defect of citecheck"
AGAIN = "; run it again with --verbose for the details"

app = typer.Typer(
    name="citecheck",
    help="Checks a report's citations: footnotes, bibliography, and the versions in two languages.",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        emit(f"citecheck {__version__}\n")
        raise typer.Exit


def _show_completion(shell: Shell | None) -> None:
    if shell is not None:
        emit(script(shell))
        raise typer.Exit


def _install_completion(shell: Shell | None) -> None:
    if shell is not None:
        for file in install(shell, os.environ):
            tell("wrote {files}", files=file)
        tell("every {shell} that is started from now on completes citecheck's commands", shell=shell.value)
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    install_completion: Annotated[
        Shell | None,
        typer.Option(
            callback=_install_completion,
            is_eager=True,
            help="Have this shell complete citecheck's commands; without a name, the one you log in with.",
            show_default=False,
        ),
    ] = None,
    show_completion: Annotated[
        Shell | None,
        typer.Option(
            callback=_show_completion,
            is_eager=True,
            help="Show what this shell needs to complete citecheck's commands.",
            show_default=False,
        ),
    ] = None,
) -> None:
    # Its options are answered by their callbacks; without this function typer would offer none beside the commands.
    del version, install_completion, show_completion


app.command("audit")(audit.audit)
app.command("annotate")(annotate.annotate)
app.command("fix")(fix.fix)
app.command("extract")(extract.extract)
app.command("reconcile")(reconcile.reconcile)
app.command("compare")(compare.compare)
app.command("links")(links.links)
app.command("sources")(sources.sources)
app.command("export")(export.export)
app.command("show")(show.show)
app.command("rules")(rules.rules)
app.command("explain")(explain.explain)
app.command("config")(config.config)
app.command("init")(init.init)


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit status. Never lets an exception out."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if os.environ.get(VARIABLE):
        return _complete()
    verbose = any(word in ("--verbose", "-v") for word in given)
    SAID.set(_said(given))
    _prepare_streams()
    # Elsewhere than in the main thread this is a ValueError, and whoever started the thread deals with signals.
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGTERM, _terminated)
    try:
        return _ran(given)
    except CitecheckError as error:
        for line in error.lines:
            complain(line)
        return Exit.USAGE
    except _ClickError as error:
        say(_usage(error, given))
        return Exit.USAGE
    except (KeyboardInterrupt, typer.Abort):
        tell("interrupted")
        return Exit.INTERRUPTED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else Exit.CLEAN
    except Exception as error:
        return _defect(error, verbose)


def _ran(given: Sequence[str]) -> int:
    """The exit status of the command that these words name; where there are none, how it is used is told."""
    command = typer.main.get_command(app)
    if not given or "--help" in given or "-h" in given:
        command = translated(command, ui_of_run())
    if not given:
        command(["--help"], prog_name="citecheck", standalone_mode=False)
        return Exit.USAGE
    login = [shell_of_login(os.environ)] if given in (["--install-completion"], ["--show-completion"]) else []
    status = command([*given, *login], prog_name="citecheck", standalone_mode=False)
    return status if isinstance(status, int) else Exit.CLEAN


def _said(given: Sequence[str]) -> Ui | None:
    """The language of the interface that the command line names."""
    for word, behind in zip_longest(given, given[1:], fillvalue=""):
        said = behind if word == "--ui" else word.removeprefix("--ui=")
        if word.startswith("--ui") and said in list(Ui):
            return Ui(said)
    return None


def _defect(error: Exception, verbose: bool) -> int:
    """Tells of what no command expected, and returns the exit status: a defect, unless only the help could not be
    written."""
    if isinstance(error, OSError) and _is_echoing(error):
        drop(sys.stdout)
        complain(f"standard output: cannot be written ({error.strerror or error})")
        return Exit.USAGE
    if verbose:
        traceback.print_exception(error)
    what = " ".join(f"{type(error).__name__}: {error}".split())
    told = DEFECT if verbose else f"{DEFECT}{AGAIN}"
    tell(told, what=what, where=_where(error.__traceback__))
    return Exit.FAILED


def _complete() -> int:
    """Answers a shell that asks what could stand at the cursor. Whatever goes wrong, the line stays as it was typed."""
    _prepare_streams()
    # Anything that is not the answer would land in the midst of the line.
    with contextlib.suppress(BaseException), open(os.devnull, "w", encoding="utf-8") as nothing:  # noqa: PTH123
        with contextlib.redirect_stdout(nothing), contextlib.redirect_stderr(nothing):
            found = answer(app, os.environ)
        emit(found)
    return Exit.CLEAN


def _terminated(number: int, frame: FrameType | None) -> None:
    """Leaves as after an exception, so that no half-written temporary file stays behind."""
    sys.exit(Exit.TERMINATED)


def _is_echoing(error: OSError) -> bool:
    """Whether what failed is the writing of the help, which is the library's."""
    *_, (frame, _) = traceback.walk_tb(error.__traceback__)
    return frame.f_code.co_name == "echo"


def _prepare_streams() -> None:
    """Makes both outputs UTF-8; a terminal that is not keeps its encoding and gets substitutes."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        encoding = (stream.encoding or "").lower().replace("-", "").replace("_", "")
        if stream.isatty() and encoding != "utf8":
            stream.reconfigure(errors="replace")
        else:
            # File names can hold what is no character at all; that is written as an escape.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _usage(error: Any, given: Sequence[str]) -> str:
    """What is wrong with the command line, on one line, and where to look."""
    from citecheck.report.errors import error_text

    ui = ui_of_run()
    message = " ".join(str(error.format_message()).split())
    first = given[0] if given else ""
    command = first if first in {one.name for one in app.registered_commands} else ""
    help = f"citecheck {command} --help" if command else "citecheck --help"
    if not command and _is_path(first):
        return spoken(NO_COMMAND, ui, file=first, help=help)
    return spoken("{problem} (see '{help}')", ui, problem=error_text(message, ui), help=help)


def _is_path(word: str) -> bool:
    """Whether a word names a file rather than a command."""
    return not word.startswith("-") and ("." in word or "/" in word or os.path.isfile(word))  # noqa: PTH113


def _where(trace: TracebackType | None) -> str:
    """``module:line`` of the innermost line of citecheck."""
    place = "?"
    for frame, line in traceback.walk_tb(trace):
        module = str(frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] == "citecheck":
            place = f"{module}:{line}"
    return place
