"""Bibliographies below a heading without a sign, with entries right below each other, as converters of PDFs leave them."""

from __future__ import annotations

import pytest

from citecheck.resolve import resolve
from tests.parse.texts import document

TEXT = "Elms grow (Doe, 2019). Oaks do (Roe, 2020, p. 2), ash trees too (Low, 2021), and limes (Mill & Hill, 2018)."
FRENCH = "Les ormes poussent dans le nord (Doe, 2019). Les chênes aussi (Roe, 2020, p. 2), et les frênes (Low, 2021 ; Mill et Hill, 2018)."
HEADINGS = [
    "REFERENCES",
    "References",
    "7. References",
    "7 REFERENCES",
    "**REFERENCES**",
    "__References__",
    "References:",
    "Works Cited",
    "BIBLIOGRAPHY",
    "##References",
]
FRENCH_HEADINGS = [
    "Références bibliographiques",
    "RÉFÉRENCES",
    "BIBLIOGRAPHIE",
    "7. Bibliographie",
    "**Bibliographie**",
    "VII. BIBLIOGRAPHIE :",
]
SHORT = """Doe, J. (2019). One and two. Oslo: Press.
Low, L. (2021). Three and four. Journal of Trees, 12(3), 44-59.
Mill, A. and Hill, B. (2018). Four and five. Oslo: Press.
Roe, R. (2020). Two and three. Oslo: Press."""
WRAPPED = """Doe, J. (2019). One and two and all that comes of it in the end, in a long
title of a book. Oslo: Press.
Low, L. (2021). Three and four of many things. Journal of Trees, 12(3),
44-59. https://example.org/abc
Mill, A. and Hill, B. (2018). Four and five, with maps and a list of trees,
Oslo: Press.
Roe, R. (2020). Two and three of the many things that grow in the
northern harbours and their hills. Oslo: Press."""
CHICAGO = """Doe, Jane J. 2019. “One and two and all that comes of it in the end, in a long
title.” Journal of Trees, 12(3): 44–59.
Low, Lucy.2021. Three and four of many things. Vol. 3, Northport University
Press.
Mill, Ann A, and Ben Hill. 2018.
“Four and five, with maps.” Journal of Trees 12: 3–9.
Roe, R Ronald. 2020. Two and three of the many things that grow in the
northern harbours and their hills. Oslo: Press."""
SPRINGER = """Doe JJ (2019) One and two and all that comes of it in the end. Quill Press, Oslo,
Norway
Low L (2021) Three and four of many things. J Trees
12(3):44–59. https://example.org/abc. Accessed 14 June 2024
Mill A, Hill B (2018) Four and five, with maps. Quill Press, Oslo
Roe García R (2020) Two and three. Quill Press, Oslo"""


def found(text: str) -> list[str]:
    """What became of the citations of a text."""
    return [one.status.value for one in resolve(document(text)).resolved]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("entries", [SHORT, WRAPPED, CHICAGO, SHORT.replace("\n", "\n\n")])
@pytest.mark.parametrize("heading", HEADINGS)
def test_entries_are_read_below_a_heading_without_a_sign(heading: str, entries: str, gap: str) -> None:
    assert found(f"# Title\n\n{TEXT}\n\n{heading}{gap}{entries}\n") == ["entry"] * 4


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("heading", FRENCH_HEADINGS)
def test_entries_are_read_below_a_french_heading(heading: str, gap: str) -> None:
    assert found(f"# Titre\n\n{FRENCH}\n\n{heading}{gap}{WRAPPED}\n") == ["entry"] * 4


@pytest.mark.parametrize("entries", [SHORT, WRAPPED, CHICAGO, SPRINGER.replace("Roe García", "Roe")])
def test_a_heading_may_stand_right_below_the_text(entries: str) -> None:
    assert found(f"{TEXT}\nThis is the end.\nREFERENCES\n{entries}\n") == ["entry"] * 4


def test_a_list_of_contents_begins_no_bibliography() -> None:
    text = f"Contents\nElms 3\nReferences\nAnnex of 40 pages\n\n{TEXT}\n"
    assert document(text).entries == ()


@pytest.mark.parametrize(
    "entry",
    [
        "Doe, J. (2019). One and two. Review of\nRoe, R. (2010). Two. Oslo: Press.",
        "Doe, J., Poe, A. B.\nand Roe, R. (2019). One and two. Oslo: Press.",
        "Doe, J. (2019). One and two.\nOslo, Norway: Press.",
        "Doe, J. (2019).\n“One and two.” Trees 3: 4–5.",
        "Doe, J. (2019). One and two. In:\nPoe, A. (ed.) (2019). Three. Oslo: Press.",
    ],
)
def test_an_entry_of_several_lines_stays_one(entry: str) -> None:
    assert len(document(f"# Title\n\n{TEXT}\n\n## References\n\n{entry}\n").entries) == 1


def test_what_a_page_cut_off_a_numbered_entry_is_none() -> None:
    pages = (
        "[1] J. Doe. Elms of 2019. In Proceedings of the\n35\n\n---\n\nConference on Trees, pages 3–9, 2019.\n"
        "[2] R. Roe. Oaks. Oslo: Press, 2020.\n[3] L. Low. Ash trees, with a list.\nOslo: Press, 2021."
    )
    read = document(f"# Title\n\nElms [1], oaks [2] and ash trees [3].\n\nReferences\n{pages}\n")
    assert [entry.number for entry in read.entries] == ["1", "2", "3"]
