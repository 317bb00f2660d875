"""How findings about two copies name them, and what they find."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck import pipeline
from citecheck.checks.copies.told import differences, excerpt, names, runs
from citecheck.model.collation import Standing
from citecheck.model.finding import Finding, Severity
from citecheck.model.job import Job
from tests.collate.copies import FILLER, collated, noted
from tests.planting.drafts import KINDS, Planted, planted

NOTES = ("Marlowe, 1951, p. 3, on Brest.", "Perrin, 1962, p. 7, on Hull.", "Oduya, 1999, p. 1, on Kiel.", "Ibid.")


def found(first: str, second: str) -> list[Finding]:
    """What the rules about copies find between two texts in Markdown."""
    left, right = (
        pipeline.load(Job(langs=(("en", name),), contents={name: text.encode()}))[0]
        for name, text in (("a.md", first), ("b.md", second))
    )
    report = pipeline.compare(left, right, Job())
    assert report.crashes == ()
    return list(report.findings)


PLANTED = [one for seed in (1, 2) for one in planted(seed)]


@pytest.mark.parametrize("one", PLANTED, ids=[one.kind for one in PLANTED])
def test_each_change_is_found_as_what_it_is_and_nothing_else(one: Planted) -> None:
    assert [finding.code for finding in found(one.first.markdown(), one.second.markdown())] == list(one.codes)


@pytest.mark.parametrize(
    ("kind", "severity"),
    [
        ("lost", Severity.ERROR),
        ("elsewhere", Severity.ERROR),
        ("exchanged", Severity.ERROR),
        ("added", Severity.WARNING),
        ("page", Severity.WARNING),
        ("moved", Severity.WARNING),
        ("passage-lost", Severity.WARNING),
        ("entry", Severity.WARNING),
    ],
)
def test_only_what_misleads_is_an_error(kind: str, severity: Severity) -> None:
    (one,) = [one for one in planted(3) if one.kind == kind]
    assert [finding.severity for finding in found(one.first.markdown(), one.second.markdown())] == [severity]


def test_where_the_marker_leads_elsewhere() -> None:
    (one,) = found(noted(*NOTES), noted(NOTES[2], *NOTES[1:]))
    # The second copy has there what the first one has at its third marker.
    assert (one.place.span.path, one.place.note) == ("b.md", "1")
    (one,) = found(noted(NOTES[2], *NOTES[1:]), noted(*NOTES))
    assert (one.place.span.path, one.place.note) == ("a.md", "1")


def test_two_notes_that_are_exchanged() -> None:
    (one,) = found(noted(*NOTES), noted(NOTES[1], NOTES[0], *NOTES[2:]))
    assert (one.code, one.message, dict(one.values)["note"], dict(one.values)["second"]) == (
        "CMP004",
        "exchanged",
        "1",
        "2",
    )


def test_all_notes_lost_is_one_finding() -> None:
    notes = tuple(
        f"{author}, 1951, p. {at}, on Brest."
        for at, author in enumerate(("Doe", "Roe", "Poe", "Moe", "Low", "Row", "Tow"))
    )
    sentences = tuple(
        f"In {1800 + at} the boats of harbour {at} came in late, and nobody asked why." for at in range(7)
    )
    (one,) = found(noted(*notes, sentences=sentences), noted(*[""] * 7, sentences=sentences))
    assert (one.code, one.message, one.severity) == ("CMP001", "many", Severity.WARNING)


def test_a_marker_that_was_lost() -> None:
    (one,) = found(noted(*NOTES), noted(*NOTES).replace(f"{FILLER[1]}[^2]", FILLER[1]))
    assert (one.code, one.message, one.severity) == ("CMP001", "call", Severity.ERROR)
    (one,) = found(noted(*NOTES).replace(f"{FILLER[1]}[^2]", FILLER[1]), noted(*NOTES))
    assert (one.code, one.message, one.severity) == ("CMP002", "call", Severity.INFO)


def test_another_count_is_one_remark() -> None:
    one, other = (noted(*NOTES[:3]) for _ in range(2))
    for label in "123":
        one = one.replace(f"[^{label}]: ", f"<sup>{label}</sup> ").replace(f"[^{label}]", f"<sup>{label}</sup>")
        other = other.replace(f"[^{label}]: ", f"<sup>2{label}</sup> ").replace(f"[^{label}]", f"<sup>2{label}</sup>")
    (finding,) = found(one, other)
    assert (finding.code, finding.severity, dict(finding.values)["runs"]) == ("CMP007", Severity.INFO, ("1–3 → 21–23",))


def test_the_rules_run_only_beside_a_copy(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(noted(*NOTES), "utf-8")
    report = pipeline.audit(Job(paths=(str(tmp_path / "a.md"),)))
    skipped = {one.code: one.reason for one in report.skipped}
    assert {skipped[f"CMP00{at}"] for at in range(1, 8)} == {"no-copy"}


def test_what_copies_are_called() -> None:
    assert names(collated(noted(*NOTES), noted(*NOTES))) == ("a.md", "b.md")


def test_how_notes_and_words_are_shown() -> None:
    x = collated(noted(*NOTES), noted("*Marlowe*, 1951, p. 9, on Brest.", *NOTES[1:]))
    (one,) = x.standing(Standing.REWORDED)
    assert one.right is not None
    assert excerpt(one.right) == "Marlowe, 1951, p. 9, on Brest."
    assert (differences(one.differing, 0), differences(one.differing, 1)) == ("3", "9")


def test_notes_that_follow_each_other_go_together() -> None:
    x = collated(noted(*NOTES), noted("", "", NOTES[2], ""))
    alone = [one for one in x.notes if one.right is None]
    assert [[note.number for note in run] for run in runs(x, 0, alone)] == [["1", "2"], ["4"]]
    assert len(KINDS) == 12
