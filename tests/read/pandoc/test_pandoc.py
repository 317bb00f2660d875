"""What pandoc reads: reStructuredText, Typst, RTF and Org."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.skips import needs_pandoc

from citecheck.cli import run
from citecheck.read.pandoc import ENDINGS, LOST, layout

TEXTS = {
    "a.rst": "Elms\n====\n\nElms fall [#]_ and oaks [#]_ too.\n\n.. [#] Doe, 2020, p. 4-1.\n.. [#] Roe, 2021.\n",
    "a.typ": "= Elms\n\nElms fall#footnote[Doe, 2020, p. 4-1.] and oaks#footnote[Roe, 2021.] too.\n",
    "a.rtf": "{\\rtf1\\ansi Elms fall{\\footnote Doe, 2020, p. 4-1.} and oaks{\\footnote Roe, 2021.} too.\\par}",
    "a.org": "* Elms\n\nElms fall[fn:1] and oaks[fn:: Roe, 2021.] too.\n\n[fn:1] Doe, 2020, p. 4-1.\n",
}


@needs_pandoc
@pytest.mark.parametrize("name", TEXTS)
def test_notes_are_read_with_their_places(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_text(TEXTS[name], "utf-8")
    assert run(["audit", str(tmp_path / name), "--format", "json"]) == 1
    made = json.loads(capsys.readouterr().out)
    assert made["inputs"][0]["notes"] == made["inputs"][0]["markers"] == 2
    (one,) = (found for found in made["findings"] if found["severity"] == "error")
    assert (one["code"], one["note"], one["place"]["note"]) == ("PAG004", "1", "1")


@needs_pandoc
def test_language_and_bibliography_of_typst(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "refs.yml").write_text("doe:\n  type: book\n  title: Elms\n  author: Doe, J.\n  date: 2019\n", "utf-8")
    text = '#set text(size: 9pt, lang: "fr")\n= Ormes\n\nLes ormes tombent @doe.\n\n#bibliography("refs.yml")\n'
    (tmp_path / "a.typ").write_text(text, "utf-8")
    made = layout("a.typ", text.encode())
    assert (made.lang, made.bibliographies) == ("fr", ("refs.yml",))
    assert run(["audit", str(tmp_path / "a.typ")]) == 0
    assert "1 entry · 1 citation (1 resolved)" in capsys.readouterr().out


@needs_pandoc
def test_lost_notes_are_said() -> None:
    assert layout("a.rst", b"Elms fall [#nowhere]_ here.\n").remarks == (LOST,)
    assert layout("a.rst", TEXTS["a.rst"].encode()).remarks == ()


def test_what_it_reads() -> None:
    assert set(ENDINGS) == {".rst", ".rest", ".typ", ".rtf", ".org"}
