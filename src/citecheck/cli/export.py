"""``citecheck export``: the bibliography for other tools."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import typer
from msgspec.structs import replace

from citecheck.cli import candidates
from citecheck.cli.common import choose_inputs, configuration, load_documents, say, tell_inputs, ui_spoken
from citecheck.cli.endings import ENDINGS, format_by_ending
from citecheck.cli.options import Bibliography, Changes, Output, Paths, Quiet, Spoken, Tracked, Verbose
from citecheck.cli.speech import counted
from citecheck.cli.writing import choose_destination
from citecheck.errors import UsageError

if TYPE_CHECKING:
    from citecheck.extract.exported import Exported
    from citecheck.model.document import Document


class To(StrEnum):
    """The formats of a bibliography."""

    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"
    CSL_JSON = "csl-json"
    CSL_YAML = "csl-yaml"
    RIS = "ris"
    HAYAGRIVA = "hayagriva"


def _writer(to: To) -> Callable[[Sequence[Exported]], str]:
    """What writes a format; only its own module is loaded."""
    from importlib import import_module

    module, name = {
        To.BIBTEX: ("bibtex", "bibtex"),
        To.BIBLATEX: ("bibtex", "biblatex"),
        To.CSL_JSON: ("csl", "csl_export"),
        To.CSL_YAML: ("csl_yaml", "csl_yaml"),
        To.RIS: ("ris", "ris"),
        To.HAYAGRIVA: ("hayagriva", "hayagriva"),
    }[to]
    return cast("Callable[[Sequence[Exported]], str]", getattr(import_module(f"citecheck.extract.{module}"), name))


def export(
    paths: Paths = None,
    to: Annotated[
        To | None,
        typer.Option("--to", help="The format.  [default: what the name of --output ends in]", show_default=False),
    ] = None,
    lang: Annotated[
        list[str] | None,
        typer.Option(
            "--lang",
            metavar="LANG[=PATH]",
            help="Only the bibliography of this version, as in fr; or a file whose language is said, as in "
            "fr=report.fr.md. May be repeated.",
            autocompletion=candidates.known_languages,
            show_default=False,
        ),
    ] = None,
    notes: Annotated[
        bool, typer.Option("--notes", help="Also the sources that only notes give in full, behind the others.")
    ] = False,
    bibliography: Bibliography = None,
    changes: Changes = Tracked.ACCEPT,
    output: Output = None,
    ui: Spoken = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write the bibliography for Zotero, LaTeX, pandoc, Typst and their like: as BibTeX, CSL-JSON, RIS and others.

    Each source has a key by its author and year, as doe2020; a second one of that year has doe2020a. Where several
    versions are written, the keys of all but the first end in the language, as in doe2020-en.
    """
    from citecheck.report.visible import inert_json

    only = [item for item in lang or () if "=" not in item]
    inputs = replace(
        choose_inputs(paths, [item for item in lang or () if "=" in item], bibliography, configuration()),
        rejected=changes is Tracked.REJECT,
    )
    tell_inputs(inputs, quiet=quiet)
    destination = choose_destination(output, inputs.files)
    wanted = to or _by_ending(output)
    sources = _sources(_only(load_documents(inputs), only), notes=notes)
    text = _writer(wanted)(sources)
    text = inert_json(text) if wanted is To.CSL_JSON else text
    destination.write(text, quiet=quiet)
    if verbose:
        say(counted(len(sources), "source", ui_spoken(ui)))


def _by_ending(output: str | None) -> To:
    """The format that the name of the file ends in. Raises UsageError where it says none."""
    if output in (None, "-"):
        ends = ", ".join(f"--output FILE{ENDINGS[one.value][0]}" for one in To if one.value in ENDINGS)
        raise UsageError(f"what to write is not said: use --to with one of {', '.join(To)}, or {ends}")
    return To(format_by_ending(output, [one.value for one in To], "--to"))


def _only(documents: Sequence[Document], langs: Sequence[str]) -> list[Document]:
    """The versions in these languages; all where none is named. Raises UsageError where there is none in one."""
    there = ", ".join(document.lang for document in documents)
    for lang in langs:
        if not any(_is_in(document, lang) for document in documents):
            raise UsageError(f"--lang {lang}: there is no version in {lang!r}: use one of {there}")
    return [one for one in documents if not langs or any(_is_in(one, lang) for lang in langs)]


def _is_in(document: Document, lang: str) -> bool:
    return lang in (document.lang, document.lang.partition("-")[0])


def _sources(documents: Sequence[Document], *, notes: bool) -> tuple[Exported, ...]:
    """The sources of the bibliographies; with ``notes`` those also that only notes give."""
    from citecheck.extract.exported import exported

    if not notes:
        return exported(documents)
    from citecheck import pipeline

    versions = pipeline.cite(documents)
    return exported(documents, [(version.lang, work) for version in versions for work in version.works])
