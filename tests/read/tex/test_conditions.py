"""Conditions."""

from __future__ import annotations

import pytest

from tests.read.tex.samples import document, texts


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"a \iffalse b \ifx c\fi d\fi e", "a e"),
        (r"a \iftrue b\else c\fi d", "a bd"),
        (r"a \ifdraft b\else c\fi d", "a cd"),
        (r"\drafttrue a \ifdraft b\else c\fi d", "a bd"),
        (r"a \ifnum 1=1 b\else c\fi d", "a cd"),
        (r"a \iffalse b", "a b"),
        (r"a \ifthenelse{x}{b}{c} d", "a c d"),
        (r"\setboolean{draft}{true}a", "a"),
    ],
)
def test_of_two_branches_one_is_printed(body: str, text: str) -> None:
    assert texts(document(body, r"\newif\ifdraft")) == [text]
