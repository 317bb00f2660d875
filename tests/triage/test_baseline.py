"""Baselines: what is written, read back, and compared."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.errors import ConfigError
from citecheck.model.finding import Abstention, Finding, Place, Severity, State
from citecheck.model.report import Report
from citecheck.model.rule import Rule
from citecheck.model.source import Source, Span
from citecheck.triage.baseline import HEAD, WORDS, baseline_text, compared, gone, read_baseline
from tests.report.samples import report

SPAN = Span(Source("a.md", "text"), 0, 4)


def found(fingerprint: str, *occurrences: str, code: str = "CIT001", lang: str | None = "fr") -> Finding:
    return Finding(
        code=code,
        place=Place(SPAN, lang),
        message="m",
        severity=Severity.ERROR,
        subject="s",
        fingerprint=fingerprint,
        occurrences=occurrences,
    )


def mark(number: int) -> str:
    return f"v1:{number:016x}"


def states(findings: list[Finding], text: str) -> list[str]:
    return [one.state.value for one in compared(findings, read_baseline(text, "b"))]


def test_it_holds_codes_and_fingerprints_and_nothing_else() -> None:
    text = baseline_text(report().findings)
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines == sorted(set(lines))
    assert all(re.fullmatch(r"[A-Z]{3}\d{3} (fr|en)( v1:[0-9a-f]{16}){1,2}", line) for line in lines)
    assert {line.split()[0] for line in lines} == {one.code for one in report().findings}


def test_what_is_waived_is_not_written() -> None:
    waived = replace(found(mark(1)), state=State.WAIVED)
    assert mark(1) not in baseline_text([waived])
    assert mark(1) in baseline_text([replace(waived, state=State.BASELINED)])


def test_a_known_finding_with_a_new_place_is_new() -> None:
    text = baseline_text([found(mark(1), mark(10), mark(11)), found(mark(2))])
    assert states([found(mark(1), mark(10), mark(11)), found(mark(1), mark(10))], text) == ["baselined"] * 2
    assert states([found(mark(1)), found(mark(2))], text) == ["baselined"] * 2
    assert states([found(mark(1), mark(10), mark(11), mark(12))], text) == ["new"]
    assert states([found(mark(2), mark(20), mark(21)), found(mark(3))], text) == ["new", "new"]


def test_a_fingerprint_of_another_rule_is_another_finding() -> None:
    assert states([found(mark(1), code="NUM001")], baseline_text([found(mark(1))])) == ["new"]


def test_a_waived_finding_stays_waived() -> None:
    waived = replace(found(mark(1)), state=State.WAIVED)
    assert states([waived], baseline_text([found(mark(1))])) == ["waived"]


# A fingerprint is made from the places' subject, so the same one never comes with a place and without.
FINDINGS = st.lists(
    st.builds(
        lambda number, places, code: found(
            mark(number),
            *(mark(number * 16 + at) for at in range(1, places)),
            code=code,
            lang=("fr", "en", None)[number % 3],
        ),
        st.integers(0, 40),
        st.sampled_from([1, 3, 4]),
        st.sampled_from(["CIT001", "NUM004", "BIL003"]),
    ),
    unique_by=lambda one: (one.code, one.fingerprint),
    max_size=12,
)


@settings(deadline=None)
@given(FINDINGS)
def test_what_was_written_is_known(findings: list[Finding]) -> None:
    text = baseline_text(findings)
    assert set(states(findings, text)) <= {"baselined"}
    assert baseline_text([], read_baseline(text, "b")) == text
    mixed = list(findings)
    random.Random(1).shuffle(mixed)
    assert baseline_text(mixed) == text


@settings(deadline=None)
@given(FINDINGS, FINDINGS)
def test_the_lines_of_two_branches_may_be_put_together(ours: list[Finding], theirs: list[Finding]) -> None:
    merged = baseline_text(ours) + "".join(baseline_text(theirs).splitlines(keepends=True)[len(WORDS) :])
    assert set(states([*ours], merged)) <= {"baselined"}
    assert set(states([*theirs], merged)) <= {"baselined"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "b:1: is no baseline that can be read (not one)"),
        ("{}", "b:1: is no baseline that can be read (not one)"),
        ("# citecheck baseline 2\n", "b:1: is no baseline that can be read (of another version of citecheck)"),
        (f"{HEAD}\n\nCIT001 fr\n", "b:3: is no line of a baseline"),
        (f"{HEAD}\nCIT001 fr v1:{'0' * 16} {'0' * 16}\n", "b:2: is no line of a baseline"),
        (f"{HEAD}\n<<<<<<< ours\n", "b:2: a merge left its marks"),
        (f"{HEAD}\n=======\n", "b:2: a merge left its marks"),
    ],
)
def test_what_is_damaged_or_foreign_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ConfigError, match="^" + re.escape(said)):
        read_baseline(text, "b")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for whole in (text, f"{HEAD}\n{text}"):
        said = "b:"
        try:
            read_baseline(whole, "b")
        except ConfigError as error:
            said = str(error)
        assert said.startswith("b:")


LANGS = {"fr", "en"}
RULES = {"CIT001": Rule("CIT001", "missing-entry", Severity.ERROR)}


def audited(*findings: Finding, abstained: tuple[Abstention, ...] = (), run: tuple[str, ...] = ("CIT001",)) -> Report:
    return Report(findings, report().versions, rules=RULES, run=run, abstained=abstained)


def test_what_is_gone_is_told_by_its_rule_and_fingerprint() -> None:
    known = read_baseline(baseline_text([found(mark(1)), found(mark(2))]), "b")
    [one] = gone(known, audited(found(mark(2))), LANGS, RULES)
    assert (one.code, one.severity, one.message) == ("CIT001", Severity.ERROR, f"missing-entry ({mark(1)})")
    assert one.place.span.text == f"CIT001 fr {mark(1)}"


@pytest.mark.parametrize(
    ("lang", "now"),
    [
        ("fr", audited(run=())),
        ("fr", audited(abstained=(Abstention("CIT001", "fr", "no-bibliography"),))),
        ("fr", audited(abstained=(Abstention("CIT001", None, "ignored-in-files"),))),
        ("it", audited()),
    ],
)
def test_what_was_not_judged_is_not_gone(lang: str, now: Report) -> None:
    known = read_baseline(baseline_text([found(mark(1), lang=lang)]), "b")
    assert gone(known, now, LANGS, RULES) == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_those_of_the_lines_whatever_their_ends(end: str) -> None:
    lines = ["# citecheck baseline 1", "# a", "CIT001 fr v1:00000000ffffffff", "WAI001 - v1:2222222222222222", ""]
    spans = [known.finding.place.span for known in read_baseline(end.join(lines), "known")]
    assert [(span.line, span.column, span.text) for span in spans] == [(3, 1, lines[2]), (4, 1, lines[3])]
