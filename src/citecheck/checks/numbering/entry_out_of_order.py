"""An entry that breaks the bibliography's alphabetical order.

The reader looks for a name where the alphabet puts it. Translated bibliographies break the order easily, because a source
without author moves with its title. The rule abstains where the bibliography is not in alphabetical order at all.

Wrong: Doe, Smith, Roe. Right: Doe, Roe, Smith.

To mend it, move the entry, and renumber where entries are numbered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from citecheck.checks.citing.packed import packed_entries
from citecheck.checks.subjects import entry_key, entry_order_key
from citecheck.languages import words
from citecheck.languages.folding import fold
from citecheck.model.document import Document, Entry
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.order import gathered, longest_ascent
from citecheck.model.rule import Example, Rule, Wording

FEWEST = 5
"""Entries below which an order may be chance."""
HABIT = 0.8
"""The share of entries in order from which the order is the document's habit."""
ASIDE = re.compile(r"\([^()]*\)")
"""What stands behind a name in parentheses: an acronym."""

RULE = Rule(
    code="NUM009",
    name="entry-out-of-order",
    severity=Severity.INFO,
    wordless=True,
    messages={
        "order": {
            "en": Wording(
                "“{name}” is not in alphabetical order; the other entries are.",
                "Move the entry to its place in the alphabet.",
            ),
            "fr": Wording(
                "« {name} » n'est pas à sa place alphabétique, alors que les autres le sont.",
                "Déplacer l'entrée à sa place alphabétique.",
            ),
        },
    },
)

EXAMPLES = (
    Example(
        "## References\n\nAdams, A. (2019). One.\n\nBrown, B. (2020). Two.\n\nZuse, Z. (2021). Three.\n\n"
        "Clark, C. (2018). Four.\n\nDavis, D. (2017). Five.\n\nEvans, E. (2016). Six.\n",
        ("Zuse, Z.",),
    ),
    Example(
        "## References\n\nAdams, A. (2019). One.\n\nBrown, B. (2020). Two.\n\nClark, C. (2018). Four.\n\n"
        "Davis, D. (2017). Five.\n\nEvans, E. (2016). Six.\n",
    ),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Entries outside the longest alphabetical sequence of their list."""
    if not x.printed_entries:
        yield RULE.abstains(x.lang, "no-bibliography")
    packed = packed_entries(x)
    for entries in gathered((entry.section, entry) for entry in x.printed_entries).values():
        keyed = [entry for entry in entries if (key := _key(entry)) and not key.startswith(_particles())]
        keyed = [entry for entry in keyed if entry.entry_id not in packed]
        ordered = _ordered(keyed)
        if len(keyed) < FEWEST:
            continue
        if len(ordered) < HABIT * len(keyed):
            yield RULE.abstains(x.lang, "not-alphabetical")
            continue
        for entry in (entry for at, entry in enumerate(keyed) if at not in ordered):
            span = entry.references[0].author_span or entry.references[0].title_span or entry.body
            yield RULE.finding(
                Place.of(entry, x.lang, span),
                "order",
                subject=" ".join(span.text.split())[:120],
                about=[entry_key(x.lang, entry)],
                because=[entry_order_key(x.lang, entry)],
                confidence=Confidence.LIKELY,
                name=_shortened(span.text),
            )


def _ordered(entries: Sequence[Entry]) -> set[int]:
    """The ordinals of the entries in alphabetical order; a title may be filed under its article too."""
    plain, filed = (
        longest_ascent([_key(entry, articles) for entry in entries], equals=True) for articles in (False, True)
    )
    return set(filed if len(filed) > len(plain) else plain)


@cache
def _articles() -> tuple[str, ...]:
    """Articles that a title is not sorted by."""
    return tuple(f"{fold(word)} " for word in words("filing_articles"))


@cache
def _particles() -> tuple[str, ...]:
    """What begins a family name that some sort by it and others do not; an article belongs to its name."""
    begins = {*words("particles"), *words("list_particles")} - {*words("articles")}
    return tuple(sorted(f"{fold(word)} " for word in begins))


def _shortened(text: str) -> str:
    plain = " ".join(text.replace("*", "").split()).strip('«»“”" ,.')
    return plain if len(plain) <= 60 else plain[:59].rstrip() + "…"


def _key(entry: Entry, articles: bool = False) -> str:
    """What an entry is sorted by: its first author's family name, or its title without article and quotation marks."""
    reference = entry.references[0]
    if reference.authors:
        return fold(reference.authors[0].family)
    title = fold(ASIDE.sub(" ", reference.title or ""))
    for article in () if articles else _articles():
        title = title.removeprefix(article)
    return title
