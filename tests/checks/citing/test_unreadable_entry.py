"""CIT013 tells a block that is lost from one whose key an earlier block has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citecheck import audit
from citecheck.model.finding import Severity

DOE = "@book{doe, title = {Elms}, author = {Doe, Jane}, year = 2019}\n"
COPY = "@book{doe,\n  author = {Doe, Jane},\n  title = {Elms},\n  year = {2019},\n  file = {elms.pdf}}\n"
OTHER = "@book{doe, title = {Oaks}, author = {Doe, Jane}, year = 2021}\n"
ELMS = {"id": "doe", "type": "book", "title": "Elms", "author": [{"family": "Doe"}], "issued": {"date-parts": [[2019]]}}


@pytest.mark.parametrize(
    ("name", "held", "said"),
    [
        ("b.bib", DOE + COPY, [("twice", Severity.INFO)]),
        ("b.bib", DOE + OTHER, [("reused", Severity.WARNING)]),
        ("b.bib", DOE + "@book{doe, title = {Elms", [("broken", Severity.WARNING)]),
        ("b.bib", DOE + COPY.replace("doe", "roe"), []),
        ("b.json", json.dumps([ELMS, ELMS]), [("twice", Severity.INFO)]),
        ("b.json", json.dumps([ELMS, {**ELMS, "title": "Oaks"}]), [("reused", Severity.WARNING)]),
        ("b.json", json.dumps([ELMS, {**ELMS, "id": "roe"}, {**ELMS, "id": "roe"}]), []),
    ],
)
def test_what_is_said_of_a_block(name: str, held: str, said: list[tuple[str, Severity]]) -> None:
    made = audit(["a.md"], contents={"a.md": b"Elms fall [@doe].", name: held.encode()}, bibliography=name)
    assert [(one.message, one.severity) for one in made.findings if one.code == "CIT013"] == said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ris", "TY  - BOOK\nID  - {0}\nTI  - One\nER  - \n" * 2),
        ("a.yaml", "references:\n" + "- type: book\n  id: {0}\n  title: One\n" * 2),
        ("a.yml", "{0}:\n  type: book\n" * 2),
    ],
)
@pytest.mark.parametrize("key", ["doe", "low"])
def test_a_key_used_again_is_told_of_cited_ones_in_every_format(tmp_path: Path, name: str, text: str, key: str) -> None:
    (tmp_path / "a.md").write_text("Elms fall [@doe].\n", "utf-8")
    (tmp_path / name).write_text(text.format(key), "utf-8")
    made = audit([str(tmp_path / "a.md")], bibliography=[str(tmp_path / name)])
    assert [one.code for one in made.findings if one.code == "CIT013"] == (["CIT013"] if key == "doe" else [])
