"""The text of a page as it is drawn: runs of glyphs of one size on one baseline, with where each stands."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any

from msgspec import Struct

__all__ = ["SOFT", "Run", "Sheet", "cut", "drawn", "turned"]

SOFT = "\u00ad"
"""A hyphen at the end of a line, of which it is not known whether it belongs to the word."""
HYPHENS = frozenset((0xFFFE, 0x02, 0xAD))
BREAKS = frozenset((10, 13))
BLANKS = BREAKS | {9, 32, 0xA0}
LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
ACCENTS = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327", "ˇ": "\u030c"}
"""Accents that old fonts of TeX draw over the next letter."""
ITALIC = re.compile(r"(?i:ital|obli|slant|kursiv)|[-+](?:SFTI|CMTI|CMSL)|It$")
BOLD = re.compile(r"bold|black|heavy|[-+](?:SFBX|CMBX)", re.IGNORECASE)
ITALIC_FLAG = 1 << 6
HIDDEN = 3
"""The render mode of text that is not drawn: what a program recognised in a picture."""
SUPERIOR = 0.2
"""How far above the baseline, in parts of the size, a digit stands that is a superior one."""
MOST = 200_000
"""Glyphs of one page that are read."""


class Run(Struct, gc=False):
    """Glyphs that follow each other on one baseline in one size. ``edges`` are the left and right edge of each character; ``order``
    is its place among the runs as they are drawn, ``target`` the address that it links to (``#`` within the document)."""

    text: str
    edges: list[tuple[float, float]]
    base: float
    size: float
    italic: bool
    bold: bool
    superior: bool
    order: int
    target: str = ""

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.edges[0][0]

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.edges[-1][1]


class Sheet(Struct, gc=False):
    """What is drawn on a page: its runs, how many of its glyphs are hidden and have no character, and how it is turned (quarters)."""

    runs: list[Run]
    glyphs: int
    hidden: int
    nameless: int
    turned: int


class _Shape(Struct, gc=False):
    """What the glyphs of one text object have in common."""

    size: float
    base: float
    turned: int
    italic: bool
    bold: bool
    hidden: bool


def drawn(raw: Any, text_page: Any) -> Sheet:
    """What is drawn on a page, of which ``text_page`` is the text as pdfium knows it, and ``raw`` its functions."""
    reader = _Reader(raw, text_page)
    reader.read()
    quarter = reader.turned.most_common(1)[0][0] if reader.turned else 0
    runs = [run for run, turned in reader.runs if turned == quarter and run.edges]
    return Sheet(runs, reader.glyphs, reader.hidden, reader.nameless, quarter)


class _Reader:
    """Reads a page character by character: three calls for each, the others once for each text object."""

    def __init__(self, raw: Any, text_page: Any) -> None:
        self.raw, self.page = raw, text_page
        self.runs: list[tuple[Run, int]] = []
        self.turned: Counter[int] = Counter()
        self.glyphs = self.hidden = self.nameless = 0
        self.letters: set[int] = set()
        self.fonts: dict[str, tuple[bool, bool]] = {}
        self.box = [ctypes.c_double() for _ in range(4)]
        self.matrix = raw.FS_MATRIX()
        self.name = ctypes.create_string_buffer(256)
        self.flags = ctypes.c_int()

    def read(self) -> None:
        """All characters. Most of them are a further letter of the word before them, and these take the shortest way."""
        page, held = self.page, ctypes.cast(self.page, ctypes.c_void_p).value
        unicode_of = _plain(self.raw.FPDFText_GetUnicode, ctypes.c_uint, 0)
        address_of = _plain(self.raw.FPDFText_GetTextObject, ctypes.c_void_p, 0)
        box_of = _plain(self.raw.FPDFText_GetCharBox, ctypes.c_int, 4)
        sides = (ctypes.c_double * 4)()
        refs = [ctypes.addressof(sides) + at * ctypes.sizeof(ctypes.c_double) for at in range(4)]
        shape: _Shape | None = None
        drawing: int | None = None
        broken = blank = True
        glyphs = hidden = upright = 0
        letters = self.letters
        for at in range(min(self.raw.FPDFText_CountChars(page), MOST)):
            code = unicode_of(held, at)
            if code in BLANKS:
                broken = broken or code in BREAKS
                self._blank(code, broken)
                blank = True
                continue
            address = address_of(held, at)
            if address != drawing or shape is None:
                drawing, shape = address, self._shape(at, self.raw.FPDFText_GetTextObject(page, at))
                blank = True
            glyphs += 1
            hidden += shape.hidden
            box_of(held, at, *refs)
            left, right, bottom, top = sides[:]
            if not blank and shape.turned == 0 and code in letters:
                run = self.runs[-1][0]
                if not run.superior and run.text[-1] not in ACCENTS:
                    run.text += chr(code)
                    run.edges.append((left, right))
                    upright += 1
                    continue
            self._glyph(code, turned(shape.turned, left, right, bottom, top), shape, broken, blank)
            broken = blank = False
        self.glyphs, self.hidden = glyphs, hidden
        self.turned[0] += upright

    def _blank(self, code: int, broken: bool) -> None:
        """A space, behind the run before on the same line."""
        run = self.runs[-1][0] if self.runs and not broken else None
        if run is not None and not run.text.endswith((" ", "\u00a0")):
            run.text += "\u00a0" if code == 0xA0 else " "
            run.edges.append((run.right, run.right))

    def _glyph(
        self, code: int, edges: tuple[float, float, float, float], shape: _Shape, broken: bool, blank: bool
    ) -> None:
        left, right, bottom, top = edges
        text = self._character(code)
        superior = text.isdigit() and bottom > shape.base + SUPERIOR * shape.size and top > bottom
        self.turned[shape.turned] += 1
        run, quarter = self.runs[-1] if self.runs and not broken else (None, 0)
        alike = run is not None and run.superior == superior and quarter == shape.turned
        if alike and run is not None and (not blank or _goes_on(run, shape, left)):
            _append(run, text, left, right)
            return
        self.runs.append(
            (
                Run(
                    text, [(left, right)] * len(text), shape.base, shape.size, shape.italic, shape.bold, superior,
                    len(self.runs),
                ),
                shape.turned,
            )
        )  # fmt: skip

    def _character(self, code: int) -> str:
        if code in HYPHENS:
            return SOFT
        if code == 0 or code == 0xFFFD or 0xE000 <= code <= 0xF8FF or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            self.nameless += 1
            return "\ufffd"
        sign = chr(code)
        text = LIGATURES.get(sign, sign)
        if text == sign and sign.isalpha() and sign not in ACCENTS:
            self.letters.add(code)
        return text

    def _shape(self, at: int, pointer: Any) -> _Shape:
        """What the text object of a character says of it."""
        raw, page = self.raw, self.page
        a, b, c, d = 1.0, 0.0, 0.0, 1.0
        if raw.FPDFText_GetMatrix(page, at, self.matrix):
            a, b, c, d = self.matrix.a, self.matrix.b, self.matrix.c, self.matrix.d
        size = raw.FPDFText_GetFontSize(page, at) * ((c * c + d * d) ** 0.5 or 1.0)
        quarter = (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
        x, y = self.box[0], self.box[1]
        raw.FPDFText_GetCharOrigin(page, at, ctypes.byref(x), ctypes.byref(y))
        base = (y.value, -x.value, -y.value, x.value)[quarter]
        italic, bold = self._font(at)
        slanted = quarter == 0 and d != 0 and abs(c) > 0.15 * abs(d)
        hidden = bool(pointer) and raw.FPDFTextObj_GetTextRenderMode(pointer) == HIDDEN
        return _Shape(size, base, quarter, italic or slanted, bold, hidden)

    def _font(self, at: int) -> tuple[bool, bool]:
        """Whether the font of a character is italic and bold."""
        length = self.raw.FPDFText_GetFontInfo(self.page, at, self.name, len(self.name), ctypes.byref(self.flags))
        name = self.name.value.decode("utf-8", "replace") if 0 < length <= len(self.name) else ""
        known = self.fonts.get(name)
        if known is None:
            italic = ITALIC.search(name) is not None or bool(self.flags.value & ITALIC_FLAG)
            known = self.fonts[name] = (italic, BOLD.search(name) is not None)
        return known


def _plain(function: Any, result: Any, pointers: int) -> Callable[..., int]:
    """A function of pdfium about a character of a page that takes addresses as numbers: an object for each pointer, as ctypes makes
    them otherwise, would take longer than all else."""
    of = ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * pointers)
    made: Callable[..., int] = of(ctypes.cast(function, ctypes.c_void_p).value or 0)
    return made


def turned(quarter: int, left: float, right: float, bottom: float, top: float) -> tuple[float, float, float, float]:
    """The edges of a box as a reader sees them who turns the page by quarters."""
    if quarter == 0:
        return left, right, bottom, top
    if quarter == 1:
        return bottom, top, -right, -left
    if quarter == 2:
        return -right, -left, -top, -bottom
    return -top, -bottom, left, right


def _goes_on(run: Run, shape: _Shape, left: float) -> bool:
    """Whether a glyph behind a blank, or of another text object, goes on with a run."""
    alike = abs(run.base - shape.base) < 0.05 * shape.size and abs(run.size - shape.size) < 0.05 * shape.size
    near = -0.5 * shape.size < left - run.right < 1.5 * shape.size
    return alike and near and run.italic == shape.italic and run.bold == shape.bold


def _append(run: Run, text: str, left: float, right: float) -> None:
    """One more glyph; a letter and an accent that are drawn over each other become one."""
    before, (before_left, before_right) = run.text[-1:], run.edges[-1]
    if (before in ACCENTS or text in ACCENTS) and min(right, before_right) - max(left, before_left) > 0.1 * run.size:
        letter, accent = (text, before) if before in ACCENTS else (before, text)
        both = unicodedata.normalize("NFC", letter + ACCENTS.get(accent, accent))
        if letter.isalpha() and len(both) == 1:
            run.text = run.text[:-1] + both
            run.edges[-1] = (min(left, before_left), max(right, before_right))
            return
    run.text += text
    run.edges += [(left, right)] * len(text)


def cut(run: Run, start: int, end: int) -> Run:
    """A part of a run."""
    return Run(
        run.text[start:end], run.edges[start:end], run.base, run.size, run.italic, run.bold, run.superior, run.order,
        run.target,
    )  # fmt: skip
