"""Writes the pages under ``docs/rules/`` from the rules; with ``--check``, says which are out of date and exits 1."""

from __future__ import annotations

import sys
from pathlib import Path

from citecheck.checks import load_rules
from citecheck.report.rulepage import rule_page, rules_index

FOLDER = Path(__file__).parent / "rules"


def main(arguments: list[str]) -> int:
    """Writes or checks the pages."""
    if arguments not in ([], ["--check"]):
        print("usage: docs/generate.py [--check]", file=sys.stderr)
        return 2
    modules = load_rules()
    wanted = {f"{module.code}.md": rule_page(module) for module in modules} | {"index.md": rules_index(modules)}
    there = {page.name: page.read_text(encoding="utf-8") for page in FOLDER.glob("*.md")}
    stale = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
    if arguments:
        for name in stale:
            print(f"docs/rules/{name} is out of date: run docs/generate.py", file=sys.stderr)
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name in stale:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
