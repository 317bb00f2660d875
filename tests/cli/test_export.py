"""``citecheck export``: the bibliography for other tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.reports import SMALL


@pytest.fixture(autouse=True)
def report(folder: Path) -> None:
    (folder / "report.md").write_text(SMALL, encoding="utf-8")


def test_export_bibtex(cli: Run) -> None:
    ran = cli("export", "report.md", "--to", "bibtex")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("@") >= 2
    assert "The title of the first book" in ran.out


def test_export_csl_json_to_a_file(cli: Run) -> None:
    ran = cli("export", "report.md", "--to", "csl-json", "--output", "refs.json")
    assert ran == (0, "", "citecheck: wrote refs.json\n")
    assert [item["author"][0]["family"] for item in json.loads(Path("refs.json").read_text())] == ["Doe", "Roe"]


def test_a_report_without_entries_is_an_empty_bibliography(cli: Run) -> None:
    Path("report.md").write_text("Text without notes.\n", encoding="utf-8")
    assert json.loads(cli("export", "report.md", "--to", "csl-json", "--quiet").out) == []
    assert cli("export", "report.md", "--to", "bibtex", "--quiet").out.strip() == ""


def test_sources_are_counted_where_details_are_wanted(cli: Run) -> None:
    assert "citecheck: 2 sources\n" in cli("export", "report.md", "--to", "bibtex", "--verbose").err


def test_a_report_is_not_overwritten_with_its_bibliography(cli: Run) -> None:
    ran = cli("export", "report.md", "--to", "bibtex", "--output", "report.md")
    assert (ran.status, ran.out) == (2, "")
    assert Path("report.md").read_text(encoding="utf-8") == SMALL


def exported_keys(cli: Run, *words: str) -> list[str]:
    """The keys of what is exported."""
    ran = cli("export", *words, "--to", "csl-json")
    assert (ran.status, ran.err) == (0, "")
    return [item["id"] for item in json.loads(ran.out)]


@pytest.fixture
def versions() -> tuple[str, str]:
    """The report in two languages, and a note in each that gives a source that no entry is of."""
    other = "Poe, E. (2019). *The harbours of the south*. London: Harrow."
    Path("en.md").write_text(SMALL.replace("Doe, 2020, p. 4", other), encoding="utf-8")
    autre = "Poe, E. (2019). *Les havres du sud*. Paris : Herse."
    french = SMALL.replace("# Bibliography", "# Bibliographie").replace("Doe, 2020, p. 4", autre)
    Path("fr.md").write_text(french, encoding="utf-8")
    return "fr=fr.md", "en=en.md"


def test_keys_are_made_of_author_and_year(cli: Run) -> None:
    assert exported_keys(cli, "report.md") == ["doe2020", "roe2021"]
    assert "@online{doe2020," in cli("export", "report.md", "--to", "bibtex").out


def test_one_language_alone_has_plain_keys(cli: Run, versions: tuple[str, str]) -> None:
    files = [word for one in versions for word in ("--lang", one)]
    assert exported_keys(cli, *files) == ["doe2020", "roe2021", "doe2020-en", "roe2021-en"]
    assert exported_keys(cli, *files, "--lang", "en") == ["doe2020", "roe2021"]
    assert "english" not in cli("export", *files, "--lang", "fr", "--to", "bibtex").out


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("de", "--lang de: there is no version in 'de': use one of en"),
        ("fr=", "--lang fr=: write a language and a file, as in --lang en=fr"),
    ],
)
def test_a_language_that_is_not_there_is_said(cli: Run, lang: str, said: str) -> None:
    ran = cli("export", "report.md", "--to", "bibtex", "--lang", lang)
    assert (ran.status, ran.out, ran.err) == (2, "", f"citecheck: {said}\n")


def test_sources_of_notes_come_behind_those_of_entries_where_they_are_asked_for(
    cli: Run, versions: tuple[str, str]
) -> None:
    assert exported_keys(cli, "--lang", versions[1]) == ["doe2020", "roe2021"]
    assert exported_keys(cli, "--lang", versions[1], "--notes") == ["doe2020", "roe2021", "poe2019"]


@pytest.mark.parametrize(("file", "begins"), [("refs.bib", "@online{doe2020,"), ("refs.JSON", "[\n")])
def test_the_name_of_the_file_says_the_format(cli: Run, file: str, begins: str) -> None:
    assert cli("export", "report.md", "-o", file) == (0, "", f"citecheck: wrote {file}\n")
    assert Path(file).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            [],
            "use --to with one of bibtex, biblatex, csl-json, csl-yaml, ris, hayagriva, or --output FILE.bib, "
            "--output FILE.json, --output FILE.yaml, --output FILE.ris",
        ),
        (
            ["-o", "refs.enl"],
            "nothing that is written here ends in .enl: end the name in .bib, .json, .ris, .yaml, .yml, or say --to",
        ),
        (["-o", "refs"], "the name has no ending: end the name in .bib, .json, .ris, .yaml, .yml, or say --to"),
    ],
)
def test_what_to_write_must_be_said(cli: Run, words: list[str], said: str) -> None:
    ran = cli("export", "report.md", *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert sorted(Path().iterdir()) == [Path("report.md")]


@pytest.mark.parametrize(
    ("to", "name"),
    [("biblatex", "refs.bib"), ("ris", "refs.ris"), ("csl-yaml", "refs.yaml"), ("hayagriva", "refs.yml")],
)
def test_what_is_exported_stands_in_for_the_bibliography(cli: Run, to: str, name: str) -> None:
    assert cli("export", "report.md", "--to", to, "--output", name).status == 0
    ran = cli("export", "report.md", "--bibliography", name, "--to", "csl-json", "--quiet")
    assert ran.status == 0
    assert [(item["id"], item["author"][0]["family"], item["title"]) for item in json.loads(ran.out)] == [
        (item["id"], item["author"][0]["family"], item["title"])
        for item in json.loads(cli("export", "report.md", "--to", "csl-json", "--quiet").out)
    ]
    before, after = (
        json.loads(cli("audit", *words, "--format", "json").out)["summary"]
        for words in (["report.md"], ["report.md", name])
    )
    assert (before["error"], before["warning"]) == (after["error"], after["warning"])


def test_the_ending_says_the_format(cli: Run) -> None:
    assert cli("export", "report.md", "-o", "refs.ris").status == 0
    assert Path("refs.ris").read_text(encoding="utf-8").startswith("TY  - ")
    assert cli("export", "report.md", "-o", "refs.yaml").status == 0
    assert Path("refs.yaml").read_text(encoding="utf-8").startswith("references:\n")
