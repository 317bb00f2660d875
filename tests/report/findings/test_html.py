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

from citecheck import __version__, audit
from citecheck.model.evidence import Crash
from citecheck.model.finding import Finding, Place, Severity, State
from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.model.source import Source, Span
from citecheck.report.findings.html import html_report
from citecheck.report.voice import name_of
from tests.report.audited import HOSTILE, audited
from tests.report.samples import LOCATOR, report
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
    [one] = held(html_report(replace(report(), findings=(found,), **others)))["cards"]
    assert isinstance(one, dict)
    return one


def of_rule(code: str) -> Finding:
    """The first finding of a rule in the report made by hand."""
    return next(found for found in report().findings if found.code == code)


def texts(page: str) -> str:
    """All that a page says, but for its data."""
    return " ".join(" ".join(Tags(page).texts).split())


def on(text: str, start: int, end: int, **places: Any) -> Finding:
    return LOCATOR.finding(
        Place(Span(Source("a.md", text), start, end), "fr"), "space", subject="", written="a", right="b", **places
    )


def passage(one: dict[str, Any], column: int = 0, item: int = 0, block: int = -1) -> str:
    """A passage with its marked spot in brackets."""
    pieces = one["cases"][0]["columns"][column]["items"][item]["blocks"][block][2]
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


# Whether the report is ready.


@pytest.mark.parametrize(
    ("ui", "level", "said"),
    [
        ("en", Severity.ERROR, "Not ready: 2 problems that mislead the reader"),
        ("fr", Severity.ERROR, "Pas prêt : 2 problèmes qui trompent le lecteur"),
        ("en", Severity.WARNING, "Nearly ready: 2 likely defects"),
        ("fr", Severity.WARNING, "Presque prêt : 2 défauts probables"),
        ("en", Severity.INFO, "Ready, but for 2 remarks on consistency and style"),
        ("fr", Severity.INFO, "Prêt, à 2 remarques près sur la cohérence et le style"),
    ],
)
def test_the_verdict_counts_the_problems_that_matter_most(ui: str, level: Severity, said: str) -> None:
    first, second = (replace(found, severity=level) for found in report().findings[:2])
    style = replace(report().findings[2], severity=Severity.INFO)
    others = () if level is Severity.INFO else (style,)
    assert said in texts(html_report(replace(report(), findings=(first, second, *others)), ui=ui))


def test_the_same_of_both_versions_is_one_problem_on_one_card() -> None:
    first = next(found for found in audited().findings if found.code == "CIT001")
    english = replace(first, place=replace(first.place, lang="en"), fingerprint="v1:en", twin=first.fingerprint)
    page = html_report(replace(audited(), findings=(replace(first, twin=first.fingerprint), english)))
    [one] = held(page)["cards"]
    assert (one["fingerprint"], one["fingerprints"]) == (first.fingerprint, [first.fingerprint, "v1:en"])
    assert [named.split()[0] for named in one["where"]] == ["French", "English"]
    assert one["others"] == []
    assert "Not ready: 1 problem that misleads the reader" in texts(page)
    assert "2 findings" in texts(page)


def test_a_clean_report_is_a_success_and_an_empty_one_is_none() -> None:
    page = html_report(report(clean=True))
    assert "Ready: nothing found" in texts(page)
    assert 'class="verdict good"' in page
    assert 'id="tools"' not in page
    assert "Ticks" not in texts(page)
    nothing = audit(["-"], stdin=b"# Nothing\n\nOnly words.\n")
    assert nothing.findings == ()
    assert "Nothing to judge" in texts(html_report(nothing))
    assert 'class="verdict good"' not in html_report(nothing)


def test_what_is_accepted_or_known_is_no_reason_against_it() -> None:
    waived, known = (
        replace(report().findings[at], state=state) for at, state in enumerate([State.WAIVED, State.BASELINED])
    )
    page = html_report(replace(report(), findings=(waived, known)))
    assert "Ready: nothing is left to do" in texts(page)
    assert "1 known before, 1 waived" in texts(page)


def test_the_verdict_names_the_errors_and_counts_the_rest() -> None:
    first = of_rule("CIT001")
    errors = tuple(replace(first, fingerprint=f"v1:{at}") for at in range(23))
    page = html_report(replace(report(), findings=errors))
    named = re.findall(r'<a href="#f-v1:(\d+)">', page)
    assert named == [str(at) for at in range(20)]
    assert "3 more in the list below" in texts(page)


def test_rules_have_their_name_in_the_language_of_the_page_and_their_explanation_in_it() -> None:
    page = html_report(audited(), ui="fr")
    assert held(page)["rules"]["CIT001"] == "Entrée manquante"
    assert held(html_report(audited()))["rules"]["CIT001"] == "Missing entry"
    about = re.search(r'(?s)<details id="rule-CIT001">(.*?)</details>', page)
    assert about is not None
    assert "Une source citée" in about[1]
    assert "Ni la bibliographie ni une référence complète" in about[1]
    assert "(en anglais)" not in about[1]
    assert 'lang="en"' not in about[1]
    assert len(re.findall(r'<details id="rule-', page)) == len({found.code for found in audited().findings})


def test_the_rules_that_found_nothing_are_named_but_none_that_did_not_judge_all() -> None:
    page = html_report(audited())
    listed = re.search(r'(?s)<section class="further passed">(.*?)</section>', page)
    assert listed is not None
    codes = re.findall(r'<span class="code">(\w+)</span>', listed[1])
    others = {told.code for told in (*audited().findings, *audited().abstained)}
    assert codes == sorted(set(audited().run) - others)
    assert f"{len(codes)} rules judged everything and found nothing" in listed[1]
    assert "<details>" in listed[1]
    assert "<details open>" in html_report(report(clean=True))


def test_an_explanation_becomes_no_markup_and_no_link() -> None:
    docs = {"CIT001": "First.\n\n<script>x</script> *so* [a](https://example.org) <https://example.org>"}
    page = html_report(replace(report(), docs=docs))
    assert "&lt;script&gt;x&lt;/script&gt; <em>so</em> [a](https://example.org)" in page
    assert 'href="https' not in page


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
    assert "1 dead" in texts(page)
    assert "not tried" not in texts(page)


def test_a_waived_finding_is_listed_with_its_reason() -> None:
    found = replace(report().findings[0], state=State.WAIVED, waiver="as printed")
    page = html_report(replace(report(), findings=(found,)))
    assert f'<a href="#f-{found.fingerprint}">' in page
    assert held(page)["cards"][0]["remarks"] == ["waived: as printed"]


def test_what_is_waived_is_counted_apart() -> None:
    waived = tuple(replace(found, state=State.WAIVED, waiver="") for found in report().findings)
    page = html_report(replace(report(), findings=waived))
    assert "Ready: nothing is left to do" in texts(page)
    assert "5 waived" in texts(page)
    assert "Errors <b>0</b> (1 waived)" in page
    assert "waived" in held(page)["cards"][0]["remarks"]


def test_a_report_in_which_all_was_checked_says_so() -> None:
    versions = tuple(replace(one, document=replace(one.document, urls=())) for one in report().versions)
    assert "Every rule ran" in texts(html_report(replace(report(clean=True), versions=versions)))
    assert "Every rule ran" not in texts(html_report(report()))


def test_without_script_and_on_paper_all_problems_are_there() -> None:
    page = html_report(report())
    assert len(re.findall(r'<li id="p-', page)) == len(report().findings)
    listed = re.search(r'(?s)<section class="error">(.*?)</section>', page)
    assert listed is not None
    # What misleads the reader comes with its passage, a warning on one line.
    assert listed[1].count('class="quote"') == 1
    assert "<mark>Petit, 2020</mark>" in listed[1]
    assert page.count('class="quote"') == 1


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


def test_a_long_spot_is_shown_without_its_middle() -> None:
    text = "start " + "x " * 50_000 + "end"
    one = only(on(text, 0, len(text)))
    assert passage(one).startswith("[start x")
    assert passage(one).endswith("x end]")
    assert len(json.dumps(one)) < 8_000


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
    assert set(seen.tags) <= set(PLAIN.tags) | {"a", "option", "optgroup", "sup", "em", "mark"}
    assert seen.attributes <= PLAIN.attributes | {"href", "label"}
    assert seen.tags.count("script") == 2
    assert [mark for one in json.loads(seen.data)["cards"] for mark in one["fingerprints"]] == [
        one.fingerprint for one in findings
    ]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)
