"""A word or a sign of the other language in notes and entries.

Mostly a translator overlooked it, or a reference manager was set to the other language: "Retrieved from" in a French
bibliography, "7 March" in a French note, "n.d." for "s.d.", "« »" in English prose, a French space before a semicolon in an
English note. Titles are not looked at: they stay as they are. Where a note gives another title than the entry does, that
entry's language is the document's. One finding for each kind of slip and language.

Two versions side by side show more: a name that one of them spells as the other does, against its own habit; a title of
which one half is translated and the other is not; and the translated name of a newspaper or journal, by which no reader finds
it.

Wrong: "Doe, J. (2019, 7 March)" in a French bibliography. Right: "Doe, J. (2019, 7 mars)".

To mend it, translate the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from citecheck.checks import NEEDS_SOURCE
from citecheck.checks.spans import Spans
from citecheck.checks.style.twin_spelling import Spelling, spellings
from citecheck.checks.style.twin_title import Translated, translated
from citecheck.checks.style.vocabulary import Vocabulary
from citecheck.languages import Language, all_languages, language
from citecheck.model.citations import Citations, Status
from citecheck.model.document import Entry, Note
from citecheck.model.evidence import Evidence
from citecheck.model.finding import Abstention, Confidence, Edit, Finding, Fix, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

BRACKET = re.compile(r"\((?:[^()]{0,30}[,\s])?(?:1[5-9]|20)\d\d[a-z]?(?:[,\s][^()]{0,30})?\)")
QUOTED = re.compile(
    r"“[^“”]{0,400}”|«[^«»]{0,400}»|\"[^\"]{0,400}\"|\*[^*]{0,400}\*|_[^_]{0,400}_|<[^<>]{0,600}>|https?://\S{1,600}"
)
DAY = re.compile(r"(?<!\d)\d{1,2}(?:er|st|nd|rd|th|\.)?[\s\u00a0]{1,2}\Z")
DAY_OR_YEAR = re.compile(r"\.?[\s\u00a0]{1,2}(?:\d{1,2},?[\s\u00a0]{1,2})?(?:1[5-9]|20)\d\d(?!\d)")
SPACED = re.compile(r"(?<=[^\s;])[ \u00a0\u202f](?=;[ \n])")
CODE = re.compile(r"(`{1,3})[^`]{1,2000}\1")
ADDRESSED = re.compile(r"[\s:,]{0,3}(?:\w+[\s:,]{1,3}){0,5}(?:<|\[|https?:|www\.|\d)")
ADDRESS = re.compile(r"(?<!\w)([^\W\d_]{1,20})[\s:]{1,3}(?=[<\[]{0,2}(?:https?:|www\.))")
NAME_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-zà-öø-ÿ](?:[\w’'.&-]*[\w’'&-])?[ \u00a0]\Z")
"""A capital, and no stop, before a capital: both belong to a proper name."""
TITLED = 4
"""Words of a title from which its language shows."""
LONGEST = 70
"""Letters of a title that a message shows."""
_UNQUOTED = str.maketrans("", "", '«»“”„"')

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
            "en": Wording("“{text}” has the quotation marks of another language.", "Write {better}."),
            "fr": Wording("« {text} » a les guillemets d'une autre langue.", "Écrire {better}."),
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
        "spelling": {
            "en": Wording(
                "“{text}” is spelt as in the other version; this one has “{better}” {count} times.", "Write “{better}”."
            ),
            "fr": Wording(
                "« {text} » est écrit comme dans l'autre version ; celle-ci a « {better} » {count} fois.",
                "Écrire « {better} ».",
            ),
        },
        "half": {
            "en": Wording(
                "Half of the title “{text}” is translated; the other version has “{better}”.",
                "Give the original title, or translate all of it.",
            ),
            "fr": Wording(
                "Le titre « {text} » n'est traduit qu'à moitié ; l'autre version donne « {better} ».",
                "Donner le titre original, ou le traduire en entier.",
            ),
        },
        "publication": {
            "en": Wording(
                "“{text}” is “{better}” in the other version and in the address.", "Leave the name as it is."
            ),
            "fr": Wording(
                "« {text} » est « {better} » dans l'autre version et dans l'adresse.", "Laisser le nom tel quel."
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
    Example(
        "Il y en a.[^1]\n\n[^1]: Elms Link : https://elms.example/a ; Rives From : https://rives.example/b\n", lang="fr"
    ),
)

ABBREVIATED = 4
"""Letters of the longest abbreviation of a month."""

Slip = tuple[str, Place]


def check(x: Evidence) -> Iterator[Finding | Abstention]:
    """The slips of each version by itself, then those that two versions show."""
    for version in x.versions:
        if version.document.sparse:
            # Notes and entries are judged all the same; quotations in running prose cannot be.
            yield RULE.abstains(version.lang, NEEDS_SOURCE)
        yield from _alone(version)
    for alignment in x.alignments:
        if not alignment.unrelated:
            left, right = Vocabulary(alignment.left), Vocabulary(alignment.right)
            if not alignment.left.document.sparse and not alignment.right.document.sparse:
                yield from _spelt(spellings(left, right))
            yield from _translated(translated(left, right))


def _alone(x: Citations) -> Iterator[Finding]:
    own = language(x.lang)
    ranks = {id(source): rank for rank, source in enumerate(x.document.sources)}
    slips = sorted(_slips(x, own), key=lambda slip: slip[0])
    for kind, group in groupby(slips, key=lambda slip: slip[0]):
        places = {slip[1].span: slip[1] for slip in group}.values()
        found = sorted(places, key=lambda place: (ranks.get(id(place.span.source), 0), place.span.start))
        first = found[0]
        yield RULE.finding(
            found,
            kind,
            subject=f"{kind}: {first.span.text.casefold()}",
            confidence=Confidence.LIKELY,
            fix=_fix(kind, found, own),
            # The message has marks of its own around it. Where they are what is wrong, they stay.
            text=first.span.text.translate(_UNQUOTED) if kind == "title" else first.span.text,
            better=_quoting(own) if kind == "quotes" else own.no_date[0],
        )


def _quoting(own: Language) -> str:
    """How the language quotes."""
    opening, closing = own.quotes[0]
    space = "\u00a0" if opening == "«" else ""
    return f"{opening}{space}…{space}{closing}"


def _fix(kind: str, found: Sequence[Place], own: Language) -> Fix | None:
    if kind == "undated":
        return Fix(tuple(Edit(place.span, own.no_date[0]) for place in found))
    if kind == "spaced":
        return Fix(tuple(Edit(place.span, ";") for place in found))
    return None


def _spelt(found: Iterable[Spelling]) -> Iterator[Finding]:
    """One finding for each word and version."""
    for group in gathered(((one.place.lang, one.own.casefold()), one) for one in found).values():
        first = group[0]
        yield RULE.finding(
            [one.place for one in group],
            "spelling",
            subject=f"spelling: {first.place.span.text.casefold()}",
            severity=Severity.INFO,
            confidence=Confidence.LIKELY,
            fix=Fix(tuple(Edit(one.place.span, one.own) for one in group), safe=False),
            text=first.place.span.text,
            better=first.own,
            count=first.count,
        )


def _translated(found: Iterable[Translated]) -> Iterator[Finding]:
    for one in found:
        name = one.message == "publication"
        yield RULE.finding(
            one.place,
            one.message,
            subject=f"{one.message}: {' '.join(one.place.span.text.casefold().split())}",
            severity=Severity.INFO,
            counterparts=[one.twin],
            confidence=Confidence.LIKELY,
            fix=Fix((Edit(one.place.span, one.better),), safe=False) if name else None,
            text=_shown(one.place.span.text),
            better=_shown(one.better),
        )


def _shown(title: str) -> str:
    """As much of a title as tells which one is meant."""
    text = " ".join(title.split()).strip("«»“”„‘’\"'*_ ")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _slips(x: Citations, own: Language) -> Iterator[Slip]:
    for other in all_languages():
        if other is own:
            continue
        yield from _worded(x, other, own)
        yield from _undated(x, other, own)
        for cited in x.resolved:
            if cited.status is Status.RETITLED and _speaks(cited.citation.title or "", other, own):
                yield "title", Place.of(cited, x.lang)
        opening, closing = other.quotes[0]
        if not any(opening in pair for pair in own.quotes):
            yield from (("quotes", place) for place in _quoted(x, opening, closing, other, own))
        if own.quotes[0][0] != "«" and opening == "«":
            # English sets no space there; French does, and converters lose it, so that its lack is no slip.
            yield from (("spaced", place) for place in _spaced(x))


def _worded(x: Citations, other: Language, own: Language) -> Iterator[Slip]:
    """Months and words of consultation of the other language, in notes and entries."""
    named = [word for word in other.months if word not in own.months and len(word) > 2]
    months = _pattern(named)
    phrases = [word for word in other.accessed if word not in own.accessed]
    accessed = _pattern(phrases)
    told = [phrase.casefold() for phrase in phrases]
    units: list[Note | Entry] = [*x.document.notes, *x.document.printed_entries]
    for one in units:
        place, text = Place.of(one, x.lang), one.body.text.casefold()
        # Looking for all phrases at every place costs more than asking whether there is one.
        asked = accessed if any(phrase in text for phrase in told) else _pattern(())
        if any(month in text for month in named):
            yield from (("month", place.within(span)) for span in _months(one, months, other, own))
        yield from (("accessed", place.within(span)) for span in _consulted(one, asked, other, own))


def _undated(x: Citations, other: Language, own: Language) -> Iterator[Slip]:
    """What says in the other language that a source has no date."""
    undated = [word for word in other.no_date if word not in own.no_date and "." in word]
    for cited in x.resolved:
        year = cited.citation.year_span
        if year is not None and year.text.casefold() in undated:
            yield "undated", Place.of(cited, x.lang, year)
    for entry in x.document.printed_entries:
        for match in re.finditer(r"\(([^()\d]{3,14})\)", entry.body.text[:200]):
            if match[1].casefold() in undated:
                yield "undated", Place.of(entry, x.lang, entry.body.part(*match.span(1)))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """What finds any of some words; of none, nothing."""
    chosen = sorted({re.escape(word) for word in words}, key=len, reverse=True)
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(chosen)})(?!\w)" if chosen else r"(?!)")


def _months(one: Note | Entry, months: re.Pattern[str], other: Language, own: Language) -> Iterator[Span]:
    """Months in the bracket of a date or next to a day or a year, titles apart. What is in the ``other`` language as a whole,
    such as the name of a law, has its own months; so has a note without a word of the text's ``own``, which may be Latin."""
    body, text = one.body, one.body.text
    found = list(months.finditer(text))
    if not found:
        return
    foreign = _speaks(text, other, own)
    wordy = any(word in own.stop_words for word in re.findall(r"[^\W\d_]+", text.casefold()))
    brackets = Spans(_all(BRACKET, body))
    said = Spans([*_all(QUOTED, body), *_titles(one)])
    for match in found:
        at = match.start()
        first = body.part(at, at + 1)
        dated = DAY.search(text[max(0, at - 8) : at]) is not None or DAY_OR_YEAR.match(text, match.end()) is not None
        # A short month may be a name or a word, unless a day or a year stands beside it.
        if not wordy and len(match[0]) <= ABBREVIATED and match[0].islower():
            # The abbreviations of Latin are those of half of Europe.
            continue
        bracketed = len(match[0]) > 3 and brackets.touch(first)
        if bracketed or (dated and not foreign and not said.touch(first)):
            yield body.part(*match.span())


def _all(pattern: re.Pattern[str], span: Span) -> Iterator[Span]:
    """All that a pattern finds in a span."""
    return (span.part(*match.span()) for match in pattern.finditer(span.text))


def _consulted(one: Note | Entry, accessed: re.Pattern[str], other: Language, own: Language) -> Iterator[Span]:
    """Words of consultation right before an address or a date, and a small word of the other language at an address."""
    body, text = one.body, one.body.text
    found = list(_all(accessed, body))
    said = Spans(_all(QUOTED, body) if found else ())
    behind = ((span, text[span.end - body.start : span.end - body.start + 60]) for span in found)
    words = [
        span
        for span, after in behind
        if ADDRESSED.match(after) and not said.touch(span.part(0, 1)) and not _ends_name(body, span)
    ]
    yield from words
    if "http" not in text and "www." not in text:
        return
    small = other.function_words - own.function_words - own.stop_words
    titles = _titles(one)
    for match in ADDRESS.finditer(text):
        span = body.part(*match.span(1))
        told = bool(words) and span.start < words[-1].end
        named = _ends_name(body, span)
        if match[1].casefold() in small and not (told or named or any(title.touches(span) for title in titles)):
            yield span


def _ends_name(body: Span, word: Span) -> bool:
    """Whether a word ends a proper name: it has a capital, and so has the word before it."""
    at = word.start - body.start
    return word.text[:1].isupper() and NAME_BEFORE.search(body.text[max(0, at - 40) : at]) is not None


def _titles(one: Note | Entry) -> list[Span]:
    """Where a note or an entry gives the titles of its sources."""
    cited = [citation.reference for citation in one.citations] if isinstance(one, Note) else one.references
    return [reference.title_span for reference in cited if reference is not None and reference.title_span is not None]


def _quoted(x: Citations, opening: str, closing: str, other: Language, own: Language) -> Iterator[Place]:
    """The quotations of the running text in the other language's marks, unless their words are of that language too."""
    one, two = re.escape(opening), re.escape(closing)
    pattern = re.compile(rf"{one}[^{one}{two}]{{1,120}}{two}|{one}")
    for piece in (piece for paragraph in x.document.paragraphs for piece in paragraph.pieces):
        found = list(_all(pattern, piece)) if opening in piece.text and not _speaks(piece.text, other, own) else []
        code = Spans(_all(CODE, piece) if found else ())
        for span in found:
            words = re.findall(r"[^\W\d_]+", span.text.casefold())
            hits = [sum(word in lang.stop_words for word in words) for lang in (other, own)]
            if hits[0] <= hits[1] and not code.touch(span.part(0, 1)):
                yield Place(span, x.lang)


def _spaced(x: Citations) -> Iterator[Place]:
    for note in x.document.notes:
        if note.citations:
            for match in SPACED.finditer(note.body.text):
                yield Place.of(note, x.lang, note.body.part(match.start(), match.end() + 1))


def _speaks(title: str, other: Language, own: Language) -> bool:
    """Whether a title is in the other language, by its small words. The names of months are no evidence ("may")."""
    words = [word for word in re.findall(r"[^\W\d_]+", title.casefold()) if word not in other.months]
    if len(words) < TITLED:
        return False
    hits = [sum(word in lang.stop_words for word in words) for lang in (other, own)]
    return hits[0] > hits[1]
