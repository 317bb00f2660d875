"""Remarks as comments in a Word document (ECMA-376 part 1, 17.13.4).

The text, its relations and the content types are changed, and the part for comments; all other parts keep their bytes. A comment on
words of a note stands at the note's mark, since programs refuse comments within notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citecheck.annotate.remarks import Remark
from citecheck.annotate.word.package import Package
from citecheck.annotate.word.placing import Placing
from citecheck.annotate.word.removing import remove
from citecheck.annotate.word.writing import comment
from citecheck.patch.archive import patched, xml_bytes
from citecheck.read.documents import with_told_language
from citecheck.read.elements import attribute
from citecheck.read.projection import stretches
from citecheck.read.word import traced
from citecheck.read.word.calls import NOTE_ID

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ENDINGS", "annotated"]

ENDINGS = (".docx", ".docm")


def annotated(path: str, raw: bytes, remarks: Sequence[Remark], day: str) -> bytes:
    """The document with these remarks in place of citecheck's earlier ones, but for those that a person answered or resolved;
    ``day`` is the ISO date that they bear, empty for none. Raises InputError where it cannot be read."""
    layout, traces = traced(path, raw)
    name, main = traces.roots["document"]
    package = Package(path, raw, name)
    removed = remove(main, package)
    if not remarks and not removed:
        return raw
    comments = package.comments_root(main)
    placing = Placing(main, traces, stretches(with_told_language(layout)))
    first = _free(main, comments)
    for number, remark in reversed(list(enumerate(remarks, first))):
        placing.place(str(number), remark)
    comments.extend(comment(comments, str(number), remark, day) for number, remark in enumerate(remarks, first))
    _without_marks(main)
    return patched(raw, {name: xml_bytes(main), **package.changed()})


def _free(main: _Element, comments: _Element) -> int:
    """The first number that no comment has, nor a sign in the text that a lost one left behind."""
    signs = (*comments, *main.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference"))
    keys = (attribute(one, "id") or "" for one in signs)
    return 1 + max((int(key) for key in keys if key.isascii() and key.isdecimal()), default=-1)


def _without_marks(main: _Element) -> None:
    """Takes away what the reader noted at the marks of notes."""
    for one in main.iter("{*}footnoteReference", "{*}endnoteReference"):
        one.attrib.pop(NOTE_ID, "")
