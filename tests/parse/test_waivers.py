"""Waivers in the text: what they say, and that no other stage of the parser sees them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck import pipeline
from citecheck.model.document import Document
from citecheck.model.job import Job
from citecheck.model.source import Source, Span
from citecheck.model.waiver import Reach, Waiver
from citecheck.parse.waivers import find_waivers
from citecheck.read.comments import without_comments

CORPUS = Path(__file__).parents[1] / "corpus" / "clean"


def waivers(text: str) -> list[Waiver]:
    blank, comments = without_comments(text)
    return list(find_waivers(Span(Source("a.md", blank, comments=comments), 0, len(text))))


def said(text: str) -> list[tuple[str, Reach, str, str, str]]:
    return [(one.rule, one.reach, one.until, one.reason, one.problem) for one in waivers(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- citecheck: ignore CIT002 cited in print -->", [("CIT002", Reach.BLOCK, "", "cited in print", "")]),
        ("<!-- citecheck: ignore-file STY its style -->", [("STY", Reach.FILE, "", "its style", "")]),
        (
            "<!-- citecheck: ignore CIT002, uncited-entry : both -->",
            [("CIT002", Reach.BLOCK, "", "both", ""), ("uncited-entry", Reach.BLOCK, "", "both", "")],
        ),
        (
            "<!-- citecheck:\n  ignore CIT002 until=2027-01-31\n  two\n  lines\n-->",
            [("CIT002", Reach.BLOCK, "2027-01-31", "two lines", "")],
        ),
        ("<!-- citecheck: ignore CIT002 until: '2027-01-31' – x -->", [("CIT002", Reach.BLOCK, "2027-01-31", "x", "")]),
        (
            "<!-- citecheck: ignore CIT002 until the printer answers -->",
            [("CIT002", Reach.BLOCK, "", "until the printer answers", "")],
        ),
        ("<!-- citecheck: ignore CIT002 -->", [("CIT002", Reach.BLOCK, "", "", "reason")]),
        ("<!-- citecheck: ignore CIT002, CIT002 x -->", [("CIT002", Reach.BLOCK, "", "x", "")]),
        ("<!-- citecheck: ignroe CIT002 x -->", [("", Reach.REPORT, "", "", "word")]),
        ("<!-- citecheck: -->", [("", Reach.REPORT, "", "", "word")]),
        ("<!-- citecheck: ignore -->", [("", Reach.REPORT, "", "", "rule")]),
        ("<!-- citecheck: ignore 12 x -->", [("", Reach.REPORT, "", "", "rule")]),
        ("<!-- citecheck: ignore CIT002 until=2027-02-31 x -->", [("", Reach.REPORT, "", "", "day")]),
        ("<!-- citecheck: ignore CIT002 until 2027 x -->", [("", Reach.REPORT, "", "", "day")]),
        ("<!-- citecheck: ignore CIT002 x", [("", Reach.REPORT, "", "", "open")]),
    ],
)
def test_what_a_comment_says(text: str, found: list[tuple[str, Reach, str, str, str]]) -> None:
    assert said(text) == found


def test_a_waiver_knows_where_it_stands() -> None:
    comment = "<!-- citecheck: ignore CIT002 x -->"
    [waiver] = waivers(f"Text\n\n{comment}\n")
    assert (waiver.span.line, waiver.span.column, waiver.written) == (3, 1, comment)


WORDS = st.sampled_from(
    ["ignore", "ignore-file", "CIT002", ",", " ", "until", "=", "2027-01-31", "-", "x", "\n", "é", "12"]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=15).map("".join))
def test_every_comment_is_a_waiver_or_says_what_is_wrong(words: str) -> None:
    found = waivers(f"<!-- citecheck:{words}-->")
    assert found
    assert all(bool(one.rule) != (one.problem not in ("", "reason")) for one in found)


def facts(document: Document) -> list[tuple[str, ...]]:
    """What was read of a document, without places and white space."""

    def flat(span: Span) -> str:
        return " ".join(span.text.split())

    notes = [("note", one.note_id, flat(one.body), str(len(one.citations))) for one in document.notes]
    entries = [("entry", one.entry_id, flat(one.body)) for one in document.entries]
    markers = [("marker", one.note_id, str(one.paragraph), str(one.section)) for one in document.markers]
    headings = [("heading", one.title) for one in document.headings]
    paragraphs = [("paragraph", *(flat(piece) for piece in one.pieces)) for one in document.paragraphs]
    urls = [("url", one.target) for one in document.urls]
    return [*notes, *entries, *markers, *headings, *paragraphs, *urls]


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.md")), ids=lambda file: file.name)
@pytest.mark.parametrize("between", ["\n\n{}\n", "\n{}\n\n", "\n\n{}\n\n"], ids=["before", "after", "apart"])
def test_comments_do_not_disturb_the_parser(file: Path, between: str) -> None:
    text = file.read_text(encoding="utf-8")
    comment = "<!-- citecheck: ignore CIT002 see https://example.org/a, Doe, 2020, p. 4 -->"
    commented = text.replace("\n\n", between.format(comment))
    plain, told = (pipeline.load(Job(paths=("-",), stdin=one.encode())) for one in (text, commented))
    assert [facts(one) for one in told] == [facts(one) for one in plain]
    assert sum(len(one.waivers) for one in told) == text.count("\n\n")
