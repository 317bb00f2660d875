"""RIS, as programs write it and as they should not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.model.reference import Person
from citecheck.model.source import Source
from citecheck.read.databases import read_bibliography
from citecheck.read.databases.ris import claims, entries
from tests.read.bibliographies import read
from tests.tried import tried

ARTICLE = """TY  - JOUR
AU  - Doe, Jane
AU  - Roe, Richard, Jr
TI  - Elms in the city
JO  - Journal of Elms
PY  - 2020
DA  - 2020/05/03/
VL  - 12
IS  - 3
SP  - 12
EP  - 34
DO  - https://doi.org/10.1000/xyz
UR  - https://example.org/elms
Y2  - 2021/01/31/
ID  - doe2020
ER  -
"""


def test_a_record_of_a_reference_manager(tmp_path: Path) -> None:
    ([one], unreadable) = read(tmp_path, "a.ris", ARTICLE)
    assert not unreadable
    assert one.authors == (Person("Doe", "Jane"), Person("Roe", "Richard, Jr"))
    assert (one.title, one.container, one.type) == ("Elms in the city", "Journal of Elms", "article-journal")
    assert (one.year, one.date, one.accessed) == ("2020", "2020-05-03", "2021-01-31")
    assert (one.volume, one.issue, one.pages) == ("12", "3", "12-34")
    assert (one.doi, one.url) == ("10.1000/xyz", "https://example.org/elms")
    assert one.pages_span is not None
    assert one.pages_span.text == "12\nEP  - 34"


TWO = "TY  - BOOK\nTI  - Elms\nID  - a\nER  - \n\nTY  - BOOK\nTI  - Oaks\nID  - b\nER  - \n"


@pytest.mark.parametrize(
    "text",
    [
        TWO,
        "\ufeff" + TWO,
        TWO.replace("\n", "\r\n"),
        TWO.replace("ER  - \n", ""),
        TWO.replace("ER  - ", "ER  -"),
        TWO.replace("  - ", " - "),
        TWO.replace("Elms", "  Elms").replace("Oaks", "Oaks  "),
        TWO.rstrip(),
        TWO.replace("TI  - Elms", "TI  - \nElms"),
    ],
    ids=["plain", "mark", "crlf", "no-end", "bare-end", "one-space", "blanks", "no-newline", "next-line"],
)
def test_nothing_is_lost(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.ris").write_bytes(text.encode())
    found, unreadable = read_bibliography(tmp_path / "a.ris")
    assert not unreadable
    assert [(one.entry_id, one.references[0].title) for one in found] == [("a", "Elms"), ("b", "Oaks")]
    assert [one.span.text[:2] for one in found] == ["TY", "TY"]


def test_values_go_on_in_the_next_line(tmp_path: Path) -> None:
    ([one], _) = read(tmp_path, "a.ris", "TY  - BOOK\nTI  - Elms\n in the\ncity\nAU  - Doe, J.\nER  - \n")
    assert (one.title, one.authors) == ("Elms in the city", (Person("Doe", "J."),))


def test_text_outside_of_records_is_said_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text("Provider: X\n\nTY  - BOOK\nTI  - Elms\nER  - \nstray\nlines\n", "utf-8")
    found, unreadable = read_bibliography(tmp_path / "a.ris")
    assert [one.references[0].title for one in found] == ["Elms"]
    assert [one.span.text for one in unreadable] == ["Provider: X", "stray\nlines"]
    assert all("belongs to no record" in one.reason for one in unreadable)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("PY  - 2020", ("2020", "", "2020")),
        ("PY  - 2020a", ("2020", "a", "2020")),
        ("Y1  - 2020/05//", ("2020", "", "2020-05")),
        ("PY  - 2020///Spring", ("2020", "", "2020")),
        ("PY  - n.d.", ("n.d.", "", None)),
        ("PY  - 2020\nDA  - 2020-05-03", ("2020", "", "2020-05-03")),
        ("PY  - in press", ("n.d.", "", None)),
        ("TI  - Elms", (None, "", None)),
    ],
)
def test_dates(tmp_path: Path, lines: str, expected: tuple[str | None, str, str | None]) -> None:
    ([one], _) = read(tmp_path, "a.ris", f"TY  - BOOK\n{lines}\nER  - \n")
    assert (one.year, one.suffix, one.date) == expected


def test_editors_where_there_are_no_authors(tmp_path: Path) -> None:
    text = "TY  - EDBOOK\nA2  - Doe, J.\nED  - World Bank\nBT  - Elms\nER  - \n"
    ([one], _) = read(tmp_path, "a.ris", text)
    assert one.authors == (Person("Doe", "J."), Person("World Bank", corporate=True))
    assert (one.title, one.container, one.type) == ("Elms", None, "book")


def test_others_follow_the_names(tmp_path: Path) -> None:
    ([one], _) = read(tmp_path, "a.ris", "TY  - BOOK\nAU  - Doe, J.\nAU  - et al.\nER  - \n")
    assert (one.authors, one.et_al) == ((Person("Doe", "J."),), True)


def test_pages_in_one_line(tmp_path: Path) -> None:
    ([one, two], _) = read(
        tmp_path, "a.ris", "TY  - JOUR\nSP  - 12-34\nEP  - 34\nER  - \nTY  - JOUR\nSP  - e12\nEP  - e12\n"
    )
    assert (one.pages, two.pages) == ("12-34", "e12")


def test_a_key_used_again(tmp_path: Path) -> None:
    found, reasons = read(tmp_path, "a.ris", TWO.replace("- b", "- a"))
    assert [one.title for one in found] == ["Elms"]
    assert reasons == ["the first entry with the ID a counts"]


def test_nothing_else_has_the_ending() -> None:
    assert claims("")


LINES = st.lists(st.sampled_from([*TWO.splitlines(), "TI - x", "", "stray", "AU  - ", "ER  -", "X1  - y", "TY  - "]))


@settings(max_examples=tried(40, 400))
@given(lines=LINES, end=st.sampled_from(["\n", "\n\n", " \n"]))
def test_every_line_is_in_a_record_or_said_to_be_in_none(lines: list[str], end: str) -> None:
    source = Source("a.ris", end.join(lines))
    found, unreadable = entries(source)
    held = [(one.span.start, one.span.end) for one in (*found, *unreadable)]
    at = 0
    for line in source.text.splitlines(keepends=True):
        words = line.strip()
        inside = any(start <= at + line.index(words) and at + len(line.rstrip()) <= stop for start, stop in held)
        assert not words or inside or words.startswith("ER  -"), line
        at += len(line)
