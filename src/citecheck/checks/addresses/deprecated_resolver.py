"""A DOI behind an address that is no longer the recommended one.

DOIs are printed as `https://doi.org/…`. The older `dx.doi.org` and the address without encryption still lead on, but no
one promises for how long, and the same source seems to have several addresses. All places of one URL are one finding.

Wrong: "http://dx.doi.org/10.9999/abc". Right: "https://doi.org/10.9999/abc".

To mend it, replace the beginning of the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.checks.addresses.parts import printed, url_key
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.rule import Example, Rule, Wording

OLD = re.compile(r"(?:https?://(?:(?:www\.)?dx\.|www\.)doi\.org|http://doi\.org)/(?=10\.)", re.IGNORECASE)
TEXT = re.compile(r"(?:https?://)?(?:(?:www\.)?dx\.|www\.)?doi\.org/(?=10\.)", re.IGNORECASE)
NEW = "https://doi.org/"

RULE = Rule(
    code="URL004",
    name="deprecated-resolver",
    severity=Severity.INFO,
    wordless=True,
    messages={
        "old": {
            "en": Wording("{old} is an outdated address for DOIs.", "Use {clean}"),
            "fr": Wording("{old} est une adresse dépassée pour les DOI.", "Utiliser {clean}"),
        },
    },
    explains=("BIL006",),
)

EXAMPLES = (
    Example("See <http://dx.doi.org/10.9999/abc>.\n", ("http://dx.doi.org/10.9999/abc",)),
    Example("See <http://doi.org/10.9999/abc>.\n", ("http://doi.org/10.9999/abc",)),
    Example("See <https://doi.org/10.9999/abc> and <https://www.doi.org/handbook>.\n"),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Each DOI behind an outdated address, with the new one as fix."""
    for url in printed(x):
        match = OLD.match(url.target)
        if match is None:
            continue
        yield RULE.finding(
            url.places,
            "old",
            subject=url.target,
            about=[url_key(x.lang, url.target)],
            fix=url.fix(lambda text: TEXT.sub(NEW, text, count=1)),
            old=match.group().rstrip("/"),
            clean=NEW + url.target[match.end() :],
        )
