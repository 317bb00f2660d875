"""Layout to Source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.layout import Block, Call, LaidNote, Layout, NoteKind, Role, Words
from citecheck.model.printed import plain
from citecheck.model.source import Anchor, Span
from citecheck.read.projection import projected, stretches
from tests.parse.texts import QUICK


def block(*inlines: Words | Call | str, role: Role = Role.PARAGRAPH, level: int = 0, number: str = "") -> Block:
    made = tuple(Words(one) if isinstance(one, str) else one for one in inlines)
    return Block(role, made, "document", 1, level, number)


def text(*blocks: Block) -> str:
    return projected("a.docx", Layout(blocks), "").text


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (block("Ports", role=Role.HEADING, level=2, number="2.1"), "## 2.1 Ports"),
        (block("Ports", role=Role.HEADING, level=9), "###### Ports"),
        (block("Coastal fishing", role=Role.TITLE), "# Coastal fishing"),
        (block("a\nb", role=Role.HEADING, level=1), "# a b"),
        (block("a\nb"), "a\nb"),
        (block("So.", role=Role.QUOTE), "> So."),
        (block("One", role=Role.ITEM, level=1), "- One"),
        (block("Doe.", role=Role.ITEM, level=1, number="[28]"), "[28] Doe."),
        (block("a", Words("The Ports", italic=True), "b"), "a*The Ports*b"),
        (block("a", Words(" The ", italic=True), Words("Ports ", italic=True), "b"), "a *The Ports* b"),
        (block(Words("The", italic=True), Words(" "), Words("Ports", italic=True)), "*The Ports*"),
        (block("1", Words("er", raised=True)), "1<sup>er</sup>"),
        (block(Words("here", target="https://example.org/a")), "[here](https://example.org/a)"),
        (block(Words("https://example.org/a", target="https://example.org/a")), "https://example.org/a"),
        (block(Words("here", target="#top")), "here"),
        (block("So", Call("1"), ", and", Call("e2")), "So[^1], and[^e2]"),
        (block("a * b"), r"a \* b"),
        (block("[^1] and [1]"), r"\[^1] and [1]"),
        (block("<b> and <https://example.org> and 1 < 2"), r"\<b> and <https://example.org> and 1 < 2"),
        (block("# 1"), r"\# 1"),
        (block("> 1"), r"\> 1"),
        (block("- 1"), r"\- 1"),
        (block("  a\t b  "), "a b "),
        (block("12\u00a0000\u202f%"), "12\u00a0000\u202f%"),
    ],
)
def test_a_block_becomes_markdown(made: Block, shown: str) -> None:
    assert text(made) == f"{shown}\n\n"


def test_blocks_of_blanks_are_left_out() -> None:
    assert text(block(" "), block("a"), block()) == "a\n\n"


def test_notes_stand_behind_with_what_is_printed_for_them() -> None:
    notes = (
        LaidNote("1", "1", NoteKind.FOOTNOTE, (block("Doe, 2019."), block("More."))),
        LaidNote("e1", "i", NoteKind.ENDNOTE, ()),
    )
    source = projected("a.docx", Layout((block("So", Call("1"), Call("e1")),), notes), "")
    assert source.text == "So[^1][^e1]\n\n[^1]: Doe, 2019.\n\n    More.\n\n[^e1]: \n\n"
    assert [(one.label, one.number, one.note_id) for one in source.printed] == [("1", "1", "1"), ("e1", "i", "e1")]


def test_notes_stand_at_the_end_of_the_section_that_calls_them() -> None:
    notes = tuple(
        LaidNote(number, number, NoteKind.FOOTNOTE, (block(f"Doe {number}."),)) for number in ("1", "2", "3", "4")
    )
    made = (
        block("So", Call("2"), Call("1"), Call("2")),
        block("Ports", Call("3"), role=Role.HEADING, level=1),
        block("Well", Call("1")),
    )
    assert projected("a.docx", Layout(made, notes), "").text == (
        "So[^2][^1][^2]\n\n[^2]: Doe 2.\n\n[^1]: Doe 1.\n\n# Ports[^3]\n\nWell[^1]\n\n[^3]: Doe 3.\n\n[^4]: Doe 4.\n\n"
    )


def test_title_and_language_are_front_matter_and_no_text() -> None:
    source = projected("a.docx", Layout((block("So."),), title='A "title"', lang="nb"), "")
    assert source.front == "---\ntitle: \"A 'title'\"\nlang: nb\n---"
    assert source.text.strip() == "So."
    assert source.written.text.startswith("---\ntitle")


def test_every_stretch_knows_where_it_came_from() -> None:
    made = Block(Role.PARAGRAPH, (Words("See "), Words("Ports", 4, italic=True)), "document", 7)
    heading = Block(Role.HEADING, (Words("Ports"),), "document", 6, 1, "2.1.")
    note = LaidNote("1", "1", NoteKind.FOOTNOTE, (Block(Role.PARAGRAPH, (Words("Doe."),), "footnotes", 3),))
    source = projected("a.docx", Layout((heading, made), (note,)), "")
    at = source.text.index("Ports*")
    assert Span(source, at, at + 5).anchor == Anchor(at - 0, "document", 7, 4, section="2.1")
    at = source.text.index("Doe")
    assert Span(source, at, at + 3).anchor == Anchor(at, "footnotes", 3, 0, "1")


@given(st.text("ab *_[^]<>#-`~.1)(", max_size=30))
@QUICK
def test_words_are_shown_as_they_were(written: str) -> None:
    source = projected("a.docx", Layout((block(written),)), "")
    assert plain(source.text, source).split() == written.split()


def test_a_document_in_lines_tells_line_and_column_behind_every_sign_of_markdown() -> None:
    made = Block(
        Role.PARAGRAPH,
        (
            Words("So * it ", file="b.tex", line=7, column=5),
            Words("The Ports", italic=True, file="b.tex", line=8, column=7),
            Call("1", file="b.tex", line=8, column=17),
            Words(" and more", file="b.tex", line=8, column=40),
        ),
        "text",
        1,
        file="b.tex",
        line=7,
        column=5,
    )
    note = Block(Role.PARAGRAPH, (Words("Doe.", file="b.tex", line=8, column=27),), "notes", 1, line=8, column=17)
    source = projected("a.tex", Layout((made,), (LaidNote("1", "1", NoteKind.FOOTNOTE, (note,)),)), "")
    assert source.paths == ("a.tex", "b.tex")
    for words, place in (
        ("So", (7, 5, 7, 7)),
        ("it", (7, 10, 7, 12)),
        ("*The Ports*", (8, 7, 8, 17)),
        ("Ports", (8, 11, 8, 16)),
        ("more", (8, 45, 8, 49)),
        ("Doe", (8, 27, 8, 30)),
    ):
        at = source.text.index(words)
        span = Span(source, at, at + len(words))
        assert span.path == "b.tex"
        assert (span.line, span.column, span.end_line, span.end_column) == place, words
        assert span.anchor is None


def shown(made: Layout) -> list[str]:
    """What stands at each stretch, with where that is in the document."""
    text = projected("a.docx", made, "").text
    return [f"{one.paragraph}:{one.at} {text[one.offset : one.end]}" for one in stretches(made)]


def test_stretches_are_what_the_document_itself_has() -> None:
    note = LaidNote("1", "1", NoteKind.FOOTNOTE, (Block(Role.PARAGRAPH, (Words("Doe."),), "footnotes", 3),))
    made = Block(Role.ITEM, (Words("See  a*b "), Words("Ports", 9, italic=True), Call("1", 14)), "document", 7, 1)
    assert shown(Layout((made,), (note,))) == ["7:0 See ", "7:5 a", "7:6 *b ", "7:9 Ports", "7:14 [^1]", "3:0 Doe."]


@given(st.text("ab *_[^]<>#-`~.1)(\t\n", max_size=30))
@QUICK
def test_stretches_are_the_words_without_guards_and_blanks(written: str) -> None:
    made = Layout((block(written),))
    text = projected("a.docx", made, "").text
    found = stretches(made)
    assert "".join(text[one.offset : one.end] for one in found).split() == written.split()
    for one in found:
        own = written[one.at : one.at + one.end - one.offset]
        assert own.replace("\t", " ") == text[one.offset : one.end]
