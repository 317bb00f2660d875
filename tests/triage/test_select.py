"""Which rules are selected, and which run for them."""

from __future__ import annotations

import re

import pytest

from citecheck.errors import UsageError
from citecheck.model.job import Job
from citecheck.triage.select import choose, nearest_rule
from tests.triage.samples import RULES


def chosen(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    needed = choose(RULES, Job(select=select, ignore=ignore)).needed
    return [code for code in RULES if code in needed]


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ((), (), list(RULES)),
        (("STY001",), (), ["STY001"]),
        (("sty",), (), ["STY001"]),
        (("mixed-ibid",), (), ["STY001"]),
        (("NUM", "STY"), ("NUM",), ["STY001"]),
        (("NUM001",), (), ["NUM001"]),
        # The rules that explain those selected run with them.
        (("NUM006",), (), ["NUM001", "NUM005", "NUM006"]),
        ((), ("NUM001",), list(RULES)),
        ((), ("NUM", "BIL"), ["STY001"]),
    ],
)
def test_choose(select: tuple[str, ...], ignore: tuple[str, ...], wanted: list[str]) -> None:
    assert chosen(select, ignore) == wanted


def test_only_what_is_selected_explains_where_that_is_wanted() -> None:
    assert choose(RULES, Job(select=("BIL",), apart=True)).needed == {"BIL001"}


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        ("NUM01", "did you mean NUM001?"),
        ("note-without-maker", "did you mean note-without-marker?"),
        ("num 001", "did you mean NUM001?"),
        ("", "a rule has a code"),
        ("zzzzzz", "a rule has a code"),
    ],
)
def test_an_unknown_rule_is_refused_with_the_nearest(item: str, hint: str) -> None:
    for options in ({"select": (item,)}, {"ignore": (item,)}):
        with pytest.raises(UsageError, match=re.escape(hint)):
            choose(RULES, Job(**options))


def test_nearest_rule_is_none_where_nothing_is_near() -> None:
    assert nearest_rule("qqqqqqqqq", RULES.values()) is None
