"""A reference without markup that is none of its own, at the same length."""

from __future__ import annotations

import pytest
from hypothesis import given

from citecheck.parse.plain import addresses, plain_reference, printed_address
from citecheck.parse.urls import find_urls
from tests.parse.texts import ANY_TEXT, QUICK, whole


def plain(text: str) -> str:
    span = whole(text)
    return plain_reference(span, find_urls(span))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("**Doe, J.** (2019). *Tides*.", "Doe, J. (2019). *Tides*."),
        ("**Doe, J. (2019). *Tides*.**", "Doe, J. (2019). *Tides*."),
        ("Doe, J. (2019). *Studies*, **18**(3).", "Doe, J. (2019). *Studies*, 18 (3)."),
        ("Doe, J. (2019). **The tides**.", "Doe, J. (2019). **The tides**."),
        ("[Doe, 2005] Doe, J. Tides.", "Doe, J. Tides."),
        ("Doe, J. [The tides of 2019](https://quai.example/a). Quay.", "Doe, J. The tides of 2019 . Quay."),
        ("Doe, J. <i>Tides</i>.", "Doe, J. *Tides* ."),
    ],
)
def test_signs_that_mark_no_title_are_blank(text: str, read: str) -> None:
    assert plain(text).split() == read.split()


@QUICK
@given(text=ANY_TEXT)
def test_the_length_stays(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_an_address_is_printed_where_no_words_stand_for_it() -> None:
    urls = find_urls(whole("[the tides](https://quai.example/a) <https://quai.example/b> https://quai.example/c"))
    assert [url.target for url in addresses(urls)] == ["https://quai.example/b", "https://quai.example/c"]


def test_behind_a_copy_in_an_archive_the_printed_address_is_the_source_s() -> None:
    (url,) = find_urls(whole("[https://quai.example/a](https://web.archive.org/web/2020/https://quai.example/a)"))
    assert printed_address(url) == "https://quai.example/a"
    (other,) = find_urls(whole("[https://quai.example/a](https://quai.example/b)"))
    assert printed_address(other) == "https://quai.example/b"
