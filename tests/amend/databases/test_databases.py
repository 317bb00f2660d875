"""Corrections of bibliography files."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.amend import amended, is_correctable, opened
from citecheck.errors import InputError
from citecheck.model.finding import Edit
from citecheck.model.source import Span
from citecheck.read.databases import read_bibliography

BIB = """@string{quai = "Quai"}
% what follows is old
@book{doe2020,
  author    = {Doe, Jane},
  title     = {The harbour},   publisher = quai,
  year      = 2020,
  url       = {http://dx.doi.org/10.1000/182},
}\r
@misc{roe2021, title="Boats", year="2021", author="Roe, R.", note = {see http://dx.doi.org/10.1000/182}}
"""
RIS = "TY  - BOOK\r\nID  - doe2020\r\nAU  - Doe, Jane\r\nPY  - 2020\r\nTI  - The harbour\r\nUR  - http://dx.doi.org/10.1000/182\r\nER  - \r\n"


def corrected(path: str, text: str, old: str, new: str, at: int = 0) -> dict[str, bytes]:
    """The file with a correction of its ``at``-th place that says ``old``."""
    raw = text.encode()
    edit = edit_of(path, text, old, new, at)
    assert opened(path, lambda _: raw).refusal(edit) == ""
    return amended(path, [edit], lambda _: raw)


def edit_of(path: str, text: str, old: str, new: str, at: int = 0) -> Edit:
    source = read_bibliography(Path(path), text.encode())[0][0].span.source
    begin = -1
    for _ in range(at + 1):
        begin = source.text.index(old, begin + 1)
    return Edit(Span(source, begin, begin + len(old)), new)


@pytest.mark.parametrize(("path", "text"), [("refs.bib", BIB), ("refs.ris", RIS)])
def test_a_field_changes_and_every_other_byte_stays(path: str, text: str) -> None:
    made = corrected(path, text, "http://dx.doi.org", "https://doi.org")
    assert made == {path: text.replace("http://dx.doi.org", "https://doi.org", 1).encode()}
    assert is_correctable(path)


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("Jane", "Jane}, year = {1999", 0),  # It would end the value.
        ("Jane", 'Ja"ne', 0),
        ("what follows is old", "what follows is new", 0),  # No entry says so.
        ("http://dx.doi.org", "https://doi.org", 1),  # A note, which says nothing of the source.
        ("doe2020", "doe2021", 0),  # The key, by which others cite it.
    ],
)
def test_what_is_no_value_of_a_field_is_refused(old: str, new: str, at: int) -> None:
    edit = edit_of("refs.bib", BIB, old, new, at)
    assert opened("refs.bib", lambda _: BIB.encode()).refusal(edit) != ""


def test_what_would_change_other_entries_is_not_made() -> None:
    edit = edit_of("refs.bib", BIB, "{Doe, Jane}", "{Doe, Jane")
    with pytest.raises(InputError, match=r"refs\.bib"):
        amended("refs.bib", [edit], lambda _: BIB.encode())
