"""What is no text of the report is blank, and everything else in its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.model.source import Source
from citecheck.read.unprinted import without_unprinted

HIDDEN = [
    "Elms <!-- fall.[^9] (Low, 1899) --> stand.",
    "Elms\n\n<!--\nfall.[^9]\n\n(Low, 1899)\n-->\n\nstand.",
    "Elms `[^9]` and ``(Low, 1899) ` [^9]`` stand.",
    "Elms\n\n```\nfall[^9] (Low, 1899)\n```\n\nstand.",
    "Elms\n\n~~~ text\nfall[^9] (Low, 1899)\n~~~\n\nstand.",
    "Elms\n\n<pre>fall[^9] (Low, 1899)</pre>\n\nstand.",
    "Elms <code>fall[^9] (Low, 1899)</code> stand.",
    "<script>fall[^9] (Low, 1899)</script>\n\nElms stand.",
    "Elms $x^2 = (Low, 1899)$ stand.",
    "Elms $$x_{9} = \\frac{(Low, 1899)}{2}$$ stand.",
    'Elms stand.\n\n```{r a, fig.cap="By `lm` (Low, 1899)[^9]"}\nx[^8]\n```\n',
    "Elms $x[^9] = y^{(Low, 1899)}$ and $$a_[^3] = (Low, 1899)$$ stand.",
    "Elms \\(x_{9} = (Low, 1899)\\) stand.",
    "---\ntitle: Elms[^9]\nby: (Low, 1899)\n---\n\nElms stand.",
    "Elms\n\n<--- Page Split [^9] (Low, 1899) --->\nstand.",
]


@pytest.mark.parametrize(
    "mark", ["<--- Page Split --->", "{12}----------------", "--- Page 12 ---", "== p 3 / 9 ==", "\\newpage", "\f"]
)
def test_the_marks_of_pages_are_not_printed(mark: str) -> None:
    text = f"Elms stand.\n\n{mark}\n[14] Low, 1899."
    shown, _ = without_unprinted(text)
    assert mark not in shown
    assert len(shown) == len(text)
    assert shown.endswith("\n[14] Low, 1899.")
    assert "a --- 12 --- b" in without_unprinted("a --- 12 --- b")[0]


@pytest.mark.parametrize("text", HIDDEN)
def test_what_is_not_printed_says_nothing(text: str) -> None:
    shown, hidden = without_unprinted(text)
    assert "[^9]" not in shown
    assert "(Low" not in shown
    assert len(shown) == len(text)
    assert Source("a.md", shown, unprinted=hidden).written.text == text
    assert Source("a.md", shown, unprinted=hidden).quoted.text == text


@pytest.mark.parametrize(
    "text",
    [
        "A sum of $5 million[^1] and of US$ 4 million (Low, 2009).",
        "It cost $5 (Low, 2009) and then $6 more (Roe, 2010).",
        "Doe, J. (2019). Elms. `https://elms.example.org/a_(b)`",
        "l`eau (Low, 2009) et d`un",
        "``so to speak'' (Low, 2009) and ``so said''",
        "An open <!-- comment[^1]",
        "```\nnever closed[^1]\n",
        "\\[^sic\\] and \\[3\\]",
        "<pre>never closed[^1]",
        "---\n\nA rule above[^1]\n\n---\n",
    ],
)
def test_what_is_printed_stays(text: str) -> None:
    assert without_unprinted(text) == (text, ())


@pytest.mark.parametrize(
    "attributes",
    [
        '{:target="_blank"}',
        '{target="_blank" .new}',
        "{.smallcaps}",
        "{:.note #elms}",
        "{:rel='me'}",
        '{#tbl-e cols="[20,70]"}',
    ],
)
def test_attributes_behind_a_link_or_a_caption_are_not_printed(attributes: str) -> None:
    gap = " " if attributes.startswith("{#tbl") else ""
    text = f"- [Elms stand](https://elms.example/a){gap}{attributes}, 1899."
    assert without_unprinted(text)[0] == text.replace(attributes, " " * len(attributes))
    for other in ("Elms {1899} stand", "## Elms {#elms .unnumbered}", "{{< elms a=b >}}", "Elms {a, b = c}", "(x){n}"):
        assert without_unprinted(other)[0] == other


def test_a_caption_with_backticks_is_of_the_code() -> None:
    text = 'Elms[^1].\n\n```{r elms, fig.cap="Of the \'grove` and `oak`."}\nplot(1)[^9]\n```\n\n[^1]: Doe, 2019.\n'
    shown, _ = without_unprinted(text)
    assert shown.split() == ["Elms[^1].", "```", "```", "[^1]:", "Doe,", "2019."]


def test_a_comment_that_opens_again_ends_where_it_is_closed() -> None:
    text = "Elms.\n\n<!-- an old draft\n\n<!-- of it[^9] -->\n\nThey grow[^1].\n"
    shown, _ = without_unprinted(text)
    assert shown.split() == ["Elms.", "They", "grow[^1]."]


def test_an_open_comment_within_a_line_hides_nothing_before_the_next() -> None:
    shown, _ = without_unprinted("Elms <!-- grow[^1].\n\nOaks[^2] <!-- too[^9] --> stand.\n")
    assert "[^1]" in shown
    assert "[^9]" not in shown


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab`~<>!-$\\()[]{}^_= \n/prescodit", max_size=120))
def test_every_other_character_keeps_its_place(text: str) -> None:
    shown, hidden = without_unprinted(text)
    assert len(shown) == len(text)
    assert Source("a.md", shown, unprinted=hidden).written.text == text
