"""What "op. cit." goes back to."""

from __future__ import annotations

from citecheck.model.citations import Resolved, Status, Work
from citecheck.model.reference import Citation, CitationKind, Reference
from citecheck.model.source import Source, Span
from citecheck.resolve.citedbefore import CitedBefore

SPAN = Span(Source("a.md", "Doe"), 0, 3)


def cited(title: str | None, entry_title: str | None = None) -> Resolved:
    work = Work("entry:1", Reference(SPAN, title=entry_title)) if entry_title is not None else None
    return Resolved(Citation(SPAN, CitationKind.TITLE, title=title), Status.ENTRY, work=work)


def test_the_last_one_of_a_title_is_meant() -> None:
    first, other, last = cited("The tides of spring"), cited("Les quais du port"), cited("The tides of spring")
    before = CitedBefore([first, other, last])
    assert before.titled("Tides of spring") is last
    assert before.titled("Quais du port") is other
    assert before.titled("The bridges") is None


def test_the_title_of_the_entry_goes_before_the_one_that_is_cited() -> None:
    one = cited("Tides", entry_title="The harbour and its keepers")
    before = CitedBefore([one])
    assert before.titled("Harbour and its keepers") is one
    assert before.titled("Tides") is None


def test_what_is_cited_later_is_known_later() -> None:
    before = CitedBefore([cited("The tides of spring")])
    assert before.titled("Les quais du port") is None
    before.cited.append(cited("Les quais du port"))
    assert before.titled("Les quais du port") is before.cited[1]


def test_nothing_is_found_among_nothing() -> None:
    assert CitedBefore().titled("The tides") is None
    assert CitedBefore([cited(None)]).titled("The tides") is None
