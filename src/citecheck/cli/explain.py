"""``citecheck explain``: one rule's page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from citecheck.cli import candidates
from citecheck.cli.common import Color, emit, line_width, ui_spoken, use_color
from citecheck.cli.options import Coloring, Spoken
from citecheck.cli.speech import worded
from citecheck.errors import UsageError

if TYPE_CHECKING:
    from citecheck.checks import RuleModule


def explain(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="CODE", help="A rule's code or name.", show_default=False, autocompletion=candidates.rule
        ),
    ],
    ui: Spoken = None,
    color: Coloring = Color.AUTO,
) -> None:
    """Explain one rule: what it checks, why it matters, and what to do about it, with examples.

    On a terminal the page is laid out, and shown with PAGER (less, where that is not set) if it is longer than the
    screen. Elsewhere it is Markdown, unless --color=always asks for the layout.
    """
    from citecheck.checks import load_rules
    from citecheck.cli.terminal import can_lay_out, laid_out, show
    from citecheck.report.rulepage import rule_page

    words = ui_spoken(ui)
    page = rule_page(_find_rule(rule, load_rules()), words, lambda text: worded(text, words))
    if can_lay_out() or color is Color.ALWAYS:
        show(laid_out(page, line_width(None), color=use_color(color, None)))
    else:
        emit(page)


def _find_rule(wanted: str, modules: Sequence[RuleModule]) -> RuleModule:
    """The rule with that code or name. Raises UsageError, with the nearest one, where there is none."""
    from citecheck.triage.select import nearest_rule

    for module in modules:
        if wanted.upper() == module.code or wanted.lower() == module.rule.name:
            return module
    near = nearest_rule(wanted, [module.rule for module in modules])
    hint = f"did you mean {near}?" if near else "'citecheck rules' lists them"
    raise UsageError(f"unknown rule {wanted!r}: {hint}")
