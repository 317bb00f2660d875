"""What the commands share: the choice of what to read, and writing."""

from __future__ import annotations

import locale
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct
from msgspec.structs import replace

from citecheck.cli.speech import spoken
from citecheck.errors import CitecheckError, InputError, UsageError
from citecheck.read.books import is_book, with_chapters
from citecheck.read.databases import is_bibliography

if TYPE_CHECKING:
    from citecheck.config import Config
    from citecheck.model.document import Document
    from citecheck.model.gate import Gate
    from citecheck.model.job import Job

DATA = Path("data")
"""The folder of the data files that are audited where nothing else is named."""
DATA_FILES = (DATA / "footnotes.json", DATA / "bibliography.json")

NO_WRAP = 10_000
"""A width that no line reaches: what is not a terminal gets whole lines, which can be searched and compared."""


class Exit(IntEnum):
    """The exit statuses; scripts build on them."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    FAILED = 3
    INTERRUPTED = 130
    TERMINATED = 143


class Ui(StrEnum):
    """The languages of the interface."""

    EN = "en"
    FR = "fr"


class Color(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Level(StrEnum):
    """From which severity on findings make the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class TextOrJson(StrEnum):
    """The formats of what is shown."""

    TEXT = "text"
    JSON = "json"


class Inputs(Struct, frozen=True):
    """What a command reads: files, or the folder ``data`` with the data files; ``databases`` is what the bibliography is compared
    with.

    ``chosen`` says for a person what is read where the command line names nothing; ``contents`` are files that are not
    read from the disk, by path; ``settings`` are the files with the configuration and the decisions. ``rejected`` takes the tracked
    changes of documents as rejected.
    """

    paths: tuple[str, ...] = ()
    langs: tuple[tuple[str, str], ...] = ()
    bibliography: tuple[str, ...] = ()
    databases: tuple[str, ...] = ()
    data: Path | None = None
    stdin: bytes | None = None
    chosen: str = ""
    contents: Mapping[str, bytes] | None = None
    settings: tuple[str, ...] = ()
    rejected: bool = False

    @property
    def job(self) -> Job:
        """The job that reads all this, and judges it as nobody has said."""
        from citecheck.model.job import Job

        return Job(
            paths=self.paths,
            langs=self.langs,
            bibliography=self.bibliography,
            databases=self.databases,
            data=self.data,
            stdin=self.stdin,
            contents=self.contents,
            rejected=self.rejected,
        )

    @property
    def texts(self) -> tuple[str, ...]:
        """The paths of the report's texts, those whose language is said behind the others."""
        return (*self.paths, *(path for _, path in self.langs))

    @property
    def reports(self) -> tuple[str, ...]:
        """The files of the report: its texts, its bibliography, or the data files."""
        data = () if self.data is None else (str(self.data / "footnotes.json"), str(self.data / "bibliography.json"))
        return (*self.texts, *self.bibliography, *self.databases, *data)

    @property
    def files(self) -> tuple[str, ...]:
        """All that a command reads, and that nothing may be written over."""
        return (*self.reports, *self.settings)


def configuration() -> Config:
    """The configuration in force. What would count and is not used is said on standard error, also to the quiet."""
    from citecheck.config import load_config

    config = load_config()
    for refused in config.refused:
        complain(refused)
    return config


def choose_inputs(
    paths: Sequence[str] | None,
    langs: Sequence[str] | None,
    bibliography: Sequence[str] | None,
    config: Config,
    *,
    data: bool = True,
) -> Inputs:
    """What to read: what the command line names, else the configuration's documents, else the data files. A bibliography file
    among the texts is one, and a folder that holds a book stands for its chapters.

    ``data`` tells whether the command can read those. Raises UsageError where there is nothing.
    """
    filed = tuple(path for path in paths or () if is_bibliography(path) and not is_book(path))
    named = Inputs(tuple(path for path in paths or () if path not in filed), parse_langs(langs))
    listed = Inputs(config.documents, config.langs)
    sources = (*(bibliography or ()), *filed) or config.bibliography
    settings = (*([str(config.file)] if config.file is not None else []), str(decisions_file(config)))
    _check_names([*named.texts, *sources, *listed.texts])
    for said in (named, listed):
        if said.texts:
            opened = with_chapters(said.texts)
            texts = replace(said, paths=opened.all_of(said.paths), langs=opened.pairs_of(said.langs))
            sources = sources or opened.bibliographies
            read = [*texts.texts, *sources]
            words = "reading {files} (named in {config})"
            chosen = spoken(words, ui_of_run(), files=", ".join(read), config=config.file) if said is listed else ""
            stdin = _standard_input(read)
            return replace(texts, bibliography=sources, stdin=stdin, chosen=chosen, settings=settings)
    if data and data_files_there():
        first, second = (file.as_posix() for file in DATA_FILES)
        chosen = spoken("reading {first} and {second}", ui_of_run(), first=first, second=second)
        return Inputs(data=DATA, chosen=chosen, settings=settings)
    otherwise = ", or run it in a folder with data/footnotes.json and data/bibliography.json" if data else ""
    raise UsageError(f"nothing to read: name a file, list 'documents' in citecheck.toml{otherwise}")


def data_files_there() -> bool:
    """Whether the working directory has the data files. Raises UsageError where one lies there without the other."""
    missing = [file for file in DATA_FILES if not file.is_file()]
    if len(missing) == 1:
        there = next(file for file in DATA_FILES if file not in missing)
        raise UsageError(
            f"{missing[0].as_posix()} is missing beside {there.as_posix()}: make both anew with "
            "'citecheck extract PATH…', or name the files to read"
        )
    return not missing


def tell_inputs(inputs: Inputs, *, quiet: bool) -> None:
    """Says what is read where the command line names nothing."""
    if inputs.chosen and not quiet:
        say(inputs.chosen)


def _check_names(paths: Sequence[str]) -> None:
    """Raises UsageError for what no file system takes for a name, before anything else meets it."""
    for path in paths:
        try:
            possible = b"\0" not in os.fsencode(path)
        except UnicodeEncodeError:
            possible = False
        if not possible:
            raise UsageError(f"{path}: no file can have such a name: check the path")


def parse_langs(items: Sequence[str] | None) -> tuple[tuple[str, str], ...]:
    """The languages and files of ``--lang``."""
    return tuple(_pair(item) for item in items or ())


def _pair(item: str) -> tuple[str, str]:
    """The language and the file of ``fr=a.md``."""
    from citecheck.languages import all_languages, is_language

    lang, sign, path = item.partition("=")
    known = [one.code for one in all_languages()]
    if not sign or not path:
        raise UsageError(f"--lang {item}: write a language and a file, as in --lang {known[0]}={lang or 'report.md'}")
    if not is_language(lang):
        raise UsageError(f"--lang {item}: unknown language {lang!r}: use one of {', '.join(known)}")
    return lang, path


def _standard_input(paths: Sequence[str]) -> bytes | None:
    """The bytes of standard input, where a path asks for them."""
    wanted = paths.count("-")
    if not wanted:
        return None
    if wanted > 1:
        raise UsageError("standard input (-) can be read only once: name files for the others")
    if sys.stdin is None:
        raise InputError("standard input is closed: name a file instead of -")
    from citecheck.read.files import within_bounds

    try:
        return within_bounds(sys.stdin.buffer, "standard input")
    except OSError as error:
        raise InputError(f"standard input cannot be read ({error.strerror or error}): name a file") from None


def job_of(inputs: Inputs, config: Config, gate: Gate) -> Job:
    """The job that reads the inputs, and judges them as the configuration and the decisions beside it say."""
    from citecheck.read.decisions import read_decisions

    return replace(
        inputs.job,
        select=config.select,
        ignore=config.ignore,
        own_rates=config.rates,
        official_rates=config.official_rates,
        decisions=read_decisions(decisions_file(config)),
        gate=gate,
    )


def load_documents(inputs: Inputs) -> tuple[Document, ...]:
    """The documents that ``inputs`` name. Raises InputError where there is none."""
    from citecheck import pipeline

    found = pipeline.load(inputs.job)
    if not found:
        raise InputError("there is no text in what was read: name a file with a report")
    return found


def split_list(items: Sequence[str] | None) -> tuple[str, ...]:
    """The items of a repeatable option, each of which may itself be a list with commas."""
    return tuple(part for item in items or () for part in (piece.strip() for piece in item.split(",")) if part)


def ui_of_locale(environment: Mapping[str, str] | None = None) -> str:
    """French where the user's locale is French, else English."""
    variables = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if variables.get(name):
            return "fr" if variables[name].lower().startswith("fr") else "en"
    if environment is None and sys.platform == "win32":
        return "fr" if (locale.getlocale()[0] or "").lower().startswith("fr") else "en"
    return "en"


def ui_in_force(said: Ui | None, config: Config, *, for_people: bool) -> str:
    """The language of messages: as the command line or the configuration says, else the locale's where people read."""
    return (said and said.value) or config.ui or (ui_of_locale() if for_people else "en")


def ui_spoken(said: Ui | None) -> str:
    """The language of what needs no report: as said, else the configuration, where it can be read; else the locale's."""
    from citecheck.config import load_config

    try:
        return ui_in_force(said, load_config(), for_people=True)
    except CitecheckError as error:
        return (said and said.value) or getattr(error, "ui", None) or ui_of_locale()


def use_color(wanted: Color, output: str | None) -> bool:
    """Whether to write colours: on a terminal, unless NO_COLOR or the command line says otherwise."""
    if wanted is not Color.AUTO:
        return wanted is Color.ALWAYS
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return output is None and not plain and on_terminal()


def line_width(output: str | None) -> int:
    """Where to wrap lines."""
    return shutil.get_terminal_size().columns if output is None and on_terminal() else NO_WRAP


def on_terminal() -> bool:
    """Whether a person watches standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def say(message: str) -> None:
    """One line for a person on standard error. Nobody may be listening."""
    from citecheck.report.visible import inert

    line = "".join(char if char.isprintable() or char == "\u00a0" else "\N{REPLACEMENT CHARACTER}" for char in message)
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"citecheck: {inert(line)}\n")
            sys.stderr.flush()
    except OSError:
        drop(sys.stderr)


SAID: ContextVar[Ui | None] = ContextVar("SAID", default=None)
"""The language of the interface that the command line of this run names, for what is said while it runs."""


def ui_of_run() -> str:
    """The language of help and talk: as the command line says, else the configuration, else the locale's."""
    return ui_spoken(SAID.get())


def tell(text: str, /, **values: object) -> None:
    """Says a text of `citecheck.cli.speech` in the language of the interface, on one line on standard error."""
    say(spoken(text, ui_of_run(), **values))


def complain(text: str) -> None:
    """Says the text of an error in the language of the interface, on one line on standard error."""
    from citecheck.report.errors import error_text

    say(error_text(text, ui_of_run()))


def decisions_file(config: Config) -> Path:
    """The file of decisions, beside the configuration or in the working directory, as one would write its path here."""
    from citecheck.read.decisions import FILE

    return Path(FILE if config.file is None else path_from_here(str(config.file.parent / FILE)))


def path_from_here(path: str) -> str:
    """A path as one would write it in the working directory; as it is where that is on another drive."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return path


def emit_lines(text: str) -> None:
    """Writes lines for a person to standard output, of which a service that runs citecheck takes none for a command."""
    from citecheck.report.visible import inert

    emit(inert(text))


def emit(text: str) -> None:
    """Writes a result to standard output."""
    if sys.stdout is None:
        return
    with writing_output():
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def writing_output() -> Iterator[None]:
    """Writing to standard output. Raises InputError where that is not possible; a reader may have seen enough.

    What Python still holds is dropped, since it would raise the same error again when it exits.
    """
    try:
        yield
    except OSError as error:
        drop(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            raise InputError(f"standard output: cannot be written ({error.strerror or error})") from error


def drop(stream: TextIO) -> None:
    """Lets a stream that cannot be written lead to nowhere."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
