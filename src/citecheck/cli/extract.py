"""``citecheck extract``: writes the data files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from citecheck.cli.common import choose_inputs, configuration, load_documents, tell, tell_inputs
from citecheck.cli.options import Bibliography, Changes, Lang, Quiet, SourcePaths, Spoken, Tracked, Verbose
from citecheck.cli.writing import choose_destination, encoded, write_files


def extract(
    paths: SourcePaths = None,
    lang: Lang = None,
    bibliography: Bibliography = None,
    changes: Changes = Tracked.ACCEPT,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write the two files.")
    ] = "data",
    ui: Spoken = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write footnotes.json and bibliography.json: what a report's notes and bibliography say, without its prose."""
    from citecheck.errors import InputError
    from citecheck.extract.csl import bibliography_json
    from citecheck.extract.footnotes import footnotes_json

    inputs = replace(
        choose_inputs(paths, lang, bibliography, configuration(), data=False), rejected=changes is Tracked.REJECT
    )
    tell_inputs(inputs, quiet=quiet)
    documents = load_documents(inputs)
    # Both are made before either is written, so that the two files never come from different runs.
    made = {"footnotes.json": footnotes_json(documents), "bibliography.json": bibliography_json(documents)}
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{output}: is no folder and cannot be made one ({error.strerror or error})") from error
    files = [(folder / name, encoded(text)) for name, text in made.items()]
    for path, _ in files:
        choose_destination(str(path), inputs.files)
    write_files(files)
    if not quiet:
        tell("wrote {files}", files=", ".join((folder / name).as_posix() for name in made))
    if verbose:
        for document in documents:
            counts = {"notes": len(document.notes), "markers": len(document.markers), "entries": len(document.entries)}
            tell("{lang}: {notes} notes, {markers} markers, {entries} entries", lang=document.lang, **counts)
