"""Word documents with comments, and what stands in them."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from citecheck.annotate import Remark, annotated
from citecheck.read.archive import xml_root
from citecheck.read.documents import read_document
from citecheck.read.elements import attribute, name
from tests.read.word.samples import NAMES

if TYPE_CHECKING:
    from lxml.etree import _Element

OWN = "word/comments.xml"
EXTENDED = "word/commentsExtended.xml"
RELATIONS = "word/_rels/document.xml.rels"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def on(raw: bytes, *words: str, rank: int = 0, code: str = "CIT004") -> list[Remark]:
    """Remarks on the first place of each of these words."""
    text = read_document("a.docx", raw).text
    spots = [(text.index(one), text.index(one) + len(one)) for one in words]
    return [
        Remark(start, end, rank, f"{code} · error", ("No such year.", "Correct it."), f"v1:{at:016x}")
        for at, (start, end) in enumerate(spots)
    ]


def with_remarks(raw: bytes, remarks: Sequence[Remark], day: str = "") -> bytes:
    return annotated("a.docx", raw, remarks, day)


def part(raw: bytes, name: str) -> _Element:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return xml_root(archive.read(name), name)


def names(raw: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return archive.namelist()


def parts(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def commented(raw: bytes) -> dict[str, str]:
    """The words that each comment stands on, by its key, marks of notes as their keys in brackets."""
    found: dict[str, str] = {}
    begun: set[str] = set()
    for one in part(raw, "word/document.xml").iter():
        key = attribute(one, "id") or ""
        match name(one):
            case "commentRangeStart":
                begun.add(key)
                found[key] = ""
            case "commentRangeEnd":
                begun.discard(key)
            case "t" | "footnoteReference":
                for each in begun:
                    found[each] += (one.text or "") if name(one) == "t" else f"[{key}]"
    return found


def said(raw: bytes) -> dict[str, list[str]]:
    """What each comment says, by its key."""
    return {
        attribute(one, "id") or "": ["".join(t.text or "" for t in paragraph.iter("{*}t")) for paragraph in one]
        for one in part(raw, OWN)
    }


def comment(key: int, author: str, *paragraphs: str, mark: str = "", day: str = "") -> str:
    """A comment; its last paragraph bears the mark by which other parts name it."""
    marked = [""] * (len(paragraphs) - 1) + [f' w14:paraId="{mark}"' if mark else ""]
    held = "".join(
        f"<w:p{tag}><w:r><w:t>{text}</w:t></w:r></w:p>" for tag, text in zip(marked, paragraphs, strict=True)
    )
    dated = f' w:date="{day}T09:00:00Z"' if day else ""
    return f'<w:comment w:id="{key}" w:author="{author}"{dated}>{held}</w:comment>'


def comments(*held: str) -> str:
    return f"<w:comments {NAMES} {W14}>{''.join(held)}</w:comments>"


def extended(*held: tuple[str, str, bool]) -> str:
    """What is said of comments: the mark, the mark of what it answers, whether it is resolved."""
    inner = "".join(
        f'<w15:commentEx w15:paraId="{mark}"{f" w15:paraIdParent={chr(34)}{parent}{chr(34)}" if parent else ""} '
        f'w15:done="{int(done)}"/>'
        for mark, parent, done in held
    )
    return f'<w15:commentsEx xmlns:w15="{W15}">{inner}</w15:commentsEx>'


def related(*kinds: str) -> str:
    """Relations of the text to parts for comments."""
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{KINDS}/{kind}" Target="{kind}.xml"/>' for at, kind in enumerate(kinds, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def around(key: int, *runs: str) -> str:
    """Runs with a comment on them."""
    held = "".join(runs)
    return (
        f'<w:commentRangeStart w:id="{key}"/>{held}<w:commentRangeEnd w:id="{key}"/>'
        f'<w:r><w:commentReference w:id="{key}"/></w:r>'
    )
