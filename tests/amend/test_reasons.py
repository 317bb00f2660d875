"""Why corrections cannot be made."""

from __future__ import annotations

from citecheck.amend import reasons
from citecheck.cli.correcting import LEFT


def test_the_command_line_has_words_for_every_reason() -> None:
    assert {getattr(reasons, name) for name in reasons.__all__} == set(LEFT)
