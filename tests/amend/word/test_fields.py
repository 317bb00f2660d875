"""What fields print, and what they only surround."""

from __future__ import annotations

from citecheck.amend.word.fields import printed_by_fields
from tests.amend.word.test_word import FIELD
from tests.read.word.samples import element, p, r


def printed(text: str) -> list[str]:
    root = element(text)
    found = printed_by_fields([root])
    return [one.text or "" for one in root.iter("{*}t") if one in found]


def test_fields_print_their_results() -> None:
    assert printed(p("a", FIELD.format(code="PAGEREF x", shown=r("b")), "c")) == ["b"]
    assert printed(p(FIELD.format(code='HYPERLINK "x"', shown=r("a") + FIELD.format(code="REF y", shown=r("b"))))) == [
        "b"
    ]


def test_one_that_never_ends_says_nothing() -> None:
    begun = FIELD.format(code="REF x", shown=r("b")).rpartition("<w:r>")[0]
    assert printed(p(begun, "c")) == []


def test_content_that_is_bound_is_printed_from_elsewhere() -> None:
    bound = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>" + r("a") + "</w:sdtContent></w:sdt>"
    assert printed(p(bound.format('<w:dataBinding w:xpath="/x"/>'))) == ["a"]
    assert printed(p(bound.format(""))) == []
