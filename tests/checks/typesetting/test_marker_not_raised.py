"""FMT001: markers of PDFs that are printed like the text around them."""

from __future__ import annotations

from tests.read.pdf.samples import LEFT, TOP, Part, Rule, lines, pdf, up

from citecheck.api import audit
from citecheck.model.finding import Finding


def flagged(mark: str | Part) -> list[Finding]:
    page = [
        *lines(
            TOP,
            ("The harbour was closed", up("1"), " for the winter, and"),
            ("nobody in the town", mark, " knew"),
            ("who signed", up("3"), " it."),
        ),
        Rule(LEFT, 140, 110),
        *lines(100, *((up(str(at), 6, 3), f" Doe, The ports, 199{at}, p. {at}.") for at in (1, 2, 3)), size=9.0),
    ]
    raw = pdf(page, lang="en")
    return [one for one in audit(["a.pdf"], contents={"a.pdf": raw}).findings if one.code == "FMT001"]


def test_a_marker_in_the_size_of_the_text_is_flagged() -> None:
    [found] = flagged("2")
    assert (found.place.note, found.severity.value, found.confidence.value) == ("2", "warning", "likely")


def test_a_raised_marker_is_not() -> None:
    assert flagged(up("2")) == []
