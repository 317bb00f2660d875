"""The words of a version, counted."""

from __future__ import annotations

from citecheck.checks.style.vocabulary import Vocabulary
from tests.checks.reading import cited

TEXT = """# T

The port and the Port<sup>1</sup>, see https://port.example/port.

<sup>1</sup> Port, 2019.

## Bibliography

Port, A. (2019). *The quays*. Paris: Quay.
"""


def test_words_are_counted_in_the_text_and_in_all_of_it() -> None:
    words = Vocabulary(cited(TEXT))
    assert (words.prose["port"], words.prose["Port"]) == (1, 1)
    assert words.printed["Port"] == 3
    assert words.folded["port"] == 4
    assert words.prose.get("example") is None, "addresses are no words"
    assert any("The port and" in piece for piece in words.running)


def test_the_language_is_that_of_the_version() -> None:
    assert Vocabulary(cited("Le port.", "fr")).tongue.code == "fr"
    assert Vocabulary(cited("")).folded == {}
