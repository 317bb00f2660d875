"""Quoted text made harmless."""

from __future__ import annotations

import pytest

from citecheck.report.visible import shortened, visible


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\nb", "a b"),
        ("a  \n   b", "a b"),
        ("a\tb", "a b"),
        ("a\r\nb", "a b"),
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\x7fb", "a␡b"),
        ("a\x9bb", "a<U+009B>b"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2066b", "a<U+2066>b"),
        ("a\u200bb", "a<U+200B>b"),
        ("a\u2028b", "a b"),
        ("a\udc80b", "a<U+DC80>b"),
        ("a\u00a0b\u202f;", "a\u00a0b\u202f;"),
        ("é 漢字 €", "é 漢字 €"),
    ],
)
def test_visible(written: str, shown: str) -> None:
    assert visible(written) == shown


@pytest.mark.parametrize(
    ("written", "longest", "shown"),
    [("abcdef", 6, "abcdef"), ("abcdefgh", 7, "ab … gh"), ("ab      gh", 9, "ab … gh"), ("", 0, "")],
)
def test_shortened(written: str, longest: int, shown: str) -> None:
    assert shortened(written, longest) == shown
