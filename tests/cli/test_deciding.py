"""The options that say a decision, and what they need of each other."""

from __future__ import annotations

import pytest

from citecheck.cli.deciding import Asked
from citecheck.errors import UsageError


def test_nothing_asked_is_no_decision() -> None:
    assert not Asked.of(None, None, None)
    assert not Asked.of([], [], None)


def test_a_pair_needs_no_reason() -> None:
    assert Asked.of(None, ["fr:1=en:2"], None) == Asked(pair=("fr:1=en:2",))


def test_a_decision_keeps_its_reason() -> None:
    assert Asked.of(["fr:1"], None, "so") == Asked(("fr:1",), (), "so")


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_an_acceptance_needs_a_reason(reason: str | None) -> None:
    with pytest.raises(UsageError, match="add --reason"):
        Asked.of(["fr:1"], None, reason)


def test_a_reason_needs_a_decision() -> None:
    with pytest.raises(UsageError, match="goes with --accept, --pair or --decisions"):
        Asked.of(None, None, "so")
