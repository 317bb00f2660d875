"""One cause, one finding: what a defect of one version makes differ from the other version is not reported again."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from citecheck.pipeline import audit

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
