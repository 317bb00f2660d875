"""Where the words of a page stand in its elements."""

from __future__ import annotations

from citecheck.read.html import traced


def test_pieces_are_kept_by_block() -> None:
    layout, traces, root = traced("a.html", b"<p> </p><p>Le <b>Gof</b>,  2018</p>")
    [block] = layout.blocks
    pieces = traces.pieces[block.part, block.paragraph]
    assert [(one.at, one.text, one.tail) for one in pieces] == [
        (0, "Le ", False),
        (3, "Gof", False),
        (6, ", 2018", True),
    ]
    assert pieces[1].element is next(root.iter("b"))
    assert list(traces.pieces) == [(block.part, block.paragraph)]
