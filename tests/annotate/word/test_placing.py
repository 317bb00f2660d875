"""Where comments stand, beyond what test_word.py asks."""

from __future__ import annotations

from tests.annotate.word.samples import commented, on, with_remarks
from tests.read.word.samples import document, p, r


def test_comments_that_cross_each_other_both_stand() -> None:
    made = document(p("One two three four."))
    assert commented(with_remarks(made, on(made, "One two three", "two three four"))) == {
        "0": "One two three",
        "1": "two three four",
    }


def test_a_comment_goes_over_paragraphs() -> None:
    made = document(p("One two.") + p("Three four."))
    assert commented(with_remarks(made, on(made, "two.\n\nThree"))) == {"0": "two.Three"}


def test_links_and_insertions_are_opened_as_the_text_is() -> None:
    link = f'<w:hyperlink r:id="x">{r("the Ports of")}</w:hyperlink>'
    made = document(p("See ", link, f"<w:ins>{r(' Doe')}</w:ins>"), links={"x": "https://example.org/a"})
    assert commented(with_remarks(made, on(made, "Ports", "Doe"))) == {"0": "Ports", "1": "Doe"}


def test_paragraphs_that_a_change_joins_are_one() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="Ann"/></w:rPr>'
    made = document(p("One two", shape=deleted) + p("three four."))
    assert commented(with_remarks(made, on(made, "four"))) == {"0": "four"}
