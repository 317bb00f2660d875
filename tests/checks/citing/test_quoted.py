"""CIT001 says nothing of what is cited within a quotation."""

from __future__ import annotations

import pytest

from citecheck import audit

ENTRIES = "\n\n## References\n\nDoe, J. (2019). *Elms*. Press.\n\nRoe, R. (2020). *Oaks*. Press.\n\nLow, L. (2021). *Firs*. Press.\n"
CITED = "Elms fall (Doe, 2019). Oaks stand (Roe, 2020, p. 2). Firs grow (Low, 2021).\n\n"


@pytest.mark.parametrize(
    ("quotation", "missing"),
    [
        ("> Ashes burn where they stand (Hill & Poe, 2018, p. 3) and so do yews.", False),
        ("> Ashes burn where they stand (Hill & Poe, 2018, p. 3).", True),
        ("She says: “ashes burn (Hill & Poe, 2018, p. 3) where they stand”.", False),
        ('She says: "ashes burn (Hill & Poe, 2018, p. 3) where they stand".', False),
        ("Elle dit : « les cendres brûlent (Hill & Poe, 2018, p. 3) dans le vent ».", False),
        ("She says: “ashes burn where they stand” (Hill & Poe, 2018, p. 3) and “fall”.", True),
        ('She says: "ashes burn where they stand" (Hill & Poe, 2018, p. 3) and "fall".', True),
        ("Ashes burn (Hill & Poe, 2018, p. 3).", True),
    ],
)
def test_what_is_cited_within_a_quotation(quotation: str, missing: bool) -> None:
    made = audit(["a.md"], contents={"a.md": (CITED + quotation + ENTRIES).encode()})
    assert any(one.code == "CIT001" for one in made.findings) is missing
