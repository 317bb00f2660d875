"""PubMed: medicine and the sciences of life (https://www.ncbi.nlm.nih.gov/books/NBK25499/, efetch)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from citecheck.model.answer import Answer
from citecheck.model.records import NO_ANSWER, Record, RegistryAnswer, Update, UpdateKind, found
from citecheck.model.reference import Person
from citecheck.model.sources import Subject
from citecheck.sources.addresses import address
from citecheck.sources.decoding import xml_of, years_in

NAME = "pubmed"
HOST = "eutils.ncbi.nlm.nih.gov"
INTERVAL = 0.34
COUNTED = 50
ROOTS = ("PubmedArticleSet", "PubmedBookArticleSet")
KINDS = {
    "RetractionIn": UpdateKind.RETRACTION,
    "ExpressionOfConcernIn": UpdateKind.CONCERN,
    "ErratumIn": UpdateKind.CORRECTION,
    "CorrectedandRepublishedIn": UpdateKind.CORRECTION,
    "UpdateIn": UpdateKind.NEW_VERSION,
}
NOTICES = frozenset(("Published Erratum", "Retraction of Publication", "Expression of Concern", "Retraction Notice"))


def by_identifier(subject: Subject, mailto: str) -> str | None:
    if not subject.pubmed:
        return None
    return address(HOST, "/entrez/eutils/efetch.fcgi", {"db": "pubmed", "id": subject.pubmed, "retmode": "xml"})


def by_words(subject: Subject, mailto: str) -> str | None:
    return None


def read(answer: Answer) -> RegistryAnswer:
    root = xml_of(answer)
    if root is None or root.tag not in ROOTS:
        return NO_ANSWER
    articles = [*root.iter("PubmedArticle"), *root.iter("PubmedBookArticle")]
    return found(tuple(map(_record, articles)))


def _record(article: Element) -> Record:
    authors = list(_people(article))
    dates = ["".join(one.itertext()) for path in (".//PubDate", ".//ArticleDate") for one in article.findall(path)]
    kinds = {_whole(one) for one in article.iter("PublicationType")}
    identifiers = (one for one in article.iter("ArticleId") if one.get("IdType") == "doi")
    return Record(
        registry=NAME,
        titles=tuple(dict.fromkeys(_titles(article))),
        authors=tuple(authors[:COUNTED]),
        authors_total=len(authors),
        years=years_in(dates),
        containers=tuple(
            dict.fromkeys(
                filter(None, (_whole(article.find(path)) for path in (".//Journal/Title", ".//ISOAbbreviation")))
            )
        ),
        volume=_whole(article.find(".//JournalIssue/Volume")) or None,
        issue=_whole(article.find(".//JournalIssue/Issue")) or None,
        pages=_whole(article.find(".//Pagination/MedlinePgn")) or None,
        doi=next((_whole(one) for one in identifiers), None),
        type="article",
        language=_whole(article.find(".//Language")) or None,
        notice=bool(kinds & NOTICES),
        updates=tuple(_updates(article)),
    )


def _titles(article: Element) -> Iterator[str]:
    for path in (".//ArticleTitle", ".//VernacularTitle", ".//BookTitle"):
        title = _whole(article.find(path)).rstrip(".")
        if title:
            # In brackets stands the translation of a title.
            yield title[1:-1].rstrip(".") if title.startswith("[") and title.endswith("]") else title


def _people(article: Element) -> Iterator[Person]:
    for one in article.iter("Author"):
        family, group = one.findtext("LastName"), one.findtext("CollectiveName")
        if family:
            yield Person(family, one.findtext("ForeName") or one.findtext("Initials") or "")
        elif group:
            yield Person(" ".join(group.split()), corporate=True)


def _updates(article: Element) -> Iterator[Update]:
    for one in article.iter("CommentsCorrections"):
        kind = KINDS.get(one.get("RefType") or "")
        if kind is not None:
            yield Update(kind)


def _whole(at: Element | None) -> str:
    return " ".join("".join(at.itertext()).split()) if at is not None else ""
