"""Comparing addresses: what of one tells its source from others, and which two lead to one page.

How much of an address counts depends on who asks. Entries of one bibliography are told apart by all of it; a reference
in a note may leave out a query that identifies nothing; a translation often has its language in the query.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from citecheck.languages.pages import LANGUAGE_CODES
from citecheck.likeness.archives import archived
from citecheck.model.reference import Reference

IDENTIFYING = frozenset({"id", "p", "q", "doc", "docid", "article", "v", "pid", "uri", "pp"})
"""Parameters of a query by which sites tell their pages apart."""
TRACKING = re.compile(r"utm_|mc_|fbclid|gclid|cmpid|at_medium|at_campaign|ref$|source$", re.IGNORECASE)
LANGUAGE = re.compile(r"(?<=/)(?:[a-z]{2}(?:[-_][a-zA-Z]{2})?)(?=/|$)")
LANGUAGE_KEYS = frozenset({"lang", "language", "langue", "locale", "hl", "l", "lg"})
"""Parameters of a query that name the language of a page."""
TELLING, WITH_DIGITS = 12, 5
"""Characters from which on the last part of a path tells one page from others, and from which on where it has
digits."""


def bare(url: str) -> str:
    """An address in lower case, without scheme, ``www.`` and a final slash."""
    return url.casefold().split("://", 1)[-1].removeprefix("www.").rstrip("/")


def addresses(reference: Reference) -> tuple[str, ...]:
    """What identifies a source whatever its title's language, in a comparable form: its DOI, and its address without
    fragment and, unless it names the document, without query."""
    query = (reference.url or "").partition("?")[2].casefold()
    identifies = any(part.split("=")[0] in IDENTIFYING for part in query.split("&"))
    return _addresses(reference, f"?{query}" if identifies else "")


def addresses_without_query(reference: Reference) -> tuple[str, ...]:
    """As `addresses`, but without any query: in two versions it may say the language, and other things of the
    reader."""
    return _addresses(reference, "")


def _addresses(reference: Reference, query: str) -> tuple[str, ...]:
    kept = ["doi:" + reference.doi.casefold()] if reference.doi else []
    url = reference.url or ""
    page = bare(archived(url) or url).split("#")[0].split("?")[0].rstrip("/")
    # A bare host is the site, not the source.
    if "/" in page and "doi.org/" not in page:
        kept.append(page + query)
    return tuple(kept)


def whole_addresses(reference: Reference) -> tuple[str, ...]:
    """A source's DOI and its address with all that it has, each said to be one, in a comparable form."""
    doi = (f"doi:{reference.doi.casefold()}",) if reference.doi else ()
    return (*doi, f"url:{bare(reference.url)}") if reference.url else doi


def are_variants(one: str, other: str) -> bool:
    """Whether two addresses differ only in what each version of a report may have its own: scheme, ``www.``, language
    segments, tracking, a final slash, or which host resolves a DOI."""
    return _untranslated(one) == _untranslated(other)


def are_in_two_languages(one: str, other: str) -> bool:
    """Whether two addresses of one site each name the language that they are in, and not the same: their words may be
    translated."""
    told, other_told = _languages(one), _languages(other)
    return bool(told and other_told) and told != other_told and _site(one) == _site(other)


def only_form_differs(old: str, new: str) -> bool:
    """Whether two addresses differ only in scheme, ``www.``, case, a final slash, or how they are escaped."""
    return _form(old) == _form(new)


def same_page(old: str, new: str) -> bool:
    """Whether two addresses name the same page: they differ only in form, or in the host or the folder and not in the
    part that tells the page from others, nor in the language that their folders name."""
    if only_form_differs(old, new):
        return True
    return _page(old) == _page(new) != "" and _tongues(old) == _tongues(new)


def _untranslated(url: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url, "", ()
    query = tuple(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(pair[0]))
    path = re.sub(r"//+", "/", LANGUAGE.sub("", parts.path)).rstrip("/")
    host = parts.netloc.casefold().removeprefix("www.")
    return "doi.org" if host == "dx.doi.org" else host, path, query


def _languages(url: str) -> frozenset[str]:
    """The languages that an address is in by its own account: ``fr.quai.example``, ``/fr/``, ``tides-fra.html``, ``?lang=fr``."""
    try:
        parts = urlsplit(unquote(url).casefold())
    except ValueError:
        return frozenset()
    name = re.split(r"[-_.]", re.sub(r"\.[a-z]{3,5}\Z", "", parts.path.rstrip("/").rpartition("/")[2]))[1:][-1:]
    asked = (value for key, value in parse_qsl(parts.query) if key in LANGUAGE_KEYS)
    told = (parts.netloc.partition(".")[0], *parts.path.split("/"), *name, *asked)
    return frozenset(code[:2] for code in told if re.split(r"[-_]", code)[0] in LANGUAGE_CODES)


def _site(url: str) -> str:
    """The last two labels of a host: ``quai.example`` of ``fr.quai.example``."""
    return ".".join(urlsplit(url.casefold()).netloc.split(".")[-2:])


def _form(url: str) -> str:
    plain = re.sub(r"\Ahttps?://(?:www\.)?", "", unquote(url).casefold())
    path, sign, rest = plain.partition("?")
    return path.rstrip("/") + sign + rest


def _page(url: str) -> str:
    """What tells a page from others: the last part of its path and its query; empty where that tells too little."""
    try:
        parts = urlsplit(unquote(url).casefold())
    except ValueError:
        return ""
    name = parts.path.rstrip("/").rpartition("/")[2]
    stem = re.sub(r"\.[a-z]{2,5}\Z", "", name)
    # One word alone, however long, is the name of a folder on many a host.
    tells = len(stem) >= (WITH_DIGITS if any(map(str.isdigit, stem)) else TELLING) and not stem.isalpha()
    return f"{name}?{parts.query}#{parts.fragment}" if tells else ""


def _tongues(url: str) -> list[str]:
    """The folders of an address that are codes of languages."""
    return [part for part in urlsplit(url.casefold()).path.split("/") if part in LANGUAGE_CODES]
