"""Names that one version spells as the other one does."""

from __future__ import annotations

import pytest

from citecheck.checks.style.twin_spelling import spellings
from citecheck.checks.style.vocabulary import Vocabulary
from tests.checks.reading import cited

FRENCH = "# 1. Le Kremlin\n\n" + "Le matin, Poutine parle au port. " * 4 + "{}\n"
ENGLISH = "# 1. The Kremlin\n\n" + "At noon Putine talks at the port. " * 4 + "{}\n"


def found(french: str, english: str = "") -> list[tuple[str, str, int]]:
    left, right = Vocabulary(cited(FRENCH.format(french), "fr")), Vocabulary(cited(ENGLISH.format(english)))
    return [(one.place.span.text, one.own, one.count) for one in spellings(left, right)]


def test_a_name_in_the_other_version_s_spelling_is_a_slip() -> None:
    assert found("Le soir, Putine se tait.") == [("Putine", "Poutine", 4)]
    assert found("", "At night Poutine is silent.") == [("Poutine", "Putine", 4)]


def test_capitals_stay_capitals() -> None:
    assert found("Le soir, PUTINE se tait.") == [("PUTINE", "POUTINE", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le soir, « Putine » se tait.",
        "Le soir, *Putine* se tait.",
        "Le soir, on lit Putine Today au port.",
        "Le soir (Putine, 2019), on se tait.",
        "Le soir, Pütine se tait.",
    ],
    ids=["nothing", "quoted", "emphasised", "a longer name", "a citation", "an accent"],
)
def test_what_is_as_its_owner_writes_it_is_none(text: str) -> None:
    assert found(text) == []
