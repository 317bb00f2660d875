"""Reference and Citation: a source described in full, and one mention of a source, both as written."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from citecheck.model.bounds import Page
from citecheck.model.source import Span

_TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset"
    " document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation"
    " manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical"
    " personal_communication post post-weblog regulation report review review-book software song speech standard thesis"
    " treaty webpage"
)
CSL_TYPES = frozenset(_TYPES.split())
"""The types that the CSL-JSON schema knows; any other is written as ``document``."""


CSL_FIELDS = {
    "title": "title",
    "container": "container-title",
    "publisher": "publisher",
    "place": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "url": "URL",
    "doi": "DOI",
}
"""The fields of a Reference that CSL has as they are, with its names for them."""


class CitationKind(StrEnum):
    """How a source is cited."""

    SHORT = "short"
    """Author and year: ``Doe, 2020, p. 4``."""
    TITLE = "title"
    """A title in quotation marks or italics, with a year (``"A title", 2020``) or an author (``Doe, *Short
    title*``)."""
    FULL = "full"
    """A whole reference: author, title and more."""
    IBID = "ibid"
    """``Ibid``, ``id.``, ``idem``, ``loc. cit.``: the source cited just before."""
    OP_CIT = "op-cit"
    """``Doe, op. cit.``, ``Doe, art. cit.``: that author's last citation."""
    NOTE = "note"
    """``supra note 12``, ``see note 12``: what that note cites."""
    NUMBER = "number"
    """``[3]``: the entry of that number."""
    KEY = "key"
    """``[@doe2020]``: the entry of that key (pandoc)."""
    LINK = "link"
    """A bare URL, with no author, title or date."""
    LAW = "law"
    """A law or a decision of a court, by its own name: no bibliography need have it."""


class Person(Struct, frozen=True):
    """A name as printed, in parts; a corporate author has only ``family``, which then is the whole name."""

    family: str
    given: str = ""
    corporate: bool = False


class Locator(Struct, frozen=True):
    """Pages (or another place in a source): ``text`` as printed after its label, ``label`` as printed (``p.``), and
    ``ranges`` as pairs of numbers where they are plain ones (abbreviated ends expanded, one page is ``(4, 4)``)."""

    span: Span
    text: str
    label: str | None
    ranges: tuple[tuple[Page, Page], ...] = ()


class Reference(Struct, frozen=True):
    """A source described in full, in an entry or in a note; fields that cannot be told are empty. ``pages_span`` is where a
    database has the pages, which in print are looked for."""

    span: Span
    authors: tuple[Person, ...] = ()
    author_text: str = ""
    year: str | None = None
    suffix: str = ""
    date: str | None = None
    title: str | None = None
    title_span: Span | None = None
    container: str | None = None
    publisher: str | None = None
    place: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    url: str | None = None
    doi: str | None = None
    accessed: str | None = None
    type: str = "document"
    et_al: bool = False
    author_span: Span | None = None
    pages_span: Span | None = None


class Citation(Struct, frozen=True):
    """One citation as written. ``year`` is digits, ``n.d.`` for "no date" in any language, or None; ``suffix`` the
    letter of ``2022a``. ``weak`` marks one that is taken for a citation only if it resolves, and ``sure`` is false
    where its author has lower-case words that a corporate name may have, and a sentence too. ``read_by`` is the name of
    the form that read it; data files do not keep it."""

    span: Span
    kind: CitationKind
    authors: tuple[Person, ...] = ()
    author_span: Span | None = None
    et_al: bool = False
    year: str | None = None
    suffix: str = ""
    year_span: Span | None = None
    title: str | None = None
    locator: Locator | None = None
    target: str | None = None
    reference: Reference | None = None
    weak: bool = False
    sure: bool = True
    read_by: str = ""
