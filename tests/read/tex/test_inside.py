"""What stands within a paragraph."""

from __future__ import annotations

import pytest

from citecheck.model.layout import Words
from tests.read.tex.samples import document, laid, texts

FRENCH = r"\usepackage[french]{babel}"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\enquote{a \enquote{b}}", "“a ‘b’”"),
        (r"\enquote*{a}", "‘a’"),
        (r"\textquote[Doe]{a}", "“a” (Doe)"),
        (r"\textquote[\footcite{doe}]{a}", "“a” [1]"),
        (r"\foreignlanguage{french}{\enquote{a}} \enquote{b}", "«\u00a0a\u00a0» “b”"),
        (r"1\textsuperscript{er} 2\up{e}", "1^er 2^e"),
        (r"$12\,000$ and $5\%$", "12\u202f000 and 5%"),
        (r"a$^{e}$ b$^{12}$ 3$^\circ$", "a^e b^12 3°"),
        (r"$x$, \(y\) and \[z\] end", "𝑥, 𝑥 and end"),
        (r"\ensuremath{x^2}", "𝑥"),
        (r"a\\b\\[2pt]c", "a\nb\nc"),
        (r"\texorpdfstring{a}{b} c", "a c"),
        (r"\lettrine[lines=2]{O}{nce} more", "Once more"),
        (r"\SI{12}{\percent} \qty{5}{kg}", "12\u00a0% 5\u00a0kg"),
        (r"a\hspace{1cm}b", "a b"),
        (r"\texttt{f(``x'')}", "f( x )"),
    ],
)
def test_what_is_printed(body: str, text: str) -> None:
    assert texts(document(body))[0] == text


def test_quotations_are_in_the_marks_of_the_language() -> None:
    assert texts(document(r"\enquote{a \enquote{b}} \og c \fg{} d \og{} e\fg", FRENCH)) == [
        "«\u00a0a “b”\u00a0» «\u00a0c\u00a0» d «\u00a0e\u00a0»"
    ]
    assert texts(document("<<a>>", FRENCH)) == ["«a»"]
    assert texts(document("a << b")) == ["a << b"]


def test_links_lead_where_they_lead() -> None:
    made = laid(r"\href{https://a.example/b\%20c\#d}{here} \url{https://a.example/~e_f} \path{/etc} \url{}")
    links = [(one.text, one.target) for one in made.blocks[0].inlines if isinstance(one, Words) and one.text.strip()]
    assert links == [
        ("here", "https://a.example/b%20c#d"),
        ("https://a.example/~e_f", "https://a.example/~e_f"),
        ("/etc", None),
    ]


def test_what_stands_in_the_margin_is_a_paragraph_and_no_note() -> None:
    assert texts(r"a \marginnote{b} c") == ["b", "a c"]
