"""Who did it."""

from __future__ import annotations

from citecheck.fix.edits import Moved
from citecheck.fix.harm import Harm
from citecheck.fix.suspects import suspects
from citecheck.fix.together import Correction
from citecheck.model.finding import Finding
from citecheck.model.source import Source
from tests.fix.samples import edit, finding

TEXT = Source("a.md", "one\ntwo\nthree two\n")
NEXT = Source("a.md", "eleven\nzwei\nthree two\n")
FIRST, SECOND = edit(TEXT, 0, 3, "eleven"), edit(TEXT, 4, 7, "zwei")


def correction(found: Finding) -> Correction:
    assert found.fix is not None
    return Correction(found, found.fix.edits)


ONE, TWO = correction(finding(TEXT, (0, 3), FIRST)), correction(finding(TEXT, (4, 7), SECOND))


def suspected(harm: Harm) -> list[Correction]:
    return suspects([ONE, TWO], harm, Moved([FIRST, SECOND]))


def test_one_whose_finding_is_left_is_suspected() -> None:
    assert suspected(Harm(left=(TWO.finding,))) == [TWO]


def test_one_that_changed_the_line_of_what_came_is_suspected() -> None:
    assert suspected(Harm(came=(finding(NEXT, (7, 11)),))) == [TWO]
    assert suspected(Harm(came=(finding(NEXT, (0, 2)),))) == [ONE]


def test_where_what_came_is_elsewhere_nobody_is() -> None:
    assert suspected(Harm(came=(finding(NEXT, (12, 17)),))) == []
    assert suspected(Harm(came=(finding(Source("b.md", "one"), (0, 3)),))) == []


def test_all_places_of_what_came_count() -> None:
    came = finding(NEXT, (12, 17), related=1)
    other = finding(NEXT, (7, 11)).place
    from msgspec.structs import replace

    assert suspected(Harm(came=(replace(came, counterparts=(other,)),))) == [TWO]
    assert suspected(Harm(came=(replace(came, related=(other,)),))) == [TWO]
