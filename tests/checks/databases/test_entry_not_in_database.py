"""DBS001: printed entries that the database lacks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citecheck.cli import run

TEXT = """# Elms

Elms fall.

## References

Doe, J. (2019). *Elms in the city*. London: Harrow.

Low, A. (2012). *Harbours of the north*. London: Harrow.

Roe, R. (2020). *Oaks stay where they are*. London: Harrow.
"""
DOE = "@book{doe, author={Doe, Jane}, title={Elms in the city}, year=2019}\n"
ROE = "@book{roe, author={Roe, Richard}, title={Oaks stay where they are}, year=2020}\n"
OTHER = "@book{ash, author={Ash, A.}, title={A library has more than one text cites}, year=2001}\n"


def told(folder: Path, database: str, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    """What an audit says of the text beside a database, as JSON."""
    (folder / "a.md").write_text(TEXT, "utf-8")
    (folder / "refs.bib").write_text(database, "utf-8")
    compared = words or ("--compare-bibliography", str(folder / "refs.bib"))
    assert run(["audit", str(folder / "a.md"), *compared, "--select", "DBS001", "--format", "json"]) == 0
    made: dict[str, object] = json.loads(capsys.readouterr().out)
    return made


def test_what_the_database_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = told(tmp_path, DOE + ROE + OTHER, capsys)
    (one,) = made["findings"]  # type: ignore[misc, attr-defined]
    assert (one["code"], one["severity"], one["line"]) == ("DBS001", "warning", 9)
    assert "Low, 2012" in one["message"]
    assert "refs.bib" in one["message"]


def test_the_database_of_another_text_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = told(tmp_path, DOE + OTHER, capsys)
    assert made["findings"] == []
    assert [one["reason"] for one in made["coverage"]["abstained"]] == [
        "the database has less than half of the entries"
    ]  # type: ignore[index]


def test_without_a_database_nothing_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = told(tmp_path, DOE, capsys, "--quiet")
    assert made["findings"] == []


def test_the_configuration_names_the_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "citecheck.toml").write_text('compare_bibliography = "refs.bib"\n', "utf-8")
    made = told(tmp_path, DOE + ROE, capsys, "--quiet")
    assert [one["code"] for one in made["findings"]] == ["DBS001"]  # type: ignore[attr-defined]
