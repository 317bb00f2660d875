"""The same source with two addresses.

One of them may be mistyped; then the readers of one language get nowhere. Where only a language segment, the scheme,
`www.`, a final slash or tracking parameters differ, it is information: each version may well link its own language. A DOI, an arXiv or PubMed number
or an ISBN that differs is told as an address is.

Wrong: `…/russian-billionnaire-invests/` in one bibliography, `…/russian-billionaire-invests/` in the other. Right: the
address that works, in both.

To mend it, open both, and keep the one that works.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.checks.addresses.parts import address_key, url_key
from citecheck.checks.bilingual.identified import described_pairs, other_identifier
from citecheck.checks.bilingual.sides import Sides
from citecheck.checks.subjects import entry_key
from citecheck.languages.folding import fold
from citecheck.likeness.addresses import are_in_two_languages, are_variants
from citecheck.likeness.archives import archived, is_archived
from citecheck.likeness.called import work_name
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Work
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
        "identifier": {
            "en": Wording(
                "“{source}” has {own} here and {other} in the other version.",
                "Look both up, and keep the one that is right.",
            ),
            "fr": Wording(
                "« {source} » a {own} ici et {other} dans l'autre version.",
                "Vérifier les deux, et garder celui qui est juste.",
            ),
        },
    },
)

NEARLY = 90
"""Likeness, of a hundred, from which on one of two addresses is the other with a slip."""
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
    """Pairs of entries, and of whole references in notes, whose addresses differ."""
    for pair in x.twins:
        works = (Work("", side.references[0], entry=side) for side in (pair.left, pair.right))
        yield from _differing(x, *works, about=[entry_key(x.left.lang, pair.left), entry_key(x.right.lang, pair.right)])
    sides = Sides.of(x)
    for at, group in enumerate(x.groups):
        for left, right in described_pairs(x, group):
            if _is_one_page(left, right):
                yield from _differing(x, left, right, about=sides.about(at))


def _is_one_page(left: Work, right: Work) -> bool:
    """Whether two references of the same author and year mean one page, and not one and its translation: they have one title,
    or nearly the same address, which then has a slip."""
    from rapidfuzz import fuzz  # Slow to import, and few documents have such pairs.

    titles = {fold(work.reference.title or "") for work in (left, right)}
    return len(titles) == 1 or fuzz.ratio(left.reference.url or "", right.reference.url or "") >= NEARLY


def _differing(x: Alignment, left: Work, right: Work, *, about: Sequence[str]) -> Iterator[Finding]:
    """What is to be said of the addresses of a source in both versions."""
    own, other = right.reference.url, left.reference.url
    if own is None or other is None or own == other:
        yield from _identified(x, left, right, about=about)
        return
    if is_archived(other) != is_archived(own) and archived(other) is archived(own) is None:
        # The copy in an archive does not tell what it keeps.
        return
    kept = archived(other) or other, archived(own) or own
    variant = are_variants(*kept) or are_in_two_languages(*kept)
    # What URL rules say of the form of one of them explains a difference in form; only what they say of where it
    # leads explains that it leads elsewhere.
    key = url_key if variant else address_key
    yield RULE.finding(
        Place.of(right, x.right.lang, _span(x, right, own)),
        "variant" if variant else "differs",
        subject=f"{other} > {own}",
        about=about,
        because=[key(x.left.lang, other), key(x.right.lang, own)],
        counterparts=[Place.of(left, x.left.lang, _span(x, left, other))],
        severity=Severity.INFO if variant else None,
        confidence=Confidence.CERTAIN,
        source=work_name(right),
        other=other,
    )


def _identified(x: Alignment, left: Work, right: Work, *, about: Sequence[str]) -> Iterator[Finding]:
    """What is to be said of the identifiers of a source in both versions."""
    told = other_identifier(left.reference, right.reference)
    if told is not None:
        yield RULE.finding(
            Place.of(right, x.right.lang),
            "identifier",
            subject=f"{told[0]} > {told[1]}",
            about=about,
            counterparts=[Place.of(left, x.left.lang)],
            confidence=Confidence.LIKELY,
            source=work_name(right),
            own=told[1],
            other=told[0],
        )


def _span(x: Alignment, work: Work, target: str) -> Span:
    """Where an entry or a note prints an address."""
    whole = (work.entry or work.note or work.reference).span
    for version in (x.left, x.right):
        for url in version.document.urls:
            if url.target == target and whole.holds(url.span):
                return url.span
    return work.entry.body if work.entry is not None else work.reference.span
