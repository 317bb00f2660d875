"""Decisions from the states of an XLIFF file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from citecheck.errors import UsageError
from citecheck.model.table import Table
from citecheck.read.decisions import FILE, read_decisions
from citecheck.read.xliff import Unit, Xliff
from citecheck.reconcile.deciding import Signature, with_decisions
from citecheck.reconcile.decisions import comments
from citecheck.reconcile.states import Changed, changed_states
from citecheck.report.table.xliff import notes_of, unit_ids
from tests.reconcile.samples import accept, alignment, desked

SIGNED = Signature("", "Zoë", date(2026, 12, 1))


def changed(
    states: dict[int, str], *, made: Table | None = None, notes: tuple[str, ...] = (), reason: str = ""
) -> Changed:
    """What comes of the states of some rows; the others have none."""
    made = made or desked()
    ids = unit_ids(made)
    file = Xliff(("fr", "en"), tuple(Unit(ids[at], state, notes) for at, state in states.items()))
    return changed_states(made, (), file, Signature(reason, "Zoë", date(2026, 12, 1)), "a.xlf")


@pytest.mark.parametrize("state", ["reviewed", "final"])
def test_what_differs_and_is_done_is_accepted_for_the_reason_that_is_noted(state: str) -> None:
    made = changed({1: state}, notes=("merged on purpose", "another"))
    [(decision, above)] = made.made
    assert (decision.about, decision.reason, decision.author, decision.day) == (
        *("fr 2, 3 = en 2", "merged on purpose", "Zoë", "2026-12-01"),
    )
    assert (decision.codes, above) == (("BIL003",), "# fr 2")
    assert decision.notes == accept(1, "BIL003").notes
    assert made.back == ()


def test_what_is_the_same_or_is_not_done_is_nothing_new() -> None:
    assert changed({0: "final", 1: "translated", 3: "initial", 4: "final"}, reason="x") == Changed((), (), 0)


def test_a_reason_for_all_goes_behind_that_of_a_unit_and_none_is_an_error() -> None:
    assert [one.reason for one, _ in changed({1: "final", 5: "final"}, reason="checked").made] == ["checked", "checked"]
    own = tuple(text for _, text, _ in notes_of(desked().rows[1]))
    assert [one.reason for one, _ in changed({1: "final"}, notes=(*own, "said"), reason="checked").made] == ["said"]
    with pytest.raises(UsageError, match=r"a\.xlf: fr 2, 3 = en 2 is final, and nothing says why it may differ"):
        changed({1: "final"}, notes=own)


def test_what_was_accepted_and_is_not_done_any_more_is_taken_back(tmp_path: Path) -> None:
    text = with_decisions("", (), [(accept(1, "BIL003"), "# fr 2")], comments(alignment()))
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    known = read_decisions(tmp_path / FILE)
    made = desked(known, text)
    file = Xliff(("fr", "en"), (Unit(unit_ids(made)[1], "translated", ()),))
    result = changed_states(made, known, file, SIGNED, "a.xlf")
    assert (result.made, result.back) == ((), known)
    assert "accept." not in with_decisions(text, known, result.made, comments(alignment()), result.back)
    kept = Xliff(("fr", "en"), (Unit(unit_ids(made)[1], "final", ()),))
    assert changed_states(made, known, kept, SIGNED, "a.xlf") == Changed((), (), 0)


def test_units_of_notes_that_are_no_more_are_counted() -> None:
    file = Xliff(("fr", "en"), (Unit("n0", "final", ()), Unit("n1", "initial", ())))
    assert changed_states(desked(), (), file, SIGNED, "a.xlf").unknown == 2


@pytest.mark.parametrize("langs", [("en", "fr"), ("fr", ""), ("de", "en")])
def test_a_file_of_other_languages_is_refused(langs: tuple[str, str]) -> None:
    with pytest.raises(UsageError, match=r"a\.xlf: its languages are"):
        changed_states(desked(), (), Xliff(langs, ()), SIGNED, "a.xlf")
