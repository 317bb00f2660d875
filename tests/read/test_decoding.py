"""Documents as JSON values and back."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citecheck.extract.encoding import encode
from citecheck.model.document import Document, Entry, Heading, Name, Paragraph, Unreadable
from citecheck.model.source import Source, Span
from citecheck.read.decoding import decode
from citecheck.read.files import composed_text
from citecheck.read.values import Malformed, typed
from citecheck.wire import item_type
from tests.extract.samples import generated, normal, other_language, sample
from tests.tried import tried


def decoded(data: dict[str, Any]) -> tuple[Document, ...]:
    """The documents of encoded ones; the entries are in a file of their own."""
    data = json.loads(json.dumps(data))
    versions = data["versions"]
    entries = {}
    for lang in versions if isinstance(versions, dict) else ():
        held = versions[lang].pop("entries", []) if isinstance(versions[lang], dict) else []
        entries[lang] = typed(held, tuple[item_type(Entry), ...], f"{lang}.entries")  # type: ignore[misc]
    return decode(data, entries)


def there_and_back(*documents: Document) -> tuple[Document, ...]:
    return decoded(encode(documents))


@settings(max_examples=tried(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(generated())
def test_what_is_decoded_equals_what_was_encoded(documents: tuple[Document, ...]) -> None:
    assert normal(there_and_back(*documents)) == normal(documents)


def test_the_sample_comes_back_in_every_value() -> None:
    document = sample()
    [back] = there_and_back(document)
    assert normal(back) == normal(document)
    assert back.sparse
    assert back.notes[1].span.text == "<sup>2</sup> Voir « Un titre », 2021,\np. 3."
    assert back.conversions[0].converted == back.amounts[0]


def test_versions_in_one_file_share_its_source() -> None:
    french = sample()
    back = there_and_back(french, other_language(french))
    assert [one.lang for one in back] == ["fr", "en"]
    assert back[0].sources[0] is back[1].sources[0] is back[1].notes[0].span.source


def test_encoding_again_gives_the_same() -> None:
    once = encode([sample()])
    assert encode(decoded(once)) == once


def test_items_are_encoded_as_promised() -> None:
    data = encode([sample()])
    assert data["sources"] == [{"path": "rapport/fr.md", "sha256": "ab" * 32, "encoding": "utf-8"}]
    version = data["versions"]["fr"]
    assert version["names"][0] == {"at": "3:4", "text": "Chine", "paragraph": 0}
    assert version["paragraphs"][0]["pieces"] == ["3:1-3:119", "4:1-5:16"]
    note = version["notes"][0]
    assert (note["at"], note["label_span"], note["body"]) == ("7:1", [0, 12], [13, 71])
    assert note["citations"][0]["locator"] == {"span": [24, 30], "text": "4-6", "label": "p.", "ranges": [[4, 6]]}
    assert version["urls"][0]["printed"] == "l'adresse"
    assert version["rates"][0]["value"] == "1.0600"
    assert version["missing"] == [{"what": "figures"}]


def test_running_text_is_absent() -> None:
    encoded = json.dumps(encode([sample()]), ensure_ascii=False)
    assert "continue sur" not in encoded
    [back] = there_and_back(sample())
    piece = back.paragraphs[0].pieces[1]
    assert not piece.text.replace("<sup>2</sup>", "").strip()


def test_a_long_unreadable_passage_keeps_its_place_only() -> None:
    source = Source("a.md", "x" * 90 + "\n" + "y" * 90 + "\nz")
    document = Document(
        "en", (source,), unreadable=(Unreadable(Span(source, 5, 100), "why"), Unreadable(Span(source, 0, 9), "why"))
    )
    long, short = encode([document])["versions"]["en"]["unreadable"]
    assert long == {"at": "1:6", "to": "2:10", "reason": "why"}
    assert short == {"at": "1:1", "text": "xxxxxxxxx", "reason": "why"}
    [back] = there_and_back(document)
    assert normal(back) == normal(document)
    assert [one.span.text.strip() for one in back.unreadable] == ["xxxx", "xxxxxxxxx"]


def test_spans_outside_their_item_keep_place_and_text() -> None:
    one, two = Source("a.md", "a heading\nand text"), Source("b.md", "other")
    document = Document(
        "en", (one, two), paragraphs=(Paragraph((Span(one, 0, 3), Span(two, 1, 4)), 0, 0, sample().paragraphs[0].kind),)
    )
    assert encode([document])["versions"]["en"]["paragraphs"][0]["pieces"] == ["1:1-1:4", "1:2-1:5@1"]
    assert normal(there_and_back(document)) == normal((document,))


def test_two_documents_in_one_language_are_refused() -> None:
    with pytest.raises(ValueError, match="one language"):
        encode([sample(), sample()])


def test_unknown_keys_are_ignored() -> None:
    data = encode([sample()])
    data["versions"]["fr"]["novelties"] = [{"at": "1:1"}]
    data["versions"]["fr"]["names"][0]["new"] = True
    assert normal(decoded(data)) == normal((sample(),))


def damaged(path: str, value: Any) -> dict[str, Any]:
    """The sample's data with one value replaced; a value of ``...`` removes it."""
    data = json.loads(json.dumps(encode([sample()])))
    at = data
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    for step in way:
        at = at[step]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("sources", None, "sources: expected `array`, got `null`"),
        ("sources/0", {"path": "a.md"}, "sources[0]: object missing required field `sha256`"),
        ("versions", [], "versions: expected `object`, got `array`"),
        ("versions", {"xx": {}}, "versions: 'xx' is no language"),
        ("versions/fr", [], "fr: expected `object`"),
        ("versions/fr/files", [3], "fr.files: each must be one of the sources, once"),
        ("versions/fr/files", [0, 0], "fr.files: each must be one of the sources, once"),
        ("versions/fr/files", [], "fr.headings[0].file: this version has no such file"),
        ("versions/fr/names", {}, "fr.names: expected `array`"),
        ("versions/fr/names/1", "Chine", "fr.names[1]: expected `object`"),
        ("versions/fr/names/1/at", "0:1", "fr.names[1].at: expected `str` of another form"),
        ("versions/fr/names/1/at", "12", "fr.names[1].at: expected `str` of another form"),
        ("versions/fr/names/1/at", "²:1", "fr.names[1].at: expected `str` of another form"),
        ("versions/fr/names/1/at", "9999999:1", "fr.names[1].at: no report has 9999999 lines"),
        ("versions/fr/names/1/at", "1:999999999", "too large"),
        ("versions/fr/names/1/text", 3, "fr.names[1].text: expected `str | null`, got `int`"),
        ("versions/fr/names/1/text", None, "fr.names[1].text: object missing required field"),
        ("versions/fr/amounts/0/text", "€141,6 milliards", "another text stands there"),
        ("versions/fr/names/1/file", 1, "fr.names[1].file: there is no source 1"),
        ("versions/fr/names/1/file", "0", "fr.names[1].file: expected `int`"),
        ("versions/fr/names/1/file", -1, "fr.names[1].file: expected `int` >= 0"),
        ("versions/fr/names/1/paragraph", "0", "fr.names[1].paragraph: expected `int`"),
        ("versions/fr/names/1/paragraph", 10**20, "fr.names[1].paragraph: expected `int` <= 10000000"),
        ("versions/fr/names/1/paragraph", 999, "fr.names[1].paragraph: there are 1 paragraphs"),
        ("versions/fr/names/1/paragraph", ..., "fr.names[1]: object missing required field `paragraph`"),
        ("versions/fr/headings/0/section", 10**20, "fr.headings[0].section: expected `int` <= 10000000"),
        ("versions/fr/headings/0/section", 9, "fr.headings[0].section: there are"),
        ("versions/fr/headings/0/level", -1, "fr.headings[0].level: expected `int` >= 0"),
        ("versions/fr/notes/0/label", "²", "fr.notes[0].label: a number is expected"),
        ("versions/fr/notes/0/body", [0, 999], "fr.notes[0]: body: [start, end]"),
        ("versions/fr/notes/0/body", [-1, 2], "fr.notes[0]: body: [start, end]"),
        ("versions/fr/notes/0/body", [1, 2, 3], "fr.notes[0].body: expected `array` of length 2"),
        ("versions/fr/notes/0/body", 0, "fr.notes[0]: body: [start, end]"),
        ("versions/fr/notes/0/form", "footnote", "fr.notes[0].form: invalid enum value 'footnote'"),
        ("versions/fr/notes/0/citations/0/kind", None, "citations[0].kind: expected `str`"),
        ("versions/fr/notes/0/citations/0/locator/ranges", [[1]], "locator.ranges[0]: expected `array` of length 2"),
        ("versions/fr/notes/0/citations/0/locator/ranges", [[1, 10**20]], "locator.ranges[0][1]: expected `int` <="),
        ("versions/fr/notes/0/citations/0", [], "citations[0]: expected `object`"),
        ("versions/fr/notes/0/citations", {}, "citations: expected `array`"),
        ("versions/fr/amounts/0/value", "many", "value: expected `str` of another form"),
        ("versions/fr/amounts/0/value", "NaN", "value: expected `str` of another form"),
        ("versions/fr/amounts/0/value", "1E+999999", "value: expected `str` of another form"),
        ("versions/fr/amounts/0/value", 3, "value: expected `str`, got `int`"),
        ("versions/fr/amounts/0/currency", "euro", "currency: expected `str` of another form"),
        ("versions/fr/amounts/0/approximate", 0, "approximate: expected `bool`, got `int`"),
        ("versions/fr/rates/0/value", "0", "fr.rates[0]: a rate above 0"),
        ("versions/fr/rates/0/day", "2023-02-31", "fr.rates[0]: a rate above 0 and a day of the calendar"),
        ("versions/fr/rates/0/day", "yesterday", "fr.rates[0].day: expected `str` of another form"),
        ("versions/fr/rates/0/year", 10**5, "fr.rates[0].year: expected `int` <= 9999"),
        ("versions/fr/paragraphs/0/index", 1, "fr.paragraphs[0].index: it must be 0"),
        ("versions/fr/paragraphs/0/pieces", [], "pieces: expected `array` of length >= 1"),
        ("versions/fr/paragraphs/0/pieces", [1], "pieces[0]: expected `str`"),
        ("versions/fr/paragraphs/0/pieces", ["3:4-3:1"], "ends before it begins"),
        ("versions/fr/paragraphs/0/pieces", ["3:4"], "pieces[0]: expected `str` of another form"),
        ("versions/fr/paragraphs/0/pieces", ["1:1-9999999:1"], "fr.paragraphs[0].at: no report has 9999999 lines"),
        ("versions/fr/bibliography_heading/at", 7, "fr.bibliography_heading.at: expected `str`"),
    ],
)
def test_damage_is_named(path: str, value: Any, says: str) -> None:
    with pytest.raises(Malformed) as caught:
        decoded(damaged(path, value))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_empty_document() -> None:
    source = Source("empty.md", "")
    document = Document("en", (source,), headings=(Heading(Span(source, 0, 0), 1, None, Span(source, 0, 0), 1),))
    assert normal(there_and_back(document)) == normal((document,))


def test_decimals_keep_their_digits() -> None:
    [back] = there_and_back(sample())
    assert str(back.amounts[0].precision) == str(Decimal("1E+8"))


def test_a_name_inside_other_fragments() -> None:
    source = Source("a.md", "one two three four")
    names = tuple(Name(Span(source, start, end), 0) for start, end in ((4, 7), (0, 13), (8, 18), (5, 6)))
    assert normal(there_and_back(Document("en", (source,), names=names))) == normal(
        (Document("en", (source,), names=names),)
    )


LETTERS = st.lists(st.sampled_from(["e", "e\u0301", "o\u0302\u0301", "\u0958\u0301", " ", "\n", "x"])).map("".join)


@settings(max_examples=tried(25, 400), deadline=None)
@given(LETTERS, st.data())
def test_columns_are_those_of_a_file_with_accents_apart(written: str, data: st.DataObject) -> None:
    text, composed = composed_text(written)
    source = Source("apart.md", text, composed=composed)
    offsets = data.draw(st.lists(st.integers(0, len(text)).map(lambda at: (at, min(at + 3, len(text)))), max_size=4))
    names = tuple(Name(Span(source, start, end), 0) for start, end in offsets)
    [back] = there_and_back(Document("en", (source,), names=names))
    for name, again in zip(names, back.names, strict=True):
        assert again.span.text == name.span.text
        assert (again.span.line, again.span.column) == (name.span.line, name.span.column)
        assert (again.span.end_line, again.span.end_column) == (name.span.end_line, name.span.end_column)


def test_a_far_line_costs_nothing() -> None:
    data = encode([sample()])
    data["versions"]["fr"]["names"][1]["at"] = "4999999:1"
    [back] = decoded(data)
    assert back.names[1].span.line == 4_999_999
    assert back.names[1].span.text == "Čapek"
    assert len(back.sources[0].text) < 10_000
