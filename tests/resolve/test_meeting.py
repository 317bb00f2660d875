"""Meeting notes and brackets: the order in which a reader does."""

from __future__ import annotations

from citecheck.resolve.meeting import reading_order, same_run
from tests.parse.texts import document


def test_notes_are_met_where_they_are_called() -> None:
    text = "One (Doe, 2001).[^b] Two (Roe, 2003).[^a]\n\n[^a]: Low, 2005, p. 4.\n\n[^b]: Fenn, 2007, p. 6.\n"
    met = [thing.citations[0].authors[0].family for thing in reading_order(document(text))]
    assert met == ["Doe", "Fenn", "Roe", "Low"]


def test_notes_that_begin_anew_are_of_another_run() -> None:
    chapters = "".join(
        f"# {at}. A\n\nOne.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>1</sup> Doe, 2001.\n\n<sup>2</sup> Roe, 2003.\n\n"
        for at in (1, 2)
    )
    first, second, third, _ = document(chapters).notes
    assert same_run(first, second)
    assert not same_run(second, third)
