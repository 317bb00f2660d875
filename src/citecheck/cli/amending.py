"""The files that corrections are made in: what they hold, what they would hold, and why a correction cannot be made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citecheck.amend import File
    from citecheck.model.finding import Edit, Finding
    from citecheck.model.source import Source

__all__ = ["Files", "by_source"]

State = tuple[str, str]
"""A document, and the text that it has after some corrections."""


class Files:
    """The files of a run, ``contents`` by their paths; tracked changes bear the ISO date ``day``, empty for none.

    Each file is read once: what is written must be what was audited.
    """

    def __init__(self, contents: Mapping[str, bytes], day: str) -> None:
        self.contents = dict(contents)
        self.named = frozenset(contents)
        self.day = day
        self._states: dict[State, Mapping[str, bytes]] = {}
        self._opened: dict[State, File] = {}

    def read(self, path: str) -> bytes:
        """The bytes of a file as it was before all corrections. Raises InputError where it cannot be read."""
        from citecheck.read.files import read_bytes

        if path not in self.contents:
            self.contents[path] = read_bytes(path)
        return self.contents[path]

    def with_edits(self, edits: Sequence[Edit]) -> dict[str, bytes]:
        """The files that are other ones with these edits made, by path. Raises InputError where they cannot be made."""
        from citecheck.amend import amended, wanted

        made: dict[str, bytes] = {}
        for source, own in by_source(edits):
            files = amended(source.path, own, self.read, self.day)
            self._states[source.path, wanted(own)] = files
            made |= files
        return made

    def refusal(self, edit: Edit) -> str:
        """The key of why an edit cannot be made; empty where it can."""
        from citecheck.amend import OTHER, opened

        source = edit.span.source
        if source.path not in self.named:
            return OTHER
        state = source.path, source.text
        if state not in self._opened:
            held = self._states.get(state, {})
            self._opened[state] = opened(source.path, lambda path: held[path] if path in held else self.read(path))
        return self._opened[state].refusal(edit)

    def refusal_of(self, finding: Finding) -> str:
        """The key of why a finding's correction cannot be made; empty where it can."""
        edits = finding.fix.edits if finding.fix is not None else ()
        return next(filter(None, (self.refusal(lean) for edit in edits if (lean := edit.lean) is not None)), "")

    def rewritten(self, edits: Sequence[Edit]) -> list[tuple[Source, tuple[Edit, ...]]]:
        """Edits of a source as those of the files that hold the text; of a document that is no text, as they are."""
        from citecheck.amend import opened

        return list(opened(edits[0].span.source.path, self.read).rewritten(edits))


def by_source(edits: Iterable[Edit]) -> list[tuple[Source, list[Edit]]]:
    """The edits of each source."""
    groups: dict[str, list[Edit]] = {}
    for edit in edits:
        groups.setdefault(edit.span.source.path, []).append(edit)
    return [(own[0].span.source, own) for own in groups.values()]
