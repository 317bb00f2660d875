from __future__ import annotations

import pytest

from tests.planting.kinds import version_notes
from tests.planting.samples import bilingual, changes, english, planted


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("note_missing", "<sup>1</sup> Harrington, 2011, p. 12."),
        ("source_left_out", "<sup>4</sup> Harrington, 2011, p. 18."),
        ("source_added", " ; Zwingelstein, 1987, p. 5"),
        ("page_left_out", "<sup>1</sup> Harrington, 2011."),
        ("notes_exchanged", "<sup>4</sup> Okafor, 2018, p. 7."),
    ],
)
def test_the_notes_of_one_version_say_otherwise(name: str, part: str) -> None:
    assert part in planted(version_notes, name, bilingual())
    assert not changes(getattr(version_notes, name), english())


def test_one_version_alone_is_changed() -> None:
    for change in changes(version_notes.another_page, bilingual()):
        french, other = change.text.split("\x1e")
        assert (french in change.base) is not (other in change.base)
