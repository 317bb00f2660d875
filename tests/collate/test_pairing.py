"""Which marker of one copy stands where which marker of the other does."""

from __future__ import annotations

from citecheck.collate.matching import match
from citecheck.collate.pairing import paired_calls, paired_words
from tests.collate.copies import FILLER, copied, noted


def paired(first: str, second: str) -> dict[str, str]:
    left, right = copied(first), copied(second, "b.md")
    found = paired_calls(left, right, match(left.text.keys, right.text.keys))
    return {left.calls[at].note.number: call.note.number for at, call in found.items()}


def test_markers_behind_the_same_words() -> None:
    notes = ("Marlowe, 1951.", "Perrin, 1962.", "Oduya, 1999.")
    assert paired(noted(*notes), noted(*notes)) == {"1": "1", "2": "2", "3": "3"}
    assert paired(noted(*notes), noted("Marlowe, 1951.", "", "Oduya, 1999.")) == {"1": "1", "3": "2"}


def test_two_markers_at_one_place_go_by_their_notes() -> None:
    first = f"{FILLER[0]}[^1][^2] {FILLER[1]}\n\n[^1]: Marlowe, 1951.\n\n[^2]: Perrin, 1962.\n"
    second = f"{FILLER[0]}[^1] {FILLER[1]}\n\n[^1]: Perrin, 1962.\n"
    assert paired(first, second) == {"2": "1"}


def moved(first: str, second: str) -> dict[str, str]:
    left, right = copied(first), copied(second, "b.md")
    found = paired_words(left, right, left.calls, right.calls, match(left.text.keys, right.text.keys))
    numbers = {id(note): note.number for note, _ in left.notes}
    return {numbers[at]: call.note.number for at, call in found.items()}


def test_notes_with_the_same_words_elsewhere() -> None:
    long = "Marlowe, 1951, p. 3, on the harbour of Brest."
    assert moved(noted(long), noted("", "", "", long)) == {"1": "1"}


def test_few_words_that_stand_several_times_tell_nothing_from_afar() -> None:
    far = tuple(f"{text} {' '.join(f'x{at}{n}' for n in range(70))}" for at, text in enumerate(FILLER))
    first, second = noted("Ibid.", "Ibid.", sentences=far), noted("", "", "Ibid.", "Ibid.", sentences=far)
    assert moved(first, second) == {}
