"""Whether a DOI is registered, and what that changes."""

from __future__ import annotations

import pytest

from citecheck.links.doi import handle_url, registered, with_registration
from citecheck.model.answer import Answer, Failure
from citecheck.model.links import Link, LinkStatus, Try
from citecheck.model.phrase import Phrase
from tests.links.answers import answer, failed

DOI = "https://doi.org/10.1234/tides"


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("http://dx.doi.org/10.1234/tides(2020)", "https://doi.org/api/handles/10.1234/tides(2020)?type=URL"),
        ("https://WWW.DOI.org/10.1234.5/x?y=1#z", "https://doi.org/api/handles/10.1234.5/x?type=URL"),
        ("https://doi.org/about", None),
        ("https://quai.example/10.1234/tides", None),
    ],
)
def test_the_resolver_is_asked_about_dois_alone(url: str, asked: str | None) -> None:
    assert handle_url(url) == asked


def said(body: str, status: int = 200) -> Answer:
    return answer(status, body, kind="application/json")


@pytest.mark.parametrize(
    ("told", "known"),
    [
        (said('{"responseCode": 1}'), True),
        (said('{"responseCode": 100}', 404), False),
        (said('{"responseCode": 100}', 500), None),
        (said('{"responseCode": 2}'), None),
        (said("[1]"), None),
        (said("<html>"), None),
        (said("[" * 100_000), None),
    ],
)
def test_what_the_resolver_says(told: Answer, known: bool | None) -> None:
    assert registered(told) is known


KNOWN, UNKNOWN = said('{"responseCode": 1}'), said('{"responseCode": 100}', 404)


@pytest.mark.parametrize(
    ("status", "told", "judged", "reason"),
    [
        (LinkStatus.UNVERIFIABLE, KNOWN, LinkStatus.OK, "doi-registered"),
        (LinkStatus.DEAD, KNOWN, LinkStatus.UNVERIFIABLE, "doi-landing-gone"),
        (LinkStatus.SOFT_404, KNOWN, LinkStatus.SOFT_404, "seen"),
        (LinkStatus.UNVERIFIABLE, UNKNOWN, LinkStatus.DEAD, "doi-unknown"),
        (LinkStatus.OK, UNKNOWN, LinkStatus.OK, "seen"),
        (LinkStatus.DEAD, failed(Failure.TIMEOUT), LinkStatus.DEAD, "seen"),
    ],
)
def test_registration_changes_what_a_wall_or_a_gone_page_means(
    status: LinkStatus, told: Answer, judged: LinkStatus, reason: str
) -> None:
    link = with_registration(Link(DOI, status, Phrase.of("seen"), tries=(Try(DOI, "403", 5),)), told)
    assert (link.status, link.reason.key) == (judged, reason)
    assert [one.outcome for one in link.tries] == [told.failure or str(told.status), "403"]
