"""URL004: outdated addresses for DOIs."""

from __future__ import annotations

import pytest

from tests.checks.addresses.auditing import found, mended


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("http://dx.doi.org/10.9999/abc", "https://doi.org/10.9999/abc"),
        ("https://dx.doi.org/10.9999/abc_(d)", "https://doi.org/10.9999/abc_(d)"),
        ("http://doi.org/10.9999/abc", "https://doi.org/10.9999/abc"),
        ("https://www.doi.org/10.9999/abc", "https://doi.org/10.9999/abc"),
        ("[here](http://dx.doi.org/10.9999/abc)", "[here](https://doi.org/10.9999/abc)"),
        (
            "[dx.doi.org/10.9999/abc](http://dx.doi.org/10.9999/abc)",
            "[https://doi.org/10.9999/abc](https://doi.org/10.9999/abc)",
        ),
    ],
)
def test_what_is_flagged(url: str, clean: str) -> None:
    text = f"See {url} there.\n"
    assert [one.code for one in found(text)] == ["URL004"]
    assert mended(text) == f"See {clean} there.\n"


@pytest.mark.parametrize(
    "url",
    [
        "https://doi.org/10.9999/abc",
        "doi:10.9999/abc",
        "http://www.doi.org/",
        "https://dx.doi.org/",
        "https://doi.org.example/10.9999/a",
    ],
)
def test_what_passes(url: str) -> None:
    assert found(f"See {url}\n") == []
