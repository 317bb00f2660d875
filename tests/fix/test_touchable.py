"""What corrections keep away from."""

from __future__ import annotations

import pytest

from citecheck.fix.touchable import touchable
from citecheck.model.source import Source
from tests.fix.samples import edit

TEXT = 'one       two {% tide "b" %} three {{ x }}\nfour'
SOURCE = Source("a.md", TEXT, unprinted=((4, "<!--c-->"[:5]),), comments=((34, "six"),))


@pytest.mark.parametrize(
    ("start", "end", "allowed"),
    [
        (0, 3, True),
        (3, 4, True),
        (4, 4, True),
        (4, 5, False),
        (5, 5, False),
        (8, 10, False),
        (9, 9, True),
        (14, 14, True),
        (14, 16, False),
        (20, 20, False),
        (27, 27, False),
        (28, 29, True),
        (35, 35, False),
        (41, 41, False),
        (42, 46, True),
    ],
)
def test_an_edit_keeps_to_text(start: int, end: int, allowed: bool) -> None:
    assert touchable(edit(SOURCE, start, end, "new")) is allowed


def test_nothing_is_written_behind_a_comment() -> None:
    source = Source("a.md", "one         ", unprinted=((4, "<!--c-->"),))
    assert not touchable(edit(source, 12, 12, "."))
    assert touchable(edit(source, 3, 3, "."))
