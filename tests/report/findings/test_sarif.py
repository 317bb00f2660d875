"""SARIF: valid for its schema, sound where that cannot look, and complete."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft4Validator
from msgspec.structs import replace

from citecheck.model.finding import State
from citecheck.model.report import Report
from citecheck.model.source import Source, Span
from citecheck.report.findings.sarif import FINGERPRINT, sarif_report
from tests.report.hostile import reports
from tests.report.samples import TEXT, judged_report, report
from tests.tried import tried

SCHEMA = Path(__file__).parents[4] / "shared" / "schemas" / "sarif-2.1.0.json"


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    if not SCHEMA.exists():
        pytest.skip("shared schemas absent")
    return Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))


def log(made: Report, **options: Any) -> dict[str, Any]:
    data = json.loads(sarif_report(made, **options))
    assert isinstance(data, dict)
    return data


def run(made: Report, **options: Any) -> dict[str, Any]:
    [one] = log(made, **options)["runs"]
    assert isinstance(one, dict)
    return one


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a value."""
    if isinstance(value, dict):
        yield value
    if isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from objects(one)


def unsound(one: dict[str, Any]) -> Iterator[str]:
    """What the schema cannot see: indexes that lead nowhere, bad addresses, regions that end before they begin."""
    driver = one["tool"]["driver"]
    lists = {"rule": driver["rules"], "notification": driver["notifications"]}
    for result in one["results"]:
        if lists["rule"][result["ruleIndex"]]["id"] != result["ruleId"]:
            yield f"rule {result['ruleIndex']} is not {result['ruleId']}"
    for notice in one["invocations"][0].get("toolExecutionNotifications", []):
        for key, kind in (("descriptor", "notification"), ("associatedRule", "rule")):
            told = notice.get(key, {})
            if "index" in told and lists[kind][told["index"]]["id"] != told["id"]:
                yield f"{kind} {told['index']} is not {told['id']}"
    for found in objects(one):
        if "uri" in found:
            if not re.fullmatch(r"(?:file:///)?(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+", found["uri"]):
                yield f"{found['uri']!r} is no address"
            if "index" in found and one["artifacts"][found["index"]]["location"]["uri"] != found["uri"]:
                yield f"file {found['index']} is not {found['uri']}"
            base = found.get("uriBaseId")
            if base is not None and (
                base not in one["originalUriBaseIds"] or re.match(r"/|\.\./|[^/]*:", found["uri"])
            ):
                yield f"{found['uri']} is not below {base}"
        if "startLine" in found:
            start, end = (found["startLine"], found["startColumn"]), (found["endLine"], found["endColumn"])
            if start > end or min(*start, *end) < 1:
                yield f"a region from {start} to {end}"
        if "text" in found and len(found) == 1 and re.search(r"(?<!\{)(?:\{\{)*\{\d", found["text"]):
            yield f"a placeholder in {found['text']!r}"


@pytest.mark.parametrize("made", [report(), report(clean=True), report(sparse=True), judged_report()])
def test_it_is_valid(validator: Draft4Validator, made: Report) -> None:
    for status in (None, 0, 3):
        validator.validate(log(made, status=status))


@settings(max_examples=tried(10), deadline=None, suppress_health_check=list(HealthCheck))
@given(made=reports())
def test_whatever_is_written_is_valid(validator: Draft4Validator, made: Report) -> None:
    validator.validate(log(made))


@settings(max_examples=tried(10), deadline=None)
@given(made=reports())
def test_whatever_is_written_is_sound_and_complete(made: Report) -> None:
    one = run(made)
    messages = [result["message"]["text"] for result in one["results"]]
    assert not any("](" in re.sub(r"\\.", "", message) for message in messages)
    for result in one["results"]:
        del result["message"]
    assert [what for what in unsound(one) if "placeholder" not in what] == []
    assert len(one["results"]) == len(made.findings)
    for result, found in zip(one["results"], made.findings, strict=True):
        [location] = result["locations"]
        region = location["physicalLocation"]["region"]
        span = found.place.span
        assert (region["startLine"], region["startColumn"]) == (span.line, span.column)
        assert (region["endLine"], region["endColumn"]) == (span.end_line, span.end_column)
        assert region.get("snippet", {"text": span.text})["text"] == span.text
        context = location["physicalLocation"].get("contextRegion")
        if context is not None:
            assert not span.source.sparse
            assert span.text in context["snippet"]["text"] in span.source.text
            assert context["snippet"]["text"] != span.text
            assert (context["startLine"], context["startColumn"]) <= (span.line, span.column)
            assert (context["endLine"], context["endColumn"]) >= (span.end_line, span.end_column)
        assert ("suppressions" in result) == (found.state is State.WAIVED)
        assert result.get("partialFingerprints", {FINGERPRINT: ""})[FINGERPRINT] == found.fingerprint
        assert len(result.get("relatedLocations", [])) == len(found.related) + len(found.counterparts)
    notices = one["invocations"][0]["toolExecutionNotifications"]
    assert len(notices) == sum(map(len, (made.crashes, made.unreadable, made.abstained, made.skipped)))


def test_the_samples_are_sound() -> None:
    assert [what for made in (report(), judged_report()) for what in unsound(run(made))] == []


def test_what_is_unsound_is_seen() -> None:
    one = run(report())
    one["results"][0]["ruleIndex"] += 1
    region = one["results"][0]["locations"][0]["physicalLocation"]["region"]
    region["startLine"], region["endLine"] = 9, 8
    one["artifacts"][0]["location"]["uri"] = "a b"
    assert len(set(unsound(one))) >= 3


def test_columns_count_code_points_and_lead_to_the_snippet() -> None:
    one = run(report())
    # Whoever uploads it says what it is called.
    assert "automationDetails" not in one
    assert one["columnKind"] == "unicodeCodePoints"
    lines = TEXT.split("\n")
    regions = [found for found in objects(one["results"]) if "snippet" in found]
    assert len(regions) == 14
    for region in regions:
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("one\ntwo HERE three\nfour", "two HERE three"),
        ("HERE", None),
        ("one\nHERE\ntwo", None),
        ("a " * 100 + "HERE" + " b" * 100, "a " * 50 + "HERE" + " b" * 50),
        ("see https://anna:secret@quai.example/a HERE", None),
        ("HERE " + "x" * 90 + " https://anna:" + "secret" * 40 + "@quai.example/a", None),
    ],
)
def test_a_passage_stands_in_its_line_but_never_beside_a_password(text: str, context: str | None) -> None:
    start = text.index("HERE")
    found = report().findings[0]
    place = replace(found.place, span=Span(Source("a.md", text), start, start + 4))
    [result] = run(replace(report(), findings=(replace(found, place=place, related=(), counterparts=()),)))["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical["region"]["snippet"]["text"] == "HERE"
    assert physical.get("contextRegion", {"snippet": {"text": None}})["snippet"]["text"] == context


def test_a_waived_finding_is_suppressed_and_a_known_one_is_unchanged() -> None:
    results = run(judged_report())["results"]
    by_text = {one["locations"][0]["physicalLocation"]["region"]["snippet"]["text"]: one for one in results}
    assert by_text["Paris."]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "as | printed"}
    ]
    assert "baselineState" not in by_text["Paris."]
    assert by_text["Durant"]["baselineState"] == "unchanged"
    assert by_text["p.4"]["baselineState"] == "new"
    assert [one["ruleId"] for one in run(judged_report())["properties"]["fixed"]] == ["PAG001"]


def test_a_rule_is_explained() -> None:
    rules = {one["id"]: one for one in run(judged_report())["tool"]["driver"]["rules"]}
    assert rules["CIT001"]["shortDescription"]["text"] == "A source that is cited and {{lacks}} an entry."
    assert rules["CIT001"]["help"]["markdown"].endswith("Wrong: a note `[x](y)`.")
    assert rules["CIT001"]["help"]["text"].endswith(r"Wrong: a note `[x\](y)`.")
    assert rules["CIT001"]["helpUri"].endswith("/CIT001")
    assert rules["PAG001"]["shortDescription"]["text"] == "Malformed locator."


def test_the_other_version_is_a_related_location() -> None:
    [spelling] = [one for one in run(report())["results"] if one["ruleId"] == "CIT003"]
    [related] = spelling["relatedLocations"]
    assert related["message"]["text"] == "French, note 1"
    assert related["physicalLocation"]["region"]["snippet"]["text"] == "Durand"


def test_a_fix_replaces_its_region() -> None:
    [spelling] = [one for one in run(report())["results"] if one["ruleId"] == "CIT003"]
    [fix] = spelling["fixes"]
    [change] = fix["artifactChanges"]
    [replacement] = change["replacements"]
    assert fix["properties"] == {"safe": False}
    assert replacement["insertedContent"] == {"text": "Durand"}
    assert replacement["deletedRegion"] == {"startLine": 18, "startColumn": 14, "endLine": 18, "endColumn": 20}


def test_the_run_says_how_it_ended_and_what_it_did_not_check() -> None:
    [invocation] = run(report(), status=3)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 3)
    said = [(one["descriptor"]["id"], one["level"]) for one in invocation["toolExecutionNotifications"]]
    assert said == [
        ("rule-failed", "error"), ("not-read", "warning"), ("not-judged", "note"), ("not-judged", "note"),
        ("rule-skipped", "none"),
    ]  # fmt: skip
    [clean] = run(report(clean=True), status=0)["invocations"]
    assert clean == {"executionSuccessful": True, "exitCode": 0}


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("b/a.md", {"uri": "b/a.md", "uriBaseId": "%SRCROOT%"}),
        ("./a.md", {"uri": "a.md", "uriBaseId": "%SRCROOT%"}),
        ("été 1%#?.md", {"uri": "%C3%A9t%C3%A9%201%25%23%3F.md", "uriBaseId": "%SRCROOT%"}),
        ("c:x.md", {"uri": "c%3Ax.md", "uriBaseId": "%SRCROOT%"}),
        ("a\udcff.md", {"uri": "a%FF.md", "uriBaseId": "%SRCROOT%"}),
        ("../a.md", {"uri": "../a.md"}),
        ("/b/a c.md", {"uri": "file:///b/a%20c.md"}),
        ("-", {"uri": "-"}),
    ],
)
def test_a_path_becomes_an_address(path: str, location: dict[str, str]) -> None:
    made = report()
    found = made.findings[0]
    span = replace(found.place.span, source=Source(path, TEXT))
    one = run(replace(made, findings=(replace(found, place=replace(found.place, span=span)),), versions=()))
    [result] = one["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location | {"index": 0}


def test_paths_have_the_names_that_the_service_knows() -> None:
    one = run(report(), named=lambda path: f"docs/{path}")
    assert {found["uri"] for found in objects(one) if "uri" in found} == {"docs/report/sample.md"}
