"""What comments say to citecheck."""

from __future__ import annotations

import pytest

from citecheck.read.remarked import DocumentComment, answered_comments, known_findings, told_comment

OWN = DocumentComment("0", "citecheck", "", ("CIT004 · error", "No such year.", "v1:0123456789abcdef"), "A")
SEVERAL = DocumentComment("1", "citecheck", "", ("CIT006 · info", "In full.", "v1:0123456789abcdef/30"), "B")


def reply(text: str, answers: str = "A", author: str = "Ann") -> DocumentComment:
    return DocumentComment("9", author, "2026-11-30", (text,), "Z", answers)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ok: as printed then", "citecheck: ignore CIT004 v1:0123456789abcdef as printed then (Ann, 2026-11-30)"),
        ("OK : as printed", "citecheck: ignore CIT004 v1:0123456789abcdef as printed (Ann, 2026-11-30)"),
        ("citecheck: ignore as printed", "citecheck: ignore CIT004 v1:0123456789abcdef as printed (Ann, 2026-11-30)"),
        ("Citecheck: ignore CIT004 – so", "citecheck: ignore CIT004 v1:0123456789abcdef so (Ann, 2026-11-30)"),
        ("ok:", "citecheck: ignore CIT004 v1:0123456789abcdef "),
        ("a --> b", None),
        ("okay, I will look", None),
    ],
)
def test_an_answer_can_accept_a_finding(said: str, told: str | None) -> None:
    assert told_comment(reply(said), (OWN, reply(said))) == told


def test_the_number_of_places_goes_with_the_finding() -> None:
    told = told_comment(reply("ok: our style", "B"), (SEVERAL,))
    assert told == "citecheck: ignore CIT006 v1:0123456789abcdef/30 our style (Ann, 2026-11-30)"


def test_a_comment_of_a_person_can_be_a_waiver_as_in_a_text() -> None:
    said = reply("citecheck: ignore CIT002 cited in print", "")
    assert told_comment(said, (said,)) == "citecheck: ignore CIT002 cited in print (Ann, 2026-11-30)"
    assert told_comment(reply("citecheck: ignore CIT002 a --> b", ""), ()) == (
        "citecheck: ignore CIT002 a → b (Ann, 2026-11-30)"
    )
    assert told_comment(reply("ok: fine", ""), ()) is None
    assert told_comment(OWN, (OWN,)) is None


def test_what_is_answered_or_resolved_is_known() -> None:
    resolved = DocumentComment("2", "citecheck", "", SEVERAL.paragraphs, "C", resolved=True)
    assert known_findings((OWN, SEVERAL)) == ()
    assert known_findings((OWN, SEVERAL, reply("Later."))) == (("CIT004", "v1:0123456789abcdef"),)
    assert known_findings((resolved,)) == (("CIT006", "v1:0123456789abcdef/30"),)
    assert answered_comments((OWN, reply("So.", author="citecheck"))) == ()


def test_a_comment_that_only_has_that_author_tells_no_finding() -> None:
    assert DocumentComment("0", "citecheck", "", ("Hello",)).finding is None
    assert DocumentComment("0", "citecheck", "", ()).finding is None
