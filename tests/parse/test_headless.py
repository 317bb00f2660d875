"""Bibliographies without a heading: files that are nothing else, and numbered sources at the end of a text."""

from __future__ import annotations

import pytest

from citecheck.parse.blocks import blocks
from citecheck.parse.headless import first_entry, is_all_entries
from tests.parse.texts import document, whole

SOURCES = (
    "Doe, J. (2005). *Tides of the north*. Elm Press.",
    "Roe, R. (2006). *Waves*. Elm Press.",
    "Low, A. (2007). *Wells*. Elm Press.",
)


@pytest.mark.parametrize("sign", ["", "- ", "* ", "1. ", "[1] ", "- [1] "])
@pytest.mark.parametrize("heading", ["", "# Books\n\n"])
def test_a_file_of_references_is_a_bibliography(sign: str, heading: str) -> None:
    text = heading + "\n\n".join(sign.replace("1", str(at)) + source for at, source in enumerate(SOURCES, 1))
    assert [entry.references[0].year for entry in document(text).entries] == ["2005", "2006", "2007"]


@pytest.mark.parametrize(
    "more",
    [
        "The tide rose in 2005, and fell again in the year after, as all of us who were there could see.",
        "> Quoted, 2009.",
        "| a | b |\n|---|---|\n| 1 | 2 |",
    ],
)
def test_a_file_with_anything_else_is_none(more: str) -> None:
    assert is_all_entries(blocks(whole("\n\n".join(SOURCES))))
    assert not is_all_entries(blocks(whole("\n\n".join((*SOURCES, more)))))
    assert not is_all_entries(blocks(whole("\n\n".join(SOURCES[:2]))))
    assert not is_all_entries(blocks(whole("Doe (2005) says so.\n\n" + "\n\n".join(SOURCES * 4))))
    assert not is_all_entries(blocks(whole("Doe, J. (2004). A.\n\n## References\n\n" + "\n\n".join(SOURCES))))
    assert not is_all_entries(blocks(whole("\n\n".join(f"[^{at}]: {source}" for at, source in enumerate(SOURCES)))))


@pytest.mark.parametrize("sign", ["[{}] ", "- [{}] ", "* [{}] ", "\\[{}\\] "])
@pytest.mark.parametrize("rule", ["", "---\n\n"])
@pytest.mark.parametrize("first", [1, 28])
def test_numbered_sources_at_the_end_of_a_text_that_cites_them(sign: str, rule: str, first: int) -> None:
    listed = "\n\n".join(sign.format(at) + source for at, source in enumerate(SOURCES, first))
    said = f"The tide rose [{first}, {first + 1}], fell [{first + 2}], and rose [{first}]. It fell [{first + 1}]."
    found = document(f"# Tides\n\n{said}\n\n{rule}{listed}\n")
    # Those that count from 1 and stand without a list may as well be notes, which the numbers call in order.
    numbers = [entry.number for entry in found.entries] or [note.label for note in found.notes]
    assert numbers == [str(first + at) for at in range(3)]
    assert len(found.brackets or found.markers) >= 4


def test_a_numbered_list_that_nothing_cites_is_none() -> None:
    listed = "\n\n".join(f"[{at}] {source}" for at, source in enumerate(SOURCES, 28))
    assert document(f"# Tides\n\nThe tide rose.\n\n{listed}\n").entries == ()
    assert first_entry(blocks(whole(f"# Tides\n\nIt rose [28].\n\n{listed}\n\nText below.\n")), {}) is None
