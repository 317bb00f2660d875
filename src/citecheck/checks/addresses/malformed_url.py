"""A URL that cannot be right: a misspelt scheme, no host, a space inside, two schemes.

It opens nothing, or something else, whoever follows it. Where the intended address is plain the finding proposes it; a
person must look, because a guess may lead elsewhere. All places of one URL are one finding. Where the host is cut by the end of
a line, as in a text from a PDF, it is information only.

Wrong: "htpp://example.org/report", "https://http://example.org", "https://example.org/the report.pdf". Right:
"https://example.org/report".

To mend it, open the source, and copy its address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from citecheck.checks.addresses.parts import Printed, address_key, host_of, port_of, printed, unescape, url_key
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

SCHEME = re.compile(r"https?://", re.IGNORECASE)
MISSPELT = re.compile(
    r"(?!https?://)(?:h{0,2}[tps]{2,6}[:;]?/{1,2}|https?:(?=[\w-]{1,63}\.)|www[,;]\s?)", re.IGNORECASE
)
DOUBLED = re.compile(r"https?:/{2,}(?:www\.)?(?=h{0,2}[tps]{2,5}(?:[:;]/|//|://))", re.IGNORECASE)
RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/(?:https?:/{1,2}(?:dx\.)?doi\.org/|doi:\s?)", re.IGNORECASE)
DOI = re.compile(
    r"https?://(?:dx\.)?doi\.org/(?P<prefix>\d{4,9}|[01]\.\d{4,9}|10,\d{4,9}|(?:[lI]0|1[oO])\.\d{4,9})/(?=\S)"
)
"""A resolver's address with what was a DOI before its first characters were lost or mistyped.

Its pages about itself and shortened DOIs ("doi.org/h8f2", "doi.org/10/h8f2") begin with neither.
"""
LETTERS = "A-Za-z0-9"
SCRIPTS = LETTERS + "\u00ad\u00c0-\u1fff\u200c\u200d\u2070-\u2fff\u3003-\U0010ffff"
"""What names of hosts are made of: marks and signs of any script, but no punctuation."""
BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
TEMPLATE = re.compile(r"[{}<>$*]|%7b", re.IGNORECASE)
"""What stands in an address that is a pattern for others."""

RULE = Rule(
    code="URL001",
    name="malformed-url",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    wordless=True,
    messages={
        "scheme": {
            "en": Wording("“{start}” begins no URL: {url}", "Correct it to “https://”."),
            "fr": Wording("Aucune adresse ne commence par « {start} » : {url}", "Corriger en « https:// »."),
        },
        "doubled": {
            "en": Wording("The URL begins twice: {url}", "Keep one beginning."),
            "fr": Wording("L'adresse commence deux fois : {url}", "Ne garder qu'un des deux débuts."),
        },
        "host": {
            "en": Wording("The URL names no host that can exist: {url}", "Copy the address from the source."),
            "fr": Wording("L'adresse ne nomme aucun hôte possible : {url}", "Copier l'adresse de la source."),
        },
        "space": {
            "en": Wording("There is a space in the URL: {url}", "Take it out, or write it as %20."),
            "fr": Wording("Il y a une espace dans l'adresse : {url}", "La supprimer, ou l'écrire %20."),
        },
        "doi": {
            "en": Wording("A DOI begins with “10.”, this one with “{start}”: {url}", "Copy the DOI from the source."),
            "fr": Wording(
                "Un DOI commence par « 10. », celui-ci par « {start} » : {url}", "Copier le DOI de la source."
            ),
        },
    },
    explains=("URL002", "URL003", "URL004", "URL005", "BIL006"),
)

EXAMPLES = (
    Example("See htpp://example.org/report.\n", ("htpp://example.org/report",)),
    Example("See <http://https://example.org/report>.\n", ("http://https://example.org/report",)),
    Example("See <https://example.org/the report.pdf>.\n", ("https://example.org/the report.pdf",)),
    Example("See https:///report/2020.\n", ("https:///report/2020",)),
    Example("See www,example.org for more.\n", ("www,example.org",)),
    Example("See https://doi.org/9999/abc.2020.\n", ("https://doi.org/9999/abc.2020",)),
    Example("See https://doi.org/10.9999/abc.2020, https://doi.org/h8f2 and https://doi.org/10/h8f2.\n"),
    Example(
        "See https://example.org/a_(b)?c=d#e, https://web.archive.org/web/2020/https://example.org and www.example.org.\n"
    ),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Each URL that cannot be right, with its most telling fault."""
    for url in printed(x):
        fault = _fault(url.target)
        if fault is None:
            continue
        message, start, mend = fault
        yield RULE.finding(
            url.places,
            message,
            subject=url.target,
            about=[url_key(x.lang, url.target), address_key(x.lang, url.target)],
            severity=Severity.INFO if message == "host" and _is_cut(url) else None,
            confidence=_confidence(message, url.target),
            fix=url.fix(mend, safe=False) if mend is not None else None,
            url=" ".join(url.target.split()),
            start=start,
        )


CUT = re.compile(r"[.-]?[ \t]?\n[ \t]{0,8}[a-z][a-z.\d-]{0,40}(?:[./]|$)", re.MULTILINE)


def _is_cut(url: Printed) -> bool:
    """Whether a line ends within an address that goes on in the next one: "https://me-" and "dium.com/a"."""
    span = url.places[0].span
    text = span.source.text
    return (text[span.end - 1] in ".-" or text[span.end : span.end + 1] in (".", "-")) and CUT.match(
        text[span.end : span.end + 80]
    ) is not None


def _confidence(message: str, target: str) -> Confidence:
    # The resolver of DOIs leads on from any other handle, too, though nobody prints one so.
    sure = not host_of(target) if message == "host" else message != "doi"
    return Confidence.CERTAIN if sure else Confidence.LIKELY


def _fault(target: str) -> tuple[str, str, Callable[[str], str] | None] | None:
    """What is wrong with a URL, how it begins, and what mends it."""
    target = target.rstrip("`")
    for pattern in (RESOLVER, DOUBLED):
        match = pattern.match(target)
        if match is not None:
            return "doubled", match.group(), _twice(pattern)
    match = MISSPELT.match(target)
    if match is not None:
        return "scheme", match.group().strip(), _respelt
    if re.search(r"\s", target):
        return "space", "", None
    match = DOI.match(target)
    if match is not None:
        return "doi", match["prefix"], None
    host = host_of(target)
    if SCHEME.match(target) and not TEMPLATE.search(host) and not (_is_host(host) and port_of(target) <= 65535):
        return "host", "", None
    return None


def _twice(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def mend(text: str) -> str:
        match = pattern.match(text)
        if match is None:
            return text
        if pattern is RESOLVER:
            return "https://doi.org/" + text[match.end() :]
        return _respelt(text[match.end() :])

    return mend


def _respelt(text: str) -> str:
    """The URL with a scheme as it must be."""
    match = MISSPELT.match(text)
    if match is None:
        return text
    start = unescape(match.group()).casefold()
    if start.startswith("www"):
        return "www." + text[match.end() :]
    return ("https://" if "s" in start else "http://") + text[match.end() :]


def _is_host(name: str) -> bool:
    return _hosts(LETTERS if name.isascii() else SCRIPTS).fullmatch(name) is not None


@cache
def _hosts(letters: str) -> re.Pattern[str]:
    """The names of hosts that are made of some letters, and addresses in numbers."""
    label = rf"[{letters}](?:[{letters}_-]{{0,61}}[{letters}])?"
    return re.compile(
        rf"(?:{label}\.){{1,9}}(?:(?!\d)[{letters}]{{2,63}}|[xX][nN]--[A-Za-z0-9-]{{2,59}})\.?|(?:{BYTE}\.){{3}}{BYTE}"
        r"|(?i:localhost)|\[[\da-fA-F:.]+\]"
    )
