"""What is told of what the rules found, and of what they did not judge."""

from __future__ import annotations

from citecheck.model.evidence import Crash, Skipped, Verdict
from citecheck.model.finding import Abstention
from citecheck.model.job import Job
from tests.triage.samples import GAP, LOST, at, settled


def test_what_is_explained_is_kept_apart() -> None:
    taken, cause = at(GAP, 1, "fr:note:12"), at(LOST, 5, "fr:note:12")
    assert settled(Verdict((taken, cause))).explained == (taken,)
    assert settled(Verdict((taken, cause)), job=Job(ignore=("NUM005",))).explained == ()


def test_what_is_left_out_is_said() -> None:
    verdict = Verdict(
        run=("BIL001", "NUM001", "NUM005", "STY001"),
        skipped=(Skipped("NUM006", "offline"),),
        abstained=(Abstention("NUM001", "fr", "no-notes"), Abstention("STY001", "fr", "no-notes")),
        crashes=(Crash("NUM005", "E", "a:1"), Crash("STY001", "E", "a:1")),
    )
    after = settled(verdict, job=Job(select=("NUM", "STY"), ignore=("NUM001", "NUM005")))
    assert after.run == ("STY001",)
    assert after.skipped == (
        Skipped("BIL001", "not-selected"),
        Skipped("NUM001", "ignored"),
        Skipped("NUM005", "ignored"),
        Skipped("NUM006", "offline"),
    )
    assert [one.code for one in after.abstained] == ["STY001"]
    assert [one.code for one in after.crashes] == ["STY001"]
