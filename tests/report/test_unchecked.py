"""What was not checked: all of it, in words, whatever the format."""

from __future__ import annotations

from msgspec.structs import replace

from citecheck.model.evidence import Skipped
from citecheck.report.unchecked import not_checked, unchecked, untried, waived
from tests.report.samples import report


def test_all_that_was_not_checked_is_told_with_its_reason() -> None:
    made = report()
    gaps = list(unchecked(made, "en"))
    assert len(gaps) == len(made.crashes) + len(made.unreadable) + len(made.abstained) + len(made.skipped)
    assert all(gap.why in gap.said or gap.kind == "rule-failed" for gap in gaps)
    assert all((gap.span is not None) == (gap.kind == "not-read") for gap in gaps)


def test_rules_with_the_same_reason_stand_on_one_line() -> None:
    made = replace(report(), skipped=(Skipped("CUR005", "offline"), Skipped("CIT002", "offline")))
    assert dict(not_checked(made, "fr"))["skipped"] == ["CIT002, CUR005\u00a0: hors ligne"]


def test_rules_that_the_user_left_out_are_named_where_all_is_wanted() -> None:
    made = replace(report(), skipped=(Skipped("CUR005", "ignored"),))
    assert dict(not_checked(made, "en"))["skipped"] == []
    assert dict(not_checked(made, "en", verbose=True))["skipped"] == ["CUR005: ignored"]


def test_links_that_were_not_tried_are_counted() -> None:
    assert untried(report(), "en") == "2 links not tried (offline)"


def test_a_waived_finding_is_named_with_its_fingerprint() -> None:
    made = report()
    assert [mark for _, mark in waived(made, "en")] == [
        found.fingerprint for found in made.findings if found.state == "waived"
    ]
