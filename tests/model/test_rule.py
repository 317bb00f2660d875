"""What a rule makes of a defect."""

from __future__ import annotations

import pytest

from citecheck.model.finding import Abstention, Confidence, Place, Severity
from citecheck.model.rule import Rule
from citecheck.model.source import Source, Span

SOURCE = Source("a.md", "one two three")
PLACES = [Place(Span(SOURCE, *ends)) for ends in ((0, 3), (4, 7), (8, 13))]
RULE = Rule("CIT001", "missing-entry", Severity.ERROR)


def test_a_finding_of_several_places_is_at_the_first_and_the_others_are_related() -> None:
    found = RULE.finding(PLACES[:2], "missing", subject="doe", related=PLACES[2:], about=["en:note:1"], name="Doe")
    assert found.place == PLACES[0]
    assert found.related == (PLACES[1], PLACES[2])
    assert found.values == (("name", "Doe"),)
    assert found.about == {"en:note:1"}
    assert (found.code, found.severity) == ("CIT001", Severity.ERROR)


@pytest.mark.parametrize(
    ("severity", "confidence", "level"),
    [
        (None, Confidence.CERTAIN, Severity.ERROR),
        (None, Confidence.LIKELY, Severity.WARNING),
        (Severity.INFO, Confidence.LIKELY, Severity.INFO),
        (Severity.ERROR, Confidence.POSSIBLE, Severity.WARNING),
    ],
)
def test_only_what_is_certain_is_an_error(severity: Severity | None, confidence: Confidence, level: Severity) -> None:
    assert RULE.finding(PLACES[0], "m", subject="s", severity=severity, confidence=confidence).severity is level


def test_a_rule_says_why_it_did_not_judge() -> None:
    assert RULE.abstains("fr", "no-bibliography") == Abstention("CIT001", "fr", "no-bibliography")
