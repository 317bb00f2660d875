"""User names and passwords in addresses: what is masked, what is not, and that they can be put back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.links.plan import plan
from citecheck.model.credentials import MASK, has_credentials, masked, with_credentials, without_credentials
from citecheck.model.links import LinkSettings
from citecheck.parse import parse
from citecheck.read import read

FOUND = {
    "https://anna:s3@quai.example/": "anna:s3",
    "HTTPS://anna@quai.example": "anna",
    "ftp://anna:s3@quai.example/a b": "anna:s3",
    "https://a@b.example:s3@quai.example/?q=@x": "a@b.example:s3",
    "https://anna:s3@[::1]:8080/": "anna:s3",
    "https://:s3@quai.example/": ":s3",
    "https://anna:s/3?#@quai.example/": "anna:s/3?#",
    "https://web.archive.org/web/2020/https://anna:s3@quai.example/": "anna:s3",
    "https://quai.example/?to=https%3A%2F%2Fanna%3As3%40port.example%2F": "anna%3As3",
    r"https:\/\/anna:s3\@quai.example": "anna:s3\\",
    "https:/anna:s3@quai.example": "anna:s3",
    "https;//anna:s3@quai.example": "anna:s3",
    "[x](https://anna:s(3)@quai.example/)": "anna:s(3)",
}
NONE = [
    *("https://quai.example/@anna", "https://quai.example/a@b", "https://quai.example?a@b", "https://quai.example#a@b"),
    *("anna@quai.example", "mailto:anna@quai.example", "https://quai.example:8080/a@b", "https://quai.example:/a@b"),
    *("[x](http://a.example)[y](mailto:a@b.example)", "http://a.example|a@b.example", "http://a.example, a@b.example"),
    *(
        "<http://a.example>a@b.example",
        "https://x.example/?u=https%3A%2F%2Ft.example%2F%40anna",
        "and/or anna@b.example",
    ),
    "https://x.example/?u=https%3A%2F%2Ft.example&via=%40anna",
]


@pytest.mark.parametrize(("text", "user"), FOUND.items())
def test_what_names_a_user_is_masked_in_its_place(text: str, user: str) -> None:
    made, found = masked(text)
    assert [piece for _, piece in found] == [user]
    assert made == text.replace(user, MASK * len(user))
    assert (without_credentials(text), has_credentials(made)) == (text.replace(user, "…"), True)
    assert masked(made)[0] == made


@pytest.mark.parametrize("text", NONE)
def test_what_names_none_is_left_alone(text: str) -> None:
    assert (masked(text), without_credentials(text), has_credentials(text)) == ((text, ()), text, False)


@given(
    st.lists(
        st.sampled_from(
            ["://", "anna", ":", "s3", "@", "/", "?", "#", " ", "%40", "%3a%2f%2f", "](", "\\", "<", "|", "8"]
        ),
        max_size=14,
    )
)
def test_every_other_character_keeps_its_place(pieces: list[str]) -> None:
    text = "".join(pieces)
    made, found = masked(text)
    restored = list(made)
    for start, piece in found:
        assert made[start : start + len(piece)] == MASK * len(piece)
        restored[start : start + len(piece)] = piece
    assert "".join(restored) == text


def test_only_who_is_asked_is_told() -> None:
    text = (
        b"See [https://anna:s3@quai.example/a](https://anna:s3@quai.example/a), https://eve:k\\_1\\@quai.example/b and "
        b"<https://quai.example/c> there.\n"
    )
    (made,) = read([], langs=[("en", "a.md")], contents={"a.md": text})
    targets = plan([parse(made)], LinkSettings())
    assert [one.ask for one in targets] == [
        "https://anna:s3@quai.example/a",
        "https://eve:k_1@quai.example/b",
        "https://quai.example/c",
    ]
    assert not any("s3" in one.url or "k_1" in one.url for one in targets)


def test_what_is_not_known_is_left_out() -> None:
    assert with_credentials(f"https://{MASK * 7}@quai.example/", ()) == "https://quai.example/"
