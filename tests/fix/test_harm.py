"""What comes of a correction."""

from __future__ import annotations

from citecheck.fix.harm import worse
from citecheck.model.finding import State
from citecheck.model.source import Source
from tests.fix.samples import edit, finding, report

TEXT = Source("a.md", "one two three two")
NEXT = Source("a.md", "ONE two three two")
MEND = edit(TEXT, 0, 3, "ONE")


def test_a_finding_that_goes_is_no_harm() -> None:
    one, other = finding(TEXT, (0, 3), MEND), finding(TEXT, (4, 7))
    assert not worse(report(one, other), report(finding(NEXT, (4, 7))), [MEND], [one])


def test_a_finding_that_stays_is_one() -> None:
    one = finding(TEXT, (0, 3), MEND)
    assert worse(report(one), report(one), [MEND], [one])


def test_a_finding_that_comes_is_one() -> None:
    one = finding(TEXT, (0, 3), MEND)
    assert worse(report(one), report(finding(NEXT, (4, 7))), [MEND], [one])
    assert worse(report(one), report(finding(NEXT, (0, 3), code="STY002")), [MEND], [one])


def test_a_finding_named_after_the_corrected_text_is_known_by_its_place() -> None:
    one, other = finding(TEXT, (0, 3), MEND), finding(TEXT, (0, 7), code="STY002")
    assert not worse(report(one, other), report(finding(NEXT, (0, 7), code="STY002")), [MEND], [one])
    assert worse(report(one, other), report(finding(NEXT, (14, 17), code="STY002", subject="x")), [MEND], [one])


def test_equals_are_counted() -> None:
    one, other = finding(TEXT, (4, 7), MEND, subject="two"), finding(TEXT, (14, 17), subject="two")
    assert not worse(report(one, other), report(finding(NEXT, (14, 17), subject="two")), [MEND], [one])


def test_a_waived_finding_that_is_new_again_is_one() -> None:
    one, other = finding(TEXT, (0, 3), MEND), finding(TEXT, (4, 7), state=State.WAIVED)
    assert worse(report(one, other), report(finding(NEXT, (4, 7))), [MEND], [one])


def test_a_habit_may_keep_some_of_its_places_but_get_none() -> None:
    one = finding(TEXT, (0, 3), MEND, subject="habit", related=3)
    assert not worse(report(one), report(finding(NEXT, (4, 7), subject="habit", related=2)), [MEND], [one])
    assert worse(report(one), report(finding(NEXT, (4, 7), subject="habit", related=3)), [MEND], [one])
    assert worse(report(one), report(finding(NEXT, (4, 7), subject="habit", related=4)), [MEND], [one])
