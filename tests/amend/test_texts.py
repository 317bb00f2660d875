"""Corrections in files of text with markup."""

from __future__ import annotations

import pytest

from citecheck.amend.spots import Change, Spot
from citecheck.amend.texts import Texts
from citecheck.errors import InputError
from citecheck.model.finding import Edit
from citecheck.model.source import Source, Span


class Plain(Texts):
    """A document whose text is that of its file, all of it in capitals there."""

    def spot(self, source: Source, offset: int) -> Spot | None:
        return None if source.text[offset : offset + 1] in ("*", "") else Spot((self.path, 0), offset, offset + 1)

    def written(self, change: Change) -> str:
        return change.new.upper()


SOURCE = Source("a.x", "ab *c*")


def test_edits_are_those_of_the_files() -> None:
    document = Plain("a.x", lambda _: b"AB *C*")
    [(file, edits)] = document.rewritten([Edit(Span(SOURCE, 0, 1), "x"), Edit(Span(SOURCE, 3, 6), "*y*")])
    assert (file.text, [(one.span.start, one.replacement) for one in edits]) == ("AB *C*", [(0, "X"), (4, "Y")])
    assert document.refusal(Edit(Span(SOURCE, 0, 1), "x")) == ""


def test_what_cannot_be_written_is_refused() -> None:
    document = Plain("a.x", lambda _: b"\xe9B *C*")
    assert document.refusal(Edit(Span(SOURCE, 0, 1), "\u0142")) == "encoding"
    assert document.refusal(Edit(Span(SOURCE, 3, 6), "y")) == "markup"
    with pytest.raises(InputError):
        document.rewritten([Edit(Span(SOURCE, 3, 6), "y")])
