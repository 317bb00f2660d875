"""Passages between the notes that stand against each other."""

from __future__ import annotations

from citecheck.checks.bilingual.passages import Calls, Passages, Text, passages
from citecheck.model.alignment import Stretch
from citecheck.model.document import BlockKind, Document, Paragraph
from citecheck.model.source import Source, Span
from tests.checks.reading import aligned, cited

FRENCH = """# 1. Le port

Le port a 40 quais<sup>1</sup>. Il en avait 12 en 1950<sup>2</sup>, dit-on.

<sup>1</sup> Doe, 2019, p. 4

<sup>2</sup> Roe, 2018, p. 9
"""
ENGLISH = """# 1. The port

The port has 40 quays.<sup>1</sup> It had 12 of them in 1950,<sup>2</sup> they say.

<sup>1</sup> Doe, 2019, p. 4

<sup>2</sup> Roe, 2018, p. 9
"""


def test_what_lies_between_the_same_notes_is_one_passage() -> None:
    alignment = aligned(FRENCH, ENGLISH)
    (cut,) = (one for one in passages(alignment) if one.cuts)
    assert len(cut.cuts) == 2
    for version, left in ((alignment.left, True), (alignment.right, False)):
        text = Text.of(version)
        figures = {one.span.text: text.spot(one.paragraph, one.span) for one in version.document.figures}
        assert cut.number(figures["40"], left) == 0
        assert cut.number(figures["12"], left) == 1
        assert 1 in cut.sections(left)


def test_passage_0_ends_at_the_first_cut() -> None:
    made = Passages(Stretch(range(1), range(1)), (((0, 10), (0, 12)), ((2, 5), (1, 7))))
    assert [made.number(spot, True) for spot in ((0, 9), (0, 10), (2, 4), (3, 0))] == [0, 1, 1, 2]
    assert [made.number(spot, False) for spot in ((0, 11), (1, 6), (1, 7))] == [0, 1, 2]


def test_a_spot_counts_through_the_pieces_of_a_paragraph() -> None:
    source = Source("a.md", "first half\n\nsecond half")
    pieces = Span(source, 0, 10), Span(source, 12, 23)
    paragraph = Paragraph(pieces, 3, 0, BlockKind.PROSE)
    version = cited("")
    text = Text.of(type(version)(Document("en", (source,), paragraphs=(paragraph,))))
    assert text.spot(0, Span(source, 12, 18)) == (0, 10)
    assert text.spot(7, Span(source, 12, 18)) == (7, 0)
    things = [(0, Span(source, 0, 5), "a"), (None, Span(source, 0, 5), "b"), (9, Span(source, 0, 5), "c")]
    assert text.by_section(things) == {3: [((0, 0), "a")]}


def test_the_note_that_sources_a_place_is_the_next_one_or_the_last() -> None:
    version = cited(FRENCH, "fr")
    calls = Calls.of(version)
    (paragraph,) = (one for one in version.document.paragraphs if len(calls.keys(one.index, one.span)) == 1)
    first, last = paragraph.span.part(0, 2), paragraph.span.part(len(paragraph.span.text) - 3, len(paragraph.span.text))
    assert calls.keys(paragraph.index, first) == ["fr:number:/1"]
    assert calls.keys(paragraph.index, last) == ["fr:number:/2"]
    assert calls.keys(None, first) == []
