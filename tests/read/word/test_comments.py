"""Comments of Word documents: what they say to citecheck, and of what."""

from __future__ import annotations

import pytest

from citecheck.model.layout import Layout
from citecheck.read.word import layout
from citecheck.read.word.comments import comments_of
from tests.annotate.word.samples import EXTENDED, OWN, RELATIONS, around, comment, comments, extended, related
from tests.read.word.samples import document, element, mark, note, p, r

IGNORE = "citecheck: ignore CIT002 cited in print"


def test_author_day_words_and_answers_are_read() -> None:
    root = element(
        comment(1, "Ann", "Why", "so?", mark="0A", day="2026-11-30").replace("<w:p ", "<w:p xmlns:w14='x' ", 1)
    )
    more = element(
        '<w15:commentEx xmlns:w15="y" w15:paraId="0A" w15:paraIdParent="0B" w15:done="1"/>'.replace(
            "w15:comm", "w15:comm"
        )
    )
    (found,) = comments_of(root, more, element(""))
    assert (found.key, found.author, found.day, found.paragraphs) == ("1", "Ann", "2026-11-30", ("Why", "so?"))
    assert (found.mark, found.answers, found.resolved) == ("0A", "0B", True)


def laid(body: str, *held: str, notes: str = "", answers: tuple[tuple[str, str, bool], ...] = ()) -> Layout:
    kinds = ("comments", *(["commentsExtended"] if answers else []))
    parts = {RELATIONS: related(*kinds), OWN: comments(*held), **({EXTENDED: extended(*answers)} if answers else {})}
    return layout("a.docx", document(body, notes=notes, parts=parts))


def told(made: Layout) -> list[list[str]]:
    return [[one.text for one in block.comments] for block in made.blocks]


def test_a_comment_is_about_the_paragraph_that_it_begins_in() -> None:
    made = laid(p("One.") + p("Two ", around(0, r("three"))) + p("Four."), comment(0, "Ann", IGNORE))
    assert told(made) == [[], [f"{IGNORE} (Ann)"], []]


def test_one_between_paragraphs_is_about_the_next_one() -> None:
    body = p("One.") + '<w:commentRangeStart w:id="0"/>' + p("Two.")
    assert told(laid(body, comment(0, "Ann", IGNORE))) == [[], [f"{IGNORE} (Ann)"]]


def test_one_that_marks_no_words_stands_where_its_reference_does() -> None:
    body = p("One.") + p("Two.", '<w:r><w:commentReference w:id="0"/></w:r>')
    assert told(laid(body, comment(0, "Ann", IGNORE))) == [[], [f"{IGNORE} (Ann)"]]


def test_one_on_the_mark_of_a_note_is_about_the_note() -> None:
    body = p("One", around(0, mark(2)), ".")
    made = laid(body, comment(0, "Ann", IGNORE), notes=note(2, p(" Doe.")))
    assert told(made) == [[]]
    assert [one.text for one in made.notes[0].blocks[0].comments] == [f"{IGNORE} (Ann)"]


def test_other_comments_say_nothing() -> None:
    assert told(laid(p(around(0, r("One."))), comment(0, "Ann", "Is it so?"))) == [[]]


def test_findings_that_were_answered_are_known() -> None:
    own = comment(0, "citecheck", "CIT004 · error", "v1:0123456789abcdef", mark="0A")
    made = laid(
        p(around(0, r("One."))),
        own,
        comment(1, "Ann", "Later.", mark="0B"),
        answers=(("0A", "", False), ("0B", "0A", False)),
    )
    assert made.known == (("CIT004", "v1:0123456789abcdef"),)


@pytest.mark.parametrize(("between", "known"), [("", 1), ("<w:bookmarkStart/>", 0)])
def test_where_nothing_is_said_of_answers_their_place_tells_them(between: str, known: int) -> None:
    own = comment(0, "citecheck", "CIT004 · error", "v1:0123456789abcdef")
    inner = f'<w:commentRangeStart w:id="0"/>{between}<w:commentRangeStart w:id="1"/>{r("One.")}'
    made = laid(p(inner), own, comment(1, "Ann", "Reply to citecheck: “CIT004”", "ok: as printed"))
    assert len(made.known) == known
    waived = ["citecheck: ignore CIT004 v1:0123456789abcdef as printed (Ann)"] if known else []
    assert told(made) == [waived]
