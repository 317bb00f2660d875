"""From documents to verdicts: where gone pages are archived, and where living ones are saved."""

from __future__ import annotations

import asyncio

import pytest

from citecheck.links import check_links
from citecheck.model.answer import Answer
from citecheck.model.links import LinkReport, LinkSettings
from tests.links.answers import answer, document

GONE, ALIVE = "https://quai.example/gone", "https://quai.example/alive"


def checked(settings: LinkSettings, *urls: str) -> tuple[LinkReport, list[str]]:
    asked: list[str] = []

    async def fetch(url: str, **options: object) -> Answer:
        asked.append(url)
        return answer(404 if url != ALIVE else 200, url=url)

    return asyncio.run(check_links([document(*urls)], settings, fetch)), asked


def test_without_an_archive_only_the_pages_are_asked_for() -> None:
    report, asked = checked(LinkSettings(), GONE, ALIVE)
    assert [link.status.value for link in report.links] == ["dead", "ok"]
    assert set(asked) == {GONE, ALIVE}
    assert all(link.archive_answered is None for link in report.links)


def test_a_copy_is_looked_for_only_of_what_is_gone() -> None:
    report, asked = checked(LinkSettings(archive=True), GONE, ALIVE)
    gone, alive = report.links
    assert (gone.archived, gone.archive_answered) == (None, True)
    assert alive.archive_answered is None
    assert not any(ALIVE in url for url in asked if url != ALIVE)


@pytest.mark.parametrize(("queries", "told"), [(False, False), (True, True)])
def test_no_archive_is_told_of_a_secret_unless_that_is_wanted(queries: bool, told: bool) -> None:
    secret = f"{GONE}?token=8f14e45fceea167a5a36dedd4bea2543"
    report, asked = checked(LinkSettings(archive=True, tell_queries=queries), secret)
    assert (report.links[0].untold is None) is told
    assert any("archive" in url for url in asked) is told


def test_no_document_has_no_links() -> None:
    report = asyncio.run(check_links([], LinkSettings(), None))  # type: ignore[arg-type]
    assert (report.links, report.documents) == ((), ())
