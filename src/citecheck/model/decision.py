"""Decision: what a person settled about notes of two versions, kept beside the report and not in it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import astuple

from citecheck.model.source import Span


class DecisionKind(StrEnum):
    """What was settled."""

    ACCEPT = "accept"
    """The notes may differ as they do."""
    PAIR = "pair"
    """The notes stand against each other, whatever the alignment says."""


class Decision(Struct, frozen=True, eq=False):
    """One decision.

    ``notes`` holds a language and the keys of its notes for each side; a key is made from what a note says and cites,
    so that renumbering does not change it. ``codes`` are the rules whose findings were accepted; none means all.
    ``about`` tells a person which notes were meant when it was written, and ``day`` is an ISO date. ``place`` is the
    file and the line where it stands, and ``span`` the words there.
    """

    kind: DecisionKind
    notes: tuple[tuple[str, tuple[str, ...]], ...]
    codes: tuple[str, ...] = ()
    about: str = ""
    reason: str = ""
    author: str = ""
    day: str = ""
    place: str = ""
    span: Span | None = None

    def __eq__(self, other: object) -> bool:
        # Where it stands is no part of what was decided.
        return isinstance(other, Decision) and astuple(self)[:-1] == astuple(other)[:-1]

    def __hash__(self) -> int:
        return hash(astuple(self)[:-1])


def settled(decision: Decision) -> str:
    """A decision for a person: the reason, and who decided it when."""
    by = ", ".join(part for part in (decision.author, decision.day) if part)
    return f"{decision.reason} ({by})" if decision.reason and by else decision.reason or by
