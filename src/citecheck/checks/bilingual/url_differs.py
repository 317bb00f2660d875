"""The same source with two addresses.

One of them may be mistyped; then the readers of one language get nowhere. Where only a language segment, the scheme,
`www.`, a final slash or tracking parameters differ, it is information: each version may well link its own language.

Wrong: `…/russian-billionnaire-invests/` in one bibliography, `…/russian-billionaire-invests/` in the other. Right: the
address that works, in both.

To mend it, open both, and keep the one that works.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.checks.addresses.parts import address_key, url_key
from citecheck.checks.subjects import entry_key, work_name
from citecheck.likeness.addresses import are_in_two_languages, are_variants
from citecheck.likeness.archives import archived, is_archived
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Work
from citecheck.model.document import Entry
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

RULE = Rule(
    code="BIL006",
    name="url-differs",
    severity=Severity.WARNING,
    messages={
        "differs": {
            "en": Wording(
                "“{source}” has another address in the other version: {other}",
                "Open both, and keep the one that works.",
            ),
            "fr": Wording(
                "« {source} » a une autre adresse dans l'autre version : {other}",
                "Ouvrir les deux, et garder celle qui marche.",
            ),
        },
        "variant": {
            "en": Wording(
                "“{source}” has a variant of this address in the other version: {other}",
                "Use one address, unless each version links its own language.",
            ),
            "fr": Wording(
                "« {source} » a une variante de cette adresse dans l'autre version : {other}",
                "N'employer qu'une adresse, sauf si chaque version renvoie à sa langue.",
            ),
        },
    },
)

START = "# {title}\n\n{text}<sup>1</sup>.\n\n<sup>1</sup> Morvan, 2005, p. 3\n\n## {heading}\n\n1. Morvan, J. (2005). *Sardines*. {url}\n\n"
FRENCH = START.format(
    title="Rapport",
    text="Le port de Brest a doublé, et celui de Lorient a fermé",
    heading="Bibliographie",
    url="https://quai.example/sardines",
)


def _english(url: str) -> str:
    text = "The port of Brest has doubled, and that of Lorient has closed"
    return START.format(title="Report", text=text, heading="Bibliography", url=url)


EXAMPLES = (
    Example(FRENCH + _english("https://quai.example/sardine"), ("https://quai.example/sardine",), lang=None),
    Example(FRENCH + _english("http://www.quai.example/sardines/"), ("http://www.quai.example/sardines/",), lang=None),
    Example(FRENCH + _english("https://quai.example/sardines"), lang=None),
)


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Pairs of entries whose addresses differ."""
    for pair in x.twins:
        left, right = pair.left.references[0].url, pair.right.references[0].url
        if left is None or right is None or left == right:
            continue
        if is_archived(left) != is_archived(right) and archived(left) is archived(right) is None:
            # The copy in an archive does not tell what it keeps.
            continue
        kept = archived(left) or left, archived(right) or right
        variant = are_variants(*kept) or are_in_two_languages(*kept)
        # What URL rules say of the form of one of them explains a difference in form; only what they say of where it
        # leads explains that it leads elsewhere.
        key = url_key if variant else address_key
        yield RULE.finding(
            Place.of(pair.right, x.right.lang, _span(x, pair.right, right)),
            "variant" if variant else "differs",
            subject=f"{left} > {right}",
            about=[entry_key(x.left.lang, pair.left), entry_key(x.right.lang, pair.right)],
            because=[key(x.left.lang, left), key(x.right.lang, right)],
            counterparts=[Place.of(pair.left, x.left.lang, _span(x, pair.left, left))],
            severity=Severity.INFO if variant else None,
            confidence=Confidence.CERTAIN,
            source=work_name(Work("", pair.right.references[0], entry=pair.right)),
            other=left,
        )


def _span(x: Alignment, entry: Entry, target: str) -> Span:
    """Where an entry prints an address."""
    for version in (x.left, x.right):
        for url in version.document.urls:
            if url.target == target and entry.span.holds(url.span):
                return url.span
    return entry.body
