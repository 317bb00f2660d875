"""What axe-core finds on the pages that citecheck writes, in a headless Chromium.

    python bench/page/axe.py [--axe FILE] [--report FILE] [--all]

Looks at the page of an audit and at those of ``reconcile``, with and without ``--text``, of an invented report (or of FILE) and of a clean one, in English and in
French, light and dark, wide and narrow, as they open and with everything opened. ``--axe`` names axe.min.js; without it, axe-core is
installed with npm into a folder that is gone afterwards. Prints what is violated, with ``--all`` also what axe-core cannot tell
by itself. Exits 1 where anything is violated, and 2 where Chromium, playwright for Python or axe-core is not there.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from msgspec.structs import replace
from tests.report.audited import TEXT, audited

from citecheck import audit
from citecheck.cli import run
from citecheck.report.findings.html import html_report

AXE = "axe-core@4"
"""The package, in the version whose rules these are."""

SCREENS = {"wide": (1440, 900), "narrow": (390, 844)}

STILL = "* { content-visibility: visible !important; transition: none !important; animation: none !important }"
"""What is out of sight is laid out, too: axe-core looks at where things are."""

OPENED = """() => {
  for (const id of ["all", "further"]) document.getElementById(id)?.click();
  document.querySelectorAll(".stay, .why, .accept, .pair").forEach((one, at) => { if (at < 12) one.click(); });
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  document.querySelectorAll(".tick input").forEach((one, at) => { if (at % 3 === 0) one.click(); });
}"""
"""Opens whatever can be opened."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--axe", type=Path, help="axe.min.js; otherwise npm fetches it")
    parser.add_argument("--report", type=Path, help="take the pages of this report")
    parser.add_argument("--all", action="store_true", help="print also what needs a person's eye")
    said = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        script = said.axe or installed(Path(folder))
        if script is None or not script.is_file():
            print("no axe-core", file=sys.stderr)
            return 2
        pages = list(written(Path(folder), said.report))
        return looked_at(pages, script.read_text(encoding="utf-8"), everything=said.all)


def installed(folder: Path) -> Path | None:
    """The script of axe-core, fetched with npm; None where npm is not there or fails."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    words = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--no-package-lock", AXE]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return folder / "node_modules" / "axe-core" / "axe.min.js" if done.returncode == 0 else None


def written(folder: Path, report: Path | None) -> Iterator[Path]:
    """The pages, each in a file of its own."""
    text = folder / "report.md"
    text.write_text(report.read_text(encoding="utf-8") if report else TEXT, encoding="utf-8")
    for ui in ("en", "fr"):
        pages = {
            "audit": html_report(audit([str(text)]), ui=ui),
            "clean": html_report(replace(audited(), findings=()), ui=ui),
        }
        for name, page in pages.items():
            file = folder / f"{name}.{ui}.html"
            file.write_text(page, encoding="utf-8")
            yield file
        for name, further in (("reconcile", ()), ("texts", ("--text",))):
            table = folder / f"{name}.{ui}.html"
            run(["reconcile", str(text), *further, "--ui", ui, "--fail-on", "never", "--quiet", "--output", str(table)])
            yield table


def looked_at(pages: Sequence[Path], axe: str, *, everything: bool) -> int:
    """Prints what is found on each page, and returns 1 where that is anything."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        print("no Chromium", file=sys.stderr)
        return 2
    bad = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for page, scheme, screen in product(pages, ("light", "dark"), SCREENS):
            for state, found in states(browser, page, axe, scheme, screen):
                bad += len(found["violations"])
                print(f"{page.stem:<13} {scheme:<5} {screen:<6} {state:<6} {len(found['violations'])} violated")
                for one in [*found["violations"], *(found["incomplete"] if everything else ())]:
                    nodes = one["nodes"]
                    print(f"  {one['id']} ({len(nodes)}): {nodes[0]['html'][:120]}")
        browser.close()
    return int(bad > 0)


def states(browser: Any, page: Path, axe: str, scheme: str, screen: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What axe-core finds on a page as it opens, and with everything opened."""
    width, height = SCREENS[screen]
    # The page's own policy lets nothing run but its script.
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True)
    opened = context.new_page()
    opened.goto(page.as_uri())
    opened.add_style_tag(content=STILL)
    opened.evaluate(axe)
    for state in ("closed", "open"):
        if state == "open":
            opened.evaluate(OPENED)
            opened.wait_for_timeout(200)
        yield state, opened.evaluate("axe.run(document, { resultTypes: ['violations', 'incomplete'] })")
    context.close()


if __name__ == "__main__":
    sys.exit(main())
