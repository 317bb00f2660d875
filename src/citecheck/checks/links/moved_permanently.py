"""A URL that its server has moved for good.

It answers 301 or 308 and names the new address, which works. Such redirects are kept for some years, not for ever. The fix
puts the new address in every place that prints the old one. It is safe where only the form of the address changes, or the
host or the folder of a page that keeps its name; otherwise, and where encryption would be given up, a person should look.

Wrong: "http://example.org/report" where the server redirects to "https://example.org/report". Right: the second one.

To mend it, use the new address; `citecheck fix --links` does so with what `citecheck links` found out.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.links.told import TEXT, URL, to, told
from citecheck.likeness.addresses import same_page
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.links import Link, LinkReport, LinkStatus, leaves_https, redacted
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="LNK002",
    name="moved-permanently",
    severity=Severity.WARNING,
    messages={
        "moved": {
            "en": Wording("The page has moved for good: {url}", "Use {new}"),
            "fr": Wording("La page a définitivement changé d'adresse : {url}", "Utiliser {new}"),
        },
        "unencrypted": {
            "en": Wording(
                "The page has moved for good to an address without encryption: {url}",
                "See whether its site has it over https; it is led to {new}",
            ),
            "fr": Wording(
                "La page a définitivement changé pour une adresse sans chiffrement : {url}",
                "Voir si son site l'offre en https ; elle mène à {new}",
            ),
        },
    },
)

EXAMPLES = (
    Example(
        TEXT,
        (URL,),
        links=(
            Link(
                URL,
                LinkStatus.MOVED,
                Phrase.of("moved", url="https://quai.example/b", status="301 Moved Permanently"),
                new_url="https://quai.example/b",
            ),
        ),
    ),
    Example(
        TEXT,
        (URL,),
        links=(
            Link(
                URL,
                LinkStatus.MOVED,
                Phrase.of("moved", url="http://quai.example/a", status="301 Moved Permanently"),
                new_url="http://quai.example/a",
            ),
        ),
    ),
    Example(TEXT, links=(Link(URL, LinkStatus.OK, Phrase.of("answered", status="200 OK")),)),
)


def check(x: LinkReport) -> Iterator[Finding | Abstention]:
    """Each URL that has moved, with the new one as fix."""
    for one in told(x, [LinkStatus.MOVED]):
        new = one.link.new_url
        if new is None:
            continue
        downgraded = leaves_https(one.link.url, new)
        yield one.finding(
            RULE,
            "unencrypted" if downgraded else "moved",
            fix=to(new),
            safe=not downgraded and same_page(one.link.url, new),
            new=redacted(new),
        )
