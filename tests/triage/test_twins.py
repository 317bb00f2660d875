"""Findings that say the same of two versions."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from citecheck import pipeline
from citecheck.model.alignment import Alignment
from citecheck.model.finding import Finding, Place
from citecheck.model.job import Job
from citecheck.model.source import Span
from citecheck.triage.fingerprints import fingerprinted
from citecheck.triage.twins import twinned
from tests.triage.samples import GAP, LONE, STYLE, A, B, at, version

FRENCH = """# Les marées

## Le port

Le port a grandi de 12 % en 2019<sup>1</sup>, puis de 14 % en 2020<sup>2</sup>. Le quai de Brest suit<sup>3</sup>.

## La mer

La mer monte de 30 cm<sup>4</sup>, et de 45 cm à Nantes<sup>5</sup>, dit Kerbrat<sup>6</sup>.

<sup>1</sup> Morvan, 2019, p. 4.

<sup>2</sup> Ministère de la Mer, 2020, p. 7.

<sup>3</sup> Kerbrat, 2021, p. 9.

<sup>4</sup> Morvan, 2019, p. 11.

<sup>5</sup> {fifth}, p. 12.

<sup>6</sup> Kerbrat, 2021, p. 13.

## Bibliographie

1. Kerbrat, A. (2021). *Les criées de l'Ouest*. Brest : Éditions du Quai.
2. Morvan, L. (2019). *Les ports de demain*. Nantes : Presses. http://dx.doi.org/10.1234/ports
"""

ENGLISH = """# The tides

## The harbour

The harbour grew by 12% in 2019<sup>1</sup>, then by 14% in 2020<sup>2</sup>. The quay of Brest follows<sup>3</sup>.

## The sea

The sea rises by 30 cm<sup>4</sup>, and by 45 cm in Nantes<sup>5</sup>, says Kerbrat<sup>6</sup>.

<sup>1</sup> Morvan, 2019, p. 4.

<sup>2</sup> Ministry of the Sea, 2020, p. 7.

<sup>3</sup> Kerbrat, 2021, p. 9.

<sup>4</sup> Morvan, 2019, p. 11.

<sup>5</sup> {fifth}, p. 12.

<sup>6</sup> Kerbrat, 2021, p. 13.

## Bibliography

1. Kerbrat, A. (2021). *The Fish Auctions of the West*. Brest: Éditions du Quai.
2. Morvan, L. (2019). *The Harbours of Tomorrow*. Nantes: Presses. http://dx.doi.org/10.1234/ports
"""


def audited(french: str = "Morvan, 2019", english: str = "Morvan, 2019") -> tuple[Finding, ...]:
    text = FRENCH.format(fifth=french) + "\n" + ENGLISH.format(fifth=english)
    return pipeline.audit(Job(paths=("-",), stdin=text.encode(), ignore=("BIL", "STY"))).findings


def pairs(findings: Sequence[Finding]) -> list[tuple[str, str, str]]:
    """The code of each pair, and what its findings quote."""
    by_fingerprint = {found.fingerprint: found for found in findings}
    return [
        (found.code, by_fingerprint[found.twin].place.span.text, found.place.span.text)
        for found in findings
        if found.twin is not None and found.twin != found.fingerprint
    ]


def test_the_same_source_missing_and_the_same_entry_with_the_same_defect_are_twins() -> None:
    assert pairs(audited()) == [
        ("CIT001", "Ministère de la Mer, 2020, p. 7", "Ministry of the Sea, 2020, p. 7"),
        ("URL004", "http://dx.doi.org/10.1234/ports", "http://dx.doi.org/10.1234/ports"),
    ]


def test_a_twin_is_known_by_the_fingerprint_of_the_first_and_the_same_in_the_next_run() -> None:
    first = [found.twin for found in audited()]
    assert first == [found.twin for found in audited()]
    assert {twin for twin in first if twin} <= {found.fingerprint for found in audited() if found.lang == "fr"}


def test_sources_of_other_years_at_the_same_place_are_no_twins() -> None:
    missing = [found for found in audited("Abgrall, 2017", "Quéré, 2018") if found.code == "CIT001"]
    assert [found.twin is not None for found in missing] == [True, False, True, False]


def test_a_source_missing_at_different_places_is_one_all_the_same() -> None:
    text = FRENCH.format(fifth="Abgrall, 2017").replace("Morvan, 2019, p. 11.", "Kerbrat, 2021, p. 11.")
    other = ENGLISH.format(fifth="Morvan, 2019").replace("Morvan, 2019, p. 4.", "Abgrall, 2017, p. 4.")
    found = pipeline.audit(Job(paths=("-",), stdin=f"{text}\n{other}".encode(), select=("CIT001",))).findings
    assert ("CIT001", "Abgrall, 2017, p. 12", "Abgrall, 2017, p. 4") in pairs(found)


def aligned(*findings: Finding) -> list[str | None]:
    """What the findings have for a twin where two versions have one section each."""
    alignment = Alignment(version("fr", A), version("en", B))
    return [found.twin for found in twinned(fingerprinted(findings), (alignment,))]


def numbered(found: Finding, number: str) -> Finding:
    return replace(found, values=(("text", number),))


def test_in_running_text_the_same_number_is_wrong_or_the_same_words() -> None:
    left, right = at(GAP, 3, subject="vier"), at(GAP, 8, lang="en", source=B, subject="four")
    assert aligned(left, right) == [None, None]
    assert None not in aligned(numbered(left, "1 180"), numbered(right, "1,180"))
    assert aligned(numbered(left, "1 180"), numbered(right, "1,190")) == [None, None]
    assert None not in aligned(replace(left, subject="« 4 »"), replace(right, subject="4"))


@pytest.mark.parametrize(
    "other",
    [
        at(STYLE, 8, lang="en", source=B),
        at(GAP, 8, lang="fr", source=B),
        replace(at(GAP, 8, lang="en", source=B), message="other"),
    ],
    ids=["another rule", "the same version", "worded otherwise"],
)
def test_no_twins_are(other: Finding) -> None:
    assert aligned(at(GAP, 3), other) == [None, None]


def test_what_speaks_of_both_versions_has_no_twin() -> None:
    left, right = at(LONE, 3), at(LONE, 8, lang="en", source=B)
    assert None not in aligned(left, right)
    assert aligned(replace(left, counterparts=(Place(Span(B, 8, 9), "en"),)), right) == [None, None]


def test_each_finding_has_one_twin_at_most() -> None:
    twins = aligned(at(GAP, 3), at(GAP, 4), at(GAP, 8, lang="en", source=B))
    assert (twins[0], twins[1]) == (twins[2], None)
