"""Copies in permanent archives, with what they keep where their addresses tell."""

from __future__ import annotations

import pytest

from citecheck.likeness.archives import archived, is_archived


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://web.archive.org/web/20200304050607/https://bay.example/a", "https://bay.example/a"),
        ("https://web.archive.org/web/2020*/https://bay.example/a", "https://bay.example/a"),
        ("http://archive.is/20140304/http://bay.example/a", "http://bay.example/a"),
        ("https://arquivo.pt/wayback/20200304050607/https://bay.example/a", "https://bay.example/a"),
        ("https://perma.cc/AB12-CD34", None),
        ("https://archive.ph/aB3dE", None),
        ("https://doi.org/10.5281/zenodo.1234567", None),
        ("https://zenodo.org/records/1234567", None),
        ("https://www.webcitation.org/6AbCdEf", None),
    ],
)
def test_copies_in_archives(url: str, kept: str | None) -> None:
    assert is_archived(url)
    assert archived(url) == kept


@pytest.mark.parametrize(
    "url",
    [
        "https://bay.example/a",
        "https://archive.org/details/bay",
        "https://doi.org/10.1000/bay",
        "https://cc.example/perma.cc/",
    ],
)
def test_other_addresses_are_no_copies(url: str) -> None:
    assert not is_archived(url)
    assert archived(url) is None
