"""Prose: sentences, references, and texts that a page break cuts."""

from __future__ import annotations

import pytest

from citecheck.parse.prose import is_open, looks_like_introduction, looks_like_prose, looks_like_reference, starts_amid


@pytest.mark.parametrize(
    "text",
    [
        "Doe, J. (2019). One title. Press.",
        "Roe, R. (2020). Another title. Press.",
        "“A title”. (2020). *News*.",
        "OECD. *Outlook*. Paris, 2019.",
        "https://x.org/a",
        "Doe, J. About us. n.d.",
        "*One title* — Jane Doe, Ann Roe.",
        "Doe, David. <em>La glace à vif. De la leçon des ports aux greffes de la mer et du quai</em>, Paris, Quai, 1993",
        "Doe, Ellen. « Ce que les uns et les autres ont dit de la mer et des ports ». Dans Ann Roe (dir.), Quai, 2017.",
        "Jane Doe, « Ce que les uns et les autres ont dit de la mer et des ports », Revue des ports 2011/2, p. 4-9",
    ],
)
def test_a_reference_looks_like_one(text: str) -> None:
    assert looks_like_reference(text)
    assert not looks_like_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is a sentence that says what was done in the years before the war, and why it was not done again.",
        "Les ouvrages qui suivent ont été lus au cours de l'enquête, dans l'ordre où ils ont été trouvés par les auteurs.",
    ],
)
def test_a_sentence_looks_like_one(text: str) -> None:
    assert looks_like_prose(text)


def test_a_short_sentence_about_a_bibliography_introduces_it() -> None:
    assert looks_like_introduction("Here is what was read.")
    assert not looks_like_introduction("Doe, J. (2019). One title. Press.")


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [
        ("The text is cut here and", True),
        ("It ends here.", False),
        ("It ends here.<sup>1</sup>", False),
        ("*It ends.*", False),
    ],
)
def test_a_text_without_a_stop_is_open(text: str, is_cut: bool) -> None:
    assert is_open(text) is is_cut


@pytest.mark.parametrize(
    ("text", "amid"), [("goes on", True), ("<b>goes</b> on", True), (", and", True), ("A new one", False)]
)
def test_a_text_with_a_small_letter_in_front_starts_amid(text: str, amid: bool) -> None:
    assert starts_amid(text) is amid
