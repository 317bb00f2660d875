"""What comes of a correction."""

from __future__ import annotations

from citecheck.fix.harm import ENOUGH, Harm, harm
from citecheck.model.finding import State
from citecheck.model.source import Source
from tests.fix.samples import edit, finding, report

TEXT = Source("a.md", "one two three two")
NEXT = Source("a.md", "ONE two three two")
MEND = edit(TEXT, 0, 3, "ONE")


def test_a_finding_that_goes_is_no_harm() -> None:
    one, other = finding(TEXT, (0, 3), MEND), finding(TEXT, (4, 7))
    assert not harm(report(one, other), report(finding(NEXT, (4, 7))), [MEND], [one])


def test_a_finding_that_stays_is_one() -> None:
    one = finding(TEXT, (0, 3), MEND)
    assert harm(report(one), report(one), [MEND], [one])


def test_a_finding_that_comes_is_one() -> None:
    one = finding(TEXT, (0, 3), MEND)
    assert harm(report(one), report(finding(NEXT, (4, 7))), [MEND], [one])
    assert harm(report(one), report(finding(NEXT, (0, 3), code="STY002")), [MEND], [one])


def test_a_finding_named_after_the_corrected_text_is_known_by_its_place() -> None:
    one, other = finding(TEXT, (0, 3), MEND), finding(TEXT, (0, 7), code="STY002")
    assert not harm(report(one, other), report(finding(NEXT, (0, 7), code="STY002")), [MEND], [one])
    assert harm(report(one, other), report(finding(NEXT, (14, 17), code="STY002", subject="x")), [MEND], [one])


def test_equals_are_counted() -> None:
    one, other = finding(TEXT, (4, 7), MEND, subject="two"), finding(TEXT, (14, 17), subject="two")
    assert not harm(report(one, other), report(finding(NEXT, (14, 17), subject="two")), [MEND], [one])


def test_a_waived_finding_that_is_new_again_is_one() -> None:
    one, other = finding(TEXT, (0, 3), MEND), finding(TEXT, (4, 7), state=State.WAIVED)
    assert harm(report(one, other), report(finding(NEXT, (4, 7))), [MEND], [one])


def test_a_habit_may_keep_some_of_its_places_but_get_none() -> None:
    one = finding(TEXT, (0, 3), MEND, subject="habit", related=3)
    assert not harm(report(one), report(finding(NEXT, (4, 7), subject="habit", related=2)), [MEND], [one])
    assert harm(report(one), report(finding(NEXT, (4, 7), subject="habit", related=3)), [MEND], [one])
    assert harm(report(one), report(finding(NEXT, (4, 7), subject="habit", related=4)), [MEND], [one])


def test_what_was_left_and_what_came_are_told() -> None:
    one, new = finding(TEXT, (0, 3), MEND), finding(NEXT, (4, 7))
    assert harm(report(one), report(one), [MEND], [one]) == Harm(left=(one,))
    assert harm(report(one), report(new), [MEND], [one]) == Harm(came=(new,))


def test_one_that_is_compared_with_something_else_afterwards_is_known_by_its_place() -> None:
    one, other = finding(TEXT, (0, 3), MEND), finding(TEXT, (4, 7), subject="two / one")
    assert not harm(report(one, other), report(finding(NEXT, (4, 7), subject="two / none")), [MEND], [one])


def test_of_many_that_come_the_first_few_are_told() -> None:
    many = report(*(finding(NEXT, (4, 7), subject=f"{number}") for number in range(2 * ENOUGH)))
    assert len(harm(report(), many, [MEND], []).came) == ENOUGH
