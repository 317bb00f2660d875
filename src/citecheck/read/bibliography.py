"""Reading a bibliography that another program keeps: BibTeX (``.bib``) or CSL-JSON (``.json``) to entries.

Names are split before they are decoded, addresses are never decoded: LaTeX's rules would change what they mean. What
cannot be read becomes an `Unreadable` at its place.
"""

from __future__ import annotations

import json
import logging
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citecheck.errors import InputError
from citecheck.languages import all_languages
from citecheck.model.document import Entry, Unreadable
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span
from citecheck.read.files import read_source

if TYPE_CHECKING:
    from bibtexparser.model import Entry as Block
    from bibtexparser.model import ParsingFailedBlock

Found = tuple[tuple[Entry, ...], tuple[Unreadable, ...]]

TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "manual": "report",
    "mastersthesis": "thesis",
    "mvbook": "book",
    "online": "webpage",
    "patent": "patent",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "software": "software",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "www": "webpage",
}
"""What BibTeX's and biblatex's types are in CSL; any other is a ``document``."""
SUBTYPES = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
FIELDS = {
    "title": ("title",),
    "container": ("journal", "journaltitle", "booktitle", "maintitle"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "place": ("address", "location"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
}
"""The fields of a BibTeX entry that may hold a field of a Reference, the likeliest first."""
CSL_FIELDS = {
    "title": "title",
    "container": "container-title",
    "publisher": "publisher",
    "place": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "url": "URL",
    "doi": "DOI",
}
INHERITED = ("booktitle", "year", "date", "month", "day", "publisher", "address", "location", "organization", "volume")
"""What an entry takes from the one that its ``crossref`` names, where it has none of its own."""
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), 1)}
ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])", re.ASCII)
YEAR = re.compile(r"(\d{1,4})([a-z]{0,2})")
UNDATED = re.compile(r"(.*?)(?:-([a-z]{1,2}))?", re.DOTALL)
COMMAND = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}")
AND = re.compile(r"\\.|[{}]|(?<=[ \t\r\n])and(?=[ \t\r\n])", re.IGNORECASE | re.DOTALL)
SPACES = re.compile(r"[ \t\r\n]+")
JSON_SPACE = re.compile(r"[ \t\r\n]*")


def read_bibliography(path: Path, raw: bytes | None = None) -> Found:
    """The entries of a ``.bib`` or CSL-JSON file, in order, and what of it could not be read.

    ``raw`` are its bytes where these are at hand. An entry's ``entry_id`` is its key, its span the block or item that describes it. Raises InputError where the file
    cannot be opened or is neither of the two.
    """
    suffix = path.suffix.casefold()
    if suffix not in (".bib", ".json"):
        raise InputError(
            f"{path} is no bibliography that citecheck reads: give a .bib file or CSL-JSON in a .json file"
        )
    source = read_source(str(path), raw, joined=False)
    found = _bibtex(source) if suffix == ".bib" else _csl(source)
    if not any(found):
        return (), (Unreadable(Span(source, 0, 0), "the file holds no entries"),)
    return found


def _entry(key: str, span: Span, reference: Reference) -> Entry:
    return Entry(span, span, None, key, 0, (reference,))


def _author_text(authors: tuple[Person, ...], et_al: bool) -> str:
    """The authors in one line, as most styles print them; the file has no printed form of its own."""
    names = [f"{person.family}, {person.given}" if person.given else person.family for person in authors]
    text = " & ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
    return text + " et al" if et_al else text.rstrip(" ,.;:")


# --- BibTeX ---------------------------------------------------------------------------------------------------------


def _bibtex(source: Source) -> Found:
    # Slow to import, and most runs read no BibTeX
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateFieldKeyBlock, ParsingFailedBlock
    from bibtexparser.model import Entry as Block

    with _quiet("bibtexparser"):
        library = parse_string(source.text)
    strings = {key.casefold(): str(one.value) for key, one in library.strings_dict.items()}
    parents = {key.casefold(): _values(block, strings) for key, block in library.entries_dict.items()}
    entries: list[Entry] = []
    unreadable: list[Unreadable] = []
    at = 0
    for block in library.blocks:
        span = _block_span(source, block.start_line, block.raw, at)
        at = max(at, span.start)
        if isinstance(block, ParsingFailedBlock):
            unreadable.append(Unreadable(span, _reason(block)))
        if isinstance(block, DuplicateFieldKeyBlock) and isinstance(block.ignore_error_block, Block):
            block = block.ignore_error_block
        if isinstance(block, Block):
            entries.append(
                _entry(block.key, span, _bibtex_reference(block.entry_type, span, _values(block, strings), parents))
            )
    return tuple(entries), tuple(unreadable)


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Without the log messages of a library: what it has to say about broken blocks is reported as `Unreadable`."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


def _block_span(source: Source, start_line: int | None, raw: str | None, at: int) -> Span:
    """Where a block stands: its line counts from 0, and the text before it on that line is not part of it."""
    text = raw or ""
    line = min(start_line or 0, len(source.line_starts) - 1)
    start = source.text.find(text, source.line_starts[line])
    if start == -1:
        start = max(source.text.find(text, at), at)
    return Span(source, start, min(start + len(text), len(source.text)))


def _reason(block: ParsingFailedBlock) -> str:
    from bibtexparser.exceptions import BlockAbortedException
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

    if isinstance(block, DuplicateBlockKeyBlock):
        return f"the key {block.key} is used before: the first entry counts"
    if isinstance(block, DuplicateFieldKeyBlock):
        return f"given twice: {', '.join(sorted(block.duplicate_keys))}; the first counts"
    error = block.error
    reason = error.abort_reason if isinstance(error, BlockAbortedException) else str(error)
    return " ".join(reason.split())


def _values(block: Block, strings: Mapping[str, str]) -> dict[str, str]:
    """The fields of an entry by lower-case name, the first where one is given twice."""
    found: dict[str, str] = {}
    for one in block.fields:
        value = str(one.value)
        if one.enclosing == "no-enclosing" and "#" in value:
            value = "".join(_joined(part.strip(), strings) for part in value.split("#"))
        found.setdefault(one.key.casefold(), value)
    return found


def _joined(part: str, strings: Mapping[str, str]) -> str:
    if part[:1] in ('"', "{"):
        return part[1:-1]
    return strings.get(part.casefold(), part)


def _bibtex_reference(kind: str, span: Span, own: dict[str, str], parents: Mapping[str, dict[str, str]]) -> Reference:
    values = own
    if (parent := parents.get(own.get("crossref", "").strip().casefold())) is not None and parent is not own:
        inherited = {key: parent[key] for key in INHERITED if key in parent}
        values = {"booktitle": parent.get("title", "")} | inherited | own
    authors, et_al = _persons(values.get("author") or values.get("editor") or "")
    year, suffix, date = _bibtex_date(values)
    texts: dict[str, Any] = {
        name: next((latex_text(values[key]) for key in keys if values.get(key)), None) for name, keys in FIELDS.items()
    }
    pages = values.get("pages")
    kind = kind.casefold()
    subtype = values.get("entrysubtype", "")
    return Reference(
        span,
        authors,
        _author_text(authors, et_al),
        year,
        suffix,
        date,
        # In page ranges two hyphens are one, not a dash
        pages=None if pages is None else "-".join(map(latex_text, pages.split("--"))),
        url=_url(values),
        doi=values.get("doi"),
        accessed=latex_text(values["urldate"]) if "urldate" in values else None,
        type=SUBTYPES.get(subtype) or (kind in ("misc", "online") and subtype) or TYPES.get(kind, "document"),
        et_al=et_al,
        **texts,
    )


def _url(values: Mapping[str, str]) -> str | None:
    r"""The address as it is written; ``\url{…}`` around it is not part of it."""
    for key in ("url", "howpublished"):
        value = values.get(key)
        if value and (match := COMMAND.search(value)):
            return match[1]
        if value and (key == "url" or value.startswith(("http://", "https://"))):
            return value
    return None


def _bibtex_date(values: Mapping[str, str]) -> tuple[str | None, str, str | None]:
    """Year, suffix and ISO date of an entry; biblatex's ``date`` is more exact than ``year`` and ``month``."""
    year, suffix = _year(latex_text(values.get("year", "")))
    date = values.get("date")
    if date and (match := ISO.match(date)):
        return year or match[1], suffix, match[0]
    if date and year is None:
        year, suffix = _year(latex_text(date))
    if year is None or not ISO.fullmatch(year):
        return year, suffix, None
    # Our own export writes an empty date where no more is known than how the year is printed
    return year, suffix, None if date == "" else year + _month(values)


def _month(values: Mapping[str, str]) -> str:
    """What ``month`` and ``day`` add to an ISO year: nothing, where the month is not one."""
    word = re.match(r"[a-z]{3}|\d{1,2}", values.get("month", "").casefold().strip(), re.ASCII)
    month = 0 if word is None else int(word[0]) if word[0].isdigit() else MONTHS.get(word[0], 0)
    if not 1 <= month <= 12:
        return ""
    day = re.fullmatch(r"\d{1,2}", values.get("day", "").strip(), re.ASCII)
    return f"-{month:02}" + (f"-{int(day[0]):02}" if day else "")


def _year(text: str) -> tuple[str | None, str]:
    """Year and suffix: digits, ``n.d.`` for "no date" in any language, or the text as it is."""
    if match := YEAR.fullmatch(text):
        return match[1], match[2]
    match = UNDATED.fullmatch(text)
    if match and any(match[1].casefold() in one.no_date for one in all_languages()):
        return "n.d.", match[2] or ""
    return text or None, ""


def _persons(text: str) -> tuple[tuple[Person, ...], bool]:
    """The names in a BibTeX field, and whether "and others" follows them."""
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    names = _split_names(text)
    et_al = bool(names) and names[-1].casefold() == "others"
    persons = []
    for name in names[:-1] if et_al else names:
        if _in_braces(name):
            persons.append(Person(latex_text(name), corporate=True))
            continue
        parts = parse_single_name_into_parts(name, strict=False)
        family = latex_text(" ".join([*parts.von, *parts.last]))
        given = ", ".join(filter(None, (latex_text(" ".join(parts.first)), latex_text(" ".join(parts.jr)))))
        if family or given:
            persons.append(Person(family, given))
    return tuple(persons), et_al


def _split_names(text: str) -> list[str]:
    """The names that "and" separates outside braces; bibtexparser overlooks it before a name like ``\\'Eluard``."""
    names = []
    depth = start = 0
    for match in AND.finditer(text):
        depth += (match[0] == "{") - (match[0] == "}")
        if depth <= 0 and match[0].casefold() == "and":
            names.append(text[start : match.start()])
            start = match.end()
    names.append(text[start:])
    return [name for name in (one.strip(" \t\r\n") for one in names) if name]


def _in_braces(name: str) -> bool:
    """Whether one pair of braces encloses all of the name: then it has no parts, it is an organisation's."""
    depth = 0
    for match in re.finditer(r"\\.|[{}]", name):
        depth += (match[0] == "{") - (match[0] == "}")
        if depth == 0:
            return name.startswith("{") and match.end() == len(name) and match[0] == "}"
    return False


# --- LaTeX ----------------------------------------------------------------------------------------------------------

ACCENTS = dict(
    zip(
        "`'^\"~=.cvuHkrbd",
        "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0327\u030c\u0306\u030b\u0328\u030a\u0331\u0323",
        strict=True,
    )
)
"""Accent macros and the combining characters that they are: ``\\'e``, ``\\v{s}``."""
MACROS = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^", "textasciitilde": "~",
    "textunderscore": "_", "textdollar": "$", "textquotedbl": '"', "textless": "<", "textgreater": ">", "textbar": "|",
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "textendash": "–", "textemdash": "—", "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘",
    "textquoteright": "’", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»",
    "og": "« ", "fg": " »", "ldots": "…", "dots": "…", "textellipsis": "…", "S": "§", "P": "¶", "copyright": "©",
    "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "euro": "€", "texteuro": "€", "EUR": "€",
    "pounds": "£", "textsterling": "£", "textdegree": "°", "textperiodcentered": "·", "LaTeX": "LaTeX", "TeX": "TeX",
    "up": "", "ier": "er", "no": "n°", "textsuperscript": "", "emph": "", "textit": "", "textbf": "", "textsc": "",
    "textrm": "", "texttt": "", "textsf": "", "textup": "", "textsl": "", "textnormal": "", "mbox": "", "hbox": "",
    "text": "", "mathrm": "", "em": "", "it": "", "bf": "", "sc": "", "rm": "", "tt": "", "sl": "", "itshape": "",
    "bfseries": "", "scshape": "", "upshape": "", "protect": "", "relax": "", "url": "", "path": "", "nolinkurl": "",
    "allowbreak": "", "newline": " ", "space": " ", "quad": " ",
}  # fmt: skip
"""Macros by name: signs, and those that only change the look of what follows them."""
SIGNS = {"\\": " ", " ": " ", "\n": " ", ",": " ", ";": " ", ":": " ", "-": "", "/": "", "@": "", "!": ""}
JOINED = {"---": "—", "--": "–", "``": "“", "''": "”", "~": "\u00a0", "{": "", "}": "", "$": ""}
TOKEN = re.compile(
    r"""
    \\(?:(?P<sign>[`'^"~=.])[ \t\n]* | (?P<letter>[cvuHkrbd])(?![A-Za-z])[ \t\n]*)
        (?: \{[ \t\n]*(?P<braced>\\[ij](?![A-Za-z])|\w)[ \t\n]*\}
        | (?P<dotless>\\[ij](?![A-Za-z])[ ]*(?:\{\})?)
        | (?P<bare>\w) )
    | \\(?P<macro>[A-Za-z]+)(?:\{\}|[ \t\n]+)?
    | \\(?P<escaped>.)
    | (?P<joined>---?|``|''|[~{}$])
    """,
    re.VERBOSE | re.DOTALL,
)


def latex_text(text: str) -> str:
    """The text that LaTeX would print: accents composed, special characters unescaped, grouping braces gone.

    A macro that is not known here is left to bibtexparser's decoder, which knows mathematics but takes its time.
    """
    try:
        decoded = TOKEN.sub(_decoded, text)
    except KeyError:
        decoded = _slowly(text)
    return SPACES.sub(" ", decoded).strip(" ")


def _decoded(match: re.Match[str]) -> str:
    found = match.groupdict()
    if (accent := found["sign"] or found["letter"]) is not None:
        base = (found["braced"] or found["dotless"] or found["bare"]).lstrip("\\")[0]
        return unicodedata.normalize("NFC", base + ACCENTS[accent])
    if (macro := found["macro"]) is not None:
        return MACROS[macro]
    if (escaped := found["escaped"]) is not None:
        return escaped if escaped in "&%$#_{}" else SIGNS[escaped]
    return JOINED[found["joined"]]


def _slowly(text: str) -> str:
    from bibtexparser.library import Library
    from bibtexparser.middlewares import LatexDecodingMiddleware
    from bibtexparser.model import Entry as Block
    from bibtexparser.model import Field

    # For BibTeX a per cent sign is one; for LaTeX all behind it would be a comment
    block = Block("misc", "x", [Field("title", re.sub(r"(?<!\\)%", r"\\%", text))])
    with _quiet("pylatexenc"):
        decoded = LatexDecodingMiddleware(keep_math_mode=False).transform_entry(block, Library())
    return str(decoded.fields[0].value) if isinstance(decoded, Block) else text


# --- CSL-JSON -------------------------------------------------------------------------------------------------------


def _csl(source: Source) -> Found:
    entries: list[Entry] = []
    unreadable: list[Unreadable] = []
    seen: set[str] = set()
    for found in _items(source):
        if isinstance(found, Unreadable):
            unreadable.append(found)
            continue
        span, item = found
        key = item.get("id") if isinstance(item, dict) else None
        if not isinstance(key, str | int):
            unreadable.append(Unreadable(span, "it is no CSL item: an object with an id is expected"))
        elif str(key) in seen:
            unreadable.append(Unreadable(span, f"the id {key} is used before: the first entry counts"))
        else:
            seen.add(str(key))
            entries.append(_entry(str(key), span, _csl_reference(item, span)))
    return tuple(entries), tuple(unreadable)


def _items(source: Source) -> Iterator[tuple[Span, Any] | Unreadable]:
    """The values of a JSON array with their places; where it is broken, the rest of it as unreadable, and the end."""
    text = source.text
    decoder = json.JSONDecoder()
    at = _skip(text, 0)
    if not text.startswith("[", at):
        raise InputError(
            f"{source.path} is no CSL-JSON, which is an array of items: export the bibliography as CSL-JSON"
        )
    at = _skip(text, at + 1)
    while not text.startswith("]", at):
        try:
            item, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            at = min(getattr(error, "pos", at), len(text))
            reason = getattr(error, "msg", "a number is too long or the nesting too deep")
            yield Unreadable(Span(source, at, len(text)), f"broken JSON: {reason}")
            return
        yield Span(source, at, end), item
        at = _skip(text, end)
        if text.startswith(",", at):
            at = _skip(text, at + 1)
        elif not text.startswith("]", at):
            yield Unreadable(Span(source, at, len(text)), "broken JSON: a comma or ] is expected")
            return


def _skip(text: str, at: int) -> int:
    match = JSON_SPACE.match(text, at)
    return match.end() if match else at


def _csl_reference(item: Mapping[str, Any], span: Span) -> Reference:
    names = item.get("author") or item.get("editor")
    persons = [_csl_person(name) for name in names if isinstance(name, dict)] if isinstance(names, list) else []
    et_al = bool(persons) and persons[-1] == Person("others", corporate=True)
    authors = tuple(person for person in (persons[:-1] if et_al else persons) if person.family or person.given)
    issued = _csl_date(item.get("issued"))
    match = ISO.fullmatch(issued) if issued else None
    year, suffix = (match[1], "") if match else _year(issued or "")
    texts: dict[str, Any] = {name: _csl_text(item.get(key)) for name, key in CSL_FIELDS.items()}
    return Reference(
        span,
        authors,
        _author_text(authors, et_al),
        year,
        _csl_text(item.get("year-suffix")) or suffix,
        # Our own export writes the year as a string where no more is known than how it is printed
        issued if match and not _is_string(item.get("issued"), match[0]) else None,
        accessed=_csl_date(item.get("accessed")),
        type=_csl_text(item.get("type")) or "document",
        et_al=et_al,
        **texts,
    )


def _is_string(issued: Any, year: str) -> bool:
    """Whether a CSL date is nothing but that year as a string."""
    return isinstance(issued, dict) and issued.get("date-parts") == [[year]]


def _csl_text(value: Any) -> str | None:
    return None if value is None or isinstance(value, dict | list) else str(value)


def _csl_person(name: Mapping[str, Any]) -> Person:
    if literal := _csl_text(name.get("literal")):
        return Person(literal, corporate=True)

    def joined(by: str, *keys: str) -> str:
        return by.join(filter(None, (_csl_text(name.get(key)) for key in keys)))

    family = joined(" ", "non-dropping-particle", "family")
    return Person(
        family, joined(", ", "given", "suffix") if "suffix" in name else joined(" ", "given", "dropping-particle")
    )


def _csl_date(value: Any) -> str | None:
    """A CSL date as an ISO date where it has parts, otherwise its words; a range is its beginning."""
    if not isinstance(value, dict):
        # EDTF, which newer exports write
        return value.partition("/")[0] if isinstance(value, str) and value else None
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        first = [str(part) for part in parts[0][:3] if part not in (None, "")]
        if first and all(re.fullmatch(r"\d+", part, re.ASCII) for part in first):
            year, *rest = first
            return "-".join([f"{year:0>4}" if rest else year, *(f"{part:0>2}" for part in rest)])
    return _csl_text(value.get("literal")) or _csl_text(value.get("raw"))
