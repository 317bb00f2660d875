"""Findings to edits to diffs: what goes together, what is taken back, and what other programs make of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.errors import InputError
from citecheck.fix import Correction, apply, composed, correct, unified_diff, without_overlaps, worse
from citecheck.model.finding import Edit, Finding, Fix, Place, Severity, State
from citecheck.model.report import Report
from citecheck.model.source import Source, Span
from tests.parse.texts import QUICK


def edit(source: Source, start: int, end: int, new: str) -> Edit:
    return Edit(Span(source, start, end), new)


def finding(
    source: Source,
    at: tuple[int, int],
    *edits: Edit,
    code: str = "STY001",
    severity: Severity = Severity.INFO,
    safe: bool = True,
    subject: str = "",
    state: State = State.NEW,
    related: int = 0,
) -> Finding:
    place = Place(Span(source, *at), "en")
    return Finding(
        code=code,
        place=place,
        message="m",
        severity=severity,
        subject=subject or place.span.text,
        fix=Fix(edits, safe) if edits else None,
        fingerprint=f"{code} {subject or place.span.text}",
        state=state,
        related=(place,) * related,
    )


# Which corrections go together.


def chosen(*edit_lists: Sequence[tuple[int, int, str]], severities: Sequence[Severity] = ()) -> list[int]:
    source = Source("a.md", "0123456789")
    made = []
    for at, edits in enumerate(edit_lists):
        severity = severities[at] if severities else Severity.INFO
        found = finding(source, (0, 1), severity=severity, subject=str(at))
        made.append(Correction(found, tuple(edit(source, *one) for one in edits)))
    taken, left = without_overlaps(made)
    assert sorted([*taken, *left], key=made.index) == made
    return sorted(made.index(one) for one in taken)


def test_edits_apart_go_together() -> None:
    assert chosen([(0, 2, "x")], [(2, 4, "y")], [(6, 6, "z")]) == [0, 1, 2]


def test_the_first_of_two_that_overlap_goes_first() -> None:
    assert chosen([(0, 3, "x")], [(2, 4, "y")], [(3, 5, "z")]) == [0, 2]


def test_the_severest_goes_before_the_first() -> None:
    levels = (Severity.INFO, Severity.WARNING, Severity.ERROR)
    assert chosen([(0, 3, "x")], [(2, 4, "y")], [(3, 5, "z")], severities=levels) == [0, 2]
    assert chosen([(0, 3, "x")], [(2, 4, "y")], severities=levels) == [1]


def test_one_edit_that_overlaps_takes_the_others_of_its_finding_along() -> None:
    assert chosen([(0, 1, "x"), (5, 6, "x")], [(3, 4, "y"), (5, 7, "y")]) == [0]


def test_the_same_edit_twice_is_made_once() -> None:
    assert chosen([(0, 1, "x")], [(0, 1, "x"), (5, 6, "y")]) == [0, 1]


def test_an_insertion_at_the_edge_of_another_edit_has_no_order() -> None:
    assert chosen([(2, 4, "x")], [(4, 4, "y")]) == [0]
    assert chosen([(4, 4, "x")], [(4, 4, "y")]) == [0]


def test_an_edit_inside_a_longer_one_is_seen() -> None:
    assert chosen([(0, 9, "x")], [(4, 5, "y")]) == [0]
    assert chosen([(4, 5, "y")], [(0, 9, "x")]) == [0]
    assert chosen([(1, 2, "a"), (4, 5, "y")], [(0, 9, "x")]) == [0]


def test_edits_that_contradict_each_other_in_one_finding_are_not_made() -> None:
    assert chosen([(0, 3, "x"), (2, 4, "y")]) == []


# Edits after edits.


@st.composite
def edits_of(draw: st.DrawFn, source: Source) -> tuple[Edit, ...]:
    places = sorted(draw(st.sets(st.integers(0, len(source.text)), max_size=6)))
    return tuple(
        edit(source, start, end, draw(st.text("xyz\n", max_size=3)))
        for start, end in zip(places[::2], places[1::2], strict=False)
    )


@st.composite
def two_rounds(draw: st.DrawFn) -> tuple[Source, tuple[Edit, ...], tuple[Edit, ...]]:
    source = Source("a.md", draw(st.text("ab\n", max_size=20)))
    first = draw(edits_of(source))
    second = draw(edits_of(Source("a.md", apply(source.text, first))))
    return source, first, second


@given(two_rounds())
@QUICK
def test_two_rounds_of_edits_become_one(case: tuple[Source, tuple[Edit, ...], tuple[Edit, ...]]) -> None:
    source, first, second = case
    joint = composed(first, second)
    assert apply(source.text, joint) == apply(apply(source.text, first), second)
    assert all(one.span.end <= other.span.start for one, other in pairwise(joint))
    assert all(one.span.source is source for one in joint) or not first


def test_rounds_of_different_files_stay_apart() -> None:
    one, other = Source("a.md", "aa"), Source("b.md", "aa")
    first, second = edit(one, 0, 1, "x"), edit(other, 1, 2, "y")
    assert composed([first], [second]) == (first, second)


# What comes of a correction.


def report(*findings: Finding) -> Report:
    return Report(findings=findings, versions=(), rules={})


TEXT = Source("a.md", "one two three two")
NEXT = Source("a.md", "ONE two three two")
MEND = edit(TEXT, 0, 3, "ONE")


def test_a_finding_that_goes_is_no_harm() -> None:
    one, other = finding(TEXT, (0, 3), MEND), finding(TEXT, (4, 7))
    assert not worse(report(one, other), report(finding(NEXT, (4, 7))), [MEND], [one])


def test_a_finding_that_stays_is_one() -> None:
    one = finding(TEXT, (0, 3), MEND)
    assert worse(report(one), report(one), [MEND], [one])


def test_a_finding_that_comes_is_one() -> None:
    one = finding(TEXT, (0, 3), MEND)
    assert worse(report(one), report(finding(NEXT, (4, 7))), [MEND], [one])
    assert worse(report(one), report(finding(NEXT, (0, 3), code="STY002")), [MEND], [one])


def test_a_finding_named_after_the_corrected_text_is_known_by_its_place() -> None:
    one, other = finding(TEXT, (0, 3), MEND), finding(TEXT, (0, 7), code="STY002")
    assert not worse(report(one, other), report(finding(NEXT, (0, 7), code="STY002")), [MEND], [one])
    assert worse(report(one, other), report(finding(NEXT, (14, 17), code="STY002", subject="x")), [MEND], [one])


def test_equals_are_counted() -> None:
    one, other = finding(TEXT, (4, 7), MEND, subject="two"), finding(TEXT, (14, 17), subject="two")
    assert not worse(report(one, other), report(finding(NEXT, (14, 17), subject="two")), [MEND], [one])


def test_a_waived_finding_that_is_new_again_is_one() -> None:
    one, other = finding(TEXT, (0, 3), MEND), finding(TEXT, (4, 7), state=State.WAIVED)
    assert worse(report(one, other), report(finding(NEXT, (4, 7))), [MEND], [one])


def test_a_habit_may_keep_some_of_its_places_but_get_none() -> None:
    one = finding(TEXT, (0, 3), MEND, subject="habit", related=3)
    assert not worse(report(one), report(finding(NEXT, (4, 7), subject="habit", related=2)), [MEND], [one])
    assert worse(report(one), report(finding(NEXT, (4, 7), subject="habit", related=3)), [MEND], [one])
    assert worse(report(one), report(finding(NEXT, (4, 7), subject="habit", related=4)), [MEND], [one])


class Auditor:
    """Finds words that are to be replaced, and notes how often it is asked."""

    def __init__(self, text: str, wanted: dict[str, str], **options: bool) -> None:
        self.source = Source("a.md", text)
        self.wanted = wanted
        self.options = options
        self.asked = 0

    def __call__(self, edits: Sequence[Edit]) -> Report:
        self.asked += 1
        source = Source("a.md", apply(self.source.text, edits))
        found = []
        for word, new in self.wanted.items():
            at = source.text.find(word)
            while at >= 0:
                span = (at, at + len(word))
                found.append(finding(source, span, edit(source, *span, new), subject=word, **self.options))
                at = source.text.find(word, at + 1)
        return report(*found)


def corrected(text: str, wanted: dict[str, str], **options: bool) -> str:
    auditor = Auditor(text, wanted)
    return apply(text, correct(auditor, **options).edits)


def test_what_is_clean_is_audited_once() -> None:
    auditor = Auditor("nothing here", {"x": "y"})
    outcome = correct(auditor)
    assert (auditor.asked, outcome.edits, outcome.made) == (1, (), ())


def test_corrections_are_made_in_rounds() -> None:
    auditor = Auditor("abc abc", {"ab": "d", "bc": "e", "dc": "f"})
    outcome = correct(auditor)
    # The first finding wins, and what is left of the second gets its turn only where it is no new finding.
    assert outcome.overlapping
    assert outcome.after == auditor(outcome.edits)


def test_one_that_harms_is_taken_back_and_the_others_are_made() -> None:
    words = {f"w{at}w": f"v{at}v" for at in range(9)} | {"bad": "worse", "worse": "worst"}
    text = " ".join(["w0w", "w1w", "w2w", "bad", *(f"w{at}w" for at in range(3, 9))])
    outcome = correct(Auditor(text, words))
    assert apply(text, outcome.edits) == text.replace("w0w", "v0v").replace("w", "v").replace("vorse", "worse")
    assert [one.subject for one in outcome.harmful] == ["bad"]
    assert "bad" not in [one.subject for one in outcome.made]


def test_one_after_which_a_file_cannot_be_read_is_taken_back() -> None:
    auditor = Auditor("a b", {"a": "c", "b": "d"})

    def audit(edits: Sequence[Edit]) -> Report:
        if any(one.replacement == "c" for one in edits):
            raise InputError("a.md is in no encoding")
        return auditor(edits)

    outcome = correct(audit)
    assert apply("a b", outcome.edits) == "a d"
    assert [one.subject for one in outcome.harmful] == ["a"]


def test_one_that_goes_round_in_circles_is_not_made() -> None:
    assert corrected("a b", {"a": "b", "b": "a"}) == "a b"


def test_unsafe_ones_are_counted_and_made_when_told() -> None:
    auditor = Auditor("a b", {"a": "c"}, safe=False)
    outcome = correct(auditor)
    assert ([one.subject for one in outcome.doubtful], outcome.edits) == (["a"], ())
    outcome = correct(auditor, unsafe=True)
    assert (outcome.doubtful, apply("a b", outcome.edits)) == ((), "c b")


def test_only_wanted_rules_are_corrected() -> None:
    auditor = Auditor("a b", {"a": "c"})
    assert correct(auditor, codes=["STY002"]).edits == ()
    assert correct(auditor, codes=["STY001"]).edits != ()


def test_waived_findings_stay() -> None:
    source = Source("a.md", "a b")
    waived = finding(source, (0, 1), edit(source, 0, 1, "c"), state=State.WAIVED)
    assert correct(lambda edits: report(waived)).edits == ()


def test_what_cannot_be_written_is_said() -> None:
    outcome = correct(Auditor("a b", {"a": "c", "b": "d"}), writable=lambda edit: edit.replacement != "c")
    assert apply("a b", outcome.edits) == "a d"
    assert [one.subject for one in outcome.unwritable] == ["a"]


@given(
    st.text("abcd ", max_size=12),
    st.dictionaries(st.text("abcd", min_size=1, max_size=2), st.text("abcd", max_size=2), max_size=4),
)
@QUICK
def test_a_second_run_changes_nothing_and_no_finding_is_new(text: str, wanted: dict[str, str]) -> None:
    outcome = correct(Auditor(text, wanted))
    assert {one.subject for one in outcome.after.findings} <= {one.subject for one in outcome.before.findings}
    again = correct(Auditor(apply(text, outcome.edits), wanted))
    assert again.edits == ()


# The diff.


@st.composite
def byte_edits(draw: st.DrawFn) -> tuple[bytes, tuple[tuple[int, int, bytes], ...]]:
    pieces = st.sampled_from([b"a\n", b"b\n", b"\n", b"c\r\n", b"d", b"\0\n"])
    raw = b"".join(draw(st.lists(pieces, max_size=30)))
    places = sorted(draw(st.sets(st.integers(0, len(raw)), max_size=8)))
    new = st.lists(st.sampled_from([b"x", b"\n", b"y\n", b"\r"]), max_size=3).map(b"".join)
    return raw, tuple((start, end, draw(new)) for start, end in zip(places[::2], places[1::2], strict=False))


def made(raw: bytes, changes: Sequence[tuple[int, int, bytes]]) -> bytes:
    for start, end, new in reversed(changes):
        raw = raw[:start] + new + raw[end:]
    return raw


def patched(raw: bytes, diff: bytes) -> bytes:
    """What a reader of unified diffs makes of it, which checks every line and every number."""
    old = raw.split(b"\n")
    lines = [line + b"\n" for line in old[:-1]] + ([old[-1]] if old[-1] else [])
    result: list[bytes] = []
    at = 0
    rest = diff.split(b"\n")[2:-1]
    while rest:
        head = rest.pop(0).split()
        assert head[0] == head[3] == b"@@"
        (start, count), (new_start, new_count) = ([int(one) for one in part[1:].split(b",")] for part in head[1:3])
        start -= count > 0
        result += lines[at:start]
        at = start
        assert len(result) == new_start - (new_count > 0)
        while count or new_count:
            line = rest.pop(0)
            sign, content = line[:1], line[1:] + b"\n"
            if rest and rest[0].startswith(b"\\"):
                rest.pop(0)
                content = content[:-1]
            if sign in b" -":
                assert lines[at] == content
                at += 1
                count -= 1
            if sign in b" +":
                result.append(content)
                new_count -= 1
    return b"".join((*result, *lines[at:]))


@given(byte_edits())
@QUICK
def test_a_diff_leads_to_the_changed_file(case: tuple[bytes, tuple[tuple[int, int, bytes], ...]]) -> None:
    raw, changes = case
    diff = unified_diff("a.md", raw, changes)
    assert (diff == b"") == (made(raw, changes) == raw)
    assert patched(raw, diff) == made(raw, changes)


def test_a_diff_looks_as_one_expects() -> None:
    raw = b"".join(b"line %d\n" % number for number in range(1, 21)) + b"end"
    at = raw.index(b"line 5")
    changes = [(at, at + 4, b"LINE"), (at + 14, at + 18, b"LINE"), (len(raw) - 3, len(raw), b"END")]
    assert unified_diff("a b.md", raw, changes).decode() == (
        "--- a/a b.md\t\n+++ b/a b.md\t\n@@ -2,9 +2,9 @@\n line 2\n line 3\n line 4\n-line 5\n+LINE 5\n line 6\n-line 7\n+LINE 7\n"
        " line 8\n line 9\n line 10\n@@ -18,4 +18,4 @@\n line 18\n line 19\n line 20\n-end\n\\ No newline at end of file\n+END\n"
        "\\ No newline at end of file\n"
    )


NAMES = ("a.md", "folder/two words.md", 'quo"te\\s.md', "é.md", "new\nline.md")
FILES = {
    "plain": (b"one\ntwo\nthree\n", ((4, 7, b"TWO"),)),
    "no line end": (b"one\ntwo", ((4, 7, b"TWO"),)),
    "a line end put at the end": (b"one\ntwo", ((7, 7, b"\n"),)),
    "carriage returns": (b"one\r\ntwo\r\nthree\r\n", ((5, 8, b"TWO"),)),
    "only carriage returns": (b"one\rtwo\rthree", ((4, 7, b"TWO"),)),
    "latin-1": ("é\ntwo\né\n".encode("latin-1"), ((2, 5, b"TWO"),)),
    "utf-16": ("\ufeffé\ntwo\nü\n".encode("utf-16-le"), ((6, 8, b"T\0"),)),
    "lines joined and made": (b"one\ntwo\nthree\n", ((3, 4, b" "), (8, 8, b"and\n"))),
    "far apart": (b"x\n" * 40, ((0, 1, b"y"), (78, 79, b"y"))),
}


@pytest.mark.parametrize(
    "program", [["git", "apply", "diff"], ["patch", "-s", "-p1", "-i", "diff"]], ids=lambda one: one[0]
)
@pytest.mark.parametrize("case", FILES)
def test_other_programs_take_the_diff(tmp_path: Path, program: list[str], case: str) -> None:
    raw, changes = FILES[case]
    for name in NAMES:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw)
    diff = b"".join(unified_diff(name, raw, changes) for name in NAMES)
    (tmp_path / "diff").write_bytes(diff)
    if shutil.which(program[0]) is None:
        pytest.skip(f"no {program[0]}")
    # What lies around the folder must not matter: git looks for no repository above it.
    environment = {"PATH": os.environ["PATH"], "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    ran = subprocess.run(program, cwd=tmp_path, capture_output=True, check=False, env=environment)
    assert ran.returncode == 0, ran.stderr
    assert {name: (tmp_path / name).read_bytes() for name in NAMES} == dict.fromkeys(NAMES, made(raw, changes))
