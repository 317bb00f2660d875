"""What holds for every format: its snapshot, that it is found, and that no text from a document forges anything."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from citecheck import __version__
from citecheck.model.document import Unreadable
from citecheck.model.evidence import Crash, Skipped
from citecheck.model.finding import Abstention, State
from citecheck.model.report import Report
from citecheck.report import FOR_PEOPLE, FORMATS, render_report
from tests.report.hostile import large, reports
from tests.report.samples import judged_report, report
from tests.tried import tried

SNAPSHOTS = Path(__file__).parent / "snapshots"

BOUNDED = tuple(format for format in FORMATS if format != "json")
"""The formats that cut what is too long; JSON is what it is."""


@pytest.mark.parametrize(
    ("format", "name", "options"),
    [
        ("sarif", "report.sarif", {"status": 1}),
        ("github", "github.txt", {}),
        ("gitlab", "gitlab.json", {}),
        ("junit", "junit.xml", {"fail_on": "warning"}),
        ("markdown", "markdown.en.md", {}),
        ("markdown", "markdown.fr.md", {"ui": "fr"}),
    ],
)
def test_the_report_is_as_in_the_snapshot(format: str, name: str, options: dict[str, Any]) -> None:
    made = render_report(judged_report(), format, **options)
    # The version changes with every release, and nothing else should.
    made = made.replace(f'"{__version__}"', '"VERSION"').replace(f'"citecheck {__version__}"', '"citecheck VERSION"')
    assert made == (SNAPSHOTS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("format", FORMATS)
def test_the_table_names_options_that_the_writer_takes(format: str) -> None:
    writer = getattr(__import__(f"citecheck.report.findings.{format}", fromlist=["x"]), f"{format}_report")
    known = {name for name, one in signature(writer).parameters.items() if one.kind is one.KEYWORD_ONLY}
    assert set(FORMATS[format]) <= known
    assert set(FOR_PEOPLE) <= set(FORMATS)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_report_gives_the_same_text(format: str) -> None:
    assert render_report(judged_report(), format) == render_report(judged_report(), format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_clean_report_can_be_written(format: str) -> None:
    assert render_report(report(clean=True), format).endswith("\n")


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=tried(10), deadline=None)
@given(made=reports())
def test_nothing_raw_in_the_text_steers_a_terminal_or_reorders_a_line(format: str, made: Report) -> None:
    text = render_report(made, format)
    assert text.endswith("\n")
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text) == []


@pytest.mark.thorough
@pytest.mark.parametrize("format", BOUNDED)
def test_megabytes_in_any_text_are_cut(format: str) -> None:
    text = "\u202e@a|" * tried(60_000, 2_500_000)
    base = large(2, text)
    [found, other] = base.findings
    place = replace(found.place, note=text, note_label=text, entry=text)
    waived = replace(other, place=place, state=State.WAIVED, waiver=text, related=(place,), counterparts=(place,))
    made = replace(
        base,
        findings=(found, waived),
        crashes=(Crash("CIT011", text, text),),
        unreadable=(Unreadable(found.place.span, text),),
        skipped=(Skipped("CIT012", text),),
        abstained=(Abstention("CIT013", "en", text),),
        fixed=(found,),
    )
    assert len(render_report(made, format)) < 200_000


@pytest.mark.thorough
def test_megabytes_in_a_name_stay_whole_in_json() -> None:
    name = "\u202e@a|" + "@a|" * tried(100_000, 3_500_000)
    [found] = large(1, "x").findings
    made = replace(large(1, "x"), findings=(replace(found, place=replace(found.place, note_label=name)),))
    [told] = json.loads(render_report(made, "json"))["findings"]
    assert told["note_label"] == name


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_loads_what_it_does_not_need(format: str) -> None:
    code = (
        "import sys; from citecheck.report import render_report; from tests.report.samples import report\n"
        "before = set(sys.modules)\n"
        f"render_report(report(), {format!r})\n"
        "import json; print(json.dumps(sorted(name for name in sys.modules if name.startswith(('rich', 'jinja2')))))\n"
        "print(json.dumps(sorted(name for name in set(sys.modules) - before if name.startswith('citecheck.report.'))))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
        check=True,
        timeout=60,
    )
    foreign, own = map(json.loads, ran.stdout.splitlines())
    needed = {"text": "rich", "html": "jinja2"}.get(format)
    assert needed in foreign if needed else foreign == []
    assert {name.partition(".")[0] for name in foreign} <= {needed}
    assert {name.rpartition(".")[2] for name in own} & set(FORMATS) <= (
        {format} if format == "text" else {format, "json"}
    )
