"""URL001: URLs that cannot be right."""

from __future__ import annotations

import pytest

from citecheck.model.finding import Severity
from tests.checks.addresses.auditing import found, mended


@pytest.mark.parametrize(
    ("url", "message", "good"),
    [
        ("htpp://example.org/a", "scheme", "http://example.org/a"),
        ("htttps://example.org/a", "scheme", "https://example.org/a"),
        ("ttps://example.org/a", "scheme", "https://example.org/a"),
        ("http:/example.org/a", "scheme", "http://example.org/a"),
        ("https//example.org/a", "scheme", "https://example.org/a"),
        ("https;//example.org/a", "scheme", "https://example.org/a"),
        ("www,example.org", "scheme", "www.example.org"),
        ("https://https://example.org/a", "doubled", "https://example.org/a"),
        ("http://https//example.org/a", "doubled", "https://example.org/a"),
        ("https://www.https://example.org/a", "doubled", "https://example.org/a"),
        ("https://doi.org/https://doi.org/10.9999/a", "doubled", "https://doi.org/10.9999/a"),
        ("https://doi.org/doi:10.9999/a", "doubled", "https://doi.org/10.9999/a"),
        ("https:///a", "host", None),
        ("https://example..org/a", "host", None),
        ("https://-example.org/a", "host", None),
        ("https://example,org/a", "host", None),
        ("https://999.1.1.1/a", "host", None),
        ("https://example.org:99999/a", "host", None),
        ("<https://example.org/the report.pdf>", "space", None),
        ("https://www. example.org/a", "space", None),
    ],
)
def test_what_is_flagged(url: str, message: str, good: str | None) -> None:
    text = f"See {url} for more.\n"
    [one] = found(text)
    assert (one.code, one.message) == ("URL001", message)
    if good is not None:
        assert mended(text) == f"See {good} for more.\n"
    else:
        assert one.fix is None


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://example.org/a.",
            "https://example.org/a_(b)",
            "(https://example.org/a_(b)).",
            "HTTPS://EXAMPLE.ORG/A",
        ),
        *(
            "https://bücher.example/a",
            "https://пример.рф/a",
            "https://例子.中国/a",
            "https://हिन्दी.भारत/a",
            "https://ไทย.ไทย/a",
        ),
        *(
            "https://xn--bcher-kva.example/a",
            "https://example.org:8080/a",
            "https://doe@example.org/a",
            "https://8.8.8.8/a",
        ),
        *(
            "https://example.org/%C3%A9t%C3%A9",
            "https://example.org/été",
            "https://example.org./a",
            "https://exa_mple.org/a",
        ),
        *("https://web.archive.org/web/2020/https://example.org/a", "https://example.org/?u=https://example.com/b"),
        *(
            "urn:isbn:9780000000000",
            "doi:10.9999/abc",
            "mailto:a@example.org",
            "[mail](mailto:a@example.org)",
            "www.example.org",
        ),
        *(
            r"https://example.org/a\\_b",
            r"[https://example.org/a\\_b](https://example.org/a_b)",
            "https://example.org/a&amp;b",
        ),
        *("`https://example.org`", "`https://{host}/a`"),
    ],
)
def test_what_passes(url: str) -> None:
    assert found(f"See {url}\n") == []


def test_only_what_is_certain_is_an_error() -> None:
    assert [one.severity for one in found("See https:///a\n")] == [Severity.ERROR]
    assert [one.severity for one in found("See https://intranet/a\n")] == [Severity.WARNING]


@pytest.mark.parametrize("text", ["from https://quay-\ndium.com/a", "2023: https://quay.\nio/a ."])
def test_a_host_that_the_end_of_a_line_cuts_is_information(text: str) -> None:
    assert [one.severity for one in found(f"See {text}\n")] == [Severity.INFO]
    assert [one.severity for one in found("See https://quay-\n\nMore.\n")] == [Severity.WARNING]


def test_all_places_are_one_finding_and_explain_the_other_rules() -> None:
    [one] = found("See htpp://example.org/a?utm_source=x and htpp://example.org/a?utm_source=x\n")
    assert (one.code, len(one.related)) == ("URL001", 1)


def test_many_urls_are_judged_each_for_itself() -> None:
    text = "".join(f"See https://example.org/{number} and htpp://example.org/{number}.\n\n" for number in range(1500))
    assert len(found(text, "URL001")) == 1500


@pytest.mark.parametrize(
    "url",
    [
        "https://doi.org/1016/j.fpr.2020.01.001",
        "https://dx.doi.org/0.1016/j.fpr.2020",
        "http://doi.org/101016/j.fpr.2020",
        "https://doi.org/l0.1016/j.fpr.2020",
        "https://doi.org/10,1016/j.fpr.2020",
    ],
)
def test_a_doi_that_begins_otherwise_is_likely_broken(url: str) -> None:
    [one] = found(f"See {url} for more.\n")
    assert (one.code, one.message, one.severity) == ("URL001", "doi", Severity.WARNING)


@pytest.mark.parametrize(
    "url",
    [
        "https://doi.org/10.1016/j.fpr.2020",
        "https://doi.org/10.1000.10/123",
        "https://doi.org/h8f2",
        "https://doi.org/1016",
        "https://doi.org/10/h8f2",
        "https://doi.org/20.500.12345/678",
        "https://www.doi.org/2020/handbook",
        "https://example.org/doi.org/1016/j.fpr",
    ],
)
def test_shortened_dois_and_the_resolvers_own_pages_are_right(url: str) -> None:
    assert [one for one in found(f"See {url} for more.\n") if one.code == "URL001"] == []
