"""Which entry of a database is of a printed source."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck import pipeline
from citecheck.align.database import compare
from citecheck.model.compared import Compared
from citecheck.model.job import Job
from citecheck.read import read_entries

PRINTED = "# Elms\n\nElms fall.\n\n## References\n\n"


def compared(folder: Path, printed: str, database: str) -> Compared:
    (folder / "a.md").write_text(PRINTED + printed, "utf-8")
    (folder / "a.bib").write_text(database, "utf-8")
    (version,) = pipeline.cite(pipeline.load(Job(paths=(str(folder / "a.md"),))))
    return compare(version, read_entries((str(folder / "a.bib"),)))


DOE = "Doe, J. (2019). *Elms in the city*. London: Harrow. https://doi.org/10.1000/elms\n"


@pytest.mark.parametrize(
    ("database", "certain"),
    [
        ("@book{x, title={Another name}, doi={10.1000/ELMS}}", True),
        ("@book{x, author={Doe, Jane}, title={Elms in the City: A history}, year=1999}", True),
        ("@book{x, author={Doe, Jane}, title={Elms in teh city}, year=2019}", True),
        ("@book{x, author={Doe, Jane}, year=2019}", False),
        ("@book{x, title={Elms in the city}, year=2019}", True),
        ("@book{x, author={Doe, Jane}, title={Oaks by the sea}, year=2019}", None),
        ("@book{x, author={Roe, Jane}, title={Elms in the city}, year=2019}", None),
        ("@book{x, author={Doe, J.}, year=2019}\n@book{y, author={Doe, K.}, year=2019}", None),
    ],
    ids=["doi", "title", "slip", "alone", "no-author", "another", "other-author", "two-of-a-year"],
)
def test_what_makes_a_pair(tmp_path: Path, database: str, certain: bool | None) -> None:
    made = compared(tmp_path, DOE, database)
    assert [one.certain for one in made.held] == ([] if certain is None else [certain])
    assert len(made.absent) == (certain is None)
    assert made.files == (str(tmp_path / "a.bib"),)


def test_the_best_entry_wins(tmp_path: Path) -> None:
    database = (
        "@book{first, author={Doe, J.}, title={Elms in the city}, year=1999}\n"
        "@book{second, author={Doe, J.}, title={Elms in the city}, year=2019}\n"
    )
    made = compared(tmp_path, DOE, database)
    assert [one.entry.entry_id for one in made.held] == ["second"]


def test_an_entry_alone_in_its_year_is_of_one_source(tmp_path: Path) -> None:
    printed = "Doe, J. (2019). *Elms in the city*. London.\n\nDoe, J. (2019). *Oaks by the sea*. London.\n"
    made = compared(tmp_path, printed, "@book{x, author={Doe, J.}, year=2019}")
    assert (len(made.held), len(made.absent)) == (0, 2)
