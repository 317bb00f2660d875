"""Headings, lists, tables, captions and lists of sources."""

from __future__ import annotations

import pytest

from citecheck.model.layout import Role
from tests.read.tex.samples import document, laid, shown


def blocks(text: str) -> list[tuple[str, int, str, str]]:
    return [(one.role.value, one.level, one.number, shown(one)) for one in laid(text).blocks]


def test_headings_have_their_printed_numbers() -> None:
    body = r"\section{A}\subsection[s]{B \emph{c}}\subsection*{D}\subsubsection{E}\paragraph{F} g\section{H}"
    assert blocks(document(body)) == [
        ("heading", 2, "1", "A"),
        ("heading", 3, "1.1", "B /c/"),
        ("heading", 3, "", "D"),
        ("heading", 4, "1.1.1", "E"),
        ("heading", 5, "", "F"),
        ("paragraph", 0, "", "g"),
        ("heading", 2, "2", "H"),
    ]


def test_books_have_chapters_and_parts() -> None:
    body = r"\frontmatter\chapter{A}\mainmatter\part{B}\chapter{C}\section{D}\addchap{E}\appendix\chapter{F}\section{G}"
    assert blocks(document(body, kind="book")) == [
        ("heading", 2, "", "A"),
        ("heading", 1, "I", "B"),
        ("heading", 2, "1", "C"),
        ("heading", 3, "1.1", "D"),
        ("heading", 2, "", "E"),
        ("heading", 2, "A", "F"),
        ("heading", 3, "A.1", "G"),
    ]


@pytest.mark.parametrize(
    ("body", "made"),
    [
        (
            r"\begin{itemize}\item a\item[b] c\begin{enumerate}\item d\item e\end{enumerate}\end{itemize}",
            [("item", 1, "", "a"), ("item", 1, "", "b c"), ("item", 2, "(a)", "d"), ("item", 2, "(b)", "e")],
        ),
        (r"\begin{enumerate}\item d\item e\end{enumerate}", [("item", 1, "1.", "d"), ("item", 1, "2.", "e")]),
        (r"a\begin{quote}b\end{quote}c", [("paragraph", 0, "", "a"), ("quote", 0, "", "b"), ("paragraph", 0, "", "c")]),
        (
            r"\begin{tabular}{l|r} a & b \\[2pt] \hline \multicolumn{2}{c}{d} \\ \end{tabular}",
            [("cell", 0, "", "a"), ("cell", 0, "", "b"), ("cell", 0, "", "d")],
        ),
        (
            r"\begin{figure}[h]\includegraphics[width=1cm]{a}\caption[b]{c}\label{d}\end{figure} e~\ref{d}",
            [("caption", 0, "", "c"), ("paragraph", 0, "", "e\u00a01")],
        ),
        (r"a\begin{verbatim}\footnote{b}\end{verbatim}c", [("paragraph", 0, "", "a"), ("paragraph", 0, "", "c")]),
        (r"a \begin{align*}b & c \\ d\end{align*} e", [("paragraph", 0, "", "a e")]),
        (r"\begin{unknown}a\end{unknown}", [("paragraph", 0, "", "a")]),
        (r"\end{unknown}a}b", [("paragraph", 0, "", "ab")]),
        (
            r"\begin{displayquote}[{\cite{doe}}]a\end{displayquote}",
            [("quote", 0, "", "a [@doe]")],
        ),
    ],
)
def test_blocks_are_what_they_are(body: str, made: list[tuple[str, int, str, str]]) -> None:
    assert blocks(document(body)) == made


def test_sources_in_the_text_have_their_heading_and_their_numbers() -> None:
    body = "a\\begin{thebibliography}{9}\n\\bibitem{doe} Doe, A. \\newblock \\emph{B}.\n\\bibitem[Roe(2020)]{roe} Roe.\\end{thebibliography}"
    assert blocks(document(body, r"\usepackage[english]{babel}"))[1:] == [
        ("heading", 1, "", "Bibliography"),
        ("item", 1, "[1]", "Doe, A. /B/."),
        ("paragraph", 1, "", "Roe."),
    ]
    own = document(r"\section*{Sources}" + body[1:], r"\usepackage[english]{babel}")
    assert [one.text for one in laid(own).blocks if one.role is Role.HEADING] == ["Sources"]


def test_labels_are_the_numbers_of_what_they_stand_behind() -> None:
    body = (
        r"\section{A}\label{a}\subsection{B}\label{b} See \ref{b}, \cref{a,b}, note \ref{n}, \eqref{e} and \ref{lost}."
    )
    body += r"\footnote{c\label{n}}\begin{equation}x\label{e}\end{equation} p. \pageref{a}\label{after} \ref{after}"
    assert blocks(document(body))[-1][3] == "See 1.1, 1, 1.1, note 1, 1 and ??.[1] p. 1 1.1"
