"""Tracked changes."""

from __future__ import annotations

import pytest

from tests.read.opendocument.samples import laid, note, p, texts

LIST = (
    "<text:tracked-changes>"
    '<text:changed-region text:id="i"><text:insertion/></text:changed-region>'
    f'<text:changed-region text:id="d"><text:deletion>{p("old " + note("9", "Gone."))}</text:deletion></text:changed-region>'
    "</text:tracked-changes>"
)
BODY = (
    LIST + p('a <text:change-start text:change-id="i"/>new <text:change-end text:change-id="i"/>'
    '<text:change text:change-id="d"/>z')
)  # fmt: skip


@pytest.mark.parametrize(("rejected", "shown"), [(False, "a new z"), (True, "a old [9]z")])
def test_changes_are_accepted_or_rejected(rejected: bool, shown: str) -> None:
    assert texts(laid(BODY, rejected=rejected)) == [shown]


def test_whole_paragraphs_are_dropped() -> None:
    body = LIST + (
        p("a") + '<text:change-start text:change-id="i"/>' + p("b") + '<text:change-end text:change-id="i"/>' + p("c")
    )
    assert texts(laid(body, rejected=True)) == ["a", "c"]
    assert texts(laid(body)) == ["a", "b", "c"]
