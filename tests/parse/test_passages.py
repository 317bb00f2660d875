"""Passages: what the headings above a block announce, and the blocks of a linked note taken as one."""

from __future__ import annotations

from citecheck.parse.blocks import blocks
from citecheck.parse.forms.notes import note_ways
from citecheck.parse.passages import passages_of, unlinked
from tests.parse.texts import whole

TEXT = "# A\n\nText.\n\n## Notes\n\n(1) Doe, 2019.\n\n## References\n\n[1] Roe, 2020.\n\n### Books\n\n[2] Lee, 2021.\n"


def test_a_passage_says_what_the_heading_above_it_announces() -> None:
    found = [(one.span.text, one.noted, one.listed) for one in passages_of(blocks(whole(TEXT)), {})]
    assert found == [
        ("Text.", False, False),
        ("(1) Doe, 2019.", True, False),
        ("[1] Roe, 2020.", False, True),
        ("[2] Lee, 2021.", False, True),
    ]


def test_a_note_of_several_blocks_counts_once() -> None:
    text = "Text.\n\n1. Doe, 2019.\n\n    More of it. [↑](#footnote-ref-1)\n\nBelow.\n"
    stream = blocks(whole(text))
    linked = note_ways().read_blocks(stream)
    assert [at for at, _ in unlinked(stream, linked)] == [0, 1, 3]
    assert [one.span.text for one in passages_of(stream, linked)] == ["Text.", "Below."]
