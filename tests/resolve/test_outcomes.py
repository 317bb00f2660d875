"""What a citation may come to."""

from __future__ import annotations

from citecheck.model.citations import Status
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from citecheck.resolve import resolve
from citecheck.resolve.outcomes import found, misdated, repeated, retitled

TEXT = "A (Doe, 2019, p. 4).\n\n## References\n\nDoe, J. (2019a). One.\n\nDoe, J. (2018). Two.\n"


def test_each_outcome_keeps_the_citation() -> None:
    citations = resolve(parse(Version("en", (Span(Source("a.md", TEXT), 0, len(TEXT)),))))
    base, works = citations.resolved[0], citations.works
    assert found(base, works[1]).status is Status.ENTRY
    assert retitled(base, works[1]).work is works[1]
    assert misdated(base, works).years == ("2018", "2019")
    assert misdated(base, works, suffixed=True).years == ("2018", "2019a")
    again = repeated(base, found(base, works[1]))
    assert (again.work, again.pages, again.citation) == (works[1], base.pages, base.citation)
