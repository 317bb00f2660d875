"""The report for a person: what it says, and what it never passes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from citecheck.model.citations import Citations
from citecheck.model.document import Unreadable
from citecheck.model.finding import Edit, Finding, Fix, Place, State
from citecheck.model.source import Source, Span
from citecheck.report.brief import MANY
from citecheck.report.coverage import coverage_line
from citecheck.report.findings.html import html_report
from citecheck.report.findings.markdown import markdown_report
from citecheck.report.findings.quoting import LONGEST
from citecheck.report.findings.text import AGAIN, CASES, text_report
from tests.parse.texts import document as written
from tests.report.samples import LOCATOR, report

SNAPSHOTS = Path(__file__).parent / "snapshots"


def only(found: Finding, width: int = 100, **others: bool) -> list[str]:
    """The lines that a report with this one finding begins with."""
    return text_report(replace(report(), findings=(found,)), width=width, **others).splitlines()


def locator(span: Span, **places: tuple[Place, ...]) -> Finding:
    return LOCATOR.finding(Place(span, "fr"), "space", subject="", written="a", right="b", **places)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("text.en.txt", {}),
        ("text.fr.txt", {"ui": "fr"}),
        ("text.verbose.txt", {"verbose": True}),
        ("text.color.txt", {"color": True}),
    ],
)
def test_the_report_reads_as_in_the_snapshot(name: str, options: dict[str, object]) -> None:
    assert text_report(report(), width=80, **options) == (SNAPSHOTS / name).read_text(encoding="utf-8")  # type: ignore[arg-type]


def test_a_finding_in_a_note_stands_below_the_heading_that_it_is_called_below() -> None:
    text = (
        "# Ships\n\n## One\n\nA sentence.<sup>1</sup> Another.<sup>2</sup>\n\n## Two\n\nA third.<sup>3</sup><sup>5</sup>\n\n"
        "## Sources\n\n<sup>1</sup> Doe, 2019, p.1.\n\n<sup>2</sup> Doe, 2019, p.2.\n\n<sup>3</sup> Doe, 2019, p.3.\n\n"
        "<sup>9</sup> Doe, 2019, p.9.\n"
    )
    document = written(text, lang="en")
    found = [
        LOCATOR.finding(Place.of(thing, "en"), "space", subject="", written=thing.span.text[-1], right="")
        for thing in (*document.markers[3:], *document.notes)
    ]
    made = replace(report(clean=True), versions=(Citations(document),), findings=tuple(found))
    lines = text_report(made, sort="document").splitlines()
    heads = [line.partition(" · ")[2] for line in lines if line.startswith("English")]
    assert heads == ["One", "Two", "Sources"]
    numbers = [re.findall(r"note (\d)", line)[0] for line in lines if "PAG001  note" in line]
    assert numbers == ["1", "2", "5", "3", "9"]


def test_a_clean_report_says_so_and_what_was_covered() -> None:
    lines = text_report(report(clean=True)).splitlines()
    assert lines[0] == "Nothing found."
    assert lines[-1] == coverage_line(report(clean=True), "en")


@pytest.mark.parametrize(
    ("ui", "said"), [("en", "this looks like the call of a note"), ("fr", "ceci ressemble à un appel de note")]
)
@pytest.mark.parametrize("writer", [text_report, html_report, markdown_report])
def test_every_report_says_that_no_note_could_be_read(writer: Callable[..., str], ui: str, said: str) -> None:
    unread = Unreadable(report().findings[0].place.span, "notes-unread")
    assert said in writer(replace(report(clean=True), unreadable=(unread,)), ui=ui)


@pytest.mark.parametrize(
    ("ui", "line"),
    [
        (
            "en",
            "2 versions · 3 notes · 2 entries · 3 citations (2 resolved) · 2 links not tried (offline)"
            " · 3 rules run, 1 skipped (needs the source file)",
        ),
        (
            "fr",
            "2 versions · 3 notes · 2 entrées · 3 citations (2 résolues) · 2 liens non essayés (hors ligne)"
            " · 3 règles exécutées, 1 non exécutée (demande le fichier source)",
        ),
    ],
)
def test_the_last_line_says_what_was_covered(ui: str, line: str) -> None:
    assert text_report(report(), ui=ui, width=40).splitlines()[-1] == line


@pytest.mark.parametrize("color", [False, True])
def test_nothing_that_is_quoted_steers_a_terminal(color: bool) -> None:
    text = text_report(report(), color=color, verbose=True)
    own = re.sub(r"\x1b\[[0-9;]*m", "", text) if color else text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", own)


def test_without_colour_there_is_no_escape() -> None:
    assert "\x1b" not in text_report(report())


def test_the_quotation_stays_within_the_paragraph_and_some_forty_characters() -> None:
    text = "Another paragraph.\n\n" + "left " * 30 + "HERE" + " right" * 30 + "\n\nA third one."
    start = text.index("HERE")
    quoted, marks = only(locator(Span(Source("a.md", text), start, start + 4)), width=200)[3:5]
    assert quoted.strip() == "…" + "left " * 7 + "HERE" + " right" * 6 + "…"
    assert quoted[marks.index("^") : marks.rindex("^") + 1] == "HERE"


@pytest.mark.parametrize("lead", ["2. ", "- ", "<sup>2</sup> ", "[2] ", "[^b]: ", "## "])
def test_the_quotation_stays_within_the_item_of_a_list(lead: str) -> None:
    text = f"{lead}One.\n{lead}Two\n   HERE and\n   there.\n{lead}Three.\n"
    start = text.index("HERE")
    assert only(locator(Span(Source("a.md", text), start, start + 4)))[3] == f"      {lead}Two HERE and there."


def test_the_spot_is_underlined_below_wide_characters() -> None:
    text = "漢字 ici là."
    start = text.index("ici")
    quoted, marks = only(locator(Span(Source("a.md", text), start, start + 3)))[3:5]
    assert quoted == "      漢字 ici là."
    assert marks == " " * (6 + 5) + "^^^"


def test_a_long_span_is_quoted_without_its_middle() -> None:
    text = "start " + "x " * 500 + "end"
    quoted = only(locator(Span(Source("a.md", text), 0, len(text))), width=1000)[3]
    assert quoted.strip().startswith("start x")
    assert quoted.strip().endswith("x end")
    assert len(quoted.strip()) <= LONGEST


def test_an_empty_span_is_underlined_too() -> None:
    lines = only(locator(Span(Source("a.md", "ab cd"), 2, 2)))
    assert lines[3:5] == ["      ab cd", "        ^"]


def test_a_sparse_source_is_quoted_without_what_stands_around() -> None:
    text = text_report(report(sparse=True), width=80)
    assert "      p.4\n      ^^^\n" in text
    assert "Durand, 2019, p.4" not in text


def test_messages_are_wrapped_and_positions_are_not() -> None:
    long = replace(report(), findings=report().findings[1:2])
    lines = text_report(long, width=40).splitlines()
    assert lines[3] == "  ✖ error CIT001  French note 2  report/sample.md:8:28"
    assert lines[4:6] == ["    Petit, 2020 is cited in notes 2, 40", "    and 41 but has no entry."]


def test_many_places_are_counted_unless_all_are_wanted() -> None:
    at = Source("a.md", "line\n" * 40)
    places = tuple(Place(Span(at, 5 * line, 5 * line + 4), "fr") for line in range(1, MANY + 9))
    found = replace(locator(Span(at, 0, 4)), related=places)
    assert "    also: lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 13; 8 more" in only(found, 200)
    everything = only(found, 200, verbose=True)
    assert any(line.endswith(", 20 and 21") for line in everything)
    assert "      21:1" in everything


def test_a_place_with_the_number_of_the_finding_is_told_by_its_line() -> None:
    at = Source("a.md", "one\ntwo\n")
    places = Place(Span(at, 0, 3), "fr", "5", "5"), Place(Span(at, 4, 7), "fr", "5", "5")
    found = replace(locator(places[0].span), place=places[0], related=places[1:])
    assert "    also: line 2" in only(found)
    assert "    also: line 1:3" in only(replace(found, related=(replace(places[0], span=Span(at, 2, 3)),)))


def test_many_edits_are_counted_unless_all_are_wanted() -> None:
    at = Source("a.md", "12345")
    edits = tuple(Edit(Span(at, start, start + 1), "x") for start in range(5))
    found = replace(locator(Span(at, 0, 1)), fix=Fix(edits))
    assert "    fix: “1” → “x”; “2” → “x”; “3” → “x”; 2 more" in only(found)
    assert any("“5” → “x”" in line for line in only(found, verbose=True))


def test_a_label_is_shown_with_the_number_it_is_printed_as() -> None:
    place = Place(Span(Source("a.md", "x"), 0, 1), "fr", "3", "3", "kania")
    assert "note 3 [^kania]" in only(replace(locator(place.span), place=place))[1]


def test_what_was_known_before_is_said() -> None:
    found = locator(Span(Source("a.md", "x"), 0, 1))
    assert only(replace(found, state=State.BASELINED), verbose=True)[1].endswith("(known)")
    assert only(replace(found, state=State.WAIVED, waiver="as printed"))[1].endswith("(waived: as printed)")
    assert only(replace(found, state=State.WAIVED, waiver=""))[1].endswith("(waived)")


def test_what_is_waived_is_counted_apart() -> None:
    waived = tuple(replace(found, state=State.WAIVED, waiver="") for found in report().findings)
    text = text_report(replace(report(), findings=waived), verbose=True)
    assert "\nSummary: 0 errors, 0 warnings, 0 info (1 error, 3 warnings, 1 info waived)\n" in text
    assert re.search(r"(?m)^  CIT001 missing-entry +0 \(1 waived\)$", text)
    some = text_report(replace(report(), findings=(*waived[:1], *report().findings[1:])), ui="fr")
    assert re.search(r"(?m)^Bilan\xa0: .* \(admis par dérogation\xa0: .*\)$", some)


# Problems.


def twins() -> tuple[Finding, ...]:
    """A finding of each version, that say the same."""
    first, second = (found for found in report().findings if found.code == "PAG001")
    english = replace(second.place, lang="en")
    return replace(first, twin=first.fingerprint), replace(second, place=english, twin=first.fingerprint)


def test_what_both_versions_have_is_told_once_with_the_places_of_both() -> None:
    text = text_report(replace(report(), findings=twins()), width=90)
    assert text.count("PAG001  French note 1") == 1
    assert "    likewise: English entry 1  12:33  Durand, 2019: “a” lacks a space.\n" in text
    assert "\nSummary: 0 errors, 1 warning, 0 info\n2 findings; what both versions have" in text
    same = tuple(replace(found, values=(("written", "a"), ("right", "b"))) for found in twins())
    assert "    likewise: English entry 1  12:33\n" in text_report(replace(report(), findings=same))


def test_a_habit_is_told_once_with_its_cases_and_what_differs_in_them() -> None:
    [style] = (found for found in report().findings if found.code == "STY003")
    cases = [replace(style, values=(("word", word),), fingerprint=word) for word in ("one", "two", "three")]
    text = text_report(replace(report(), findings=tuple(cases)))
    assert "\nRecurring (1)\n" in "\n" + text
    assert "  ● info STY003  Mixed note ending, 3 times  English text  report/sample.md:16:45\n" in text
    assert "    the same elsewhere:\n      16:45  English text  two\n" in text
    assert "Summary: 0 errors, 0 warnings, 1 info\n" in text
    assert "\nBy rule: STY003 3\n" in text
    document = text_report(replace(report(), findings=tuple(cases)), sort="document")
    assert "Recurring (1)\n" in document


def test_cases_that_are_too_many_are_counted() -> None:
    [style] = (found for found in report().findings if found.code == "STY003")
    cases = [replace(style, values=(("word", f"w{at}"),), fingerprint=str(at)) for at in range(CASES + 4)]
    made = replace(report(), findings=tuple(cases))
    assert "      4 more (--verbose lists them)\n" in text_report(made)
    assert "w33\n" in text_report(made, verbose=True)


def test_the_worst_comes_first_or_what_stands_first() -> None:
    by_severity = text_report(report())
    assert re.findall(r"(?m)^(\w+) \(\d\)$", by_severity) == ["Errors", "Warnings", "Info"]
    assert re.findall(r"(?m)^  [✖▲●] \w+ (\w+)", by_severity) == ["CIT001", "PAG001", "PAG001", "CIT003", "STY003"]
    document = text_report(report(), sort="document")
    assert document.startswith("Not ready: 1 problem that misleads the reader\n\nFrench · 1 Un début\n")
    assert re.findall(r"(?m)^  [✖▲●] \w+ (\w+)", document) == ["PAG001", "CIT001", "PAG001", "STY003", "CIT003"]


def test_the_errors_of_a_long_report_stand_once_more_at_its_end() -> None:
    [error] = (found for found in report().findings if found.code == "CIT001")
    assert "once more" not in text_report(report())
    many = [replace(error, subject=str(at), fingerprint=str(at)) for at in range(AGAIN + 2)]
    lines = text_report(replace(report(), findings=tuple(many)), width=60).splitlines()
    at = lines.index("The errors once more:")
    again = lines[at + 1 : at + 1 + AGAIN]
    assert all(line.startswith("  8:28 CIT001 French note 2: ") for line in again)
    assert all(len(line) <= 60 for line in again)
    assert lines[at + 1 + AGAIN] == "  2 more"
    assert lines[at + 3 + AGAIN].startswith("Summary: ")


@pytest.mark.parametrize(("since", "said"), [("main", "Since main: "), (None, "Against the baseline: ")])
def test_what_is_known_is_one_line_unless_all_is_wanted(since: str | None, said: str) -> None:
    first, *others = report().findings
    made = replace(report(), findings=(first, *(replace(one, state=State.BASELINED) for one in others)), since=since)
    text = text_report(made)
    assert re.search(rf"(?m)^{said}1 new, 0 fixed, 4 .*\(--verbose lists them\)$", text)
    assert "Summary: 0 errors, 1 warning, 0 info (1 error, 2 warnings, 1 info known)\n" in text
    assert len(re.findall("(?m)^  [✖▲●]", text)) == 1
    everything = text_report(made, verbose=True)
    assert len(re.findall("(?m)^  [✖▲●]", everything)) == 5
    assert "(--verbose" not in everything
