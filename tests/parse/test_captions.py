"""Captions of figures and tables."""

from __future__ import annotations

import pytest

from citecheck.parse.captions import is_caption, is_numbered_caption


@pytest.mark.parametrize("text", ["Figure 1: elms", "**Table A1.** Elms, 2019", "Tableau 3. Ormes", "Fig. IV: elms"])
def test_a_caption_with_its_number_is_known(text: str) -> None:
    assert is_numbered_caption(text)


@pytest.mark.parametrize("text", ["Figure, J. (2019). Elms.", "Tables of the north, 2019", "Figures 1"])
def test_what_only_begins_like_one_is_none(text: str) -> None:
    assert not is_numbered_caption(text)


def test_a_source_is_a_caption_and_a_long_text_is_none() -> None:
    assert is_caption("Source: Doe, 2019")
    assert not is_caption("Figure 1: " + "elms " * 100)
