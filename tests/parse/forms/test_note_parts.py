"""The parts that forms of notes share."""

from __future__ import annotations

import pytest

from citecheck.parse.forms import note_parts
from citecheck.parse.forms.note_parts import without_return


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Doe, 2020.", "Doe, 2020."),
        ('Doe, 2020. <a href="#fnref1">↩</a></p>\n</li>', "Doe, 2020."),
        ("Doe, 2020.</p>  \n <br>\n", "Doe, 2020."),
        ("Doe, 2020.[↩](#fnref1)", "Doe, 2020."),
        ("", ""),
    ],
)
def test_what_closes_a_note_is_none_of_it(text: str, kept: str) -> None:
    assert text[: without_return(text, 0, len(text))] == kept


def test_blanks_behind_a_note_are_passed_over_without_looking_at_each(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Counted:
        """Stands for the pattern and counts."""

        def search(self, text: str) -> None:
            asked.append(text)

    monkeypatch.setattr(note_parts, "RETURN", Counted())
    text = "Doe, 2020." + " \n" * 50_000
    assert without_return(text, 0, len(text)) == 10
    assert len(asked) == 1
