"""Texts for tests of reading: whole documents in a line or two, and any text at all, made of what trips readers up."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from citecheck.model.document import Document
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from tests.tried import tried

QUICK = settings(max_examples=tried(12, 80), deadline=None, derandomize=True, database=None)
"""The same examples on every machine and in every run."""

MARKUP = [
    "<sup>", "</sup>", "<sup>1</sup>", "<sup>2</sup>", "<sup>12</sup>", "<sup>13<sup>e</sup>", "<sup>3, 4</sup>", "<sup>5-7</sup>",
    "[^1]", "[^a]", "[^1]: ", "[^a]: ", "^[", "^[note]", "¹", "²³", "[", "]", "(", ")", "[3]", "[1-3]", "@key", "[@a; @b]", "*", "**",
    "_", "\\", "\\_", "&amp;", "<", ">", "<b>", "</td>", "|", "```\n", "<!--", "<table>\n", "# ", "## 2.1 ", "> ", "- ", "1. ", "---\n",
]  # fmt: skip
WORDS = [
    "Doe", "Doe, J.", "Roe", "Dupont", "DUPONT Jean", "van der Berg", "Ministry of Trade", "Agence des eaux", "et al.", "*et al*.",
    " & ", " and ", " et ", "2019", "2019a", "2020", "n.d.", "s.d.", "1066", "p. 4", "pp. 4-6", "p. 4, 7", "chap. 3", "Ibid.", "ibid., p. 5",
    "op. cit.", "art. cit.", "supra note 3", "see also ", "cf. ", "voir ", "In ", "« Un titre »", "“A title”", '"Plain"', "‘x’", "«", "“",
    "Paris: Seuil.", "*Revue*, 3(2), 4-9", "https://example.org/a_(b)", "<http://x.org/y>", "[text](https://x.org/z)", "http://",
    "doi:10.1000/ab", "€5 million", "5 milliards d'euros", "(US$ 150)", "1 € = 1,06 $", "12 %", "3 mai 2021", "2023-03-07", "1.", "23'000",
]  # fmt: skip
SIGNS = [
    " ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u202f", ", ", "; ", ". ", ": ", "'", "’", "-", "–", "—", "/", "=", "%", "$", "\x00", "\x01",
    "\x1b[31m", "\u202e", "\u200b", "\u0301", "é", "İ", "ß", "²", "٣", "😀", "\ufeff", "\u2028", "x",
]  # fmt: skip
HEADS = [
    "# Title\n\n",
    "## Bibliography\n\n",
    "## Bibliographie\n\n",
    "**Références**\n\n",
    "## Notes\n\n",
    "Title\n=====\n\n",
]

ANY_TEXT = st.lists(st.sampled_from([*MARKUP, *WORDS, *SIGNS, *HEADS]), max_size=40).map("".join) | st.text(max_size=60)
"""Any text: pieces of markup, notes, references and signs in any order, and characters without any sense."""

ANY_NOTE = st.lists(st.sampled_from([*WORDS, *SIGNS, "*", "(", ")", "[", "]", "_"]), max_size=25).map("".join)
"""What a note may hold, read well or not."""


def whole(text: str) -> Span:
    """All of a text."""
    return Span(Source("a.md", text), 0, len(text))


def document(*texts: str, lang: str = "en") -> Document:
    """The document that the texts are, one file each."""
    return parse(Version(lang, tuple(Span(Source(f"{at}.md", text), 0, len(text)) for at, text in enumerate(texts, 1))))
