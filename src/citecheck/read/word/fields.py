"""Fields of a Word document (ECMA-376 part 1, 17.16): where links lead, and what reference managers wrote."""

from __future__ import annotations

import re

from citecheck.model.layout import NOTE_REFERENCE, ManagedField
from citecheck.read.managers import managed_field

__all__ = ["Fields"]

LINK = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"')
REFERENCE = re.compile(r'\s*NOTEREF\s+"?([^\s"]{1,100})"?(?:\s+\\[fh*]|\s+MERGEFORMAT)*\s*\Z')
"""A reference to a note that prints its number and nothing else (``\\p`` adds "above" or "below")."""


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
        return tuple(
            one if at in self._closed else ManagedField(one.manager, "", one.items) for at, one in enumerate(self.met)
        )

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
        reference = REFERENCE.match(code)
        managed = ManagedField(NOTE_REFERENCE, reference[1]) if reference is not None else managed_field(code)
        if managed is not None:
            field.field = len(self.met)
            self.met.append(managed)
