"""Where the URLs of a report stand, and what was found about them."""

from __future__ import annotations

from citecheck.model.finding import Finding, Place, Severity
from citecheck.model.report import Report
from citecheck.model.source import Source, Span
from citecheck.report.links.places import codes_by_url, places_by_url
from tests.parse.texts import document

URL = "https://quai.example/a"
TEXT = f"""# T

See {URL} in the text.[^a]

[^a]: Doe, 2019, {URL}

## Bibliography

1. Doe, J. (2019). *Tides*. {URL}
"""


def test_a_url_is_placed_in_its_note_its_entry_or_the_text() -> None:
    places = places_by_url([document(TEXT), document(f"Voir {URL}.", lang="fr")])[URL]
    assert [(place.lang, place.note, place.entry) for place in places] == [
        ("en", None, None),
        ("en", "1", None),
        ("en", None, "1"),
        ("fr", None, None),
    ]
    assert all(URL in place.span.text for place in places)
    assert places_by_url([]) == {}


def test_the_codes_of_a_url_are_named_once() -> None:
    place = Place(Span(Source("a.md", URL), 0, len(URL)))

    def found(code: str, subject: str = URL) -> Finding:
        return Finding(code=code, place=place, message="m", severity=Severity.ERROR, subject=subject)

    report = Report((found("LNK001"), found("LNK007"), found("LNK001"), found("LNK002", "other")), (), {})
    assert codes_by_url(report) == {URL: ["LNK001", "LNK007"], "other": ["LNK002"]}
