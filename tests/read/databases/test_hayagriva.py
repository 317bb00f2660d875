"""Hayagriva, the bibliographies of Typst."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.errors import InputError
from citecheck.model.reference import Person
from citecheck.read.databases import read_bibliography
from citecheck.read.databases.hayagriva import claims
from tests.read.bibliographies import read

TEXT = """elms:
  type: Article
  title: "Elms in the {City}"
  author: ["Doe, Jane", {name: Berg, given-name: A., prefix: van den}, World Bank]
  date: 2020-05
  page-range: 12-34
  url: {value: https://example.org/elms, date: 2021-01-31}
  serial-number: {doi: 10.1000/xyz}
  parent:
  - type: Periodical
    title: Journal of Elms
    volume: 12
    issue: 3
oaks:
  type: book
  title: {value: Oaks, short: O}
  editor: Roe, Richard, Jr
  date: 2019
  publisher: {name: Harrow, location: London}
"""


def test_works_of_typst(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(TEXT, "utf-8")
    found, unreadable = read_bibliography(tmp_path / "a.yml")
    assert not unreadable
    assert [one.entry_id for one in found] == ["elms", "oaks"]
    assert found[1].span.text.startswith("oaks:\n  type: book")
    elms, oaks = (one.references[0] for one in found)
    names = (Person("Doe", "Jane"), Person("van den Berg", "A."), Person("World Bank", corporate=True))
    assert elms.authors == names
    assert (elms.title, elms.container, elms.type) == ("Elms in the City", "Journal of Elms", "article-journal")
    assert (elms.year, elms.date, elms.volume, elms.issue) == ("2020", "2020-05", "12", "3")
    assert (elms.url, elms.accessed, elms.doi) == ("https://example.org/elms", "2021-01-31", "10.1000/xyz")
    assert elms.pages_span is not None
    assert elms.pages_span.text == elms.pages == "12-34"
    assert (oaks.title, oaks.authors, oaks.year) == ("Oaks", (Person("Roe", "Richard, Jr"),), "2019")
    assert (oaks.publisher, oaks.place) == ("Harrow", "London")


def test_what_is_no_work_is_said(tmp_path: Path) -> None:
    found, reasons = read(tmp_path, "a.yaml", "a:\n  type: book\nb: words\na:\n  type: web\n")
    assert len(found) == 1
    assert reasons == [
        "it is no work: fields with a type are expected under its key",
        "the first entry with the key a counts",
    ]


@pytest.mark.parametrize(
    ("parent", "kind"),
    [("newspaper", "article-newspaper"), ("proceedings", "paper-conference"), ("periodical", "article-journal")],
)
def test_what_an_article_is_by_its_parent(tmp_path: Path, parent: str, kind: str) -> None:
    ([one], _) = read(tmp_path, "a.yaml", f"a:\n  type: article\n  parent: {{type: {parent}, title: P}}\n")
    assert (one.type, one.container) == (kind, "P")


def test_other_yaml_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("just words\n", "utf-8")
    with pytest.raises(InputError, match="is no bibliography in YAML"):
        read_bibliography(tmp_path / "a.yaml")
    assert claims("")
