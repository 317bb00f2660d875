"""OpenDocument texts (``.odt``, ISO/IEC 26300) as a Layout: read from their XML, with the numbers that it says are printed.

Comments are no text. Tracked changes count as accepted, or as rejected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from citecheck.errors import InputError
from citecheck.model.layout import Layout, Role
from citecheck.read.archive import Archive, xml_root
from citecheck.read.elements import child
from citecheck.read.met import identified
from citecheck.read.opendocument.body import Body
from citecheck.read.opendocument.changes import Changes
from citecheck.read.opendocument.comments import comments_of
from citecheck.read.opendocument.styles import Styles
from citecheck.read.opendocument.traces import Traces
from citecheck.read.remarked import known_findings, told_blocks, told_by_key

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["CONTENT", "ENDINGS", "NAME", "content_root", "layout", "traced"]

NAME = "OpenDocument text"
ENDINGS = (".odt", ".ott", ".fodt")
CONTENT, STYLES = "content.xml", "styles.xml"


def layout(path: str, raw: bytes, *, rejected: bool = False) -> Layout:
    """What a document prints, with its tracked changes accepted, or ``rejected``. Raises InputError where it cannot be read."""
    return _read(path, raw, rejected, None)[0]


def traced(path: str, raw: bytes) -> tuple[Layout, Traces, _Element]:
    """What a document prints, as for `layout`, where its words stand, and the root of the XML that holds them. Raises InputError
    where it cannot be read."""
    traces = Traces()
    layout, root = _read(path, raw, False, traces)
    return layout, traces, root


def content_root(path: str, raw: bytes) -> _Element:
    """The root of the XML that holds the text. Raises InputError where there is none, or it cannot be read."""
    root = Archive(path, raw, NAME).root(CONTENT) if raw.startswith(b"PK") else xml_root(raw, path)
    if root is None:
        raise InputError(f"{path} holds no text ({CONTENT}), so it is no {NAME}: save it anew")
    return root


def _read(path: str, raw: bytes, rejected: bool, traces: Traces | None) -> tuple[Layout, _Element]:
    archive = Archive(path, raw, NAME) if raw.startswith(b"PK") else None
    content = content_root(path, raw) if archive is None else archive.root(CONTENT)
    named = content if archive is None else archive.root(STYLES)
    text = child(content, "body", "text")
    if content is None or text is None:
        raise InputError(f"{path} holds no text ({CONTENT}), so it is no {NAME}: save it anew")
    styles = Styles.of(*(root for root in (named, content) if root is not None))
    comments = comments_of(text)
    body = Body(styles, Changes.of(text, rejected=rejected), traces, told_by_key(comments))
    blocks = body.blocks(text)
    met = [
        replace(note, blocks=told_blocks(note.blocks, body.of_notes.get(str(at), ())))
        for at, note in enumerate(body.notes)
    ]
    blocks, notes = identified(blocks, met)
    made = Layout(
        blocks=blocks,
        notes=notes,
        title=next((block.text.strip() for block in blocks if block.role is Role.TITLE), ""),
        lang=body.language(),
        fields=tuple(body.fields),
        known=known_findings(comments),
    )
    return made, content
