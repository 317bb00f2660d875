"""A report with a source of every kind, of which the texts are made to break what quotes them."""

from __future__ import annotations

from citecheck import audit
from citecheck.model.records import Outcome, Record
from citecheck.model.sources import Asked, Difference, Source, SourceReport, SourceStatus
from citecheck.sources.plan import plan

TEXT = (
    "A (Doe, 2019).\n\n## References\n\nDoe, J. (2019). Ice <b>and</b> steam. Northport: Press.\n\n"
    "=Roe, R. (2020). *Fog*. Northport: Press.\n"
)


def hostile() -> SourceReport:
    """One confirmed work, and one that differs from a record with markup in its title."""
    made = audit(["a.md"], contents={"a.md": TEXT.encode()})
    one, two = plan(made.versions, ())
    asked = (Asked("openlibrary", "/search.json", Outcome.NOT_THERE, "2026-11-30"),)
    record = Record("crossref", ('Fog<script>alert("x")</script>',), years=(2018,), doi='10.5555/fog"onclick=')
    return SourceReport(
        made.versions,
        (
            Source(one, SourceStatus.CONFIRMED, record=Record("crossref", ("Ice and steam",), years=(2019,))),
            Source(two, SourceStatus.DIFFERS, asked, record, (Difference("year", "2020", ("2018",), 2),)),
        ),
    )
