"""Notes without their colon are lost, and no second calls."""

from __future__ import annotations

import pytest

from citecheck.model.citations import FaultKind
from citecheck.resolve import resolve
from tests.parse.texts import document


@pytest.mark.parametrize("broken", ["[^elm] As told in a novel.", "[^elm] : As told in a novel.", "> [^elm] As told."])
def test_a_note_without_its_colon_is_lost(broken: str) -> None:
    read = document(f"Elms fall.[^elm] Oaks stand.[^oak]\n\n{broken}\n\n[^oak]: Doe, 2020, p. 4.\n")
    assert [marker.label for marker in read.markers] == ["elm", "oak"]
    assert [(one.kind, one.place.label) for one in resolve(read).faults] == [(FaultKind.MARKER_WITHOUT_NOTE, "elm")]


@pytest.mark.parametrize("text", ["[^oak] says so, and elms fall.[^oak]", "Elms fall.[^elm]\n\n[^elm], they say."])
def test_a_call_that_begins_a_line_is_one(text: str) -> None:
    read = document(f"{text}\n\n[^oak]: Doe, 2020, p. 4.\n")
    assert len(read.markers) == 2


def test_code_that_is_indented_calls_no_note_that_there_is_not() -> None:
    read = document("Elms fall.[^oak]\n\n    pattern = [^a-z]+\n    other = [^oak]\n\n[^oak]: Doe, 2020, p. 4.\n")
    assert [marker.label for marker in read.markers] == ["oak", "oak"]
    read = document("Elms fall.[^oak]\n\n- pattern [^elm]\n\n[^oak]: Doe, 2020, p. 4.\n")
    assert [marker.label for marker in read.markers] == ["oak", "elm"]
