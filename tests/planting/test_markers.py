from __future__ import annotations

import pytest

from tests.planting.kinds import markers
from tests.planting.samples import changes, english, planted


@pytest.mark.parametrize(
    ("name", "spot"),
    [
        ("dropped_marker", "<sup>1</sup> Harrington, 2011, p. 12."),
        ("dropped_note", "<sup>4</sup>"),
        ("duplicated_note", "<sup>2</sup> *Ibid.*, p. 46."),
        ("confused_marker", "<sup>5</sup> Okafor, 2018, p. 7."),
        ("gap", "<sup>5</sup> Okafor, 2018, p. 7."),
        ("swapped", "<sup>4</sup>"),
    ],
)
def test_where_the_error_shows(name: str, spot: str) -> None:
    assert spot in planted(markers, name, english())


def test_a_dropped_note_was_not_the_only_one_to_cite_its_source() -> None:
    assert {change.what for change in changes(markers.dropped_note, english())} == {"note 1", "note 3", "note 4"}


def test_a_mistyped_marker_bears_a_number_that_no_note_has() -> None:
    for change in changes(markers.mistyped_marker, english()):
        assert int(change.what.rpartition(" ")[2]) > 5


def test_a_marker_is_called_twice() -> None:
    for change in changes(markers.duplicated_marker, english()):
        number = change.what.rpartition(" ")[2]
        assert change.text.count(f"<sup>{number}</sup>") == change.base.count(f"<sup>{number}</sup>") + 1
