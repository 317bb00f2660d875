"""Pages as far as a link checker reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.links.page import HEAD, Page, is_html, is_pdf, names, read_page, source
from tests.links.answers import answer


def test_what_a_page_says() -> None:
    page = read_page(
        answer(
            body="<head><title> Tides &amp;\n basins </title><title>Other</title><style>p {}</style></head>"
            "<body><h2>Second</h2><h1>First</h1><p>Two<br>words</p><script>hidden()</script>"
            "<form><input type=PASSWORD></form></body>"
        )
    )
    assert (page.title, page.heading) == ("Tides & basins", "First")
    assert page.text == "Second First Twowords"
    assert page.password


def test_the_second_heading_stands_for_a_first_one() -> None:
    assert read_page(answer(body="<h2>Marées</h2>")).heading == "Marées"


@pytest.mark.parametrize(("text", "scripted"), [("Loading", True), ("word " * 50, False)])
def test_a_page_with_scripts_and_little_text_is_made_by_them(text: str, scripted: bool) -> None:
    assert read_page(answer(body=f"<body>{text}<script src=a></script></body>")).scripted is scripted


@pytest.mark.parametrize(
    ("content", "target"),
    [("0; url=/b", "/b"), ("5, URL = '/b' ", "/b"), ("11; url=/b", None), ("x; url=/b", None), ("0", None), ("", None)],
)
def test_a_page_that_sends_its_reader_on_soon(content: str, target: str | None) -> None:
    assert read_page(answer(body=f'<meta http-equiv=Refresh content="{content}">')).refresh == target


def test_only_the_beginning_is_read_unless_all_is_wanted() -> None:
    long = answer(body="<body>" + "a " * HEAD + "<h1>End</h1>")
    assert read_page(long).heading == ""
    assert read_page(long, whole=True).heading == "End"


@pytest.mark.parametrize(
    ("kind", "body", "html", "pdf"),
    [
        ("text/html", b"", True, False),
        ("", b"\n <!doctype html>", True, False),
        ("", b"plain", False, False),
        ("application/json", b"<", False, False),
        ("application/octet-stream", b"\n%PDF-1.7", False, True),
        ("application/pdf", b"", False, True),
    ],
)
def test_what_an_answer_is(kind: str, body: bytes, html: bool, pdf: bool) -> None:
    made = answer(kind=kind, body=body)
    assert (is_html(made), is_pdf(made)) == (html, pdf)
    if not html:
        assert read_page(made) == Page()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/html; charset=iso-8859-1", "marée".encode("latin-1")),
        ("text/html", b"<meta charset='latin1'>mar\xe9e"),
        ("text/html; charset=no-such", "marée".encode()),
        ("text/html; charset=hex", "marée".encode()),
        ("text/html", "marée".encode()),
    ],
)
def test_a_page_is_decoded_as_it_says(kind: str, body: bytes) -> None:
    assert source(answer(kind=kind, body=body)).endswith("marée")


def test_the_names_that_fragments_can_mean() -> None:
    page = answer(body="<a name=one></a><p ID = 'two&amp;2'><p id=\"three\"><p data-id=''>")
    assert names(page) >= {"one", "two&2", "three"}
    assert "four" not in names(page)


@given(st.text(st.sampled_from("<>/!-='\"&#;ah1 titlescrp\n"), max_size=60))
def test_any_page_is_read(body: str) -> None:
    assert isinstance(read_page(answer(body=body)), Page)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Page("Tides", "A"), Page("TIDES!", "a", "other words"), True),
        (Page("Tides", "", "one two three"), Page("Basins", "", "three two one"), True),
        (Page("Tides", "", "one two three"), Page("Basins", "", "one two four"), False),
        (Page("Tides"), Page("Basins"), False),
    ],
)
def test_what_a_person_would_call_the_same_page(one: Page, other: Page, same: bool) -> None:
    assert one.same_as(other) is same
