"""Fields: links, and what reference managers wrote."""

from __future__ import annotations

import json

import pytest

from citecheck.model.layout import ManagedField
from citecheck.read.word.fields import Fields

ZOTERO = "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"properties": {"plainCitation": "Doe, 2019"}})
MENDELEY = " ADDIN CSL_CITATION " + json.dumps({"mendeley": {"plainTextFormattedCitation": "(Doe, 2019)"}})
BY_HAND = "ADDIN CSL_CITATION " + json.dumps(
    {"mendeley": {"plainTextFormattedCitation": "(Doe, 2019)", "manualFormatting": "(see Doe)"}}
)
ENDNOTE = " ADDIN EN.CITE <EndNote><Cite/><DisplayText>(Doe &amp; Roe, <style>2019</style>)</DisplayText></EndNote>"


def read(*codes: str) -> Fields:
    fields = Fields()
    for code in codes:
        fields.character("begin")
        fields.code(code[:9])
        fields.code(code[9:])
        fields.character("separate")
    return fields


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (ZOTERO, ManagedField("Zotero", "Doe, 2019")),
        (MENDELEY, ManagedField("Mendeley", "(Doe, 2019)")),
        (BY_HAND, ManagedField("Mendeley", "(see Doe)")),
        (ENDNOTE, ManagedField("EndNote", "(Doe & Roe, 2019)")),
    ],
    ids=["zotero", "mendeley", "by hand", "endnote"],
)
def test_what_a_manager_wrote_is_in_the_code_of_its_field(code: str, expected: ManagedField) -> None:
    fields = read(code)
    assert fields.field == 0
    fields.character("end")
    assert fields.known == (expected,)
    assert fields.field is None


@pytest.mark.parametrize(
    "code",
    [
        "PAGE", 'HYPERLINK "https://example.org"', "ADDIN ZOTERO_ITEM CSL_CITATION {broken", "ADDIN ZOTERO_ITEM CSL_CITATION []",
        'ADDIN ZOTERO_ITEM CSL_CITATION {"properties": 1}', "ADDIN EN.CITE.DATA", "CITATION Doe19", "",
    ],
)  # fmt: skip
def test_any_other_field_says_nothing(code: str) -> None:
    fields = read(code)
    fields.character("end")
    assert fields.known == ()


def test_fields_lie_in_each_other() -> None:
    fields = read(ZOTERO, 'HYPERLINK "https://example.org"')
    assert (fields.field, fields.target) == (0, "https://example.org")
    fields.character("end")
    assert (fields.field, fields.target) == (0, None)


def test_a_field_that_never_ends_says_nothing_and_ends_with_its_part() -> None:
    fields = read(ZOTERO)
    assert fields.known == (ManagedField("Zotero", ""),)
    fields.anew()
    assert fields.field is None
    fields.character("end")
    fields.character("separate")
    assert fields.known == (ManagedField("Zotero", ""),)
