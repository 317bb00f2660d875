"""The numbers of lists and headings."""

from __future__ import annotations

from citecheck.model.layout import Role
from citecheck.read.word.lists import Counter, Lists
from tests.read.word.samples import STYLES, element, laid, p

LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="5">'
    + LEVEL.format(0, 1, "decimal", "%1.")
    + LEVEL.format(1, 1, "lowerLetter", "%1.%2)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="6">'
    + LEVEL.format(0, 28, "decimal", "[%1]")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="7">'
    + LEVEL.format(0, 1, "bullet", "•")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    "</w:num>"
)


def counter() -> Counter:
    return Counter(Lists.of(element(NUMBERING)))


def item(key: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'


def test_levels_count_and_begin_anew_below() -> None:
    counts = counter()
    calls = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)]
    assert [counts.number(*call) for call in calls] == ["1.", "1.a)", "1.b)", "2.", "2.a)"]


def test_lists_start_where_they_say_and_look_as_they_say() -> None:
    counts = counter()
    assert [counts.number("2", 0), counts.number("2", 0)] == ["[28]", "[29]"]
    assert [counts.number("4", 0), counts.number("1", 0)] == ["7.", "1."]
    assert (counts.number("3", 0), counts.number("9", 0), counts.number("1", 99)) == ("", "", "")


def test_items_and_headings_have_their_numbers() -> None:
    styles = STYLES.replace('<w:name w:val="heading 1"/>', f'<w:name w:val="heading 1"/><w:pPr>{item(1)}</w:pPr>')
    made = laid(
        p("Ports", style="H1") + p("Doe.", shape=item(2)) + p("A point.", shape=item(3)) + p("None.", shape=item(0)),
        numbering=NUMBERING,
        styles=styles,
    )
    assert [(block.role, block.number) for block in made.blocks] == [
        (Role.HEADING, "1."),
        (Role.ITEM, "[28]"),
        (Role.ITEM, ""),
        (Role.PARAGRAPH, ""),
    ]
