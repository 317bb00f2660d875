"""OpenDocument texts (``.odt``, ISO/IEC 26300) as a Layout: read from their XML, with the numbers that it says are printed.

Comments are no text. Tracked changes count as accepted, or as rejected.
"""

from __future__ import annotations

from citecheck.errors import InputError
from citecheck.model.layout import Layout, Role
from citecheck.read.archive import Archive, xml_root
from citecheck.read.elements import child
from citecheck.read.met import identified
from citecheck.read.opendocument.body import Body
from citecheck.read.opendocument.changes import Changes
from citecheck.read.opendocument.styles import Styles

__all__ = ["ENDINGS", "NAME", "layout"]

NAME = "OpenDocument text"
ENDINGS = (".odt", ".ott", ".fodt")
CONTENT, STYLES = "content.xml", "styles.xml"


def layout(path: str, raw: bytes, *, rejected: bool = False) -> Layout:
    """What a document prints, with its tracked changes accepted, or ``rejected``. Raises InputError where it cannot be read."""
    if raw.startswith(b"PK"):
        archive = Archive(path, raw, NAME)
        content, named = archive.root(CONTENT), archive.root(STYLES)
    else:
        content = named = xml_root(raw, path)
    text = child(content, "body", "text")
    if content is None or text is None:
        raise InputError(f"{path} holds no text ({CONTENT}), so it is no {NAME}: save it anew")
    styles = Styles.of(*(root for root in (named, content) if root is not None))
    body = Body(styles, Changes.of(text, rejected=rejected))
    blocks = body.blocks(text)
    blocks, notes = identified(blocks, body.notes)
    return Layout(
        blocks=blocks,
        notes=notes,
        title=next((block.text.strip() for block in blocks if block.role is Role.TITLE), ""),
        lang=body.language(),
        fields=tuple(body.fields),
    )
