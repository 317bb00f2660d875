"""That no writer loses a finding or makes one up, for the formats that have no file of their own for it, and for links."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.model.answer import Hop
from citecheck.model.document import Document, Url
from citecheck.model.finding import Finding, Place, Severity, State
from citecheck.model.links import Archived, Link, LinkReport, LinkStatus, Try, redacted
from citecheck.model.phrase import Phrase
from citecheck.model.report import Report
from citecheck.model.source import Source, Span
from citecheck.report.findings.html import html_report
from citecheck.report.findings.json import json_report
from citecheck.report.findings.text import text_report
from citecheck.report.links.json import json_links
from citecheck.report.links.text import text_links
from citecheck.report.problems import problems
from citecheck.report.visible import visible
from tests.report.findings.test_html import Tags, held
from tests.report.hostile import ANY, reports, texts
from tests.report.samples import RULES, report
from tests.tried import tried

RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
HEAD = re.compile(r"  [✖▲●] (?:error|warning|info) NUM001\b")

CASE = re.compile(r"      \S")

forged = st.sampled_from(
    [
        "  ✖ error NUM001  note 1",
        "\n  ✖ error NUM001",
        "✖",
        "\u2028  ▲ warning NUM001",
        "dead (3)",
        "\n\n",
        "12 links · 12 ok",
    ]
)


@settings(max_examples=tried(10), deadline=None)
@given(made=reports(), since=st.none() | texts, said=forged, verbose=st.booleans())
def test_text_has_a_head_for_each_problem_a_line_for_each_case_and_says_how_many_are_known(
    made: Report, since: str | None, said: str, verbose: bool
) -> None:
    findings = tuple(replace(one, values=(*one.values[:-1], (one.values[-1][0], said))) for one in made.findings)
    lines = text_report(replace(made, findings=findings, since=since), verbose=verbose).splitlines()
    told = problems(findings)
    shown = [problem for problem in told if verbose or problem.state is not State.BASELINED]
    assert sum(HEAD.match(line) is not None for line in lines) == len(shown)
    further = sum(len(problem.cases) - 1 for problem in shown)
    assert sum(CASE.match(line) is not None for line in lines) >= further
    known = len(told) - sum(problem.state is not State.BASELINED for problem in told)
    if known:
        assert any(re.search(rf"\b{known} (as before|known)\b", line) for line in lines)
    asked = [problem.severity for problem in told if problem.state is State.NEW]
    counts = {severity: asked.count(severity) for severity in Severity}
    if findings:
        assert any(all(str(count) in line for count in counts.values()) for line in lines if "error" in line)


@settings(max_examples=tried(10), deadline=None)
@given(made=reports())
def test_json_says_everything_as_it_is(made: Report) -> None:
    data = json.loads(json_report(made))
    assert [(one["message"], one["state"], one["waiver"], one["fingerprint"]) for one in data["findings"]] == [
        (one["message"], found.state.value, found.waiver, found.fingerprint)
        for one, found in zip(data["findings"], made.findings, strict=True)
    ]
    for one, found in zip(data["findings"], made.findings, strict=True):
        assert (one["excerpt"], one["path"], one["note"]) == (
            found.place.span.text,
            found.place.span.source.path,
            found.place.note,
        )
        assert len(one["related"]) + len(one["counterparts"]) == len(found.related) + len(found.counterparts)
    assert (len(data["crashes"]), len(data["unreadable"])) == (len(made.crashes), len(made.unreadable))


@settings(max_examples=tried(10), deadline=None)
@given(made=reports())
def test_the_page_holds_every_finding_with_and_without_script(made: Report) -> None:
    page = html_report(made)
    cards = held(page)["cards"]
    assert sorted(mark for one in cards for mark in one["fingerprints"]) == sorted(
        found.fingerprint for found in made.findings
    )
    assert [one["severity"] for one in cards] == [problem.severity.value for problem in problems(made.findings)]
    assert len(re.findall(r'<li id="p-', page)) == len(cards)
    assert Tags(page).tags.count("script") == 2


# Links.

words = texts | forged
phrases = st.builds(
    lambda key, value: Phrase.of(key, status=value, url=value, times=2),
    st.sampled_from(["answered", "gone", "moved"]) | texts,
    words,
)
links = st.builds(
    Link,
    words.map(lambda text: f"https://quai.example/{text}"),
    st.sampled_from(LinkStatus),
    phrases,
    st.none() | st.just(404),
    st.none() | words,
    st.lists(st.builds(Hop, words, st.just(302), words), max_size=1).map(tuple),
    st.lists(st.builds(Try, words, words, st.integers(0, 9)), max_size=1).map(tuple),
    st.none() | words,
    st.none() | words,
    st.booleans(),
    st.none() | st.builds(Archived, words, words),
    st.sampled_from([None, True, False]),
    st.booleans(),
)


@st.composite
def link_reports(draw: st.DrawFn) -> tuple[Report, LinkReport]:
    """Links and where they stand, with findings about some of them."""
    found = draw(st.lists(links, max_size=4, unique_by=lambda one: one.url))
    source = Source(draw(texts) or "x", "x" * 20)
    urls = [Url(Span(source, at, at + 1), one.url) for at, one in enumerate(found)]
    document = Document("fr", (source,), urls=tuple(urls))
    findings: list[Finding] = [
        ANY.finding(Place(Span(source, 0, 1), "fr"), "any", subject=one.url, word="x") for one in found[::2]
    ]
    return replace(report(), findings=tuple(findings), rules={**RULES, ANY.code: ANY}), LinkReport(
        (document,), tuple(found)
    )


@settings(max_examples=tried(10), deadline=None)
@given(made=link_reports(), verbose=st.booleans())
def test_every_link_that_needs_a_person_is_on_a_line_of_its_own(made: tuple[Report, LinkReport], verbose: bool) -> None:
    about, found = made
    written = text_links(about, found, verbose=verbose)
    assert RAW.findall(written) == []
    lines = written.splitlines()
    wanted = [one for one in found.links if verbose or one.status is not LinkStatus.OK or one.missing_fragment]
    shown = [line for line in lines if line.startswith("  ") and not line.startswith("   ")]
    assert len(shown) == len(wanted)
    for one in wanted:
        assert any(line.startswith(f"  {visible(redacted(one.url))}") for line in shown)
    assert lines[-1].startswith(f"{len(found.links)} link")
    heads = {one.status for one in wanted}
    assert sum(not line.startswith(" ") and line != "" for line in lines) == len(heads) + 1


@settings(max_examples=tried(10), deadline=None)
@given(made=link_reports())
def test_links_as_json_are_what_they_are(made: tuple[Report, LinkReport]) -> None:
    about, found = made
    written = json_links(about, found)
    assert RAW.findall(written) == []
    data = json.loads(written)
    assert [one["url"] for one in data["links"]] == [redacted(one.url) for one in found.links]
    assert [one["status"] for one in data["links"]] == [one.status.value for one in found.links]
    assert sum(data["summary"].values()) == len(found.links)
    assert [len(one["codes"]) for one in data["links"]] == [(at + 1) % 2 for at in range(len(found.links))]


@pytest.mark.parametrize("status", LinkStatus)
def test_ten_megabytes_in_an_address_are_cut(status: LinkStatus) -> None:
    url = "https://quai.example/" + "\u202e|" * 500_000 + "\n" * 100
    link = Link(url, status, Phrase.of("answered", status=url), archived=Archived(url, "2018-03-07"))
    written = text_links(replace(report(), findings=()), LinkReport((), (link,)), verbose=True)
    assert RAW.search(written) is None
    assert len(written) < 20_000
