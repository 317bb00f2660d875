"""How far rules are trusted with the text of a PDF."""

from __future__ import annotations

from citecheck.api import audit
from citecheck.model.report import Report
from tests.read.pdf.samples import LEFT, TOP, Item, Rule, lines, pdf, up

PAGE: list[Item] = [
    *lines(
        TOP, ("The harbour was “closed", up("1"), " for the winter, and nobody in"), ("the town knew", up("3"), " it.")
    ),
    Rule(LEFT, 140, 110),
    *lines(100, *((up(str(at), 6, 3), f" Doe, The ports, 199{at}, p. {at}.") for at in (1, 2, 3)), size=9.0),
]


def report() -> Report:
    return audit(["a.pdf"], contents={"a.pdf": pdf(PAGE, lang="en")})


def test_what_is_missing_is_only_likely() -> None:
    [found] = [one for one in report().findings if one.code == "NUM001"]
    assert (found.severity.value, found.confidence.value) == ("warning", "likely")


def test_signs_that_a_pdf_does_not_tell_are_not_judged() -> None:
    made = report()
    assert not any(one.code == "STY004" for one in made.findings)
    assert ("STY004", "pdf-text") in {(one.code, one.reason) for one in made.abstained}


def test_other_documents_are_judged_as_ever() -> None:
    made = audit(
        ["a.md"], contents={"a.md": b"# A\n\nA \xe2\x80\x9cclaim.[^1]\n\n[^1]: Doe, 1999.\n[^2]: Roe, 2000.\n"}
    )
    assert not any(one.reason == "pdf-text" for one in made.abstained)
    assert [one.severity.value for one in made.findings if one.code == "NUM001"] == ["error"]
