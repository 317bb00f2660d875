"""How well each version was read, in words and as JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from citecheck.languages import is_unknown
from citecheck.model.citations import Citations
from citecheck.model.finding import Abstention
from citecheck.model.reading import PartOf, Reading, Tally
from citecheck.report.voice import language_name, say

__all__ = ["HELD_BACK", "reading_data", "reading_lines"]

HELD_BACK = frozenset(
    {
        "unknown-language",
        "part-of-longer-work",
        "poorly-resolved",
        "poorly-read-entries",
        "mostly-uncited",
        "antecedent-unread",
        "other-bibliography",
        "notes-uncalled",
        "markers-unanswered",
        "figures-unanswered",
    }
)
"""The reasons for which a rule does not judge that lie in how the version was read."""


def reading_lines(versions: Sequence[Citations], ui: str) -> Iterator[str]:
    """A line for each version of which anything was read."""
    for version in versions:
        parts = list(_parts(version.reading, ui))
        if is_unknown(version.lang):
            parts.append(say("read-unknown", ui))
        if version.reading.part_of is not None:
            parts.append(say("read-part-of", ui, why=say(f"part-of.{version.reading.part_of.value}", ui)))
        if parts:
            yield say("read", ui, lang=language_name(version.lang, ui), parts=say("between", ui).join(parts))


def _parts(found: Reading, ui: str) -> Iterator[str]:
    """What was read of notes, citations and entries, as far as there are any."""
    if found.called.all:
        called = say("read-notes", ui, notes=found.called.all, called=found.called.good)
        yield say("read-sources", ui, notes=called, citing=found.citing, unread=found.unread)
    if found.resolved.all:
        yield say("read-citations", ui, all=found.resolved.all, resolved=found.resolved.good)
    if found.complete.all:
        yield say("read-entries", ui, all=found.complete.all, complete=found.complete.good)


def reading_data(version: Citations, abstained: Sequence[Abstention] = ()) -> dict[str, Any]:
    """How a version was read, and the rules that were held back for it, as JSON values."""
    found = version.reading
    part_of: PartOf | None = found.part_of
    return {
        "lang": version.lang,
        "notes": {
            "all": found.called.all,
            "called": found.called.good,
            "citing": found.citing,
            "commentary": found.commentary,
            "unread": found.unread,
        },
        "citations": {"all": found.resolved.all, "resolved": found.resolved.good}
        | {"kinds": {kind: _counts(tally, "resolved") for kind, tally in found.citations}},
        "entries": {
            "all": found.complete.all,
            "author": found.authored.good,
            "date": found.dated.good,
            "title": found.titled.good,
            "complete": found.complete.good,
        },
        "scheme": found.scheme.value,
        "part_of": part_of and part_of.value,
        "held_back": sorted(
            {one.code for one in abstained if one.lang in (version.lang, None) and one.reason in HELD_BACK}
        ),
    }


def _counts(tally: Tally, good: str) -> dict[str, int]:
    return {"all": tally.all, good: tally.good}
