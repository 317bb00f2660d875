"""The tree that pandoc gives, as blocks and notes."""

from __future__ import annotations

from typing import Any

from citecheck.model.layout import Call, Role, Words
from citecheck.read.pandoc.tree import Tree


def string(text: str) -> dict[str, Any]:
    return {"t": "Str", "c": text}


def para(*inlines: dict[str, Any]) -> dict[str, Any]:
    return {"t": "Para", "c": list(inlines)}


SPACE = {"t": "Space"}
NOTE = {"t": "Note", "c": [para(string("Doe,"), SPACE, string("2020"))]}
EMPTY = ["", [], []]


def told(*blocks: dict[str, Any]) -> list[tuple[Role, int, str]]:
    tree = Tree.of({"blocks": list(blocks)})
    return [
        (one.role, one.level, "".join("*" if isinstance(part, Call) else part.text for part in one.inlines))
        for one in tree.blocks
    ]


def test_roles() -> None:
    cell = [EMPTY, {"t": "AlignDefault"}, 1, 1, [para(string("cell"), NOTE)]]
    row = [EMPTY, [cell]]
    table = {
        "t": "Table",
        "c": [EMPTY, [None, [para(string("caption"))]], [], [EMPTY, [row]], [[EMPTY, 0, [], [row]]], [EMPTY, []]],
    }
    assert told(
        {"t": "Header", "c": [2, EMPTY, [string("Elms")]]},
        para(string("Text"), NOTE),
        {"t": "BlockQuote", "c": [para(string("quoted"))]},
        {
            "t": "BulletList",
            "c": [[para(string("one"))], [{"t": "OrderedList", "c": [[1, {}, {}], [[para(string("two"))]]]}]],
        },
        {"t": "DefinitionList", "c": [[[string("term")], [[para(string("meaning"))]]]]},
        {"t": "LineBlock", "c": [[string("a")], [string("b")]]},
        {"t": "Div", "c": [EMPTY, [para(string("div"))]]},
        {"t": "Figure", "c": [EMPTY, [None, [para(string("figure"))]], [para(string("inside"))]]},
        table,
        {"t": "CodeBlock", "c": [EMPTY, "x"]},
        {"t": "HorizontalRule"},
    ) == [
        (Role.HEADING, 2, "Elms"),
        (Role.PARAGRAPH, 0, "Text*"),
        (Role.QUOTE, 0, "quoted"),
        (Role.ITEM, 1, "one"),
        (Role.ITEM, 2, "two"),
        (Role.PARAGRAPH, 0, "term"),
        (Role.PARAGRAPH, 0, "meaning"),
        (Role.PARAGRAPH, 0, "a\nb\n"),
        (Role.PARAGRAPH, 0, "div"),
        (Role.CAPTION, 0, "figure"),
        (Role.PARAGRAPH, 0, "inside"),
        (Role.CELL, 0, "caption"),
        (Role.CELL, 0, "cell*"),
        (Role.CELL, 0, "cell*"),
    ]


def test_inlines() -> None:
    tree = Tree.of(
        {
            "meta": {"title": {"t": "MetaInlines", "c": [string("The"), SPACE, string("title")]}},
            "blocks": [
                para(
                    {"t": "Emph", "c": [string("i"), {"t": "Superscript", "c": [string("s")]}]},
                    {"t": "Link", "c": [EMPTY, [string("l")], ["https://example.org", ""]]},
                    {"t": "Link", "c": [EMPTY, [string("in")], ["#part", ""]]},
                    {"t": "Quoted", "c": [{"t": "DoubleQuote"}, [string("q")]]},
                    {"t": "Cite", "c": [[{"citationId": "doe"}, {"citationId": "roe:1"}], [string("[doe]")]]},
                    {"t": "Code", "c": [EMPTY, "code"]},
                    {"t": "Math", "c": [{"t": "InlineMath"}, "x^2"]},
                    {"t": "Strong", "c": [string("b")]},
                )
            ],
        }
    )
    assert tree.title == "The title"
    words = [one for one in tree.blocks[0].inlines if isinstance(one, Words)]
    assert [(one.text, one.italic, one.raised, one.target) for one in words] == [
        ("i", True, False, None),
        ("s", True, True, None),
        ("l", False, False, "https://example.org"),
        ("in", False, False, None),
        ("“", False, False, None),
        ("q", False, False, None),
        ("”", False, False, None),
        ("[@{doe}; @{roe:1}]", False, False, None),
        ("b", False, False, None),
    ]
    assert [one.at for one in words] == [0, 1, 2, 3, 5, 6, 7, 8, 26]


def test_what_is_nested_without_end_ends() -> None:
    node = para(string("x"))
    for _ in range(900):
        node = {"t": "BlockQuote", "c": [node]}
    assert told(node) == []
