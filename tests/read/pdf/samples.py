"""PDFs for tests, written byte by byte: text at places, rules, links, bookmarks, labels, in fonts that every reader has."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from msgspec import Struct

from citecheck.model.layout import Block, Call, Layout, Words

FONTS = {"plain": "Times-Roman", "italic": "Times-Italic", "bold": "Times-Bold", "other": "Helvetica"}
WIDTH, HEIGHT = 420, 595
LEFT, TOP, SIZE, LEADING = 50, 540, 11.0, 13.0


class Part(Struct, frozen=True):
    """Words of a line in one shape; ``rise`` is how far they are raised."""

    text: str
    size: float = SIZE
    rise: float = 0.0
    font: str = "plain"


class Drawn(Struct, frozen=True):
    """A line of text from a place on; ``hidden`` is not shown."""

    x: float
    y: float
    parts: tuple[Part, ...]
    hidden: bool = False


class Rule(Struct, frozen=True):
    """A thin line."""

    left: float
    right: float
    y: float


class Link(Struct, frozen=True):
    """A box that leads to an address, or, where that is empty, to the first page."""

    left: float
    bottom: float
    right: float
    top: float
    address: str = ""


class Picture(Struct, frozen=True):
    """A grey picture over the whole page."""


Item = Drawn | Rule | Link | Picture


def up(mark: str, size: float = 7.0, rise: float = 4.0) -> Part:
    """A raised mark."""
    return Part(mark, size, rise)


def line(y: float, *parts: str | Part, x: float = LEFT, size: float = SIZE, hidden: bool = False) -> Drawn:
    """A line at a height."""
    return Drawn(x, y, tuple(Part(part, size) if isinstance(part, str) else part for part in parts), hidden)


def lines(top: float, *texts: str | tuple[str | Part, ...], x: float = LEFT, size: float = SIZE) -> list[Item]:
    """Lines below each other."""
    leading = LEADING * size / SIZE
    return [
        line(top - at * leading, *(text if isinstance(text, tuple) else (text,)), x=x, size=size)
        for at, text in enumerate(texts)
    ]


def pdf(
    *pages: Sequence[Item],
    outline: Sequence[tuple[str, int, int]] = (),
    labels: str = "",
    lang: str = "",
    title: str = "",
    locked: bool = False,
    turned: int = 0,
) -> bytes:
    """A file of pages. ``outline`` are bookmarks (title, page from 0, level from 0); ``labels`` the number tree of page labels;
    a ``locked`` one needs a password."""
    file = _File()
    catalog, root, info = file.reserve(), file.reserve(), file.reserve()
    fonts = {
        key: file.add(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>")
        for key, name in FONTS.items()
    }
    grey = file.stream(
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"\x80"
    )
    resources = f"<</Font<<{''.join(f'/{key} {at} 0 R' for key, at in fonts.items())}>>/XObject<</grey {grey} 0 R>>>>"
    made = []
    for items in pages:
        content = file.stream("<<", "\n".join(_drawn(item) for item in items).encode("cp1252"))
        links = [file.add(_link(item, root)) for item in items if isinstance(item, Link)]
        annotations = f"/Annots[{' '.join(f'{at} 0 R' for at in links)}]" if links else ""
        turn = f"/Rotate {turned}" if turned else ""
        made.append(
            file.add(
                f"<</Type/Page/Parent {root} 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources {resources}"
                f"/Contents {content} 0 R{annotations}{turn}>>"
            )
        )
    file.put(root, f"<</Type/Pages/Count {len(made)}/Kids[{' '.join(f'{at} 0 R' for at in made)}]>>")
    marks = _outline(file, outline, made)
    told = f"/Lang({lang})" if lang else ""
    numbered = f"/PageLabels<</Nums[{labels}]>>" if labels else ""
    file.put(catalog, f"<</Type/Catalog/Pages {root} 0 R{marks}{told}{numbered}>>")
    file.put(info, f"<</Title({title})>>" if title else "<<>>")
    key = file.add(f"<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>") if locked else 0
    return file.written(catalog, info, key)


class _File:
    """The objects of a file."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []

    def reserve(self) -> int:
        self.objects.append(b"null")
        return len(self.objects)

    def put(self, at: int, text: str) -> None:
        self.objects[at - 1] = text.encode("cp1252")

    def add(self, text: str) -> int:
        at = self.reserve()
        self.put(at, text)
        return at

    def stream(self, head: str, data: bytes) -> int:
        packed = zlib.compress(data)
        self.objects.append(
            f"{head}/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode() + packed + b"\nendstream"
        )
        return len(self.objects)

    def written(self, catalog: int, info: int, key: int) -> bytes:
        out = bytearray(b"%PDF-1.7\n")
        places = []
        for at, held in enumerate(self.objects, 1):
            places.append(len(out))
            out += f"{at} 0 obj\n".encode() + held + b"\nendobj\n"
        start = len(out)
        rows = "".join(f"{place:010d} 00000 n \n" for place in places)
        locked = f"/Encrypt {key} 0 R/ID[<00><00>]" if key else ""
        out += (
            f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}trailer\n"
            f"<</Size {len(places) + 1}/Root {catalog} 0 R/Info {info} 0 R{locked}>>\nstartxref\n{start}\n%%EOF\n"
        ).encode()
        return bytes(out)


def _drawn(item: Item) -> str:
    """The operators of an item."""
    match item:
        case Drawn(x=x, y=y, parts=parts, hidden=hidden):
            shown = " ".join(f"/{part.font} {part.size} Tf {part.rise} Ts ({_escaped(part.text)}) Tj" for part in parts)
            return f"BT {3 if hidden else 0} Tr 1 0 0 1 {x} {y} Tm {shown} ET"
        case Rule(left=left, right=right, y=y):
            return f"0.5 w {left} {y} m {right} {y} l S"
        case Picture():
            return f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /grey Do Q"
        case Link():
            return ""


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _link(item: Item, root: int) -> str:
    assert isinstance(item, Link)
    box = f"[{item.left} {item.bottom} {item.right} {item.top}]"
    where = f"/A<</S/URI/URI({item.address})>>" if item.address else "/Dest[0/Fit]"
    return f"<</Type/Annot/Subtype/Link/Rect{box}{where}>>"


def _outline(file: _File, outline: Sequence[tuple[str, int, int]], pages: Sequence[int]) -> str:
    """The bookmarks, those of level 1 below the last one of level 0."""
    if not outline:
        return ""
    root = file.reserve()
    ids = [file.reserve() for _ in outline]
    parents = [root] * len(outline)
    for at, (_, _, level) in enumerate(outline):
        if level:
            parents[at] = next(ids[above] for above in range(at, -1, -1) if outline[above][2] < level)
    for at, (title, page, _) in enumerate(outline):
        same = [other for other in range(len(outline)) if parents[other] == parents[at]]
        place = same.index(at)
        beside = f"/Prev {ids[same[place - 1]]} 0 R" if place else ""
        beside += f"/Next {ids[same[place + 1]]} 0 R" if place + 1 < len(same) else ""
        below = [ids[other] for other in range(len(outline)) if parents[other] == ids[at]]
        inside = f"/First {below[0]} 0 R/Last {below[-1]} 0 R/Count {len(below)}" if below else ""
        file.put(ids[at], f"<</Title({title})/Parent {parents[at]} 0 R/Dest[{pages[page]} 0 R/Fit]{beside}{inside}>>")
    first = [ids[at] for at in range(len(outline)) if parents[at] == root]
    file.put(root, f"<</Type/Outlines/First {first[0]} 0 R/Last {first[-1]} 0 R/Count {len(first)}>>")
    return f"/Outlines {root} 0 R"


# What is in the tests.


PROSE = (
    (
        "The harbour had been closed for the winter, and nobody in the",
        "town remembered who had signed the order, although its text",
    ),
    (
        "Two boats came back in March with their nets torn, and a third",
        "was found at anchor behind the island, where the old light",
    ),
    (
        "What the council wrote of them was short: a list of names, the",
        "sums that each had lost, and a promise of which the minutes",
    ),
    (
        "Nothing was paid before the summer, so that the crews went off",
        "to the quarries, and of their boats the last one that floated",
    ),
)
"""Two lines for each page."""


def noted_page(number: int, note: str = "Doe, The ports, 1999, p. 7.", *, rule: bool = True) -> list[Item]:
    """A page with two lines, a mark in the second, and its note at the foot."""
    items: list[Item] = [
        *lines(TOP, PROSE[number % 4][0], (PROSE[number % 4][1], up(str(number)), " hung there.")),
        line(80, up(str(number), 6.0, 3.0), f" {note}", size=9.0),
        line(30, str(number), x=WIDTH / 2),
    ]
    return [*items, Rule(LEFT, LEFT + 90, 95)] if rule else items


def shown(block: Block) -> str:
    """The text of a block, its calls as ``[^1]``."""
    return "".join(f"[^{one.note_id}]" if isinstance(one, Call) else one.text for one in block.inlines)


def texts(layout: Layout) -> list[str]:
    """The text of each block."""
    return [shown(block).strip() for block in layout.blocks]


def notes(layout: Layout) -> dict[str, str]:
    """The text of each note, by its identifier."""
    return {note.note_id: " ".join(shown(block).strip() for block in note.blocks) for note in layout.notes}


def linked(layout: Layout) -> list[tuple[str, str]]:
    """The words that are links, each with its target."""
    return [
        (one.text, one.target)
        for block in layout.blocks
        for one in block.inlines
        if isinstance(one, Words) and one.target
    ]
