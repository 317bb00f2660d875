"""CIT003: what its fix changes, and when a person must look first."""

from __future__ import annotations

import pytest

from citecheck import audit
from citecheck.fix.edits import apply
from citecheck.model.finding import Finding

ENTRIES = "\n## References\n\n1. Johnson, J. (2019). One. Press.\n2. Roe, R. (2020). Two. Press.\n{}"


def text(paragraph: str, *notes: str, more: str = "") -> str:
    """A paragraph with notes, which it calls itself or a second one does, and a bibliography."""
    calls = " ".join(f"So.<sup>{number}</sup>" for number, _ in enumerate(notes, 1) if f">{number}<" not in paragraph)
    body = "".join(f"\n\n<sup>{number}</sup> {note}" for number, note in enumerate(notes, 1))
    return f"{paragraph}\n\n{calls}{body}\n" + ENTRIES.format(more)


def found(written: str) -> Finding:
    made = audit([], langs=[("en", "-")], stdin=written.encode(), select=["CIT003"])
    [one] = made.findings
    return one


def mended(written: str) -> str:
    one = found(written)
    assert one.fix is not None
    return apply(written, one.fix.edits)


def test_the_citation_and_the_text_that_calls_it_are_corrected() -> None:
    written = text("As Jonhson says, much is lost.<sup>1</sup>", "Jonhson, 2019, p. 3", "Roe, 2020")
    assert mended(written) == written.replace("Jonhson", "Johnson")
    fix = found(written).fix
    assert fix is not None
    assert fix.safe


def test_all_authors_but_the_misspelt_one_stay() -> None:
    written = text(
        "A.<sup>1</sup>", "Lowe & Pakrer, 2018, p. 3", more="3. Lowe, L. & Parker, P. (2018). Three. Press.\n"
    )
    assert mended(written) == written.replace("Pakrer", "Parker")


def test_a_name_in_a_paragraph_without_its_note_may_be_somebody_else() -> None:
    fix = found(text("President Jonhson was pleased.", "Jonhson, 2019, p. 3", "Roe, 2020")).fix
    assert fix is not None
    assert not fix.safe


@pytest.mark.parametrize(
    ("notes", "more", "safe"),
    [
        (2, "", True),
        (3, "", False),
        (3, "3. Johnson, J. (2021). Three. Press.\n", True),
        (3, "3. Johnsen, J. (2021). Three. Press.\n", False),
    ],
)
def test_many_notes_against_one_entry_may_be_right(notes: int, more: str, safe: bool) -> None:
    citations = [f"Jonhson, 2019, p. {page}" for page in range(3, 3 + notes)]
    fix = found(text("A.", *citations, more=more)).fix
    assert fix is not None
    assert fix.safe is safe


def test_a_citation_that_spells_it_as_the_entry_does_confirms_it() -> None:
    citations = [f"Jonhson, 2019, p. {page}" for page in range(3, 6)]
    fix = found(text("A.", *citations, "Johnson, 2019, p. 9")).fix
    assert fix is not None
    assert fix.safe


CAPITALS = "3. PARKER-ÉLIE, P. (2018). Three. Press.\n"


def test_an_entry_in_capitals_is_cited_in_lower_case() -> None:
    written = text("A.", "Pakrer-Élie, 2018", "Parker-Élie, 2018", more=CAPITALS)
    assert mended(written) == written.replace("Pakrer", "Parker")
    fix = found(written).fix
    assert fix is not None
    assert fix.safe


def test_capitals_without_a_citation_to_go_by_may_lack_accents() -> None:
    written = text("A.", "Pakrer-Élie, 2018", more=CAPITALS)
    assert mended(written) == written.replace("Pakrer", "Parker")
    fix = found(written).fix
    assert fix is not None
    assert not fix.safe
