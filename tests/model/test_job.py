"""Job: one value that says what an audit reads and how it judges."""

from __future__ import annotations

import pytest

from citecheck.model.gate import Gate
from citecheck.model.job import Job


def test_a_job_that_says_nothing_reads_nothing_and_asks_nobody() -> None:
    job = Job()
    assert (job.paths, job.langs, job.data, job.links) == ((), (), None, None)
    assert job.gate == Gate()


def test_a_job_does_not_change() -> None:
    with pytest.raises(AttributeError):
        Job().apart = True  # type: ignore[misc]
