"""Commands that a document defines."""

from __future__ import annotations

import pytest

from tests.read.tex.samples import document, notes, texts


@pytest.mark.parametrize(
    ("definition", "use", "text"),
    [
        (r"\newcommand{\latin}[1]{\textit{#1}}", r"a \latin{et} b", "a /et/ b"),
        (r"\newcommand\who{Doe}", r"\who{} says", "Doe says"),
        (r"\newcommand*{\by}[2][p.]{(#1 #2)}", r"\by{4} \by[f.]{5}", "(p. 4) (f. 5)"),
        (r"\renewcommand{\latin}[1]{<#1>}", r"\latin{a}", "<a>"),
        (r"\def\pair#1#2{#2, #1}", r"\pair{a}{b}", "b, a"),
        (r"\def\x{a}\let\y=\x", r"\y", "a"),
        (r"\let\kursiv\emph", r"\kursiv{a}", "/a/"),
        (r"\newcommand{\lien}[2]{\href{#1}{#2}}", r"\lien{https://a.example}{here}", "here"),
        (r"\NewDocumentCommand{\q}{O{x} m}{#1:#2}", r"\q{a} \q[b]{c}", "x:a b:c"),
        (r"\NewDocumentCommand{\q}{s m}{#2}", r"\q{a}", "a"),
        (r"\newenvironment{cited}{(}{)}", r"\begin{cited}a\end{cited}", "(a)"),
        (r"\newcommand{\a}{a}\providecommand{\a}{b}", r"\a", "a"),
        (r"\def\a#1.{#1}", r"b", "b"),
        (r"\newcommand{\be}{\begin{equation}}\newcommand{\ee}{\end{equation}}", r"a \be x \ee b", "a b"),
    ],
)
def test_commands_stand_for_what_they_are_defined_as(definition: str, use: str, text: str) -> None:
    assert texts(document(use, definition))[0] == text


def test_a_note_in_a_command_of_its_own_is_a_note() -> None:
    made = document(r"a\source{Doe}{4} b\source{Roe}{5}", r"\newcommand{\source}[2]{\footnote{#1, p.~#2.}}")
    assert notes(made) == {"1": "Doe, p.\u00a04.", "2": "Roe, p.\u00a05."}


@pytest.mark.parametrize(
    "definition",
    [
        r"\def\a{\a}",
        r"\def\a{x\a\a}",
        r"\def\a{\b\b}\def\b{\a\a}",
        r"\newcommand{\a}[9]{#1#1#1}",
        r"\def",
        r"\newcommand",
    ],
)
def test_commands_that_stand_for_themselves_end(definition: str) -> None:
    assert texts(document(r"before \a after", definition))[:1] != [""]


def test_what_hangs_on_a_command_is_not_defined_anew() -> None:
    assert notes(document(r"a\footnote{b}", r"\renewcommand{\footnote}[1]{}")) == {"1": "b"}
