"""Regular expressions of the user's."""

from __future__ import annotations

import pytest

from citecheck.model.expression import Expression


@pytest.mark.parametrize(
    ("written", "text", "finds"),
    [
        ("example", "https://example.org/", True),
        (r"^https://example\.org/$", "https://example.org/", True),
        (r"\.org\z", "https://example.org/", False),
        (r"(?i)EXAMPLE", "https://example.org/", True),
        ("é", "https://example.org/é", True),
        (r"/\d{4}/", "https://example.org/2019/x", True),
        ("", "https://example.org/", True),
        ("a", "\ud800a", True),
        ("a\0b", "a\0b", True),
    ],
)
def test_it_is_found_anywhere(written: str, text: str, finds: bool) -> None:
    assert Expression.of(written).finds(text) is finds


@pytest.mark.parametrize(
    "written",
    [
        "[",
        "(",
        "*",
        r"(?=a)",
        r"(?!a)",
        r"(?<=a)",
        r"(?<!a)",
        r"(a)\1",
        r"(?P<n>a)(?P=n)",
        r"a\Z",
        r"(?>a)",
        "a*+",
        "a{1001}",
        "((a{1000}){1000})",
        r"(\pL{1,30}){1,30}",
        "(" * 5000,
        "\ud800",
    ],
)
def test_what_would_need_to_backtrack_or_much_memory_is_none(written: str) -> None:
    with pytest.raises(ValueError, match=r"^is no (text|regular expression of RE2: )") as raised:
        Expression.of(written)
    assert "\n" not in str(raised.value)
