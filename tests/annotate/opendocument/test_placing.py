"""Where comments stand, beyond what test_opendocument.py asks."""

from __future__ import annotations

from citecheck.annotate import annotated
from tests.annotate.opendocument.test_opendocument import commented, on
from tests.read.opendocument.samples import content, note, p
from tests.read.word.samples import zipped


def placed(body: str, *words: str) -> list[str]:
    raw = zipped({"content.xml": content(body)})
    return list(commented(annotated("a.odt", raw, on(*words, raw=raw))).values())


def test_comments_that_cross_each_other_both_stand() -> None:
    assert placed(p("One two three four."), "One two three", "two three four") == ["One two three", "two three four"]


def test_comments_on_the_same_words_and_on_words_that_meet() -> None:
    found = placed(p("One two three."), "two", "two", "One ", " three")
    assert sorted(found) == [" three", "One ", "two", "two"]


def test_a_comment_around_a_mark_leaves_the_text_behind_it() -> None:
    assert placed(p(f"One{note('1', 'Doe.')} two."), "[^1]", "two") == ["[1]", "two"]


def test_what_ends_in_another_cell_is_marked_where_it_begins() -> None:
    cells = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in ("One", "Two"))
    body = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    assert placed(body, "ne\n\nTw") == ["ne"]
