"""Findings that were answered in the document."""

from __future__ import annotations

import pytest

from citecheck.model.citations import Citations
from citecheck.model.document import Document
from citecheck.model.finding import Finding, Place, Severity, State
from citecheck.model.source import Source, Span
from citecheck.triage.answered import answered

SPAN = Span(Source("a.docx", "One"), 0, 3)


def version(*known: tuple[str, str]) -> Citations:
    return Citations(Document(lang="en", sources=(Source("a.docx", "", known=known),)))


def finding(places: int = 1, state: State = State.NEW) -> Finding:
    return Finding(
        code="CIT006", place=Place(SPAN), message="", severity=Severity.INFO, subject="", fingerprint="v1:a",
        related=(Place(SPAN),) * (places - 1), state=state,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("known", "places", "state"),
    [
        (("CIT006", "v1:a"), 1, State.BASELINED),
        (("CIT006", "v1:a"), 2, State.NEW),
        (("CIT006", "v1:a/2"), 2, State.BASELINED),
        (("CIT006", "v1:a/3"), 2, State.BASELINED),
        (("CIT006", "v1:b"), 1, State.NEW),
        (("CIT002", "v1:a"), 1, State.NEW),
    ],
)
def test_a_finding_is_known_as_long_as_it_has_no_more_places(known: tuple[str, str], places: int, state: State) -> None:
    (found,) = answered([finding(places)], [version(known)])
    assert found.state is state


def test_a_finding_that_is_waived_stays_so() -> None:
    (found,) = answered([finding(state=State.WAIVED)], [version(("CIT006", "v1:a"))])
    assert found.state is State.WAIVED


def test_of_two_answers_the_one_that_knew_more_places_counts() -> None:
    for known in ((("CIT006", "v1:a/3"), ("CIT006", "v1:a")), (("CIT006", "v1:a"), ("CIT006", "v1:a/3"))):
        (found,) = answered([finding(places=3)], [version(*known)])
        assert found.state is State.BASELINED
