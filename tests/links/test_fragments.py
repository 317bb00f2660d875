"""The parts of pages that URLs name."""

from __future__ import annotations

import zlib

import pytest

from citecheck.links.fragments import missing_fragment, page_count
from tests.links.answers import PROSE, answer, html

PAGE = answer(
    body=html(
        "Tides",
        "Tides",
        PROSE + "<h2 id='low-water'>Low water</h2><a name=high></a><p id=\"user-content-moon\">M</p><p id='marée'>É</p>"
        "<p>Spring&nbsp;tides are the <b>highest</b> of all, and neap tides the lowest.</p><script>var hidden = 'x y'</script>",
    )
)


@pytest.mark.parametrize(
    "fragment",
    [
        *("", "top", "TOP", "low-water", "high", "moon", "mar%C3%A9e", "marée"),
        *("xtor=RSS-12", "/route/of/a/script", "!hashbang", "page=4"),
        *(":~:text=Spring%20tides", ":~:text=spring%20tides%20are,lowest", ":~:text=the-,highest,-of%20all"),
        *(":~:text=the%20highest&text=neap", "low-water:~:text=neap%20tides"),
    ],
)
def test_what_the_page_has(fragment: str) -> None:
    assert missing_fragment(PAGE, fragment) is None


@pytest.mark.parametrize(
    ("fragment", "missing"),
    [
        ("ebb", "ebb"),
        ("Low-Water", "Low-Water"),
        (":~:text=storm%20surge", ":~:text=storm%20surge"),
        (":~:text=neap&text=surge", ":~:text=surge"),
        (":~:text=lowest,Spring", ":~:text=lowest,Spring"),
        (":~:text=var%20hidden", ":~:text=var%20hidden"),
    ],
)
def test_what_the_page_lacks(fragment: str, missing: str) -> None:
    assert missing_fragment(PAGE, fragment) == missing


@pytest.mark.parametrize(
    "page",
    [
        answer(body=html(body=PROSE), complete=False),
        answer(body="<html><body><div id='app'></div><script src='a.js'></script></body></html>"),
        answer(body=b"GIF89a", kind="image/gif"),
    ],
    ids=["cut", "made by scripts", "no page"],
)
def test_where_it_cannot_be_told_nothing_is_missing(page: object) -> None:
    assert missing_fragment(page, "ebb") is None  # type: ignore[arg-type]
    assert missing_fragment(page, ":~:text=ebb") is None  # type: ignore[arg-type]


# PDF files.

LINEARIZED = (
    b"%PDF-1.5\n1 0 obj\n<</Linearized 1/L 90000/H [ 800 200]/O 5/E 9000/N 64/T 88000>>\nendobj\n" + b"x" * 5000
)
PLAIN = b"%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 3>> endobj\n"
NESTED = PLAIN + b"4 0 obj << /Count 12 /Kids [2 0 R] /Type /Pages >> endobj\n"
PACKED = (
    b"%PDF-1.5\n5 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length 60>>\nstream\n"
    + zlib.compress(b"2 0 <</Type/Pages/Kids[3 0 R]/Count 7>>")
    + b"\nendstream endobj\n"
)


@pytest.mark.parametrize(
    ("body", "complete", "pages"),
    [
        (LINEARIZED, True, 64),
        (LINEARIZED, False, 64),
        (PLAIN, True, 3),
        (PLAIN, False, None),
        (NESTED, True, 12),
        (PACKED, True, 7),
        (PLAIN + b"/Encrypt 9 0 R", True, None),
        (b"%PDF-1.4\nnothing", True, None),
    ],
)
def test_the_pages_of_a_file(body: bytes, complete: bool, pages: int | None) -> None:
    assert page_count(body, complete) == pages


@pytest.mark.parametrize(
    ("fragment", "missing"),
    [
        ("page=3", None),
        ("page=4", "page=4"),
        ("page=0", "page=0"),
        ("zoom=2&page=9", "page=9"),
        ("search=x", None),
        ("nameddest=ch2", None),
    ],
)
def test_a_page_that_a_file_does_not_have(fragment: str, missing: str | None) -> None:
    assert missing_fragment(answer(body=PLAIN, kind="application/pdf"), fragment) == missing
    assert missing_fragment(answer(body=PLAIN, kind="application/octet-stream"), fragment) == missing
