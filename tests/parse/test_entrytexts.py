"""Entry texts: items of lists, and texts that go on with an entry."""

from __future__ import annotations

import pytest

from citecheck.parse.entrytexts import (
    are_apart,
    continues_entry,
    defines_links,
    ending,
    is_marked,
    items_of_list,
    may_be_entry,
)
from tests.parse.texts import document, whole

ONE, TWO = "Doe, J. (2019). One title. Press.", "Roe, R. (2020). Another title. Press."


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (f"1. {ONE}\n2. {TWO}", [("1", ONE), ("2", TWO)]),
        (f"[7] {ONE}\n[8] {TWO}", [("7", ONE), ("8", TWO)]),
        (f"- {ONE}\n- {TWO}", [(None, ONE), (None, TWO)]),
        (f"- 4. {ONE}\n- 5. {TWO}", [("4", ONE), ("5", TWO)]),
        (f"{ONE}\n{TWO}", [(None, ONE), (None, TWO)]),
        (
            "[Doe, 2019] Jane Doe, *One*.\n[Roe05] Ann Roe, *Two*, 2005.",
            [(None, "[Doe, 2019] Jane Doe, *One*."), (None, "[Roe05] Ann Roe, *Two*, 2005.")],
        ),
        (f"  {ONE}  ", [(None, ONE)]),
        ("Doe, J. (2019). One\ntitle. Press.", [(None, "Doe, J. (2019). One\ntitle. Press.")]),
        ("1. Doe, J. One. Press,\n2019. Two.", [("1", "Doe, J. One. Press,\n2019. Two.")]),
        (f"33\n[7] {ONE}\n[8] {TWO}", [("7", ONE), ("8", TWO)]),
        (f"33\n{ONE}\n{TWO}", [(None, ONE), (None, TWO)]),
        (
            "\n".join([ONE, TWO, "Quays of the North in Stone.", ONE, TWO, ONE]),
            [(None, ONE), (None, TWO), (None, "Quays of the North in Stone."), (None, ONE), (None, TWO), (None, ONE)],
        ),
    ],
)
def test_the_items_of_a_block(text: str, items: list[tuple[str | None, str]]) -> None:
    assert [(item.number, text[item.body : item.end]) for item in items_of_list(text)] == items


@pytest.mark.parametrize(
    ("text", "marked"), [("1. Doe", True), ("• Doe", True), ("— (2021). A title.", False), ("Doe", False)]
)
def test_a_number_or_a_bullet_marks_an_entry(text: str, marked: bool) -> None:
    assert is_marked(text) is marked


@pytest.mark.parametrize(
    ("text", "first", "may"),
    [
        (ONE, True, True),
        ("Here is what was read.", True, False),
        ("Here is what was read.", False, True),
        ("Three words only", False, True),
        ("Two words", False, False),
        ("These are the books:", False, False),
        ("word " * 41, False, False),
        ("**Format of citations:** one style throughout.", False, False),
        ("**Deep insight**: elms and oaks grow slowly.", False, False),
        ("App. 1. The quay of stone", False, False),
        ("**Secondary sources and their analysis**", False, False),
        ("**Jane Doe: Of quays and of stone, 2001**", False, True),
    ],
)
def test_what_may_be_an_entry(text: str, first: bool, may: bool) -> None:
    assert may_be_entry(text.strip(), first) is may


@pytest.mark.parametrize(
    ("body", "text", "goes_on"),
    [
        ("Doe, J. One title.", "https://example.org/a", True),
        ("Doe, J. https://example.org/b.", "https://example.org/a", False),
        ("Doe, J. One title.", "doi:10.1000/182", True),
        ("Doe, J. One", "title. Press.", True),
        ("Doe, J. One", "van der Berg, A. (2020). Two.", False),
        ("Doe, J. One title.", "and more", False),
    ],
)
def test_what_goes_on_with_an_entry(body: str, text: str, goes_on: bool) -> None:
    assert continues_entry(whole(body), text, numbered=False) is goes_on


@pytest.mark.parametrize("text", ["de Vries, J. One", "d’Alembert, J. One", "von der Tann, J. One", "al-Rawi, J. One"])
def test_a_name_with_a_particle_begins_an_entry(text: str) -> None:
    assert not continues_entry(whole("Doe, J. (2019). One title"), text, numbered=False)


@pytest.mark.parametrize("text", ["depuis la guerre. Press.", "vantage points. Press.", "la Manche. Press."])
def test_a_small_word_or_an_article_goes_on_with_a_title(text: str) -> None:
    assert continues_entry(whole("Doe, J. (2019). One title"), text, numbered=False)


def test_a_text_without_reference_goes_on_with_a_numbered_entry() -> None:
    assert continues_entry(whole("Doe, J. One title, Press"), "London", numbered=True)
    assert not continues_entry(whole("Doe, J. One title, Press."), "London", numbered=True)


def test_the_end_of_a_span_is_without_space() -> None:
    assert ending(whole("a note \n")) == "a note"
    span = whole("one two")
    assert are_apart(span.part(0, 1), span.part(4, 5))
    assert not are_apart(span.part(0, 3), span.part(4, 7))


@pytest.mark.parametrize(
    ("text", "defines"),
    [
        ("[elms]: https://example.org/elms", True),
        ('[elms]: <./a b.png> "Elms"\n[oaks]: ./oaks.png (Oaks)\n', True),
        ("[^1]: Doe, 2019", False),
        ("[1]: https://example.org/elms", False),
        ("[Doe, 2019]: https://example.org/elms and more", False),
    ],
)
def test_definitions_of_links(text: str, defines: bool) -> None:
    assert defines_links(text) is defines


def entries(listed: str) -> list[tuple[str | None, int]]:
    text = f"Elms [1]. Oaks [2]. Firs [3].\n\n## References\n\n{listed}"
    return [(entry.number, len(entry.body.text.split("\n"))) for entry in document(text).entries]


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        (
            "1. Doe A. 2007. Elms. Trees 4:8.\n\n2. 1.  Hill B,\n   2.  Poe C\n   3.  Fenn D\n\n   Oaks. In: Woods. Hull: Press. 2008.\n\n"
            "3. Low D. 2009. Firs. Trees 5:9.\n",
            [("1", 1), ("2", 5), ("3", 1)],
        ),
        (
            "1. Doe A. 2007. Elms. Trees 4:8.\n\n   It was first printed in 2001.\n\n2. Low D. 2009. Firs. Trees 5:9.\n",
            [("1", 3), ("2", 1)],
        ),
        # A list whose numbers do not stand in one column has entries all the same.
        ("1. Doe A. 2007. Elms. Trees 4:8.\n   2. Low D. 2009. Firs. Trees 5:9.\n", [("1", 1), ("2", 1)]),
    ],
)
def test_a_list_within_an_entry(listed: str, told: list[tuple[str, int]]) -> None:
    assert entries(listed) == told


@pytest.mark.parametrize(
    ("rule", "imprint", "entries"),
    [
        ("---\n\n", "*Manuscript of 4 May 2021. The figures are those of the author.*", 1),
        ("", "*Manuscript of 4 May 2021. The figures are those of the author.*", 1),
        ("", "*All sources, with those that were refused: [sources](sources.md).*", 1),
        ("", "*Annual report of the northern harbours, 2021*", 2),
    ],
)
def test_the_imprint_of_a_text_is_no_entry(rule: str, imprint: str, entries: int) -> None:
    found = document(
        f"# A\n\nText (Low, 2005).\n\n## References\n\nLow, A. (2005). *Elms*. Press.\n\n{rule}{imprint}\n"
    )
    assert len(found.entries) == entries


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ("**Energy.** Elm Agency; Oak Office (grids); Fir Board, Low (2019); Ash Union.", 1),
        ("**Version**: 1.1 **Last change**: 2021-03 **Kept by**: Elm Group", 1),
        ("By [Jane Doe](https://doe.example).", 1),
        ('<a href="list.html"> - List of sources </a>', 1),
        (
            "What they say of elms is that they fall in the wind of the coast, and that nobody knows why they do. "
            "[source](https://elms.example/fall.pdf)",
            1,
        ),
        ("Northport: Harbour Press, 2019.", 2),
        ("Roe, R. (2020). Two. [source](https://elms.example/fall.pdf)", 2),
    ],
)
def test_what_stands_below_an_entry(line: str, entries: int) -> None:
    found = document(f"# A\n\nText (Low, 2005).\n\n## References\n\nLow, A. (2005). *Elms*. Press.\n\n{line}\n")
    assert len(found.entries) == entries


@pytest.mark.parametrize(
    ("first", "rest", "entries"),
    [
        ("Low, A. *Elms: a history*.", "Northport: Harbour Press, 2019.", 1),
        ("Low, A. *Elms: a history*, lecture,", "Summer 2019.", 1),
        ("Low, A. *Elms: a history*. Press, 2018.", "Northport: Harbour Press, 2019.", 2),
    ],
)
def test_an_entry_that_is_cut_in_two(first: str, rest: str, entries: int) -> None:
    assert len(document(f"# A\n\nText.\n\n## References\n\n{first}\n\n{rest}\n").entries) == entries


@pytest.mark.parametrize(
    ("item", "entries"), [("The `themes` folder.", 2), ("as for the links ... Ann Hill!", 2), ("Hill, A. *Ashes*.", 3)]
)
def test_a_remark_in_a_list(item: str, entries: int) -> None:
    listed = f"* [Elms](https://elms.example/a)\n* {item}\n* [Oaks](https://oaks.example/b)\n"
    assert len(document(f"# A\n\nText.\n\n## References\n\n{listed}").entries) == entries
