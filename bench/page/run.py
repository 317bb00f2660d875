"""How soon the page of a report with many findings can be used, in a headless Chromium.

    python bench/page/run.py [--findings N] [--runs N] [--report FILE]

The page is opened from disk, each time in a browser context of its own: *shown* is the time from the navigation to the first
picture with findings, *loaded* to the end of loading, and *complete* to where every finding stands in the list. *Search* is
what a letter more in the search field takes, *open* what opening one finding takes. Without ``--report``, the findings are
those of an invented report, again and again until there are enough. Exits 1 where *shown* or *loaded* takes a second (middle
run). It needs Chromium, and playwright for Python.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from msgspec.structs import replace
from tests.report.audited import audited

from citecheck import audit
from citecheck.model.report import Report
from citecheck.report.findings.html import html_report

LIMIT = 1000
"""How many milliseconds opening may take."""

WATCHED = """(() => {
  const look = () => {
    if (document.querySelector(".finding")) window.firstShown = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""
"""Notes when the first picture with findings is about to be drawn."""

MEASURED = """() => new Promise((resolve) => {
  const wait = () => {
    const [opened] = performance.getEntriesByType("navigation");
    if (!window.firstShown || !opened.loadEventEnd) setTimeout(wait, 10);
    else resolve({ shown: window.firstShown, loaded: opened.loadEventEnd });
  };
  wait();
})"""

COMPLETE = """count => new Promise((resolve) => {
  const wait = () => {
    if (document.querySelectorAll(".finding").length >= count) resolve(performance.now());
    else setTimeout(wait, 10);
  };
  wait();
})"""

SEARCH = """() => {
  const field = document.getElementById("search");
  const takes = [];
  for (const typed of ["p", "pa", "pag", "page", ""]) {
    const start = performance.now();
    field.value = typed;
    field.dispatchEvent(new Event("input"));
    document.body.offsetHeight;
    takes.push(performance.now() - start);
  }
  return Math.max(...takes);
}"""

OPEN = """() => {
  const start = performance.now();
  document.querySelector(".finding .message").click();
  document.body.offsetHeight;
  return performance.now() - start;
}"""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--findings", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--report", help="take the findings of this report")
    said = parser.parse_args(argv)
    report = multiplied(audit([said.report]) if said.report else audited(), said.findings)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html_report(report), encoding="utf-8")
        print(f"{said.findings} findings, {page.stat().st_size / 1e6:.1f} MB, {said.runs} runs (middle, worst; ms)")
        runs = measured(page, said.findings, said.runs)
    middles = {name: median(one[name] for one in runs) for name in runs[0]}
    for name, middle in middles.items():
        print(f"  {name:<9} {middle:6.0f} {max(one[name] for one in runs):6.0f}")
    return int(max(middles["shown"], middles["loaded"]) >= LIMIT)


def multiplied(report: Report, count: int) -> Report:
    """The report with so many findings, each under a fingerprint of its own."""
    own = report.findings
    again = (replace(own[at % len(own)], fingerprint=f"v1:{at:016x}") for at in range(count))
    return replace(report, findings=tuple(again))


def measured(page: Path, count: int, runs: int) -> list[dict[str, float]]:
    """What each run took, in milliseconds."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        sys.exit("no Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        found = [once(browser, page, count) for _ in range(runs)]
        browser.close()
    return found


def once(browser: Any, page: Path, count: int) -> dict[str, float]:
    """Opens the page as for the first time, and uses it."""
    context = browser.new_context(viewport={"width": 1300, "height": 800})
    opened = context.new_page()
    opened.add_init_script(WATCHED)
    opened.goto(page.as_uri())
    took: dict[str, float] = opened.evaluate(MEASURED)
    took["complete"] = opened.evaluate(COMPLETE, count)
    took["search"] = opened.evaluate(SEARCH)
    took["open"] = opened.evaluate(OPEN)
    context.close()
    return took


if __name__ == "__main__":
    sys.exit(main())
