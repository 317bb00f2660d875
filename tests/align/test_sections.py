"""Pairing sections: by number, by order, by title, and in long documents without the square of their number."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.align.sections import pair_sections
from citecheck.model.document import Heading
from tests.align.reports import cited, report
from tests.tried import tried

few = settings(max_examples=tried(5), deadline=None, derandomize=True)


def headings(lang: str, titles: list[str]) -> list[Heading]:
    text = "\n\n".join(f"## {title}\n\nUne phrase sans rien." for title in titles)
    return list(cited(lang, text).document.headings)


def pairs(left: list[Heading], right: list[Heading]) -> list[tuple[str | None, str | None]]:
    return [
        (pair.left.title if pair.left else None, pair.right.title if pair.right else None)
        for pair in pair_sections(left, right)
    ]


def test_titles_that_are_translated_are_paired_by_their_numbers() -> None:
    left = headings("fr", ["1. Les eaux", "2. Les bois", "3. Les foires"])
    right = headings("en", ["1. Waters", "2. Woods", "3. Fairs"])
    assert pairs(left, right) == [("Les eaux", "Waters"), ("Les bois", "Woods"), ("Les foires", "Fairs")]


def test_a_section_that_one_version_lacks_is_alone() -> None:
    left = headings("fr", ["1. Les eaux", "2. Les bois", "3. Les foires"])
    right = headings("en", ["1. Waters", "3. Fairs"])
    assert pairs(left, right) == [("Les eaux", "Waters"), ("Les bois", None), ("Les foires", "Fairs")]


def test_what_the_texts_share_pairs_sections_whose_titles_have_nothing_in_common() -> None:
    left, right = headings("fr", ["Essor", "Fin"]), headings("en", ["Birth", "Rise", "End"])
    texts = [frozenset(f"{name}{at}" for at in range(4)) for name in ("birth", "rise", "end")]
    own = {heading.section: text for heading, text in zip(left, texts[1:], strict=True)}
    twins = {heading.section: text for heading, text in zip(right, texts, strict=True)}
    found = [
        (one.left and one.left.title, one.right and one.right.title) for one in pair_sections(left, right, (own, twins))
    ]
    assert found == [(None, "Birth"), ("Essor", "Rise"), ("Fin", "End")]


def test_a_title_is_the_title_of_both_whatever_stands_below_it() -> None:
    left = cited("fr", "# Les eaux\n\n## Essor\n\nUne phrase.\n\n## Fin\n\nUne phrase.").document.headings
    right = cited("en", "# Waters\n\nA sentence.\n\n## End\n\nA sentence.").document.headings
    texts = [frozenset(f"{name}{at}" for at in range(4)) for name in ("rise", "end")]
    own = {left[1].section: texts[0], left[2].section: texts[1]}
    twins = {right[0].section: texts[0], right[1].section: texts[1]}
    found = [
        (one.left and one.left.title, one.right and one.right.title) for one in pair_sections(left, right, (own, twins))
    ]
    assert found == [("Les eaux", "Waters"), ("Essor", None), ("Fin", "End")]


def test_no_heading_on_one_side() -> None:
    assert pairs(headings("fr", ["1. Les eaux"]), []) == [("Les eaux", None)]
    assert pairs([], []) == []


@given(st.lists(st.sampled_from(["Introduction", "Conclusion", "Méthode", "Histoire", "Géographie"]), max_size=7))
@few
def test_headings_paired_with_themselves_are_all_pairs(titles: list[str]) -> None:
    own = headings("fr", titles)
    assert [(pair.left, pair.right) for pair in pair_sections(own, own)] == [(one, one) for one in own]


@cache
def long() -> list[Heading]:
    """120 numbered headings whose titles have nothing in common."""
    names = report(2, 10, 4, 4)[0].books
    draw = [one.family for one in names] * 3
    return headings("fr", [f"{at + 1}. {draw[at]} {at}" for at in range(120)])


@given(st.sets(st.integers(0, 119), max_size=9), st.sets(st.integers(0, 119), max_size=9))
@few
def test_every_heading_of_a_long_document_is_in_one_pair(gone: set[int], lost: set[int]) -> None:
    every = long()
    left = [one for at, one in enumerate(every) if at not in gone]
    right = [one for at, one in enumerate(every) if at not in lost]
    found = pair_sections(left, right)
    assert [pair.left for pair in found if pair.left is not None] == left
    assert [pair.right for pair in found if pair.right is not None] == right
    assert all(pair.left == pair.right for pair in found if pair.left is not None and pair.right is not None)
    assert sum(pair.left is not None and pair.right is not None for pair in found) == 120 - len(gone | lost)


@pytest.mark.parametrize("numbered", [True, False])
def test_a_document_with_many_headings_pairs_with_itself(numbered: bool) -> None:
    one = report(1, 1)[0]
    (_, heading, _) = cited("fr", one.text()).document.headings
    own = [replace(heading, number=str(at) if numbered else None, section=at + 1) for at in range(800)]
    assert all(pair.left is pair.right for pair in pair_sections(own, own))
