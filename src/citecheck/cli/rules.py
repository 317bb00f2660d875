"""``citecheck rules``: the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from citecheck.cli.common import TextOrJson, emit


def rules(
    format: Annotated[TextOrJson, typer.Option("--format", help="What to write.")] = TextOrJson.TEXT,
) -> None:
    """List all rules: code, severity, name and what each finds."""
    from citecheck.checks import load_rules
    from citecheck.report.rulepage import rules_json, rules_text

    modules = load_rules()
    emit(rules_text(modules) if format is TextOrJson.TEXT else rules_json(modules))
