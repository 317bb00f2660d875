"""The parts that forms are made of."""

from __future__ import annotations

import re

import pytest

from citecheck.parse.forms import parts


@pytest.mark.parametrize("text", ["4", "xii", "115–16", "4--6", "A12", "S3-S9", "27-C2"])
def test_pages(text: str) -> None:
    assert re.fullmatch(parts.PAGE, text)


@pytest.mark.parametrize("text", ["", "quay", "1234567890123", "-4"])
def test_what_is_no_page(text: str) -> None:
    assert not re.fullmatch(parts.PAGE, text)


@pytest.mark.parametrize(
    ("text", "year", "suffix", "none"),
    [
        ("2019", "2019", None, None),
        ("2019a", "2019", "a", None),
        ("n.d.", None, None, "n.d."),
        ("s.d.", None, None, "s.d."),
    ],
)
def test_a_year_or_none(text: str, year: str | None, suffix: str | None, none: str | None) -> None:
    found = re.fullmatch(parts.year_or_none(), text)
    assert found is not None
    assert found.group("year", "suffix", "none") == (year, suffix, none)


def test_a_decade_is_no_year_with_a_letter() -> None:
    found = re.match(parts.year_or_none(), "1980s")
    assert found is not None
    assert found["suffix"] is None


@pytest.mark.parametrize(
    ("text", "words"),
    [("*a b*", "*a b*"), ("**a**", "**a**"), ("_a_", "_a_"), ("* a*", None), ("a*b*", None), ("*a*b", None)],
)
def test_italics(text: str, words: str | None) -> None:
    found = parts.ITALIC.search(text)
    assert (found.group() if found is not None else None) == words


@pytest.mark.parametrize("text", ["2nd ed.", "2e éd.", "3rd edition", "3e édition"])
def test_editions(text: str) -> None:
    assert re.fullmatch(parts.edition(), text)


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        (parts.page_label(), ["p.", "pp.", "pages"]),
        (parts.locator_label(), ["chap.", "§"]),
        (parts.conjunction_sign(), ["and", "et", "&"]),
        (parts.name_particle(), ["de", "van"]),
    ],
)
def test_words_of_both_languages(pattern: str, texts: list[str]) -> None:
    assert [text for text in texts if not re.fullmatch(pattern, text)] == []
    assert not re.fullmatch(pattern, "quay")
