"""Corrections in rounds: what is made, and what is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from citecheck.errors import InputError
from citecheck.fix import correct
from citecheck.fix.edits import apply
from citecheck.model.finding import Edit, State
from citecheck.model.report import Report
from citecheck.model.source import Source
from tests.fix.samples import edit, finding, report
from tests.parse.texts import QUICK


class Auditor:
    """Finds words that are to be replaced, and notes how often it is asked. ``apart`` gives each word a message of its own: with the
    same one, what overlaps a finding after a correction is that finding under another name."""

    def __init__(self, text: str, wanted: dict[str, str], *, apart: bool = False, **options: bool) -> None:
        self.apart = apart
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
                mended = edit(source, *span, new)
                message = word if self.apart else "m"
                found.append(finding(source, span, mended, subject=word, message=message, **self.options))
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


def test_the_one_that_harms_is_found_by_its_line_at_once() -> None:
    words = {f"w{at}w": f"v{at}v" for at in range(64)} | {"bad": "worse", "worse": "worst"}
    auditor = Auditor("\n".join(["bad", *(f"w{at}w" for at in range(64))]), words)
    settled = []
    outcome = correct(auditor, watch=lambda done, total: settled.append((done, total)))
    assert (len(outcome.made), [one.subject for one in outcome.harmful]) == (64, ["bad"])
    # Before, all, all but one, that one, and that one once more in a round of its own.
    assert auditor.asked == 5
    assert settled == [(0, 65), (64, 65), (65, 65), (65, 65)]


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
    outcome = correct(Auditor(text, wanted, apart=True))
    assert {one.subject for one in outcome.after.findings} <= {one.subject for one in outcome.before.findings}
    again = correct(Auditor(apply(text, outcome.edits), wanted, apart=True))
    assert again.edits == ()
