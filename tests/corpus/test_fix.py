"""Corrections of planted errors: the error is gone, no finding is new, and a second run changes nothing."""

from __future__ import annotations

from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from tests.planting.correcting import corrected, together
from tests.planting.documents import Clean, documents
from tests.planting.judging import kinds
from tests.planting.plants import Kind, Plant
from tests.tried import tried

CLEAN = [*documents(Path(__file__).parent / "clean")]
SAFE = (
    "name: letters transposed",
    "name: letter dropped",
    "name: letter doubled",
    "corporate name: letter dropped",
    "page: without label",
    "page: unspaced",
    "page: labelled otherwise",
    "URL: tracking parameters",
    "URL: outdated resolver",
)
"""Kinds of error that there is a safe correction for, nearly always."""

MOST = tried(1, 10)
"""Documents in which one kind of error is planted here."""


@cache
def mended_base(name: str, text: str) -> str:
    """What a text without planted errors is corrected to: some documents have habits with exceptions."""
    clean = next(one for one in CLEAN if one.name == name)
    return corrected(clean, Plant("none", "nothing", text, (), (), text)).text


@pytest.mark.thorough
@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_a_correction_leaves_no_finding_and_brings_none(kind: Kind) -> None:
    # From document to document by turns, so that all of them come up; the bench takes them all for each kind.
    turn = kinds().index(kind) % len(CLEAN)
    planted = ((clean, plant) for clean in [*CLEAN[turn:], *CLEAN[:turn]] for plant in kind.plants(clean, 11, 1))
    done = [corrected(clean, plant) for clean, plant in islice(planted, MOST)]
    assert done
    assert [(one.clean.name, finding.code) for one in done for finding in one.raised] == []
    assert [one.clean.name for one in done if one.restless] == []
    # One error in a clean document is never so much that a correction has to be taken back.
    assert [(one.clean.name, finding.code) for one in done for finding in one.outcome.harmful] == []
    assert [one.clean.name for one in done if one.left] == []
    if kind.name in SAFE:
        mended = [one for one in done if one.planted]
        assert len(mended) >= 0.8 * len(done)
        assert [one.clean.name for one in mended if one.text != mended_base(one.clean.name, one.plant.base)] == []


@pytest.mark.parametrize("clean", CLEAN, ids=lambda clean: clean.name)
def test_many_errors_at_once(clean: Clean) -> None:
    plants = [plant for kind in kinds() if kind.name in SAFE for plant in kind.plants(clean, 11, 4)]
    one = corrected(clean, together(clean, plants))
    assert (one.raised, one.restless, one.left) == ((), False, False)
