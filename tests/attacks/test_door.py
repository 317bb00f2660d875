"""Damaged files at the door: whatever stands in them, the run ends in order, at once and with one line."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from citecheck.cli import run
from citecheck.errors import CitecheckError
from citecheck.read.databases import read_bibliography
from citecheck.read.links import read_links
from tests.attacks.mutations import mutated, put
from tests.attacks.texts import REPORT
from tests.tried import tried

Data = dict[str, Any]
COMMANDS = (
    ["audit"],
    ["audit", "--format", "json"],
    ["audit", "--format", "html"],
    ["audit", "--format", "sarif"],
    ["reconcile"],
    ["links", "--offline"],
    ["export", "--to", "csl-json"],
)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Data:
    """The data files of a small report in the working directory, by their names."""
    monkeypatch.chdir(tmp_path)
    Path("report.md").write_text(REPORT, encoding="utf-8")
    assert run(["extract", "report.md", "-q"]) == 0
    return {name: json.loads(Path("data", name).read_bytes()) for name in ("footnotes.json", "bibliography.json")}


def written(data: Data) -> None:
    for name, tree in data.items():
        Path("data", name).write_text(json.dumps(tree), encoding="utf-8")


@pytest.mark.thorough
@pytest.mark.parametrize("block", range(6))
@pytest.mark.parametrize("name", ["footnotes.json", "bibliography.json"])
def test_damaged_data_files(data: Data, name: str, block: int, capsys: pytest.CaptureFixture[str]) -> None:
    for seed in range(block * 25, block * 25 + tried(5, 25)):
        written({**data, name: mutated(data[name], seed)})
        status = run([*COMMANDS[seed % len(COMMANDS)], "-q"])
        said = capsys.readouterr().err
        assert status in (0, 1, 2), f"seed {seed}: {said}"
        assert "Traceback" not in said
        if status == 2:
            assert said.splitlines()[-1].startswith("citecheck: data/"), f"seed {seed}: {said}"


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("headings", -1, "section"), 10**20),
        (("notes", -1, "at"), "9999999:1"),
        (("notes", -1, "at"), "1:99999999"),
        (("paragraphs", 0, "pieces", 0), "1:1-9999999:1"),
        (("paragraphs", 0, "index"), 10**6),
        (("markers", 0, "paragraph"), 10**6),
        (("markers", 0, "offset"), -1),
        (("rates", 0, "day"), "2023-02-31"),
        (("rates", 0, "value"), "0"),
        (("amounts", 0, "value"), "1E+999999"),
    ],
)
def test_impossible_values_end_at_once(
    data: Data, way: tuple[Any, ...], value: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    written({**data, "footnotes.json": put(data["footnotes.json"], ("versions", "fr", *way), value)})
    begun = time.process_time()
    assert run(["audit", "-q"]) == 2
    assert time.process_time() - begun < 20
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("citecheck: data/footnotes.json is damaged")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("name", ["footnotes.json", "bibliography.json"])
@pytest.mark.parametrize("raw", [b'"\\ud800"', b'"a\\udcff"', b'"\xed\xa0\x80"', b'["\\ud800"]', b'{"\\ud800": 1}'])
def test_half_a_character_is_no_data(data: Data, name: str, raw: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    written(data)
    (Path("data") / name).write_bytes(raw)
    assert run(["audit", "-q"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"citecheck: data/{name} is damaged")


def ends_in_order(reading: Callable[[], object]) -> None:
    """Reads something that may be damaged; what it raises is one line for a person."""
    problem = ""
    try:
        reading()
    except CitecheckError as error:
        problem = str(error)
    assert "\n" not in problem


CSL = [
    {
        "id": "doe-2019",
        "type": "book",
        "language": "en",
        "author": [{"family": "Doe", "given": "J."}, {"literal": "Ministry of the Sea"}],
        "issued": {"date-parts": [[2019, 3, 7]]},
        "accessed": {"literal": "in May"},
        "title": "The ports of the north",
        "URL": "https://example.org/a",
        "page": "3-7",
    },
    {"id": "roe-2018", "author": [{"family": "Roe"}], "issued": "2018", "title": "The ports of the east"},
]


@pytest.mark.thorough
@pytest.mark.parametrize("block", range(4))
def test_damaged_csl_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.md").write_text(REPORT, encoding="utf-8")
    for seed in range(block * 25, block * 25 + tried(5, 25)):
        Path("b.json").write_text(json.dumps(mutated(CSL, seed)), encoding="utf-8")
        format = ("text", "json", "html", "sarif")[seed % 4]
        assert run(["audit", "report.md", "--bibliography", "b.json", "--format", format, "-q"]) in (0, 1, 2), seed


BIBTEX = r"""@string{press = "Harrow"}
@book{doe2019, author = {Doe, J. and {Ministry of the Sea}}, year = 2019, title = {The {P}orts of the north}, publisher = press # " \& Co"}
@article{roe2018, author = {Ro\"e, R}, date = {2018-03-07}, title = "The ports", pages = {3--7}, crossref = {doe2019}}
"""


@pytest.mark.parametrize("block", range(4))
def test_damaged_bibtex(tmp_path: Path, block: int) -> None:
    odd = ("{", "}", '"', "\\", "@", ",", "=", "#", "\0", "\u202e", "9" * 5000, "\\'", "and and", "crossref={doe2019}")
    for at in range(block, len(BIBTEX), 8):
        text = BIBTEX[:at] + odd[at % len(odd)] + BIBTEX[at + at % 5 :]
        file = tmp_path / "b.bib"
        file.write_bytes(text.encode())
        ends_in_order(partial(read_bibliography, file))


LINKS = {
    "schema": "citecheck/links/1",
    "links": [
        {
            "url": "https://example.org/a",
            "status": "moved",
            "reason": "moved for good",
            "archived_url": "https://web.archive.org/web/2020/https://example.org/a",
            "archived_on": "2020-01-02",
            "new_url": "https://example.org/b",
            "missing_fragment": None,
        }
    ],
}


@pytest.mark.thorough
@pytest.mark.parametrize("block", range(4))
def test_damaged_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.md").write_text(REPORT, encoding="utf-8")
    for seed in range(block * 25, block * 25 + tried(5, 25)):
        Path("links.json").write_text(json.dumps(mutated(LINKS, seed)), encoding="utf-8")
        ends_in_order(lambda: read_links("links.json"))
        assert run(["fix", "report.md", "--links-from", "links.json", "-q"]) in (0, 1, 2), seed


@pytest.mark.parametrize(
    "line", ["CIT002 fr v1:0123456789abcdef\0", "\ud800", "CIT002 fr " + "9" * 10**5, "XXX999 zz v1:0123456789abcdef"]
)
def test_damaged_baselines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.md").write_text(REPORT, encoding="utf-8")
    Path("base.txt").write_bytes(f"# citecheck baseline 1\n{line}\n".encode("utf-8", "surrogatepass"))
    assert run(["audit", "report.md", "--baseline", "base.txt", "-q"]) in (0, 1, 2)
