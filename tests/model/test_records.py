"""What a registry says: records, or that it has none."""

from __future__ import annotations

from citecheck.model.records import NOT_THERE, Outcome, Record, found, registry_name


def test_no_records_are_an_answer_too() -> None:
    assert found(()) is NOT_THERE
    assert found((Record("crossref"),)).outcome is Outcome.FOUND


def test_what_a_registry_is_called() -> None:
    assert registry_name("crossref") == "Crossref"
    assert registry_name("retraction-watch") == "Retraction Watch"
    assert registry_name("elms") == "elms"
