"""``citecheck rules``: the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from citecheck.cli import candidates
from citecheck.cli.common import TextOrJson, emit, split_list, ui_spoken
from citecheck.cli.options import SpokenInText
from citecheck.cli.speech import worded


def rules(
    chosen: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RULES]...",
            help="Only these rules: codes, the beginnings of codes, or names.",
            show_default=False,
            autocompletion=candidates.rule_list,
        ),
    ] = None,
    format: Annotated[TextOrJson, typer.Option("--format", help="What to write.")] = TextOrJson.TEXT,
    ui: SpokenInText = None,
) -> None:
    """List the rules: code, severity, name and what each finds."""
    from citecheck.checks import load_rules
    from citecheck.report.rulepage import rules_json, rules_text
    from citecheck.triage.select import selected_codes

    codes = selected_codes({module.code: module.rule for module in load_rules()}, split_list(chosen))
    modules = [module for module in load_rules() if module.code in codes]
    if format is TextOrJson.TEXT:
        words = ui_spoken(ui)
        emit(rules_text(modules, lambda text: worded(text, words)))
    else:
        words = ui.value if ui else "en"
        emit(rules_json(modules, lambda text: worded(text, words)))
