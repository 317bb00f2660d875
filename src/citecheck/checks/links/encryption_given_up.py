"""A URL that begins with https and is led on to an address without encryption.

The page answers, but on the last part of the way anybody can read what is asked for, and change what is answered. A browser
may refuse to go there. Where the page has moved there for good, LNK002 says so instead.

Wrong: "https://example.org/report" where the server leads on to "http://example.org/report". Right: an address that stays
with https to the page.

To mend it, see whether the page can be had over https under another address; if not, cite the one that the reader ends at.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.links.told import TEXT, URL, where
from citecheck.model.answer import Hop
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.links import LIVING, Link, LinkReport, LinkStatus, leaves_https, redacted
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="LNK009",
    name="encryption-given-up",
    severity=Severity.INFO,
    messages={
        "unencrypted": {
            "en": Wording("The link begins with https, and is led on without encryption: {url}", "It leads on to {to}"),
            "fr": Wording("Le lien commence en https, et se poursuit sans chiffrement : {url}", "Il mène à {to}"),
        },
    },
)

REASON = Phrase.of("answered-unencrypted", status="200 OK")

EXAMPLES = (
    Example(
        TEXT,
        (URL,),
        links=(Link(URL, LinkStatus.OK, REASON, redirects=(Hop(URL, 302, "http://quai.example/a"),)),),
    ),
    Example(
        TEXT,
        links=(Link(URL, LinkStatus.OK, REASON, redirects=(Hop(URL, 302, "https://quai.example/b"),)),),
    ),
)


def check(x: LinkReport) -> Iterator[Finding | Abstention]:
    """Each living URL that loses its encryption on the way."""
    for one in where(x, lambda link: link.status in LIVING and link.unencrypted is not None):
        link = one.link
        if link.new_url is None or not leaves_https(link.url, link.new_url):
            yield one.finding(RULE, "unencrypted", to=redacted(link.unencrypted or ""))
