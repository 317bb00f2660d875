"""Entities of HTML are the characters that they stand for, and none of them becomes markup."""

from __future__ import annotations

import pytest

from citecheck.read.entities import ENTITY, decoded_entity
from citecheck.read.files import composed_text, read_source


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&laquo;&nbsp;Elms&nbsp;&raquo;", "«\u00a0Elms\u00a0»"),
        ("&#8220;Elms&#x201D;", "“Elms”"),
        ("&eacute;l&egrave;ve", "élève"),
        ("&lt;https://elms.example.org/a&gt;", "<https://elms.example.org/a>"),
        ("&lt;b&gt; &#42; &#91;^1&#93; &amp;", "&lt;b&gt; &#42; &#91;^1&#93; &amp;"),
        ("&nothing; & &#10; AT&T;", "&nothing; & &#10; AT&T;"),
    ],
)
def test_an_entity_is_its_character_and_no_markup(written: str, read: str) -> None:
    assert ENTITY.sub(decoded_entity, written) == read
    assert composed_text(written)[0] == read


def test_places_are_those_of_the_file() -> None:
    source = read_source("a.md", b"&laquo;&nbsp;Elms&nbsp;&raquo; fall")
    assert source.position(source.text.index("fall")) == (1, "&laquo;&nbsp;Elms&nbsp;&raquo; fall".index("fall") + 1)
