"""What class and packages say."""

from __future__ import annotations

import pytest

from citecheck.read.tex.settings import Settings, options


def test_options_have_values() -> None:
    assert options("a, b=c,d={e, f},\n g = h") == {"a": "", "b": "c", "d": "e, f", "g": "h"}


@pytest.mark.parametrize(
    ("package", "given", "is_note"),
    [
        ("biblatex", "style=verbose-trad1", True),
        ("biblatex", "style=authortitle", True),
        ("biblatex", "citestyle=footnote-dw,bibstyle=numeric", True),
        ("biblatex", "style=authoryear", False),
        ("biblatex", "style=authoryear,autocite=footnote", True),
        ("biblatex", "style=verbose,autocite=inline", False),
        ("biblatex-chicago", "notes,backend=biber", True),
        ("biblatex-chicago", "authordate", False),
        ("natbib", "verbose", False),
    ],
)
def test_styles_print_notes_or_not(package: str, given: str, is_note: bool) -> None:
    settings = Settings()
    settings.package(package, given)
    assert settings.autocite_is_note is is_note


def test_the_main_language_is_the_last_or_the_one_that_is_called_so() -> None:
    for given, lang in (("english,french", "fr"), ("main=french,english", "fr"), ("", "de")):
        settings = Settings()
        settings.document_class("article", "12pt,ngerman")
        settings.package("babel", given)
        assert settings.lang == lang


def test_classes_have_chapters_or_not() -> None:
    for name, chapters in (
        ("book", True),
        ("scrreprt", True),
        ("memoir", True),
        ("article", False),
        ("my-thesis", True),
    ):
        settings = Settings()
        settings.document_class(name, "")
        assert settings.chapters is chapters


def test_notes_may_be_numbered_by_page() -> None:
    settings = Settings()
    settings.package("footmisc", "bottom,perpage")
    assert settings.by_page
    settings.package("biblatex", "autopunct=false")
    assert not settings.autopunct
