"""NUM010: which markers its fix moves."""

from __future__ import annotations

import pytest

from citecheck import audit
from citecheck.fix.edits import apply
from citecheck.model.finding import Finding

BEFORE = " ".join(f"Word<sup>{number}</sup>." for number in range(1, 12))
BEHIND = " ".join(f"Word.<sup>{number}</sup>" for number in range(1, 12))


def found(habit: str, last: str) -> tuple[str, Finding]:
    notes = "\n\n".join(f"<sup>{number}</sup> A" for number in range(1, 13 + last.count("<sup>13")))
    written = f"{habit} {last}\n\n{notes}\n"
    made = audit([], langs=[("en", "-")], stdin=written.encode(), select=["NUM010"])
    [one] = [one for one in made.findings if one.message != "group"]
    return written, one


@pytest.mark.parametrize(
    ("habit", "last", "mended"),
    [
        (BEFORE, "They left.<sup>12</sup>", "They left<sup>12</sup>."),
        (BEFORE, "They left.<sup>12</sup> Nobody came.", "They left<sup>12</sup>. Nobody came."),
        (BEFORE, "They left,<sup>12</sup> and came.", "They left<sup>12</sup>, and came."),
        (BEFORE, "They left (all of them).<sup>12</sup>", "They left (all of them)<sup>12</sup>."),
        (BEFORE, "They left in 1954.<sup>12</sup>", "They left in 1954<sup>12</sup>."),
        (BEFORE, "<ul><li>They left.<sup>12</sup></li></ul>", "<ul><li>They left<sup>12</sup>.</li></ul>"),
        (BEHIND, "They left<sup>12</sup>.", "They left.<sup>12</sup>"),
        (BEHIND, "They left<sup>12</sup>, and came.", "They left,<sup>12</sup> and came."),
    ],
)
def test_a_marker_moves_to_the_other_side(habit: str, last: str, mended: str) -> None:
    written, one = found(habit, last)
    assert one.fix is not None
    assert one.fix.safe
    assert apply(written, one.fix.edits) == written.replace(last, mended)


@pytest.mark.parametrize(
    ("habit", "last"),
    [
        (BEFORE, "They left the U.S.<sup>12</sup> Nobody came."),
        (BEFORE, "They left at 5 p.m.<sup>12</sup> Nobody came."),
        (BEFORE, "They left, etc.<sup>12</sup> and came."),
        (BEFORE, "They left with Dr.<sup>12</sup> Doe."),
        (BEFORE, "They left...<sup>12</sup> Nobody came."),
        (BEFORE, "They left?!<sup>12</sup> Nobody came."),
        (BEFORE, "They left.<sup>12</sup><sup>13</sup> Nobody came."),
        (BEHIND, "They left<sup>12</sup>..."),
        (BEHIND, "They left<sup>12</sup><sup>13</sup>."),
        (BEHIND, "They left<sup>12</sup>.”"),
    ],
)
def test_a_marker_stays_where_more_would_have_to_move(habit: str, last: str) -> None:
    _, one = found(habit, last)
    assert one.fix is None or not any(edit.span.text in last for edit in one.fix.edits)
