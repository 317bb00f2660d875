"""Calls of notes where no note was read: said, and not passed over."""

from __future__ import annotations

import pytest

from tests.parse.texts import document


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("One.[\\[1\\]](#_footnote-1) Two.", "[\\[1\\]](#_footnote-1)"),
        ("One.[a](\\#endnote\\-ref\\-7) Two.", "[a](\\#endnote\\-ref\\-7)"),
        ("One.[[1]](#quux-1) Two.", "[[1]](#quux-1)"),
        ("One, 2019. [↑](#quux-ref-1)", "[↑](#quux-ref-1)"),
        ('One.<a id="x" href="#sdendnote1sym">i</a> Two.', '<a id="x" href="#sdendnote1sym"'),
        ("One.<sup>1</sup> Two.<sup>2</sup>", "<sup>1</sup>"),
        ("One.[^a] Two.", "[^a]"),
    ],
)
def test_calls_without_any_note_are_said_to_be_unreadable(text: str, call: str) -> None:
    made = document(f"# A\n\n{text}\n")
    assert made.notes == ()
    assert [(one.span.text, one.reason) for one in made.unreadable] == [(call, "notes-unread")]


@pytest.mark.parametrize(
    "text",
    [
        "One.<sup>1</sup>\n\n<sup>1</sup> Doe, 2019.\n\nSee [2](#fn2).",
        "A plot of 5 m<sup>2</sup>, and an area of a<sup>3</sup>.",
        "See [the figure](#figure-1), [2](https://x.org/#note-2) and [our notes](#notes-on-method).",
        "As it is known [1](#ref-1).\n\n## References\n\n1. Doe, J. (2019). *Ships*. London: Quay.",
        "As it is known ([Doe 2019](#ref-doe2019)).",
    ],
)
def test_what_calls_no_note_is_not_said_to_be_unreadable(text: str) -> None:
    assert document(f"# A\n\n{text}\n").unreadable == ()
