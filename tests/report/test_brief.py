"""A finding and its places in few words on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from msgspec.structs import replace

from citecheck.model.finding import Confidence, Place, State
from citecheck.model.source import Source, Span
from citecheck.report import brief
from tests.report.hostile import texts
from tests.report.samples import report

SOURCE = Source("report/a.md", "first\nsecond\n")
HERE = Place(Span(SOURCE, 0, 5), "en", "7", "7")


@given(texts)
def test_any_text_is_cut_to_one_harmless_line(text: str) -> None:
    shown = brief.cut(text, 50)
    assert len(shown) <= 50
    assert "\n" not in shown
    assert "\x1b" not in shown


def test_a_finding_in_its_language() -> None:
    made = report()
    found = next(one for one in made.findings if one.code == "CIT001")
    message, hint = brief.brief(found, made, "en")
    assert (message, hint) == ("Petit, 2020 is cited in notes 2, 40 and 41 but has no entry.", "Add the entry.")
    assert brief.brief(found, made, "fr")[1] == "Ajoutez l'entrée."
    assert len(brief.brief(found, made, "en", 10)[0]) <= 10


@pytest.mark.parametrize(
    ("confidence", "state", "waiver", "count"),
    [
        (Confidence.CERTAIN, State.NEW, None, 0),
        (Confidence.LIKELY, State.BASELINED, None, 2),
        (Confidence.CERTAIN, State.WAIVED, "so", 1),
        (Confidence.POSSIBLE, State.WAIVED, " ", 2),
    ],
)
def test_what_qualifies_a_finding(confidence: Confidence, state: State, waiver: str | None, count: int) -> None:
    found = replace(report().findings[0], confidence=confidence, state=state, waiver=waiver)
    assert len(brief.remarks(found, "en")) == count
    assert ("so" in " ".join(brief.remarks(found, "fr"))) is (waiver == "so")


def test_a_place_is_labelled_by_its_note_or_its_entry() -> None:
    assert brief.label(HERE, "en") == "note 7"
    assert brief.label(replace(HERE, note_label="doe"), "fr") == "note 7 [^doe]"
    assert brief.label(Place(HERE.span, "en", entry="3", entry_id="3"), "en") == "entry 3"
    assert brief.label(Place(HERE.span, "en"), "en") == ""


def test_an_entry_is_labelled_with_its_first_words() -> None:
    made = report()
    found = replace(made.findings[0], place=Place.of(made.versions[1].document.entries[0], "en"))
    unnamed = replace(found, source=None)
    assert brief.label_with_words(unnamed, made, "en") == "English entry 1 “Durand, A. (2019). A book. Paris.”"
    assert brief.label_with_words(replace(found, source="Durand, 2019"), made, "en") == "English entry 1"
    assert brief.label_with_words(replace(found, place=HERE), made, "fr") == "note 7 de l'anglais"
    alone = replace(made, versions=made.versions[1:])
    assert brief.label_with_words(unnamed, alone, "en").startswith("entry 1 “")


def test_a_label_says_the_version_where_there_are_several() -> None:
    made = report()
    assert brief.label_in_version(HERE, made, "en") == "English note 7"
    assert brief.label_in_version(Place(HERE.span, "fr"), made, "en") == "French text"
    assert brief.label_in_version(Place(HERE.span), made, "en") == ""
    assert brief.label_in_version(Place(HERE.span, "en"), replace(made, versions=made.versions[:1]), "en") == ""


def test_a_finding_in_one_line() -> None:
    made = report()
    found = next(one for one in made.findings if one.code == "STY003")
    assert brief.in_one_line(found, made, "en").startswith("report/sample.md:16:45: STY003 info: English text: Hides ")


def test_places_are_grouped_and_many_are_counted() -> None:
    others = [replace(HERE, note=str(at), note_id=str(at)) for at in (40, 41, 41)]
    assert brief.named_places(others, HERE, "en") == "notes 40 and 41"
    french = replace(HERE, lang="fr", note="9", note_id="9")
    assert brief.named_places([*others, french], HERE, "en") == "notes 40 and 41; French note 9"
    lines = [replace(HERE, span=Span(SOURCE, 6, 12)), replace(HERE, span=Span(SOURCE, 2, 3))]
    assert brief.named_places(lines, HERE, "en") == "lines 2 and 1:3"
    many = [replace(HERE, note=str(at)) for at in range(100, 100 + brief.MANY + 5)]
    assert "5" in brief.named_places(many, HERE, "en").rpartition(";")[2]
    assert "116" in brief.named_places(many, HERE, "en", every=True)


def test_paths_and_positions_as_services_know_them() -> None:
    named = brief.named_below("/work", "/work/docs")
    assert (named("a.md"), named("../b.md"), named("../../c.md"), named("-")) == (
        "docs/a.md",
        "b.md",
        "../../c.md",
        "-",
    )
    assert brief.position(Span(SOURCE, 8, 9)) == "report/a.md:2:3"
    assert brief.last_line(Span(SOURCE, 0, 6)) == 1
    assert brief.last_line(Span(SOURCE, 0, 7)) == 2
