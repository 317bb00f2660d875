"""References of made-up works, for what compares them."""

from __future__ import annotations

from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span

PAGE = "https://quai.example/tides"
AUTHOR = (Person("Morvan", "J."),)
TITLE = "The tides of the harbour"


def reference(
    title: str | None = TITLE,
    *,
    year: str | None = "2005",
    url: str | None = None,
    doi: str | None = None,
    authors: tuple[Person, ...] = AUTHOR,
    volume: str | None = None,
    issue: str | None = None,
) -> Reference:
    return Reference(
        Span(Source("a", ""), 0, 0), authors, year=year, title=title, url=url, doi=doi, volume=volume, issue=issue
    )
