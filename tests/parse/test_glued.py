"""Two sources that became one entry, and one that looks like two."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from citecheck.parse.glued import split_entry
from citecheck.parse.urls import find_urls
from tests.parse.texts import ANY_TEXT, QUICK, whole

GLUED = [
    ("Doe, J. (2019). One title. Press. Roe, R. (2020). Another title. Press.", 2),
    ("Doe, J. (2019). One title. <https://x.org/a>. Roe, R. (2020). Another title. Press.", 2),
    ("Doe, J. (2019). One title. Press. “Another title”. (2020). *News*.", 2),
    ("Doe, J. (2019). One. Press. Roe, R. (2020). Two. Press. Poe, E. (2021). Three. Press.", 3),
    ("Doe, J., 2019. One title of a book. London: Press. Roe, R., 2020. Another title. Oslo: Press.", 2),
    ("Doe, J. (2019). One title. In R. Roe (Ed.), *A handbook* (pp. 2-9). Press.", 1),
    ("Doe, J. & Roe, R. (2020). A title. Press.", 1),
    ("Doe, J. (2019). A title of 2018. A second sentence. Press (2020).", 1),
    ("Doe, J. (2019). “A title”. Press.", 1),
    ("Doe, John. 1873. “Northern Ice.” Still image. Library of Ice. 1873. //www.quai.example/ice.", 1),
    ("Doe, John, “Ice” from *Montage of the Quay*, 1951. Online. *Poetry Quay*. https://quai.example/ice", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count"), GLUED, ids=[text[:60] for text, _ in GLUED])
def test_entries_that_were_glued_together(text: str, count: int) -> None:
    span = whole(text)
    parts = split_entry(span, find_urls(span))
    assert len(parts) == count
    assert "".join(part.text for part in parts).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        'Roe, R. (2012). *Tides*. https://example.org/tides "The dream". (2013). *The Standard*. London: Quay.',
        'Review of *Tides*, by R. Roe. 4 Oct. 1964, p. 22. Trent, Alan, and Sue Ashby. "Clues." Quay, 2008.',
        "Commission, 2023. A New Deal. Brussels: Commission. García, L., forthcoming. Watching bees. City Ecology.",
        "Roe, R. (2012). « Marées ». *Revue du port*, 3(2), p. 4-9. *Les quais*. (s.d.). Consulté le 4 mai 2022.",
        "Roe, R. (2012). *Tides of the port*. Leeds: Quay. *The Harbour Year Book*. (2013). Leeds: Quay.",
        "COMITÉ DU QUAI 4, s.d., *Les marées*, consulté le 2 mai 2022. « Ils sont partis », 2018, *Le Quai*, 3 mars 2018.",
    ],
)
def test_two_sources_in_one_entry_are_told_apart(text: str) -> None:
    span = whole(text)
    assert len(split_entry(span, find_urls(span))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Roe, R., Doe, J., & Poe, E. (1890). *Tides of the port*. (2010). Leeds: Quay.",
        "Roe, R. (2012). Tides of the port. *Harbour Studies*. (2nd ed.). Leeds: Quay.",
        "Roe, R. (2012). Tides of the port. *Harbour Studies* (2012 special issue). Leeds: Quay.",
        "Roe, R. (2012). Tides of the port. *Harbour Studies*. (2012, May 3). Leeds: Quay.",
        "ROE Rachel, 2012, *Les marées. « Ils sont partis »*, 2018, *Le Quai*.",
        "ROE Rachel, 2012, « Les marées. Ils sont partis », *Le Quai*, 3 mars 2012.",
        "QUAI LIBRE, 2022. Marées. Quai Libre Harbour Network. [en ligne]. 2022. [Consulté le 3 avril 2022]. https://example.org/a",
    ],
)
def test_one_source_is_not_two(text: str) -> None:
    span = whole(text)
    assert len(split_entry(span, find_urls(span))) == 1


@QUICK
@given(text=ANY_TEXT)
def test_the_stretches_of_any_entry_follow_each_other(text: str) -> None:
    span = whole(text)
    parts = split_entry(span, find_urls(span))
    assert parts
    assert parts[0].start == 0
    for one, other in pairwise(parts):
        assert one.end <= other.start
        assert not span.source.text[one.end : other.start].strip(" ;\n")
