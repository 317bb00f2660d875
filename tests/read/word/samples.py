"""Word documents to try the reader on, written as XML by the tests."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from citecheck.model.layout import Layout
from citecheck.read.archive import xml_root
from citecheck.read.word import layout

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{SPACE}" xmlns:r="{RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="toc 1"/></w:style>'
)


def p(*runs: str, style: str = "", shape: str = "") -> str:
    """A paragraph; what is no element is a run of plain text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    held = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{named}{shape}</w:pPr>{held}</w:p>"


def r(text: str, shape: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{shape}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def mark(key: int, kind: str = "footnote", custom: str = "") -> str:
    """A run with the mark of a note, and with the sign that is set for it by hand."""
    by_hand = f' w:customMarkFollows="1" w:id="{key}"/><w:t>{custom}</w:t>' if custom else f' w:id="{key}"/>'
    return f"<w:r><w:{kind}Reference{by_hand}</w:r>"


def note(key: int, *paragraphs: str, kind: str = "footnote") -> str:
    """A note; its first paragraph begins with the mark that Word prints."""
    first, *others = paragraphs
    begun = first.replace("</w:pPr>", f"</w:pPr><w:r><w:{kind}Ref/></w:r>", 1)
    return f'<w:{kind} w:id="{key}">{begun}{"".join(others)}</w:{kind}>'


def document(
    body: str,
    *,
    notes: str = "",
    endnotes: str = "",
    settings: str = "",
    numbering: str = "",
    styles: str = STYLES,
    links: Mapping[str, str] | None = None,
    parts: Mapping[str, str] | None = None,
) -> bytes:
    """A document with this body."""
    files = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
        **({"word/footnotes.xml": f"<w:footnotes {NAMES}>{notes}</w:footnotes>"} if notes else {}),
        **({"word/endnotes.xml": f"<w:endnotes {NAMES}>{endnotes}</w:endnotes>"} if endnotes else {}),
        **({"word/settings.xml": f"<w:settings {NAMES}>{settings}</w:settings>"} if settings else {}),
        **({"word/numbering.xml": f"<w:numbering {NAMES}>{numbering}</w:numbering>"} if numbering else {}),
        **({"word/_rels/document.xml.rels": _relations(links)} if links else {}),
        **(parts or {}),
    }
    return zipped(files)


def _relations(links: Mapping[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/hyperlink" Target="{target}" TargetMode="External"/>'
        for key, target in links.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def zipped(files: Mapping[str, str]) -> bytes:
    """A zip archive of files."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()


def laid(body: str, *, rejected: bool = False, **parts: str) -> Layout:
    """The layout of a document with this body."""
    return layout("a.docx", document(body, **parts), rejected=rejected)  # type: ignore[arg-type]


def element(text: str) -> _Element:
    """An element of a Word document."""
    return xml_root(f"<w:root {NAMES}>{text}</w:root>".encode(), "a.xml")


def texts(made: Layout) -> list[str]:
    """What each block prints, marks in brackets."""
    return [
        "".join(getattr(inline, "text", None) or f"[{getattr(inline, 'note_id', '')}]" for inline in block.inlines)
        for block in made.blocks
    ]
