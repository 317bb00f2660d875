"""The types of the data files, worked out from the model."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec import Struct, ValidationError, convert
from msgspec.structs import fields

from citecheck import wire
from citecheck.model.document import Amount, Document, Entry, Missing, Note, Paragraph
from citecheck.model.source import Span

NOTE = {
    "at": "3:1",
    "text": "[^1]: Doe",
    "label_span": [0, 4],
    "body": [6, 9],
    "form": "label",
    "label": "1",
    "number": "1",
    "note_id": "1",
    "section": 0,
}


def test_every_list_of_a_document_has_its_item() -> None:
    kinds = wire.kinds()
    assert set(kinds) == {
        name for name in Document.__struct_fields__ if isinstance(getattr(Document("en", ()), name), tuple)
    } - {"sources"}
    assert kinds["notes"] is Note
    assert {one.name for one in fields(wire.version_type())} >= {"files", "notes", "bibliography_heading"}
    assert "entries" not in {one.name for one in fields(wire.version_type())}, "they are in the bibliography"


def test_an_item_has_its_place_and_spans_within_it() -> None:
    made = convert(NOTE, wire.item_type(Note))
    assert (made.at, made.body, made.outside) == ("3:1", (6, 9), ())
    assert convert({**NOTE, "body": 0, "outside": [{"at": "9:1"}]}, wire.item_type(Note)).body == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": "0:1"},
        {"at": "3"},
        {"at": "3:1\n"},
        {"section": -1},
        {"section": 10**9},
        {"form": "other"},
        {"label": "x" * 1001},
    ],
)
def test_the_bounds_of_the_model_hold(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        convert({**NOTE, **wrong}, wire.item_type(Note))


def test_fields_with_a_default_may_be_left_out_and_others_may_not() -> None:
    assert convert(NOTE, wire.item_type(Note)).citations == ()
    for key in ("number", "body"):
        with pytest.raises(ValidationError, match=key):
            convert({name: value for name, value in NOTE.items() if name != key}, wire.item_type(Note))


def test_values_are_written_otherwise_only_where_they_must_be() -> None:
    assert wire.value_type(Span) is wire.Inner
    assert wire.value_type(Decimal) is wire.Printed
    assert wire.value_type(int) is int
    assert wire.item_type(Missing) is Missing
    assert wire.value_type(tuple[int, ...]) == tuple[int, ...]
    assert issubclass(wire.item_type(Amount), Struct)
    assert {one.name for one in fields(wire.item_type(Paragraph))} == {"pieces", "section", "index", "kind"}


def test_what_read_something_is_no_fact_of_the_document() -> None:
    (reference,) = (one for one in fields(wire.custom_type()) if one.name == "reference")
    assert reference.required
    assert all(one.name != "read_by" for one in wire.kept_fields(Entry))
    assert "references" not in {one.name for one in fields(wire.custom_type())}
