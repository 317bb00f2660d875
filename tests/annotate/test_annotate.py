"""Which files can be annotated."""

from __future__ import annotations

import pytest

from citecheck.annotate import annotated, endings
from citecheck.errors import InputError


def test_formats_are_found_by_looking() -> None:
    assert {".docx", ".docm"} <= set(endings())


def test_other_formats_are_refused_with_those_that_can_be() -> None:
    with pytest.raises(InputError, match=r"a\.md cannot be annotated: citecheck writes comments into .*\.docx"):
        annotated("a.md", b"", ())
