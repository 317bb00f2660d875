"""PubMed: an article with its notices."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from citecheck.model.records import Outcome, UpdateKind
from citecheck.sources.registries.pubmed import by_identifier, read
from tests.sources.answers import SUBJECT, answer

SET = (
    "<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><Journal><Title>Journal of Ice</Title><JournalIssue><Volume>12</Volume>"
    "<PubDate><Year>2019</Year></PubDate></JournalIssue></Journal><ArticleTitle>[The <i>ice</i>.]</ArticleTitle>"
    "<Pagination><MedlinePgn>45-67</MedlinePgn></Pagination><AuthorList><Author><LastName>Doe</LastName><ForeName>Jane</ForeName></Author>"
    "<Author><CollectiveName>Harbour Group</CollectiveName></Author></AuthorList></Article><CommentsCorrectionsList>"
    '<CommentsCorrections RefType="{kind}"/></CommentsCorrectionsList></MedlineCitation></PubmedArticle></PubmedArticleSet>'
)


@pytest.mark.parametrize(
    ("kind", "updates"),
    [
        ("RetractionIn", [UpdateKind.RETRACTION]),
        ("ExpressionOfConcernIn", [UpdateKind.CONCERN]),
        ("ErratumIn", [UpdateKind.CORRECTION]),
        ("CommentIn", []),
    ],
)
def test_a_work(kind: str, updates: list[UpdateKind]) -> None:
    (record,) = read(answer(SET.format(kind=kind).encode())).records
    assert (record.titles, record.years, record.volume, record.pages) == (("The ice",), (2019,), "12", "45-67")
    assert [one.family for one in record.authors] == ["Doe", "Harbour Group"]
    assert [one.kind for one in record.updates] == updates


def test_none() -> None:
    assert read(answer(b"<PubmedArticleSet></PubmedArticleSet>")).outcome is Outcome.NOT_THERE


def test_what_is_asked() -> None:
    assert by_identifier(SUBJECT, "") is None
    assert "id=36987902" in (by_identifier(replace(SUBJECT, pubmed="36987902"), "") or "")
