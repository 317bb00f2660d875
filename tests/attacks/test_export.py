"""What is written for other programs can be looked at: nothing of a report steers a terminal, and no value is lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from citecheck.cli import run

RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
STEERING = "\x1b]0;owned\x07\x9b2J\u202e"
REPORT = f"""# The ports

The port is closed.<sup>1</sup>

<sup>1</sup> Doe, 2019.

## Bibliography

1. Doe{STEERING}, J. (2019). *The ports {STEERING} of the north*. London: Harrow. https://example.org/a{STEERING}b
"""


@pytest.mark.parametrize(
    "words",
    [
        ["export", "--to=bibtex", "a.md"],
        ["export", "--to=csl-json", "a.md"],
        ["extract", "a.md", "-o", "."],
    ],
)
def test_no_file_for_others_steers_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(REPORT, encoding="utf-8")
    assert run(words) == 0
    written = capsys.readouterr().out + "".join(file.read_text(encoding="utf-8") for file in Path().glob("*.json"))
    assert "The ports" in written
    assert RAW.findall(written) == []


def test_what_is_extracted_keeps_every_character(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(REPORT, encoding="utf-8")
    assert run(["extract", "a.md"]) == 0
    [item] = json.loads(Path("data/bibliography.json").read_text(encoding="utf-8"))
    # Control characters are blanks in a text; all others stay.
    assert re.sub("[\x00-\x1f]", " ", STEERING) in item["title"]


def test_an_address_in_a_bibliography_with_a_tab_in_it_is_one_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("# Report\n\nThe port is closed [@doe].\n", encoding="utf-8")
    url = "https://example.org/a\tb"
    item = {"id": "doe", "type": "book", "title": "The ports", "URL": url, "issued": {"date-parts": [[2019]]}}
    Path("refs.json").write_text(json.dumps([item]), encoding="utf-8")
    assert run(["export", "--to=bibtex", "a.md", "--bibliography", "refs.json", "-q"]) == 0
    written = capsys.readouterr().out
    assert "\t" not in written
    assert "The ports" in written
