"""What registries answered is kept as long as it counts; failures never."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.model.records import NO_ANSWER, NOT_THERE, Record, RegistryAnswer, found
from citecheck.net.answers import DAY, Answers

FOUND = found((Record("crossref", ("Ice",)),))
URL = "https://registry.example/works?q=ice&mailto=a%40b.example"


class Clock:
    def __init__(self, at: float = 1e9) -> None:
        self.at = at

    def now(self) -> float:
        return self.at

    def monotonic(self) -> float:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += seconds


@pytest.mark.parametrize(
    ("answer", "days", "kept"),
    [(FOUND, 29, True), (FOUND, 31, False), (NOT_THERE, 0.5, True), (NOT_THERE, 1.5, False), (NO_ANSWER, 0, False)],
)
def test_how_long_an_answer_counts(tmp_path: Path, answer: RegistryAnswer, days: float, kept: bool) -> None:
    clock = Clock()
    answers = Answers(tmp_path / "a.sqlite3", clock)
    answers.put(URL, answer)
    clock.at += days * DAY
    assert (answers.get(URL) is not None) is kept
    answers.close()


def test_offline_an_answer_of_any_age_is_told_with_its_day(tmp_path: Path) -> None:
    clock = Clock()
    answers = Answers(tmp_path / "a.sqlite3", clock)
    assert answers.put(URL, NOT_THERE) == "2001-09-09"
    answers.close()
    clock.at += 20 * DAY
    offline = Answers(tmp_path / "a.sqlite3", clock, offline=True)
    assert offline.get(URL) == (NOT_THERE, "2001-09-09")
    assert offline.get("https://registry.example/works?q=ice") == (NOT_THERE, "2001-09-09")
    offline.close()


def test_refreshing_asks_anew(tmp_path: Path) -> None:
    answers = Answers(tmp_path / "a.sqlite3", Clock(), refresh=True)
    answers.put(URL, FOUND)
    assert answers.get(URL) is None
    answers.close()


@pytest.mark.parametrize("body", [b"no database at all, and longer than a header", b""])
def test_a_file_that_is_none_costs_what_it_holds(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "a.sqlite3"
    file.write_bytes(body)
    answers = Answers(file, Clock())
    answers.put(URL, FOUND)
    assert bool(answers.warnings) is bool(body)
    answers.close()


def test_without_a_file_nothing_is_kept() -> None:
    answers = Answers(None, Clock())
    answers.put(URL, FOUND)
    assert answers.get(URL) is None
    answers.close()
