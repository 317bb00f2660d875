"""CSL-YAML of pandoc and its like."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.errors import InputError
from citecheck.model.reference import Person
from citecheck.read.databases import read_bibliography
from citecheck.read.databases.csl_yaml import claims
from tests.read.bibliographies import read

TEXT = """---
references:
- id: doe2020
  type: article-journal
  author:
  - family: Doe
    given: Jane
  - literal: World Bank
  issued: 2020-05-03
  title: 'Elms: in the city'
  container-title: Journal of Elms
  page: 12-34
- id: roe
  title: Oaks
  author: {family: Roe, given: R.}
  issued:
  - year: 2019
    month: 4
  accessed: 2021
...
"""


def test_items_of_pandoc(tmp_path: Path) -> None:
    ([elms, oaks], unreadable) = read(tmp_path, "a.yaml", TEXT)
    assert not unreadable
    assert elms.authors == (Person("Doe", "Jane"), Person("World Bank", corporate=True))
    assert (elms.title, elms.container, elms.date) == ("Elms: in the city", "Journal of Elms", "2020-05-03")
    assert elms.pages_span is not None
    assert elms.pages_span.text == "12-34"
    assert (oaks.authors, oaks.date, oaks.accessed) == ((Person("Roe", "R."),), "2019-04", "2021")


def test_a_list_without_a_name(tmp_path: Path) -> None:
    ([one], _) = read(tmp_path, "a.yml", "- id: a\n  title: Elms\n  issued: {date-parts: [[2020, 5]]}\n")
    assert (one.title, one.date) == ("Elms", "2020-05")


def test_what_is_no_item_is_said(tmp_path: Path) -> None:
    found, reasons = read(tmp_path, "a.yaml", "references:\n- id: a\n- just words\n- title: Elms\n- id: a\n")
    assert len(found) == 1
    assert reasons == ["it is no CSL item: an object with an id is expected"] * 2 + [
        "the first entry with the id a counts"
    ]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("references: []", True),
        ("- id: a", True),
        ("doe:\n  type: book\n", False),
        ("doe:\n  type: book\n  author:\n  - A\nroe:\n- x", False),
        ("lang: fr\nreferences:\n- id: a\n", True),
    ],
)
def test_which_texts_are_csl(text: str, claimed: bool) -> None:
    assert claims(text) is claimed


def test_no_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("references: none\n", "utf-8")
    with pytest.raises(InputError, match="is no CSL-YAML"):
        read_bibliography(tmp_path / "a.yaml")
