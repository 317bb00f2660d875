"""Layouts."""

from __future__ import annotations

from citecheck.model.layout import Block, Call, Role, Words


def test_the_text_of_a_block_is_its_words_alone() -> None:
    block = Block(Role.PARAGRAPH, (Words("So "), Call("1"), Words("it is", italic=True)), "document", 1)
    assert block.text == "So it is"
