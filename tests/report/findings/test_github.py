"""GitHub's workflow commands, read as its runner reads them."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from msgspec.structs import replace

from citecheck.model.finding import Place, State
from citecheck.model.report import Report
from citecheck.model.source import Source, Span
from citecheck.report.brief import posix
from citecheck.report.findings.github import github_report
from citecheck.report.visible import visible
from tests.report.hostile import reports
from tests.report.samples import judged_report, report
from tests.tried import tried


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def unescaped(written: str, signs: str) -> str:
    for sign in signs:
        written = written.replace(f"%{ord(sign):02X}", sign)
    return written.replace("%25", "%")


def command(line: str) -> Command | None:
    """What the runner takes a line for: it looks for ``::name key=value,…::data``, else for ``##[name …]`` anywhere."""
    trimmed = line.lstrip()
    if not trimmed.startswith("::"):
        assert "##[" not in line
        return None
    told, sign, data = trimmed[2:].partition("::")
    assert sign
    name, _, listed = told.partition(" ")
    pairs = (item.partition("=") for item in listed.split(",") if item)
    properties = {key: unescaped(value, "\r\n:,") for key, _, value in pairs}
    return Command(name, properties, unescaped(data, "\r\n"))


def commands(made: Report) -> list[Command]:
    found = [command(line) for line in github_report(made).splitlines()]
    return [one for one in found if one is not None]


@settings(max_examples=tried(10), deadline=None)
@given(made=reports())
def test_each_finding_is_one_command_or_one_line_and_nothing_is_forged(made: Report) -> None:
    lines = github_report(made).splitlines()
    new = [found for found in made.findings if found.state is State.NEW]
    assert len(lines) == len(made.crashes) + len(made.findings) + len(made.unreadable) + 1
    told = commands(made)
    assert len(told) == len(made.crashes) + len(new) + len(made.unreadable)
    assert {one.name for one in told} <= {"error", "warning", "notice"}
    assert all(set(one.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"} for one in told)
    annotated = sorted(
        (one.properties["file"], one.properties["line"]) for one in told if "note-w" in one.properties["title"]
    )
    assert annotated == sorted(
        (visible(posix(found.place.span.source.path)), str(found.place.span.line)) for found in new
    )


def test_what_matters_most_comes_first() -> None:
    names = [one.name for one in commands(report())]
    assert names == ["error", "error", "warning", "warning", "warning", "notice", "notice"]


def test_a_finding_says_where_and_what() -> None:
    [missing] = [one for one in commands(report()) if one.properties["title"] == "CIT001 missing-entry"]
    assert missing == (
        "error",
        {
            "file": "report/sample.md", "line": "8", "endLine": "8", "col": "28", "endColumn": "39",
            "title": "CIT001 missing-entry",
        },
        "French note 2: Petit, 2020 is cited in notes 2, 40 and 41 but has no entry.\nAdd the entry.",
    )  # fmt: skip


def test_columns_are_left_out_where_the_lines_differ() -> None:
    found = report().findings[0]
    place = Place(Span(Source("a, b: 100%.md", "one\ntwo\nthree\n"), 1, 8), "fr")
    made = replace(report(), findings=(replace(found, place=place),), crashes=(), unreadable=())
    [told] = commands(made)
    del told.properties["title"]
    assert told.properties == {"file": "a, b: 100%.md", "line": "1", "endLine": "2"}
    assert "file=a%2C b%3A 100%25.md," in github_report(made)


def test_waived_and_known_findings_are_lines_of_the_log() -> None:
    lines = github_report(judged_report()).splitlines()
    assert "report/sample.md:12:33: warning PAG001 Durand, 2019: “a” lacks a space. (waived: as | printed)" in lines
    assert "report/sample.md:18:14: warning CIT003 Durant is spelt Durand in the bibliography. (likely, known)" in lines
