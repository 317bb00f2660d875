"""Names that a converter of PDFs broke."""

from __future__ import annotations

import pytest

from citecheck.parse.mended import mended
from citecheck.parse.names import read_authors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mar- low, V . and Quill, B. A.", [("Marlow", "V."), ("Quill", "B. A.")]),
        (
            "Marlow, R Douglas, David D Quill, and Ann E Fenn",
            [("Marlow", "R Douglas"), ("Quill", "David D"), ("Fenn", "Ann E")],
        ),
        ("Marlow, Thomas H-J, and Ann Fenn", [("Marlow", "Thomas H-J"), ("Fenn", "Ann")]),
        ("Olfen-Saber, Reza, and Richard M Mur-\nray", [("Olfen-Saber", "Reza"), ("Murray", "Richard M")]),
        ("García de Marlow A, Quill JW", [("García de Marlow", "A"), ("Quill", "JW")]),
        ("Marlow Quill MJ", [("Marlow Quill", "MJ")]),
    ],
)
def test_names_are_read_as_they_were_printed(text: str, names: list[tuple[str, str]]) -> None:
    read = read_authors(text, whole=True)
    assert read is not None
    assert [(person.family, person.given) for person in read.persons] == names


@pytest.mark.parametrize("text", ["Marlow-Quill, J.", "Marlow, J.-P.", "Marlow - Quill", "Marlow, J."])
def test_what_is_whole_stays(text: str) -> None:
    assert mended(text) == text
