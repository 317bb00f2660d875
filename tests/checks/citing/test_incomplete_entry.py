"""CIT010: what a web page lacks is an information, what a book lacks a warning."""

from __future__ import annotations

import pytest

from citecheck import audit

TEXT = "# T\n\nText (Doe, 2001).\n\n## References\n\nDoe, J. (2001). *Elms*. Press.\n\n{}\n"


@pytest.mark.parametrize(
    ("entry", "severity"),
    [
        ("Elm Office. Our trees. elms.example/about (accessed January 1, 2018).", "info"),
        ("Roe, R. Two things. Press.", "warning"),
    ],
)
def test_what_a_web_page_lacks_is_an_information(entry: str, severity: str) -> None:
    made = audit(["a.md"], contents={"a.md": TEXT.format(entry).encode()})
    assert [one.severity.value for one in made.findings if one.code == "CIT010"] == [severity]
