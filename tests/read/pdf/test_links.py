"""The links of a page."""

from __future__ import annotations

from citecheck.read.pdf import layout
from citecheck.read.pdf.links import linked as parted
from citecheck.read.pdf.runs import Run
from tests.read.pdf.samples import LEFT, TOP, Link, line, linked, pdf, up


def test_a_run_is_parted_where_a_link_begins_and_ends() -> None:
    run = Run("see here now", [(10.0 * at, 10.0 * at + 10) for at in range(12)], 100, 10, False, False, False, 0)
    made = parted([run], [(40, 80, 98, 110, "https://example.org")])
    assert [(one.text, one.target) for one in made] == [("see ", ""), ("here", "https://example.org"), (" now", "")]


def test_a_link_at_another_height_parts_nothing() -> None:
    run = Run("see", [(0.0, 5.0)] * 3, 100, 10, False, False, False, 0)
    assert parted([run], [(0, 80, 50, 60, "https://example.org")]) == [run]


def test_links_within_the_document_have_no_address() -> None:
    page = [line(TOP, "See there", up("1"), " below."), Link(LEFT, TOP - 3, LEFT + 300, TOP + 9)]
    assert linked(layout("a.pdf", pdf(page))) == []
