from __future__ import annotations

from tests.planting.documents import read
from tests.planting.notes import bare_ibid, body_of, expendable, ibid_with_page, note_removed, pointed, repeats, stopped
from tests.planting.samples import ENGLISH, english


def test_what_a_note_says() -> None:
    clean = english()
    assert body_of(clean, clean.notes[0]) == "Harrington, 2011, p. 12."
    assert [repeats(clean, note) for note in clean.notes] == [False, False, True, False, False]
    assert stopped(clean)


def test_a_note_that_ibid_follows_or_that_alone_cites_a_source_cannot_go() -> None:
    clean = english()
    assert [expendable(clean, number) for number in range(5)] == [True, False, True, True, False]


def test_ibid_in_the_form_of_the_document() -> None:
    assert (ibid_with_page(english(), 1), bare_ibid(english())) == ("*Ibid.*, p. 12.", "*Ibid.*.")


def test_a_note_goes_with_the_line_behind_it() -> None:
    clean = english()
    start, end, new = note_removed(clean, clean.notes[0])
    assert (clean.text[start:end], new) == ("<sup>1</sup> Harrington, 2011, p. 12.\n\n", "")


def test_a_report_that_points_to_notes() -> None:
    assert not pointed(english())
    assert pointed(read("salt", ("salt.md",), [ENGLISH.replace("*Ibid.*, p. 46", "See supra note 1")]))
