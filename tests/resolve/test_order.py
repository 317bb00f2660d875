"""The order in which a reader meets citations: where notes are called and where brackets stand."""

from __future__ import annotations

from citecheck.model.document import Note
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from citecheck.resolve.order import reading_order

TEXT = """It closed (Doe, 2019) and opened.<sup>1</sup> It closed again (Roe, 2020).<sup>2</sup>

<sup>1</sup> Low, 2021

<sup>2</sup> Poe, 2022
"""


def test_brackets_and_notes_take_turns() -> None:
    document = parse(Version("en", (Span(Source("a.md", TEXT), 0, len(TEXT)),)))
    met = [thing.number if isinstance(thing, Note) else thing.span.text for thing in reading_order(document)]
    assert met == ["(Doe, 2019)", "1", "(Roe, 2020)", "2"]
