"""HTML pages: what they show."""

from __future__ import annotations

import pytest

from citecheck.errors import InputError
from citecheck.model.layout import Call, Layout, Role
from citecheck.read.html import layout


def laid(body: str) -> Layout:
    return layout("a.html", body.encode())


def texts(made: Layout) -> list[str]:
    """What each block shows, marks in brackets."""
    return [
        "".join(f"[{one.note_id}]" if isinstance(one, Call) else one.text for one in block.inlines).strip()
        for block in made.blocks
    ]


def notes(made: Layout) -> list[tuple[str, list[str]]]:
    return [(one.note_id, [block.text.strip() for block in one.blocks]) for one in made.notes]


PANDOC = (
    '<p>So.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> And'
    '<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a>.</p><h2>References</h2><p>Doe.</p>'
    '<section class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1"><p>Doe, 2019, p. 4.'
    '<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li><li id="fn2"><p>Ibid.</p><p>More.'
    '<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>'
)
WORD = (
    '<p>So<a style="x" href="#_ftn1" name="_ftnref1" title=""><span>[1]</span></a>, and<a href="#_ftn2" name="_ftnref2">[2]</a>.</p>'
    '<div><hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> Doe, 2019, p. 4.</p></div>'
    '<div id="ftn2"><p><a href="#_ftnref2" name="_ftn2">[2]</a> Ibid.</p><p>More.</p></div></div>'
)
MAMMOTH = (
    '<p>So<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>, and<sup><a href="#footnote-2" id="footnote-ref-2">[2]</a>'
    '</sup>.</p><ol><li id="footnote-1"><p> Doe, 2019, p. 4. <a href="#footnote-ref-1">↑</a></p></li>'
    '<li id="footnote-2"><p>Ibid.</p><p>More. <a href="#footnote-ref-2">↑</a></p></li></ol>'
)
OFFICE = (
    '<p>So<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>, and'
    '<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a>.</p><div id="sdfootnote1"><p>'
    '<a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Doe, 2019, p. 4.</p></div>'
    '<div id="sdfootnote2"><p><a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a>Ibid.</p><p>More.</p></div>'
)
PLAIN = (
    '<p>So<sup id="back1"><a href="#n1">1</a></sup>, and <sup id="back2"><a href="#n2">2</a></sup>.</p>'
    '<p id="n1"><a href="#back1">1</a>. Doe, 2019, p. 4.</p><p id="n2"><a href="#back2">2</a>. Ibid.</p><p>No note.</p>'
)


@pytest.mark.parametrize("body", [PANDOC, WORD, MAMMOTH, OFFICE], ids=["pandoc", "word", "mammoth", "libreoffice"])
def test_notes_of_all_programs_are_told_by_their_links(body: str) -> None:
    assert notes(laid(body)) == [("1", ["Doe, 2019, p. 4."]), ("2", ["Ibid.", "More."])]


def test_notes_without_roles_or_names_are_told_too() -> None:
    made = laid(PLAIN)
    assert notes(made) == [("1", ["Doe, 2019, p. 4."]), ("2", ["Ibid."])]
    assert texts(made) == ["So[1], and [2].", "No note."]


def test_notes_stand_apart_from_the_text() -> None:
    made = laid(PANDOC)
    assert texts(made) == ["So.[1] And[2].", "References", "Doe."]
    assert [(block.role, block.level) for block in made.blocks][1] == (Role.HEADING, 2)


def test_links_that_call_nothing_are_none() -> None:
    made = laid(
        '<p><a href="#s1">1</a> Ports</p><h2 id="s1">Ports</h2><p>See <a href="#s1">2</a> and <a href="#nowhere">3</a>, or '
        '<a href="https://example.org/#4">4</a>.</p>'
    )
    assert made.notes == ()


def test_what_is_no_text_is_passed_over() -> None:
    made = laid(
        "<head><title>Ports</title><style>p {}</style></head><body><nav role='doc-toc'><p>1 Ports</p></nav><script>x</script>"
        "<!-- no --><p>So &amp; <i>so</i>.<br>New&nbsp;line.</p><pre>[^1]: code</pre></body>"
    )
    assert texts(made) == ["So & so.\nNew\u00a0line."]
    assert made.title == "Ports"


def test_blocks_have_their_roles() -> None:
    made = laid(
        "<ul><li>One<ul><li>Two</li></ul></li></ul><table><tr><td>Cell</td></tr></table><blockquote><p>So.</p></blockquote>"
        "<figure><figcaption>Map</figcaption></figure><div>Loose</div>"
    )
    assert [(block.role, block.level) for block in made.blocks] == [
        (Role.ITEM, 1),
        (Role.ITEM, 2),
        (Role.CELL, 0),
        (Role.QUOTE, 0),
        (Role.CAPTION, 0),
        (Role.PARAGRAPH, 0),
    ]


def test_a_page_without_charset_is_utf_8_and_may_be_latin_1() -> None:
    assert texts(layout("a.html", "<p>déjà vu</p>".encode())) == ["déjà vu"]
    latin = '<meta charset="iso-8859-1"><p>déjà vu</p>'.encode("latin-1")
    assert texts(layout("a.html", latin)) == ["déjà vu"]


def test_the_language_is_the_declared_one() -> None:
    assert laid('<html lang="nb-NO"><p>So.</p></html>').lang == "nb"
    assert laid("<p>So.</p>").lang is None


def test_an_empty_page_is_said_to_be_empty() -> None:
    with pytest.raises(InputError, match="is empty"):
        layout("a.html", b" \n")
