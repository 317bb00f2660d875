"""Notes at the foot of pages, and the marks that call them."""

from __future__ import annotations

from citecheck.read.pdf import layout
from tests.read.pdf.samples import LEFT, TOP, Part, Rule, line, lines, noted_page, notes, pdf, texts, up

LAST = "so that a whole year went by before anyone asked for it again,"


def test_numbers_begin_anew_on_a_page() -> None:
    second = [
        *lines(TOP, (LAST, up("1"), " and then it was gone.")),
        line(80, up("1", 6, 3), " Roe, The nets.", size=9),
    ]
    made = layout("a.pdf", pdf(noted_page(1), [*second, Rule(LEFT, 140, 95)]))
    assert notes(made) == {"1/1": "Doe, The ports, 1999, p. 7.", "2/1": "Roe, The nets."}


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first = [
        *lines(TOP, (LAST, up("1"), " and then it was gone.")),
        Rule(LEFT, 140, 95),
        *lines(80, (up("1", 6, 3), " Roe, The nets, whose third part says of the"), size=9.0),
    ]
    second = [
        *lines(TOP, "Nobody in the town had seen it since."),
        Rule(LEFT, 140, 95),
        *lines(80, "council what it was paid.", size=9.0),
    ]
    made = layout("a.pdf", pdf(first, second))
    assert notes(made) == {"1": "Roe, The nets, whose third part says of the council what it was paid."}
    assert [inline.page for inline in made.notes[0].blocks[0].inlines] == [1, 2]


def test_notes_in_the_size_of_the_text_are_told_by_the_rule() -> None:
    page = [
        *lines(TOP, (LAST, up("1"), " and then it was gone.")),
        Rule(LEFT, 140, 95),
        *lines(80, "1. Roe, The nets."),
    ]
    assert notes(layout("a.pdf", pdf(page))) == {"1": "Roe, The nets."}


def test_notes_without_a_rule_are_told_by_their_size() -> None:
    assert list(notes(layout("a.pdf", pdf(noted_page(1, rule=False), noted_page(2, rule=False))))) == ["1", "2"]


def test_a_line_of_a_note_that_begins_with_a_number_begins_no_note() -> None:
    page = [
        *lines(TOP, (LAST, up("1"), " and then"), ("it was gone", up("2"), " as well.")),
        Rule(LEFT, 140, 95),
        *lines(
            90,
            (up("1", 6, 3), " Roe, The nets, vol. 3, of 12 March 1904, p."),
            "3 and the plan.",
            (up("2", 6, 3), " Ibid."),
            size=9.0,
        ),
    ]
    assert notes(layout("a.pdf", pdf(page))) == {
        "1": "Roe, The nets, vol. 3, of 12 March 1904, p. 3 and the plan.",
        "2": "Ibid.",
    }


def test_a_flat_mark_is_found_between_its_neighbours() -> None:
    page = [
        *lines(
            TOP,
            (LAST, up("1"), " and then"),
            "it was gone from the town2 as well, which",
            ("nobody said", up("3"), " again."),
        ),
        Rule(LEFT, 140, 95),
        *lines(90, (up("1", 6, 3), " One."), (up("2", 6, 3), " Two."), (up("3", 6, 3), " Three."), size=9.0),
    ]
    made = layout("a.pdf", pdf(page))
    assert list(notes(made)) == ["1", "2", "3"]
    [text] = texts(made)
    assert "town[^2] as well" in text
    assert [inline.flat for inline in made.blocks[0].inlines if hasattr(inline, "flat")] == [False, True, False]


def test_a_note_with_a_sign_is_one_of_its_own() -> None:
    page = [
        *lines(TOP, ("On the harbours", up("*"), " of the coast, and on what they"), (LAST, up("1"), " in the end.")),
        Rule(LEFT, 140, 95),
        *lines(80, (up("*", 6, 3), " I thank the archive."), (up("1", 6, 3), " Roe, The nets."), size=9.0),
    ]
    made = layout("a.pdf", pdf(page))
    assert notes(made) == {"*": "I thank the archive.", "1": "Roe, The nets."}
    assert [note.custom for note in made.notes] == [True, False]


def test_a_list_in_small_type_at_the_foot_is_no_notes() -> None:
    page = [*lines(TOP, LAST, "and then it was gone."), *lines(80, "1. The nets", "2. The sails", size=9.0)]
    assert layout("a.pdf", pdf(page)).notes == ()


def test_several_marks_side_by_side_call_their_notes() -> None:
    page = [
        *lines(TOP, (LAST, up("1, 2"), " and then"), ("it was gone", up("3"), up("4"), " again.")),
        Rule(LEFT, 140, 110),
        *lines(100, *((up(str(at), 6, 3), f" Note {at}.") for at in (1, 2, 3, 4)), size=9.0),
    ]
    made = layout("a.pdf", pdf(page))
    assert texts(made)[0].count("[^") == 4
    assert list(notes(made)) == ["1", "2", "3", "4"]


def test_a_note_whose_mark_is_in_a_heading_is_called() -> None:
    page = [
        line(TOP + 20, Part("The closed harbour", 16), up("1", 9, 6)),
        *lines(TOP - 20, LAST, "and then it was gone."),
        Rule(LEFT, 140, 95),
        *lines(80, (up("1", 6, 3), " Roe, The nets."), size=9.0),
    ]
    made = layout("a.pdf", pdf(page))
    assert texts(made)[0] == "The closed harbour[^1]"
