"""Writes what is generated under ``docs/``: the rules' pages, the page of the forms, the configuration's schema and the picture of an audit that the README shows.

With ``--check``, says what is out of date and exits 1.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from citecheck import audit
from citecheck.checks import load_rules
from citecheck.cli.config import schema_of_rules
from citecheck.parse.forms import load_catalogue
from citecheck.report import render_report
from citecheck.report.formpage import forms_page
from citecheck.report.json import json_text
from citecheck.report.rulepage import rule_page, rules_index

DOCS = Path(__file__).parent
EXAMPLE = "example/report.md"
FORMS = "forms.md"
SCHEMA = "schema/citecheck.schema.json"
WIDTH = 104
FRAME = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px;
line-height: {line_height}px; white-space: pre; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g></g></svg>
"""
"""rich's frame without the web fonts that it would fetch."""


def pages() -> dict[str, str]:
    """Every generated file by its path below ``docs/``."""
    modules = load_rules()
    made = {f"rules/{module.code}.md": rule_page(module) for module in modules}
    made |= {
        "rules/index.md": rules_index(modules),
        FORMS: forms_page(load_catalogue()),
        SCHEMA: json_text(schema_of_rules()),
    }
    return made | {"audit.svg": picture()}


def picture() -> str:
    """The audit of the example document as a picture."""
    os.chdir(DOCS)
    report = audit([EXAMPLE])
    shown = render_report(report, "text", ui="en", color=True, width=WIDTH, verbose=False)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ citecheck audit {EXAMPLE}", "bold"))
    console.print(Text.from_ansi(shown))
    return console.export_svg(title="citecheck audit", code_format=FRAME, unique_id="audit") + "\n"


def main(arguments: list[str]) -> int:
    """Writes or checks the files."""
    if arguments not in ([], ["--check"]):
        print("usage: docs/generate.py [--check]", file=sys.stderr)
        return 2
    wanted = pages()
    there = {f"rules/{page.name}": page.read_text(encoding="utf-8") for page in (DOCS / "rules").glob("*.md")}
    for name in (FORMS, SCHEMA, "audit.svg"):
        if (DOCS / name).is_file():
            there[name] = (DOCS / name).read_text(encoding="utf-8")
    stale = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
    if arguments:
        for name in stale:
            print(f"docs/{name} is out of date: run docs/generate.py", file=sys.stderr)
        return 1 if stale else 0
    for name in stale:
        if name in wanted:
            (DOCS / name).parent.mkdir(exist_ok=True)
            (DOCS / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (DOCS / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
