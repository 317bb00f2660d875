"""Whether a record is the work: slips are forgiven, other works are not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.model.records import Record
from citecheck.model.reference import Person
from citecheck.model.sources import Subject
from citecheck.sources.match import Match, judge, title_likeness
from tests.sources.answers import SUBJECT

RECORD = Record(
    "crossref",
    titles=("The ice of the northern harbours", "The ice of the northern harbours: a survey"),
    authors=(Person("Doe", "Jane"), Person("Low", "Ann"), Person("Roe", "Richard")),
    years=(2019, 2020),
    containers=("Journal of Ice",),
    volume="12",
    pages="45-67",
    doi="10.5555/ice.1",
)
UNNUMBERED = replace(SUBJECT, doi=None)


def titled(title: str, subject: Subject = UNNUMBERED) -> Subject:
    return replace(subject, titles=(("en", title),))


@pytest.mark.parametrize(
    "subject",
    [
        UNNUMBERED,
        titled("The ice of the nothern harbours"),
        titled("The Ice of the Northern Harbours: A Survey"),
        titled("RETRACTED: The ice of the northern harbours"),
        replace(UNNUMBERED, year=2021),
        replace(UNNUMBERED, authors=(Person("Doe"),), et_al=True),
        replace(UNNUMBERED, authors=(Person("Jane"), Person("Ann"))),
        titled("La glace des ports du Nord"),
        titled("Something else altogether", replace(SUBJECT)),
    ],
)
def test_the_same(subject: Subject) -> None:
    assert judge(subject, RECORD) is Match.SAME


@pytest.mark.parametrize(
    ("subject", "record", "match"),
    [
        (
            titled("The grammar of tides in southern ports", replace(UNNUMBERED, volume=None, pages=None)),
            RECORD,
            Match.NO,
        ),
        (
            replace(UNNUMBERED, authors=(Person("Hill"), Person("Moss"))),
            replace(RECORD, volume="9", pages="1-2"),
            Match.OTHER_AUTHORS,
        ),
        (UNNUMBERED, replace(RECORD, notice=True), Match.NO),
        (UNNUMBERED, replace(RECORD, titles=("Correction: The ice of the northern harbours",)), Match.NO),
        (
            replace(titled("Introduction"), volume=None, pages=None, container=None, year=2010),
            replace(RECORD, titles=("Introduction",)),
            Match.PERHAPS,
        ),
        (replace(UNNUMBERED, year=2009, volume=None, pages=None, container=None), RECORD, Match.PERHAPS),
        (titled("Something else", replace(SUBJECT, authors=(Person("Hill"),), volume=None)), RECORD, Match.NO),
    ],
)
def test_others(subject: Subject, record: Record, match: Match) -> None:
    assert judge(subject, record) is match


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ice and trade", "ICE AND TRADE.", 100),
        ("Ice and trade of ports", "Ice and trade of ports: a story", 95),
        ("Query strategies for ice", "Query strategies for ice (extended abstract)", 100),
        ("Ice", "", 0),
    ],
)
def test_titles(one: str, other: str, alike: float) -> None:
    assert title_likeness(one, other) == alike
