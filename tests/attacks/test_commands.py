"""Commands to the services that run citecheck, in what it quotes: GitHub, Azure and TeamCity find none in its output."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from citecheck.cli import run
from citecheck.report.visible import inert

WORDS = "::stop-commands::tok ##[error]x ##vso[task.complete result=Succeeded;]x ##teamcity[x] #\u034f#[group]x ###[add-mask]x"
TEXT = """# Report {0}

{0}

The committee said in its report that it was so.[^1] And Doe (2019, p. 27-3) says so too, {0}[^2].

   ::stop-commands::tok[^8]

::stop-commands::tok[^9] {0}

| a | b |
|---|---|
| ::add-mask::x | {0} |

[^1]: {0} Doe, 2020. <https://example.org/##[error]x>

[^2]: ::error::x Doe, 2019, p. 27-3. {0}

## Bibliography

::warning::x Poe, E. (2016). *{0}*. London: ##[error].

Doe, J. (2019). *::error::The ports*. London: Harrow. <https://example.org/##vso[task.setvariable]x>
"""
OTHER = TEXT.replace(
    "The committee said in its report that it was so", "Le comité a dit dans son rapport que cela est vrai"
)


def commands(output: str) -> list[str]:
    """The lines that a service would run. Signs that are not seen do not count where they compare."""
    seen = re.sub("[\u034f\ufe00-\ufe0f]", "", output)
    return [
        line
        for line in seen.splitlines()
        if re.search(r"##\w*\[", line) or re.match(r"\s*::(?!(?:error|warning|notice) file=)", line)
    ]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with hostile reports."""
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(TEXT.format(WORDS), encoding="utf-8")
    Path("fr.md").write_text(OTHER.format(WORDS), encoding="utf-8")
    Path("::stop-commands::x##[error].md").write_text(TEXT.format(WORDS), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [
        *(
            ["audit", "--format", format]
            for format in ("text", "json", "sarif", "github", "gitlab", "junit", "markdown")
        ),
        ["audit", "--verbose"],
        ["audit", "--color", "always"],
        ["show", "document"],
        ["show", "citations"],
        ["show", "document", "--format", "json"],
        ["links", "--offline"],
        ["links", "--offline", "--format", "json"],
        ["fix", "--color", "always"],
        ["export", "--to", "csl-json"],
        ["export", "--to", "bibtex"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("path", ["a.md", "::stop-commands::x##[error].md"])
def test_no_line_is_a_command(words: list[str], path: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = run([*words, path])
    made = capsys.readouterr()
    assert status in (0, 1), made.err
    assert commands(made.out) == []
    assert commands(made.err) == []


@pytest.mark.parametrize("words", [[], ["--format", "json"], ["--format", "csv"], ["--note", "fr:1"], ["--verbose"]])
def test_no_line_of_a_comparison_is_a_command(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["reconcile", "--lang", "fr=fr.md", "--lang", "en=a.md", *words]) in (0, 1)
    made = capsys.readouterr()
    assert commands(made.out + made.err) == []


def test_no_line_of_an_error_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["audit", "##[error]x"], ["audit", "a.md", "--select", "::error::##vso[x]"], ["##[x]"]):
        assert run(words) == 2
        assert commands(capsys.readouterr().err) == []


def test_settings_are_no_commands(capsys: pytest.CaptureFixture[str]) -> None:
    Path("citecheck.toml").write_text('documents = ["::stop-commands::x##[error].md"]\n', encoding="utf-8")
    assert run(["config"]) == 0
    assert commands(capsys.readouterr().out) == []


def test_json_and_xml_hold_the_same_values(capsys: pytest.CaptureFixture[str]) -> None:
    run(["show", "document", "--format", "json", "a.md"])
    assert "##[error]x" in json.dumps(json.loads(capsys.readouterr().out))
    run(["audit", "::stop-commands::x##[error].md", "--format", "junit"])
    written = capsys.readouterr().out
    assert "##" not in written
    assert "##[error]" in ElementTree.tostring(ElementTree.fromstring(written), encoding="unicode")


@pytest.mark.parametrize(
    ("written", "harmless"),
    [
        ("a ##[error]b", "a ## [error]b"),
        ("###[x]", "### [x]"),
        ("  ::stop::x\n::y::", "  - ::stop::x\n- ::y::"),
        ("a ::b:: ## Title [c]\n### Heading", "a ::b:: ## Title [c]\n### Heading"),
    ],
)
def test_what_is_no_command_stays(written: str, harmless: str) -> None:
    assert inert(written) == harmless
