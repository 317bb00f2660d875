"""Laws and decisions by their own names."""

from __future__ import annotations

import pytest

from citecheck.model.reference import CitationKind
from citecheck.parse.legal import law_citation, rest_of_law
from citecheck.parse.reader import Reader
from tests.parse.texts import whole


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Loi n° 2019-1 du 3 mai 2019 ; Doe, 2020", "Loi n° 2019-1 du 3 mai 2019"),
        ("Harbour Act 2019, s. 4. The rest", "Harbour Act 2019, s. 4"),
        ("Harbour Act 2019.", "Harbour Act 2019"),
        ("Harbour Act 2019\nNext line", "Harbour Act 2019"),
    ],
)
def test_the_name_of_a_law_ends_where_the_next_thing_begins(text: str, law: str) -> None:
    reader = Reader.of(whole(text), ())
    end = rest_of_law(reader, 4)
    assert text[:end].rstrip() == law
    made = law_citation(reader, 0, end)
    assert made is not None
    assert (made.kind, made.weak, made.span.text) == (CitationKind.LAW, True, law.rstrip("."))


def test_a_body_with_a_year_is_no_law() -> None:
    text = "Regulation Office, 2015 on quays"
    assert law_citation(Reader.of(whole(text), ()), 0, len(text)) is None


def test_a_name_that_goes_on_without_end_ends_where_it_was_recognised() -> None:
    text = "Harbour Act" + " x" * 400
    assert rest_of_law(Reader.of(whole(text), ()), 11) == 11
