"""The bibliography as BibTeX or biblatex, for LaTeX, JabRef and others.

Text is escaped for LaTeX, addresses are written as they are. Braces stand around what BibTeX would change or take apart,
and nothing else: capitals in titles that styles would lower, and authors that have no parts. The fields are those of classic BibTeX
where it has one (``journal``, ``address``) and biblatex's elsewhere (``date``, ``urldate``, ``entrysubtype``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from citecheck.extract.exported import Exported
from citecheck.languages import is_unknown
from citecheck.model.escapes import STEERING
from citecheck.model.reference import Person, Reference

ENTRY_TYPES = {
    "article-journal": ("article", None),
    "article-magazine": ("article", "magazine"),
    "article-newspaper": ("article", "newspaper"),
    "book": ("book", None),
    "chapter": ("incollection", None),
    "dataset": ("dataset", None),
    "document": ("misc", None),
    "manuscript": ("unpublished", None),
    "paper-conference": ("inproceedings", None),
    "post-weblog": ("online", "post-weblog"),
    "report": ("techreport", None),
    "software": ("software", None),
    "thesis": ("thesis", None),
    "webpage": ("online", None),
}
"""What a CSL type is in BibTeX: the entry's type, and biblatex's ``entrysubtype`` where that says more."""

LONGER = 4
"""Letters of a word that a headline capitalises."""
BOOKTITLES = frozenset({"incollection", "inproceedings"})
PUBLISHERS = {"techreport": "institution", "thesis": "school"}
BIBLATEX_TYPES = {"techreport": "report"}
BIBLATEX_FIELDS = {"journal": "journaltitle", "address": "location", "school": "institution"}
"""What biblatex calls otherwise than BibTeX."""
LANGUAGES = {"fr": "french", "en": "english"}
"""The names that LaTeX's babel has for languages."""

SPECIAL = {
    "\\": r"\textbackslash{}",
    # Braces as macros: BibTeX counts \{ and \} as braces, so one alone would break the file.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "": "{}",
}
ESCAPED = re.compile(r"[\\{}$&#%_^~]|(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=[?!])(?=`)")
"""What LaTeX would read as something else: its special characters, and the gaps in what it joins (``--``)."""
SPACES = re.compile(r"[ \t\r\n]+")
UNSAFE = re.compile(r"\\(?=[{}]|\\*$)")
BLANKS = re.compile(r"[\t\r\n]")
"""White space other than the plain one, which no address has."""
YEAR = re.compile(r"[0-9]{4}")
CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)
KEY = re.compile(r"[^A-Za-z0-9_.:/+-]")


def biblatex(sources: Sequence[Exported]) -> str:
    """Sources as biblatex, which has names of its own for some types and fields."""
    return _blocks(((one.key, one.lang, one.reference) for one in sources), BIBLATEX_TYPES, BIBLATEX_FIELDS)


def bibtex(sources: Sequence[Exported]) -> str:
    """Sources as BibTeX."""
    return bibtex_references((one.key, one.lang, one.reference) for one in sources)


def bibtex_references(references: Iterable[tuple[str, str | None, Reference]]) -> str:
    """References as BibTeX, each given with its key and its language, if that is known."""
    return _blocks(references, {}, {})


def _blocks(
    references: Iterable[tuple[str, str | None, Reference]], types: Mapping[str, str], fields: Mapping[str, str]
) -> str:
    """References with the ``types`` and ``fields`` that are called otherwise than in BibTeX."""
    taken: set[str] = set()
    blocks = []
    for wanted, lang, reference in references:
        key = KEY.sub("-", wanted)
        # BibTeX tells keys apart without regard to case
        while key.casefold() in taken:
            key += "+"
        taken.add(key.casefold())
        blocks.append(_block(key, lang, reference, types, fields))
    return "\n".join(blocks)


def _block(
    key: str, lang: str | None, reference: Reference, types: Mapping[str, str], fields: Mapping[str, str]
) -> str:
    kind, subtype = ENTRY_TYPES.get(reference.type, ("misc", reference.type))
    lines = [
        # BibTeX has no escape for what steers a terminal, and LaTeX stops at it.
        f"  {fields.get(name, name)} = {{{STEERING.sub(' ', value)}}}"
        for name, value in _fields(kind, subtype, lang, reference)
        if value is not None
    ]
    return ",\n".join([f"@{types.get(kind, kind)}{{{key}", *lines]) + "\n}\n"


def _fields(kind: str, subtype: str | None, lang: str | None, reference: Reference) -> Iterable[tuple[str, str | None]]:
    yield "author", _names(reference)
    yield "title", None if reference.title is None else _title(reference.title)
    yield "booktitle" if kind in BOOKTITLES else "journal", _text(reference.container)
    yield "year", _year(reference)
    yield "date", _date(reference)
    yield "volume", _text(reference.volume)
    yield "number", _text(reference.issue)
    yield "pages", None if reference.pages is None else "--".join(map(latex, reference.pages.split("-")))
    yield PUBLISHERS.get(kind, "publisher"), _text(reference.publisher)
    yield "address", _text(reference.place)
    yield "doi", _address(reference.doi)
    yield "url", _address(reference.url)
    yield "urldate", _text(reference.accessed)
    yield "entrysubtype", subtype
    yield "langid", LANGUAGES.get(lang, lang) if lang and not is_unknown(lang) else None


def latex(text: str) -> str:
    """The text with what is special to LaTeX escaped; letters stay as they are, in UTF-8."""
    return ESCAPED.sub(lambda match: SPECIAL[match[0]], SPACES.sub(" ", text).strip(" "))


def _title(text: str) -> str:
    """A title with its capitals in braces, but for those that BibTeX keeps (the first letter of all, and the first behind a
    colon and a space) and those of a title that capitalises its words, which a style may lower."""
    parts: list[str] = []
    guarded: list[str] = []
    begins = True
    words = SPACES.sub(" ", text).strip(" ").split(" ")
    headline = _is_headline(words)
    for word in words:
        told = word[1:] if begins else _behind_first(word) if headline else word
        lowered = any(char.isupper() or char.istitle() for char in told)
        if guarded and not (lowered and guarded[-1][-1].isalnum() and word[0].isalnum()):
            parts.append(_kept(" ".join(guarded)))
            guarded = []
        if lowered:
            guarded.append(word)
        else:
            parts.append(latex(word))
        begins = word.endswith(":")
    return " ".join([*parts, _kept(" ".join(guarded))] if guarded else parts)


def _is_headline(words: Sequence[str]) -> bool:
    """Whether a title capitalises all its longer words (Chicago, 8.159), so that no capital tells a name: two of them at least,
    or one behind an article."""
    longer = [word for word in words[1:] if len(word) >= LONGER and word[0].isalpha()]
    return len(longer) > (len(words[0]) >= LONGER) and all(word[0].isupper() for word in longer)


def _behind_first(word: str) -> str:
    """A word without its first letter, or the first behind a sign that opens."""
    return re.sub(r"\A\W*\w", "", word)


def _kept(text: str) -> str:
    """Words in braces, so that they keep their capitals, without the signs around them: a colon means something."""
    core = CORE.search(text)
    start, end = core.span() if core is not None else (0, len(text))
    return f"{latex(text[:start])}{{{latex(text[start:end])}}}{latex(text[end:])}"


def _text(value: str | None) -> str | None:
    return None if value is None else latex(value)


def _year(reference: Reference) -> str | None:
    year = reference.year
    if year is None or not reference.suffix:
        return _text(year)
    return latex(f"{year}{reference.suffix}" if year.isdigit() else f"{year}-{reference.suffix}")


def _date(reference: Reference) -> str | None:
    """biblatex's ``date``, where it says more than the year; empty, where the year is all and no date could be read."""
    if reference.date is None:
        return "" if YEAR.fullmatch(reference.year or "") else None
    return None if reference.date == reference.year else reference.date


def _address(value: str | None) -> str | None:
    """A URL or DOI verbatim. Only what would break the file, or steer a terminal, is percent-encoded: braces without
    their counterpart, white space but the plain one, and a second hash, which no address has and which may begin a
    command to the service whose log the file is printed in."""
    if value is None:
        return None
    value = value.replace("##", "#%23")
    depth = 0
    for char in value:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            break
    if depth:
        value = value.replace("{", "%7B").replace("}", "%7D")
    value = BLANKS.sub(lambda found: quote(found[0]), UNSAFE.sub("%5C", value))
    return STEERING.sub(lambda found: quote(found[0], errors="replace"), value)


def _names(reference: Reference) -> str | None:
    names = [_name(person) for person in reference.authors] + (["others"] if reference.et_al else [])
    return " and ".join(names) if names else None


def _name(person: Person) -> str:
    family, given = latex(person.family), latex(person.given)
    if person.corporate:
        return f"{{{family}}}"
    if given:
        return f"{_guarded(family)}, {_guarded(given)}"
    # A family name of several words alone would be taken apart. In braces it has no parts, like a corporate author.
    return f"{{{family}}}" if _guarded(family) != family or " " in family or family == "others" else family


def _guarded(part: str) -> str:
    """A part of a name in braces where it would be taken for several names or parts."""
    split = not part or "," in part or any(word.casefold() == "and" for word in part.split(" "))
    return f"{{{part}}}" if split else part
