"""What citecheck added before."""

from __future__ import annotations

from citecheck.annotate.pdf.earlier import without_own_end
from citecheck.annotate.pdf.writing import MARK


def test_its_own_end_is_taken_off_where_nothing_follows() -> None:
    file = b"%PDF-1.7 ... %%EOF\n"
    assert without_own_end(file) == file
    assert without_own_end(file + MARK + b"... %%EOF\n") == file
    both = file + MARK + b"... %%EOF\n" + b"of another %%EOF\n"
    assert without_own_end(both) == both
    assert without_own_end(both + MARK + b"... %%EOF") == both
