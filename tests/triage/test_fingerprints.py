"""The order of findings, and their fingerprints."""

from __future__ import annotations

import random
import re

import pytest
from msgspec.structs import replace

from citecheck.model.evidence import Verdict
from citecheck.model.finding import Finding, Place, Severity
from citecheck.model.rule import Rule
from citecheck.model.source import Span
from tests.triage.samples import GAP, ORDER, STYLE, A, B, at, judged, settled, version

# The order.


def test_findings_come_in_reading_order_whatever_order_they_were_found_in() -> None:
    wanted = [
        at(STYLE, 50, lang="fr", source=B),
        at(GAP, 2, lang="fr", source=A),
        at(STYLE, 2, lang="fr", source=A),
        at(STYLE, 9, lang="fr", source=A),
        at(STYLE, 1, lang="en", source=A),
        at(STYLE, 0, lang="", source=A),
    ]
    versions = (version("fr", B, A), version("en", A))
    for seed in range(5):
        mixed = wanted.copy()
        random.Random(seed).shuffle(mixed)
        found = judged(*mixed, versions=versions)
        assert [(one.code, one.place) for one in found] == [(one.code, one.place) for one in wanted]


def test_without_versions_files_are_sorted_by_path() -> None:
    assert [one.place.span.source.path for one in judged(at(STYLE, 1, source=B), at(STYLE, 2))] == ["a.md", "b.md"]


# Fingerprints.


def test_a_fingerprint_has_its_version_and_sixteen_digits() -> None:
    [found] = judged(at(GAP, 1))
    assert re.fullmatch("v1:[0-9a-f]{16}", found.fingerprint)
    assert found.fingerprint == "v1:5b613dbcb0657e96"


def test_a_fingerprint_survives_moved_text_renumbering_and_other_files() -> None:
    [here] = judged(at(GAP, 1, subject="Kania  2017"))
    moved = replace(at(GAP, 77, source=B, subject="kania\n2017"), message="other", values=(("n", 3),))
    moved = replace(moved, place=replace(moved.place, note="40", note_id="40"), severity=Severity.INFO)
    assert judged(moved)[0].fingerprint == here.fingerprint


@pytest.mark.parametrize(
    "other", [at(ORDER, 1), at(GAP, 1, lang="en"), at(GAP, 1, subject="another")], ids=["code", "language", "subject"]
)
def test_a_fingerprint_tells_apart(other: Finding) -> None:
    assert judged(at(GAP, 1))[0].fingerprint != judged(other)[0].fingerprint


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    one = judged(at(GAP, 1))
    three = judged(at(GAP, 1), at(GAP, 5), at(GAP, 9))
    assert len({found.fingerprint for found in three}) == 3
    assert one[0].fingerprint == three[0].fingerprint


def test_a_new_occurrence_has_a_new_fingerprint_and_the_old_ones_stay() -> None:
    found = at(GAP, 1)
    places = [Place(Span(A, start, start + 1), "fr") for start in (10, 20, 30)]
    two = judged(replace(found, related=tuple(places[:1])))[0]
    four = judged(replace(found, related=tuple(places)))[0]
    assert len(two.occurrences) == 2
    assert len(set(four.occurrences)) == 4
    assert set(two.occurrences) < set(four.occurrences)
    assert two.fingerprint == four.fingerprint
    assert judged(found)[0].occurrences == ()


def test_parts_of_a_fingerprint_do_not_run_into_each_other() -> None:
    one = Rule("AAA1", "one", Severity.INFO)
    two = Rule("AAA", "two", Severity.INFO)
    rules = {"AAA1": one, "AAA": two}
    found = settled(Verdict((at(one, 1, lang="fr"), at(two, 2, lang="1fr"))), rules).findings
    assert len({each.fingerprint for each in found}) == 2
