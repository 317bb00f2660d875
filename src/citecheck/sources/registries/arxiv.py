"""arXiv: preprints of physics, mathematics and computer science (https://info.arxiv.org/help/api/user-manual.html)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from citecheck.model.answer import Answer
from citecheck.model.records import NO_ANSWER, NOT_THERE, Record, RegistryAnswer, found
from citecheck.model.sources import Subject
from citecheck.sources.addresses import address
from citecheck.sources.decoding import natural, xml_of, years_in

NAME = "arxiv"
HOST = "export.arxiv.org"
INTERVAL = 3.0
ATOM = "{http://www.w3.org/2005/Atom}"
OWN = "{http://arxiv.org/schemas/atom}"
TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"
COUNTED = 50


def by_identifier(subject: Subject, mailto: str) -> str | None:
    return address(HOST, "/api/query", {"id_list": subject.arxiv}) if subject.arxiv else None


def by_words(subject: Subject, mailto: str) -> str | None:
    return None


def read(answer: Answer) -> RegistryAnswer:
    root = xml_of(answer)
    if root is None or root.tag != f"{ATOM}feed":
        return NO_ANSWER
    entries = root.findall(f"{ATOM}entry")
    if any("/api/errors" in _text(entry, f"{ATOM}id") for entry in entries):
        return NOT_THERE
    if not entries:
        # An empty feed is what a server in trouble sends, too: the count tells.
        return NOT_THERE if _text(root, TOTAL) == "0" and _text(root, f"{ATOM}id") else NO_ANSWER
    return found(tuple(_record(entry) for entry in entries if entry.find(f"{ATOM}author") is not None))


def _record(entry: Element) -> Record:
    authors = [natural(name) for name in _texts(entry, f"{ATOM}author/{ATOM}name")]
    number = _text(entry, f"{ATOM}id").rpartition("/abs/")[2].partition("v")[0]
    published = _text(entry, f"{OWN}doi") or None
    return Record(
        registry=NAME,
        titles=(_text(entry, f"{ATOM}title"),),
        authors=tuple(authors[:COUNTED]),
        authors_total=len(authors),
        years=years_in(
            [_text(entry, f"{ATOM}published"), _text(entry, f"{ATOM}updated"), _text(entry, f"{OWN}journal_ref")]
        ),
        containers=("arXiv",),
        doi=f"10.48550/arxiv.{number}" if number else None,
        type="preprint",
        published_as=published.casefold() if published else None,
    )


def _text(at: Element, path: str) -> str:
    return " ".join((at.findtext(path) or "").split())


def _texts(at: Element, path: str) -> Iterator[str]:
    yield from (" ".join((one.text or "").split()) for one in at.findall(path) if (one.text or "").strip())
