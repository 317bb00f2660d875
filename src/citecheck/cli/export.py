"""``citecheck export``: the bibliography for other tools."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from citecheck.cli.common import choose_inputs, configuration, load_documents, say, tell_inputs
from citecheck.cli.options import Bibliography, Lang, Output, Paths, Quiet, Verbose
from citecheck.cli.writing import choose_destination


class To(StrEnum):
    """The formats of a bibliography."""

    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


def export(
    to: Annotated[To, typer.Option("--to", help="The format.", show_default=False)],
    paths: Paths = None,
    lang: Lang = None,
    bibliography: Bibliography = None,
    output: Output = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write the bibliography as BibTeX or CSL-JSON, for Zotero, pandoc and their like."""

    inputs = choose_inputs(paths, lang, bibliography, configuration())
    tell_inputs(inputs, quiet=quiet)
    destination = choose_destination(output, inputs.files)
    documents = load_documents(inputs)
    match to:
        case To.BIBTEX:
            from citecheck.extract.bibtex import bibtex

            text = bibtex(documents)
        case To.CSL_JSON:
            from citecheck.extract.csl import csl_export
            from citecheck.report.visible import inert_json

            text = inert_json(csl_export(documents))
    destination.write(text, quiet=quiet)
    if verbose:
        say(f"{sum(len(document.entries) for document in documents)} entries")
