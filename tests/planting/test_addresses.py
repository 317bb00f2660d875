from __future__ import annotations

import re

import pytest

from tests.planting.kinds import addresses
from tests.planting.samples import english, planted


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("scheme", r"(?!https?://)\w+:?/{1,2}.+"),
        ("doubled", r"https?:/?/?/?/?https?/?/?.*|https?://https?:?//.+"),
        ("spaced", r"https://\S+ \S+"),
        ("hostless", r"https://(?:/|www\.?/).+"),
        ("tracked", r".+[?&](?:utm_|fbclid|gclid|cmpid).+"),
        ("link_differs", r"\[https?://[^\]]+\]\(https?://[^)]+\)"),
        ("resolver", r"https?://(?:dx\.)?doi\.org/10\.9999/.+"),
        ("session", r"https?://.+"),
    ],
)
def test_what_the_address_became(name: str, pattern: str) -> None:
    spots = planted(addresses, name, english())
    assert spots
    assert all(re.fullmatch(pattern, spot) for spot in spots), spots


def test_addresses_are_put_where_entries_have_none() -> None:
    carrier = addresses.carrier(english(), "<{}>")
    assert len(addresses.URL.findall(carrier.clean.text)) == len(addresses.URL.findall(english().text)) + 1
