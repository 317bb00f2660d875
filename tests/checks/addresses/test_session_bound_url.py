"""URL005: URLs that lead only their author anywhere."""

from __future__ import annotations

import pytest

from citecheck.model.finding import Confidence
from tests.checks.addresses.auditing import found


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("https://www.google.com/search?q=a", "search"),
        ("https://www.google.co.uk/search?q=a", "search"),
        ("https://scholar.google.com/scholar?q=a", "search"),
        ("https://duckduckgo.com/?q=a", "search"),
        ("https://www.baidu.com/s?wd=a", "search"),
        ("https://example.org/search?q=a", "search"),
        ("https://example.org/search.php?query=a", "search"),
        ("https://example.org/a;jsessionid=3F2A", "session"),
        ("https://example.org/a?PHPSESSID=abc", "session"),
        ("https://example.org/a?sid=a1b2c3d4e5f6", "session"),
        ("https://bucket.example.org/a.pdf?X-Amz-Signature=0123456789abcdef", "session"),
        ("https://www-jstor-org.ezproxy.uni.edu/stable/123", "private"),
        ("https://doi-org.proxy.lib.uni.edu/10.1/a", "private"),
        ("https://proxy.uni.edu/login?url=https://example.org", "private"),
        ("https://example.idm.oclc.org/a", "private"),
        ("https://mail.google.com/mail/u/0/#inbox/abc", "private"),
        ("http://localhost:8080/a", "private"),
        ("http://192.168.1.1/a", "private"),
        ("http://[::1]/a", "private"),
        ("https://global.factiva.com/ar/arpdf.aspx?pp=PDF", "generic"),
        ("https://www.webofscience.com/wos/woscc/basic-search", "generic"),
    ],
)
def test_what_is_flagged(url: str, message: str) -> None:
    [one] = found(f"See {url}\n")
    assert (one.code, one.message, one.confidence) == ("URL005", message, Confidence.LIKELY)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://www.google.com/maps?q=Bern",
            "https://www.google.com/url?q=https://example.org",
            "https://books.google.com/books?id=a&q=b",
        ),
        *(
            "https://scholar.google.com/citations?user=abc",
            "https://finance.yahoo.com/quote/A?p=A",
            "https://drive.google.com/file/d/a/view",
        ),
        *(
            "https://example.org/search/portrait/doe.html",
            "https://example.org/research?id=3",
            "https://example.org/find?id=12",
        ),
        *(
            "https://example.org/results?year=2020",
            "https://cloud.google.com/search?hl=en",
            "https://example.org/query?id=3",
        ),
        *(
            "https://example.org/a?sid=12",
            "https://example.org/a?sid=S0123456789",
            "https://example.org/a?id=0123456789abcdef",
        ),
        *(
            "https://mail.python.org/pipermail/list/2020/1.html",
            "https://mail.ru/a",
            "https://www.proxy.org/a",
            "https://proxy-magazine.org/a",
        ),
        *(
            "https://www.scopus.com/record/display.uri?eid=2-s2.0-85012345678",
            "https://www.scopus.com/",
            "https://www.factiva.com",
        ),
        *("https://global.factiva.com/redir/default.aspx?P=sa&an=J000000020200101", "https://8.8.8.8/a"),
    ],
)
def test_what_passes(url: str) -> None:
    assert found(f"See {url}\n") == []


def test_a_search_that_the_text_quotes_as_its_method_is_no_source() -> None:
    address = "https://www.google.com/search?q=tides&num=100"
    assert found(f'The query was "{address}".\n\nAnd « {address} ».\n', "URL005") == []
    assert found(f'The query was "{address}".\n\nSee {address}.\n', "URL005") != []
