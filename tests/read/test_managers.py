"""What reference managers keep in fields."""

from __future__ import annotations

import json

import pytest

from citecheck.read.managers import LONGEST, managed_field

ELMS = {"id": 12, "type": "book", "title": "Elms", "author": [{"family": "Doe", "given": "J."}]}
CITED = {"citationItems": [{"id": 12, "uris": ["http://z.org/A"], "itemData": ELMS}, {"id": 13}, 4, {"itemData": 3}]}
RECORD = (
    "<record><rec-number>7</rec-number><ref-type name='x'>6</ref-type>"
    '<ref-type name="Book">6</ref-type><contributors><authors><author>Doe, Jane</author><author>World Bank,</author></authors>'
    "</contributors><titles><title><style>Elms &amp; oaks</style></title><secondary-title>Trees</secondary-title></titles>"
    "<dates><year>2019</year></dates><pages>12-34</pages></record>"
)


@pytest.mark.parametrize(
    ("prefix", "manager"),
    [
        ("ADDIN ZOTERO_ITEM CSL_CITATION ", "Zotero"),
        ("ZOTERO_ITEM CSL_CITATION ", "Zotero"),
        (" ADDIN CSL_CITATION ", "Mendeley"),
        ("CSL_CITATION ", "Mendeley"),
    ],
)
def test_the_sources_of_a_citation(prefix: str, manager: str) -> None:
    made = managed_field(prefix + json.dumps(CITED) + " RNDabc")
    assert made is not None
    assert (made.manager, made.written) == (manager, "")
    assert [json.loads(one) for one in made.items] == [{**ELMS, "id": "http://z.org/A"}]


def test_a_source_without_an_address_has_its_number() -> None:
    made = managed_field("ADDIN CSL_CITATION " + json.dumps({"citationItems": [{"id": "ITEM-1", "itemData": ELMS}]}))
    assert made is not None
    assert json.loads(made.items[0])["id"] == "12"


def test_records_of_endnote() -> None:
    code = (
        f"ADDIN EN.CITE <EndNote><Cite>{RECORD}</Cite><Cite>{RECORD}</Cite><DisplayText>(Doe)</DisplayText></EndNote>"
    )
    made = managed_field(code)
    assert made is not None
    assert made.written == "(Doe)"
    assert [json.loads(one) for one in made.items] == [
        {
            "id": "7",
            "type": "book",
            "author": [{"family": "Doe", "given": "Jane"}, {"literal": "World Bank"}],
            "issued": {"date-parts": [["2019"]]},
            "title": "Elms & oaks",
            "container-title": "Trees",
            "page": "12-34",
        }
    ]


@pytest.mark.parametrize(
    "code",
    ["", "PAGE", "ADDIN EN.CITE <EndNote>", "ADDIN CSL_CITATION {}", "ADDIN CSL_CITATION {", 'CSL_CITATION {"citationItems": 3}',
     "ADDIN CSL_CITATION " + "[" * 9000 + "{", "CSL_CITATION {" + " " * LONGEST],
)  # fmt: skip
def test_what_says_nothing(code: str) -> None:
    assert managed_field(code) is None
