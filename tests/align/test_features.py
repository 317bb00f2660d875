"""What a translation keeps of a text, each at its place."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from citecheck.align.features import Positions, amount_key, anchors, shared
from citecheck.model.citations import Citations
from citecheck.model.document import Amount, BlockKind, Bracket, Document, Figure, Name, Paragraph
from citecheck.model.reference import Citation, CitationKind
from citecheck.model.source import Source, Span

SOURCE = Source("a.md", "Près de l’Elbe, 40 quais (Doe, 2020).\n\nLe port a coûté 3 000 €.")


def span(words: str) -> Span:
    start = SOURCE.text.index(words)
    return Span(SOURCE, start, start + len(words))


FIRST = Paragraph((span("Près de l’Elbe, 40 "), span("quais (Doe, 2020).")), 1, 0, BlockKind.PROSE)
SECOND = Paragraph((span("Le port a coûté 3 000 €."),), 1, 1, BlockKind.PROSE)
AMOUNT = Amount(span("3 000 €"), Decimal("3000"), "EUR", Decimal(1), "3 000", paragraph=1)
BRACKET = Bracket(span("(Doe, 2020)"), 0, (Citation(span("Doe, 2020"), CitationKind.SHORT, year="2020"),))
VERSION = Citations(
    Document(
        "fr",
        (SOURCE,),
        paragraphs=(FIRST, SECOND),
        names=(Name(span("l’Elbe"), 0),),
        figures=(Figure(span("40"), Decimal("40.0"), None, 0),),
        amounts=(AMOUNT, replace(AMOUNT, paragraph=None)),
        brackets=(BRACKET,),
    )
)


def test_positions_go_on_from_paragraph_to_paragraph() -> None:
    positions = Positions.of(VERSION)
    assert positions.starts == (0, 38)
    assert positions.length == 63
    assert positions.place(1, 5) == 43
    assert positions.place(2, 5) == positions.length, "behind the last paragraph, as a note that nothing calls"


def test_anchors_are_in_the_order_of_the_text_whatever_they_are() -> None:
    made = anchors(VERSION, Positions.of(VERSION))
    assert [(anchor.key, anchor.at) for anchor in made] == [
        ("n:elbe", 8),
        ("f:4E+1", 16),
        ("b:2020", 25),
        ("a:3E+3:EUR", 54),
    ]


def test_what_stands_in_no_paragraph_is_no_anchor() -> None:
    alone = Citations(replace(VERSION.document, paragraphs=()))
    assert anchors(alone, Positions.of(alone)) == ()


def test_an_amount_is_the_same_however_it_is_written() -> None:
    other = replace(AMOUNT, value=Decimal("3.000E+3"), written="3,000")
    assert amount_key(other) == amount_key(AMOUNT)
    assert amount_key(replace(AMOUNT, currency="USD")) != amount_key(AMOUNT)


def test_shared_features_are_counted_from_the_poorer_side() -> None:
    assert shared(frozenset("abcdefgh"), frozenset("ab")) == 1
    assert shared(frozenset(), frozenset("ab")) == 0
