"""A URL whose host cannot prove who it is.

Its certificate has expired, is for another host, or comes from nobody that is trusted; or the host only speaks a way of
encryption that is no longer used. Browsers warn their users off.

Wrong: an https address whose certificate has expired. Right: one that opens without a warning.

To mend it, look whether the page has another address. A site that does not care for its certificate may soon be gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.links.told import TEXT, URL, told
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="LNK005",
    name="tls-error",
    severity=Severity.WARNING,
    messages={
        "insecure": {
            "en": Wording("The link is not secure: {url} ({reason}).", "See whether the page has another address."),
            "fr": Wording("Le lien n'est pas sûr : {url} ({reason}).", "Voir si la page a une autre adresse."),
        },
    },
)

EXAMPLES = (
    Example(
        TEXT, (URL,), links=(Link(URL, LinkStatus.INSECURE, Phrase.of("certificate-expired", host="quai.example")),)
    ),
    Example(TEXT, links=(Link(URL, LinkStatus.OK, Phrase.of("answered", status="200 OK")),)),
)


def check(x: LinkReport) -> Iterator[Finding | Abstention]:
    """Each URL without a secure connection."""
    for one in told(x, [LinkStatus.INSECURE]):
        yield one.finding(RULE, "insecure")
