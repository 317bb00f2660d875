"""Citations in running text."""

from __future__ import annotations

import pytest

from citecheck.parse.running import around
from tests.parse.texts import document, whole


def cited(text: str) -> list[str]:
    return [
        f"{citation.authors[0].family if citation.authors else citation.target} {citation.year}"
        for bracket in document(f"# Title\n\n{text}\n").brackets
        for citation in bracket.citations
    ]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("First, Doe (2001) said so. Later, Roe and Poe (2003) did.", ["Doe 2001", "Roe 2003"]),
        ("As Doe (2001) shows, both agree.", ["Doe 2001"]),
        ("Ensuite, Doe (2001) l'a dit. Selon Roe (2003), il le fallait.", ["Doe 2001", "Roe 2003"]),
        ("It was so ([Doe 2001](#doe-2001); [Roe, 2003](#roe-2003)).", ["Doe 2001", "Roe 2003"]),
        ("Jane Doe [0000-0002-1825-0097] wrote it.", []),
        ("It was said [2, 4–6].", ["2 None", "4 None", "5 None", "6 None"]),
        ("- [16] https://a.example/b\nA page.", []),
        ("- So [16] https://a.example/b", ["16 None"]),
        (r"The attribute \@type tells it (\@when and \@doe2001).", []),
        (r"It was said [see \@type, @doe2001].", ["doe2001 None"]),
        ("Write to {doe,roe}@lab.example.org or jane.doe@example.org.", []),
        ("See https://videos.example.org/@doe and [the film](https://films.example.org/@roe).", []),
        ("Follow [@doe](https://social.example.org/doe), or @roe@social.example.org.", []),
        ("It was said [@doe2001, p. 4].", ["doe2001 None"]),
        (f"Also [@{'elmsandoaks' * 12}2001].", [f"{'elmsandoaks' * 12}2001 None"]),
        ("Hill, Doe, Roe, Poe & Low (2001) said so.", ["Hill 2001"]),
        ("As Hill, Doe-Tree, Roe,\nPoe, Low, Marsh & Fenn (2001) said.", ["Hill 2001"]),
        # Columns set with blanks break lists of names.
        ("> Hill and        Elms        what falls\n>\n> Doe (2001)      and what stands", []),
        ("> Hill            Elms        what falls\n>\n> Doe (2001)      and what stands", ["Doe 2001"]),
    ],
)
def test_what_is_cited_in_running_text(text: str, citations: list[str]) -> None:
    assert cited(text) == citations


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("The port¹ grew<sup>2</sup>, and so on.", "grew", ","),
        ("The port (2019) grew in 1996<sup>2</sup> again.", "1996", "again"),
        ("The port grew<sup>1</sup><sup>2</sup>.", "grew", "."),
        ("The *port*<sup>2</sup> *grew*.", "port", "grew"),
        ("The port [^1] [^doe] <sup>2</sup> grew.", "port", "grew"),
    ],
)
def test_words_beside_a_marker_are_found_past_other_markers_and_emphasis(text: str, before: str, after: str) -> None:
    span = whole(text)
    at = text.index("<sup>2")
    found = around(span, span.part(at, at + len("<sup>2</sup>")), None)
    assert found[:2] == (before, after)
