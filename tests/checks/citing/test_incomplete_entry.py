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


@pytest.mark.parametrize(
    ("text", "note", "severity"),
    [
        ("Trees fall", "https://elms.example/2019/04/elms-fall-again.html", "warning"),
        # The words before the call name the site.
        ("They all use GrapeTool", "See https://grapetool.example/learn/serving-2019.html", "info"),
        ("They all use GrapeTool", "See https://elms.example/learn/serving-2019.html", "warning"),
        # The note says what is seen there.
        (
            "Trees fall",
            "The walk of the second day can be seen here: https://elms.example/2019/elms-fall-again",
            "info",
        ),
        # A copy in an archive of a home page.
        ("Trees fall", "https://web.archive.org/web/20140814230122/http://elms.example/", "info"),
    ],
)
def test_an_address_alone(text: str, note: str, severity: str) -> None:
    others = "".join(f"\n\n[^{at}]: Doe, *Elms {at}*, Press, 2019." for at in "bcd")
    body = f"{text}.[^a] B.[^b] C.[^c] D.[^d]\n\n[^a]: {note}{others}\n"
    made = audit(["a.md"], contents={"a.md": body.encode()})
    assert [one.severity.value for one in made.findings if one.code == "CIT010"] == [severity]


def test_a_title_before_an_address() -> None:
    text = "A.[^a]\n\n[^a]: Medicines for elms in winter. https://elms.example/doi/10.1176/appi.2010.08101500\n"
    made = audit(["a.md"], contents={"a.md": text.encode()})
    assert not [one for one in made.findings if one.code == "CIT010" and one.severity.value == "warning"]


def test_a_body_between_the_title_and_its_year() -> None:
    entry = "Attacks on harbours, Harbour Campus / Northport Hub (2019)"
    made = audit(["a.md"], contents={"a.md": TEXT.format(entry).encode()})
    assert not [one for one in made.findings if one.code == "CIT010"]
