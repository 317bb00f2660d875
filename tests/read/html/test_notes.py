"""Which links call notes."""

from __future__ import annotations

from citecheck.read.html.notes import CALL, NOTE, RETURN, noted
from citecheck.read.html.pages import Page


def page(name: str, body: str) -> Page:
    made = Page.of(name, body.encode(), "a.html", "HTML page")
    assert made is not None
    return made


def test_marks_notes_and_links_back_are_told_by_attributes() -> None:
    made = page("", '<p>A<a id="r" href="#n">12</a></p><p id="n"><a href="#r">12</a> Doe.</p>')
    told = noted([made])
    assert told.printed == ("12",)
    assert [one.get(CALL) for one in made.root.iter("a")] == ["0", None]
    assert [one.get(RETURN) for one in made.root.iter("a")] == [None, ""]
    assert [one.get(NOTE) for one in made.root.iter("p")] == [None, "0"]


def test_notes_may_stand_on_another_page() -> None:
    text = page("t/one.xhtml", '<p>A<a id="r" href="../n/notes.xhtml#n%201">1</a></p>')
    notes = page("n/notes.xhtml", '<p id="n 1"><a href="../t/one.xhtml#r">1</a> Doe.</p>')
    assert noted([text, notes]).printed == ("1",)


def test_a_block_in_which_several_notes_begin_is_no_note() -> None:
    made = page(
        "",
        '<p>A<a id="r1" href="#n1">1</a>B<a id="r2" href="#n2">2</a></p>'
        '<p><a id="n1" href="#r1">1</a> Doe. <a id="n2" href="#r2">2</a> Roe.</p>',
    )
    assert noted([made]).printed == ()


def test_a_link_that_leads_back_calls_nothing() -> None:
    made = page("", '<p id="n"><a href="#r">1</a> Doe.</p><p>A<a id="r" href="#n">1</a></p>')
    assert noted([made]).printed == ()
