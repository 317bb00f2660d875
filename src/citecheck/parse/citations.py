"""Citations in notes and brackets: author–year, titles, whole references, Ibid and its kin, pointers to other notes.

A note is read from left to right. Where a citation can begin (the start, after a separator, after a phrase such as "see
also") each form of ``forms/citing`` is tried in turn; what none of them takes is commentary. All patterns are bounded, so
that the time grows with the length of the text whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from citecheck.languages import words
from citecheck.languages.letters import UPPER
from citecheck.languages.patterns import alternatives, any_of
from citecheck.model.document import Url
from citecheck.model.reference import Citation, CitationKind
from citecheck.model.source import Span
from citecheck.parse.forms import load_forms
from citecheck.parse.plain import unlinked
from citecheck.parse.reader import Reader
from citecheck.parse.words import conjunction, evened, lead_in


@cache
def _boundary() -> re.Pattern[str]:
    """Where a citation may begin in the midst of what is none."""
    again = {*words("ibid"), *(word for word in words("loc_cit") if word.endswith(".") and " " not in word)}
    begun = alternatives(again | {word.capitalize() for word in again})
    return re.compile(rf"(?<=[;,.:(])\s|\s(?=[*_]?(?:{begun}|@))|[(\n]|\s(?=[\"“«])|(?<=\x00)[\s,;.>]|\s(?=[{UPPER}])")


@cache
def _own_note() -> re.Pattern[str]:
    """The note of the source that a page is followed by: ``p. 4, n. 12``."""
    return re.compile(rf"\s*+(?:,\s*+)?{any_of('note_labels')}\.?\s?\d{{1,4}}(?:\s?[,–-]\s?\d{{1,4}}){{0,4}}(?!\w)")


@cache
def _sourced() -> re.Pattern[str]:
    """``Source:`` before what it names, which often is a body whose data were used."""
    return re.compile(rf"(?<!\w){any_of('source_labels', begun=True)}\s?:")


@cache
def _secondary() -> re.Pattern[str]:
    """``as cited in`` between a source that was not seen and the one that it was found in."""
    return re.compile(rf"[\s,.;(]*{any_of('cited_in')}[\s,:(]*", re.IGNORECASE)


def read_citations(span: Span, urls: Sequence[Url], worded: Sequence[Url] = ()) -> tuple[Citation, ...]:
    """The citations in the text of a note (without its label), in order; none where it only comments. ``worded`` are links
    whose words cite."""
    reader = Reader.of(span, urls, worded)
    cited, plain = reader.cited, reader.plain
    at, fresh = 0, True
    while (start := reader.skip(at)) < len(plain):
        citation = _citation_at(reader, start)
        if citation is None:
            step = _boundary().search(plain, start + 1)
            if step is None:
                break
            fresh = (fresh and not plain[start : step.start()].strip()) or plain[step.start() - 1] == ";"
            at = max(step.end(), start + 1)
            continue
        before = cited[-1].span.end - span.start if cited else 0
        if cited and _secondary().fullmatch(plain, before, start):
            # A source known from another one need not be in the bibliography.
            cited[-1] = replace(cited[-1], weak=True)
        unpaged = citation.kind is CitationKind.SHORT and citation.locator is None
        if unpaged and ((not fresh and not _bracketed(citation)) or _sourced().search(plain, before, start)):
            citation = replace(citation, weak=True)
        cited.append(citation)
        at = max(citation.span.end - span.start, start + 1)
        own_note = _own_note().match(plain, at) if citation.locator is not None else None
        at = own_note.end() if own_note else at
        fresh = True
    return tuple(cited)


def _citation_at(reader: Reader, at: int) -> Citation | None:
    """The citation that begins at ``at``, in the first form that reads one."""
    for form in load_forms("citing"):
        citation: Citation | None = form.module.read(reader, at)
        if citation is not None:
            return replace(citation, read_by=form.name)
    return None


def _bracketed(citation: Citation) -> bool:
    """Whether a citation ends in a bracket, and its authors are persons by their family names: ``Doe & Roe (2020)``."""
    authors = citation.authors
    return bool(authors) and citation.span.text.endswith(")") and (len(authors) > 1 or " " not in authors[0].family)


def read_bracket(span: Span, urls: Sequence[Url], worded: Sequence[Url] = ()) -> tuple[Citation, ...]:
    """The citations of a bracket in the running text (its content): all of it must be citations, or it is none. ``worded`` are
    links whose words cite."""
    citations = read_citations(span, urls, worded)
    kinds = (CitationKind.SHORT, CitationKind.TITLE, CitationKind.IBID, CitationKind.LAW)
    if not citations or any(citation.kind not in kinds for citation in citations):
        return ()
    *left, behind = _left_over(span, citations, worded)
    rest = conjunction().sub(" ", f" {lead_in().sub(' ', ' '.join(left))} ")
    # "…, for a review" may follow the last citation.
    tail = re.findall(r"[^\W_]{2,}", lead_in().sub(" ", behind))
    if re.search(r"[^\W\d_]{2}", rest) or not _is_remark(tail):
        return ()
    cited = tuple(citation for citation in citations if citation.kind is not CitationKind.LAW)
    return cited if not tail or any(not citation.weak for citation in cited) else ()


def _left_over(span: Span, citations: Sequence[Citation], worded: Sequence[Url]) -> list[str]:
    """What of a text stands before, between and behind its citations."""
    left, at = [], 0
    text = evened(unlinked(span.text, span, worded))
    for citation in citations:
        left.append(text[at : citation.span.start - span.start])
        at = citation.span.end - span.start
    return [*left, text[at:]]


def _is_remark(words: Sequence[str]) -> bool:
    """Whether words are few, in lower case, and no numbers."""
    return len(words) <= 6 and not any(word[0].isupper() or word.isdigit() for word in words)
