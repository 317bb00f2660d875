"""A URL that leads only its author anywhere.

Pages of search results, addresses with a session or a signature in them, a library's proxy, a mailbox or the author's own
machine show other readers nothing, or something else. So does the one page that a database serves every document from, where
nothing in the address says which document. All places of one URL are one finding.

Wrong: "https://www.google.com/search?q=report", "https://example.org/a;jsessionid=3F2A". Right: the document's own address.

To mend it, use the permanent link that the site offers, or cite the document without an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from citecheck.checks.addresses.parts import address_key, host_of, parameters, path_of, printed, url_key
from citecheck.languages.pages import page_paths
from citecheck.model.document import Document, Url
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording

SESSIONS = frozenset(
    ["jsessionid", "phpsessid", "aspsessionid", "sessionid", "session_id", "sessid", "cfid", "cftoken", "sid", "crid"]
)
VAGUE = frozenset(("sid", "crid", "sig", "signature"))
"""Names that mean other things too: only a long value of letters and digits is a session."""
SURE = re.compile(r"sessid$|^jsessionid$")
"""Names that mean nothing else, whatever their value."""
SIGNATURES = frozenset(
    ["x-amz-signature", "x-amz-security-token", "x-goog-signature", "awsaccesskeyid", "sig", "signature"]
)
IN_PATH = re.compile(r";jsessionid=|/\(S\([a-z0-9]{16,}\)\)/", re.IGNORECASE)
ENGINES = re.compile(
    r"(?:[\w-]+\.)*(?:google|bing|yahoo|duckduckgo|qwant|ecosia|yandex|baidu|startpage)(?:\.[a-z]{2,3}){1,2}"
)
ENGINE_PATH = re.compile(r"(?:/(?:s|search|scholar|html)?)?/*")
ENGINE_QUERIES = frozenset(("q", "p", "wd", "text", "query"))
RESULTS = re.compile(
    r"/(?:search|recherche|suche|results?|resultats|searchresults?|find|query)(?:/(?:results?|query))?(?:\.(?:aspx?|php|do|jsp|html?))?/?",
    re.IGNORECASE,
)
PROXY = re.compile(r"(?:^|[.-])(?:ez|lib)proxy\d?[.-]|^proxy\.[\w-]+\.|-[\w-]+\.proxy\.|\.idm\.oclc\.org$")
OWN = re.compile(
    r"localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+"
    r"|\[::1\]|[\w.-]*safelinks\.protection\.outlook\.com"
)
MAILBOX = re.compile(r"(?:mail|outlook)\.[\w-]+\.[\w.-]+")
LISTS = re.compile(r"/(?:pipermail|mailman\d?|hyperkitty|archives?|lists?)(?:/|$)", re.IGNORECASE)
"""What leads to a public mailing list on the host of a mailbox."""
QUERIES = frozenset(
    (
        *("q", "p", "s", "wd", "text", "query", "search", "searchterm", "searchtext", "search_query", "term", "terms"),
        *("keyword", "keywords", "kw", "mots", "fulltext", "recherche", "phrase"),
    )
)
"""Parameters that hold what was searched for."""
DATABASES = re.compile(
    r"(?:[\w-]+\.)*(?:factiva|lexisnexis|nexis|nexisuni|lexis|europresse|ebscohost|webofscience|webofknowledge|scopus|wiso-net|"
    r"genios|emerging-markets|bvdinfo|refinitiv|statista-research)\.[a-z.]{2,6}"
)

QUOTATIONS = frozenset(zip("\"“«‘'", "\"”»’'", strict=True))
"""The marks around a quotation."""

RULE = Rule(
    code="URL005",
    name="session-bound-url",
    severity=Severity.WARNING,
    wordless=True,
    messages={
        "search": {
            "en": Wording("The URL is a page of search results: {url}", "Cite the document that was found."),
            "fr": Wording("L'adresse est une page de résultats de recherche : {url}", "Citer le document trouvé."),
        },
        "session": {
            "en": Wording("The URL holds a session ({name}), which ends: {url}", "Use the site's permanent link."),
            "fr": Wording(
                "L'adresse contient un identifiant de session ({name}), qui expire : {url}",
                "Utiliser le lien permanent du site.",
            ),
        },
        "private": {
            "en": Wording("The URL opens for its author only: {url}", "Use the public address of the document."),
            "fr": Wording(
                "L'adresse ne s'ouvre que pour son auteur : {url}", "Utiliser l'adresse publique du document."
            ),
        },
        "generic": {
            "en": Wording(
                "The URL is the same for every document of the database: {url}",
                "Use the document's permanent link, or cite it without an address.",
            ),
            "fr": Wording(
                "L'adresse est la même pour tous les documents de la base : {url}",
                "Utiliser le lien permanent du document, ou le citer sans adresse.",
            ),
        },
    },
    explains=("BIL006",),
)

EXAMPLES = (
    Example("See <https://www.google.com/search?q=report+2020>.\n", ("https://www.google.com/search?q=report+2020",)),
    Example("See <https://example.org/a;jsessionid=3F2A?id=7>.\n", ("https://example.org/a;jsessionid=3F2A?id=7",)),
    Example(
        "See <https://global.factiva.com/ar/arpdf.aspx?pp=PDF>.\n", ("https://global.factiva.com/ar/arpdf.aspx?pp=PDF",)
    ),
    Example(
        "See <https://example.org/search/portrait/doe/24915.html>, <https://example.org/show.aspx?id=12>, "
        "<https://www.google.com/maps/place/Bern> and <https://global.factiva.com/redir/default.aspx?P=sa&an=J000000020200101>.\n"
    ),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Each URL that other readers cannot use."""
    for url in printed(x):
        found = _fault(url.target)
        if found is None or (found[0] == "search" and all(map(_is_quoted, url.urls))):
            # A page of results that the text quotes as its method is no source.
            continue
        message, name = found
        yield RULE.finding(
            url.places,
            message,
            subject=url.target,
            about=[url_key(x.lang, url.target), address_key(x.lang, url.target)],
            confidence=Confidence.LIKELY,
            url=url.target,
            name=name,
        )


def _is_quoted(url: Url) -> bool:
    """Whether quotation marks enclose an address: the text speaks of the search itself, as its method."""
    text, span = url.span.source.text, url.span
    before, after = text[: span.start].rstrip(" \u00a0\u202f<`")[-1:], text[span.end :].lstrip(" \u00a0\u202f>`")[:1]
    return (before, after) in QUOTATIONS


def _fault(target: str) -> tuple[str, str] | None:
    """Why a URL leads only its author anywhere, and the name of the session where it holds one."""
    host, path = host_of(target), path_of(target)
    values = dict(parameters(target))
    if OWN.fullmatch(host) or PROXY.search(host) or (MAILBOX.fullmatch(host) and not LISTS.search(path)):
        return "private", ""
    session = _session(path, values)
    if session is not None:
        return "session", session
    if _is_search(host, path, values):
        return "search", ""
    home = _is_home(path) and not values
    if DATABASES.fullmatch(host) and not home and not re.search(r"\d{4}", target.partition(host)[2]):
        return "generic", ""
    return None


def _is_home(path: str) -> bool:
    """Whether a path is that of a home page, whatever ends its name (``/home.uri``)."""
    name = path.strip("/").casefold()
    return not name or {name, name.partition(".")[0]} & page_paths("home_paths") != frozenset()


def _session(path: str, values: Mapping[str, str]) -> str | None:
    """The name of the session that a path or a parameter holds."""
    if match := IN_PATH.search(path):
        return match.group().strip(";/=")
    named = (name for name in values if name in SESSIONS or name in SIGNATURES)
    return next((name for name in named if SURE.search(name) or _is_token(values[name], name in VAGUE)), None)


def _is_token(value: str, vague: bool) -> bool:
    """Whether a value is long and has digits, as what a server makes up; letters between them where its name is ``vague``."""
    return len(value) >= (12 if vague else 8) and re.search(r"\d\D+\d" if vague else r"\d", value) is not None


def _is_search(host: str, path: str, values: Mapping[str, str]) -> bool:
    """Whether an address is that of a page of results."""
    if ENGINES.fullmatch(host) and ENGINE_PATH.fullmatch(path) and not ENGINE_QUERIES.isdisjoint(values):
        return True
    last = "/" + path.strip("/").rpartition("/")[2]
    return RESULTS.search(path) is not None and RESULTS.fullmatch(last) is not None and _searched(values)


def _searched(values: Mapping[str, str]) -> bool:
    """Whether one of the parameters holds what was searched for."""
    return any(value for name, value in values.items() if name in QUERIES)
