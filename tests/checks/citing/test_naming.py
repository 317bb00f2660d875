"""What in a text names an entry that no citation leads to."""

from __future__ import annotations

import pytest

from citecheck import audit
from citecheck.checks.citing.naming import QUOTED, Named

ENTRY = "Hill, H. & Poe, A. (2018). *Ash trees of the north*. Press. https://example.org/ash"


@pytest.mark.parametrize(
    ("text", "entry", "named"),
    [
        ("Ashes burn.", ENTRY, False),
        ("Hill says so.", ENTRY, True),
        ("The ash trees of the north burn.", ENTRY, True),
        ("See www.example.org/ash/.", ENTRY, True),
        ("Les frênes, selon la FTPDL.", "FTPDL (Forest and Tree Party). https://example.org/ftpdl-2018", True),
        ("They stand in 'Ash Trees of the North'.", "Hill, H., 'Ash Trees\nof the North', 2018.", True),
    ],
)
def test_what_names_an_entry(text: str, entry: str, named: bool) -> None:
    written = f"{text}\n\n## References\n\nDoe, J. (2019). *Elms*. Press.\n\n{entry}\n"
    [version] = audit([], langs=[("en", "-")], stdin=written.encode()).versions
    assert Named(version, frozenset()).names(version.document.entries[-1]) is named


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Doe, “Elms and oaks”, 2019", ["Elms and oaks"]),
        ("Doe, 'Elms'\n\n'Oaks", []),
        ("Doe, 'Elms and\noaks', 2019", ["Elms and\noaks"]),
        ("l'Orme, d'Or et l'Elme d'Or", []),
    ],
)
def test_what_stands_in_quotation_marks(text: str, quoted: list[str]) -> None:
    assert [match.group("double") or match.group("single") for match in QUOTED.finditer(text)] == quoted
