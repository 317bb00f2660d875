"""``citecheck init``: a commented configuration to begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from citecheck.cli.common import configuration, tell, ui_spoken
from citecheck.cli.options import Quiet, Spoken
from citecheck.cli.speech import worded
from citecheck.cli.writing import encoded, write_new
from citecheck.errors import InputError
from citecheck.read.files import read_bytes

FILE = Path("citecheck.toml")
NOTES = re.compile(rb"<sup>\s?\d|\[\^[^\]\s]|\^\[|\[@")
"""What a report with notes or citation keys has; other Markdown files have not."""
OTHERS = frozenset(
    ("readme", "changelog", "changes", "contributing", "license", "licence", "code_of_conduct", "security")
)
FOLDERS = frozenset(("data", "node_modules", "site-packages", "venv", "dist", "build"))
MANY = 50
DATABASES = frozenset((".bib", ".bibtex", ".ris"))
"""Endings of bibliographies that nothing else has."""
LARGEST = 20_000_000

TEMPLATE = """\
#:schema https://citecheck.readthedocs.io/schema/citecheck.schema.json
# The configuration of citecheck. What the command line says goes before what stands here;
# 'citecheck config' shows what is in force. Rules are named by code (CIT002), beginning of codes (CIT) or name.

# The files of one report, in reading order; the language comes from the text.
{documents}
# Or a table, where the languages must be said:
# documents = {{ fr = "rapport.md", en = ["chapter-1.md", "chapter-2.md"] }}

# A file of BibTeX, RIS, CSL-JSON, CSL-YAML or Hayagriva in place of a printed bibliography.
{bibliography}
# Such a file, with which the printed bibliography is compared.
# compare_bibliography = "references.bib"

# Only these rules, or all but these.
# select = ["NUM", "CIT"]
# ignore = ["NUM009"]

# From which severity on an audit exits with status 1: error, warning, info, never.
# fail_on = "error"

# The language of messages: en, fr. Without this it follows the locale.
# ui = "fr"

# Findings that are known and do not fail the gate: citecheck audit --update-baseline writes this file.
# baseline = "citecheck.baseline"

# Whether declared exchange rates are compared with official ones, and rates of your own (what one euro is).
# official_rates = false
# rates.RUB = {{ "2023" = 92.3, "2023-02-24" = 80.1 }}

# How much the findings of a rule matter: error, warning, info.
# severity.CIT006 = "warning"

# How URLs are asked for by 'citecheck links' and 'citecheck audit --links'; hosts may have settings of their own.
# links.exclude = ["^https://intranet\\\\."]
# links.timeout = 10
# links.cache_ttl = "7d"
# links.hosts."jstor.org" = {{ interval = 2, treat_as = "unverifiable" }}
# Who asks the registries ('citecheck sources'), and a file of Retraction Watch in which works are looked up.
# sources.mailto = "you@example.org"
# sources.retractions = "retraction-watch.csv"

# What holds in some files only.
# [[files]]
# path = "annex/*.md"
# ignore = ["STY"]

# Findings that are accepted, with the reason; path, note, source and until may be left out. In the text the same is said
# by a comment before a note, entry or paragraph: <!-- citecheck: ignore CIT002 the reason -->
# [[waivers]]
# rule = "CIT002"
# path = "annex/*.md"
# note = "fr:39"
# source = "Doe, 2020"
# reason = "cited in the second volume"
# until = 2027-01-31
"""


def init(ui: Spoken = None, quiet: Quiet = False) -> None:
    """Write a commented citecheck.toml, with the documents that are found here. Nothing is ever overwritten."""

    if FILE.exists() or FILE.is_symlink():
        raise InputError(f"{FILE} is there already, and is not overwritten: edit it, or move it away first")
    above = configuration().file
    if above is not None and above.parent == Path.cwd():
        raise InputError(f"{above.name} has a table [tool.citecheck] already: edit that, or delete it first")
    documents = list(_documents())
    databases = sorted(path.name for path in Path().glob("*") if path.suffix.casefold() in DATABASES)
    write_new(FILE, encoded(_filled(template(ui_spoken(ui)), documents, databases)))
    if quiet:
        return
    if documents:
        tell("wrote {file}: it names {documents}", file=FILE, documents=", ".join(documents))
    else:
        tell("wrote {file}: name your documents in it", file=FILE)
    if above is not None:
        tell("{file} does not count here any more: the nearest configuration does", file=above)


def _documents() -> Iterator[str]:
    """Markdown files with notes in this folder, or, where it has none, in those below it."""
    found = [str(path) for path in sorted(Path().glob("*.md")) if _is_report(path)]
    if not found:
        below = (path for path in sorted(Path().glob("*/*.md")) if path.parent.name not in FOLDERS)
        found = [path.as_posix() for path in below if not path.parent.name.startswith(".") and _is_report(path)]
    yield from found[:MANY]


def _is_report(path: Path) -> bool:
    try:
        if path.stem.casefold() in OTHERS or not path.is_file() or path.stat().st_size > LARGEST:
            return False
        return NOTES.search(read_bytes(str(path))) is not None
    except (OSError, InputError):
        return False


def template(ui: str) -> str:
    """The configuration to begin with, its comments in the language of the interface."""
    return "\n\n".join(worded(paragraph, ui) for paragraph in TEMPLATE.split("\n\n"))


def _filled(template: str, documents: list[str], bibliographies: list[str]) -> str:
    named = "\n".join(f"    {toml_string(path)}," for path in documents)
    return template.format(
        documents=f"documents = [\n{named}\n]" if documents else '# documents = ["report.md"]',
        bibliography=f"# bibliography = {toml_string(bibliographies[0] if bibliographies else 'references.bib')}",
    )


def toml_string(text: str) -> str:
    """A text in quotation marks, as TOML has it; nothing of it can steer a terminal."""
    bare = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else _escaped(char) for char in bare) + '"'


def _escaped(char: str) -> str:
    code = ord(char)
    # TOML has no way to write half of a surrogate pair.
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
