"""Notes in all their commands."""

from __future__ import annotations

import pytest

from citecheck.model.layout import NoteKind
from tests.read.tex.samples import document, laid, notes, texts


@pytest.mark.parametrize(
    ("body", "text", "made"),
    [
        (r"a\footnote{b}", "a[1]", {"1": "b"}),
        (r"a\footnote[7]{b}, c\footnote{d}", "a[7], c[1]", {"7": "b", "1": "d"}),
        ("a\\footnote\n{b}", "a[1]", {"1": "b"}),
        (r"a\footnotemark{} c\footnotetext{b}", "a[1] c", {"1": "b"}),
        (r"a\footnotemark[3] c\footnotetext[3]{b}", "a[3] c", {"3": "b"}),
        (r"a\footnotetext{b}", "a", {}),
        (r"\setcounter{footnote}{4}a\footnote{b}", "a[5]", {"5": "b"}),
        (r"a\endnote{b}", "a[1]", {"1": "b"}),
        (r"a\footnote{b} c\endnote{d}", "a[1] c[e1]", {"1": "b", "e1": "d"}),
        (r"a\tablefootnote{b}\sidenote{c}", "a[1][s1]", {"1": "b", "s1": "c"}),
        (r"a\marginpar{b} c", "b", {}),
        (r"\emph{a\footnote{b \emph{c}}} d", "/a/[1] d", {"1": "b /c/"}),
        ("a\\footnote{b\n\nc}", "a[1]", {"1": "b c"}),
        (r"a\footnote{b\footnote{c}}", "a[1]", {"1": "b[2]", "2": "c"}),
        (r"\begin{minipage}{5cm}a\footnote{b}\end{minipage} c\footnote{d}", "a[a]", {"a": "b", "1": "d"}),
        (r"\renewcommand{\thefootnote}{\roman{footnote}}a\footnote{b}", "a[i]", {"i": "b"}),
        (r"a\footnote{b}. \setcounter{footnote}{0}c\footnote{d}", "a[1]. c[1.2]", {"1": "b", "1.2": "d"}),
        (r"a\footnote", "a", {}),
        (r"a\footnote{b", "a[1]", {"1": "b"}),
    ],
)
def test_notes_have_their_numbers(body: str, text: str, made: dict[str, str]) -> None:
    assert texts(body)[0] == text
    assert notes(body) == made


def test_notes_begin_anew_in_each_chapter_of_a_book() -> None:
    body = r"a\footnote{b}\chapter{One} c\footnote{d} e\footnote{f}\chapter*{Two} g\footnote{h}\chapter{Three} i\footnote{j}"
    assert list(notes(document(body, kind="book"))) == ["1", "1/1", "1/2", "1/3", "2/1"]
    assert [note.printed for note in laid(document(body, kind="book")).notes] == ["1", "1", "2", "3", "1"]
    through = document(body, r"\counterwithout{footnote}{chapter}", kind="book")
    assert list(notes(through)) == ["1", "2", "3", "4", "5"]


def test_appendices_have_letters() -> None:
    body = r"\chapter{One} c\footnote{d}\appendix\chapter{Two} g\footnote{h}"
    assert list(notes(document(body, kind="report"))) == ["1/1", "A/1"]


def test_kinds_are_told_apart() -> None:
    made = laid(document(r"\maketitle a\footnote{b}\endnote{c}", r"\title{A\thanks{To all}}"))
    assert [(note.note_id, note.kind, note.custom) for note in made.notes] == [
        ("*", NoteKind.FOOTNOTE, True),
        ("1", NoteKind.FOOTNOTE, False),
        ("e1", NoteKind.ENDNOTE, False),
    ]


def test_a_note_stands_where_its_command_does() -> None:
    made = laid("a\n b\\footnote{\n  c}")
    block = made.notes[0].blocks[0]
    assert (block.line, block.column) == (2, 3)
    assert (block.inlines[0].line, block.inlines[0].column) == (3, 3)
