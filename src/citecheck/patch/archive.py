"""An archive with some of its parts changed, added or left out; all others keep their bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from copy import copy
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["patched", "xml_bytes"]

DAY = (1980, 1, 1, 0, 0, 0)
"""The time of parts that are added: the earliest that archives know, so that the same changes give the same bytes."""


def patched(raw: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """The archive ``raw`` with these parts instead of its own, or added behind them; None leaves a part out. The others keep
    their bytes, their order, their times and the way in which they are compressed."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as before, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as after:
        after.comment = before.comment
        known = set()
        for info in before.infolist():
            known.add(info.filename)
            data = changed[info.filename] if info.filename in changed else before.read(info)
            if data is not None:
                after.writestr(copy(info), data)
        for name, added in changed.items():
            if name not in known and added is not None:
                info = zipfile.ZipInfo(name, DAY)
                info.compress_type = zipfile.ZIP_DEFLATED
                after.writestr(info, added)
    return held.getvalue()


def xml_bytes(root: _Element) -> bytes:
    """A part as bytes."""
    from lxml import etree

    standalone = root.getroottree().docinfo.standalone
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=standalone is not False)
