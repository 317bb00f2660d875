"""URL003: links that print one URL and open another."""

from __future__ import annotations

import pytest

from tests.checks.addresses.auditing import found


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("example.org/a", "https://example.org/b"),
        ("example.org/a", "https://example.com/a"),
        ("www.example.org", "https://example.com/b"),
        ("https://example.org", "https://example.com/"),
        ("https://example.org:8080/a", "https://example.org/a"),
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/a#b", "https://example.org/a#c"),
        ("https://example.org/…/a.pdf", "https://example.org/b/c/d.pdf"),
        ("https://example.org/lo...", "https://example.org/short"),
        ("https://example.org/A", "https://example.org/a"),
        ("https://example.org/a", "https://example.org/a/b"),
        ("example.org/a", "https://example.org/ab"),
        ("10.9999/abc", "https://doi.org/10.9999/abd"),
        ("doi:10.9999/abc.1", "https://doi.org/10.9999/abc.12"),
        ("https://doi.org/10.9999/abc", "https://publisher.org/doi/10.9999/abd"),
        ("https://doi.org/10.9999/abc", "https://doi.org/20.9999/abc"),
        ("https://doi.org/10.9999/abc", "https://doi.org/999/abc"),
        ("10.9999/abc", "https://doi.org/10.999/abc"),
        ("https://doi.org/20.9999/abc", "https://doi.org/10.9999/abc"),
        ("https://example.org/a", "https://web.archive.org/web/2020/https://example.org/b"),
    ],
)
def test_what_is_flagged(text: str, target: str) -> None:
    [one] = found(f"See [{text}]({target}).\n")
    assert (one.code, one.fix) == ("URL003", None)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("example.org/a", "https://example.org/a/b"),
        ("www.example.org/a", "https://example.org/a?tab=b"),
        ("https://example.org/a/", "https://example.org/a/index.html"),
        ("https://example.org/a/index.php", "https://example.org/a"),
        (r"https://example.org/a\\_b", "https://example.org/a_b"),
        ("https://example.org/a_b", r"https://example.org/a\_b"),
        ("http://example.org/a", "https://www.example.org/a/"),
        ("https://example.org/a.", "https://example.org/a"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("https://bücher.de/a", "https://xn--bcher-kva.de/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org/a?id=1&utm_source=x", "https://example.org/a?id=1"),
        ("https://example.org/a", "https://example.org/a#b"),
        ("https://example.org/…/a.pdf", "https://example.org/b/c/a.pdf"),
        ("https://example.org/lo...", "https://example.org/long"),
        ("https://example.org/a b", "https://example.org/ab"),
        ("example.org", "https://example.org/b"),
        ("https://example.org", "https://example.org/b"),
        ("the report", "https://example.org/b"),
        ("node.js/express", "https://example.org/b"),
        ("and/or", "https://example.org/b"),
        ("10.9999/abc", "https://doi.org/10.9999/abc"),
        ("doi:10.9999/ABC", "https://doi.org/10.9999/abc"),
        ("10.9999/abc", "https://publisher.org/doi/10.9999/abc?download=true"),
        ("https://doi.org/10.9999/abc", "https://publisher.org/doi/10.9999/abc"),
        ("https://doi.org/10.9999/abc", "https://doi.org/h8f2"),
        ("https://doi.org/10.9999/abc", "https://publisher.org/articles/7"),
        ("https://example.org/a", "https://web.archive.org/web/2020/https://example.org/a"),
        ("a@example.org", "mailto:a@example.org"),
    ],
)
def test_what_passes(text: str, target: str) -> None:
    assert found(f"See [{text}]({target}).\n") == []


def test_an_outdated_resolver_is_not_another_address() -> None:
    made = found("See [https://doi.org/10.9999/abc](http://dx.doi.org/10.9999/abc).\n")
    assert [one.code for one in made] == ["URL004"]


@pytest.mark.parametrize("host", ["xn--", "xn--é", "xn--99999999999"])
def test_a_host_that_cannot_be_decoded_stops_nothing(host: str) -> None:
    assert found(f"See [https://{host}.org/a](https://example.org/a).\n", "URL003") != []
