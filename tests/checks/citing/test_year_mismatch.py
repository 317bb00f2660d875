"""CIT004: other slips do not hide how the document cites."""

from __future__ import annotations

import pytest

from citecheck import audit

ENTRIES = (
    "## References\n\nHarrow, H. (2021). Three. Press.\n\nMorgan, M. (2020). One. Press.\n\n"
    "Roebuck, R. (2018). Two. Press.\n\nTanner, T. (2017). Four. Press.\n"
)


def codes(*notes: str) -> list[str]:
    said = " ".join(f"Word<sup>{label}</sup>." for label in range(1, len(notes) + 1))
    below = "".join(f"<sup>{label}</sup> {note}\n\n" for label, note in enumerate(notes, 1))
    made = audit([], langs=[("en", "-")], stdin=f"# Report\n\n{said}\n\n{below}{ENTRIES}".encode())
    return sorted(one.code for one in made.findings if one.code in ("CIT001", "CIT003", "CIT004"))


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        # One that resolves and two that are misspelt.
        (("Roebuck, 2018, p. 1", "Harow, 2021, p. 2", "Taner, 2017, p. 3", "Morgan, 2019, p. 4"), ["CIT003"] * 2 + ["CIT004"]),
        # Two that resolve, and another wrong year.
        (("Roebuck, 2018, p. 1", "Harrow, 2021, p. 2", "Tanner, 2016, p. 3", "Morgan, 2019, p. 4"), ["CIT004"] * 2),
        # Nothing resolves: the bibliography may be of something else.
        (("Roebuck, 2011, p. 1", "Harrow, 2012, p. 2", "Tanner, 2013, p. 3", "Morgan, 2014, p. 4", "Morgan, 2015, p. 4"), []),
    ],
)  # fmt: skip
def test_slips_show_how_a_document_cites(notes: tuple[str, ...], found: list[str]) -> None:
    assert codes(*notes) == found


def test_the_same_pages_of_another_year_tell_which_is_meant() -> None:
    text = (
        "A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup> D.<sup>4</sup>\n\n<sup>1</sup> Doe, 2017, p. 152-157\n\n<sup>2</sup> Doe, 2012, p. 152-157\n\n"
        "<sup>3</sup> Roe, 2020\n\n<sup>4</sup> Low, 2021\n\n## References\n\nDoe, J. (2017). One.\n\nDoe, J. (2019). Two.\n\n"
        "Low, L. (2021). Three.\n\nRoe, R. (2020). Four.\n"
    )
    (one,) = (found for found in audit(["-"], stdin=text.encode()).findings if found.code == "CIT004")
    assert (one.message, dict(one.values)["note"], dict(one.values)["known"]) == ("same-pages", "1", "Doe, 2017")
    (one,) = (
        found
        for found in audit(["-"], stdin=text.replace("12, p. 152-157", "12").encode()).findings
        if found.code == "CIT004"
    )
    assert one.message == "several"


@pytest.mark.parametrize(
    ("year", "entry", "severity"),
    [("2018", "2020", "error"), ("1857", "2020", "warning"), ("2018", "n.d.", "info")],
)
def test_how_sure_a_wrong_year_is(year: str, entry: str, severity: str) -> None:
    entries = ENTRIES.replace("Morgan, M. (2020)", f"Morgan, M. ({entry})")
    text = f"A (Morgan, {year}, p. 5). B (Roebuck, 2018). C (Harrow, 2021). D (Tanner, 2017).\n\n{entries}"
    made = audit(["a.md"], contents={"a.md": text.encode()})
    assert [one.severity.value for one in made.findings if one.code == "CIT004"] == [severity]
