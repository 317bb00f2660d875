"""arXiv: a feed, an error in the guise of an entry, and an empty feed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.model.records import Outcome
from citecheck.sources.registries.arxiv import by_identifier, read
from tests.sources.answers import SUBJECT, answer

FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom">'
    "<id>https://arxiv.example/api/1</id>{total}{entry}</feed>"
)
ENTRY = (
    "<entry><id>http://arxiv.org/abs/2312.07559v2</id><title>Ice\n  of harbours</title><published>2023-12-08T00:00:00Z</published>"
    "<arxiv:doi>10.5555/ICE.1</arxiv:doi><author><name>Jane Doe</name></author></entry>"
)
ERROR = "<entry><id>https://arxiv.org/api/errors#incorrect_id</id><title>Error</title><author><name>api</name></author></entry>"
NONE = "<o:totalResults>0</o:totalResults>"


def test_a_work() -> None:
    (record,) = read(answer(FEED.format(total="", entry=ENTRY).encode())).records
    assert (record.titles, record.years, record.doi) == (("Ice of harbours",), (2023,), "10.48550/arxiv.2312.07559")
    assert record.published_as == "10.5555/ice.1"


@pytest.mark.parametrize(
    ("total", "entry", "outcome"),
    [("", ERROR, Outcome.NOT_THERE), (NONE, "", Outcome.NOT_THERE), ("", "", Outcome.NO_ANSWER)],
)
def test_what_is_no_work(total: str, entry: str, outcome: Outcome) -> None:
    assert read(answer(FEED.format(total=total, entry=entry).encode())).outcome is outcome


def test_entities_are_not_read() -> None:
    bomb = '<!DOCTYPE feed [<!ENTITY a "aaaa">]>' + FEED.format(total="", entry=ENTRY)
    assert read(answer(bomb.encode())).outcome is Outcome.NO_ANSWER


def test_what_is_asked() -> None:
    assert by_identifier(SUBJECT, "") is None
    assert (
        by_identifier(replace(SUBJECT, arxiv="2312.07559"), "")
        == "https://export.arxiv.org/api/query?id_list=2312.07559"
    )
