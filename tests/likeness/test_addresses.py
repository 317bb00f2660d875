"""Comparing addresses: of a source, of a page, of two versions."""

from __future__ import annotations

import pytest

from citecheck.likeness.addresses import (
    addresses,
    addresses_without_query,
    are_in_two_languages,
    are_variants,
    only_form_differs,
    same_page,
    whole_addresses,
)
from citecheck.model.reference import Reference
from citecheck.model.source import Source, Span

URL = "https://quai.example/marees"
NEW = "https://quai.example/archives/marees"
"""Another address, of which nobody knows whether it is the same page."""


def reference(url: str | None, doi: str | None = None) -> Reference:
    return Reference(Span(Source("a", ""), 0, 0), url=url, doi=doi)


@pytest.mark.parametrize(
    ("url", "kept", "without_query", "whole"),
    [
        (
            "https://www.Example.org/a/b/?utm_source=x#top",
            "example.org/a/b",
            "example.org/a/b",
            "example.org/a/b/?utm_source=x#top",
        ),
        ("https://example.org/a?ID=4", "example.org/a?id=4", "example.org/a", "example.org/a?id=4"),
        ("example.org/a?x=1&doc=2#top", "example.org/a?x=1&doc=2#top", "example.org/a", "example.org/a?x=1&doc=2#top"),
        ("https://example.org/", None, None, "example.org"),
        ("https://doi.org/10.5555/abc", None, None, "doi.org/10.5555/abc"),
    ],
)
def test_what_of_an_address_identifies_its_source(
    url: str, kept: str | None, without_query: str | None, whole: str
) -> None:
    assert addresses(reference(url)) == ((kept,) if kept else ())
    assert addresses_without_query(reference(url)) == ((without_query,) if without_query else ())
    assert whole_addresses(reference(url)) == (f"url:{whole}",)


def test_a_doi_identifies_its_source_before_the_address() -> None:
    held = reference("https://example.org/a", "10.5555/ABC")
    assert addresses(held) == addresses_without_query(held) == ("doi:10.5555/abc", "example.org/a")
    assert whole_addresses(held) == ("doi:10.5555/abc", "url:example.org/a")
    assert (
        addresses(reference(None)) == addresses_without_query(reference(None)) == whole_addresses(reference(None)) == ()
    )


@pytest.mark.parametrize(
    ("one", "other", "variants"),
    [
        ("http://www.quai.example/fr/marees/", "https://quai.example/en/marees?utm_source=x", True),
        ("https://quai.example/fr-FR/marees", "https://quai.example/marees", True),
        ("https://dx.doi.org/10.5555/1", "https://doi.org/10.5555/1", True),
        ("https://quai.example/marees?id=1", "https://quai.example/marees?id=2", False),
        ("https://quai.example/marees", "https://quai.example/maree", False),
        ("http://[quai/marees", "http://[quai/marees/", False),
    ],
)
def test_variants_differ_in_what_each_version_may_have_its_own(one: str, other: str, variants: bool) -> None:
    assert are_variants(one, other) is variants


@pytest.mark.parametrize(
    ("one", "other", "two_languages"),
    [
        ("https://quai.example/doc-fra.aspx?id=1", "https://quai.example/doc-eng.aspx?id=1", True),
        ("https://quai.example/fr/les-marees", "https://quai.example/en/the-tides", True),
        ("https://fr.quai.example/marees", "https://en.quai.example/tides", True),
        ("https://quai.example/marees_fr.pdf", "https://quai.example/tides_en.pdf", True),
        ("https://quai.example/a?lang=fr", "https://quai.example/b?lang=en", True),
        ("https://quai.example/fr/les-marees", "https://quai.example/fr/les-maree", False),
        ("https://quai.example/fr/les-marees", "https://port.example/en/the-tides", False),
        ("https://quai.example/les-marees-de-mai", "https://quai.example/les-marees-en-mai", False),
        ("http://[quai/fr/marees", "http://[quai/en/marees", False),
    ],
)
def test_addresses_may_name_the_languages_that_they_are_in(one: str, other: str, two_languages: bool) -> None:
    assert are_in_two_languages(one, other) is two_languages


def test_which_differences_are_of_form_only() -> None:
    assert only_form_differs("http://www.quai.example/A%20b", "https://quai.example/a b/")
    assert not only_form_differs(URL, NEW)
    assert not only_form_differs(URL, URL + "?id=2")


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("http://quai.example/a", "https://www.quai.example/a/", True),
        ("http://quai.example/2013/tides-of-the-harbour", "https://port.example/tides-of-the-harbour/", True),
        ("http://quai.example/doc/12345.pdf", "http://quai.example/archives/12345.pdf", True),
        ("http://quai.example/a?id=12345678", "http://quai.example/b?id=12345678", False),
        ("http://quai.example/report.pdf", "http://quai.example/archives/report.pdf", False),
        ("http://quai.example/tides-of-the-harbour", "http://quai.example/news", False),
        ("http://quai.example/tides-of-the-harbour?page=2", "http://quai.example/en/tides-of-the-harbour", False),
        ("http://quai.example/", "https://port.example/", False),
        ("http://quai.example/documentation", "https://port.example/documentation", False),
        ("http://quai.example/fr/article12345", "http://quai.example/en/article12345", False),
        ("http://quai.example/fr/article12345", "http://quai.example/fr/2020/article12345", True),
        ("http://[quai/tides-of-the-harbour", "http://quai.example/tides-of-the-harbour", False),
    ],
)
def test_a_page_that_keeps_its_name_is_the_same(old: str, new: str, same: bool) -> None:
    assert same_page(old, new) is same
