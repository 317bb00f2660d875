"""What is told to a registry: what names a work, and nothing else."""

from __future__ import annotations

from citecheck.sources.addresses import address, words_of
from tests.sources.answers import SUBJECT


def test_an_address() -> None:
    assert address("a.example", "/b c", {"q": "d&e", "none": None, "empty": ""}) == "https://a.example/b%20c?q=d%26e"
    assert address("a.example", "/works/10.1002/(sici)1") == "https://a.example/works/10.1002/(sici)1"


def test_words() -> None:
    assert words_of(SUBJECT) == "The ice of the northern harbours Doe 2019"
    assert words_of(SUBJECT, year=False) == "The ice of the northern harbours Doe"
