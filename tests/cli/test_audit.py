"""``citecheck audit``: what it reads, what it writes, and how it ends."""

from __future__ import annotations

import json
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from msgspec.structs import replace

from citecheck import pipeline
from citecheck.errors import InputError
from citecheck.model.evidence import Crash
from citecheck.model.finding import Severity
from citecheck.model.job import Job
from citecheck.model.report import Report
from tests.cli.conftest import Run
from tests.report.samples import report as sample

CRASH = Crash("CIT011", "ValueError: no", "citecheck/checks/x.py:3")


def without_crashes(**options: bool) -> Report:
    return replace(sample(**options), crashes=())


def only(severity: Severity) -> Report:
    made = without_crashes()
    return replace(made, findings=tuple(found for found in made.findings if found.severity is severity))


class Pipeline:
    """Stands for the pipeline: notes what it is asked and answers with a report."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.report: Report | Exception = without_crashes()
        self.asked: dict[str, Any] = {}
        monkeypatch.setattr(pipeline, "audit", self.audit)

    def audit(self, job: Job) -> Report:
        self.asked = structs.asdict(job)
        if isinstance(self.report, Exception):
            raise self.report
        return self.report


@pytest.fixture
def audit(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    return Pipeline(monkeypatch)


# The exit status.


@pytest.mark.parametrize(
    ("report", "fail_on", "status"),
    [
        (without_crashes(clean=True), "error", 0),
        (without_crashes(clean=True), "info", 0),
        (only(Severity.WARNING), "error", 0),
        (only(Severity.WARNING), "warning", 1),
        (only(Severity.INFO), "warning", 0),
        (only(Severity.INFO), "info", 1),
        (only(Severity.ERROR), "error", 1),
        (without_crashes(), "never", 0),
    ],
)
def test_the_exit_status_follows_fail_on(audit: Pipeline, cli: Run, report: Report, fail_on: str, status: int) -> None:
    audit.report = report
    assert cli("audit", "a.md", "--fail-on", fail_on).status == status


def test_errors_fail_unless_told_otherwise(audit: Pipeline, cli: Run) -> None:
    assert cli("audit", "a.md").status == 1
    audit.report = only(Severity.WARNING)
    assert cli("audit", "a.md").status == 0


@pytest.mark.parametrize("fail_on", ["error", "never"])
def test_a_rule_that_failed_outranks_findings(audit: Pipeline, cli: Run, fail_on: str) -> None:
    audit.report = replace(sample(), crashes=(CRASH,))
    ran = cli("audit", "a.md", "--fail-on", fail_on)
    assert ran.status == 3
    assert "CIT001" in ran.out
    assert ran.err.count("\n") == 1
    assert "CIT011" in ran.err


def test_a_wrong_input_is_one_line(audit: Pipeline, cli: Run) -> None:
    audit.report = InputError("a.md: does not exist; check the name")
    assert cli("audit", "a.md") == (2, "", "citecheck: a.md: does not exist; check the name\n")


def test_a_report_without_text_is_nothing_to_audit(audit: Pipeline, cli: Run) -> None:
    audit.report = replace(without_crashes(clean=True), versions=())
    ran = cli("audit", "a.md")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_a_defect_of_citecheck_is_one_line_with_the_way_to_more(audit: Pipeline, cli: Run) -> None:
    audit.report = KeyError("a\nb")
    ran = cli("audit", "a.md")
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.startswith("citecheck: internal error: KeyError: ")
    assert ran.err.count("\n") == 1
    assert "--verbose" in ran.err


def test_with_verbose_a_defect_is_shown_in_full(audit: Pipeline, cli: Run) -> None:
    audit.report = KeyError("a")
    assert "Traceback" in cli("audit", "a.md", "--verbose").err


def test_an_interruption_has_its_own_status(audit: Pipeline, cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "audit", interrupted)
    assert cli("audit", "a.md").status == 130


def test_a_termination_has_its_own_status(audit: Pipeline, cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGTERM)

    def terminated(*_: Any, **__: Any) -> Report:
        signal.raise_signal(signal.SIGTERM)
        raise AssertionError("the signal was not heard")

    monkeypatch.setattr(pipeline, "audit", terminated)
    try:
        assert cli("audit", "a.md") == (143, "", "")
    finally:
        signal.signal(signal.SIGTERM, before)


# What is read.


def test_files_are_passed_on_in_order(audit: Pipeline, cli: Run) -> None:
    cli("audit", "b.md", "a.md", "--lang", "fr=c.md", "--lang", "en=d.md", "--bibliography", "refs.bib")
    job = Job(paths=("b.md", "a.md"), langs=(("fr", "c.md"), ("en", "d.md")), bibliography=("refs.bib",))
    assert audit.asked == structs.asdict(job)


def test_a_bibliography_may_be_several_files_and_stand_among_the_texts(audit: Pipeline, cli: Run) -> None:
    cli("audit", "b.md", "books.bib", "--bibliography", "refs.bib", "--bibliography", "more.json")
    assert audit.asked["paths"] == ("b.md",)
    assert audit.asked["bibliography"] == ("refs.bib", "more.json", "books.bib")


def test_select_and_ignore_are_lists(audit: Pipeline, cli: Run) -> None:
    cli("audit", "a.md", "--select", "NUM, CIT001", "--select", "mixed-ibid", "--ignore", "NUM003,")
    assert audit.asked["select"] == ("NUM", "CIT001", "mixed-ibid")
    assert audit.asked["ignore"] == ("NUM003",)


def test_the_data_files_are_the_default(audit: Pipeline, cli: Run) -> None:
    Path("data").mkdir()
    for name in ("footnotes.json", "bibliography.json"):
        Path("data", name).write_text("{}")
    ran = cli("audit")
    assert audit.asked["data"] == Path("data")
    assert audit.asked["paths"] == ()
    assert ran.err == "citecheck: reading data/footnotes.json and data/bibliography.json\n"
    assert cli("audit", "--quiet").err == ""


def test_half_of_the_data_files_is_not_enough(audit: Pipeline, cli: Run) -> None:
    Path("data").mkdir()
    Path("data/footnotes.json").write_text("{}")
    ran = cli("audit")
    assert ran.status == 2
    assert ran.err.startswith("citecheck: data/bibliography.json is missing beside data/footnotes.json: ")
    assert audit.asked == {}


def test_with_nothing_to_audit_it_says_what_to_do(audit: Pipeline, cli: Run) -> None:
    ran = cli("audit")
    assert ran.status == 2
    assert ran.err.startswith("citecheck: nothing to read: name a file")
    assert ran.err.count("\n") == 1


def configure(**settings: str) -> None:
    Path("citecheck.toml").write_text("".join(f"{key} = {value}\n" for key, value in settings.items()))


def test_the_configuration_names_documents(audit: Pipeline, cli: Run) -> None:
    configure(documents="['a.md', 'b.md']", bibliography="'c.bib'")
    ran = cli("audit")
    assert audit.asked["paths"] == ("a.md", "b.md")
    assert audit.asked["bibliography"] == ("c.bib",)
    assert "a.md, b.md, c.bib" in ran.err


def test_the_configuration_names_several_bibliographies(audit: Pipeline, cli: Run) -> None:
    configure(documents="['a.md']", bibliography="['c.bib', 'd.bib']")
    cli("audit")
    assert audit.asked["bibliography"] == ("c.bib", "d.bib")
    assert "bibliography = ['c.bib', 'd.bib']" in cli("config").out.replace('"', "'")


def test_the_command_line_goes_before_the_configuration(audit: Pipeline, cli: Run) -> None:
    configure(documents="['a.md']", fail_on="'never'", ui="'fr'")
    ran = cli("audit", "b.md")
    assert audit.asked["paths"] == ("b.md",)
    assert (ran.status, ran.err) == (0, "")
    assert "Bilan" in ran.out
    ran = cli("audit", "--lang", "fr=c.md", "--fail-on", "error", "--ui", "en")
    assert (audit.asked["paths"], audit.asked["langs"]) == ((), (("fr", "c.md"),))
    assert ran.status == 1
    assert "Summary" in ran.out


def test_a_wrong_configuration_is_one_line(audit: Pipeline, cli: Run) -> None:
    configure(fail_on="'eror'")
    ran = cli("audit", "a.md")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "citecheck: citecheck.toml:1:11: 'fail_on' cannot be 'eror': did you mean 'error'?\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--lang", "a.md"], "--lang a.md: write a language and a file"),
        (["--lang", "fr="], "--lang fr=: write a language and a file"),
        (["--lang", "de=a.md"], "--lang de=a.md: unknown language 'de': use one of en, fr"),
        (["-", "--bibliography", "-"], "standard input (-) can be read only once"),
        (["a.md", "--format", "sarf"], "--format: unknown format 'sarf': did you mean sarif?"),
        (["a.md", "--format", "pdf"], "--format: unknown format 'pdf': use one of text, concise, json, sarif, "),
        (
            ["a.md", "--output", "junt=a.xml"],
            "--output junt=a.xml: unknown format 'junt': did you mean junit? (for a file",
        ),
        (["a.md", "--output", "sarif="], "--output sarif=: name a file, or - for standard output"),
        (["a.md", "--output", ""], "--output : name a file, or - for standard output"),
        (
            ["a.md", "--output", "text=-", "--output", "json=-"],
            "--output: standard output (-) can take only one format",
        ),
        (["a.md", "--format", "text", "--output", "json=-"], "--output: standard output (-) can take only one format"),
        (["a.md", "--output", "a.txt", "--output", "json=./a.txt"], "--output ./a.txt: this file is named twice"),
        (["a.md", "--output", "json=./a.md"], "--output ./a.md: this file is read, as a.md, and would be lost"),
        (["a.md", "--fail-on", "fatal"], "Invalid value for '--fail-on'"),
        (["a.md", "--formt", "json"], "No such option: --formt"),
    ],
)
def test_a_wrong_command_is_one_line(audit: Pipeline, cli: Run, words: list[str], said: str) -> None:
    ran = cli("audit", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"citecheck: {said}")
    assert ran.err.count("\n") == 1
    assert audit.asked == {}


# What is written.


def test_json_is_english_unless_told(audit: Pipeline, cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "lacks a space" in json.loads(cli("audit", "a.md", "--format", "json").out)["findings"][0]["message"]
    told = json.loads(cli("audit", "a.md", "--format", "json", "--ui", "fr").out)
    assert "manque" in told["findings"][0]["message"]


@pytest.mark.parametrize(
    ("variables", "word"),
    [
        ({"LANG": "fr_CH.UTF-8"}, "Bilan"),
        ({"LANG": "fr_FR", "LC_ALL": "en_GB"}, "Summary"),
        ({"LANG": "en_GB", "LC_MESSAGES": "fr"}, "Bilan"),
        ({}, "Summary"),
    ],
)
def test_text_follows_the_locale(
    audit: Pipeline, cli: Run, monkeypatch: pytest.MonkeyPatch, variables: Mapping[str, str], word: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert word in cli("audit", "a.md").out


@pytest.mark.parametrize(("locale", "lang"), [("fr_CH.UTF-8", "fr"), ("en_GB", "en")])
def test_a_page_follows_the_locale(
    audit: Pipeline, cli: Run, monkeypatch: pytest.MonkeyPatch, locale: str, lang: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert cli("audit", "a.md", "--format", "html").out.startswith(f'<!doctype html>\n<html lang="{lang}">')
    assert '<html lang="fr">' in cli("audit", "a.md", "--format", "html", "--ui", "fr").out


def test_the_report_can_go_to_a_file(audit: Pipeline, cli: Run, folder: Path) -> None:
    ran = cli("audit", "a.md", "--output", "report.txt")
    assert (ran.status, ran.out, ran.err) == (1, "", "citecheck: wrote report.txt\n")
    assert "Summary" in Path("report.txt").read_text(encoding="utf-8")
    assert cli("audit", "a.md", "--output", "report.txt", "--quiet").err == ""
    assert [file.name for file in folder.iterdir()] == ["report.txt"]


def test_a_file_that_cannot_be_written_is_said(audit: Pipeline, cli: Run) -> None:
    ran = cli("audit", "a.md", "--output", "no/such/report.txt")
    assert ran.status == 2
    assert ran.err.startswith("citecheck: no/such/report.txt: cannot be written: the folder no/such does not exist")


def test_colours_only_where_wanted(audit: Pipeline, cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in cli("audit", "a.md").out
    assert "\x1b" in cli("audit", "a.md", "--color", "always").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in cli("audit", "a.md").out


def test_what_is_not_a_terminal_gets_whole_lines(audit: Pipeline, cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert "    Petit, 2020 is cited in notes 2, 40 and 41 but has no entry.\n" in cli("audit", "a.md").out


def test_offline_is_accepted(audit: Pipeline, cli: Run) -> None:
    assert cli("audit", "a.md", "--offline").status == 1
