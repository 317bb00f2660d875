"""Which paragraphs stand against each other."""

from __future__ import annotations

from pathlib import Path

from citecheck import pipeline
from citecheck.model.alignment import Alignment
from citecheck.model.job import Job
from citecheck.reconcile.paragraphs import Block, pairings

FRENCH = """\
# 1. Les digues

La digue de Roscanvel date de 1871<sup>1</sup>. Elle a coûté 40 000 francs.

Elle fut rompue par la tempête de 1903, et le village resta seize mois sans abri. Les pêcheurs partirent pour Camaret.

Le conseil vota sa reconstruction<sup>2</sup>.

## 1.1 Les comptes

Les comptes sont perdus.

<sup>1</sup> Kerleau, 1999, p. 4.

<sup>2</sup> Kerleau, 1999, p. 9.
"""
ENGLISH = """\
# 1. The seawalls

The seawall of Roscanvel dates from 1871.<sup>1</sup> It cost 40,000 francs.

It was broken by the storm of 1903, and the village had no shelter for sixteen months.

The fishermen left for Camaret.

The council voted to build it anew.<sup>2</sup>

The prefect signed.

## 1.1 The accounts

The accounts are lost.

<sup>1</sup> Kerleau, 1999, p. 4.

<sup>2</sup> Kerleau, 1999, p. 9.
"""


def aligned(tmp_path: Path, french: str = FRENCH, english: str = ENGLISH) -> Alignment:
    (tmp_path / "fr.md").write_text(french, encoding="utf-8")
    (tmp_path / "en.md").write_text(english, encoding="utf-8")
    langs = (("fr", str(tmp_path / "fr.md")), ("en", str(tmp_path / "en.md")))
    [alignment] = pipeline.audit(Job(langs=langs)).alignments
    return alignment


def words(blocks: tuple[Block, ...]) -> list[str]:
    """The first words of some blocks."""
    texts = [
        block.heading.title if block.heading is not None else block.paragraph.span.text
        for block in blocks
        if block.heading is not None or block.paragraph is not None
    ]
    return [" ".join(text.split()[:3]) for text in texts]


def test_paragraphs_stand_against_each_other_by_what_both_have_and_how_long_they_are(tmp_path: Path) -> None:
    assert [(words(left), words(right)) for left, right in pairings(aligned(tmp_path))] == [
        (["Les digues"], ["The seawalls"]),
        (["La digue de"], ["The seawall of"]),
        (["Elle fut rompue"], ["It was broken", "The fishermen left"]),
        (["Le conseil vota"], ["The council voted"]),
        ([], ["The prefect signed."]),
        (["Les comptes"], ["The accounts"]),
        (["Les comptes sont"], ["The accounts are"]),
    ]


def test_every_block_stands_in_exactly_one_pairing(tmp_path: Path) -> None:
    more = "\n\n".join(f"Paragraphe {at} sur la digue et le port." for at in range(30))
    alignment = aligned(tmp_path, FRENCH.replace("## 1.1", f"## 1.0 Annexe\n\n{more}\n\n## 1.1"))
    for side, version in ((0, alignment.left), (1, alignment.right)):
        blocks = [block for pairing in pairings(alignment) for block in pairing[side]]
        paragraphs = [block.paragraph.index for block in blocks if block.paragraph is not None]
        assert sorted(paragraphs) == [one.index for one in version.document.paragraphs]
        headings = [block.heading.section for block in blocks if block.heading is not None]
        assert sorted(headings) == [one.section for one in version.document.headings]


def test_many_paragraphs_against_few_find_an_end(tmp_path: Path) -> None:
    more = "\n\n".join(f"Un mot {at}." for at in range(300))
    made = list(pairings(aligned(tmp_path, FRENCH.replace("Le conseil", f"{more}\n\nLe conseil"))))
    assert sum(len(left) for left, _ in made) == 306
