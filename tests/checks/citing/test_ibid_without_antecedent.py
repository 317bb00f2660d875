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
        ("M. Van Loonen", "near", "Karel Van Loonen"),
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


PART = (
    "It goes on.[^41] And on.[^42] And on.[^43]\n\n[^41]: {}\n\n[^42]: Jane Low, *Tides* (Hull: Harrow, 1988), 4.\n\n"
    "[^43]: Anna Roe, *Salt* (Hull: Harrow, 1992), 7.\n"
)


@pytest.mark.parametrize(
    "first", ["Doe, *op. cit.*, p. 80.", "Ibid., p. 80.", "*Bridges*, op. cit., p. 80.", "See supra note 12."]
)
def test_what_may_stand_in_an_earlier_part_of_a_longer_work_is_no_defect(first: str) -> None:
    assert "CIT008" not in codes(PART.format(first))
    assert "CIT008" in codes(PART.format(first).replace("[^4", "[^"))


def test_what_a_part_of_a_longer_work_must_have_itself_is_looked_for() -> None:
    assert "CIT008" in codes(
        PART.format("Doe, 2001, p. 4").replace("Jane Low, *Tides* (Hull: Harrow, 1988), 4", "See note 90")
    )


LIST = "\n\n## References\n\n- Doe, J. (2019), “Tides”, *Quay Notes*, no. 1, p. 20-30.\n- Roe, R. (2020). Two. Press.\n"


@pytest.mark.parametrize("bracket", ["(ibid., p. 24)", "(ibid. 24)", "(Id., p. 24)", "(*idem*, p. 24)", "(loc. cit.)"])
def test_a_bracket_that_repeats_needs_one_before_it(bracket: str) -> None:
    assert codes(f"The quay is old {bracket}. It was wet (Doe, 2019; Roe, 2020).{LIST}") == ["CIT008"]
    assert codes(f"It was wet (Roe, 2020; Doe, 2019). The quay is old {bracket}.{LIST}") == ["CIT009"]
    assert codes(f"It was wet (Roe, 2020) and low (Doe, 2019). The quay is old {bracket}.{LIST}") == []


def test_a_number_that_identifies_is_no_repetition() -> None:
    assert codes(f"The quay is old (customer id. 24). It was wet (Doe, 2019; Roe, 2020).{LIST}") == []


def test_notes_with_numbers_are_met_as_they_are_called() -> None:
    text = "One.<sup>1</sup> Two.<sup>2</sup> Three.<sup>3</sup>\n\n<sup>3</sup> Ibid., p. 24.\n\n"
    assert codes(f"{text}<sup>1</sup> Roe, 2020, p. 2.\n\n<sup>2</sup> Doe, 2019, p. 22.{LIST}") == []
