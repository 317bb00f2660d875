"""DAT001: sources consulted before they appeared."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from citecheck import audit

BIBTEX = "@online{{elm,\n  title = {{Elms of the Quay}},\n  author = {{Doe, Jane}},\n  date = {{{date}}},\n  url = {{https://example.org/elms}},\n  urldate = {{{accessed}}}\n}}\n"


def judged(date: str, accessed: str) -> list[str]:
    """The severities of what is said of an online source that a bibliography file gives, cited in the text."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "own.bib").write_text(BIBTEX.format(date=date, accessed=accessed), encoding="utf-8")
        file = Path(folder) / "text.md"
        file.write_text("---\nbibliography: own.bib\n---\n\nElms fall [@elm].\n", encoding="utf-8")
        return [one.severity.value for one in audit([str(file)], select=["DAT001"]).findings]


@pytest.mark.parametrize(
    ("date", "accessed", "said"),
    [
        ("2022-12-21", "2022-01-13", ["warning"]),
        ("2022", "2021-03-02", ["warning"]),
        ("2022-12-21", "13/01/2021", ["warning"]),
        ("2022-02-22", "2022-02-03", ["info"]),
        ("2021-03", "2021-02-04", ["info"]),
        ("2022", "2021-12-20", ["info"]),
        ("20220621", "2022-06-21", []),
        ("2022-06-21", "20220621", []),
        ("20:28:32 UTC", "2022-03-30", []),
        ("2022-06-21", "04/07/2022", []),
        ("2022-06", "2022-06-02", []),
        ("2022/06/21", "2022-06-22", []),
    ],
)
def test_pages_consulted_before_they_appeared(date: str, accessed: str, said: list[str]) -> None:
    assert judged(date, accessed) == said


NOTED = (
    "A.[^1]\n\n[^1]: « La crue emporte le pont », *Le Courrier du port*, 27 août 2020, en ligne : "
    "https://courrier.example/2020/crue (consulté le 3 janvier {}).\n\n## Bibliographie\n\n"
    "« La crue emporte le pont », *Le Courrier du port*, 27 août 2020, en ligne : "
    "https://courrier.example/2020/crue (consulté le 3 janvier {}).\n"
)


@pytest.mark.parametrize(
    ("note", "entry", "lines"),
    [("2022", "2022", []), ("2012", "2022", [3]), ("2012", "2012", [7]), ("2022", "2012", [7])],
)
def test_a_note_that_gives_an_entry_again_has_dates_of_its_own(note: str, entry: str, lines: list[int]) -> None:
    made = audit([], langs=[("fr", "-")], stdin=NOTED.format(note, entry).encode(), select=["DAT001"])
    assert [one.place.span.line for one in made.findings] == lines
