"""Fields of a Word document (ECMA-376 part 1, 17.16): where links lead, and what reference managers wrote.

Zotero and Mendeley keep the text that they printed beside the items (``plainCitation``, ``plainTextFormattedCitation``; a text that was
edited within Mendeley is its own, ``manualFormatting``), EndNote in ``<DisplayText>``.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from citecheck.model.layout import ManagedField

__all__ = ["Fields"]

LINK = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"')
ZOTERO = re.compile(r"\s*ADDIN\s+(?P<manager>ZOTERO_ITEM|CSL_CITATION|Mendeley Citation)\b")
ENDNOTE = "ADDIN EN.CITE "
DISPLAYED = re.compile(r"<DisplayText>(.*?)</DisplayText>", re.DOTALL)
TAG = re.compile(r"</?[A-Za-z][^<>]{0,100}>")
LONGEST = 2_000_000
"""Characters of the longest code of a field that is looked into."""


class _Open:
    """A field that has begun: its code, and what it is once its result has begun."""

    def __init__(self) -> None:
        self.code: list[str] = []
        self.shown = False
        self.target: str | None = None
        self.field: int | None = None


class Fields:
    """The fields that are open while a part is read, and those of reference managers that were met; one that never ends
    says nothing."""

    def __init__(self) -> None:
        self.met: list[ManagedField] = []
        self._closed: set[int] = set()
        self._open: list[_Open] = []

    @property
    def known(self) -> tuple[ManagedField, ...]:
        """The fields of reference managers, by their ordinals."""
        return tuple(one if at in self._closed else ManagedField(one.manager, "") for at, one in enumerate(self.met))

    @property
    def target(self) -> str | None:
        """Where text leads that is read now."""
        return next((one.target for one in reversed(self._open) if one.target is not None), None)

    @property
    def field(self) -> int | None:
        """The field of a reference manager that text is in which is read now."""
        return next((one.field for one in reversed(self._open) if one.field is not None), None)

    def anew(self) -> None:
        """Another part begins."""
        self._open = []

    def character(self, kind: str | None) -> None:
        """A field begins, shows its result from here on, or ends. Fields that never end do no harm."""
        if kind == "begin":
            self._open.append(_Open())
        elif kind == "separate" and self._open:
            self._show(self._open[-1])
        elif kind == "end" and self._open:
            ended = self._open.pop()
            if ended.field is not None:
                self._closed.add(ended.field)

    def code(self, text: str) -> None:
        """A piece of the code of the innermost field."""
        if self._open and not self._open[-1].shown:
            self._open[-1].code.append(text)

    def _show(self, field: _Open) -> None:
        field.shown = True
        code = "".join(field.code)
        link = LINK.search(code)
        field.target = link[1] if link is not None else None
        managed = _managed(code) if len(code) <= LONGEST else None
        if managed is not None:
            field.field = len(self.met)
            self.met.append(managed)


def _managed(code: str) -> ManagedField | None:
    """What the code of a field says that a reference manager printed; None for another field, and where it says nothing."""
    if code.lstrip().startswith(ENDNOTE):
        displayed = DISPLAYED.search(code)
        return ManagedField("EndNote", unescape(TAG.sub("", displayed[1]))) if displayed is not None else None
    match = ZOTERO.match(code)
    if match is None or "{" not in code:
        return None
    try:
        held, _ = json.JSONDecoder().raw_decode(code[code.index("{") :])
    except (ValueError, RecursionError):
        return None
    zotero = match["manager"] == "ZOTERO_ITEM"
    written = (
        _written(held, "properties", ("plainCitation",))
        if zotero
        else _written(held, "mendeley", ("manualFormatting", "plainTextFormattedCitation"))
    )
    return ManagedField("Zotero" if zotero else "Mendeley", written) if written else None


def _written(held: Any, place: str, names: tuple[str, ...]) -> str:
    """The text that a manager says it printed; empty where it says none."""
    inner = held.get(place) if isinstance(held, dict) else None
    said = (inner.get(name) for name in names) if isinstance(inner, dict) else iter(())
    return next((text for text in said if isinstance(text, str) and text.strip()), "")
