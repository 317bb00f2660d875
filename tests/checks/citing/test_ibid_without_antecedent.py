"""CIT008: pointers to notes that another defect took away."""

from __future__ import annotations

import pytest

from citecheck import audit

TEXT = (
    "One.<sup>1</sup> Two.<sup>2</sup> Three.<sup>3</sup> Four.<sup>4</sup> Five.<sup>5</sup>\n\n"
    "<sup>1</sup> Doe, 2019, p. 1.\n\n<sup>2</sup> Roe, 2020, p. 2.\n\n<sup>3</sup> Low, 2021, p. 3.\n\n"
    "<sup>4</sup> Doe, 2019, p. 4.\n\n<sup>5</sup> See note {}.\n\n## References\n\nDoe, J. (2019). One. Press.\n\n"
    "Low, L. (2021). Three. Press.\n\nRoe, R. (2020). Two. Press.\n"
)


def codes(written: str) -> list[str]:
    made = audit([], langs=[("en", "-")], stdin=written.encode())
    return sorted(one.code for one in made.findings if one.severity.rank < 2)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("<sup>3</sup> Low", "<sup>2</sup> Low", "NUM004"), ("<sup>3</sup> Low, 2021, p. 3.\n\n", "", "NUM002")],
)
def test_a_pointer_to_a_note_that_is_lost_is_no_defect_besides(old: str, new: str, code: str) -> None:
    written = TEXT.replace(old, new, 1)
    assert written != TEXT
    extra = ["CIT002"] if code == "NUM002" else []
    assert codes(written.format(3)) == sorted([code, *extra])


def test_a_pointer_to_another_note_is_a_defect_of_its_own() -> None:
    assert codes(TEXT.format(3)) == []
    assert codes(TEXT.format(9)) == ["CIT008"]
    assert codes(TEXT.replace("<sup>3</sup> Low", "<sup>2</sup> Low", 1).format(9)) == ["CIT008", "NUM004"]


@pytest.mark.parametrize(
    ("name", "message", "near"),
    [
        ("K. Van Lonen", "near", "Karel Van Loonen"),
        ("Van Loonem", "near", "Karel Van Loonen"),
        ("K. Tanner", "author", None),
    ],
)
def test_a_name_that_is_nearly_one_cited_before_is_said(name: str, message: str, near: str | None) -> None:
    written = (
        "A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup>\n\n"
        "<sup>1</sup> Karel Van Loonen, *The dockers* (Antwerp: Quay, 1966), 78.\n\n"
        f"<sup>2</sup> Ann Poe, *The quays* (Antwerp: Quay, 1970), 5.\n\n<sup>3</sup> {name}, op. cit., p. 3.\n"
    )
    made = audit([], langs=[("en", "-")], stdin=written.encode())
    found = next(one for one in made.findings if one.code == "CIT008")
    assert (found.message, dict(found.values).get("near")) == (message, near)
