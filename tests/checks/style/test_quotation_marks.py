"""Which quotation marks of a text have no partner."""

from __future__ import annotations

import pytest

from citecheck.checks.style.quotation_marks import faults_of


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('"The tide calls it "neap" there, and "spring" here, as one "ebbs"."', []),
        ('He wrote "the tide is called "neap" there".', []),
        ('He wrote "the tide is called "neap" there (https://example.org/)."', []),
        ('He wrote "the tide is called "neap" there.', ['open "']),
        ('He calls it "open" and "new.', ['open "']),
        ('It is "ebbing, they say.”', ['unlike "']),
        ('It is “ebbing, they say." And “low”.', ["unlike “"]),
        ('It is “ebbing, they say.” And low".', ['closed "']),
        ("It is « ebbing, they say”.", ["closed ”", "open «"]),
        ('| 1907 | " |\n| " | tide |', []),
        ('"She asks "when?" or "where does the old neap go?""[^4]', []),
        ('""Quays were built," he said. "We had none" (see also Hall 1988)." ', []),
        ('From the Book of Tides:"It is (or rather, not "is," because it ebbs) "neap" now."', []),
        ('_"The tide, says Hall, "_ ebbs twice _" (1942). **For Moe it is "**_**a lake** _**"** (1920). Neap." ~', []),
        ('"Ah, said the men, "it is not good. They have gone!"', ['open "']),
        ('It is set apart by """. For example:', []),
        ("« Comment construire un quai, dit-il, « et un môle ? Nous bâtissons le plus « petit quai du monde. »", []),
        ("Il dit « un quai, et elle « un môle.", ["open «", "open «"]),
        ("Il dit « un « quai ».", ["open «"]),
    ],
)
def test_faults(text: str, faults: list[str]) -> None:
    assert sorted(f"{fault.message} {fault.mark}" for fault in faults_of(text)) == faults


@pytest.mark.parametrize("unit", ['"', '"*', '"a ', 'a" ', "“", '“a" ', '| " '])
def test_long_texts_come_to_an_end(unit: str) -> None:
    faults_of(unit * (60_000 // len(unit)))
