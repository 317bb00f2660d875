"""How notes end."""

from __future__ import annotations

import pytest

from citecheck.checks.style.endings import endings, ends_with_stop, turned
from tests.checks.style.auditing import notes
from tests.parse.texts import document


def told(*texts: str) -> list[bool]:
    return [stop for _, stop in endings(document(notes(*texts)))]


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("Doe, 2019, p. 4.", [True]),
        ("Doe, 2019, p. 4", [False]),
        ("*Doe*, 2019, p. 4*.*", [True]),
        ("Answer no. 12, 9 May 2014, p. 133.", [True]),
        ("A remark that is a sentence.", []),
        ("Doe, n.d.", []),
        ("Doe, 2019, p. 4?", []),
        ("Doe, 2019, https://quai.example/a", []),
        ("Ibid.", []),
    ],
)
def test_what_the_end_of_a_note_tells(text: str, stops: list[bool]) -> None:
    assert told(text) == stops


@pytest.mark.parametrize(
    ("text", "stop", "edited"),
    [
        ("Doe, 2019, p. 4.", False, "Doe, 2019, p. 4"),
        ("Doe, 2019, p. 4", True, "Doe, 2019, p. 4."),
        ("See “Doe, 2019, p. 4”", True, None),
    ],
)
def test_a_stop_is_added_or_taken_away(text: str, stop: bool, edited: str | None) -> None:
    (note,) = document(notes(text)).notes
    edit = turned(note, stop)
    if edit is None:
        assert edited is None
        return
    body = note.body
    start, end = edit.span.start - body.start, edit.span.end - body.start
    assert body.text[:start] + edit.replacement + body.text[end:] == edited


@pytest.mark.parametrize(
    ("texts", "habit"),
    [
        (["Doe, 2019, p. 4."] * 3, True),
        (["Doe, 2019, p. 4"] * 3, False),
        (["Doe, 2019, p. 4."] * 2, None),
        (["Doe, 2019, p. 4.", "Doe, 2019, p. 4"] * 3, None),
        ([], None),
    ],
)
def test_a_habit_needs_three_notes_and_two_thirds(texts: list[str], habit: bool | None) -> None:
    assert ends_with_stop(document(notes(*texts))) is habit
