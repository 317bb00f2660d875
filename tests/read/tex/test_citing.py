"""Citations by key."""

from __future__ import annotations

import pytest

from citecheck.model.layout import Words
from tests.read.tex.samples import document, laid, notes, shown, texts

INLINE = r"\usepackage[style=authoryear]{biblatex}"
VERBOSE = r"\usepackage[style=verbose]{biblatex}"


@pytest.mark.parametrize(
    ("cited", "text"),
    [
        (r"\cite{doe}", "[@doe]"),
        (r"\parencite[4]{doe}", "[@doe, p.\u00a04]"),
        (r"\parencite[4--6]{doe}", "[@doe, pp.\u00a04–6]"),
        (r"\parencite[4-6, 9]{doe}", "[@doe, pp.\u00a04–6, 9]"),
        (r"\parencite[see][chap.~2]{doe}", "[see @doe, chap.\u00a02]"),
        (r"\parencite[see][]{doe}", "[see @doe]"),
        (r"\parencite[][xii]{doe}", "[@doe, p.\u00a0xii]"),
        (r"\parencite{doe,  roe ,poe}", "[@doe; @roe; @poe]"),
        (r"\parencites[see][4]{doe}[5]{roe}", "[see @doe, p.\u00a04; @roe, p.\u00a05]"),
        (r"\parencites(see)(and others)[4]{doe}{roe}", "[@doe, p.\u00a04; @roe]"),
        (r"\textcite[4]{doe}", "@doe [p.\u00a04]"),
        (r"\textcite{doe} says", "@doe says"),
        (r"\textcite{doe}-like", "@{doe}-like"),
        (r"\citeauthor{doe}'s", "@doe’s"),
        (r"\cite{doe--2020}", "[@{doe--2020}]"),
        (r"\cite{2020a}", "[@{2020a}]"),
        (r"\citefield{doe}{title}", "[@doe]"),
        (r"\volcite{2}[4]{doe}", "[@doe, p.\u00a04]"),
        (r"\parencite[\emph{passim}]{doe}", "[@doe, /passim/]"),
        (r"a\nocite{roe} b", "a b"),
        (r"\cite{}", ""),
        (r"\autocite[4]{doe}.", "[@doe, p.\u00a04]."),
        (r"\textcquote[4]{doe}{So be it}", "“So be it” [@doe, p.\u00a04]"),
    ],
)
def test_biblatex(cited: str, text: str) -> None:
    assert "".join(texts(document(cited, INLINE))) == text


@pytest.mark.parametrize(
    ("cited", "text"),
    [
        (r"\citep[see][p.~4]{doe,roe}", "[see @doe; @roe, p.\u00a04]"),
        (r"\citep[4]{doe}", "[@doe, 4]"),
        (r"\citet{doe,roe}", "@doe, @roe"),
        (r"\citet*[chap. 2]{doe}", "@doe [chap. 2]"),
        (r"\citeyearpar{doe}", "[@doe]"),
    ],
)
def test_natbib(cited: str, text: str) -> None:
    assert texts(document(cited, r"\usepackage{natbib}")) == [text]


def test_notes_are_printed_where_the_style_prints_them() -> None:
    body = r"One\footcite[4]{doe}, two \autocite[see][5]{roe}. Three\footnote{Cf. \autocite{doe}.}."
    made = document(body, VERBOSE)
    assert texts(made) == ["One[1], two.[2] Three[3]."]
    assert notes(made) == {"1": "[@doe, p.\u00a04].", "2": "[see @roe, p.\u00a05].", "3": "Cf. [@doe]."}


def test_the_mark_stays_before_the_full_stop_where_the_document_says_so() -> None:
    made = document(r"One\autocite{doe}.", VERBOSE.replace("verbose", "verbose,autopunct=false"))
    assert texts(made) == ["One[1]."]


def test_the_text_of_a_note_may_be_a_citation_elsewhere() -> None:
    made = document(r"\section{A\footnotemark}\footcitetext[4]{doe}", VERBOSE)
    assert notes(made) == {"1": "[@doe, p.\u00a04]."}


def test_each_key_has_its_place() -> None:
    block = laid(document("\\cite[p. 4]{doe,\n  roe}", INLINE)).blocks[0]
    places = {one.text: (one.line, one.column) for one in block.inlines if isinstance(one, Words)}
    assert (places["doe"], places["roe"]) == ((4, 13), (5, 3))


def test_sources_in_the_text_are_cited_by_what_is_printed() -> None:
    listed = r"\begin{thebibliography}{9}\bibitem{doe} Doe, A.\bibitem{roe} Roe, B.\end{thebibliography}"
    assert (
        texts(document(r"So \cite[p. 4]{roe} and \cite{doe,roe,lost}. " + listed))[0] == "So [2, p. 4] and [1, 2, ?]."
    )
    listed = r"\begin{thebibliography}{9}\bibitem[Doe(2020)]{doe} Doe, A.\end{thebibliography}"
    made = laid(document(r"So \citep[4]{doe}, and \citet{doe}, \citet[4]{doe}. " + listed))
    assert shown(made.blocks[0]) == "So (Doe, 2020, 4), and Doe (2020), Doe (2020, 4)."
