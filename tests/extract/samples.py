"""Documents for tests: generated ones, a small one made by hand, and a form in which two of them can be compared."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields, replace

from citecheck.model.bounds import Day, Ordinal
from citecheck.model.document import (
    Amount,
    BlockKind,
    Bracket,
    Conversion,
    Date,
    Document,
    Entry,
    Figure,
    Heading,
    Marker,
    Missing,
    Name,
    Note,
    NoteForm,
    Paragraph,
    Rate,
    Unreadable,
    Url,
)
from citecheck.model.reference import CSL_TYPES, Citation, CitationKind, Locator, Person, Reference
from citecheck.model.source import Source, Span
from citecheck.wire import kept_fields

TEXT = """# La Russie et l'IA

La Chine a investi €141,5 milliards (US\\$ 150 milliards) en 2019, soit 12 % de<sup>1</sup>, d'après Čapek (Doe, 2020).
Le rapport 😀 continue sur une
deuxième ligne.<sup>2</sup>

<sup>1</sup> Doe, 2020, p. 4-6 ; l'adresse : <https://example.org/a_b>.
<sup>2</sup> Voir « Un titre », 2021,
p. 3.

## Bibliographie

18. Doe, J. (2020, 7 mars). *Un titre*. Paris : Éditeur. Consulté sur : <https://example.org/x?a=1&b=%20>.
19. Ministère de la Défense (n.d.). Rapport. Müller, A. & Løvås, B. (2021a). *Autre titre*. Revue, 164(5-6), 26-34.
"""


def sample() -> Document:
    """One document by hand, with everything that a document may hold."""
    source = Source("rapport/fr.md", TEXT, "ab" * 32)
    doe = Person("Doe", "J.")

    def at(text: str, after: str = "") -> Span:
        start = TEXT.index(text, TEXT.index(after) if after else 0)
        return Span(source, start, start + len(text))

    def amount(text: str, value: str, currency: str, written: str) -> Amount:
        return Amount(at(text), Decimal(value), currency, Decimal("1E+8"), written, "milliards", paragraph=0)

    converted = amount("€141,5 milliards", "141.5E+9", "EUR", "141,5")
    original = amount("US\\$ 150 milliards", "150E+9", "USD", "150")
    first = at("Doe, 2020, p. 4-6")
    note = Note(
        at("<sup>1</sup> Doe, 2020, p. 4-6 ; l'adresse : <https://example.org/a_b>."),
        at("<sup>1</sup>", "<sup>1</sup> Doe"),
        at("Doe, 2020, p. 4-6 ; l'adresse : <https://example.org/a_b>."),
        NoteForm.SUPERSCRIPT,
        "1",
        "1",
        "1",
        1,
        (
            Citation(
                first,
                CitationKind.SHORT,
                (Person("Doe"),),
                first.part(0, 3),
                year="2020",
                year_span=first.part(5, 9),
                locator=Locator(first.part(11, 17), "4-6", "p.", ((4, 6),)),
            ),
        ),
    )
    second = at("<sup>2</sup> Voir « Un titre », 2021,\np. 3.")
    entry = at(
        "18. Doe, J. (2020, 7 mars). *Un titre*. Paris : Éditeur. Consulté sur : <https://example.org/x?a=1&b=%20>."
    )
    glued = at(TEXT[TEXT.index("19. ") :].rstrip())
    body = glued.part(4, len(glued.text))
    return Document(
        lang="fr",
        sources=(source,),
        headings=(
            Heading(at("# La Russie et l'IA"), 1, None, at("La Russie et l'IA"), 1),
            Heading(at("## Bibliographie"), 2, None, at("Bibliographie"), 2),
        ),
        paragraphs=(
            Paragraph(
                (
                    at(TEXT[TEXT.index("La Chine") : TEXT.index("\nLe rapport")]),
                    at("Le rapport 😀 continue sur une\ndeuxième ligne."),
                ),
                1,
                0,
                BlockKind.PROSE,
            ),
        ),
        markers=(
            Marker(
                at("<sup>1</sup>"),
                NoteForm.SUPERSCRIPT,
                "1",
                "1",
                "1",
                1,
                0,
                80,
                "plus",
                ",",
                BlockKind.PROSE,
                glued=True,
            ),
            Marker(at("<sup>2</sup>"), NoteForm.SUPERSCRIPT, "2", "2", "2", 1, 0, 120, ".", "", BlockKind.PROSE),
        ),
        notes=(
            note,
            Note(second, second.part(0, 12), second.part(13, len(second.text)), NoteForm.SUPERSCRIPT, "2", "2", "2", 1),
        ),
        entries=(
            Entry(
                entry,
                entry.part(4, len(entry.text)),
                "18",
                "18",
                2,
                (
                    Reference(
                        entry.part(4, len(entry.text)),
                        (doe,),
                        "Doe, J.",
                        "2020",
                        date="2020-03-07",
                        title="Un titre",
                        title_span=at("Un titre", "*Un titre*"),
                        publisher="Éditeur",
                        place="Paris",
                        url="https://example.org/x?a=1&b=%20",
                        type="book",
                    ),
                ),
            ),
            Entry(
                glued,
                body,
                "19",
                "19",
                2,
                (
                    Reference(
                        body.part(0, 40),
                        (Person("Ministère de la Défense", corporate=True),),
                        "Ministère de la Défense",
                        "n.d.",
                        title="Rapport",
                        type="report",
                        author_span=body.part(0, 23),
                    ),
                    Reference(
                        body.part(41, len(body.text)),
                        (Person("Müller", "A."), Person("Løvås", "B.")),
                        "Müller, A. & Løvås, B.",
                        "2021",
                        "a",
                        "2021",
                        title="Autre titre",
                        container="Revue",
                        volume="164",
                        issue="5-6",
                        pages="26-34",
                        type="article-journal",
                    ),
                ),
                further_reading=True,
            ),
        ),
        brackets=(
            Bracket(
                at("(Doe, 2020)"),
                0,
                (Citation(at("Doe, 2020", "(Doe"), CitationKind.SHORT, (Person("Doe"),), year="2020", weak=True),),
            ),
        ),
        names=(Name(at("Chine"), 0), Name(at("Čapek"), 0)),
        urls=(Url(at("https://example.org/a_b"), "https://example.org/a_b", "l'adresse"),),
        amounts=(converted, original),
        conversions=(Conversion(at("€141,5 milliards (US\\$ 150 milliards)"), converted, original, "1"),),
        rates=(Rate(at("12 %"), None, "USD", Decimal("1.0600"), whole_text=True),),
        figures=(Figure(at("12 %"), Decimal(12), "%", 0),),
        dates=(Date(at("2019"), "2019"),),
        unreadable=(Unreadable(at("p. 3."), "it could not be read"),),
        missing=(Missing("figures"),),
        bibliography_heading=at("## Bibliographie"),
    )


def other_language(document: Document) -> Document:
    """The same document as a version of its own, in the same file: languages may share one."""
    return Document(**{one.name: getattr(document, one.name) for one in fields(document)} | {"lang": "en"})


def normal(value: Any) -> Any:
    """A value with every span as path, position and text; those of paragraphs and unreadable passages without text."""
    match value:
        case Span():
            start, end = (value.line, value.column), (value.end_line, value.end_column)
            return (value.source.path, value.source.sha256, start, end, value.text)
        case Source():
            return (value.path, value.sha256, value.encoding)
        case Paragraph():
            return (tuple(normal(piece)[:4] for piece in value.pieces), value.section, value.index, value.kind)
        case Unreadable():
            return (normal(value.span)[:4], value.reason)
        case tuple():
            return tuple(normal(one) for one in value)
        case Decimal():
            return str(value)
        case Struct():
            return (type(value).__name__, *(normal(getattr(value, one.name)) for one in kept_fields(type(value))))
    return value


# --- generated documents --------------------------------------------------------------------------------------------

LETTERS = st.text(st.sampled_from('aZé ž\n\n\t.,("\\<>&1234–\u00a0\u2028😀'), max_size=120)
WORDS = st.text(st.sampled_from("abÉœ -'\"\n:@7"), max_size=8)


@st.composite
def generated(draw: st.DrawFn) -> tuple[Document, ...]:
    """Documents in one or two languages and files, with random items of every kind."""
    sources = tuple(
        Source(f"{index}.md", draw(LETTERS), "00" * index, draw(st.sampled_from(("utf-8", "cp1252"))))
        for index in range(2)
    )
    chosen = [draw(st.sampled_from((sources, sources[:1], sources[1:]))) for _ in range(draw(st.integers(1, 2)))]
    return tuple(draw(_document(lang, files)) for lang, files in zip(("fr", "en"), chosen, strict=False))


@st.composite
def _document(draw: st.DrawFn, lang: str, sources: tuple[Source, ...]) -> Document:
    found: dict[str, Any] = {}
    for name, hint in get_type_hints(Document).items():
        if name in ("lang", "sources"):
            continue
        source = draw(st.sampled_from(sources))
        if name == "bibliography_heading":
            found[name] = draw(st.none() | _span(source, 0, len(source.text), sources))
        else:
            kind = get_args(hint)[0]
            items = [draw(_item(kind, source, sources)) for _ in range(draw(st.integers(0, 2)))]
            found[name] = tuple(replace(one, index=at) if kind is Paragraph else one for at, one in enumerate(items))
    return Document(lang, sources, **found)


@st.composite
def _item(draw: st.DrawFn, kind: type[Any], source: Source, sources: tuple[Source, ...]) -> Any:
    if kind is Paragraph:
        pieces = tuple(draw(_span(source, 0, len(source.text), sources)) for _ in range(draw(st.integers(1, 2))))
        return Paragraph(pieces, 0, 0, BlockKind.TABLE)
    if kind is Missing:
        return Missing(draw(WORDS))
    own = draw(_span(source, 0, len(source.text), (source,)))
    hints = get_type_hints(kind, include_extras=True)
    values = {
        one.name: own if one.name == "span" else draw(_value(hints[one.name], own, sources)) for one in fields(kind)
    }
    if values.get("form") is NoteForm.SUPERSCRIPT:
        values["label"] = "12"
    if kind is Rate:
        values["value"] = abs(values["value"]) + 1
    return kind(**values)


@st.composite
def _span(draw: st.DrawFn, source: Source, low: int, high: int, sources: tuple[Source, ...]) -> Span:
    if draw(st.integers(0, 9)) == 9:
        source = draw(st.sampled_from(sources))
        low, high = 0, len(source.text)
    start, end = sorted((draw(st.integers(low, high)), draw(st.integers(low, high))))
    return Span(source, start, end)


def _value(hint: Any, own: Span, sources: tuple[Source, ...]) -> st.SearchStrategy[Any]:
    arguments = get_args(hint)
    if get_origin(hint) is Annotated:
        return _bounded(hint)
    if get_origin(hint) in (Union, UnionType):
        return st.none() | _value(next(one for one in arguments if one is not type(None)), own, sources)
    if get_origin(hint) is tuple and arguments[-1] is Ellipsis:
        fewest = int(arguments[0] is Reference)
        return st.lists(_value(arguments[0], own, sources), min_size=fewest, max_size=2).map(tuple)
    if get_origin(hint) is tuple:
        return st.tuples(*(_value(one, own, sources) for one in arguments))
    if hint is Span:
        return _span(own.source, own.start, own.end, sources)
    if hint is Decimal:
        return st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40, places=6)
    if hint is str:
        return WORDS
    if hint is bool:
        return st.booleans()
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    hints = get_type_hints(hint, include_extras=True)
    return st.builds(hint, **{one.name: _value(hints[one.name], own, sources) for one in fields(hint)})


def _bounded(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type with bounds. Ordinals are 0, whose heading or paragraph every document has."""
    kind, meta = get_args(hint)
    if hint is Day:
        return st.dates().map(str)
    if kind is int:
        return st.just(0) if hint is Ordinal else st.integers(meta.ge, min(meta.le, 99))
    return WORDS if meta.pattern is None else st.from_regex(meta.pattern)


# --- generated references -------------------------------------------------------------------------------------------

PRINTED = st.text(
    st.sampled_from("aZéßČ .,;:-–'’`\"«»()[]/&%$#_{}~^\\@=<>!?|*\u00a0中😀0123")
    | st.characters(exclude_categories=("C", "Z")),
    min_size=1,
    max_size=20,
)
"""Text as a bibliography may print it: white space in it is single, none is at its ends."""
TITLES = PRINTED.map(lambda text: " ".join(part for part in text.split(" ") if part)).filter(bool)
NAMES = st.one_of(
    TITLES,
    st.sampled_from(
        ("and", "others", "Smith and Sons", "de la Cruz", "Simon, Jr", "O'Neil", "van", "AND", "et al.", "{x", "Ö")
    ),
)
ADDRESSES = st.text(st.sampled_from("aB1/:.-_~%#?&=+,;@!$'()*[]"), min_size=1, max_size=20).map("https://".__add__)
DAYS = st.dates(date(1000, 1, 1)).map(str)
PERSONS = st.one_of(
    st.builds(Person, NAMES), st.builds(Person, NAMES, NAMES), st.builds(Person, NAMES, st.just(""), st.just(True))
)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    """A reference of which every field is one that a printed entry can give."""
    day = draw(st.none() | DAYS | DAYS.map(lambda text: text[:7]) | DAYS.map(lambda text: text[:4]))
    year = day[:4] if day else draw(st.none() | st.sampled_from(("n.d.", "2019", "1848", "2019-2020", "en 3 parties")))
    # "others" is the one organisation that CSL-JSON cannot tell from "et al."
    people = draw(st.lists(PERSONS, max_size=3))
    authors = tuple(person for person in people if person != Person("others", corporate=True))
    et_al = draw(st.booleans())
    return Reference(
        Span(Source("a.md", ""), 0, 0),
        authors=authors,
        year=year,
        suffix=draw(st.sampled_from(("", "a", "b"))) if year in ("n.d.", "2019") or day else "",
        date=day,
        title=draw(st.none() | TITLES),
        container=draw(st.none() | TITLES),
        publisher=draw(st.none() | TITLES),
        place=draw(st.none() | TITLES),
        volume=draw(st.none() | TITLES),
        issue=draw(st.none() | TITLES),
        pages=draw(st.none() | TITLES | st.sampled_from(("26-34", "27-C2.N100", "1--2", "4, 6–8"))),
        url=draw(st.none() | ADDRESSES),
        doi=draw(st.none() | st.sampled_from(("10.1000/a_b<c>;2-#", "10.37839/MAR2652-550X11.5", "10.1/%26(a)"))),
        accessed=draw(st.none() | DAYS | TITLES.filter(lambda text: not text[:4].isdigit())),
        type=draw(st.sampled_from(sorted(CSL_TYPES))),
        et_al=et_al,
    )


def told(reference: Reference) -> Reference:
    """What a file for other programs tells of a reference: all but places and the printed form of its authors."""
    return replace(
        reference, span=Span(NOWHERE, 0, 0), title_span=None, author_span=None, pages_span=None, author_text=""
    )


NOWHERE = Source("", "")
