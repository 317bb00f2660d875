"""Conversions: which amounts are said to be the same sum, and whose marker is whose."""

from __future__ import annotations

import pytest

from citecheck.languages import language
from citecheck.model.document import Conversion
from citecheck.parse.amounts import find_amounts
from citecheck.parse.conversions import find_conversions
from tests.parse.texts import whole


def conversions(lang: str, text: str) -> tuple[Conversion, ...]:
    """With every ``<sup>…</sup>`` as a marker of that note."""
    span = whole(text)
    marks, at = [], text.find("<sup>")
    while at != -1:
        end = text.index("</sup>", at) + 6
        marks.append((span.part(at, end), text[at + 5 : end - 6]))
        at = text.find("<sup>", end)
    return find_conversions(span, find_amounts(span, language(lang)), marks)


PAIRS = [
    ("en", "plans for €141.5 billion (US\\$ 150 billion)<sup>12</sup> in all", [("EUR", "USD", "12")]),
    ("fr", "5,4 milliards d'euros<sup>61</sup> (392 milliards de roubles)", [("EUR", "RUB", "61")]),
    ("fr", "370 millions d'euros (soit 392 millions de dollars américains)", [("EUR", "USD", None)]),
    ("en", "€34 million (about US$36 million)", [("EUR", "USD", None)]),
    ("en", "€34 million, or US$36 million, was spent", [("EUR", "USD", None)]),
    ("fr", "34 M€, soit environ 36 M$, ont été dépensés", [("EUR", "USD", None)]),
    ("en", "€34 million (US$36 million<sup>3</sup>)", [("EUR", "USD", "3")]),
    ("en", "€34 million (US$36 million).<sup>3</sup>", [("EUR", "USD", "3")]),
    ("en", "€34 million [US$36 million; 2.6 billion rubles]", [("EUR", "USD", None), ("EUR", "RUB", None)]),
    ("en", "€34 million (US$36 million) by 2030<sup>3</sup>", [("EUR", "USD", None)]),
    ("en", "€3–5 million (US$3–5.3 million)", [("EUR", "USD", None)]),
    ("en", "€3 million (US$4 million) against €5 million (US$6 million)", [("EUR", "USD", None)] * 2),
    ("en", "€34 million (€36 million in 2020)", []),
    ("en", "€34 million (of which a further sum that is US$36 million)", []),
    ("en", "€34 million (US$2 million of it lost)", []),
    ("en", "€34 million and US$36 million", []),
    ("en", "€1 = US$1.06", []),
    ("en", "€34 million. (US$36 million)", []),
]


@pytest.mark.parametrize(("lang", "text", "pairs"), PAIRS)
def test_conversions(lang: str, text: str, pairs: list[tuple[str, str, str | None]]) -> None:
    found = conversions(lang, text)
    assert [(one.converted.currency, one.original.currency, one.marker) for one in found] == pairs
    for one in found:
        assert one.span.start == one.converted.span.start
        assert one.span.end == one.original.span.end
