"""What commands print, whatever they are called."""

from __future__ import annotations

import pytest

from tests.read.tex.samples import document, laid, texts


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\emph{a} {\it b} \textit{c}{\em d\normalfont e}", "/a/ /b/ /c//d/e"),
        (r"\textbf{a} \textsc{Doe} {\bfseries b} \textcolor{red}{c}", "a Doe b c"),
        (r"\unknown{a}{b} \unknown[x]{c} \unknown d", "b c d"),
        (r"a\label{x}\index{y} b\vspace{1cm} c\vskip 2cm", "a b c"),
        (r"5\,\% \& \S~3 \ldots{} \LaTeX{} \og a\fg{} \no 4", "5\u202f% & §\u00a03 … LaTeX «\u00a0a\u00a0» n°4"),
        (r"XIX\ieme{} 1\ier", "XIX^e 1^er"),
        ("a -- b --- c ``d'' `e' l'on", "a – b — c “d” ‘e’ l’on"),
        (r"a@b.example @c", r"a@b.example \@c"),
        (r"a & b", "a b"),
        (r"\parskip=0.5em a \parindent 2cm b", "a b"),
        (r"\'etude fran\c{c}aise", "étude française"),
        (r"a\textsuperscript{b", "a^b"),
        (r"\def\x#1{#1}a#1", "a"),
        (r"\today{}a\par", "a"),
    ],
)
def test_what_is_printed(body: str, text: str) -> None:
    assert texts(document(body)) == [text]


def test_paragraphs_end_at_blank_lines() -> None:
    assert texts("a\nb\n\nc % d\n\ne\\par f") == ["a b", "c", "e", "f"]


def test_nothing_before_the_text_and_nothing_behind_it_is_printed() -> None:
    assert texts(document("a", "b \\typeout{c} {d}") + "e") == ["a"]


def test_a_part_is_read_as_the_text_that_it_is() -> None:
    assert texts("a") == ["a"]


def test_what_is_said_to_citecheck_belongs_to_its_paragraph_or_the_next_one() -> None:
    text = "a\n\n% citecheck: ignore STY for now\nb\\footnote{% citecheck : ignore PAG\n c} % citechecker\n"
    made = laid(text)
    assert [[one.text for one in block.comments] for block in made.blocks] == [[], ["citecheck: ignore STY for now"]]
    assert [one.text for one in made.notes[0].blocks[0].comments] == ["citecheck : ignore PAG"]
    assert (made.blocks[1].comments[0].line, made.blocks[1].comments[0].column) == (3, 1)
    made = laid(document("a", "% citecheck: ignore-file STY for now"))
    assert [one.text for one in made.blocks[0].comments] == ["citecheck: ignore-file STY for now"]
