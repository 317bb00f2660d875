"""CIT009: Ibid after a note with several sources, and not after one of which parts were read as two."""

from __future__ import annotations

import pytest

from citecheck import audit


@pytest.mark.parametrize(
    ("note", "several"),
    [
        ("Doe, 2019, p. 4; Roe, 2020, p. 5", True),
        ("Doe, 2019, p. 4, and Roe, 2020, p. 5", True),
        ("Doe, 2019, p. 4, ainsi que Roe, 2020, p. 5. Voir aussi Low, 2021", True),
        ("Jane Doe, 'Elms Fall', 2019, 39, https://example.org/elms", False),
        ("Forest Board, 'Elm Report', 2019, 39,\n    https://example.org/elms", False),
    ],
)
def test_several_sources(note: str, several: bool) -> None:
    text = f"Elms fall.[^1] They lie.[^2]\n\n[^1]: {note}\n\n[^2]: Ibid.\n"
    made = audit(["a.md"], contents={"a.md": text.encode()})
    assert any(one.code == "CIT009" for one in made.findings) is several


@pytest.mark.parametrize(
    ("bracket", "several"),
    [
        ("(Doe, 2019; Roe, 2020)", True),
        ("(Doe, 2019 in Roe, 2020, p. 5)", False),
        ("(Doe, 2019, cited in Roe, 2020)", False),
    ],
)
def test_a_source_within_another(bracket: str, several: bool) -> None:
    entries = "## References\n\nDoe, J. (2019). *Elms*. Press.\n\nRoe, R. (2020). *Oaks*. Press.\n"
    text = f"Elms fall {bracket}. They lie (*Ibid.*).\n\n{entries}"
    made = audit(["a.md"], contents={"a.md": text.encode()})
    assert [one.message for one in made.findings if one.code == "CIT009"] == (["bracket"] if several else [])
