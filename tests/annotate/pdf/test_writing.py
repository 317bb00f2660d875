"""One annotation."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from citecheck.annotate import Remark
from citecheck.annotate.pdf.boxes import Place
from citecheck.annotate.pdf.writing import COLORS, add
from tests.annotate.pdf.samples import REPORT, annotations


@pytest.mark.parametrize("rank", range(3))
def test_its_colour_tells_how_much_it_matters(rank: int) -> None:
    writer = pypdf.PdfWriter(BytesIO(REPORT), incremental=True)
    quads = ((10.0, 20.0, 30.0, 40.0), (5.0, 8.0, 9.0, 18.0))
    add(writer, Remark(0, 1, rank, "CIT004 · error", ("No.",), "v1:0"), Place(1, quads), "")
    held = BytesIO()
    writer.write(held)
    [(page, one)] = annotations(held.getvalue())
    assert page == 1
    assert [float(value) for value in one["/Rect"]] == [5, 8, 30, 40]
    assert [float(value) for value in one["/QuadPoints"]][:8] == [10, 40, 30, 40, 10, 20, 30, 20]
    assert "".join(f"{round(float(value) * 255):02x}" for value in one["/C"]) == COLORS[rank]


def test_without_boxes_it_is_a_note_in_the_corner() -> None:
    writer = pypdf.PdfWriter(BytesIO(REPORT), incremental=True)
    add(writer, Remark(0, 1, 0, "CIT004 · error", (), "v1:0"), Place(0, ()), "")
    held = BytesIO()
    writer.write(held)
    [(_, one)] = annotations(held.getvalue())
    assert (one["/Subtype"], one["/Contents"]) == ("/Text", "CIT004 · error")
