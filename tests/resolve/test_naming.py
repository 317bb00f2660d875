"""What a citation calls its source."""

from __future__ import annotations

import pytest

from citecheck.model.reference import Citation
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from citecheck.resolve.naming import author_text, given_acronym, shortened


def citation(text: str) -> Citation:
    whole = f"A.<sup>1</sup>\n\n<sup>1</sup> {text}\n"
    (note,) = parse(Version("en", (Span(Source("a.md", whole), 0, len(whole)),))).notes
    return note.citations[0]


def test_authors_are_told_without_emphasis() -> None:
    assert author_text(citation("Doe *et al*., 2019")) == "Doe et al"


@pytest.mark.parametrize(
    ("text", "acronyms"), [("Institute of Ports (IOP), 2019", {"iop"}), ("Institute of Ports, 2019", set())]
)
def test_an_acronym_may_stand_behind_the_name(text: str, acronyms: set[str]) -> None:
    assert given_acronym(citation(text)) == acronyms


@pytest.mark.parametrize(("text", "tries"), [("Pace Doe, 2019", [["Doe"]]), ("Doe, 2019", [])])
def test_a_word_before_the_name_may_be_none_of_it(text: str, tries: list[list[str]]) -> None:
    assert [[person.family for person in authors] for authors in shortened(citation(text))] == tries
