"""One cause, one finding: what a defect of one version makes differ from the other version is not reported again."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from citecheck import audit

CLEAN = Path(__file__).parents[2] / "corpus" / "clean" / "sup-bilingual.md"

FEWER = [
    ("\n3. Rahimov, S. (2017). *Dry Ports of Central Asia*. Tash", "\n2. Rahimov, S. (2017). *Dry Ports of Central Asia*. Tash"),
    ("\n4. \"Three corridors, one bottleneck\". (2020, June", "\n3. \"Three corridors, one bottleneck\". (2020, June"),
    ("\n5. Van den Broek, M. (2021). *The", "\n4. Van den Broek, M. (2021). *The"),
]  # fmt: skip
"""The numbers of the English entries behind one that is gone."""


@cache
def text() -> str:
    return CLEAN.read_text(encoding="utf-8")


def edited(*edits: tuple[str, str]) -> str:
    made = text()
    for old, new in edits:
        assert made.count(old) == 1, old
        made = made.replace(old, new)
    return made


def new(made: str, folder: Path) -> list[str]:
    """The codes of what an edited report has beyond the clean one; what is only information does not count."""
    counts = []
    for name, content in (("clean.md", text()), ("made.md", made)):
        (folder / name).write_text(content, encoding="utf-8")
        counts.append(Counter(one.code for one in audit([str(folder / name)]).findings if one.severity.rank < 2))
    return sorted((counts[1] - counts[0]).elements())


@pytest.mark.parametrize(
    ("code", "edits"),
    [
        ("NUM002", [("<sup>2</sup> Eurasian Bank, 2022, p. 12.\n\n", "")]),
        ("NUM002", [("<sup>3</sup> Chen & Liu, 2019, p. 77; Rahimov, 2017, p. 9.\n\n", "")]),
        ("NUM006", [("8</sup>, malgré", "9</sup>, malgré"), ("de 2018<sup>9", "de 2018<sup>8")]),
        ("NUM007", [("\n3. Rahimov, S. (2017). *Dry Ports of Central Asia*. Tach", "\n7. Rahimov, S. (2017). *Dry Ports of Central Asia*. Tach")]),
        ("NUM008", [("\n3. Rahimov, S. (2017). *Dry Ports of Central Asia*. Tash", "\n2. Rahimov, S. (2017). *Dry Ports of Central Asia*. Tash")]),
        ("CIT008", [("<sup>9</sup> Banque eurasiatique, 2022, p. 30.", "<sup>9</sup> Kerbrat, *op. cit.*, p. 8.")]),
        ("CIT010", [("2. Eurasian Bank. (2022). *Dry Ports: a Survey*", "2. Eurasian Bank. *Dry Ports: a Survey*")]),
        ("CIT012", [("three-corridors\n\n5. Van den Broek, M. (2021). *Le", "three-corridors Van den Broek, M. (2021). *Le")]),
        ("CIT012", [("2. Eurasian Bank. (", "Eurasian Bank. ("), ("70-95.\n\nEur", "70-95. Eur"), *FEWER]),
        ("CIT001", [("2. Eurasian Bank. (2022). *Dry Ports: a Survey*. Almaty: EB.\n\n3.", "3."), *FEWER]),
        ("PAG001", [("<sup>1</sup> Rahimov, 2017, p. 4.\n\n<sup>2</sup> E", "<sup>1</sup> Rahimov, 2017, p.\n\n<sup>2</sup> E")]),
        ("PAG001", [("<sup>8</sup> Van den Broek, 2021, p. 18.", "<sup>8</sup> Van den Broek, 2021, p. 18-C2.N100.")]),
    ],
)  # fmt: skip
def test_a_defect_of_one_version_is_no_difference_besides(
    code: str, edits: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert new(edited(*edits), tmp_path) == [code]


def test_an_unreadable_address_does_not_differ_besides(tmp_path: Path) -> None:
    old = "https://steppeweekly.example/2020/06/three-corridors\n\n5. Van den Broek, M. (2021). *The"
    assert new(edited((old, old.replace("https", "htps"))), tmp_path) == ["URL001"]


def test_an_address_that_is_tracked_and_leads_elsewhere_is_two_defects(tmp_path: Path) -> None:
    old = "three-corridors\n\n5. Van den Broek, M. (2021). *The"
    made = edited((old, "three-corridor?utm_source=mail\n\n5. Van den Broek, M. (2021). *The"))
    assert new(made, tmp_path) == ["BIL006"]  # what tracks is information
    made = edited((old, "three-corridors?utm_source=mail\n\n5. Van den Broek, M. (2021). *The"))
    assert new(made, tmp_path) == []


def test_swapped_citations_are_one_difference(tmp_path: Path) -> None:
    made = edited(
        ("<sup>5</sup> Chen & Liu, 2019, p. 80-81.\n\n<sup>6</sup> *Ibid.*, p. 83.", "<sup>5</sup> Rahimov, 2017, p. 83.\n\n<sup>6</sup> Chen & Liu, 2019, p. 80."),
        ("<sup>6</sup> Chen & Liu, 2019, p. 80-81.\n\n<sup>7</sup> *Ibid.*, p. 83.", "<sup>6</sup> Chen & Liu, 2019, p. 80.\n\n<sup>7</sup> Rahimov, 2017, p. 83."),
    )  # fmt: skip
    assert new(made, tmp_path) == ["BIL011"]


def test_a_wrong_source_in_a_merged_note_is_one_difference(tmp_path: Path) -> None:
    made = edited(("<sup>9</sup> Banque eurasiatique, 2022, p. 30.", "<sup>9</sup> Chen & Liu, 2019, p. 90."))
    assert new(made, tmp_path) == ["BIL002"]


def test_neighbouring_differences_are_two_findings(tmp_path: Path) -> None:
    made = edited(
        ("<sup>1</sup> Rahimov, 2017, p. 4.\n\n<sup>2</sup> Eurasian Bank, 2022, p. 12.", "<sup>1</sup> Van den Broek, 2021, p. 4.\n\n<sup>2</sup> Eurasian Bank, 2022, p. 13."),
    )  # fmt: skip
    assert new(made, tmp_path) == ["BIL002", "BIL003"]


def test_a_difference_far_from_a_slip_of_numbers_stays(tmp_path: Path) -> None:
    made = edited(
        ("<sup>2</sup> Eurasian Bank, 2022, p. 12.\n\n", ""),
        ("<sup>6</sup> *Ibid.*, p. 83.", "<sup>6</sup> *Ibid.*, p. 85."),
    )
    assert new(made, tmp_path) == ["BIL003", "NUM002"]


@pytest.mark.parametrize(
    "lost",
    [
        "<sup>4</sup> “Three corridors, one bottleneck”, 2020.\n\n",
        "<sup>5</sup> « Three corridors, one bottleneck », 2020.\n\n",
    ],
)
def test_a_lost_note_hides_no_difference_of_the_notes_beside_it(lost: str, tmp_path: Path) -> None:
    made = edited((lost, ""), ("<sup>5</sup> Chen & Liu, 2019, p. 80-81", "<sup>5</sup> Chen & Liu, 2019, p. 88"))
    assert [code for code in new(made, tmp_path) if code.startswith(("BIL", "NUM"))] == ["BIL003", "NUM002"]


def test_an_ibid_repeats_a_difference_that_is_told_already(tmp_path: Path) -> None:
    made = edited(("<sup>8</sup> Van den Broek, 2021, p. 18.\n\n<sup>9</sup> *Ibid.*", "<sup>8</sup> Van den Broek, 2021, p. 48.\n\n<sup>9</sup> *Ibid.*"))  # fmt: skip
    assert new(made, tmp_path) == ["BIL003"]


def test_an_ibid_that_differs_otherwise_is_a_difference_of_its_own(tmp_path: Path) -> None:
    made = edited(
        ("<sup>8</sup> Van den Broek, 2021, p. 18.\n\n<sup>9</sup> *Ibid.*", "<sup>8</sup> Van den Broek, 2021, p. 48.\n\n<sup>9</sup> *Ibid.*"),
        ("<sup>11</sup> *Ibid.*", "<sup>11</sup> *Ibid.*, p. 20"),
    )  # fmt: skip
    assert new(made, tmp_path) == ["BIL003", "BIL003"]


def test_a_source_that_one_version_alone_cites_and_lists_is_one_difference(tmp_path: Path) -> None:
    made = edited(
        ("<sup>1</sup> Rahimov, 2017, p. 4.\n\n<sup>2</sup> Eurasian", "<sup>1</sup> Rahimov, 2017, p. 4; Zardari, 2008, p. 5.\n\n<sup>2</sup> Eurasian"),
        ("*The Price of Rail*. Brussels: Northern Editions.", "*The Price of Rail*. Brussels: Northern Editions.\n\n6. Zardari, Q. (2008). *Camels and Containers*. London: Northern Press."),
    )  # fmt: skip
    assert new(made, tmp_path) == ["BIL004"]


def test_a_source_cited_instead_of_another_stays_an_error(tmp_path: Path) -> None:
    made = edited(
        ("<sup>1</sup> Rahimov, 2017, p. 4.\n\n<sup>2</sup> Eurasian", "<sup>1</sup> Zardari, 2008, p. 5.\n\n<sup>2</sup> Eurasian"),
        ("*The Price of Rail*. Brussels: Northern Editions.", "*The Price of Rail*. Brussels: Northern Editions.\n\n6. Zardari, Q. (2008). *Camels and Containers*. London: Northern Press."),
    )  # fmt: skip
    assert new(made, tmp_path) == ["BIL002", "BIL004"]


def test_a_missing_paragraph_is_one_difference(tmp_path: Path) -> None:
    start = text().index("The cost of a 40-foot container")
    end = text().index("## References")
    made = text()[:start] + text()[end:]
    assert new(made, tmp_path) == ["BIL001"]


NUMBERED = CLEAN.parent / "bilingual-english-first.md"
"""A report both bibliographies of which have the same numbers, and no alphabet."""


def order(*places: int) -> str:
    """The numbered report with the French entries in another order."""
    content = NUMBERED.read_text(encoding="utf-8")
    head, title, tail = content.rpartition("## Bibliographie\n\n")
    entries = [entry.partition(". ")[2] for entry in tail.strip().split("\n\n")]
    listed = [f"{number}. {entries[place - 1]}" for number, place in enumerate(places, 1)]
    return head + title + "\n\n".join(listed) + "\n"


@pytest.mark.parametrize(
    ("places", "first"),
    [
        ((1, 2, 4, 3, 5, 6, 7, 8, 9, 10), ["3"]),
        ((1, 2, 6, 4, 5, 3, 7, 8, 9, 10), ["3"]),
        ((1, 3, 4, 5, 2, 6, 7, 8, 9, 10), ["2"]),
        ((2, 1, 3, 4, 5, 6, 7, 8, 10, 9), ["1", "9"]),
    ],
)
def test_entries_in_another_order_are_one_difference(places: tuple[int, ...], first: list[str], tmp_path: Path) -> None:
    file = tmp_path / "made.md"
    file.write_text(order(*places), encoding="utf-8")
    found = [one for one in audit([str(file)]).findings if one.severity.rank < 2]
    assert [(one.code, one.place.span.text) for one in found] == [("BIL005", f"{number}.") for number in first]


PAGES = (
    "# Rapport\n\nLe port de Brest a doublé en 2004<sup>1</sup>. Celui de Lorient a fermé en 2011<sup>2</sup>. Celui de "
    "Roscoff a 96 grues<sup>3</sup>. Celui de Morlaix en a 47<sup>4</sup>. Il perd 310 bateaux<sup>5</sup>.\n\n{french}\n\n"
    "## Bibliographie\n\n1. Kerbrat, A. (2012). *Les ports*. Brest : Quai.\n2. Tanguy, M. (2009). *Les mers*. Brest : Quai.\n\n"
    "# Report\n\nThe port of Brest has doubled in 2004.<sup>1</sup> The one of Lorient has closed in 2011.<sup>2</sup> The one "
    "of Roscoff has 96 cranes.<sup>3</sup> The one of Morlaix has 47.<sup>4</sup> It loses 310 boats.<sup>5</sup>\n\n{english}\n\n"
    "## Bibliography\n\n1. Kerbrat, A. (2012). *Harbours*. Brest: Quai.\n2. Tanguy, M. (2009). *Seas*. Brest: Quai.\n"
)
PAGED = (
    "Kerbrat, 2012, p. 3",
    "Kerbrat, 2012, p. 7",
    "Tanguy, 2009, p. 9",
    "Kerbrat, 2012, p. 11",
    "Kerbrat, 2012, p. 13",
)


def paged(folder: Path, changed: dict[int, str], base: dict[int, str] | None = None) -> list[str]:
    """The codes of a report in which the English notes say something else; ``base`` changes the notes of both versions."""
    said = [(base or {}).get(number, note) for number, note in enumerate(PAGED, 1)]
    sides = said, [changed.get(number, note) for number, note in enumerate(said, 1)]
    french, english = ("\n\n".join(f"<sup>{at}</sup> {note}" for at, note in enumerate(side, 1)) for side in sides)
    (folder / "report.md").write_text(PAGES.format(french=french, english=english), encoding="utf-8")
    return sorted(one.code for one in audit([str(folder / "report.md")]).findings)


def test_a_page_that_one_version_lacks_is_missing_once(tmp_path: Path) -> None:
    assert paged(tmp_path, {}) == []
    assert paged(tmp_path, {2: "Kerbrat, 2012"}) == ["BIL003"]


def test_a_page_that_both_versions_lack_is_missing_in_each(tmp_path: Path) -> None:
    assert paged(tmp_path, {}, {2: "Kerbrat, 2012"}) == ["PAG002", "PAG002"]


def test_a_page_that_differs_and_one_that_both_lack_are_two_defects(tmp_path: Path) -> None:
    assert paged(tmp_path, {4: "Kerbrat, 2012, p. 12"}, {2: "Kerbrat, 2012"}) == ["BIL003", "PAG002", "PAG002"]


def test_a_page_that_is_missing_beside_a_lost_marker_is_a_second_defect(tmp_path: Path) -> None:
    paged(tmp_path, {2: "Kerbrat, 2012"})
    made = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert made.count("96 cranes.<sup>3</sup>") == 1
    (tmp_path / "report.md").write_text(made.replace("96 cranes.<sup>3</sup>", "96 cranes."), encoding="utf-8")
    assert sorted(one.code for one in audit([str(tmp_path / "report.md")]).findings) == ["NUM001", "PAG002"]


def test_an_ibid_that_may_mean_several_sources_has_no_page_to_compare(tmp_path: Path) -> None:
    both = {2: "Kerbrat, 2012, p. 7; Tanguy, 2009, p. 8"}
    assert paged(tmp_path, {3: "Ibid."}, both) == ["CIT009"]
    # Where the other version cites all of them, it means all of them.
    both[3] = "Kerbrat, 2012, p. 7; Tanguy, 2009, p. 9"
    assert paged(tmp_path, {3: "Ibid."}, both) == ["BIL003", "CIT009"]


def test_another_source_in_full_is_one_difference(tmp_path: Path) -> None:
    full = "Morvan, J. (2005). *Sardines of the coast*. Brest: Quai, p. 9"
    assert paged(tmp_path, {1: full}) == ["BIL002"]
    assert paged(tmp_path, {}, {1: full}) == ["CIT006", "CIT006"]


def test_another_source_in_full_that_is_cited_again_is_missing_from_the_bibliography(tmp_path: Path) -> None:
    full = "Morvan, J. (2005). *Sardines of the coast*. Brest: Quai, p. 9"
    assert paged(tmp_path, {1: full}, {5: "Morvan, 2005, p. 13"}) == ["BIL002", "CIT001", "CIT006"]


def test_an_amount_of_which_the_other_version_gives_the_figure_is_one_difference(tmp_path: Path) -> None:
    assert new(edited(("fell from $9,000 to", "fell from $5,000 to")), tmp_path) == ["CUR004"]


def test_an_amount_and_a_figure_in_one_place_are_two_differences(tmp_path: Path) -> None:
    made = edited(("fell from $9,000 to", "fell from $5,000 to"), ("of a 40-foot", "of 5,300 of the 40-foot"))
    assert new(made, tmp_path) == ["BIL009", "CUR004"]


MERGED = Path(__file__).parents[2] / "corpus" / "clean"


def merged(folder: Path, *edits: tuple[str, str]) -> list[str]:
    """The codes of a translation that merges notes, edited in either version."""
    texts = {lang: (MERGED / f"merged-notes.{lang}.md").read_text(encoding="utf-8") for lang in ("fr", "en")}
    for old, made in edits:
        (lang,) = [lang for lang, content in texts.items() if content.count(old) == 1]
        texts[lang] = texts[lang].replace(old, made)
    for lang, content in texts.items():
        (folder / f"report.{lang}.md").write_text(content, encoding="utf-8")
    return sorted(one.code for one in audit([str(folder / f"report.{lang}.md") for lang in texts]).findings)


@pytest.mark.parametrize(
    ("code", "old", "made"),
    [
        ("NUM001", "ouvriers s'y relayaient.[^ouvriers]", "ouvriers s'y relayaient."),
        ("NUM001", "workers took turns there.[^boilers]", "workers took turns there."),
        ("CIT001", "[^chaudieres]: Nakamura, 2010", "[^chaudieres]: Zardari, 2010"),
        ("BIL002", "[^boilers]: Nakamura, 2010, pp. 152, 155.", "[^boilers]: Ferreira, 2001, p. 152."),
        ("BIL001", "The cheeses of the plateau won 29 medals.[^medals] That was not enough to persuade the banks.[^banks]\n\n", ""),
    ],
)  # fmt: skip
def test_a_defect_beside_merged_notes_is_one_finding(code: str, old: str, made: str, tmp_path: Path) -> None:
    gone = [
        ("[^medals]: Lindgaard & Roche, 2014, p. 201.\n\n[^banks]: Wojnar, 2006, p. 47; Tessier, 2018, p. 12.\n\n", "")
    ]
    assert merged(tmp_path, (old, made), *(gone if code == "BIL001" else [])) == [code]


def test_two_defects_beside_merged_notes_are_two_findings(tmp_path: Path) -> None:
    found = merged(
        tmp_path,
        ("ouvriers s'y relayaient.[^ouvriers]", "ouvriers s'y relayaient."),
        ("[^walls]: Zeller & Imhof, 2022, p. 2.", "[^walls]: Zeller & Imhof, 2022, p. 3."),
    )
    assert found == ["BIL003", "NUM001"]


@pytest.mark.parametrize("call", ["¹", "⁵", "¹¹"])
def test_a_note_at_the_end_that_nothing_calls_is_one_finding(call: str, tmp_path: Path) -> None:
    """It stands in a section of its own, as do the notes beside it, which are called elsewhere."""
    text = CLEAN.with_name("endnotes-bilingual.md").read_text(encoding="utf-8")
    head, french = text.split("# Les trains de nuit")
    file = tmp_path / "report.md"
    file.write_text(f"{head}# Les trains de nuit{french.replace(call, '', 1)}", encoding="utf-8")
    assert [one.code for one in audit([str(file)]).findings if one.severity.rank < 2] == ["NUM001"]
