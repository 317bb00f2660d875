"""Headings: by bookmarks, else by type."""

from __future__ import annotations

from citecheck.model.layout import Role
from citecheck.read.pdf import layout
from tests.read.pdf.samples import PROSE, TOP, Part, line, lines, pdf, texts


def roles(raw: bytes) -> list[tuple[str, Role, int]]:
    made = layout("a.pdf", raw)
    return [(text[:20], block.role, block.level) for text, block in zip(texts(made), made.blocks, strict=True)]


def test_bookmarks_name_headings() -> None:
    page = [*lines(TOP, "1.2 The closed harbour"), *lines(TOP - 30, *PROSE[0])]
    made = roles(pdf(page, outline=[("The closed harbour", 0, 0)]))
    assert made[0] == ("1.2 The closed harbo", Role.HEADING, 1)


def test_bookmarks_have_levels() -> None:
    page = [*lines(TOP, "Ports"), *lines(TOP - 30, *PROSE[0]), *lines(TOP - 90, "Nets"), *lines(TOP - 120, *PROSE[1])]
    made = roles(pdf(page, outline=[("Ports", 0, 0), ("Nets", 0, 1)]))
    assert [(text, level) for text, role, level in made if role is Role.HEADING] == [("Ports", 1), ("Nets", 2)]


def test_larger_type_makes_headings_of_levels() -> None:
    page = [
        line(TOP, Part("The closed harbour", 18)), *lines(TOP - 30, *PROSE[0]),
        line(TOP - 90, Part("Its boats", 14)), *lines(TOP - 120, *PROSE[1]),
    ]  # fmt: skip
    made = roles(pdf(page))
    assert [(text, level) for text, role, level in made if role is Role.HEADING] == [
        ("The closed harbour", 1),
        ("Its boats", 2),
    ]


def test_a_bold_line_of_its_own_is_a_heading() -> None:
    page = [*lines(TOP, *PROSE[0]), line(TOP - 60, Part("Its boats", font="bold")), *lines(TOP - 80, *PROSE[1])]
    assert ("Its boats", Role.HEADING) in [(text, role) for text, role, _ in roles(pdf(page))]


def test_a_plain_line_that_names_a_bibliography_is_a_heading() -> None:
    page = [*lines(TOP, *PROSE[0]), *lines(TOP - 60, "7. REFERENCES"), *lines(TOP - 90, *PROSE[1])]
    assert ("7. REFERENCES", Role.HEADING) in [(text, role) for text, role, _ in roles(pdf(page))]
