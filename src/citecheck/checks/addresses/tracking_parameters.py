"""A URL with parameters that only track the reader.

`utm_source`, `fbclid`, `cmpid` and their like say where the author came from. They make the URL long, they tell a third
party who reads the report, and they hide that two notes cite the same page. All places of one URL are one finding.

Wrong: "https://example.org/report?utm_source=mail". Right: "https://example.org/report".

To mend it, take the parameters out; the page stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.addresses.parts import printed, tracking, untracked, url_key
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="URL002",
    name="tracking-parameters",
    severity=Severity.INFO,
    wordless=True,
    messages={
        "tracks": {
            "en": Wording("The URL tracks its reader ({names}).", "Use {clean}"),
            "fr": Wording("L'adresse contient des paramètres de pistage ({names}).", "Utiliser {clean}"),
        },
    },
    explains=("BIL006",),
)

EXAMPLES = (
    Example(
        "See <https://example.org/a?id=7&utm_source=mail&fbclid=x#top>.\n",
        ("https://example.org/a?id=7&utm_source=mail&fbclid=x#top",),
    ),
    Example("See <https://example.org/a?id=7&campaign=3&ref=12#utm_source>.\n"),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Each URL that tracks, with the clean one as fix."""
    for url in printed(x):
        names = tracking(url.target)
        if not names:
            continue
        yield RULE.finding(
            url.places,
            "tracks",
            subject=url.target,
            about=[url_key(x.lang, url.target)],
            fix=url.fix(untracked),
            names=names,
            clean=untracked(url.target),
        )
