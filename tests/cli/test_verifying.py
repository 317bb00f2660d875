"""Who asks the registries: again where a server is busy, with a key that goes to its host alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from citecheck import audit
from citecheck.cli import verifying
from citecheck.cli.verifying import KEYS, SourceSettings, asker, check_sources, nobody
from citecheck.model.answer import Answer, Failure
from citecheck.model.links import LinkSettings, Origin
from tests.sources.answers import answer


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ([answer({})], 1),
        ([answer(b"", 503), answer({})], 2),
        ([Answer("u", "u", failure=Failure.TIMEOUT), answer({})], 2),
        ([Answer("u", "u", failure=Failure.UNKNOWN_HOST), answer({})], 1),
        ([answer(b"", 404), answer({})], 1),
        ([answer(b"", 500)] * 9, 3),
    ],
)
def test_busy_servers_are_asked_again(answers: list[Answer], asked: int) -> None:
    attempts: list[int] = []

    async def fetch(url: str, *, attempt: int = 0, **manner: Any) -> Answer:
        attempts.append(attempt)
        assert manner["whole"]
        assert manner["every"] == 0.5
        return answers[attempt]

    assert asyncio.run(asker(fetch)("https://registry.example/a", 0.5)) is not None
    assert attempts == list(range(asked))


def test_offline_nobody_is_asked() -> None:
    assert asyncio.run(nobody("https://registry.example/a", 1.0)) is None


def test_a_key_goes_to_its_host_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    variable, host, header = KEYS["semantic-scholar"]
    monkeypatch.setenv(variable, "s3cret")
    seen: list[LinkSettings] = []

    @asynccontextmanager
    async def opened(settings: LinkSettings) -> AsyncIterator[Any]:
        seen.append(settings)
        yield type("Net", (), {"fetch": None})

    monkeypatch.setattr(verifying, "open_net", opened)
    made = audit(["a.md"], contents={"a.md": b"# A\n\nText.\n"})
    report = check_sources(made.versions, (), SourceSettings(), LinkSettings(), folder=None, quiet=True, signals=False)
    assert report.sources == ()
    assert seen[0].headers(Origin("https", host, 443)) == ((header, "s3cret"),)
    assert seen[0].headers(Origin("https", "api.crossref.org", 443)) == ()
    assert "s3cret" not in repr(seen[0])
