"""A renumbering as data and as lines of cells."""

from __future__ import annotations

import pytest

from citecheck.reconcile.renumber import renumber
from citecheck.report.table.renumbering import remark, renumbering_data, renumbering_lines
from tests.reconcile.samples import alignment

NAMES = ("French", "English")


def test_every_note_has_its_line_and_its_counterparts() -> None:
    made = renumber(alignment(), "fr", NAMES)
    data = renumbering_data(made)
    assert (data["schema"], data["language"], data["after"]) == ("citecheck/renumbering/1", "fr", "en")
    assert [one["old"] for one in data["notes"] if one["old"]] == ["1", "2", "3", "4", "5", "6"]
    assert all(set(one) == {"old", "new", "counterparts", "remarks"} for one in data["notes"])
    assert len(renumbering_lines(made, "en")) == 1 + len(data["notes"])


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_every_remark_has_words(ui: str) -> None:
    made = renumber(alignment(), "en", NAMES)
    for one in made.lines:
        assert bool(remark(one, made, ui)) == bool(one.remarks)
        assert "remark-" not in remark(one, made, ui)


def test_a_note_that_is_new_has_no_old_number() -> None:
    made = renumber(alignment(), "fr", NAMES)
    lines = renumbering_lines(made, "en")
    assert {len(line) for line in lines} == {4}
    assert all(line[0] == (one.old or "") for line, one in zip(lines[1:], made.lines, strict=True))
