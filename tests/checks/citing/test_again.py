"""Sources that notes describe again, with a slip in a name or a title."""

from __future__ import annotations

import pytest

from citecheck import audit

NOTES = """# Les ponts

Il en reste deux.[^1] On les compte.[^2] On les repeint.[^3] On les ferme.[^4]

[^1]: {}
[^2]: Paul Roche, *Les Piles de bois*, Lyon, Quai, 2004, p. 8.
[^3]: *Ibid.*, p. 9.
[^4]: Anne Wirth, *Un tablier de fonte*, Lyon, Quai, 2011, p. 3.

## Bibliographie

{}

ROCHE Paul, *Les Piles de bois*, Lyon, Quai, 2004.

WIRTH Anne, *Un tablier de fonte*, Lyon, Quai, 2011.
"""
ENTRY = "BÉGUÉRY Élise, *Les Arches du canal latéral*, Lyon, Quai, 2009."


def said(note: str, entry: str = ENTRY) -> list[str]:
    report = audit([], langs=[("fr", "-")], stdin=NOTES.format(note, entry).encode(), select=["CIT003"])
    return [finding.place.span.text for finding in report.findings]


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Élise Béguéry, *Les Arches du canal latéral*, Lyon, Quai, 2009, p. 4.", []),
        ("É. Béguéry, *Les Arches du canal latéral*, Lyon, Quai, 2009, p. 4.", []),
        ("Élise Béguery, *Les Arches du canal latéral*, Lyon, Quai, 2009, p. 4.", ["Béguery"]),
        ("É. Bégéry, *Les Arches du canal latéral*, Lyon, Quai, 2009, p. 4.", ["Bégéry"]),
        ("Élise Béguéry, *Les Arches du canal latérale*, Lyon, Quai, 2009, p. 4.", ["*Les Arches du canal latérale*"]),
        ("Élise Béguéry, *Les Arches*, Lyon, Quai, 2009, p. 4.", []),
    ],
)
def test_names_and_titles_of_whole_references(note: str, found: list[str]) -> None:
    assert [text.strip("*") for text in said(note)] == [text.strip("*") for text in found]


def test_capitals_may_lack_their_accents() -> None:
    note = "Élise Béguéry, *Les Arches du canal latéral*, Lyon, Quai, 2009, p. 4."
    assert said(note, ENTRY.replace("BÉGUÉRY", "BEGUERY")) == []


def test_an_accent_of_a_short_citation() -> None:
    text = "A.[^1] B.[^2] C.[^3]\n\n[^1]: Béguery, 2009, p. 3\n[^2]: Roe, 2010, p. 4\n[^3]: Low, 2011, p. 5\n\n## References\n\n"
    text += (
        "Béguéry, É. (2009). *Arches*. Press.\n\nLow, L. (2011). *Piers*. Press.\n\nRoe, R. (2010). *Piles*. Press.\n"
    )
    report = audit([], langs=[("en", "-")], stdin=text.encode(), select=["CIT003"])
    assert [(one.place.span.text, one.severity.value) for one in report.findings] == [("Béguery", "warning")]


def test_numbers_tell_works_apart() -> None:
    entry = "BÉGUÉRY Élise, *Les Arches du canal, volume 12*, Lyon, Quai, 2009."
    assert said("Élise Béguéry, *Les Arches du canal, volume 13*, Lyon, Quai, 2009, p. 4.", entry) == []
