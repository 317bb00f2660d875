"""Where words stand in the XML."""

from __future__ import annotations

from citecheck.read.elements import name
from citecheck.read.opendocument import traced
from tests.read.opendocument.samples import content, note, p
from tests.read.word.samples import zipped


def test_each_text_that_prints_is_known_by_its_paragraph() -> None:
    body = p(f"One <text:span>two</text:span> three<text:s/>{note('1', 'Doe.')} four.")
    _, traces, _ = traced("a.odt", zipped({"content.xml": content(body)}))
    found = {
        key: [(one.at, one.length, name(one.element), one.kind.value) for one in pieces]
        for key, pieces in traces.pieces.items()
    }
    assert found == {
        ("document", 1): [
            (0, 4, "p", "text"),
            (4, 3, "span", "text"),
            (7, 6, "span", "tail"),
            (13, 1, "s", "sign"),
            (14, 0, "note", "mark"),
            (14, 6, "note", "tail"),
        ],
        ("footnotes", 1): [(0, 4, "p", "text")],
    }
