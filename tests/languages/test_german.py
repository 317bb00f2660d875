"""A third language as the proof that one file is enough: German, put beside the modules of the languages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
REPORT = HERE / "german.md"

ADDED = """
import sys
import citecheck.languages
citecheck.languages.__path__.append({folder!r})
"""
AUDIT = """
sys.argv = ["citecheck", "audit", {report!r}, "--format", "json"]
from citecheck.__main__ import main
main()
"""
READ = """
import json
from citecheck.model.source import Source, Span
from citecheck.parse.citations import read_citations

read = {{}}
for text in json.loads({texts!r}):
    citations = read_citations(Span(Source("a.md", text), 0, len(text)), ())
    read[text] = [
        [one.kind.value, [person.family for person in one.authors], one.year, one.locator and one.locator.text, one.target]
        for one in citations
    ]
from citecheck import pipeline
from citecheck.model.job import Job
[document] = pipeline.load(Job(paths=({report!r},)))
print(json.dumps({{
    "citations": read,
    "lang": document.lang,
    "brackets": [[one.span.text, [list(page) for page in one.citations[0].locator.ranges]] for one in document.brackets],
    "pages": [one.pages for entry in document.entries for one in entry.references],
    "dates": [one.iso for one in document.dates],
    "amounts": [[str(one.value), one.high and str(one.high), one.currency, one.approximate] for one in document.amounts],
    "rates": [[str(one.value), one.base, one.quote, one.whole_text, one.year] for one in document.rates],
    "figures": [str(one.value) for one in document.figures],
}}))
"""
OTHERS = """
import json
from pathlib import Path
from citecheck import pipeline
from citecheck.model.job import Job
Path("a.md").write_text("[^1]\\n\\n[^1]: Doe, 2020\\n", encoding="utf-8")
print(json.dumps({{
    "both": [[one.lang, len(one.entries) > 0] for one in pipeline.load(Job(paths=({report!r},)))],
    "untold": [one.lang for one in pipeline.load(Job(paths=("a.md",)))],
}}))
"""
CITED = {
    "(Möller und Petersen 2018, S. 44 und 47)": ["short", ["Möller", "Petersen"], "2018", "44 und 47", None],
    "Vgl. Lindqvist, 2016, S. 12-14.": ["short", ["Lindqvist"], "2016", "12-14", None],
    "Hansen u. a., 2019, S. 4 ff.": ["short", ["Hansen"], "2019", "4", None],
    "Hansen, o. J.": ["short", ["Hansen"], "n.d.", None, None],
    "von der Leyen 2019, S. 3": ["short", ["von der Leyen"], "2019", "3", None],
    "Ebd.": ["ibid", [], None, None, None],
    "wie er meint, ebd., S. 4": ["ibid", [], None, "4", None],
    "ebenda, S. 4 f.": ["ibid", [], None, "4", None],
    "a. a. O., S. 9": ["ibid", [], None, "9", None],
    "Lindqvist, a. a. O., S. 41": ["op-cit", ["Lindqvist"], None, "41", None],
    "Siehe Anm. 12": ["note", [], None, None, "12"],
    "Möller (Anm. 12), S. 44": ["note", ["Möller"], None, "44", "12"],
    "Möller, 2018, S. 4, Anm. 12": ["short", ["Möller"], "2018", "4", None],
    "Petersen 2019, Kap. 3": ["short", ["Petersen"], "2019", "3", None],
    "BVerfG, Urteil vom 3. März 2015, Az. 1 BvR 3/14": ["law", [], None, None, None],
    "Jane Doe und Ann Poe, Die Türme, 2. Aufl., Kiel/Bern 2019, S. 4": ["full", ["Doe", "Poe"], "2019", "4", None],
    # What is German does not take what is English.
    "Education Act 1980, s 4": ["law", [], None, None, None],
}


def run(tmp_path: Path, code: str) -> str:
    (tmp_path / "de.py").write_text((HERE / "german.py").read_text(encoding="utf-8"), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", ADDED.format(folder=str(tmp_path)) + code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        cwd=tmp_path,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is read with German beside the other languages."""
    texts = json.dumps(list(CITED))
    made: dict[str, Any] = json.loads(run(tmp_path_factory.mktemp("de"), READ.format(texts=texts, report=str(REPORT))))
    return made


@pytest.mark.parametrize("text", CITED)
def test_citations_are_read(read: dict[str, Any], text: str) -> None:
    assert read["citations"][text] == [CITED[text]]


def test_the_language_is_told(read: dict[str, Any]) -> None:
    assert read["lang"] == "de"


def test_brackets_and_phrases_in_the_text_are_read_with_their_pages(read: dict[str, Any]) -> None:
    assert read["brackets"] == [
        ["(Möller und Petersen 2018, S. 44 und 47)", [[44, 44], [47, 47]]],
        ["Möller und Petersen (2018, S. 51)", [[51, 51]]],
        ["Lindqvist, 2016, S. 3.", [[3, 3]]],
    ]


def test_the_pages_of_an_entry_are_read(read: dict[str, Any]) -> None:
    assert [pages for pages in read["pages"] if pages is not None] == ["3-9"]


def test_dates_amounts_and_figures_are_read(read: dict[str, Any]) -> None:
    assert read["dates"] == ["2019-03-03", "2011-03-03"]
    assert read["amounts"][:3] == [
        ["5400000000", None, "EUR", True],
        ["6400000000", None, "USD", False],
        ["3000000", "5000000", "EUR", False],
    ]
    assert read["rates"] == [["1.18", "EUR", "USD", True, 2018]]
    assert {"131", "2700"} <= set(read["figures"])


def test_a_clean_document_is_audited_without_a_finding(tmp_path: Path) -> None:
    report = json.loads(run(tmp_path, AUDIT.format(report=str(REPORT))))
    assert report["findings"] == []
    assert report["crashes"] == []
    assert [(one["lang"], one["notes"], one["entries"]) for one in report["inputs"]] == [("de", 11, 5)]


def test_reports_in_other_languages_stay_theirs(tmp_path: Path) -> None:
    # "Bibliographie" is a heading in both, and a text without a word of any language is none of the new one.
    bilingual = HERE.parent / "corpus" / "clean" / "sup-bilingual.md"
    told = json.loads(run(tmp_path, OTHERS.format(report=str(bilingual))))
    assert told == {"both": [["fr", True], ["en", True]], "untold": ["en"]}
