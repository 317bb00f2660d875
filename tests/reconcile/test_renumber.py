"""A numbering that follows the other version's."""

from __future__ import annotations

from citecheck.reconcile.renumber import _with_letter, renumber
from tests.reconcile.samples import alignment


def test_a_numbering_gives_no_number_twice() -> None:
    for lang in ("en", "fr"):
        new = [one.new for one in renumber(alignment(), lang, ("French", "English")).lines]
        assert len(new) == len(set(new))


def test_after_z_comes_aa() -> None:
    letters: dict[str, int] = {}
    made = [_with_letter("3", letters) for _ in range(28)]
    assert (made[0], made[25], made[26], made[27]) == ("3a", "3z", "3aa", "3ab")
