"""Reading CSL-JSON of other programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citecheck.model.reference import Person
from citecheck.read.databases import read_bibliography
from tests.read.bibliographies import read


def test_a_csl_item_of_another_program(tmp_path: Path) -> None:
    item = {
        "id": 7,
        "type": "book",
        "author": [
            {"family": "Gaulle", "non-dropping-particle": "de", "given": "Charles", "suffix": "Jr"},
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            {"literal": "UNIDIR"},
            {},
        ],
        "issued": {"date-parts": [["2020", "3", 7], [2021]]},
        "accessed": {"raw": "3 May"},
        "volume": 3,
    }
    [found], unreadable = read(tmp_path, "a.json", json.dumps([item]))
    assert not unreadable
    assert found.authors == (
        Person("de Gaulle", "Charles, Jr"),
        Person("Humboldt", "Alexander von"),
        Person("UNIDIR", corporate=True),
    )
    assert (found.year, found.date, found.accessed, found.volume) == ("2020", "2020-03-07", "3 May", "3")


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2020-03-07/2021", ("2020", "2020-03-07")),
        ({"date-parts": [[2020, None]]}, ("2020", "2020")),
        ({"date-parts": [[]], "literal": "s.d."}, ("n.d.", None)),
        ({"date-parts": [["MMXX"]], "raw": "2020"}, ("2020", "2020")),
        ({"date-parts": 3}, (None, None)),
        (3, (None, None)),
        (None, (None, None)),
    ],
)
def test_csl_dates(tmp_path: Path, issued: object, expected: tuple[str | None, str | None]) -> None:
    [found], _ = read(tmp_path, "a.json", json.dumps([{"id": "a", "issued": issued}]))
    assert (found.year, found.date) == expected
    assert found.type == "document"


def test_broken_csl_items_are_reported_at_their_place(tmp_path: Path) -> None:
    text = '[\n{"id": "a", "title": "A"},\n"x",\n{"title": "no id"},\n{"id": "a"},\n{"id": "b"} {"id": "c"}]'
    (tmp_path / "x.json").write_text(text, "utf-8")
    entries, unreadable = read_bibliography(tmp_path / "x.json")
    assert [(entry.entry_id, entry.span.line) for entry in entries] == [("a", 2), ("b", 6)]
    assert [(one.span.line, one.span.column) for one in unreadable] == [(3, 1), (4, 1), (5, 1), (6, 13)]
    assert "comma" in unreadable[-1].reason


@pytest.mark.parametrize(
    ("text", "says"), [('[{"id": "a"}, {"id": ]', "broken JSON"), ("[" + "[" * 100_000, "too deep")]
)
def test_broken_json_is_reported(tmp_path: Path, text: str, says: str) -> None:
    _, [reason] = read(tmp_path, "a.json", text)
    assert says in reason


@pytest.mark.parametrize(
    ("names", "et_al"), [([{"family": "Doe"}, {"literal": "others"}], True), ([{"family": "Doe"}], False)]
)
def test_others_follow_the_names(tmp_path: Path, names: list[object], et_al: bool) -> None:
    [found], _ = read(tmp_path, "a.json", json.dumps([{"id": "a", "author": names}]))
    assert (found.authors, found.et_al) == ((Person("Doe"),), et_al)


def test_who_made_a_film_stands_where_the_author_of_a_book_does(tmp_path: Path) -> None:
    item = {"id": "a", "director": [{"family": "Crane", "given": "Paul"}], "status": "in press"}
    [found], _ = read(tmp_path, "a.json", json.dumps([item]))
    assert found.authors == (Person("Crane", "Paul"),)
    # What is in press has no date yet.
    assert found.year == "n.d."


def test_the_key_beside_the_id(tmp_path: Path) -> None:
    items = [{"id": "http://example.org/items/7", "citation-key": "doe"}, {"id": "roe", "citation-key": "roe"}]
    (tmp_path / "x.json").write_text(json.dumps(items), "utf-8")
    entries, _ = read_bibliography(tmp_path / "x.json")
    assert [entry.aliases for entry in entries] == [("doe",), ()]
