"""Two sources in one entry.

The second source cannot be found in the alphabet, has no number of its own, and every entry behind it may be numbered
otherwise than in the other language. Mostly a line break was lost.

Wrong: "23. Doe, J. (2019). One. https://…; Roe, R. (2020). Two. https://…". Right: two entries.

To mend it, make an entry of each, and renumber.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from citecheck.checks.citing.naming import QUOTED
from citecheck.checks.citing.packed import packed_entries
from citecheck.checks.subjects import cited_key, entry_key
from citecheck.likeness.called import source_name
from citecheck.model.citations import Citations, Resolved, Status
from citecheck.model.document import Entry
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.reference import Citation, CitationKind
from citecheck.model.rule import Example, Rule, Trust, Wording
from citecheck.model.source import Span

YEAR = re.compile(r"(?<!\d)1\d{3}|20\d\d")
WORD = re.compile(r"\w+")
ADDRESS = re.compile(r"https?://|www\.|\bdoi\b", re.IGNORECASE)
TITLE_WORD = re.compile(r"[^\W\d_]{2,}")
FEWEST_WORDS = 2
MIDDLE = 20
"""Characters at the start of an entry that are its own author and date."""

RULE = Rule(
    code="CIT012",
    name="glued-entries",
    severity=Severity.WARNING,
    in_pdf=Trust.NONE,
    messages={
        "glued": {
            "en": Wording("A second source begins inside this entry: “{source}”.", "Give it an entry of its own."),
            "fr": Wording(
                "Une seconde source commence dans cette entrée : « {source} ».", "Lui donner sa propre entrée."
            ),
        },
    },
    explains=("CIT001", "CIT002", "CIT004", "CIT005", "CIT010", "NUM009", "BIL002", "BIL004"),
)

EXAMPLES = (
    Example(
        "## References\n\n1. Doe, J. (2019). One good title. Press. Roe, R. (2020). Two other things. Press.\n2. Zoe, Z. (2021). Three.\n",
        ("Roe, R. (2020). Two other things. Press.",),
    ),
    Example(
        "## References\n\n1. Doe, J. (2019). One title. In R. Roe (Ed.), *A book of 2018* (p. 3-9). Press.\n2. Zoe, Z. (2021). Three.\n"
    ),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Every source of an entry behind its first, and what a citation looks for in vain that stands inside an entry."""
    if not x.document.entries:
        yield RULE.abstains(x.lang, "no-bibliography")
    inside, packed = _cited_inside(x), packed_entries(x.document)
    for entry in x.document.entries:
        if entry.entry_id in packed:
            continue
        cited = inside.get(entry.entry_id, [])
        spans = [reference.span for reference in entry.references[1:]] or [span for _, span in cited[:1]]
        keys = [cited_key(x.lang, one) for one, _ in cited]
        for span in spans:
            text = " ".join(span.text.split())
            yield RULE.finding(
                Place.of(entry, x.lang, span),
                "glued",
                subject=text[:160],
                about=[entry_key(x.lang, entry), *keys],
                confidence=Confidence.CERTAIN if len(entry.references) > 1 else Confidence.LIKELY,
                source=text[:60] + ("…" if len(text) > 60 else ""),
            )


def _cited_inside(x: Citations) -> dict[str, list[tuple[Resolved, Span]]]:
    """Citations without a source whose author and year stand in the middle of an entry, by entry."""
    lost = gathered((source_name(one), one) for one in _lost(x))
    by_word = _by_word(x.document.entries) if lost else {}
    return gathered(
        (found[0].entry_id, (one, found[1]))
        for one, *_ in lost.values()
        if (found := _holder(one.citation, by_word, x.document.entries)) is not None
    )


def _lost(x: Citations) -> list[Resolved]:
    """The citations of an author and a year that no entry has."""
    short = [one for one in x.resolved if one.citation.kind is CitationKind.SHORT]
    dated = [one for one in short if one.citation.authors and one.citation.year]
    return [one for status in (Status.MISSING, Status.YEAR) for one in dated if one.status is status]


def _holder(
    citation: Citation, by_word: Mapping[str, Sequence[Entry]], entries: Sequence[Entry]
) -> tuple[Entry, Span] | None:
    """The entry in the middle of which the author and the year of a citation stand, and all from there on."""
    family, date = citation.authors[0].family, citation.year or ""
    words = WORD.findall(family.casefold())
    candidates = by_word.get(words[0], ()) if words else entries
    if not candidates:
        return None
    year = re.escape(date) if date != "n.d." else r"[ns]\.\s?d\."
    pattern = re.compile(
        rf"(?<![\w-]){re.escape(family)}(?![\w-])[^;]{{0,90}}?(?<!\d){year}{re.escape(citation.suffix)}(?![\w/])",
        re.IGNORECASE,
    )
    for entry in candidates:
        match = pattern.search(entry.body.text, MIDDLE)
        if match is not None and _is_source(entry.body.text, match, family):
            return entry, entry.body.part(match.start(), len(entry.body.text.rstrip()))
    return None


def _is_source(text: str, match: re.Match[str], family: str) -> bool:
    """Whether a name and a year in the middle of an entry begin another source: no author of the entry before its own date, no
    place before its press (``Oslo: Press, 2019``), no part of a title, and with words of a title between or behind them."""
    if YEAR.search(text[: match.start()]) is None and text[: match.start()].rstrip()[-1:] not in (".", ">", ")"):
        return False
    if re.match(r"\s?[:/]", text[match.start() + len(family) :]) or text[: match.start()].rstrip()[-1:] in (":", "/"):
        return False
    if any(quoted.start() < match.start() < quoted.end() for quoted in QUOTED.finditer(text)):
        return False
    title = text[match.start() + len(family) : match.end()] + " " + ADDRESS.split(text[match.end() :])[0]
    return len(TITLE_WORD.findall(title)) >= FEWEST_WORDS


def _by_word(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The entries by the words that they have."""
    return gathered((word, entry) for entry in entries for word in set(WORD.findall(entry.body.text.casefold())))
