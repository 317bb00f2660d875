"""Where words stand on a page."""

from __future__ import annotations

import pytest

from citecheck.annotate import annotated
from tests.annotate.pdf.samples import highlighted, on
from tests.read.pdf.samples import TOP, lines, pdf, up


def marked(raw: bytes, words: str) -> list[str]:
    return [text for _, text in highlighted(annotated("a.pdf", raw, on(words, raw=raw)))]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("(the port) cost", "(the port) cost"),
        ("$12 million", "$12 million"),
        ("million in 2019, and the", "million in 2019, and the"),
    ],
)
def test_signs_belong_to_the_words(words: str, shown: str) -> None:
    page = lines(
        TOP,
        "The work at the quay (the port) cost $12 million in 2019, and the",
        "council of the town paid for all of it, as it had said.",
    )
    assert marked(pdf(page), words) == [shown]


def test_words_over_two_lines_have_a_box_on_each() -> None:
    page = lines(
        TOP,
        "The work at the quay cost twelve million in the year 2019, and the",
        "council of the town paid for all of it, as it had said.",
    )
    assert marked(pdf(page), "2019, and the council") == ["2019, and the council"]


def test_a_word_that_a_line_parts_is_marked_whole() -> None:
    page = lines(
        TOP,
        "The work at the quay cost twelve million, and with it the whole har-",
        "bour of the town, harbour by harbour, as the council had said.",
    )
    assert marked(pdf(page), "whole harbour of") == ["whole har\x02 bour of"]


def test_a_mark_is_found_by_the_words_before_it() -> None:
    page = [
        *lines(
            TOP,
            ("The light on the pier", up("1"), " cost 1 million in all, as the keeper of the port had"),
            "told us in the year 2001 and once more in 2011.",
        ),
        *lines(90, ("1 Doe, The ports, 1999, p. 7.",), size=8.0),
    ]
    raw = pdf(page)
    assert marked(raw, "[^1]") == ["1"]
