"""How decisions about notes are written down, so that Git merges what two people decide."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from citecheck.model.alignment import Alignment, Group
from citecheck.model.decision import Decision
from citecheck.read.toml import lines_of

__all__ = ["HEADER", "about", "comment", "comments", "line_of", "lines_taken", "removed", "with_decision"]

HEADER = (
    "# What was decided about notes that differ between the language versions, each decision on one line.",
    "# citecheck reconcile --accept and --pair write here; delete a line to take its decision back.",
    "# The comments name the sections and the first note of each group, as they were numbered when this file was made. "
    "They",
    "# keep apart what two people write, so that Git can merge it.",
)


def about(group: Group, langs: tuple[str, str]) -> str:
    """``fr 31, 32, 33 = en 27``: which notes are meant, for a person."""
    sides = zip(langs, (group.left, group.right), strict=True)
    return " = ".join(f"{lang} {', '.join(note.note_id for note in side) or '–'}" for lang, side in sides)


def line_of(decision: Decision) -> str:
    """The line of a decision in the file.

    Its key is made from all that the line says: a merge that keeps the lines of both sides leaves no key twice.
    """
    notes = ", ".join(f"{_bare(lang)} = [{', '.join(map(_quoted, keys))}]" for lang, keys in decision.notes)
    said = [f"about = {_quoted(decision.about)}"]
    if decision.codes:
        said.append(f"codes = [{', '.join(map(_quoted, decision.codes))}]")
    if decision.reason:
        said.append(f"reason = {_quoted(decision.reason)}")
    said += [f"author = {_quoted(decision.author)}"]
    if decision.day:
        said.append(f"date = {decision.day}")
    said.append(f"notes = {{ {notes} }}")
    value = f"{{ {', '.join(said)} }}"
    key = hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{decision.kind.value}.{key} = {value}"


def _bare(key: str) -> str:
    """A key of TOML, in quotation marks where it needs them."""
    return key if key.isascii() and key.replace("-", "").isalnum() else _quoted(key)


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    return '"' + "".join(_ESCAPES.get(char) or (char if char.isprintable() else _escaped(char)) for char in text) + '"'


def _escaped(char: str) -> str:
    code = ord(char)
    # TOML has no way to write half of a surrogate pair.
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def comments(alignment: Alignment) -> tuple[str, ...]:
    """The comments of a new file: each section, and under it the groups of its notes, in order."""
    made: dict[str, None] = {}
    for group in alignment.groups:
        if group.section:
            made[f"# § {' '.join(group.section.split())}"] = None
        made[comment(group, (alignment.left.lang, alignment.right.lang))] = None
    return tuple(made)


def comment(group: Group, langs: tuple[str, str]) -> str:
    """The comment under which the decisions about a group stand: the first of its notes."""
    lang, first = (langs[0], group.left[0]) if group.left else (langs[1], group.right[0])
    return f"# {lang} {' '.join(first.note_id.split())}"


def with_decision(text: str, decision: Decision, above: str, order: Sequence[str]) -> str:
    """The text of the file with one more decision, under the comment ``above``; ``order`` are all `comments`.

    Two people who decide about different groups change different places of the file, with an unchanged comment between
    them, which is what Git merges by itself.
    """
    lines = lines_of(text)
    # In an older file, blocks stand below: what follows them would belong to the last.
    end = next((at for at, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    known = _known(lines[:end])
    groups = [one for one in order if not one.startswith("# §")]
    if not any(one in known for one in groups):
        lines = [*HEADER, "", *order, *(["", *lines] if text.strip() else [])]
        end = len(HEADER) + 1 + len(order)
        known = _known(lines[:end])
    if above not in known:
        at = _place_of(above, lines, known, order, end)
        lines.insert(at, above)
        known[above], end = at, end + 1
    lines.insert(_under(lines, known[above], end), line_of(decision))
    return "\n".join(lines) + "\n"


def _place_of(above: str, lines: Sequence[str], known: Mapping[str, int], order: Sequence[str], end: int) -> int:
    """The line at which a comment comes in that the file does not have yet: behind what stands before it in the
    order."""
    own = order.index(above) if above in order else len(order)
    before = next((one for one in reversed(order[:own]) if one in known), None)
    return min(known.values()) if before is None else _under(lines, known[before], end)


def _known(lines: Sequence[str]) -> dict[str, int]:
    """Where each comment stands, the first time."""
    found: dict[str, int] = {}
    for at, line in enumerate(lines):
        if line.startswith("# "):
            found.setdefault(line, at)
    return {line: at for line, at in found.items() if line not in HEADER}


def _under(lines: Sequence[str], at: int, end: int) -> int:
    """Behind a comment and the decisions that stand under it."""
    at += 1
    while at < end and lines[at].strip() and not lines[at].lstrip().startswith("#"):
        at += 1
    return at


def removed(text: str, decision: Decision) -> str:
    """The text of the file without the line, or in an older file the block, that ``decision`` was read from."""
    lines = lines_of(text)
    gone = lines_taken(lines, decision)
    return "\n".join([*lines[: gone.start], *lines[gone.stop :]]) + "\n" if gone else text


def lines_taken(lines: Sequence[str], decision: Decision) -> range:
    """The ordinals of the lines that a decision was read from; none where it does not say where it stands."""
    number = decision.place.rpartition(":")[2]
    if not number.isdigit():
        return range(0)
    start = int(number) - 1
    end = start + 1
    if lines[start].lstrip().startswith("["):
        while end < len(lines) and lines[end].strip() and not lines[end].lstrip().startswith(("#", "[[")):
            end += 1
        while end < len(lines) and not lines[end].strip():
            end += 1
    return range(start, end)
