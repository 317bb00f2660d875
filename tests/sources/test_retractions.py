"""A file of retractions, in which works are looked up on this machine."""

from __future__ import annotations

import csv
import io

import pytest
from msgspec.structs import replace

from citecheck.errors import InputError
from citecheck.model.records import UpdateKind
from citecheck.model.sources import Source, SourceStatus
from citecheck.sources.retractions import COLUMNS, keys_of, read_retractions, with_retractions
from tests.sources.answers import SUBJECT, recorded

CONFIRMED = Source(SUBJECT, SourceStatus.CONFIRMED)


def written(*rows: tuple[str, str]) -> bytes:
    """A file of notices about the work: the kind and the day of each."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS)
    table.writeheader()
    for kind, day in rows:
        table.writerow(dict(zip(COLUMNS, (kind, day, "10.5555/n", "10.5555/ICE.1", "0"), strict=True)))
    return text.getvalue().encode()


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ([("Retraction", "9/22/2021 0:00")], SourceStatus.RETRACTED),
        ([("Expression of concern", "9/22/2021 0:00")], SourceStatus.CONCERN),
        ([("Correction", "9/22/2021 0:00")], SourceStatus.CORRECTED),
        ([("Retraction", "9/22/2020 0:00"), ("Reinstatement", "9/22/2021 0:00")], SourceStatus.CONFIRMED),
        ([], SourceStatus.CONFIRMED),
    ],
)
def test_notices(rows: list[tuple[str, str]], status: SourceStatus) -> None:
    notices, told = read_retractions(written(*rows), "rw.csv", "2026-01-02", keys_of(CONFIRMED))
    assert told.rows == len(rows)
    source = with_retractions(CONFIRMED, notices)
    assert source.status is status
    if status is SourceStatus.RETRACTED:
        assert source.update is not None
        assert (source.update.kind, source.update.day) == (UpdateKind.RETRACTION, "2021-09-22")


def test_the_identifier_of_another_work_stays_so() -> None:
    notices, _ = read_retractions(written(("Retraction", "")), "rw.csv", "2026-01-02", keys_of(CONFIRMED))
    other = replace(CONFIRMED, status=SourceStatus.OTHER_WORK)
    assert with_retractions(other, notices) == other


@pytest.mark.parametrize("body", [b"a,b\n1,2\n", b"", b"\xff\xfe\x00"])
def test_another_file_is_refused(body: bytes) -> None:
    with pytest.raises(InputError, match="is no file of Retraction Watch"):
        read_retractions(body, "other.csv", "2026-01-02", ())


def test_the_recorded_rows() -> None:
    from tests.sources.answers import RECORDED

    list(recorded("crossref"))
    notices, told = read_retractions(
        (RECORDED / "retraction-watch" / "sample.csv").read_bytes(),
        "sample.csv",
        "2026-01-02",
        ["10.1124/jpet.114.218735"],
    )
    assert told.rows == 13
    assert [one.kind for one in notices["10.1124/jpet.114.218735"]] == [UpdateKind.CONCERN]
