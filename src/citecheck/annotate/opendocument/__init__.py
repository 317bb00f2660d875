"""Remarks as comments in an OpenDocument text (ISO/IEC 26300 part 1, 14.1).

Only the part with the text is changed. A comment on words of a note stands around the note's mark, since programs show none
within notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citecheck.annotate.opendocument.placing import Placing
from citecheck.annotate.opendocument.removing import removed
from citecheck.annotate.opendocument.writing import annotation
from citecheck.annotate.remarks import Remark
from citecheck.patch.archive import patched, xml_bytes
from citecheck.read.documents import with_told_language
from citecheck.read.elements import attribute
from citecheck.read.opendocument import CONTENT, content_root, traced
from citecheck.read.opendocument.comments import KEY
from citecheck.read.projection import stretches

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ENDINGS", "annotated"]

ENDINGS = (".odt", ".ott", ".fodt")


def annotated(path: str, raw: bytes, remarks: Sequence[Remark], day: str) -> bytes:
    """The document with these remarks in place of citecheck's earlier ones, but for those that a person answered or resolved;
    ``day`` is the ISO date that they bear, empty for none. Raises InputError where it cannot be read."""
    own = content_root(path, raw)
    if removed(own):
        raw = _written(raw, own)
    if not remarks:
        return raw
    layout, traces, root = traced(path, raw)
    placing = Placing(root, layout, traces, stretches(with_told_language(layout)))
    taken = {attribute(one, "name") for one in root.iter("{*}annotation")}
    free = (f"citecheck-{number}" for number in range(1, len(remarks) + len(taken) + 1))
    names = [name for name in free if name not in taken]
    for name, remark in zip(names, remarks, strict=False):
        placing.place(name, annotation(root, name, remark, day), remark)
    return _written(raw, root)


def _written(raw: bytes, root: _Element) -> bytes:
    """The file with the part with the text as it is now."""
    for one in root.iter("{*}annotation"):
        one.attrib.pop(KEY, "")
    return patched(raw, {CONTENT: xml_bytes(root)}) if raw.startswith(b"PK") else xml_bytes(root)
