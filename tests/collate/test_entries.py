"""Which entries of two bibliographies are of one source."""

from __future__ import annotations

from citecheck.collate import collate
from citecheck.collate.entries import collate_entries
from citecheck.collate.texts import copy_of
from citecheck.model.job import Job
from citecheck.pipeline import cite, load
from tests.collate.copies import FILLER, cited, collated

ENTRIES = (
    "Marlowe, J. (1951). *The quay of Brest*. London: Quay Press.",
    "Oduya, A. (1999). *Sardines in winter*. Leeds: Salt Books.",
    "Perrin, C. (1962). *A market without fish*. Paris: Halle.",
)


def listed(*entries: str) -> str:
    printed = "\n\n".join(entries)
    return f"# Ports\n\n{' '.join(FILLER)}\n\n## References\n\n{printed}\n"


def pairs(first: str, second: str) -> list[tuple[bool, bool, list[tuple[str, str]]]]:
    found = collated(first, second).entries
    return [
        (one.left is not None, one.right is not None, [(d.left.text, d.right.text) for d in one.differing])
        for one in found
    ]


def test_the_same_entries() -> None:
    assert pairs(listed(*ENTRIES), listed(*ENTRIES)) == [(True, True, [])] * 3


def test_an_entry_that_differs_or_is_lost() -> None:
    changed = ENTRIES[1].replace("Leeds", "London")
    assert pairs(listed(*ENTRIES), listed(ENTRIES[0], changed)) == [
        (True, True, []),
        (True, True, [("Leeds", "London")]),
        (True, False, []),
    ]


def test_an_entry_that_stands_elsewhere_was_read_otherwise() -> None:
    second = listed(*ENTRIES[:2]).replace(FILLER[0], f"{FILLER[0]} {ENTRIES[2]}")
    (lost,) = [one for one in collated(listed(*ENTRIES), second).entries if one.right is None]
    assert lost.unread


def test_a_database_is_compared_by_its_fields() -> None:
    block = b"@book{m, author={Marlowe, J.}, year={1952}, title={The quay of Brest}, publisher={Quay Press}}\n"
    job = Job(langs=(("en", "b.md"),), bibliography=("b.bib",), contents={"b.md": listed().encode(), "b.bib": block})
    versions = cited(listed(ENTRIES[0])), cite(load(job))[0]
    (one,) = collate(*versions).entries
    assert one.by_fields
    assert one.left is not None
    assert one.right is not None


def test_without_a_bibliography_there_is_nothing_to_compare() -> None:
    versions = cited(listed(ENTRIES[0])), cited(f"{FILLER[0]}\n", "b.md")
    assert collate_entries(versions, (copy_of(versions[0].document), copy_of(versions[1].document))) == ()
