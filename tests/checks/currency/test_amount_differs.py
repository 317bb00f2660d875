"""CUR004: an amount that only one version gives."""

from __future__ import annotations

from citecheck import audit


def test_what_stands_against_a_lone_amount_is_named() -> None:
    text = (
        "# Rapport\n\nLe port de Brest a coûté des milliards par an<sup>1</sup>, et celui de Lorient a fermé<sup>2</sup>.\n\n"
        "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n"
        "# Report\n\nThe port of Brest has cost €189 million a year,<sup>1</sup> and that of Lorient has closed.<sup>2</sup>\n\n"
        "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n"
    )
    (one,) = (found for found in audit(["-"], stdin=text.encode()).findings if found.code == "CUR004")
    assert [(place.lang, place.note) for place in one.counterparts] == [("fr", "1")]
