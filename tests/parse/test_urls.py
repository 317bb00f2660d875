"""Addresses as printed. What is wrong with an address is for the rules; here it counts where it begins and ends."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.parse.urls import find_urls, unescape
from tests.parse.texts import ANY_TEXT, QUICK, whole

FORMS = [
    ("See https://example.org/a.", "https://example.org/a", "https://example.org/a", None),
    ("See https://example.org/a, and more", "https://example.org/a", "https://example.org/a", None),
    ("See (https://example.org/a)", "https://example.org/a", "https://example.org/a", None),
    ("See https://example.org/a_(b)", "https://example.org/a_(b)", "https://example.org/a_(b)", None),
    ("See (https://example.org/a_(b)).", "https://example.org/a_(b)", "https://example.org/a_(b)", None),
    ("<https://example.org/a>", "https://example.org/a", "https://example.org/a", None),
    ("HTTP://EXAMPLE.ORG/", "HTTP://EXAMPLE.ORG/", "HTTP://EXAMPLE.ORG/", None),
    ("[text](https://example.org/a)", "[text](https://example.org/a)", "https://example.org/a", "text"),
    ("[https://example.org/a](https://example.org/a)", "[https://example.org/a](https://example.org/a)", "https://example.org/a", None),
    (r"[https://example.org/a\\_b](https://example.org/a_b)", r"[https://example.org/a\\_b](https://example.org/a_b)", "https://example.org/a_b", None),
    (r"https://example.org/a\_b", r"https://example.org/a\_b", "https://example.org/a_b", None),
    ("https://example.org/é?q=1&r=2#s", "https://example.org/é?q=1&r=2#s", "https://example.org/é?q=1&r=2#s", None),
    ("“https://example.org/a”", "https://example.org/a", "https://example.org/a", None),
    ("*https://example.org/a*", "https://example.org/a", "https://example.org/a", None),
    ("https://doi.org/10.1000/(x)1", "https://doi.org/10.1000/(x)1", "https://doi.org/10.1000/(x)1", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "target", "label"), FORMS, ids=[text for text, *_ in FORMS])
def test_an_address(text: str, printed: str, target: str, label: str | None) -> None:
    [url] = find_urls(whole(text))
    assert (url.span.text, url.target, url.text) == (printed, target, label)


def test_several_addresses_in_order() -> None:
    found = find_urls(whole("https://a.org/b https://c.org/d, [x](https://e.org/f) <https://g.org>"))
    assert [url.target for url in found] == ["https://a.org/b", "https://c.org/d", "https://e.org/f", "https://g.org"]


ENDS = [
    ("`https://bay.example/a?b=c`", "https://bay.example/a?b=c"),
    ("~~https://bay.example/a~~", "https://bay.example/a"),
    ("https://bay.example/a—and more", "https://bay.example/a"),
    ("https://bay.example/a… and", "https://bay.example/a"),
    ("https://bay.example’s pages", "https://bay.example"),
    ("https://bay.example's pages", "https://bay.example"),
    ("https://bay.example/Gale's_List", "https://bay.example/Gale's_List"),
    ("https://bay.example/L’Anse", "https://bay.example/L’Anse"),
    ("https://bay.example/Gale–Shore_law", "https://bay.example/Gale–Shore_law"),
    ("(https://bay.example/a).[^1]", "https://bay.example/a"),
    ("https://bay.example/a^[written in place]", "https://bay.example/a"),
    ("&lt;https://bay.example/a?b=1&amp;c=2&gt;", "https://bay.example/a?b=1&amp;c=2"),
    ("«&nbsp;https://bay.example/a&nbsp;»", "https://bay.example/a"),
    (r"\href{https://bay.example/a}{the bay}", "https://bay.example/a"),
    (r"\url{https://bay.example/a}", "https://bay.example/a"),
    ("https://bay.example/~gale/a--b_(c)", "https://bay.example/~gale/a--b_(c)"),
]


@pytest.mark.parametrize(("text", "target"), ENDS, ids=[text for text, _ in ENDS])
def test_an_address_ends_where_the_text_around_it_begins(text: str, target: str) -> None:
    assert [url.target for url in find_urls(whole(text))] == [target]


@pytest.mark.parametrize(
    "text",
    [
        "<https://bay.example/the report.pdf>",
        "<https://bay.example/the yearly report.pdf>",
        "<https://bay.example/a b>",
        "<https://bay.example/x? y=1>",
    ],
)
def test_an_address_in_angle_brackets_with_a_space_is_read_whole(text: str) -> None:
    assert [url.target for url in find_urls(whole(text))] == [text[1:-1]]


@pytest.mark.parametrize(
    "text",
    [
        "<https://bay.example/a, read on 3 May 2020>",
        "<https://bay.example/a consulté le 3 mai 2020>",
        "<https://bay.example/a >",
    ],
)
def test_words_behind_an_address_in_angle_brackets_are_none_of_it(text: str) -> None:
    assert [url.target for url in find_urls(whole(text))] == ["https://bay.example/a"]


@pytest.mark.parametrize("text", ["", "http", "https://", "No address.", "a//b", "mailto:a@b.org"])
def test_no_address(text: str) -> None:
    assert find_urls(whole(text)) == ()


@QUICK
@given(text=ANY_TEXT)
def test_addresses_do_not_overlap_and_print_what_they_say(text: str) -> None:
    found = find_urls(whole(text))
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    for url in found:
        assert "\n\n" not in url.span.text
        assert url.target in unescape(url.span.text)
        assert url.text is None or url.text in unescape(url.span.text)


PATH = st.text(alphabet="abcdefghij0123456789-_~%/", max_size=12).filter(lambda path: "~~" not in path)
"""Two tildes strike a text out."""


@QUICK
@given(
    path=PATH,
    before=st.sampled_from(["", "See ", "(", "<", "“", "\n"]),
    after=st.sampled_from(
        [
            "",
            ".",
            ",",
            ")",
            ">",
            "”",
            " and",
            "\n",
            "`",
            "~~",
            "—or",
            "…",
            "’s",
            "[^1]",
            "[^1].",
            "^1^",
            "¹",
            "&gt;",
            "&nbsp;",
            "}{of",
            "。",
        ]
    ),
)
def test_what_stands_around_an_address_is_not_part_of_it(path: str, before: str, after: str) -> None:
    address = f"https://example.org/a{path}z"
    [url] = find_urls(whole(before + address + after))
    assert url.target == address
    assert url.span.start == len(before)


@pytest.mark.parametrize(
    ("text", "printed", "target"),
    [
        ("See [it](<https://example.org/the report (2020).pdf>).", "[it](<https://example.org/the report (2020).pdf>)", "https://example.org/the%20report%20(2020).pdf"),
        ("See [it](<https://example.org/a_(b)>) and on.", "[it](<https://example.org/a_(b)>)", "https://example.org/a_(b)"),
        ('See [it]( <https://example.org/a b> "An elm" ).', '[it]( <https://example.org/a b> "An elm" )', "https://example.org/a%20b"),
        ("[it]: <https://example.org/the report.pdf>", "https://example.org/the report.pdf", "https://example.org/the%20report.pdf"),
        ("See <https://example.org/the report.pdf>.", "https://example.org/the report.pdf", "https://example.org/the report.pdf"),
    ],
)  # fmt: skip
def test_spaces_may_stand_between_angle_brackets_in_the_target_of_a_link(text: str, printed: str, target: str) -> None:
    [url] = find_urls(whole(text))
    assert (url.span.text, url.target) == (printed, target)
