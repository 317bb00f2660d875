"""How well each version was read, in words and as JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from citecheck.languages import is_unknown
from citecheck.model.citations import Citations
from citecheck.model.finding import Abstention
from citecheck.model.reading import PartOf, Tally
from citecheck.report.voice import language_name, say

__all__ = ["HELD_BACK", "reading_data", "reading_lines"]

HELD_BACK = frozenset({"unknown-language", "part-of-longer-work", "poorly-resolved", "poorly-read-entries"})
"""The reasons for which a rule does not judge that lie in how the version was read."""


def reading_lines(versions: Sequence[Citations], ui: str) -> Iterator[str]:
    """A line for each version."""
    for version in versions:
        found = version.reading
        line = say(
            "read",
            ui,
            lang=language_name(version.lang, ui),
            notes=found.called.all,
            called=found.called.good,
            citing=found.citing,
            unread=found.unread,
            citations=found.resolved.all,
            resolved=found.resolved.good,
            entries=found.complete.all,
            complete=found.complete.good,
        )
        if is_unknown(version.lang):
            line = say("read-unknown", ui, line=line)
        if found.part_of is not None:
            line = say("read-part-of", ui, line=line, why=say(f"part-of.{found.part_of.value}", ui))
        yield line


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
