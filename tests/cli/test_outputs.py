"""``citecheck audit --format`` and ``--output``, from the command to the files."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from citecheck import pipeline
from citecheck.cli.outputs import Output, choose_outputs, project_root
from citecheck.errors import UsageError
from citecheck.model.evidence import Crash
from citecheck.report import FOR_PEOPLE, FORMATS
from citecheck.report.brief import named_below
from tests.cli.conftest import Run
from tests.report.samples import report as sample

REPORT = """# Findings

The survey was repeated<sup>1</sup> and its answers were compared<sup>2</sup>. Few had changed<sup>3</sup>, and those that
had were kept<sup>4</sup>, as was the older one<sup>5</sup>.

<sup>1</sup> Marlow, 2019, p. 4

<sup>2</sup> Quill, 2020, p.7

<sup>3</sup> Marlow, 2019, p. 6

<sup>4</sup> Quill, 2020, p. 12

# Bibliography

1. Marlow, A. (2019). The first survey. Northport.

2. Quill, B. (2020). The second survey. Northport.
"""


@pytest.fixture
def document(folder: Path) -> Path:
    file = folder / "report.md"
    file.write_text(REPORT, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("format", "outputs", "chosen"),
    [
        (None, [], [("text", "-")]),
        ("json", [], [("json", "-")]),
        (None, ["a.txt"], [("text", "a.txt")]),
        ("json", ["a.json"], [("json", "a.json")]),
        (None, ["text=-", "sarif=a.sarif"], [("text", "-"), ("sarif", "a.sarif")]),
        (None, ["sarif=a.sarif"], [("sarif", "a.sarif")]),
        ("github", ["sarif=a.sarif"], [("sarif", "a.sarif"), ("github", "-")]),
        ("json", ["json=a.json"], [("json", "a.json")]),
        ("junit", ["a.xml", "text=-"], [("junit", "a.xml"), ("text", "-")]),
        (None, ["./a=b.txt"], [("text", "./a=b.txt")]),
        (None, ["json=a=b.json"], [("json", "a=b.json")]),
        (None, ["/dev/null", "json=/dev/null"], [("text", "/dev/null"), ("json", "/dev/null")]),
    ],
)
def test_choose_outputs(folder: Path, format: str | None, outputs: list[str], chosen: list[tuple[str, str]]) -> None:
    assert choose_outputs(format, outputs) == tuple(Output(*one) for one in chosen)


def test_an_input_is_not_written_over_whatever_it_is_called(document: Path) -> None:
    Path("link.md").symlink_to(document)
    with pytest.raises(UsageError, match=r"this file is read, as report\.md"):
        choose_outputs(None, ["link.md"], ["report.md"])


def test_all_formats_at_once(cli: Run, document: Path, folder: Path) -> None:
    words = [word for format in FORMATS for word in ("--output", f"{format}=out.{format}")]
    ran = cli("audit", "report.md", *words)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.splitlines() == [f"citecheck: wrote out.{format}" for format in FORMATS]
    assert sorted(file.name for file in folder.iterdir()) == sorted(["report.md", *(f"out.{one}" for one in FORMATS)])
    made = {format: Path(f"out.{format}").read_text(encoding="utf-8") for format in FORMATS}
    codes = {found["code"] for found in json.loads(made["json"])["findings"]}
    assert {"NUM002", "PAG001"} <= codes
    [run] = json.loads(made["sarif"])["runs"]
    assert {result["ruleId"] for result in run["results"]} == codes
    assert run["invocations"][0]["exitCode"] == 1
    helps = {rule["id"]: rule["help"]["markdown"] for rule in run["tool"]["driver"]["rules"]}
    assert "To mend it, write the page as the others are written." in helps["PAG001"]
    assert {issue["check_name"] for issue in json.loads(made["gitlab"])} == codes
    assert int(ElementTree.fromstring(made["junit"]).get("failures", "")) == 1
    assert all(code in made[format] for code in codes for format in FORMATS)


def test_one_format_on_standard_output_and_one_in_a_file(cli: Run, document: Path) -> None:
    ran = cli("audit", "report.md", "--output", "text=-", "--output", "sarif=out.sarif", "--quiet")
    assert ran.status == 1
    assert "Summary" in ran.out
    assert ran.err == ""
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_where_one_file_cannot_be_written_the_others_stay_as_they_are(cli: Run, document: Path, folder: Path) -> None:
    Path("old.json").write_text("old", encoding="utf-8")
    ran = cli("audit", "report.md", "-o", "json=old.json", "-o", "sarif=no/such/out.sarif", "-o", "text=-")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "citecheck: no/such/out.sarif: cannot be written: the folder no/such does not exist; create it\n"
    )
    assert Path("old.json").read_text(encoding="utf-8") == "old"
    assert sorted(file.name for file in folder.iterdir()) == ["old.json", "report.md"]


def test_a_folder_is_no_output(cli: Run, document: Path, folder: Path) -> None:
    ran = cli("audit", "report.md", "--output", ".")
    assert ran.status == 2
    assert ran.err == "citecheck: .: cannot be written (Is a directory)\n"


def test_where_the_run_fails_the_old_file_stays(
    cli: Run, document: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    Path("out.xml").write_text("old", encoding="utf-8")
    monkeypatch.setattr("citecheck.report.findings.junit.junit_report", lambda report, **_: 1 / 0)
    ran = cli("audit", "report.md", "--output", "text=out.txt", "--output", "junit=out.xml")
    assert ran.status == 3
    assert Path("out.xml").read_text(encoding="utf-8") == "old"
    assert sorted(file.name for file in folder.iterdir()) == ["out.xml", "report.md"]


def test_the_status_of_a_failed_rule_is_in_the_log(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    crashed = replace(sample(), crashes=(Crash("CIT011", "ValueError: no", "citecheck/checks/x.py:3"),))
    monkeypatch.setattr(pipeline, "audit", lambda *_, **__: crashed)
    ran = cli("audit", "a.md", "--format", "sarif")
    assert ran.status == 3
    [invocation] = json.loads(ran.out)["runs"][0]["invocations"]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (3, False)


@pytest.mark.parametrize("format", [one for one in FORMATS if one not in FOR_PEOPLE])
def test_what_services_read_is_english_unless_told(
    cli: Run, document: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "The text calls note 5" in cli("audit", "report.md", "--format", format).out
    assert "Le texte renvoie à la note 5" in cli("audit", "report.md", "--format", format, "--ui", "fr").out


# Services.


def test_github_gets_a_summary_of_the_job(cli: Run, document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("summary.md").write_text("# Earlier\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    ran = cli("audit", "report.md", "--format", "github")
    assert ran.status == 1
    assert ran.out.startswith("::error ")
    written = Path("summary.md").read_text(encoding="utf-8")
    assert written.startswith("# Earlier\n## citecheck: 1 error")
    cli("audit", "report.md", "--format", "markdown")
    assert Path("summary.md").read_text(encoding="utf-8") == written


def test_a_summary_that_cannot_be_written_fails_nothing(
    cli: Run, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/such/summary.md")
    ran = cli("audit", "report.md", "--format", "github", "--fail-on", "never")
    assert (ran.status, ran.err.count("\n")) == (0, 1)
    assert ran.err.startswith(
        "citecheck: the summary of the job is not written: no/such/summary.md: cannot be written: "
    )


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_are_those_of_the_checkout(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    chapter = folder / "docs" / "chapters"
    chapter.mkdir(parents=True)
    (chapter / "report.md").write_text(REPORT, encoding="utf-8")
    monkeypatch.setenv(variable, str(folder))
    monkeypatch.chdir(folder / "docs")
    for path in ("chapters/report.md", "./chapters/../chapters/report.md", str(chapter / "report.md")):
        [*issues] = json.loads(cli("audit", path, "--format", "gitlab").out)
        assert {issue["location"]["path"] for issue in issues} == {"docs/chapters/report.md"}
    assert " chapters/report.md:4:" in cli("audit", "chapters/report.md").out


def test_project_root(folder: Path) -> None:
    here = folder / "a" / "b"
    here.mkdir(parents=True)
    assert project_root({"CI_PROJECT_DIR": str(folder)}, here) == folder.resolve()
    assert project_root({"GITHUB_WORKSPACE": str(folder / "c"), "CI_PROJECT_DIR": ""}, here) == here.resolve()
    assert project_root({}, here) == here.resolve()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.md", "docs/a.md"),
        ("./a.md", "docs/a.md"),
        ("../a.md", "a.md"),
        ("/work/docs/a.md", "docs/a.md"),
        ("/else/a.md", "/else/a.md"),
        ("../../a.md", "../../a.md"),
        ("-", "-"),
    ],
)
def test_named_below(path: str, name: str) -> None:
    assert named_below("/work", "/work/docs")(path) == name


@pytest.mark.parametrize(
    ("file", "format"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("a.json", "json"),
        ("a.sarif", "sarif"),
        ("a.md", "markdown"),
        ("a.out", None),
    ],
)
def test_a_file_has_the_format_that_its_name_ends_in(file: str, format: str | None) -> None:
    if format is None:
        with pytest.raises(UsageError, match=r"nothing that is written here ends in \.out"):
            choose_outputs(None, [file])
    else:
        assert choose_outputs(None, [file]) == (Output(format, file),)
    assert choose_outputs("junit", [file]) == (Output("junit", file),)
