"""Where two copies number the same notes otherwise."""

from __future__ import annotations

from tests.collate.copies import collated, noted

NOTES = ("Marlowe, 1951, p. 3, on Brest.", "Perrin, 1962, p. 7, on Hull.", "Oduya, 1999, p. 1, on Kiel.")


def runs(first: str, second: str) -> list[tuple[str, str, int]]:
    found = collated(first, second).renumbered
    return [(run.first[0].number, run.first[1].number, run.count) for run in found]


def superscript(numbers: tuple[int, ...]) -> str:
    text = noted(*NOTES)
    for label, number in enumerate(numbers, 1):
        text = text.replace(f"[^{label}]: ", f"<sup>{number}</sup> ").replace(f"[^{label}]", f"<sup>{number}</sup>")
    return text


def test_a_lost_or_added_note_moves_the_numbers_behind_it() -> None:
    assert runs(noted(*NOTES), noted(*NOTES)) == []
    assert runs(noted(*NOTES), noted(NOTES[0], "", NOTES[2])) == []
    assert runs(noted(NOTES[0], "", NOTES[2]), noted(*NOTES)) == []


def test_another_count() -> None:
    assert runs(superscript((1, 2, 3)), superscript((11, 12, 13))) == [("1", "11", 3)]
    assert runs(superscript((1, 2, 3)), superscript((1, 2, 4))) == [("3", "4", 1)]
