"""A word or a sign of the other language in notes and entries.

Mostly a translator overlooked it, or a reference manager was set to the other language: "Retrieved from" in a French
bibliography, "7 March" in a French note, "n.d." for "s.d.", "« »" in English prose, a French space before a semicolon in an
English note. Titles are not looked at: they stay as they are. Where a note gives another title than the entry does, that
entry's language is the document's. One finding for each kind of slip and language.

Wrong: "Doe, J. (2019, 7 March)" in a French bibliography. Right: "Doe, J. (2019, 7 mars)".

To mend it, translate the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from citecheck.checks import NEEDS_SOURCE
from citecheck.languages import Language, all_languages, language
from citecheck.model.citations import Citations, Status
from citecheck.model.document import Entry, Note
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.reference import Reference
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

BRACKET = re.compile(r"\((?:[^()]{0,30}[,\s])?(?:1[5-9]|20)\d\d[a-z]?(?:[,\s][^()]{0,30})?\)")
QUOTED = re.compile(
    r"“[^“”]{0,400}”|«[^«»]{0,400}»|\"[^\"]{0,400}\"|\*[^*]{0,400}\*|_[^_]{0,400}_|<[^<>]{0,600}>|https?://\S{1,600}"
)
DAY = re.compile(r"(?<!\d)\d{1,2}(?:er|st|nd|rd|th|\.)?[\s\u00a0]{1,2}\Z")
DAY_OR_YEAR = re.compile(r"\.?[\s\u00a0]{1,2}(?:\d{1,2},?[\s\u00a0]{1,2})?(?:1[5-9]|20)\d\d(?!\d)")
SPACED = re.compile(r"(?<=[^\s;])[ \u00a0\u202f](?=;[ \n])")
TITLED = 4
"""Words of a title from which its language shows."""

RULE = Rule(
    code="STY006",
    name="language-slip",
    severity=Severity.WARNING,
    messages={
        "month": {
            "en": Wording("“{text}” is a month in another language.", "Write it in the language of the text."),
            "fr": Wording("« {text} » est un mois dans une autre langue.", "L'écrire dans la langue du texte."),
        },
        "accessed": {
            "en": Wording("“{text}” is in another language.", "Write it in the language of the text."),
            "fr": Wording("« {text} » est dans une autre langue.", "L'écrire dans la langue du texte."),
        },
        "undated": {
            "en": Wording("“{text}” means “no date” in another language.", "Write “{better}”."),
            "fr": Wording("« {text} » veut dire « sans date » dans une autre langue.", "Écrire « {better} »."),
        },
        "quotes": {
            "en": Wording("“{text}” has the quotation marks of another language.", "Write “…”."),
            "fr": Wording("« {text} » a les guillemets d'une autre langue.", "Écrire « … »."),
        },
        "spaced": {
            "en": Wording("A space stands before this semicolon, as in another language.", "Take the space away."),
            "fr": Wording("Une espace précède ce point-virgule, comme dans une autre langue.", "Supprimer l'espace."),
        },
        "title": {
            "en": Wording("“{text}” is a title in another language than its entry's.", "Cite the title of the entry."),
            "fr": Wording(
                "« {text} » est un titre dans une autre langue que celle de l'entrée.", "Citer le titre de l'entrée."
            ),
        },
    },
)

EXAMPLES = (
    Example(
        "Le port a doublé.<sup>1</sup>\n\n<sup>1</sup> Morvan, J. (2019, 7 March). Sardines. Brest : Quai.\n",
        ("March",),
        lang="fr",
    ),
    Example(
        "Le port a doublé (Morvan, 2019).\n\n## Bibliographie\n\nMorvan, J. (2019, 7 mars). March of the boats. Retrieved from https://quai.example/a\n",
        ("Retrieved from",),
        lang="fr",
    ),
    Example(
        "The port has doubled (Morvan, 2019).\n\n## References\n\nMorvan, J. (2019, March 7). Le 7 mars. Retrieved from https://quai.example/a\n"
    ),
)

Slip = tuple[str, Place]


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """The slips of each kind: in the dates and the words of citations and entries, and the signs of the text."""
    own = language(x.lang)
    if x.document.sparse:
        # Notes and entries are judged all the same; quotations in running prose cannot be.
        yield RULE.abstains(x.lang, NEEDS_SOURCE)
    slips = sorted(_slips(x, own), key=lambda slip: slip[0])
    for kind, group in groupby(slips, key=lambda slip: slip[0]):
        found = sorted(group, key=lambda slip: slip[1].span.start)
        (_, first), *rest = found
        yield RULE.finding(
            first,
            kind,
            subject=f"{kind}: {first.span.text.casefold()}",
            related=[place for _, place in rest],
            confidence=Confidence.LIKELY,
            text=first.span.text,
            better=own.no_date[0],
        )


def _slips(x: Citations, own: Language) -> Iterator[Slip]:
    for other in all_languages():
        if other is own:
            continue
        months = _pattern(word for word in other.months if word not in own.months and len(word) > 2)
        accessed = _pattern(word for word in other.accessed if word not in own.accessed)
        undated = [word for word in other.no_date if word not in own.no_date and "." in word]
        quotes = [mark for pair in other.quotes for mark in pair if not any(mark in one for one in own.quotes)]
        units: list[Note | Entry] = [*x.document.notes, *x.document.entries]
        for one in units:
            place = Place.of(one, x.lang)
            for kind, span in _in_unit(one, months, accessed, foreign=_speaks(one.body.text, other, own)):
                yield kind, place.within(span)
        for cited in x.resolved:
            year = cited.citation.year_span
            if year is not None and year.text.casefold() in undated:
                yield "undated", Place.of(cited, x.lang, year)
            title = cited.citation.title
            if cited.status is Status.RETITLED and title is not None and _speaks(title, other, own):
                yield "title", Place.of(cited, x.lang)
        for entry in x.document.entries:
            for match in re.finditer(r"\(([^()\d]{3,14})\)", entry.body.text[:200]):
                if match[1].casefold() in undated:
                    yield "undated", Place.of(entry, x.lang, entry.body.part(*match.span(1)))
        if quotes:
            yield from (("quotes", place) for place in _quoted(x, quotes[0]))
        if own.quotes[0][0] != "«" and other.quotes[0][0] == "«":
            # English sets no space there; French does, and converters lose it, so that its lack is no slip.
            yield from (("spaced", place) for place in _spaced(x))


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    chosen = sorted({re.escape(word) for word in words}, key=len, reverse=True)
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(chosen)})(?!\w)") if chosen else None


def _in_unit(
    one: Note | Entry, months: re.Pattern[str] | None, accessed: re.Pattern[str] | None, *, foreign: bool
) -> Iterator[tuple[str, Span]]:
    """Months in the bracket of a date or next to a day or a year, titles apart, and words of consultation right before an
    address or a date. What is ``foreign`` as a whole, such as the name of a law, has its own months."""
    body, text = one.body, one.body.text
    if months is not None:
        brackets = [found.span() for found in BRACKET.finditer(text)]
        said = [found.span() for found in QUOTED.finditer(text)]
        titles = [reference.title_span for reference in _references(one) if reference.title_span is not None]
        said += [(title.start - body.start, title.end - body.start) for title in titles]
        for match in months.finditer(text):
            at = match.start()
            dated = (
                DAY.search(text[max(0, at - 8) : at]) is not None or DAY_OR_YEAR.match(text, match.end()) is not None
            )
            # A short month may be a name or a word, unless a day or a year stands beside it.
            bracketed = len(match[0]) > 3 and any(start <= at < end for start, end in brackets)
            if bracketed or (dated and not foreign and not any(start <= at < end for start, end in said)):
                yield "month", body.part(*match.span())
    if accessed is not None:
        for match in accessed.finditer(text):
            if re.match(
                r"[\s:,]{0,3}(?:\w+[\s:,]{1,3}){0,5}(?:<|\[|https?:|www\.|\d)", text[match.end() : match.end() + 60]
            ):
                yield "accessed", body.part(*match.span())


def _references(one: Note | Entry) -> list[Reference]:
    if isinstance(one, Entry):
        return list(one.references)
    return [citation.reference for citation in one.citations if citation.reference is not None]


def _quoted(x: Citations, mark: str) -> Iterator[Place]:
    """The quotations of the running text that open with a mark of the other language."""
    for paragraph in x.document.paragraphs:
        for piece in paragraph.pieces:
            for match in re.finditer(rf"{re.escape(mark)}[^«»]{{1,120}}»|{re.escape(mark)}", piece.text):
                yield Place(piece.part(*match.span()), x.lang)


def _spaced(x: Citations) -> Iterator[Place]:
    for note in x.document.notes:
        if note.citations:
            for match in SPACED.finditer(note.body.text):
                yield Place.of(note, x.lang, note.body.part(match.start(), match.end() + 1))


def _speaks(title: str, other: Language, own: Language) -> bool:
    """Whether a title is in the other language, by its small words."""
    words = re.findall(r"[^\W\d_]+", title.casefold())
    if len(words) < TITLED:
        return False
    hits = [sum(word in lang.stop_words for word in words) for lang in (other, own)]
    return hits[0] > hits[1]
