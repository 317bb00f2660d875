"""A URL that names a part which its page does not have.

The `#fragment` is neither the name of a place in the page nor, as `#:~:text=`, words that the page shows, or the `#page=` is
more than the file has. The reader gets to the top of the page instead. Fragments that only a script can read are left alone.

Wrong: "https://example.org/law#article-12" where no place is called "article-12". Right: the name that the page uses.

To mend it, follow the page's own table of contents, or leave the fragment out.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.links.told import URL, where
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.links import Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="LNK007",
    name="missing-fragment",
    severity=Severity.WARNING,
    messages={
        "missing": {
            "en": Wording(
                "The page has no “#{fragment}”: {url}", "Use the name that the page gives the place, or leave it out."
            ),
            "fr": Wording(
                "La page n'a pas de « #{fragment} » : {url}",
                "Utiliser le nom que la page donne à cet endroit, ou l'omettre.",
            ),
        },
    },
)

EXAMPLES = (
    Example(
        f"See <{URL}#part>.\n",
        (URL + "#part",),
        links=(Link(URL + "#part", LinkStatus.OK, Phrase.of("answered", status="200 OK"), missing_fragment="part"),),
    ),
    Example(
        f"See <{URL}#part>.\n", links=(Link(URL + "#part", LinkStatus.OK, Phrase.of("answered", status="200 OK")),)
    ),
)


def check(x: LinkReport) -> Iterator[Finding | Abstention]:
    """Each URL whose part is missing."""
    for one in where(x, lambda link: link.missing_fragment is not None):
        yield one.finding(RULE, "missing", confidence=Confidence.LIKELY, fragment=one.link.missing_fragment or "")
