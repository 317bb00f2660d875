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
