"""What the formats of bibliographies have in common."""

from __future__ import annotations

import pytest

from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span
from citecheck.read.databases.entries import author_text, printed_year, used_again

JANE, RICHARD, OFFICE = Person("Doe", "Jane"), Person("Roe", "R."), Person("Harbour Office", corporate=True)


@pytest.mark.parametrize(
    ("authors", "et_al", "text"),
    [
        ((), False, ""),
        ((OFFICE,), False, "Harbour Office"),
        ((JANE, RICHARD), False, "Doe, Jane & Roe, R"),
        ((JANE, RICHARD, OFFICE), False, "Doe, Jane, Roe, R. & Harbour Office"),
        ((JANE,), True, "Doe, Jane et al"),
    ],
)
def test_authors_in_one_line(authors: tuple[Person, ...], et_al: bool, text: str) -> None:
    assert author_text(authors, et_al) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020", ("2020", "")),
        ("2020b", ("2020", "b")),
        ("n.d.-b", ("n.d.", "b")),
        ("MMXX", ("MMXX", "")),
        ("", (None, "")),
    ],
)
def test_a_printed_year(text: str, expected: tuple[str | None, str]) -> None:
    assert printed_year(text) == expected


@pytest.mark.parametrize(
    ("again", "what"),
    [
        ({"title": "Élms of the shore.", "pages": "3-9"}, "repeated"),
        ({"title": "Elms of the shore", "year": "2020"}, "reused"),
        ({"title": "Oaks"}, "reused"),
    ],
)
def test_a_key_used_again_for_the_same_source_or_another(again: dict[str, str], what: str) -> None:
    span = Span(Source("a.bib", "x"), 0, 1)
    first = Reference(span, (JANE,), year="2019", title="Elms of the Shore")
    other = Reference(span, (JANE, RICHARD), **{"year": "2019"} | again)
    made = used_again(span, "it is used before", "doe", first, other)
    assert (made.what, made.key) == (what, "doe")
