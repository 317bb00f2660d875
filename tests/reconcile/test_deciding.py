"""Decisions from what a person says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from citecheck.errors import UsageError
from citecheck.model.decision import Decision, DecisionKind
from citecheck.model.report import Report
from citecheck.read.decisions import FILE, read_decisions
from citecheck.reconcile.deciding import Signature, Written, acceptances, note_named, pairing, replaced, with_decisions
from citecheck.reconcile.decisions import comments
from citecheck.triage.decisions import apply
from tests.reconcile.samples import accept, alignment, findings, pair

SIGNED = Signature("on purpose", "Yann", date(2026, 11, 24))


def accepted(said: str) -> list[Written]:
    aligned = alignment()
    report = Report(findings=findings(aligned), versions=(aligned.left, aligned.right), rules={})
    return acceptances(report, apply(aligned, ()), said, SIGNED)


def test_an_acceptance_is_about_the_whole_group() -> None:
    ((decision, above),) = accepted("fr:3")
    assert replace(decision, about="") == replace(accept(1, "BIL003"), about="")
    assert above == "# fr 2"
    assert accepted("en:2") == accepted("fr:3")


def test_a_pair_is_made_of_the_notes_of_both_sides() -> None:
    decision, above = pairing(alignment(), "fr:2, 3 = en:2", SIGNED)
    assert replace(decision, about="", reason="") == pair(("2", "3"), ("2",))
    assert above == "# fr 2"


def test_the_order_of_the_sides_does_not_matter() -> None:
    assert pairing(alignment(), "en:2=fr:3", SIGNED) == pairing(alignment(), "fr:3=en:2", SIGNED)


@pytest.mark.parametrize("said", ["fr:6=none", "none=fr:6"])
def test_a_note_can_stand_alone(said: str) -> None:
    decision, _ = pairing(alignment(), said, SIGNED)
    assert replace(decision, about="", reason="") == pair(("6",), ())


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("fr:2", "write notes of both languages"),
        ("none=none", "write notes of both languages"),
        ("fr:2=fr:3", "both sides are in 'fr'"),
        ("fr:2=en:99", "there is no note 99 in 'en'"),
        ("fr:2=de:3", "there is no version in 'de'"),
        ("fr:=en:3", "write a language and a note"),
    ],
)
def test_a_pair_that_cannot_be_made_is_said(said: str, wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        pairing(alignment(), said, SIGNED)


@pytest.mark.parametrize(("said", "wrong"), [("fr:1", "nothing differs there"), ("fr:99", "there is no note 99")])
def test_an_acceptance_of_nothing_is_said(said: str, wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        accepted(said)


@pytest.mark.parametrize(
    ("old", "new", "outdated"),
    [
        (accept(1), accept(1, "BIL003"), True),
        (accept(1), accept(2), False),
        (pair(("2",), ("2",)), pair(("2", "3"), ("2",)), True),
        (pair(("2",), ("2",)), pair(("4",), ("3",)), False),
        (accept(1), pair(("2", "3"), ("2",)), False),
    ],
)
def test_which_decision_takes_the_place_of_which(old: Decision, new: Decision, outdated: bool) -> None:
    assert replaced(old, [new]) is outdated


def test_a_decision_keeps_its_kind_and_its_signature() -> None:
    decision, _ = pairing(alignment(), "fr:6=none", SIGNED)
    assert (decision.kind, decision.author, decision.day) == (DecisionKind.PAIR, "Yann", "2026-11-24")


def test_a_note_is_named_by_its_language_and_number() -> None:
    assert note_named("--note", " fr : 39", ("fr", "en")) == ("fr", "39")


def test_a_new_decision_takes_the_place_of_the_old_one_in_the_file(tmp_path: Path) -> None:
    order = comments(alignment())
    ((decision, above),) = accepted("fr:3")
    text = with_decisions("", (), [(decision, above)], order)
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    again = replace(decision, reason="for another reason")
    text = with_decisions(text, read_decisions(tmp_path / FILE), [(again, above)], order)
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert [known.reason for known in read_decisions(tmp_path / FILE)] == ["for another reason"]
