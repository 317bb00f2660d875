"""Corrections of HTML pages: in the text between tags, and nowhere else."""

from __future__ import annotations

import pytest

from citecheck.amend import amended, is_tracked
from citecheck.errors import InputError
from citecheck.read.documents import read_document
from tests.amend.samples import corrected, edit, refusal

HEAD = '<html lang="fr"><head><meta charset="utf-8"><title>A</title><script>if (a<b) "x"</script></head><body>'


def page(text: str) -> bytes:
    return f"{HEAD}{text}</body></html>".encode()


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        ("<p>Le Gof, 2018.", "Gof", "Goff", "<p>Le Goff, 2018."),
        (
            "<p>Le <em class='a>b'>Gof</em>, 2018",
            "*Gof*, 2018",
            "*Goff*, 2019",
            "<p>Le <em class='a>b'>Goff</em>, 2019",
        ),
        ("<p>caf&eacute; &amp; Gof", "Gof", "A & B", "<p>caf&eacute; &amp; A &amp; B"),
        ("<p>p.&nbsp;3 et p. 4", "p. 4", "p.\u00a04", "<p>p.&nbsp;3 et p.&nbsp;4"),
        ("<p>p. 4", "p. 4", "p.\u00a04", "<p>p.&#160;4"),
        ("<p>p.&nbsp;4", "p.\u00a04", "p. 4", "<p>p. 4"),
        ("<p>one\n   two", "one two", "one\u202ftwo", "<p>one\u202ftwo"),
        ("<p>a <!-- b > c --> d &lt; e", "d", "f", "<p>a <!-- b > c --> f &lt; e"),
        (
            "<p>See <a class='x' href='https://example.org/a?a=1&amp;utm_source=x'>https://example.org/a?a=1&amp;utm_source=x</a>.",
            "&utm_source=x",
            "",
            "<p>See <a class='x' href='https://example.org/a?a=1'>https://example.org/a?a=1</a>.",
        ),
        ("<p>one</p>\n<p>two <b>three</b>", "two three", "two four", "<p>one</p>\n<p>two <b>four</b>"),
    ],
)
def test_words_are_changed_where_they_stand(text: str, old: str, new: str, wanted: str) -> None:
    assert corrected("a.html", page(text), (old, new)) == page(wanted)


def test_a_note_is_corrected() -> None:
    text = (
        '<p>Ports<sup><a id="r1" href="#n1">1</a></sup> grew.</p><p id="n1"><a href="#r1">1</a> Doe, p.4.</p>'
        '<p>There<sup><a id="r2" href="#n2">2</a></sup>.</p><p id="n2"><a href="#r2">2</a> Doe, p. 5.</p>'
    )
    made = corrected("a.html", page(text), ("p.4", "p. 4"), ("There[^2].", "There.[^2]"))
    assert made == page(text.replace("p.4", "p. 4").replace("There", "There.").replace("</sup>.</p>", "</sup></p>"))


def test_the_encoding_and_the_line_ends_stay() -> None:
    raw = "<meta charset='iso-8859-1'>\r\n<p>caf\u00e9\r\nGof</p>\r\n".encode("latin-1")
    wanted = "<meta charset='iso-8859-1'>\r\n<p>caf\u00e9\r\nGoff &#322;</p>\r\n".encode("latin-1")
    assert corrected("a.html", raw, ("Gof", "Goff \u0142")) == wanted


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("<p>a <em>b</em> c", "a *b*", "ab"),
        ("<p>a<b>b</b>c", "abc", "xyz"),
        ("<p>a &NotEqualTilde; c", "a", "b"),
    ],
)
def test_what_is_no_word_there_is_left(text: str, old: str, new: str) -> None:
    if refusal("a.html", page(text), old, new) != "markup":
        assert corrected("a.html", page(text), (old, new)) == page(text.replace("<p>a", "<p>b"))


def test_a_page_that_is_not_understood_is_left() -> None:
    # The table is told by its elements to stand elsewhere than in the file, or not to be there at all.
    raw = page("<p>Le Gof <plaintext>a<b>c")
    source = read_document("a.html", raw)
    try:
        made = amended("a.html", [edit(source, "Gof", "Goff")], lambda _: raw)
    except InputError:
        return
    assert b"Goff" in made["a.html"]


def test_pages_are_opened() -> None:
    assert not is_tracked("a.xhtml")
