"""What differs: only where all accepted records have it otherwise."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.model.records import Record, Update, UpdateKind
from citecheck.model.reference import Person
from citecheck.model.sources import Subject
from citecheck.sources.compare import differences, worst_update
from tests.sources.answers import SUBJECT
from tests.sources.test_match import RECORD

ENGLISH = replace(RECORD, language="en")


def fields(subject: Subject, *accepted: Record) -> list[str]:
    return [one.field for one in differences(subject, accepted)]


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        (SUBJECT, []),
        (replace(SUBJECT, titles=(("en", "The tides of the southern harbours"),)), ["title"]),
        (replace(SUBJECT, titles=(("fr", "La glace des ports du Nord"),)), []),
        (replace(SUBJECT, year=2018), ["year"]),
        (replace(SUBJECT, authors=(Person("Hill"),)), ["authors"]),
        (replace(SUBJECT, volume="13"), ["volume"]),
        (replace(SUBJECT, pages="54–67"), ["pages"]),
        (replace(SUBJECT, pages="45"), []),
    ],
)
def test_fields(subject: Subject, found: list[str]) -> None:
    assert fields(subject, ENGLISH) == found


def test_one_record_that_agrees_is_enough() -> None:
    wrong = replace(SUBJECT, year=2012, pages="1")
    assert fields(wrong, ENGLISH, replace(ENGLISH, registry="openalex", years=(2012,), pages="1-9")) == []
    assert fields(SUBJECT) == []


def test_an_author_takes_two_registries_or_the_doi() -> None:
    other = replace(SUBJECT, authors=(Person("Hill"),), doi=None)
    assert fields(other, ENGLISH) == []
    assert fields(other, ENGLISH, replace(ENGLISH, registry="openalex")) == ["authors"]


def test_how_far_a_year_is() -> None:
    (one,) = differences(replace(SUBJECT, year=2016), [ENGLISH])
    assert (one.distance, one.found) == (3, ("2019", "2020"))


@pytest.mark.parametrize(
    ("kinds", "worst"),
    [
        ([UpdateKind.CORRECTION, UpdateKind.RETRACTION], UpdateKind.RETRACTION),
        ([UpdateKind.CORRECTION, UpdateKind.CONCERN], UpdateKind.CONCERN),
        ([UpdateKind.NEW_VERSION], None),
        ([], None),
    ],
)
def test_the_worst_notice(kinds: list[UpdateKind], worst: UpdateKind | None) -> None:
    told = worst_update([replace(RECORD, updates=tuple(map(Update, kinds)))])
    assert (told.kind if told is not None else None) is worst


def test_a_reinstatement_undoes_what_was_before_it() -> None:
    retracted = Update(UpdateKind.RETRACTION, day="2020-01-01")
    back = Update(UpdateKind.REINSTATEMENT, day="2021-01-01")
    assert worst_update([replace(RECORD, updates=(retracted, back))]) is None
    again = Update(UpdateKind.RETRACTION, day="2022-01-01")
    assert worst_update([replace(RECORD, updates=(retracted, back, again))]) == again
