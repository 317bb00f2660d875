"""What findings are about: keys that stay the same, and names for messages."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.checks import subjects
from citecheck.model.citations import FaultKind, Status, Work
from citecheck.model.document import Note
from citecheck.model.reference import CitationKind, Person, Reference
from tests.checks.reading import cited
from tests.parse.texts import whole

TEXT = """# 1. The port

One<sup>1</sup>, two<sup>2</sup>, three (Moe, 2001).

<sup>1</sup> Doe & Roe, 2020, p. 4

<sup>2</sup> Ibid., p. 5; Poe, 2018

## Bibliography

1. Doe, J. & Roe, R. (2020). *The tides of the port*. London: Quay.
2. Smith, A. (2018). *Canals*. London: Quay.
"""


def note(note_id: str = "1") -> Note:
    (made,) = (one for one in cited(TEXT).document.notes if one.note_id == note_id)
    return made


def test_keys_tell_things_apart_by_language_number_and_chapter() -> None:
    one = note()
    assert subjects.number_key("fr", one) == "fr:number:/1"
    assert subjects.number_key("fr", replace(one, note_id="3/1")) == "fr:number:3/1"
    assert subjects.near_key("fr", one, "7") == "fr:near:/7"
    assert subjects.numbering_keys("en", [one, note("2")], "9") == [
        "en:number:/1",
        "en:near:/1",
        "en:number:/2",
        "en:near:/2",
        "en:number:/9",
        "en:near:/9",
    ]


def test_an_entry_and_its_sources_have_one_key() -> None:
    entry = cited(TEXT).document.entries[0]
    glued = Work("entry:1#2", entry.references[0], entry)
    assert subjects.work_key("en", glued) == subjects.entry_key("en", entry) == "en:work:entry:1"
    assert subjects.work_key("en", Work("note:1#2", entry.references[0])) == "en:work:note:1#2"
    assert len({key("en", entry) for key in (subjects.entry_key, subjects.entry_order_key, subjects.lone_key)}) == 3


def test_a_citation_is_named_by_what_it_cites() -> None:
    names = [subjects.source_name(one) for one in cited(TEXT).resolved]
    assert names == ["Doe & Roe, 2020", "Doe & Roe, 2020", "Poe, 2018", "Moe, 2001"]
    number = cited("As said [3], [4] and [5].\n\n## References\n\n[3] Doe, J. (2019). *Tides*. Quay.\n").resolved[0]
    assert subjects.source_name(number) == "[3]"
    assert subjects.cited_key("en", number) == "en:cited:[3]"


@pytest.mark.parametrize(
    ("families", "year", "title", "name"),
    [
        (("Doe",), "2020", "Tides", "Doe, 2020"),
        (("Doe", "Roe", "Poe"), "2020", "Tides", "Doe, Roe & Poe, 2020"),
        (("A", "B", "C", "D"), "2020", "Tides", "A et al., 2020"),
        (("Doe",), None, "Tides", "Doe, Tides"),
        ((), "2020", "T" * 60, "T" * 49 + "…, 2020"),
        ((), None, None, "the whole text"),
    ],
)
def test_a_source_is_named_by_its_authors_or_its_title(
    families: tuple[str, ...], year: str | None, title: str | None, name: str
) -> None:
    made = Reference(whole("the   whole\ntext"), tuple(map(Person, families)), year=year, title=title)
    assert subjects.work_name(Work("entry:1", made)) == name


def test_what_is_cited_is_found_among_the_entries() -> None:
    made = cited(TEXT)
    assert subjects.cited_entries(made) == {"1"}
    assert [work.key for work in subjects.shown_works(made)] == ["entry:1", "entry:2"]
    missing = subjects.grouped(made, Status.MISSING, {CitationKind.SHORT})
    assert [[one.citation.span.text for one in group] for group in missing] == [["Poe, 2018"], ["Moe, 2001"]]
    assert subjects.notes_of(made.resolved) == ("1", "2")


def test_faults_have_places_and_context_without_numbers() -> None:
    made = cited("One<sup>1</sup>.\n\n<sup>1</sup> Doe, 2019.\n\n<sup>2</sup> Roe, 2020.\n")
    (fault,) = subjects.faults_of(made, FaultKind.NOTE_WITHOUT_MARKER)
    (place,) = subjects.places(made, [fault.place])
    assert (place.note, place.span.text) == ("2", "<sup>2</sup>")
    context = subjects.contexts(made.document)
    assert context([fault.place]) == "Roe, 2020."
    assert context(made.document.markers) == "One | . | Doe, 2019."


@pytest.mark.parametrize(("label", "number", "shown"), [("doe", "6", "6 ([^doe])"), ("6", "6", "[^6]")])
def test_a_label_is_shown_beside_another_number(label: str, number: str, shown: str) -> None:
    made = cited("A.[^1]\n\n[^1]: Doe, 2019.\n").document.notes[0]
    assert subjects.shown(replace(made, label=label, number=number)) == shown
    assert subjects.shown(made, "7") == "[^1]"
    assert subjects.shown(note()) == "1"


@pytest.mark.parametrize(("wrong", "total", "mostly"), [(5, 5, False), (6, 17, True), (6, 18, False), (0, 0, False)])
def test_where_most_is_wrong_the_reading_is(wrong: int, total: int, mostly: bool) -> None:
    assert subjects.mostly(wrong, total) is mostly


def test_a_scheme_is_clear_where_three_citations_of_its_kind_resolve() -> None:
    made = cited(TEXT)
    missing = [one for one in made.resolved if one.status is Status.MISSING and one.note is not None]
    clear = replace(made, habit=replace(made.habit, short=4, short_resolved=3))
    assert subjects.clear_scheme(clear, missing) is None
    mixed = replace(made, habit=replace(made.habit, short=9, short_resolved=3))
    assert subjects.clear_scheme(mixed, missing) == "mixed-schemes"
    few = replace(made, habit=replace(made.habit, short=4, short_resolved=0, brackets=0, brackets_resolved=0))
    assert subjects.clear_scheme(few, missing) == "few-citations"
    bare = cited("One.<sup>1</sup>\n\n<sup>1</sup> Poe, 2018\n")
    assert subjects.clear_scheme(bare, bare.resolved) == "no-bibliography"
