"""The sections and the sources of a report, each once in all versions."""

from __future__ import annotations

from citecheck.model.finding import Place
from citecheck.report.findings.subjects import Section, Sections, Sources
from tests.report.audited import audited
from tests.report.samples import report


def test_translations_are_one_section() -> None:
    made = Sections(audited(), "before")
    assert made.all()[0] == Section("before")
    assert Section("1 L'état des stocks", ("The state of the stocks",)) in made.all()
    assert len({section.title for section in made.all()}) == len(made.all())


def test_a_note_is_in_the_section_that_calls_it() -> None:
    of = audited()
    made = Sections(of, "before")
    for version in of.versions:
        titles = [made.all()[made.of(Place.of(note, version.lang))].title for note in version.document.notes]
        assert titles == ["1 L'état des stocks"] * 4 + ["2 Les ports"] * 3


def test_what_stands_before_the_first_heading_is_in_none() -> None:
    of = report()
    made = Sections(of, "before")
    first = of.versions[0].document
    assert made.heading(Place(first.headings[0].span.part(-0, 0), "fr")) is first.headings[0]
    assert made.of(Place(first.headings[0].span, "xx")) == 0
    assert made.heading(Place(first.headings[0].span, None)) is None


def test_a_source_of_both_versions_is_one() -> None:
    assert Sources(audited()).names.count("Morvan, 2020") == 1


def test_a_place_is_about_the_source_of_its_entry_or_its_citation() -> None:
    of = audited()
    made, version = Sources(of), of.versions[0]
    kerbrat = version.document.entries[0]
    at = made.of(Place.of(kerbrat, "fr"))
    assert at is not None
    assert made.names[at] == "Kerbrat, 2021"
    citation = next(one for one in version.resolved if one.note is not None and one.note.number == "6")
    assert made.of(Place(citation.citation.span, "fr")) == at
    assert made.of(Place(version.document.headings[0].span, "fr")) is None


def test_a_note_is_about_the_one_source_that_it_cites() -> None:
    made = Sources(audited())
    about = {
        number: made.of_note(Place(audited().versions[0].document.headings[0].span, "fr", number, number))
        for number in "169"
    }
    assert [made.names[at] for at in about.values() if at is not None] == ["Morvan, 2020", "Kerbrat, 2021"]


def test_what_has_no_source_is_named_by_what_it_says() -> None:
    assert "Ministry of the Sea, 2019" in Sources(audited()).names
    assert len(set(Sources(audited()).names)) == len(Sources(audited()).names)
