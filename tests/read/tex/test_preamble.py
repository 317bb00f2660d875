"""What stands before the text, and the files that a document consists of."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.model.layout import Layout
from tests.read.tex.samples import document, laid, shown


def read(folder: Path, body: str, preamble: str = "", **more: str) -> Layout:
    main = folder / "main.tex"
    main.write_text(document(body, preamble, more.pop("kind", "article")))
    for name, text in more.items():
        path = folder / name.replace("__", "/").replace("_tex", ".tex").replace("_bib", ".bib").replace("_bbl", ".bbl")
        path = path.with_name(path.name.replace("_sty", ".sty"))
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return laid(main.read_text(), main)


def texts(made: Layout) -> list[str]:
    return [shown(block) for block in made.blocks]


def test_files_are_read_where_they_are_included(tmp_path: Path) -> None:
    body = r"a\input{one}b\include{two/two}\input two/three c"
    made = read(
        tmp_path, body, one_tex="1\n", two__two_tex="2\\footnote{n}\\input{four}", two__three_tex="3", two__four_tex="4"
    )
    assert "|".join(texts(made)) == "a1 b|2[1]43 c"
    block = made.notes[0].blocks[0]
    assert (Path(block.file).name, block.line, block.column) == ("two.tex", 1, 2)
    assert made.lost == ()


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (r"\input{lost}", "include-missing"),
        (r"\input{../secret}", "include-refused"),
        (r"\input{/etc/passwd}", "include-refused"),
        (r"\input{main}", "include-refused"),
        (r"\include{a}", "include-refused"),
        (r"\import{lost/}{a}", "include-missing"),
        (r"\bibliography{lost}", "bibliography-missing"),
    ],
)
def test_what_is_not_read_is_said(tmp_path: Path, body: str, key: str) -> None:
    (tmp_path / "secret.tex").write_text("secret")
    folder = tmp_path / "report"
    folder.mkdir()
    made = read(folder, "before\n" + body, a_tex=r"\input{a}")
    assert [one.key for one in made.lost] == [key]
    assert "secret" not in "".join(texts(made))


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.tex").write_text("secret")
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "a.tex").symlink_to(tmp_path / "secret.tex")
    made = read(tmp_path / "report", r"b\input{a}")
    assert texts(made) == ["b"]
    assert [one.key for one in made.lost] == ["include-refused"]


def test_a_document_within_another_is_read_without_its_preamble(tmp_path: Path) -> None:
    inner = "\\documentclass[main]{subfiles}\nx\n\\begin{document}b\\end{document}c"
    assert texts(read(tmp_path, r"a \subfile{inner} d", inner_tex=inner)) == ["a", "b d"]


def test_packages_of_its_own_define_commands(tmp_path: Path) -> None:
    own = r"\newcommand{\name}[1]{\textsc{#1}}\renewcommand{\tableofcontents}{Contents}"
    assert texts(read(tmp_path, r"\tableofcontents\name{Doe} says", r"\usepackage{own}", own_sty=own)) == ["Doe says"]


def test_bibliographies_are_named(tmp_path: Path) -> None:
    made = read(tmp_path, r"a\bibliography{two}", r"\addbibresource{one.bib}", one_bib="", two_bib="")
    assert made.bibliographies == ("one.bib", "two.bib")


def test_what_bibtex_made_is_read_where_the_bibliography_is_not_there(tmp_path: Path) -> None:
    listed = r"\begin{thebibliography}{9}\bibitem{doe} Doe, A.\end{thebibliography}"
    made = read(tmp_path, r"a \cite{doe}\bibliography{lost}", main_bbl=listed)
    assert texts(made) == ["a [1]", "Doe, A."]
    assert made.lost == ()


def test_languages_are_told() -> None:
    assert laid(document("a", r"\usepackage[english,french]{babel}")).lang == "fr"
    assert laid(document("a", r"\setmainlanguage{german}\setotherlanguage{french}")).lang == "de"
    assert laid(document("a", given="italian")).lang == "it"
    assert laid("a").lang is None


def test_counters_are_set() -> None:
    body = (
        r"\setcounter{section}{3}\section{A}\addtocounter{section}{-2}\section{B}\setcounter{secnumdepth}{0}\section{C}"
    )
    assert [block.number for block in laid(document(body)).blocks] == ["4", "3", ""]
    body = r"\section{A}a\footnote{b}\section{B}c\footnote{d}"
    made = laid(document(body, r"\counterwithin*{footnote}{section}"))
    assert [note.note_id for note in made.notes] == ["1/1", "2/1"]


def test_numbers_by_page_are_remarked() -> None:
    for package in (r"\usepackage[perpage]{footmisc}", r"\MakePerPage{footnote}"):
        assert laid(document(r"a\footnote{b}", package)).remarks == ("note-numbers-by-page",)
        assert laid(document("a", package)).remarks == ()


def test_the_title_is_told_also_where_it_is_not_printed() -> None:
    made = laid(document(r"\maketitle a", r"\title{The \emph{ports}\\ of old}"))
    assert (made.title, shown(made.blocks[0])) == ("The ports\nof old", "The /ports/\nof old")
    assert laid(document("a", r"\title{The ports}")).title == "The ports"
    assert texts(laid(document("a", r"\title{The ports}"))) == ["a"]
