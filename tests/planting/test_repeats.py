from __future__ import annotations

import pytest

from tests.planting.documents import read
from tests.planting.kinds import repeats
from tests.planting.samples import ENGLISH, changes, english, planted


@pytest.mark.parametrize(
    ("name", "spot"),
    [
        ("ibid_first", "<sup>1</sup> *Ibid.*, p. 7."),
        ("op_cit", "<sup>1</sup> Kowalczykova, *op. cit.*, p. 8."),
        ("pointer", "<sup>1</sup> See supra note 92."),
        ("repeated", "<sup>4</sup> Harrington, P. (2011)"),
        ("full_unknown", "<sup>1</sup> Zwingelstein, Q. (1987)"),
    ],
)
def test_what_a_note_says_instead(name: str, spot: str) -> None:
    spots = planted(repeats, name, english())
    assert any(one.startswith(spot) for one in spots) or (name == "repeated" and spots)


def test_a_pointer_back_to_a_later_note() -> None:
    for change in changes(repeats.wrong_way, english()):
        note = int(change.what.rpartition(" ")[2])
        assert any(f"<sup>{note}</sup> See supra note {later}." in change.text for later in range(note + 1, 6))


def test_ibid_behind_a_comment_and_behind_two_sources() -> None:
    assert any("are rounded" in change.text for change in changes(repeats.ibid_after_comment, english()))
    twice = ENGLISH.replace("Okafor, 2018, p. 7.", "Harrington, 2011, p. 9.").replace(
        "<sup>1</sup> Harrington, 2011, p. 12.", "<sup>1</sup> Okafor, 2018, p. 7."
    )
    clean = read("salt", ("salt.md",), [twice])
    assert "<sup>5</sup> *Ibid.*, p. 51." in planted(repeats, "ibid_ambiguous", clean)
