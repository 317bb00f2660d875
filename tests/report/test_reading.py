"""How well each version was read, in words and as data."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.model.citations import Citations
from citecheck.model.document import Document
from citecheck.model.finding import Abstention
from citecheck.model.reading import PartOf, Reading
from citecheck.report.reading import HELD_BACK, reading_data, reading_lines
from citecheck.report.voices import voice
from tests.report.samples import report


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_a_version_of_which_something_was_read_has_a_line(ui: str) -> None:
    versions = report().versions
    lines = list(reading_lines([*versions, Citations(Document("en", ()))], ui))
    assert len(lines) == len(versions)
    assert "2" in lines[0]


def test_a_part_of_a_longer_work_is_said_to_be_one() -> None:
    version = replace(report().versions[0], reading=Reading(part_of=PartOf.NUMBERS))
    (line,) = reading_lines([version], "en")
    assert voice("en").texts["part-of.numbers"] in line


def test_the_data_have_all_that_was_counted() -> None:
    version = report().versions[0]
    data = reading_data(
        version,
        [
            Abstention("CIT002", "fr", "poorly-resolved"),
            Abstention("CIT001", None, "part-of-longer-work"),
            Abstention("CIT003", "en", "poorly-resolved"),
            Abstention("CIT004", "fr", "no-bibliography"),
        ],
    )
    assert data["notes"] == {"all": 2, "called": 1, "citing": 1, "commentary": 0, "unread": 1}
    assert data["citations"] == {"all": 2, "resolved": 1, "kinds": {"short": {"all": 2, "resolved": 1}}}
    assert data["held_back"] == ["CIT001", "CIT002"]
    assert (data["scheme"], data["part_of"]) == ("none", None)


def test_every_reason_that_lies_in_the_reading_has_words() -> None:
    assert {f"reason.{reason}" for reason in HELD_BACK} <= voice("en").texts.keys()
