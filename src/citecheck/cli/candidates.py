"""What a shell offers where a rule, a note, a section or a language is expected.

Whatever goes wrong, the one who typed is not told: that is for the command itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from msgspec.structs import replace

if TYPE_CHECKING:
    from citecheck.checks import RuleModule
    from citecheck.cli.common import Inputs
    from citecheck.model.document import Document, Note

__all__ = [
    "Candidates",
    "formats",
    "known_languages",
    "note_languages",
    "notes",
    "outputs",
    "pairs",
    "rule",
    "rule_list",
    "sections",
]

Candidates = list[tuple[str, str]]
"""What can stand in the place of the word that was begun, each with a few words about it."""

LONGEST = 4_000_000
"""So many bytes are read while somebody waits; the notes of a longer report are not offered."""
WIDTH = 60
"""So much of a note or a heading is shown."""
PLAIN = re.compile(r"[\w.:+/-]+")
"""What every shell takes as it is. Anything else would have to be quoted, or would be run when the line is."""


def rule(incomplete: str) -> Candidates:
    """The codes of the rules; their names where a name was begun."""
    from citecheck.checks import load_rules

    return _rules(load_rules(), incomplete)


def rule_list(incomplete: str) -> Candidates:
    """The next item of a list with commas: a family of rules, a code or a name, none of them twice."""
    from citecheck.checks import load_rules

    modules = load_rules()
    before, comma, last = incomplete.rpartition(",")
    families = Counter(module.code[:3] for module in modules)
    found = [(family, f"all {number} of them") for family, number in families.items() if family.startswith(last)]
    found += _rules(modules, last)
    return [(f"{before}{comma}{one}", told) for one, told in found if one not in before.split(",")]


def _rules(modules: Iterable[RuleModule], begun: str) -> Candidates:
    from citecheck.report.rulepage import summary

    named = begun[:1].islower()
    found = ((module.rule.name if named else module.code, module) for module in modules)
    return [(one, summary(module) if named else module.rule.name) for one, module in found if one.startswith(begun)]


def formats(incomplete: str) -> Candidates:
    """The formats of an audit."""
    from citecheck.report import FORMATS

    return [(one, "") for one in FORMATS if one.startswith(incomplete)]


def outputs(incomplete: str) -> Candidates:
    """The formats that a file can be named for, as in ``sarif=FILE``; nothing once that is said, or a path begun."""
    return [(f"{one}=", told) for one, told in formats(incomplete)] if incomplete else []


def known_languages(incomplete: str) -> Candidates:
    """The languages that a file can be said to be in, as in ``fr=FILE``."""
    from citecheck.languages import all_languages

    return [(f"{one.code}=", "") for one in all_languages() if one.code.startswith(incomplete)]


def note_languages(ctx: typer.Context, incomplete: str) -> Candidates:
    """The languages of the report that the line names."""
    return [(document.lang, "") for document in _documents(ctx) if document.lang.startswith(incomplete)]


def notes(ctx: typer.Context, incomplete: str) -> Candidates:
    """The notes of the report that the line names, as in ``fr:39``; first only their languages."""
    return _notes(_documents(ctx), incomplete)


def pairs(ctx: typer.Context, incomplete: str) -> Candidates:
    """The notes of both versions, as in ``fr:61,62=en:49``."""
    documents = _documents(ctx)
    first, sign, second = incomplete.partition("=")
    if sign:
        others = [one for one in documents if one.lang != first.partition(":")[0]]
        none = [("none", "no counterpart")] if "none".startswith(second) else []
        return [(f"{first}={one}", told) for one, told in [*_notes(others, second, many=True), *none]]
    return _notes(documents, incomplete, many=True)


def sections(ctx: typer.Context, incomplete: str) -> Candidates:
    """The numbers of the headings of the report that the line names."""
    found: dict[str, str] = {}
    for document in _documents(ctx):
        for heading in document.headings:
            if heading.number and heading.number.startswith(incomplete) and PLAIN.fullmatch(heading.number):
                found.setdefault(heading.number, _shown(heading.title))
    return list(found.items())


def _notes(documents: Sequence[Document], begun: str, *, many: bool = False) -> Candidates:
    """The notes of the version that is named; the versions where none is yet. With ``many``, notes can be a list."""
    lang, sign, numbers = begun.partition(":")
    if not sign:
        return [(f"{one.lang}:", f"{len(one.notes)} notes") for one in documents if one.lang.startswith(begun)]
    before, comma, name = numbers.rpartition(",") if many else ("", "", numbers)
    taken = set(before.split(","))
    return [
        (f"{lang}:{before}{comma}{called}", _shown(note.body.text))
        for document in documents
        if document.lang == lang
        for note in document.notes
        for called in _names(note, labels=bool(name))
        if called.startswith(name) and called not in taken and PLAIN.fullmatch(called)
    ]


def _names(note: Note, *, labels: bool) -> list[str]:
    """What a note can be called. A label that is a number could be another note's, and is left out; so are all labels
    where nothing is begun: each note is offered once."""
    return [note.note_id, note.label] if labels and not note.label.isdecimal() else [note.note_id]


def _shown(text: str) -> str:
    from citecheck.report.visible import visible

    line = visible(text[: 4 * WIDTH])
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1].rstrip()}…"


def _documents(ctx: typer.Context) -> tuple[Document, ...]:
    """What the line names, or what the command reads where the line names nothing."""
    from citecheck.cli.common import choose_inputs, load_documents
    from citecheck.config import load_config

    paths, langs = _named(ctx)
    config = load_config()
    if "-" in (*paths, *config.documents, *(path for _, path in config.langs)) or any(
        one.endswith("=-") for one in langs
    ):
        return ()  # Standard input is the terminal at which somebody is typing.
    inputs = choose_inputs(paths, langs, None, replace(config, bibliography=()))
    return load_documents(inputs) if _size(inputs) <= LONGEST else ()


def _named(ctx: typer.Context) -> tuple[list[str], list[str]]:
    """The PATHs and the values of ``--lang`` in the line; ``ctx.obj`` holds its words but the one that was begun."""
    words = list(ctx.obj or ())
    name = ctx.info_name or ""
    own = words[words.index(name) + 1 :] if name in words else []
    given = ctx.command.make_context(name, own, resilient_parsing=True).params
    return [str(Path(one).expanduser()) for one in given.get("paths") or ()], list(given.get("lang") or ())


def _size(inputs: Inputs) -> int:
    return sum(Path(path).stat().st_size for path in inputs.files if Path(path).is_file())
