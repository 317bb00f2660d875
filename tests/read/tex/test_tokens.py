"""The tokens of LaTeX, with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.read.tex.tokens import EMPTY, Kind, Slice, Tokens, listings, tokens, written
from tests.counting import calls
from tests.parse.texts import QUICK
from tests.read.tex.samples import piece


def of(text: str) -> list[tuple[str, str]]:
    return [(token.kind.name, token.text) for token in tokens(text, "").items]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a b", [("TEXT", "a b")]),
        ("a  b\n c", [("TEXT", "a"), ("SPACE", "  "), ("TEXT", "b"), ("SPACE", "\n "), ("TEXT", "c")]),
        ("a\n\nb", [("TEXT", "a"), ("PARAGRAPH", "\n\n"), ("TEXT", "b")]),
        ("a% no\n  b", [("TEXT", "a"), ("TEXT", "b")]),
        ("a% no\n\nb", [("TEXT", "a"), ("PARAGRAPH", "\n\n"), ("TEXT", "b")]),
        (r"5\% of", [("TEXT", "5"), ("COMMAND", "%"), ("TEXT", " of")]),
        (r"\emph {a}", [("COMMAND", "emph"), ("OPEN", "{"), ("TEXT", "a"), ("CLOSE", "}")]),
        (r"\section*{a}", [("COMMAND", "section*"), ("OPEN", "{"), ("TEXT", "a"), ("CLOSE", "}")]),
        (r"d\'ej\`a", [("TEXT", "d"), ("TEXT", "é"), ("TEXT", "j"), ("TEXT", "à")]),
        (r"\c{c}\^{\i}\"u", [("TEXT", "ç"), ("TEXT", "î"), ("TEXT", "ü")]),
        ("a--b---c", [("TEXT", "a"), ("LIGATURE", "--"), ("TEXT", "b"), ("LIGATURE", "---"), ("TEXT", "c")]),
        ("l'on ``a''", [("TEXT", "l'on "), ("LIGATURE", "``"), ("TEXT", "a"), ("LIGATURE", "''")]),
        ("1-2 a,b x<y !", [("TEXT", "1-2 a,b x<y !")]),
        ("a~b & $x$", [*[("TEXT", "a"), ("TIE", "~"), ("TEXT", "b "), ("CELL", "&"), ("SPACE", " ")],
                       *[("MATH", "$"), ("TEXT", "x"), ("MATH", "$")]]),
        (r"\url{https://a.example/b%20c#d}", [("COMMAND", "url"), ("RAW", "https://a.example/b%20c#d")]),
        (r"\href{http://a.example/%7Eb}{c}", [("COMMAND", "href"), ("RAW", "http://a.example/%7Eb"),
                                             ("OPEN", "{"), ("TEXT", "c"), ("CLOSE", "}")]),
        (r"a\verb|\b{|c", [("TEXT", "a"), ("COMMAND", "verb"), ("TEXT", "c")]),
        (r"\lstinline{a b}.", [("COMMAND", "lstinline"), ("TEXT", ".")]),
        (r"\mintinline{c}|a{|b", [("COMMAND", "mintinline"), ("TEXT", "b")]),
        (r"\begin{verbatim}\foot{\end{verbatim}a", [("COMMAND", "begin"), ("RAW", "verbatim"), ("COMMAND", "end"),
                                                   ("OPEN", "{"), ("TEXT", "verbatim"), ("CLOSE", "}"), ("TEXT", "a")]),
        (r"\begin{lstlisting}a", [("COMMAND", "begin"), ("RAW", "lstlisting")]),
        ("\\", [("COMMAND", "")]),
        ("#1##", [("PARAMETER", "#1"), ("PARAMETER", "##")]),
    ],
)  # fmt: skip
def test_a_text_has_tokens(text: str, made: list[tuple[str, str]]) -> None:
    assert of(text) == made


@pytest.mark.parametrize(
    "definition",
    [
        r"\lstnewenvironment{own}[1][]{\lstset{#1}}{}",
        r"\DefineVerbatimEnvironment{own}{Verbatim}{numbers=left}",
        r"\newtcblisting[use counter=a]{own}{listing only}",
        r"\newenvironment{own}[1]{\VerbatimEnvironment\begin{minted}{#1}}{\end{minted}}",
    ],
)
def test_a_document_defines_listings(definition: str) -> None:
    own = listings(definition + r"\newenvironment{other}{}{}")
    assert own == {"own"}
    made = tokens(r"\begin{own}{xml} \a{\end{own}b", "", own).items
    assert [token.text for token in made] == ["begin", "own", "end", "{", "own", "}", "b"]


def test_minted_has_names_of_its_own() -> None:
    assert listings(r"\newminted{python}{linenos}") == {"pythoncode"}


def test_each_token_has_its_place() -> None:
    made = tokens("a % c\n  \\emph{b}\n\n\\url{\nhttps://a.example}", "b.tex").items
    assert [(one.text, one.line, one.column) for one in made if one.kind in (Kind.TEXT, Kind.COMMAND, Kind.RAW)] == [
        ("a", 1, 1),
        ("emph", 2, 3),
        ("b", 2, 9),
        ("url", 4, 1),
        ("\nhttps://a.example", 4, 6),
    ]
    assert {one.file for one in made} == {"b.tex"}


def test_braces_and_brackets_have_partners_within_the_braces_around_them() -> None:
    made = tokens("{[a]}[{]}]}", "")
    assert made.partner == {0: 4, 1: 3, 5: 9, 6: 8}


def test_tokens_are_written_as_typed() -> None:
    assert written(piece("a\n  \\by c{d}")) == r"a \by c{d}"
    assert len(EMPTY) == 0
    assert written(Slice(Tokens.of(list(piece("abc"))), 0, 1)) == "abc"


@given(st.text("\\{}[]%$&~#`'-\"a1 \n|", max_size=60))
@QUICK
def test_places_are_those_of_the_text(text: str) -> None:
    lines = text.split("\n")
    for one in tokens(text, "").items:
        assert 1 <= one.line <= len(lines)
        assert 1 <= one.column <= len(lines[one.line - 1]) + 1
        if one.kind in (Kind.OPEN, Kind.CLOSE, Kind.MATH, Kind.TIE):
            assert lines[one.line - 1][one.column - 1 :].startswith(one.text)


@pytest.mark.parametrize(
    "text", ["% \n", " %\n", "\\verb|a", "\\url{", "\\begin{verbatim}", " ", "'", "\\'{", "[", "\\["]
)
def test_twice_the_text_takes_about_twice_the_steps(text: str) -> None:
    few, many = (calls(lambda count=count: tokens(text * count, "")) for count in (500, 2000))  # type: ignore[misc]
    assert many <= 5 * few
