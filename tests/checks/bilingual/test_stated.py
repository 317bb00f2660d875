"""Laws by their official numbers, and addresses that stand alone: what two versions name otherwise."""

from __future__ import annotations

import pytest

from citecheck.checks.bilingual.stated import comparable_addresses, differing
from citecheck.model.document import Note
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse


def notes(lang: str, text: str) -> tuple[Note, ...]:
    source = Source("a.md", f"# A\n\nB.[^1]\n\n[^1]: {text}\n")
    return parse(Version(lang, (Span(source, 0, len(source.text)),))).notes


@pytest.mark.parametrize(
    ("french", "english", "found"),
    [
        ("Décret n° 2014-311 du 3 mai 2014", "Decree no. 2014-131 of 3 May 2014", ("n° 2014-311", "no. 2014-131")),
        ("Décret n° 2014-311 du 3 mai 2014", "Decree No 2014-311 of 3 May 2014", None),
        ("Directive 2009/18/CE", "Directive 2009/81/EC", ("2009/18/CE", "2009/81/EC")),
        ("Règlement (UE) 2015/104", "Regulation (EU) No 2015/104", None),
        ("Décret du 3 mai", "Decree no. 2014-131", None),
        ("<https://bay.example/tide>", "<https://cove.example/eddy>", ("https://bay.example/tide", "https://cove.example/eddy")),
        ("<https://bay.example/fr/maree>", "<https://bay.example/en/tide>", None),
        ("<https://fr.bay.example/maree>", "<https://en.bay.example/tide>", None),
        ("<http://www.bay.example/tide/>", "<https://bay.example/tide>", None),
        ("<https://perma.cc/AB12-CD34>", "<https://bay.example/tide>", None),
        ("Les marées de la baie : <https://bay.example/tide>", "<https://cove.example/eddy>", None),
    ],
)  # fmt: skip
def test_what_notes_name_otherwise(french: str, english: str, found: tuple[str, str] | None) -> None:
    told = differing(notes("fr", french), notes("en", english))
    assert (told and tuple(span.text for span in told)) == found


@pytest.mark.parametrize(
    ("french", "english", "comparable"),
    [
        ("<https://bay.example/tide>", "<https://bay.example/tide/>", True),
        ("<https://bay.example/fr/maree>", "<https://bay.example/en/tide>", False),
        ("<https://perma.cc/AB12-CD34>", "<https://bay.example/tide>", False),
        ("Gale, 2004, p. 3", "<https://bay.example/tide>", True),
    ],
)
def test_addresses_of_which_it_can_be_told_whether_they_are_one(french: str, english: str, comparable: bool) -> None:
    assert comparable_addresses(notes("fr", french), notes("en", english)) is comparable
