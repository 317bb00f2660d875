"""The source that a finding is about."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck import pipeline
from citecheck.model.finding import Finding, Place
from citecheck.model.job import Job
from citecheck.model.source import Span
from citecheck.resolve import resolve
from citecheck.triage.named import with_sources
from tests.parse.texts import document
from tests.triage.samples import GAP, RULES

TEXT = """# Ships

A sentence<sup>1</sup>. Another<sup>2</sup>. A third<sup>3</sup>. A fourth<sup>4</sup>.

<sup>1</sup> Doe, 2020, p. 9-4

<sup>2</sup> Roe, 2021, p. 4; Doe, 2020, p. 7

<sup>3</sup> https://quai.example/a/page_with_a_name

<sup>4</sup> Poe, P. (2018). *Of Sails and Masts*. Oslo: Press.

## References

1. Doe, J. (2020). *One*. Oslo: Press.
2. “A Title that Goes On and On Until Nobody Knows What It Said”. (2019). Oslo: Press.
3. Roe, R. (2021). *Three*. Oslo: Press.
"""
VERSION = resolve(document(TEXT, lang="en"))


def place(text: str, nth: int = 1) -> Place:
    source = VERSION.document.sources[0]
    start = -1
    for _ in range(nth):
        start = source.text.index(text, start + 1)
    return Place(Span(source, start, start + len(text)), "en")


def named(*places: Place, of_source: bool = True) -> str | None:
    found = GAP.finding(places, "m", subject="s")
    rules = RULES | {GAP.code: replace(GAP, of_source=of_source)}
    [told] = with_sources([found], [VERSION], rules)
    return told.source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("9-4", "Doe, 2020"),
        ("p. 7", "Doe, 2020"),
        ("Of Sails", "Poe, 2018"),
        ("Another", None),
        ("page_with_a", "quai.example"),
    ],
)
def test_a_place_is_about_the_citation_or_the_reference_that_it_touches(text: str, source: str | None) -> None:
    assert named(place(text)) == source


def test_an_entry_is_called_by_its_authors_or_by_the_beginning_of_its_title() -> None:
    entries = [Place.of(entry, "en") for entry in VERSION.document.entries]
    assert named(entries[0]) == "Doe, 2020"
    assert (named(entries[1]) or "").startswith("A Title that Goes On and On")


def test_several_places_are_about_one_source_or_none() -> None:
    assert named(place("9-4"), place("p. 7")) == "Doe, 2020"
    assert named(place("9-4"), place("p. 4")) is None


def test_what_is_wrong_with_a_numbering_is_about_no_source() -> None:
    assert named(place("9-4"), of_source=False) is None


def test_an_audit_names_the_source_of_what_it_finds() -> None:
    found: tuple[Finding, ...] = pipeline.audit(Job(paths=("-",), stdin=TEXT.encode(), select=("PAG004",))).findings
    assert [one.source for one in found] == ["Doe, 2020"]
