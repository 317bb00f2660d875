"""LaTeX's text as it would be printed."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.read.latex import latex_text, quiet
from tests.tried import tried


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (
            r"{\'E}t\'e \`{a} \^{\i}le \c{c}a \v{S} \~n \"o \H{o} \.z \=a \u g \k{a} \r{a} \d h \b{b}",
            "Été à île ça Š ñ ö ő ż ā ğ ą å ḥ ḇ",
        ),
        (r"\aa\ \O{} \ss{} {\l}\'od\'z \AE s", "å Ø ß łódź Æs"),
        (r"\textit{a} \emph {b} {\bf c} \mbox{d}", "a b c d"),
        (r"``a'' -- b --- c~d", "“a” – b — c\u00a0d"),
        (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
        (r"a\\b\,c\-d", "a b cd"),
        ("100 % of\n  it", "100 % of it"),
        ("$E$", "E"),
        (r"$\alpha$-helix 5% off", "α-helix 5% off"),
        (r"\unknown{x} y", "x y"),
        ("\\", "\\"),
        ("é plain", "é plain"),
    ],
)
def test_latex(latex: str, text: str) -> None:
    assert latex_text(latex) == text


@settings(max_examples=tried(15, 160), deadline=None)
@given(st.text(st.sampled_from("\\{}'\"`^~aéi$%& -\n") | st.characters(), max_size=20))
def test_no_latex_stops_a_run(text: str) -> None:
    assert isinstance(latex_text(text), str)


def test_a_library_is_quiet_only_for_a_while(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("a.library")
    with quiet("a.library"):
        logger.error("unheard")
    logger.error("heard")
    assert caplog.messages == ["heard"]
