"""Addresses that are asked for beside those that are printed."""

from __future__ import annotations

import re

import pytest

from citecheck.links.beside import LITTLE, made_up, sent_on
from tests.links.answers import answer

HERE = "https://quai.example/a"


def page(content: str, words: str = "") -> str:
    return f"<head><meta http-equiv='Refresh' content='{content}'></head><body>{words}</body>"


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("https://quai.example/a/b", r"https://quai\.example/a/no-such-page-\w{10}"),
        ("https://quai.example/a/b.html", r"https://quai\.example/a/no-such-page-\w{10}\.html"),
        ("https://quai.example/a/b/", r"https://quai\.example/a/no-such-page-\w{10}"),
        ("https://quai.example/a.php?id=7&l=fr", r"https://quai\.example/a\.php\?id=(no-such-page-\w{10})&l=\1"),
    ],
)
def test_a_made_up_address_stands_beside_the_real_one(url: str, made: str) -> None:
    assert re.fullmatch(made, made_up(url))


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0; url=/b", "https://quai.example/b"),
        ("0; url=https://port.example/", "https://port.example/"),
        ("0; url=/a#top", None),
        ("0; url=ftp://quai.example/b", None),
        ("60; url=/b", None),
        ("5", None),
    ],
)
def test_where_a_page_sends_its_reader(content: str, target: str | None) -> None:
    assert sent_on(answer(url=HERE, body=page(content))) == target


def test_a_page_with_something_to_read_sends_nobody_on() -> None:
    assert sent_on(answer(url=HERE, body=page("0; url=/b", "mot " * LITTLE))) is None


def test_a_password_is_for_its_own_host_alone() -> None:
    here = "https://user:secret@quai.example/a"
    assert sent_on(answer(url=here, body=page("0; url=https://user:secret@port.example/b"))) == "https://port.example/b"
    assert sent_on(answer(url=here, body=page("0; url=https://user:secret@quai.example/b"))) == (
        "https://user:secret@quai.example/b"
    )
