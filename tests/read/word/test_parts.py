"""The parts of a Word document."""

from __future__ import annotations

from citecheck.read.archive import Archive
from citecheck.read.word.parts import Parts
from tests.read.word.samples import RELATIONS, document, p, zipped

RELATION = '<Relationship Id="{}" Type="' + RELATIONS + '/{}" Target="{}"/>'


def relations(*inner: str) -> str:
    return f'<Relationships xmlns="x">{"".join(inner)}</Relationships>'


def archive(raw: bytes) -> Archive:
    return Archive("a.docx", raw, "Word document")


def test_without_relations_parts_have_their_usual_names() -> None:
    parts = Parts.of(archive(document(p("A"), settings="<w:x/>")))
    assert (parts.main, parts.styles, parts.settings) == ("word/document.xml", "word/styles.xml", "word/settings.xml")
    assert (parts.footnotes, parts.numbering) == ("", "")


def test_relations_say_where_parts_are() -> None:
    held = archive(
        zipped(
            {
                "_rels/.rels": relations(RELATION.format("a", "officeDocument", "/word/main.xml")),
                "word/_rels/main.xml.rels": relations(
                    RELATION.format("b", "footnotes", "notes/feet.xml"),
                    RELATION.format("c", "hyperlink", "https://example.org").replace("/>", ' TargetMode="External"/>'),
                ),
            }
        )
    )
    parts = Parts.of(held)
    assert (parts.main, parts.footnotes) == ("word/main.xml", "word/notes/feet.xml")
    assert parts.targets(held, parts.main) == {"c": "https://example.org"}
