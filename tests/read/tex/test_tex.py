"""LaTeX documents as a Layout."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.errors import InputError
from citecheck.read.documents import read_document
from citecheck.read.readers import includes, is_document
from citecheck.read.tex import ENDINGS, layout
from tests.counting import calls
from tests.parse.texts import QUICK
from tests.read.tex.samples import NOWHERE, document, laid

PIECES = (
    *(
        "\\footnote{",
        "\\autocite[",
        "}",
        "{",
        "[",
        "]",
        "$",
        "\\[",
        "\\]",
        "\\begin{quote}",
        "\\end{quote}",
        "\n\n",
        "% a\n",
    ),
    *(
        "\\begin{tabular}{c}",
        "\\\\",
        "&",
        "\\cite{a}",
        "\\textcite{a}-b",
        "\\enquote{",
        "\\section{",
        "\\item",
        "\\label{a}",
    ),
    *(
        "\\ref{a}",
        "\\footnotemark",
        "\\footnotetext{",
        "\\def\\a{\\a\\b}",
        "\\a",
        "\\newcommand{\\b}[1]{#1",
        "\\b",
        "\\iffalse",
    ),
    *(
        "\\fi",
        "\\else",
        "\\bibitem{a}",
        "\\end{document}",
        "\\begin{document}",
        "\\url{",
        "\\verb|",
        "\\'",
        "e",
        " ",
        "#1",
        "~",
    ),
    *(
        "\\begin{equation}",
        "\\caption{",
        "\\renewcommand{\\thefootnote}{",
        "\\setcounter{footnote}{",
        "-1",
        "\\chapter{",
        "--",
    ),
    *(
        "\\input{main}",
        "\\marginpar{",
        "\\begin{minipage}{",
        "\\thanks{",
        "\\maketitle",
        "\\title{",
        "\\let\\a",
        "\\blockcquote{",
    ),
)


def test_its_files_are_known_by_their_endings() -> None:
    for ending in ENDINGS:
        assert is_document(f"a{ending}")
        assert includes(f"A{ending.upper()}")
    assert not includes("a.docx")
    assert not includes("a.md")


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.booleans())
@QUICK
def test_nothing_is_raised_and_every_place_is_in_the_file(pieces: list[str], whole: bool) -> None:
    text = "".join(pieces)
    text = document(text, "".join(pieces[:5])) if whole else text
    made = laid(text)
    lines = text.split("\n")
    blocks = [*made.blocks, *(block for note in made.notes for block in note.blocks)]
    for block in blocks:
        for one in (block, *block.inlines):
            assert 1 <= one.line <= len(lines)
            assert 1 <= one.column <= len(lines[one.line - 1]) + 2
    assert len({note.note_id for note in made.notes}) == len(made.notes)


@given(st.binary(max_size=200))
@QUICK
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(InputError):
        layout(NOWHERE, raw)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "\\footnote{a} b ",
            "\\footnote{",
            "\\emph{",
            "}",
            "$ a ",
            "\\[ a\n\n",
            "\\cite{a}",
            "\\cites{a}",
            "\\begin{quote}",
        ),
        *(
            "\\ifx ",
            "\\item ",
            "\\unknown{a}",
            "\\footnotemark[1]",
            "\\label{a}\\ref{a}",
            "\\begin{tabular}{c}",
            "\\caption{",
        ),
        *("\\enquote{", "\\section{", "\\bibitem{a} ", "\\usepackage[a=b]{biblatex}", "\\newcommand{\\a}{b}\\a "),
    ],
)
def test_twice_the_text_takes_about_twice_the_steps(text: str) -> None:
    few, many = (calls(lambda count=count: laid(text * count)) for count in (200, 800))  # type: ignore[misc]
    assert many <= 5 * few


def test_a_document_becomes_text_with_its_keys(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("")
    main = tmp_path / "main.tex"
    body = "\\section{Ports}\nA claim\\footnote{See \\cite[4]{doe}.} holds."
    main.write_text(document(body, "\\title{Fish}\\addbibresource{a.bib}\\usepackage[style=verbose]{biblatex}"))
    source = read_document(str(main))
    assert source.front == '---\ntitle: "Fish"\nbibliography: ["a.bib"]\n---'
    assert source.text.strip() == "## 1 Ports\n\nA claim[^1] holds.\n\n[^1]: See [@doe, p.\u00a04]."
    assert source.is_lined


def test_what_has_no_mark_is_text() -> None:
    made = laid(r"a\footnotetext{b}")
    assert ([block.text for block in made.blocks], made.notes) == (["a", "b"], ())
