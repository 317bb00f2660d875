"""Names of languages."""

from __future__ import annotations

from citecheck.read.tex.babel import code_of


def test_packages_name_languages() -> None:
    assert [code_of(one) for one in ("french", " Ngerman", "british", "klingon", "")] == ["fr", "de", "en", None, None]
