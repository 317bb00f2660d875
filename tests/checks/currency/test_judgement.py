"""Every conversion against its yardstick."""

from __future__ import annotations

from citecheck.checks.currency.declared import Where
from citecheck.checks.currency.judgement import Judged, WrongRate, judge
from citecheck.checks.currency.pairs import Fit
from citecheck.model.finding import Confidence
from tests.parse.texts import document

RATE = "<sup>1</sup>\n\n<sup>1</sup> Dollars are converted throughout at €1 = US${}.\n"
PAIRS = "It cost €343 million (US$363.5 million), then €34 million (US$36 million), then €755 million (US$800 million)"


def judged(text: str) -> list[Judged | WrongRate]:
    made = document(text)
    return list(judge(made, Where(made)))


def test_by_a_declared_rate_each_pair_fits_or_does_not() -> None:
    found = judged(f"{PAIRS}, then €22,698 (US$23,000).{RATE.format('1.06')}")
    assert all(isinstance(one, Judged) and one.declared is not None for one in found)
    assert [one.fit for one in found] == [Fit.RIGHT] * 3 + [Fit.WRONG]
    assert {one.confidence for one in found if isinstance(one, Judged)} == {Confidence.CERTAIN}


def test_a_rate_that_all_pairs_contradict_is_what_is_wrong() -> None:
    (found,) = judged(f"{PAIRS}.{RATE.format('1.60')}")
    assert isinstance(found, WrongRate)
    assert len(found.pairs) == 3
    assert f"{found.usual:.2f}" == "1.06"


def test_without_a_rate_pairs_are_judged_by_each_other() -> None:
    assert judged(f"{PAIRS}.") == []
    (found,) = judged(f"{PAIRS}, then €100 million (US$900 million).")
    assert isinstance(found, Judged)
    assert (found.fit, len(found.peers), found.declared) == (Fit.WRONG, 3, None)


def test_of_two_pairs_only_a_gross_contradiction_says_anything() -> None:
    assert judged("It cost €100 (US$110), then €100 (US$150).") == []
    found = judged("It cost €100 (US$110), then €100 (US$900).")
    assert [(one.gross, one.confidence) for one in found if isinstance(one, Judged)] == [(True, Confidence.LIKELY)] * 2


def test_one_pair_or_none_says_nothing() -> None:
    assert judged("It cost €100 (US$900).") == []
    assert judged("") == []
