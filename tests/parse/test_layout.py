"""Layout: bibliographies and their entries, and running text across page breaks."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.parse.texts import ANY_TEXT, QUICK, document

# Entries.


ONE, TWO = "Doe, J. (2019). One title. Press.", "Roe, R. (2020). Another title. Press."

BIBLIOGRAPHIES = [
    (f"{ONE}\n\n{TWO}", [None, None]),
    (f"1. {ONE}\n2. {TWO}", ["1", "2"]),
    (f"1. {ONE}\n\n2. {TWO}", ["1", "2"]),
    (f"[1] {ONE}\n\n[2] {TWO}", ["1", "2"]),
    (rf"\[1\] {ONE}" + "\n\n" + rf"\[2\] {TWO}", ["1", "2"]),
    (f"1) {ONE}\n2) {TWO}", ["1", "2"]),
    (f"- {ONE}\n- {TWO}", [None, None]),
    (f"* {ONE}\n* {TWO}", [None, None]),
    (f"• {ONE}\n\n• {TWO}", [None, None]),
    (f"{ONE}\n{TWO}", [None, None]),
    (f"- 1. {ONE}\n- 2. {TWO}", ["1", "2"]),
    ("Doe, J. (2019). One\ntitle. Press.\n\n" + TWO, [None, None]),
    ("Doe, J. (2019). One title. Read at:\n\nhttps://x.org/a\n\n" + TWO, [None, None]),
    (f"Here is what was read.\n\n{ONE}\n\n{TWO}", [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbers"), BIBLIOGRAPHIES, ids=[text[:40] for text, _ in BIBLIOGRAPHIES])
def test_entries_in_every_form(text: str, numbers: list[str | None]) -> None:
    made = document(f"Text.\n\n## Bibliography\n\n{text}\n")
    assert [entry.number for entry in made.entries] == numbers
    assert [entry.references[0].year for entry in made.entries] == ["2019", "2020"]
    assert [entry.references[0].authors[0].family for entry in made.entries] == ["Doe", "Roe"]
    assert made.bibliography_heading is not None


@pytest.mark.parametrize(
    "text", ["1. One thing.\n2. Another thing.", "- One thing.\n- Another thing.", "1. In 2019, one.\n2. In 2020, two."]
)
def test_a_list_outside_a_bibliography_is_none(text: str) -> None:
    made = document(f"## 1. Introduction\n\n{text}\n")
    assert made.entries == ()
    assert made.bibliography_heading is None


@pytest.mark.parametrize(
    "text",
    [
        "## Bibliography\n\nThis section says how the sources were chosen and why so many of them are missing from it.\n",
        "## Sources\n\nThe sources of the river lie in the hills, and nobody has ever measured how far they are from the sea.\n",
        "## References\n",
    ],
)
def test_a_heading_without_entries_is_no_bibliography(text: str) -> None:
    assert document(text).entries == ()


def test_a_bibliography_may_have_sections_and_ends_at_the_next_heading() -> None:
    made = document(
        f"## Bibliography\n\n### Books\n\n{ONE}\n\n### Articles\n\n{TWO}\n\n## Annex\n\nDoe (2019) was read in 2020.\n"
    )
    assert len(made.entries) == 2
    assert len(made.paragraphs) == 1


def test_the_heading_of_a_bibliography_may_be_bold_text() -> None:
    made = document(f"Text.\n\n**Bibliography**\n\n{ONE}\n\n{TWO}\n")
    assert len(made.entries) == 2
    assert made.headings[-1].title == "Bibliography"


def test_numbers_may_repeat_or_be_left_out() -> None:
    made = document(f"## Bibliography\n\n1. {ONE}\n1. {TWO}\n3. Poe, E. (2021). A third title. Press.\n")
    assert [(entry.number, entry.entry_id) for entry in made.entries] == [("1", "1"), ("1", "1-2"), ("3", "3")]


def test_a_dash_stands_for_the_author_of_the_entry_above() -> None:
    made = document(f"## Bibliography\n\n{ONE}\n\n— (2021). A third title. Press.\n\n{TWO}\n")
    assert [entry.references[0].authors[0].family for entry in made.entries] == ["Doe", "Doe", "Roe"]


def test_an_entry_does_not_go_on_behind_other_text() -> None:
    made = document("## Bibliography\n\nDoe, J. (2019). One title\n\n**Références**\n\nn.d.\n")
    assert [entry.span.text for entry in made.entries[:1]] == ["Doe, J. (2019). One title"]


def test_a_year_at_the_start_of_a_line_is_no_number() -> None:
    made = document(
        "## References\n\n[1] Doe, J. One title. Press,\n2019. [Online]\n\n[2] Roe, R. Two titles. Press, 2020.\n"
    )
    assert [entry.number for entry in made.entries] == ["1", "2"]


# Page breaks.


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The text is cut here and\n\ngoes on here.", [2]),
        ("The text is cut here and\n\n---\n\ngoes on here.", [2]),
        ("The text is cut here and\n\n<sup>1</sup> A note.\n\ngoes on here.", [2]),
        ("The text is cut here and\n\n---\n\n<sup>1</sup> A note.\n\nGoes on here.", [2]),
        ("The text ends here.\n\nA new one begins.", [1, 1]),
        ("The text ends here.\n\n---\n\nA new one begins.", [1, 1]),
        ("No stop at the end\n\nA new one begins.", [1, 1]),
        ("The text is cut here and\n\n## A heading\n\ngoes not on here.", [1, 1]),
        ("One and\n\ntwo and\n\nthree.", [3]),
        ("It said:\n\n- one\n- two", [1, 1, 1]),
    ],
)
def test_paragraphs_across_page_breaks(text: str, pieces: list[int]) -> None:
    assert [len(paragraph.pieces) for paragraph in document(text).paragraphs] == pieces


# Whatever the text.


@QUICK
@given(text=ANY_TEXT)
def test_sections_count_up_and_paragraphs_stand_in_them(text: str) -> None:
    made = document(text)
    assert [heading.section for heading in made.headings] == list(range(1, len(made.headings) + 1))
    for paragraph in made.paragraphs:
        above = [heading for heading in made.headings if heading.span.start <= paragraph.span.start]
        assert paragraph.section == len(above)


@QUICK
@given(before=ANY_TEXT, count=st.integers(1, 6))
def test_a_bibliography_is_found_behind_any_text(before: str, count: int) -> None:
    entries = "".join(
        f"{number}. Doe, J. ({2000 + number}). Title {number}. Press.\n" for number in range(1, count + 1)
    )
    assume("```" not in before and "<!--" not in before)
    made = document(f"{before}\n\n# Bibliography\n\n{entries}")
    assert [entry.number for entry in made.entries][-count:] == [str(number) for number in range(1, count + 1)]


@pytest.mark.parametrize(
    "inside", ["> A quotation\n    > that goes on.", "- an item\n    - another", "more of it\n    and more"]
)
def test_a_note_begins_right_below_what_belongs_to_the_one_before(inside: str) -> None:
    text = (
        f"B.[^0] C.[^1] D.[^2]\n\n[^0]: It says so:\n\n    {inside}\n[^1]: Doe, 2020, p. 3.\n[^2]: Roe, 2021, p. 4.\n"
    )
    assert [note.label for note in document(text).notes] == ["0", "1", "2"]
    assert document(text).notes[0].body.text.endswith(inside[-6:])


def test_the_heading_of_a_bibliography_may_lack_its_accents() -> None:
    assert len(document(f"**Réferences**\n\n{ONE}\n\n{TWO}\n").entries) == 2


@pytest.mark.parametrize("rule", ["<hr />\n\n", "", "---\n\n"])
def test_numbers_below_a_list_without_any_are_those_of_notes(rule: str) -> None:
    names = ("Doe", "Poe", "Roe")
    listed = "\n\n".join(f"{name}, J. *Ports of {name}*. Quay, 200{at}." for at, name in enumerate(names))
    notes = "[1]\u00a0I think of fifteen pieces (written in 1968).\n\n[2] See Doe, 2000, p. 4."
    text = f"# T\n\nIt grew (Doe, 2000).\n\n# References\n\n{listed}\n\n{rule}{notes}\n"
    entries = document(text).entries
    assert [entry.body.text.split(",")[0] for entry in entries] == list(names)
    below = document(
        f"# T\n\nIt grew.\n\n# References\n\n{listed}\n\n## On the web\n\n1. Moe, A. *Tides*. 2001.\n"
    ).entries
    assert [entry.number for entry in below] == [None, None, None, "1"]


def test_entries_in_elements_of_html_keep_the_emphasis_that_tells_them() -> None:
    long = "traduit de l’allemand par Ann Roe, Paris, Quai du port et des glaces de la ville, 2002, 360 p."
    listed = f"<ul>\n<li>DOE, J. <em>Ports</em>, Quai, 2001.</li>\n<li>MOE, Ann. <em>L’âme de la glace et du port</em>, {long}</li>\n</ul>"
    assert len(document(f"# T\n\nLe port (Moe, 2002).\n\n# Bibliographie\n\n{listed}\n").entries) == 2


def test_a_number_in_front_of_a_paragraph_cites_nothing() -> None:
    text = "# T\n\nIt grew [1] and shrank [2], as [3] says.\n\n[4] Moe tells it.\n\n[1] shows that it grew.\n"
    cited = [citation.target for bracket in document(text).brackets for citation in bracket.citations]
    assert cited == ["1", "2", "3", "1"]
