"""Resolving: what each citation means, with what was cited before it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck import audit
from citecheck.model.citations import Citations, Resolved, Status
from citecheck.resolve import resolve
from tests.parse.texts import ANY_TEXT, QUICK, document

BIBLIOGRAPHY = """
## Bibliography

1. Doe, J. (2019). *Bridges over the river*. London: Harrow.
2. Doe, J. (2020a). *Roads without end*. London: Harrow.
3. Doe, J. (2020b). *Rails and ties*. London: Harrow.
4. Roe, R. & Poe, E. (2018). The long harbour. *Journal of Ports*, 3(2), 4-19.
5. Martin, A., Durand, B., & Petit, C. (2017). *La mer au nord*. Paris: Galiote.
6. World Health Organization (WHO). (2021). *Water for all*. Geneva: WHO.
7. "What the tide brought back". (2016, 4 May). *Coast News*. Retrieved from: <https://coast.example.org/tide>.
8. Bergström, K. (n.d.). About the survey. Retrieved from: <https://survey.example.org/about>.
9. de la Tour, P. (2015). *Le phare*. Brest: Galiote.
"""


def cited(*notes: str, bibliography: str = BIBLIOGRAPHY) -> Citations:
    """A document with these notes, one marker for each."""
    said = " ".join(f"Word word<sup>{label}</sup> goes on." for label in range(1, len(notes) + 1))
    below = "".join(f"<sup>{label}</sup> {note}\n\n" for label, note in enumerate(notes, 1))
    return resolve(document(f"# Report\n\n{said}\n\n{below}\n{bibliography}"))


def last(*notes: str, bibliography: str = BIBLIOGRAPHY) -> Resolved:
    """What the last citation of the last note came to."""
    return cited(*notes, bibliography=bibliography).resolved[-1]


def entry(one: Resolved) -> str | None:
    return one.work.entry.entry_id if one.work is not None and one.work.entry is not None else None


@pytest.mark.parametrize(("cited_name", "right"), [("Harpr", "Harper"), ("Lowe Harpr", "Lowe Harper")])
def test_a_slip_in_the_end_of_a_double_surname(cited_name: str, right: str) -> None:
    entries = "## Bibliography\n\n1. Lowe Harper, Ann, and Manuel Urbina. 2003. *Canals and seed*. London: Harrow.\n"
    one = last(f"{cited_name} and Urbina, 2003, p. 4", bibliography=entries)
    assert one.status is Status.MISSPELT
    assert one.wrong is not None
    assert (one.wrong[0].text, one.wrong[1]) == (cited_name, right)


BODIES = """
## Bibliography

1. Doe, J. (2019). *Bridges over the river*. London: Harrow.
2. Office économique wallon des canaux (2021). *Les péniches*. Namur : Galiote.
3. Office of inland water and shipping. (2020). *Barges in winter*. London: Harrow.
"""


@pytest.mark.parametrize(
    ("note", "status", "number"),
    [
        ("Office économique wallon des canaux, 2021, p. 7.", Status.ENTRY, "2"),
        ("Voir Office économique wallon des canaux, 2021, p. 7 ; Doe, 2019, p. 3", Status.ENTRY, "2"),
        ("Doe, 2019, p. 3; Office of inland water and shipping, 2020.", Status.ENTRY, "3"),
        ("Office économique wallon des canaux, 2019, p. 7.", Status.YEAR, None),
    ],
)
def test_a_body_with_few_capitals_is_cited(note: str, status: Status, number: str | None) -> None:
    found = cited(note, bibliography=BODIES).resolved
    body = next(one for one in found if one.citation.span.text.startswith("Office"))
    assert (body.status, entry(body)) == (status, number)


@pytest.mark.parametrize(
    "note",
    [
        "Les péniches ont été moins nombreuses, 2021, p. 7.",
        "Office économique wallon des canaux, 2021, p. 7, a tout compté.",
        "Les comptes de l’Office économique wallon des canaux publics, 2021",
    ],
)
def test_a_sentence_with_a_year_is_no_body(note: str) -> None:
    assert cited(note, bibliography=BODIES).resolved == ()


FOUND = [
    ("Doe, 2019, p. 4", "1"),
    ("J. Doe, 2019, p. 4", "1"),
    ("Doe, 2020b, p. 4", "3"),
    ("Roe & Poe, 2018, p. 5", "4"),
    ("Roe et Poe, 2018, p. 5", "4"),
    ("Roe et al., 2018, p. 5", "4"),
    ("Martin et al., 2017, p. 5", "5"),
    ("Martin, Durand & Petit, 2017, p. 5", "5"),
    ("WHO, 2021, p. 5", "6"),
    ("World Health Organization, 2021, p. 5", "6"),
    ("“What the tide brought back”, 2016", "7"),
    ("“What the tide brought back” (2016)", "7"),
    ("Bergström, n.d.", "8"),
    ("Bergstrom, s.d.", "8"),
    ("de la Tour, 2015, p. 3", "9"),
    ("https://coast.example.org/tide", "7"),
    ("Doe, J. (2019). *Bridges over the river*. London: Harrow.", "1"),
    ("Jane Doe, *Bridges over the river* (London: Harrow, 2019), 12.", "1"),
    ("Doe, *Bridges over the river*, p. 12.", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "number"), FOUND, ids=[note for note, _ in FOUND])
def test_what_is_found(note: str, number: str) -> None:
    one = last("Doe, 2019.", note)
    assert (one.status, entry(one)) == (Status.ENTRY, number)


@pytest.mark.parametrize("name", ["Van Loon", "Loon", "K. Van Loon", "Karel Van Loon"])
def test_a_short_title_with_a_particle_goes_back_to_the_whole_reference(name: str) -> None:
    one = last(
        "Karel Van Loon, *The dockers* (Antwerp: Quay, 1966), 78.", f"{name}, *The dockers*, 90.", bibliography=""
    )
    assert (one.status, one.work and one.work.key) == (Status.NOTE, "note:1#1")


@pytest.mark.parametrize(
    ("note", "status", "candidates"),
    [
        ("Poe, 2019, p. 4", Status.MISSING, 0),
        ("Doe, 2018, p. 4", Status.YEAR, 3),
        ("Doe, 2020, p. 4", Status.AMBIGUOUS, 2),
        ("Bergstorm, n.d., p. 4", Status.MISSPELT, 1),
        ("Martni et al., 2017, p. 4", Status.MISSPELT, 1),
        ("“What the tide brought home”, 2016", Status.RETITLED, 1),
        ("“What the tide brought back”, 2015", Status.YEAR, 1),
        ("https://elsewhere.example.org/a", Status.NOTHING, 0),
        ("Ibid.", Status.NO_ANTECEDENT, 0),
        ("Poe, op. cit., p. 4", Status.NO_ANTECEDENT, 0),
        ("supra note 9", Status.NO_ANTECEDENT, 0),
    ],
)
def test_what_is_not_found(note: str, status: Status, candidates: int) -> None:
    one = last(note)
    assert one.status is status
    assert len(one.candidates) == candidates


@pytest.mark.parametrize("more", ["(2009a). *Wells*. London: Harrow.", "(2009). *Wells*. London: Harrow.\n3. Roe, M. (dir.). (2009). *Wells*. London: Harrow."])  # fmt: skip
def test_what_stands_behind_a_name_is_no_author_whatever_else_is_wrong_with_the_entry(more: str) -> None:
    bibliography = f"\n## Bibliography\n\n1. Doe, J. (2019). *Bridges*. London: Harrow.\n2. Roe, M. (dir.). {more}\n"
    one = last("Doe, 2019.", "Roe, dir., 2009, p. 5", bibliography=bibliography)
    assert (one.status, entry(one)) == (Status.ENTRY, "2")


UNDATED = """
## Bibliography

1. Doe, J. (2019). Bridges over the river. London: Harrow.
2. World Health Organization (WHO). Water for all. Geneva: WHO.
3. Roe, R. (dir.). *The long harbour*. London: Harrow.
4. Martin, A., Durand, B., & Petit, C. La mer au nord. Paris: Galiote.
5. Harbour Office of Mora. *Press release 2011/23*. https://mora.example/press.
"""


@pytest.mark.parametrize(
    ("note", "number"),
    [
        ("WHO, 2021, p. 5", "2"),
        ("World Health Organization, 2021, p. 5", "2"),
        ("HOM, 2011", "5"),
        ("Roe, dir., 2018, p. 5", "3"),
        ("Martin et al., 2017, p. 5", "4"),
        ("Martin, Durand & Petit, 2017, p. 5", "4"),
        ("Harbour Office of Mora, “Press release 2011/23”, 12 September 2011.", "5"),
    ],
)
def test_an_entry_that_lost_its_date_is_found_by_what_it_begins_with(note: str, number: str) -> None:
    one = last("Doe, 2019.", note, bibliography=UNDATED)
    assert (one.status, entry(one)) == (Status.ENTRY, number)


@pytest.mark.parametrize("note", ["Martin & Poe, 2017, p. 5", "Water, 2021, p. 3", "Mora, 2011, p. 4"])
def test_an_entry_that_lost_its_date_is_not_found_by_another_name(note: str) -> None:
    assert last("Doe, 2019.", note, bibliography=UNDATED).work is None


@pytest.mark.parametrize("date", ["", "(2018b). "])
def test_a_misspelt_name_is_told_though_something_is_wrong_with_the_date(date: str) -> None:
    bibliography = BIBLIOGRAPHY + f"10. Ravnkilde, S. {date}*The keepers of the light*. Oslo: Nordlys.\n"
    one = last("Doe, 2019.", "Ravnkidle, 2018, p. 4", bibliography=bibliography)
    assert (one.status, entry(one)) == (Status.MISSPELT, "10")


def test_a_misspelt_name_is_told_with_the_right_one() -> None:
    one = last("Martni et al., 2017, p. 4")
    assert one.wrong is not None
    assert (one.wrong[0].text, one.wrong[1]) == ("Martni", "Martin")


def test_a_wrong_year_is_told_with_the_right_ones() -> None:
    assert last("Doe, 2018, p. 4").years == ("2019", "2020a", "2020b")


# Ibid and its kin.


CHAINS = [
    (["Doe, 2019, p. 4", "Ibid."], "1", "4"),
    (["Doe, 2019, p. 4", "*Ibid.*, p. 6"], "1", "6"),
    (["Doe, 2019, p. 4", "Ibid., p. 6", "Ibid."], "1", "6"),
    (["Doe, 2019, p. 4", "Id., p. 9"], "1", "9"),
    (["Doe, 2019", "Ibid."], "1", None),
    (["Doe, 2019, p. 4 ; Roe & Poe, 2018, p. 5", "Ibid."], "4", "5"),
    (["Doe, 2019, p. 4", "Roe & Poe, 2018, p. 5", "Doe, op. cit., p. 8"], "1", "8"),
    (["Doe, 2019, p. 4", "Roe & Poe, 2018, p. 5", "Doe, op. cit."], "1", None),
    (["Doe, 2019, p. 4", "Doe, 2020a, p. 5", "Doe, op. cit., p. 8"], "2", "8"),
    (["Roe & Poe, 2018, p. 5", "Doe, 2019", "Roe and Poe, art. cit., p. 8"], "4", "8"),
    (["Doe, 2019, p. 4", "Roe & Poe, 2018, p. 5", "supra note 1, p. 7"], "1", "7"),
    (["Doe, 2019, p. 4", "Roe & Poe, 2018, p. 5", "Doe, supra note 1"], "1", None),
    (["Doe, 2019, p. 4", "Roe & Poe, 2018, p. 5", "See note 2 above."], "4", None),
    (["Doe, 2019, p. 4", "Ibid., p. 5 ; Roe & Poe, 2018, p. 5", "Ibid."], "4", "5"),
    (["Doe, 2019, p. 4 ; Ibid., p. 5"], "1", "5"),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "number", "pages"), CHAINS, ids=[" | ".join(notes) for notes, _, _ in CHAINS])
def test_chains(notes: list[str], number: str, pages: str | None) -> None:
    one = last(*notes)
    assert (entry(one), one.pages) == (number, pages)
    assert entry(one.origin) == number


@pytest.mark.parametrize(
    ("notes", "ambiguous"),
    [
        (["Doe, 2019, p. 4 ; Roe & Poe, 2018, p. 5", "Ibid."], True),
        (["Doe, 2019, p. 4 ; Doe, 2019, p. 5", "Ibid."], False),
        (["Doe, 2019, p. 4", "Ibid."], False),
        (["Doe, 2019, p. 4 ; Ibid., p. 5"], False),
    ],
)
def test_ibid_after_several_sources_is_ambiguous(notes: list[str], ambiguous: bool) -> None:
    assert last(*notes).ambiguous is ambiguous


def test_ibid_after_a_remark_goes_back_to_nothing() -> None:
    assert last("Doe, 2019, p. 4", "Only a remark.", "Ibid.").status is Status.NO_ANTECEDENT


def test_ibid_does_not_reach_into_the_chapter_before() -> None:
    chapter = "## {n}. Chapter\n\nWord<sup>1</sup>. Word<sup>2</sup>.\n\n<sup>1</sup> {a}\n\n<sup>2</sup> {b}\n\n"
    text = chapter.format(n=1, a="Doe, 2019, p. 4", b="Ibid.") + chapter.format(n=2, a="Ibid.", b="Doe, 2019, p. 5")
    made = resolve(document(text + BIBLIOGRAPHY))
    assert [one.status for one in made.resolved] == [Status.ENTRY, Status.ENTRY, Status.NO_ANTECEDENT, Status.ENTRY]


# Whole references in notes, numbers and keys.


def test_without_a_bibliography_a_whole_reference_in_a_note_is_what_later_notes_mean() -> None:
    made = cited(
        "Jane Smith, *The Title of the Book* (Oxford: Press, 2015), 12.",
        "Smith, *The Title of the Book*, 14.",
        "Ibid., 15.",
        bibliography="",
    )
    assert [(one.status, one.work.key if one.work else None) for one in made.resolved] == [
        (Status.NOTE, "note:1#1")
    ] * 3


def test_numbers_and_keys_are_those_of_entries() -> None:
    made = resolve(document(f"# T\n\nAs said [1], [4, p. 5] and [2-3].\n{BIBLIOGRAPHY}"))
    assert [entry(one) for one in made.resolved] == ["1", "4", "2", "3"]


def test_brackets_and_notes_are_met_in_the_order_of_reading() -> None:
    text = "# T\n\nAs said (Doe, 2019)<sup>1</sup>. As Roe and Poe (2018) say<sup>2</sup>.\n\n<sup>1</sup> WHO, 2021.\n\n<sup>2</sup> Ibid.\n"
    made = resolve(document(text + BIBLIOGRAPHY))
    assert [(entry(one), one.note is not None) for one in made.resolved] == [
        ("1", False),
        ("6", True),
        ("4", False),
        ("6", True),
    ]


def test_the_citations_of_a_note_are_told() -> None:
    made = cited("Doe, 2019 ; Roe & Poe, 2018.", "A remark.", "WHO, 2021.")
    assert [len(made.of_note(note)) for note in made.document.notes] == [2, 0, 1]


# Whatever the text.


@QUICK
@given(text=ANY_TEXT, bibliography=st.sampled_from(["", BIBLIOGRAPHY]))
def test_any_text_is_resolved(text: str, bibliography: str) -> None:
    made = resolve(document(text + "\n\n" + bibliography))
    for one in made.resolved:
        assert one.work is None or one.work in made.works
        assert all(candidate in made.works for candidate in one.candidates)
        assert (one.note is None) is (one.bracket is not None)
        assert one.origin.antecedent is None
    assert sum(len(made.of_note(note)) for note in made.document.notes) == sum(
        one.note is not None for one in made.resolved
    )
    assert len({work.key for work in made.works}) == len(made.works)


@QUICK
@given(text=ANY_TEXT)
def test_resolving_twice_gives_the_same(text: str) -> None:
    made = document(text + BIBLIOGRAPHY)
    assert resolve(made) == resolve(made)


# The audit as a whole, on documents without a fault.


CITED = st.sampled_from([note for note, _ in FOUND[:13]] + ["A remark of our own."])


def report(notes: list[str], first: int = 1) -> str:
    """A clean report in one language: a paragraph for each note, and a note for every entry that those leave out."""
    left = ["Doe, 2019.", "Doe, 2020a.", "Doe, 2020b.", "Roe & Poe, 2018.", "Martin et al., 2017.", "WHO, 2021.",
            "“What the tide brought back”, 2016.", "Bergström, n.d.", "de la Tour, 2015."]  # fmt: skip
    lines = ["# Report", ""]
    for label, note in enumerate([*notes, *left], first):
        lines += [f"The port was closed in the winter of that year and opened again later<sup>{label}</sup>.", ""]
        lines += [f"<sup>{label}</sup> {note}", ""]
    return "\n".join(lines) + BIBLIOGRAPHY


def codes(text: str) -> list[tuple[str, str | None]]:
    made = audit([], langs=[("en", "-")], stdin=text.encode(), select=["NUM", "CIT001", "CIT002", "CIT003", "CIT004"])
    assert made.crashes == ()
    return [(found.code, found.place.note_id) for found in made.findings]


@QUICK
@given(notes=st.lists(CITED, max_size=8), shift=st.integers(3, 400))
def test_renumbering_all_notes_is_no_fault(notes: list[str], shift: int) -> None:
    assert codes(report(notes)) == []
    assert codes(report(notes, 1 + shift)) == []


@QUICK
@given(notes=st.lists(CITED, max_size=8), data=st.data())
def test_a_deleted_marker_is_one_finding(notes: list[str], data: st.DataObject) -> None:
    text = report(notes)
    label = data.draw(st.integers(1, len(notes) + 9))
    deleted = re.sub(rf"later<sup>{label}</sup>", "later", text)
    assert len(codes(deleted)) == 1


def read_notes(written: str) -> dict[str, Resolved]:
    """What the last citation of each labelled note of a text came to."""
    return {one.note.label: one for one in resolve(document(written)).resolved if one.note is not None}


def test_a_repetition_follows_the_order_of_the_calls_and_not_that_of_the_notes() -> None:
    notes = read_notes(
        "Tides rise.[^b] Tides fall.[^a] They rest.[^c]\n\n[^a]: Ibid., p. 7.\n\n[^c]: Roe, op. cit., p. 9.\n\n"
        "[^b]: Jane Roe, *Tides* (Hull: Harrow, 2009), 4.\n"
    )
    assert notes["a"].antecedent is not None
    assert notes["a"].antecedent.note is not None
    assert notes["a"].antecedent.note.label == "b"
    assert notes["c"].status is Status.NOTE


def test_a_repetition_goes_back_to_a_note_written_in_place() -> None:
    notes = read_notes(
        "One.[^1] Two.^[Roe & Poe, 2018, p. 5.] Three.[^2]\n\n[^1]: Doe, 2019, p. 4.\n\n[^2]: Ibid., p. 7.\n"
        + BIBLIOGRAPHY
    )
    assert entry(notes["2"]) == "4"


def test_a_note_that_nothing_calls_stands_behind_the_one_before_it() -> None:
    notes = read_notes(
        "One.[^1] Three.[^3]\n\n[^1]: Doe, 2019, p. 4.\n\n[^2]: Ibid., p. 7.\n\n[^3]: Ibid.\n" + BIBLIOGRAPHY
    )
    assert entry(notes["2"]) == entry(notes["3"]) == "1"


@pytest.mark.parametrize("again", ["*Bridges*, op. cit., p. 7", "« Bridges over the river », art. cit., p. 7"])
def test_a_repetition_may_name_the_title_alone(again: str) -> None:
    assert entry(last("Doe, 2019, p. 4", "Roe & Poe, 2018", again)) == "1"


def test_a_title_that_was_not_cited_before_is_none() -> None:
    assert last("Doe, 2019, p. 4", "*Lighthouses*, op. cit., p. 7").status is Status.NO_ANTECEDENT


def test_ibid_may_name_the_author_again_and_nobody_else() -> None:
    assert entry(last("Doe, 2019, p. 4", "Doe, ibid., p. 7")) == "1"
    assert entry(last("Roe & Poe, 2018; Doe, 2019, p. 4", "Roe, ibid., p. 7")) == "4"
    assert last("Doe, 2019, p. 4", "Martin, ibid., p. 7").status is Status.NO_ANTECEDENT


def test_ibid_in_a_bracket_goes_back_to_the_note_before_where_no_bracket_is() -> None:
    resolved = resolve(document("One.[^1] Two (ibid., p. 7).\n\n[^1]: Doe, 2019, p. 4.\n" + BIBLIOGRAPHY)).resolved
    assert [entry(one) for one in resolved] == ["1", "1"]
