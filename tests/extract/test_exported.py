"""The keys under which sources go into other programs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.extract.exported import exported
from citecheck.model.citations import Work
from citecheck.model.document import Document, Entry
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span
from tests.extract.samples import sample

SPAN = Span(Source("", ""), 0, 0)


def document(*references: Reference, lang: str = "fr", ids: tuple[str, ...] = (), numbered: bool = True) -> Document:
    """A document whose bibliography has one entry for each reference."""
    names = ids or tuple(str(number) for number in range(1, len(references) + 1))
    entries = tuple(
        Entry(SPAN, SPAN, name if numbered and not ids else None, name, 0, (one,))
        for name, one in zip(names, references, strict=True)
    )
    return replace(sample(), lang=lang, entries=entries)


def doe(year: str | None = "2020", title: str = "A title", **more: object) -> Reference:
    return replace(Reference(SPAN, (Person("Doe", "J."),), year=year, title=title), **more)


def keys(*documents: Document, works: tuple[tuple[str, Work], ...] = ()) -> list[str]:
    return [one.key for one in exported(documents, works)]


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        (doe(), "doe2020"),
        (doe("n.d."), "doend"),
        (doe(None), "doe"),
        (doe(suffix="b"), "doe2020b"),
        (doe(authors=(Person("Müller-Lüdenscheidt", "Ø."), Person("Roe"))), "mullerludenscheidt2020"),
        (doe(authors=(Person("O’Neil, Jr", "A."),)), "oneiljr2020"),
        (doe(authors=(Person("de la Tour", "A."),)), "delatour2020"),
        (doe(authors=(Person("Ministry of the Sea", corporate=True),)), "ministrysea2020"),
        (doe(authors=(Person("agence spatiale", corporate=True),)), "agencespatiale2020"),
        (doe(authors=(), author_text="The Port Gazette"), "theportgazette2020"),
        (doe(authors=(), title="Le port de Brest"), "port2020"),
        (doe(authors=(), title="Un or"), "un2020"),
        (doe(authors=(Person("Иванов", "И."),), title="Порты"), "source2020"),
        (Reference(SPAN), "source"),
    ],
)
def test_a_key_is_author_and_year_in_ascii(reference: Reference, key: str) -> None:
    assert keys(document(reference)) == [key]


def test_one_author_and_year_has_letters_in_the_order_of_titles_wherever_the_entries_stand() -> None:
    first, second, third = doe(title="Atolls"), doe(title="Bays"), doe(title="Capes")
    assert keys(document(first, second, third)) == ["doe2020", "doe2020a", "doe2020b"]
    assert keys(document(third, first, second)) == ["doe2020b", "doe2020", "doe2020a"]


def test_a_printed_letter_is_kept() -> None:
    printed = doe(title="Capes", suffix="a")
    assert keys(document(doe(title="Atolls"), doe(title="Bays"), printed)) == ["doe2020", "doe2020b", "doe2020a"]
    assert keys(document(doe(suffix="a"), doe(suffix="a", title="Z"))) == ["doe2020a", "doe2020"]


def test_there_are_letters_enough_and_case_makes_no_difference() -> None:
    made = keys(document(*(doe(title=f"Volume {number:03}") for number in range(60))))
    assert len({key.casefold() for key in made}) == 60
    assert made[:3] + made[26:29] == ["doe2020", "doe2020a", "doe2020b", "doe2020z", "doe2020aa", "doe2020ab"]


def test_the_keys_of_a_bibliography_file_stay() -> None:
    made = document(doe(), doe(title="Bays"), doe(title="Capes"), ids=("Doe:2020", "doe2020", "3"))
    assert keys(made) == ["Doe:2020", "doe2020", "doe2020a"]


def test_further_versions_end_in_their_language() -> None:
    assert keys(document(doe()), document(doe(), lang="en")) == ["doe2020", "doe2020-en"]
    assert keys(document(doe(), lang="en")) == ["doe2020"]


def test_what_two_versions_take_from_one_file_is_there_once() -> None:
    shared = doe(span=Span(Source("refs.bib", "@book{x}"), 0, 8))
    assert keys(document(shared, ids=("x",)), document(shared, lang="en", ids=("x",))) == ["x"]


def test_what_only_notes_give_comes_behind_and_changes_no_key() -> None:
    noted = ("fr", Work("note:3#1", doe(title="A first one")))
    entry = document(doe()).entries[0]
    known = ("fr", Work("entry:1", doe(), entry=entry))
    assert keys(document(doe(title="Bays")), works=(noted, known)) == ["doe2020", "doe2020a"]
    assert [one.lang for one in exported([document()], (noted,))] == ["fr"]


def test_an_entry_of_which_nothing_could_be_told_is_left_out() -> None:
    empty = replace(document(doe()).entries[0], references=())
    assert exported([replace(sample(), entries=(empty,))]) == ()
