"""``citecheck sources`` as a user runs it: registries that answer what a test says, never the network."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from citecheck.cli import verifying
from citecheck.model.answer import Answer, Failure
from tests.sources.answers import answer, crossref

REPORT = (
    "It froze (Doe, 2019).\n\n## References\n\nDoe, J. (2019). The ice of the northern harbours. *Journal of Ice*, 12(3), 45–67. "
    "https://doi.org/10.5555/ice.1\n\nHarbour Office. (2020). Annual report. https://office.example/report\n"
)
AGENCY = {"doi.org/ra": answer([{"DOI": "10.5555", "RA": "Crossref"}])}
Told = Callable[[Mapping[str, Answer]], list[str]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Told:
    """Lets the registries answer so, by the beginning of the address; gives the addresses that were asked for."""
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("citecheck.cli.sources.cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr("citecheck.cli.asking.cache_folder", lambda: tmp_path / "cache")

    def answering(answers: Mapping[str, Answer]) -> list[str]:
        urls: list[str] = []

        class Net:
            async def fetch(self, url: str, **manner: Any) -> Answer:
                urls.append(url)
                bare = url.removeprefix("https://")
                return next(
                    (one for begin, one in answers.items() if bare.startswith(begin)),
                    Answer(url, url, failure=Failure.REFUSED),
                )

        @asynccontextmanager
        async def opened(settings: object) -> AsyncIterator[Net]:
            yield Net()

        monkeypatch.setattr(verifying, "open_net", opened)
        return urls

    return answering


def test_a_confirmed_work(told: Told, cli: Any) -> None:
    urls = told({**AGENCY, "api.crossref.org/works/10.5555": crossref()})
    ran = cli("sources", "report.md", "--format", "json")
    assert ran.status == 0
    made = json.loads(ran.out)
    assert made["schema"] == "citecheck/sources/1"
    first, second = made["sources"]
    assert (first["subject"], first["class"], first["status"]) == ("doe-2019-ice", "identifier", "confirmed")
    assert first["record"]["doi"] == "10.5555/ice.1"
    assert (second["class"], second["status"]) == ("page", "not_expected")
    assert made["summary"]["confirmed"] == 1
    assert len(urls) == 2


def test_what_differs_is_a_finding(told: Told, cli: Any) -> None:
    told({**AGENCY, "api.crossref.org/works/10.5555": crossref(page="1-9")})
    ran = cli("sources", "report.md", "--fail-on", "warning")
    assert ran.status == 1
    assert "its pages: “45–67” is printed, “1-9” was found" in ran.out
    made = json.loads(cli("sources", "report.md", "--format", "json").out)
    assert made["sources"][0]["codes"] == ["SRC009"]


def test_a_retraction_fails(told: Told, cli: Any) -> None:
    told(
        {
            **AGENCY,
            "api.crossref.org/works/10.5555": crossref(**{"updated-by": [{"DOI": "10.5555/n", "type": "retraction"}]}),
        }
    )
    ran = cli("audit", "report.md", "--sources", "--select", "SRC", "--format", "concise")
    assert ran.status == 1
    assert "SRC004 error: Doe, 2019 was retracted, says Crossref." in ran.out


def test_a_failure_says_nothing_of_a_work(told: Told, cli: Any) -> None:
    told({})
    ran = cli("sources", "report.md")
    assert ran.status == 0
    assert "not answered (1)" in ran.out
    assert "no answer from doi.org" in ran.out
    for word in ("fabricated", "fake", "invented", "hallucinated", "not exist"):
        assert word not in ran.out


def test_offline_nobody_is_asked_and_what_is_known_is_told(told: Told, cli: Any) -> None:
    urls = told({**AGENCY, "api.crossref.org/works/10.5555": crossref()})
    assert "not asked (1)" in cli("sources", "report.md", "--offline").out
    assert urls == []


def test_your_address_is_told_to_registries_only(told: Told, cli: Any) -> None:
    urls = told({**AGENCY, "api.crossref.org/works/10.5555": crossref()})
    ran = cli("sources", "report.md", "--mailto", "jane@elms.example", "--format", "json")
    assert any("mailto=jane%40elms.example" in url for url in urls)
    assert "jane" not in ran.out


def test_busy_servers_are_asked_again(told: Told, cli: Any) -> None:
    urls = told({**AGENCY, "api.crossref.org/works/10.5555": answer(b"", 503)})
    cli("sources", "report.md", "--retries", "1")
    assert sum("/works/10.5555/" in url for url in urls) == 2


def test_a_hopeless_host_is_left_alone(told: Told, cli: Any) -> None:
    urls = told({**AGENCY, "api.crossref.org/works/10.5555": replace(answer(b"", 429), hopeless=True)})
    cli("sources", "report.md")
    assert sum("/works/10.5555/" in url for url in urls) == 1


def test_a_file_of_retractions_needs_no_network(told: Told, cli: Any, tmp_path: Path) -> None:
    urls = told({})
    (tmp_path / "rw.csv").write_text(
        "RetractionNature,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID\nRetraction,9/22/2021 0:00,x,10.5555/ice.1,0\n",
        encoding="utf-8",
    )
    ran = cli("audit", "report.md", "--retractions", "rw.csv", "--select", "SRC004", "--format", "concise")
    assert "was retracted on 22 September 2021, says Retraction Watch" in ran.out
    assert urls == []
    assert cli("sources", "report.md", "--retractions", "none.csv").status == 2


def test_in_french(told: Told, cli: Any) -> None:
    told({**AGENCY, "api.crossref.org/works/10.5555": crossref(page="1-9")})
    out = cli("sources", "report.md", "--ui", "fr").out.replace("\u00a0", " ")
    assert "ses pages : « 45–67 » est imprimé, « 1-9 » a été trouvé" in out


@pytest.mark.parametrize(("name", "begins"), [("s.html", b"<!DOCTYPE html>"), ("s.csv", b"work,"), ("s.xlsx", b"PK")])
def test_the_name_says_what_is_written(told: Told, cli: Any, name: str, begins: bytes) -> None:
    told({**AGENCY, "api.crossref.org/works/10.5555": crossref(page="1-9")})
    ran = cli("sources", "report.md", "-o", name)
    assert ran.status == 0, ran.err
    assert Path(name).read_bytes()[: len(begins)].lower() == begins.lower()


def test_a_workbook_needs_a_file(told: Told, cli: Any) -> None:
    urls = told({})
    ran = cli("sources", "report.md", "--format", "xlsx")
    assert ran.status == 2
    assert "--output FILE.xlsx" in ran.err
    assert urls == []
