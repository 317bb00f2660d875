"""Names for the works of two versions: one for one source."""

from __future__ import annotations

from citecheck.align.entries import pair_entries
from citecheck.align.works import work_names
from citecheck.model.citations import Citations
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from citecheck.resolve import resolve

FRENCH = """# Rapport

Le port a doublé<sup>1</sup>, puis fermé<sup>2</sup>.

<sup>1</sup> Morvan, 2005, p. 3

<sup>2</sup> Tanguy, 2009, p. 7

## Bibliographie

1. Morvan, J. (2005). *Sardines*. Brest : Quai.
2. Tanguy, M. (2009). *Mers*. Brest : Quai.
"""
ENGLISH = """# Report

The port has doubled.<sup>1</sup>

<sup>1</sup> Morvan, 2005, p. 3

## Bibliography

1. Morvan, J. (2005). *Sardines*. Brest: Quai.
"""


def version(text: str, lang: str) -> Citations:
    return resolve(parse(Version(lang, (Span(Source("a.md", text), 0, len(text)),))))


def test_one_source_has_one_name_and_what_one_lacks_is_known_by_what_it_is_cited_as() -> None:
    left, right = version(FRENCH, "fr"), version(ENGLISH, "en")
    entries = pair_entries(left.document.entries, right.document.entries)
    (lefts, rights), lacking = work_names(left, right, entries)
    shared, alone = (left.works[at].key for at in (0, 1))
    assert lefts[shared] == rights[right.works[0].key]
    assert lefts[alone] not in rights.values()
    assert lacking == ({}, {"cited:tanguy:2009": lefts[alone]})
