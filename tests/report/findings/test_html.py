"""The page as it is written: what it holds, and what it never lets through. `test_page` drives it in a browser."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck import __version__
from citecheck.model.evidence import Crash
from citecheck.model.finding import Finding, Place, Severity, State
from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.model.source import Source, Span
from citecheck.report.findings.html import html_report
from citecheck.report.voice import name_of
from tests.report.audited import HOSTILE, audited
from tests.report.samples import LOCATOR, TEXT, report
from tests.tried import tried

SNAPSHOTS = Path(__file__).parent / "snapshots"


class Tags(HTMLParser):
    """The tags of a page, its texts, and its data."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.data = ""
        self._in_data = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self._in_data = ("id", "data") in attrs

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data += data
        self.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False


def held(page: str) -> dict[str, Any]:
    """The values that the script shows."""
    found = json.loads(Tags(page).data)
    assert isinstance(found, dict)
    return found


def only(found: Finding, **others: Any) -> dict[str, Any]:
    """What the page of a report with this one finding holds of it."""
    [one] = held(html_report(replace(report(), findings=(found,), **others)))["findings"]
    assert isinstance(one, dict)
    return one


def on(text: str, start: int, end: int, **places: Any) -> Finding:
    return LOCATOR.finding(
        Place(Span(Source("a.md", text), start, end), "fr"), "space", subject="", written="a", right="b", **places
    )


def passage(one: dict[str, Any], column: int = 0, item: int = 0, block: int = -1) -> str:
    """A passage with its marked spot in brackets."""
    pieces = one["columns"][column]["items"][item]["blocks"][block][2]
    return "".join(f"[{text}]" if look & 1 else text for text, look in pieces)


@pytest.mark.parametrize("ui", ["en", "fr"])
def test_the_page_is_as_in_the_snapshot(ui: str) -> None:
    page = html_report(report(), ui=ui)
    # Style, script and version change by themselves; the data are easier to compare on lines of their own.
    page = re.sub(r"(?s)(<style>|<script>).*?(?=</)", r"\1…", page)
    page = re.sub(r"sha256-[\w+/=]+", "sha256-…", page).replace(f"citecheck {__version__}", "citecheck …")
    page = re.sub(
        r'(?s)(id="data">)(.*?)(?=</script>)',
        lambda found: f"{found[1]}\n{json.dumps(json.loads(found[2]), ensure_ascii=False, indent=1)}\n",
        page,
    )
    assert page == (SNAPSHOTS / f"page.{ui}.html").read_text(encoding="utf-8")


def test_the_same_report_gives_the_same_bytes() -> None:
    assert html_report(report()) == html_report(report())
    assert html_report(audited()) == html_report(audited())


def test_every_family_of_rules_has_a_name() -> None:
    families = {code.rstrip("0123456789") for code in audited().rules}
    assert [family for family in families if name_of("family", family, "en") == family] == []


def test_a_finding_stands_in_its_note_and_the_text_that_calls_it() -> None:
    [one] = [one for one in held(html_report(audited()))["findings"] if one["message"].startswith("“Le Gof”")]
    assert passage(one) == "[Le Gof] & Tanguy, 2018, p. 51"
    assert passage(one, block=0).startswith("Le port de Lannec a perdu 40 bateaux depuis 20055. La criée")
    assert [column["name"] for column in one["columns"]] == ["French", "English"]
    assert passage(one, column=1) == "Le Goff & Tanguy, 2018, p. 51"
    assert (one["label"], one["edits"], one["safe"]) == ("note 5", [["Le Gof", "Le Goff"]], True)


def test_a_finding_about_two_versions_marks_the_spot_in_both() -> None:
    [one] = [
        one for one in held(html_report(audited()))["findings"] if one["code"] == "BIL003" and one["label"] == "note 1"
    ]
    assert (passage(one, column=0), passage(one, column=1)) == ("Morvan, 2020, [p. 12]", "Morvan, 2020, [p. 15]")


def test_sections_and_sources_are_the_same_in_both_versions() -> None:
    page = held(html_report(audited()))
    about = {(one["code"], one["lang"], one["label"]): one for one in page["findings"]}
    french, english = about["CIT003", "fr", "note 5"], about["CIT001", "en", "note 4"]
    assert page["sections"][french["section"]] == ["2 Les ports", "The ports"]
    assert page["sections"][english["section"]] == ["1 L'état des stocks", "The state of the stocks"]
    assert page["sources"][french["source"]] == "Le Goff & Tanguy, 2018"
    assert page["sources"][english["source"]] == "Ministry of the Sea, 2019"


def test_a_finding_comes_with_what_a_waiver_must_list() -> None:
    marks = [tuple(one["marks"]) for one in held(html_report(audited()))["findings"]]
    assert marks == [found.occurrences or (found.fingerprint,) for found in audited().findings]


def test_what_was_not_checked_is_on_the_page() -> None:
    text = " ".join(
        Tags(html_report(replace(audited(), crashes=report().crashes, unreadable=report().unreadable))).texts
    )
    assert "CIT011: ValueError: a ␛[2Jb (citecheck/checks" in text
    assert "assez longtemps: a table within a table" in text
    sample = " ".join(Tags(html_report(report())).texts)
    for line in (
        "CIT002, CIT006 (English): no bibliography",
        "CUR005: needs the source file",
        "2 links not tried (offline)",
    ):
        assert line in sample


def test_links_that_were_tried_are_counted_by_verdict() -> None:
    link = Link("https://example.org/a", LinkStatus.DEAD, Phrase.of("gone", status="404 Not Found", times=2))
    page = html_report(replace(report(), links=LinkReport((), (link,))))
    assert 'id="chart-links"' in page
    assert 'aria-label="Dead: 1"' in page
    assert "not tried" not in " ".join(Tags(page).texts)


def test_a_waived_finding_is_listed_with_its_reason() -> None:
    found = replace(report().findings[0], state=State.WAIVED, waiver="as printed")
    page = html_report(replace(report(), findings=(found,)))
    assert f'<a href="#f-{found.fingerprint}">' in page
    assert held(page)["findings"][0]["remarks"] == ["waived: as printed"]


def test_what_is_waived_is_counted_apart() -> None:
    waived = tuple(replace(found, state=State.WAIVED, waiver="") for found in report().findings)
    page = html_report(replace(report(), findings=waived))
    assert "0 errors, 0 warnings, 0 info (1 error, 3 warnings, 1 info waived)" in " ".join(Tags(page).texts)
    assert "Errors <b>0</b> (1 waived)" in page
    assert "waived" in held(page)["findings"][0]["remarks"]


def test_a_report_in_which_all_was_checked_says_so() -> None:
    versions = tuple(replace(one, document=replace(one.document, urls=())) for one in report().versions)
    text = " ".join(Tags(html_report(replace(report(clean=True), versions=versions))).texts)
    assert "Nothing found." in text
    assert "Every rule ran" in text
    assert "Every rule ran" not in " ".join(Tags(html_report(report())).texts)


def test_without_script_all_findings_are_there() -> None:
    listed = re.search(r"(?s)<noscript>(.*)</noscript>", html_report(report()))
    assert listed is not None
    assert listed[1].count("<li ") == len(report().findings)


def test_the_spot_is_marked_within_its_paragraph() -> None:
    text = "Another one.\n\n" + "left " * 200 + "HERE" + " right" * 200 + "\n\nA third one."
    start = text.index("HERE")
    shown = passage(only(on(text, start, start + 4)))
    assert shown.startswith("… left ")
    assert " [HERE] right" in shown
    assert shown.endswith(" right …")
    assert "one" not in shown


def test_markdown_is_shown_as_what_it_means_and_a_marked_sign_as_itself() -> None:
    text = r"A *word*, <https://example.org/a>, 13<sup>e</sup> and US\$ 5 * here."
    start = text.index("word")
    assert passage(only(on(text, start, start + 4))) == "A [word], https://example.org/a, 13e and US$ 5 * here."
    at = text.index("\\")
    assert r"US[\]$ 5" in passage(only(on(text, at, at + 1)))


def test_what_a_converter_left_of_a_layout_is_not_shown() -> None:
    text = "<td>One &amp; <b>two</b></td><td>HERE</td> <script>x</script> <br/><i>end</i>"
    start = text.index("HERE")
    assert passage(only(on(text, start, start + 4))) == "One & two [HERE] <script>x</script> end"
    assert "[</td>]" in passage(only(on(text, start + 4, start + 9)))


def test_an_empty_spot_is_marked_too() -> None:
    assert passage(only(on("ab cd", 3, 3))) == "ab [c]d"
    assert passage(only(on("ab cd", 5, 5))) == "ab c[d]"


def test_a_long_spot_is_shown_without_its_middle() -> None:
    text = "start " + "x " * 50_000 + "end"
    one = only(on(text, 0, len(text)))
    assert passage(one).startswith("[start x")
    assert passage(one).endswith("x end]")
    assert len(json.dumps(one)) < 8_000


def test_of_a_sparse_source_only_the_spot_is_shown() -> None:
    source = Source("a.md", TEXT, sparse=True)
    start = TEXT.index("appelle")
    found = on(TEXT, 0, 0)
    assert passage(only(replace(found, place=Place(Span(source, start, start + 7), "fr")))) == "[appelle]"


@pytest.mark.thorough
def test_megabytes_in_a_name_stay_outside() -> None:
    name = "x" * tried(250_000, 10_000_000)
    found = LOCATOR.finding(
        Place(Span(Source(name, name), 0, len(name)), "fr", name, name, name),
        "space",
        subject="",
        written=name,
        right=name,
    )
    crashed = Crash("CIT001", name, name)
    page = html_report(
        replace(report(), findings=(replace(found, waiver=name, state=State.WAIVED),), crashes=(crashed,))
    )
    assert len(page) < 200_000


def test_many_places_are_counted() -> None:
    text = "line\n\n" * 60
    places = [Place(Span(Source("a.md", text), 6 * at, 6 * at + 4), "fr", str(at), str(at)) for at in range(60)]
    one = only(on(text, 0, 4, related=places))
    assert len(one["columns"][0]["items"]) == 4
    assert one["also"].endswith("33 more")


NASTY = st.text(max_size=40) | st.sampled_from(
    [
        HOSTILE,
        "</noscript><b>",
        "--><!--",
        "\u202e\x1b[2J\x00",
        "\udc80",
        "{{ x }}",
        "</title>",
        '"><b onclick=x>',
        "&lt;",
    ]
)
PLAIN = Tags(html_report(report()))


@given(st.lists(st.tuples(NASTY, NASTY, st.integers(0, 90), st.sampled_from(list(Severity))), min_size=1, max_size=4))
def test_no_text_becomes_markup_and_no_finding_is_lost(parts: list[tuple[str, str, int, Severity]]) -> None:
    findings = []
    for at, (text, label, start, severity) in enumerate(parts):
        source = Source(f"{label}.md", f"{label} {text} {label}")
        start = min(start, len(source.text))
        place = Place(Span(source, start, min(start + 5, len(source.text))), "fr", label, label, text)
        found = LOCATOR.finding(
            place,
            "space",
            subject=text,
            written=text,
            right=label,
            severity=severity,
            counterparts=[replace(place, lang="en")],
        )
        findings.append(replace(found, fingerprint=f"v1:{at}", waiver=text, state=State.WAIVED))
    page = html_report(
        replace(report(), findings=tuple(findings), crashes=(Crash("CIT011", parts[0][0], parts[0][1]),))
    )
    seen = Tags(page)
    assert set(seen.tags) <= set(PLAIN.tags) | {"a", "option", "optgroup"}
    assert seen.attributes <= PLAIN.attributes | {"href", "label"}
    assert seen.tags.count("script") == 2
    assert [one["fingerprint"] for one in json.loads(seen.data)["findings"]] == [one.fingerprint for one in findings]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)
