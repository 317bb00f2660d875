"""URL002: parameters that only track."""

from __future__ import annotations

import pytest

from citecheck import audit
from tests.checks.addresses.auditing import found, mended
from tests.skips import REPORT, needs_report


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://example.org/a?utm_source=x&id=7", "https://example.org/a?id=7"),
        ("https://example.org/a?id=7&amp;utm_source=x", "https://example.org/a?id=7"),
        ("https://example.org/a?a=1&amp;fbclid=x&amp;b=2", "https://example.org/a?a=1&amp;b=2"),
        ("https://example.org/a?utm_source=x#top", "https://example.org/a#top"),
        ("https://example.org/a?CMP=twt_gu", "https://example.org/a"),
        ("https://example.org/a?utm_source=x&cmp=3", "https://example.org/a"),
        ("https://example.org/a?module=x&pgtype=article&campaign=3", "https://example.org/a"),
        (r"https://example.org/a?utm\_source=x&id=a\_b", r"https://example.org/a?id=a\_b"),
        ('[a](https://example.org/a?utm_source=x "title")', '[a](https://example.org/a "title")'),
        (
            r"[https://example.org/a?utm\\_source=x](https://example.org/a?utm_source=x)",
            "[https://example.org/a](https://example.org/a)",
        ),
    ],
)
def test_what_is_flagged(url: str, clean: str) -> None:
    text = f"See {url} there.\n"
    assert [one.code for one in found(text)] == ["URL002"]
    assert mended(text) == f"See {clean} there.\n"


@pytest.mark.parametrize(
    "url",
    [
        *("https://example.org/a#utm_source=x", "https://example.org/a?ref=x", "https://example.org/a?cmp=3"),
        *("https://example.org/a?campaign=3", "https://example.org/a?campaign_id=12", "https://example.org/a?source=x"),
        *("https://example.org/utm_source=x", "https://example.org/a?u=https%3A%2F%2Fb.org%3Futm_source%3Dx"),
    ],
)
def test_what_passes(url: str) -> None:
    assert found(f"See {url}\n") == []


@needs_report
def test_the_urls_of_the_report() -> None:
    made = audit([str(REPORT)], select=["URL"]).findings
    entries = (("URL004", "1"), ("URL002", "8"), ("URL005", "12"), ("URL004", "23"), ("URL002", "25"), ("URL002", "28"))
    assert [(one.lang, one.code, one.place.note or one.place.entry) for one in made] == [
        (lang, code, number)
        for lang, note in (("fr", "186"), ("en", "142"))
        for code, number in (("URL002", note), *entries)
    ]
