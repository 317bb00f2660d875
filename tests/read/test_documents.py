"""Documents: path to Source."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.errors import InputError, MissingFileError
from citecheck.read.documents import read_document, read_layout
from tests.read.word.samples import document, mark, note, p, r

RAW = document(p("One claims so", mark(1), "."), notes=note(1, p("Doe, 2019.")))


def test_a_document_is_text_with_its_notes_behind(tmp_path: Path) -> None:
    (tmp_path / "a.DOCX").write_bytes(RAW)
    source = read_document(str(tmp_path / "a.DOCX"))
    assert source.text == "One claims so[^1].\n\n[^1]: Doe, 2019.\n\n"
    assert source.sha256 == read_document("other.docx", RAW).sha256


def test_what_cannot_be_read_is_said() -> None:
    with pytest.raises(InputError, match="is a file of text, which has no layout"):
        read_layout("a.md", b"")
    with pytest.raises(InputError, match=r"is encrypted, or an old office document: save it as \.docx"):
        read_layout("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(MissingFileError):
        read_document("nowhere.docx")


FRENCH = "Les ports du nord ont grandi, et les bateaux que la ville a achetés ne sont pas dans le port de la ville."
NORWEGIAN = "Havnene i nord har vokst, og båtene som byen kjøpte ligger ikke lenger i havnen ved byen."


@pytest.mark.parametrize(
    ("text", "declared", "front"),
    [(FRENCH, "en-US", ""), (FRENCH, "fr-FR", ""), (FRENCH, "de-CH", ""), (NORWEGIAN, "nb-NO", "---\nlang: nb\n---")],
)
def test_a_declared_language_gives_way_to_the_one_of_the_text(text: str, declared: str, front: str) -> None:
    shape = f'<w:lang w:val="{declared}"/>'
    assert read_document("a.docx", document(p(r(text, shape)))).front == front
