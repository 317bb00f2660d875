"""The report for a pull request: what is in it, that it is short, and that it is text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from citecheck.model.finding import Place, State
from citecheck.model.report import Report
from citecheck.model.source import Source, Span
from citecheck.report.findings.markdown import LONGEST, SUMMARY, escaped, markdown_report
from citecheck.report.json import HELP
from citecheck.report.problems import problems
from tests.report.hostile import ANY, large, reports
from tests.report.hostile import texts as hostile_texts
from tests.report.samples import RULES, judged_report, report
from tests.tried import only_thorough, tried


def tokens(text: str) -> Iterator[Token]:
    """Every token of a text, those within lines too."""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


def rows(text: str) -> int:
    """How many items with a box there are."""
    return sum(token.type == "inline" and token.content[:4] in ("[ ] ", "[x] ") for token in tokens(text))


@settings(max_examples=tried(10), deadline=None)
@given(made=reports())
def test_every_problem_is_an_item_and_nothing_is_forged(made: Report) -> None:
    text = markdown_report(made)
    assert rows(text) == len(problems(made.findings))
    found = list(tokens(text))
    types = {token.type for token in found}
    assert not types & {
        "image",
        "html_inline",
        "html_block",
        "fence",
        "code_block",
        "hr",
        "s_open",
        "strong_open",
    }
    assert not types & {"blockquote_open", "ordered_list_open", "hardbreak", "softbreak"}
    assert all(re.match(r"\w+:/|www\.", token.content) for token in found if token.type == "code_inline")
    links = [token.attrs["href"] for token in found if token.type == "link_open"]
    assert all(str(link).startswith(HELP) for link in links)
    assert not types & {"table_open"}
    # What services would link and notify by looking at the shown text.
    shown = "".join(token.content if token.type == "text" else "\n" for token in found)
    assert not re.search(r"@\w|#\d|!\d|://|www\.\w|:\w+:", shown.replace(HELP, ""))


@given(text=hostile_texts)
def test_an_escaped_text_shows_as_it_is(text: str) -> None:
    shown = "".join(token.content for token in tokens(f"x {escaped(text)}") if not token.children)
    assert "\n" not in shown
    letters = [char for char in text if char.isascii() and char.isalnum()]
    assert letters == [char for char in shown[1:] if char.isascii() and char.isalnum()] or "<U+" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b `c` *d* _e_", r"a\|b \`c\` \*d\* \_e\_"),
        ("<b>&amp;", "&lt;b&gt;&amp;&#8203;amp;"),
        ("@doe a@b", "@&#8203;doe a@&#8203;b"),
        ("p. 4 – 12:30, #12", "p. 4 – 12:30, #&#8203;12"),
        ("https://a.org/b_c?d=e&f, www.a.org.", "`https://a.org/b_c?d=e&f`, `www.a.org`."),
        ("a :// b", "a :&#8203;// b"),
        (":a: 1:2:3", ":&#8203;a: 1:&#8203;2:3"),
        ("1. a", r"1\. a"),
        ("- a - b", r"\- a - b"),
        ("a\nb\tc", "a b c"),
        ("  a ", "a"),
    ],
)
def test_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize("length", [1, 2, 5, 8, 50])
@pytest.mark.parametrize("text", ["@a" * 50, "a" * 50, "|" * 50, "a" * 5000, "\u202e" * 50])
def test_an_escaped_text_is_no_longer_than_it_may_be(text: str, length: int) -> None:
    made = escaped(text, length)
    assert len(made) <= length
    assert made.endswith("…") == (len(escaped(text, 100_000)) > length)


@pytest.mark.parametrize(
    "text",
    ["@|" * 1000, pytest.param("x", marks=only_thorough), pytest.param("\u202e|" * 400, marks=only_thorough)],
)
@pytest.mark.parametrize("longest", [LONGEST, SUMMARY])
def test_it_is_short_whatever_there_is_to_say(text: str, longest: int) -> None:
    made = markdown_report(large(6000, text), longest=longest)
    assert longest * 0.8 < len(made) < longest
    [count] = re.findall(r"(\d+) more are left out here", made)
    assert int(count) + rows(made) == 6000


@only_thorough
def test_it_is_short_where_everything_is_much() -> None:
    base = report()
    made = replace(
        base,
        crashes=base.crashes * 2000,
        unreadable=base.unreadable * 5000,
        findings=large(6000, "@").findings,
        rules={**RULES, ANY.code: ANY},
        fixed=base.findings * 500,
        abstained=base.abstained * 3000,
    )
    text = markdown_report(made)
    assert len(text) < LONGEST
    assert len(re.findall(r"more are left out here", text)) == 4


def test_errors_come_first_and_notes_by_number() -> None:
    at = Source("a.md", "x" * 40)
    numbers = ["10", "9", "3/12", "3/2", "x", None]
    found = [
        ANY.finding(Place(Span(at, start, start + 1), "fr", number), "any", subject="", word=str(number))
        for start, number in enumerate(numbers)
    ]
    entry = ANY.finding(Place(Span(at, 0, 1), "fr", entry="2", entry_id="2"), "any", subject="", word="")
    made = replace(report(), findings=(*report().findings, entry, *found), rules={**RULES, ANY.code: ANY})
    text = markdown_report(made)
    assert re.findall(r"(?m)^- \[ \] NUM001 (note \S+|entry \S+|a\S+)", text) == [
        "note 3/2", "note 3/12", "note 9", "note 10", "note x", "entry 2", "a.md:1",
    ]  # fmt: skip
    headings = re.findall(r"(?m)^### (.*) \(", text)
    assert headings[:4] == ["Rules that failed", "Errors · French", "Warnings · French", "Warnings · English"]


def test_waived_and_known_findings_stand_apart() -> None:
    text = markdown_report(judged_report())
    apart = text[text.index("### Waived or known") :]
    assert r"(waived: as \| printed)" in apart
    assert "(likely, known)" in apart


def test_what_is_waived_is_counted_apart() -> None:
    waived = tuple(replace(found, state=State.WAIVED, waiver="") for found in report().findings)
    text = markdown_report(replace(report(), findings=waived))
    assert text.startswith("## citecheck: 0 errors, 0 warnings, 0 info (1 error, 3 warnings, 1 info waived)\n")
    assert "missing-entry: 0 (1 waived)\n" in text
    assert "(waived)" in text


def test_a_clean_report_says_so_and_what_was_covered() -> None:
    text = markdown_report(report(clean=True))
    assert text.startswith("## citecheck: Nothing found.\n")
    assert "2 versions · 3 notes" in text


def test_a_box_names_all_places_of_its_problem() -> None:
    one = report().findings[0]
    places = tuple(replace(one.place, note=str(number), note_id=str(number)) for number in range(50, 75))
    row = next(
        line
        for line in markdown_report(replace(report(), findings=(replace(one, related=places),))).splitlines()
        if "[ ]" in line
    )
    assert "notes 50, 51," in row
    assert "and 74" in row
