"""Options that several commands have."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from citecheck.cli import candidates
from citecheck.cli.common import Color, Level, TextOrJson, Ui
from citecheck.cli.outputs import Order

__all__ = [
    "Bibliography",
    "Changes",
    "Coloring",
    "FailOn",
    "Ignore",
    "Interface",
    "Lang",
    "Output",
    "Paged",
    "Paths",
    "Quiet",
    "Select",
    "Shown",
    "Sort",
    "SourcePaths",
    "Spoken",
    "SpokenInText",
    "Tracked",
    "Verbose",
]


class Tracked(StrEnum):
    """What tracked changes count as."""

    ACCEPT = "accept"
    REJECT = "reject"


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="The files of one report, in reading order; - is standard input. Without any: the documents of the "
        "configuration, else data/footnotes.json and data/bibliography.json.",
        show_default=False,
    ),
]
SourcePaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="The files of one report, in reading order; - is standard input. Without any: the documents of the "
        "configuration.",
        show_default=False,
    ),
]
Lang = Annotated[
    list[str] | None,
    typer.Option(
        "--lang",
        metavar="LANG=PATH",
        help="A file whose language is said, as in fr=report.fr.md. May be repeated; tags tell two versions in one "
        "language apart: en-GB=…, en-x-draft=….",
        autocompletion=candidates.known_languages,
        show_default=False,
    ),
]
Bibliography = Annotated[
    list[str] | None,
    typer.Option(
        "--bibliography",
        metavar="PATH",
        help="The bibliography, where it is a file of its own; give it again for another.",
    ),
]
CompareBibliography = Annotated[
    list[str] | None,
    typer.Option(
        "--compare-bibliography",
        metavar="PATH",
        help="A reference manager's database, with which the printed bibliography is compared; give it again for another.",
    ),
]
Changes = Annotated[
    Tracked,
    typer.Option(
        "--changes",
        metavar="accept|reject",
        help="Take the tracked changes of Word documents as accepted or as rejected.",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="RULES",
        help="Only these rules: codes, the beginnings of codes, or names, with commas. May be repeated.",
        autocompletion=candidates.rule_list,
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="RULES",
        help="Leave these out, also of those selected. May be repeated.",
        autocompletion=candidates.rule_list,
        show_default=False,
    ),
]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of standard output.")
]
Shown = Annotated[
    TextOrJson | None,
    typer.Option(
        "--format",
        help="What to write.  [default: what the name of --output ends in, else text]",
        show_default=False,
    ),
]
Sort = Annotated[
    Order, typer.Option("--sort", help="In which order text tells problems: the worst first, or as in the document.")
]
Paged = Annotated[
    bool,
    typer.Option(
        "--pager/--no-pager",
        help="On a terminal, show text that is longer than the screen with PAGER (less, where that is not set).",
    ),
]
FailOn = Annotated[
    Level | None,
    typer.Option(
        "--fail-on",
        help="Exit with status 1 where a finding is at least this severe.  [default: error]",
        show_default=False,
    ),
]
Interface = Annotated[
    Ui | None,
    typer.Option(
        "--ui",
        help="The language of messages.  [default: the locale's for text and HTML, English for the others]",
        show_default=False,
    ),
]
SpokenInText = Annotated[
    Ui | None,
    typer.Option(
        "--ui",
        help="The language of messages.  [default: the locale's for text, English for JSON]",
        show_default=False,
    ),
]
Spoken = Annotated[
    Ui | None, typer.Option("--ui", help="The language of messages.  [default: the locale's]", show_default=False)
]
Coloring = Annotated[Color, typer.Option("--color", help="When to use colours.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more, also about a failure of citecheck itself.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.")]
