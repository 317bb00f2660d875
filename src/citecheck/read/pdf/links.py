"""The links of a page: which stretches of its text lead where."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

from citecheck.read.pdf.runs import Run, cut, turned

__all__ = ["Area", "areas_of", "linked"]

Area = tuple[float, float, float, float, str]
"""Left, right, bottom, top, and where it leads."""

MOST = 5_000
"""Links of one page that are read."""
LONGEST = 4_096
"""Bytes of an address."""


def areas_of(raw: Any, document: Any, page: Any, quarter: int) -> list[Area]:
    """The areas of a page that are links; those that lead within the document have ``#`` as their target."""
    return [
        (*turned(quarter, left, right, bottom, top), target)
        for link in _links(raw, page)
        if (target := _target(raw, document, link))
        for left, right, bottom, top in _boxes(raw, link)
    ]


def _links(raw: Any, page: Any) -> Iterator[Any]:
    position = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    for _ in range(MOST):
        if not raw.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
            return
        yield link


def _target(raw: Any, document: Any, link: Any) -> str:
    """Where a link leads; empty where that is nothing that is known."""
    action = raw.FPDFLink_GetAction(link)
    if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
        length = min(raw.FPDFAction_GetURIPath(document, action, None, 0), LONGEST)
        buffer = ctypes.create_string_buffer(length + 1)
        raw.FPDFAction_GetURIPath(document, action, buffer, length)
        return buffer.value.decode("utf-8", "replace").strip()
    return "#" if action or raw.FPDFLink_GetDest(document, link) else ""


def _boxes(raw: Any, link: Any) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of a link, one for each line that it goes over."""
    count = min(raw.FPDFLink_CountQuadPoints(link), 50)
    quad = raw.FS_QUADPOINTSF()
    for at in range(count):
        if raw.FPDFLink_GetQuadPoints(link, at, ctypes.byref(quad)):
            across, along = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(across), max(across), min(along), max(along)
    rectangle = raw.FS_RECTF()
    if count <= 0 and raw.FPDFLink_GetAnnotRect(link, ctypes.byref(rectangle)):
        yield rectangle.left, rectangle.right, rectangle.bottom, rectangle.top


def linked(runs: Sequence[Run], areas: Sequence[Area]) -> list[Run]:
    """The runs, parted where links begin and end, each with the target of its link."""
    if not areas:
        return list(runs)
    parted: list[Run] = []
    for run in runs:
        middle = run.base + 0.25 * run.size
        over = [area for area in areas if area[2] <= middle <= area[3] and area[0] < run.right and run.left < area[1]]
        parted += _parted(run, over) if over else [run]
    for at, run in enumerate(parted):
        run.order = at
    return parted


def _parted(run: Run, areas: Sequence[Area]) -> Iterator[Run]:
    targets = [
        next((area[4] for area in areas if area[0] <= (left + right) / 2 <= area[1]), "") for left, right in run.edges
    ]
    start = 0
    for at in range(1, len(targets) + 1):
        if at == len(targets) or targets[at] != targets[start]:
            part = cut(run, start, at)
            part.target = targets[start]
            yield part
            start = at
