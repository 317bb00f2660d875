"""``citecheck explain``: one rule's page."""

from __future__ import annotations

from typing import Annotated

import typer

from citecheck.cli import candidates
from citecheck.cli.common import emit, find_rule


def explain(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="CODE", help="A rule's code or name.", show_default=False, autocompletion=candidates.rule
        ),
    ],
) -> None:
    """Explain one rule: what it checks, why it matters, and what to do about it, with examples."""
    from citecheck.checks import load_rules
    from citecheck.report.rulepage import rule_page

    emit(rule_page(find_rule(rule, load_rules())))
