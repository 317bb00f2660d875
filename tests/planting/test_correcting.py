from __future__ import annotations

from tests.planting.correcting import corrected, together
from tests.planting.kinds import citations, locators
from tests.planting.plants import Plant
from tests.planting.samples import ENGLISH, english


def test_a_slip_is_mended_for_good() -> None:
    clean = english()
    wrong = ENGLISH.replace("Harrington, 2011, p. 18", "Harringtno, 2011, p. 18")
    one = corrected(clean, Plant("test", "a slip", wrong, (), ("CIT003",), ENGLISH))
    assert [finding.code for finding in one.planted] == ["CIT003"]
    assert (one.text, one.raised, one.restless, one.left) == (ENGLISH, (), False, False)


def test_what_is_right_stays() -> None:
    one = corrected(english(), Plant("none", "nothing", ENGLISH, (), (), ENGLISH))
    assert (one.text, one.planted, one.restless) == (ENGLISH, (), False)


def test_errors_that_leave_room_for_each_other_are_planted_at_once() -> None:
    clean = english()
    plants = [*citations.transposed.plants(clean, 1, 3), *locators.unspaced.plants(clean, 1, 3)]
    made = together(clean, plants)
    assert made.what.endswith(" errors")
    assert 2 <= int(made.what.split()[0]) <= len(plants)
    assert len(made.codes) == int(made.what.split()[0])
