"""A habit among several forms, and what departs from it."""

from __future__ import annotations

import pytest

from citecheck.checks.style.habits import Use, habit, in_order, told_apart
from citecheck.model.document import Document
from citecheck.model.finding import Place, Severity, Value
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Rule
from citecheck.model.source import Source, Span

ONE, OTHER = Source("a.md", "x" * 40), Source("b.md", "x" * 40)


def uses(forms: str) -> list[Use]:
    return [Use(form, Place(Span(ONE, at, at + 1), "en")) for at, form in enumerate(forms)]


@pytest.mark.parametrize(
    ("forms", "usual", "exceptions"),
    [
        ("aab", "a", "b"),
        ("aaabc", "a", "bc"),
        ("aaaa", None, ""),
        ("ab", None, ""),
        ("aabb", None, ""),
        ("aabbc", None, ""),
        ("", None, ""),
    ],
)
def test_a_habit_prevails_or_there_is_none(forms: str, usual: str | None, exceptions: str) -> None:
    found = habit(uses(forms))
    assert (found.form if found is not None else None) == usual
    assert "".join(use.form for use in found.exceptions) == exceptions if found is not None else not exceptions


def test_more_may_be_asked_of_a_habit() -> None:
    assert habit(uses("aab"), least=3) is None


def test_all_that_departs_is_one_finding() -> None:
    found = habit(uses("aabc"))
    assert found is None
    found = habit(uses("aaabc"))
    assert found is not None
    made = found.finding(Rule("STY001", "mixed-ibid", Severity.INFO), "mixed", fix=None, usual="a")
    assert (made.place.span.start, [place.span.start for place in made.related]) == (3, [4])
    assert dict(made.values) == {"usual": "a", "count": 3}
    assert made.subject == "a / b"


def test_uses_are_in_reading_order_through_all_files() -> None:
    places = [(OTHER, 1), (ONE, 9), (OTHER, 0), (ONE, 3)]
    made = [Use("a", Place(Span(source, at, at + 1))) for source, at in places]
    ordered = in_order(made, Document("en", (ONE, OTHER)))
    assert [(use.place.span.source.path, use.place.span.start) for use in ordered] == [
        ("a.md", 3),
        ("a.md", 9),
        ("b.md", 0),
        ("b.md", 1),
    ]


@pytest.mark.parametrize(
    ("form", "usual", "told"),
    [
        ("Ibid", "*Ibid.*", ("Ibid", "*Ibid.*")),
        ("Ibid.", "*Ibid.*", (Phrase.of("roman", text="Ibid."), Phrase.of("italic", text="Ibid."))),
        ("*et al*.", "et al.", (Phrase.of("italic", text="et al."), Phrase.of("roman", text="et al."))),
        ("*et al*.", "*et al.*", ("*et al*.", "*et al.*")),
    ],
)
def test_forms_that_differ_in_emphasis_alone_are_told_with_it(form: str, usual: str, told: tuple[Value, Value]) -> None:
    assert told_apart(form, usual) == told
