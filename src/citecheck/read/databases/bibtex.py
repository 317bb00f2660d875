"""BibTeX and biblatex (``.bib``) to the entries of a bibliography.

Names are split before they are decoded, addresses are never decoded: LaTeX's rules would change what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from citecheck.model.document import Entry, Unreadable
from citecheck.model.reference import Person, Reference
from citecheck.model.source import Source, Span
from citecheck.read.databases.entries import ISO, Entries, author_text, entry, field_span, printed_year, used_again
from citecheck.read.latex import latex_text, quiet

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Block as AnyBlock
    from bibtexparser.model import Entry as Block
    from bibtexparser.model import ParsingFailedBlock

__all__ = ["ENDINGS", "NAME", "claims", "entries"]

NAME = "BibTeX"
ENDINGS = (".bib", ".bibtex")

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
CREATORS = ("author", "editor", "organizer", "translator")
"""The fields that may name who made a work, the likeliest first."""
NO_WORKS = frozenset(("xdata", "set"))
"""Types of biblatex that hold fields for others, or name several entries, and describe no work."""
INHERITED = ("booktitle", "year", "date", "month", "day", "publisher", "address", "location", "organization", "volume")
"""What an entry takes from the one that its ``crossref`` names, where it has none of its own."""
_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
NAME_PARTS = re.compile(r"(?:\A|,)\s*(family|given|prefix|suffix|useprefix)(-i)?\s*=", re.IGNORECASE)
"""How a part of a name begins that biblatex's extended format names."""
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES.split(), 1)}
KEYED = re.compile(r"\s*@\w+\s*[{(]\s*([^\s,{}()]+)\s*,")
"""The key of a block, also of a broken one."""
COMMAND = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}")
AND = re.compile(r"\\.|[{}]|(?<=[ \t\r\n])and(?=[ \t\r\n])", re.IGNORECASE | re.DOTALL)


def claims(text: str) -> bool:
    """Whether a text is BibTeX: nothing else has the ending."""
    return True


def entries(source: Source) -> Entries:
    """The blocks of a file that describe a work, in order."""
    # Slow to import, and most runs read no BibTeX
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateBlockKeyBlock, ParsingFailedBlock

    with quiet("bibtexparser"):
        library = parse_string(source.text)
    strings = {key.casefold(): str(one.value) for key, one in library.strings_dict.items()}
    parents = {key.casefold(): _values(block, strings) for key, block in library.entries_dict.items()}
    read: list[Entry] = []
    unreadable: list[Unreadable] = []
    known: dict[str, Reference] = {}
    at = 0
    for block in library.blocks:
        span = _block_span(source, block.start_line, block.raw, at)
        at = max(at, span.start)
        described = _described(block, library)
        if described is not None and described.entry_type.casefold() in NO_WORKS:
            continue
        made = _entry(described, span, strings, parents) if described is not None else None
        if isinstance(block, DuplicateBlockKeyBlock) and made is not None:
            unreadable.append(used_again(span, _reason(block), made.entry_id, known[made.entry_id], made.references[0]))
            continue
        if isinstance(block, ParsingFailedBlock):
            keyed = KEYED.match(span.text)
            unreadable.append(Unreadable(span, _reason(block), key=keyed[1] if keyed is not None else ""))
        if made is not None:
            known[made.entry_id] = made.references[0]
            read.append(made)
    return tuple(read), tuple(unreadable)


def _described(block: AnyBlock, library: Library) -> Block | None:
    """The entry that a block describes, also where its key or one of its fields is given twice; None where it is broken."""
    from bibtexparser.middlewares import RemoveEnclosingMiddleware
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock
    from bibtexparser.model import Entry as Block

    if isinstance(block, Block):
        return block
    described = block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) else None
    # The signs around values are still there.
    return RemoveEnclosingMiddleware().transform_entry(described, library) if isinstance(described, Block) else None


def _entry(block: Block, span: Span, strings: Mapping[str, str], parents: Mapping[str, Mapping[str, str]]) -> Entry:
    values = _values(block, strings)
    return entry(block.key, span, _reference(block.entry_type, span, values, parents), _aliases(values))


def _aliases(values: Mapping[str, str]) -> tuple[str, ...]:
    """The other keys of an entry (biblatex's ``ids``)."""
    return tuple(filter(None, (key.strip() for key in values.get("ids", "").split(","))))


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
        return f"the first entry with the key {block.key} counts"
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


def _reference(kind: str, span: Span, own: Mapping[str, str], parents: Mapping[str, Mapping[str, str]]) -> Reference:
    values = _with_inherited(own, parents)
    authors, et_al = _persons(next((values[key] for key in CREATORS if values.get(key)), ""))
    year, suffix, date = _date(values)
    texts: dict[str, Any] = {
        name: next((latex_text(values[key]) for key in keys if values.get(key)), None) for name, keys in FIELDS.items()
    }
    pages = values.get("pages")
    return Reference(
        span,
        authors,
        author_text(authors, et_al),
        year,
        suffix,
        date,
        # In page ranges two hyphens are one, not a dash
        pages=None if pages is None else "-".join(map(latex_text, pages.split("--"))),
        url=_url(values),
        doi=values.get("doi"),
        accessed=latex_text(values["urldate"]) if "urldate" in values else None,
        type=_type(kind.casefold(), values.get("entrysubtype", "")),
        et_al=et_al,
        pages_span=field_span(span, "pages", pages),
        **texts,
    )


def _with_inherited(own: Mapping[str, str], parents: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """The fields of an entry with those of the entries that its ``xdata`` and its ``crossref`` name."""
    shared: dict[str, str] = {}
    for name in own.get("xdata", "").split(","):
        shared = dict(parents.get(name.strip().casefold(), {})) | shared
    own = shared | dict(own)
    parent = parents.get(own.get("crossref", "").strip().casefold())
    if parent is None or parent == own:
        return own
    inherited = {key: parent[key] for key in INHERITED if key in parent}
    return {"booktitle": parent.get("title", "")} | inherited | dict(own)


def _type(kind: str, subtype: str) -> str:
    """The CSL type of an entry; our own export has types that BibTeX lacks as the subtype of another."""
    return SUBTYPES.get(subtype) or (kind in ("misc", "online") and subtype) or TYPES.get(kind, "document")


def _url(values: Mapping[str, str]) -> str | None:
    r"""The address as it is written; ``\url{…}`` around it is not part of it."""
    for key in ("url", "howpublished"):
        value = values.get(key)
        if value and (match := COMMAND.search(value)):
            return match[1]
        if value and (key == "url" or value.startswith(("http://", "https://"))):
            return value
    return None


def _date(values: Mapping[str, str]) -> tuple[str | None, str, str | None]:
    """Year, suffix and ISO date of an entry; biblatex's ``date`` is more exact than ``year`` and ``month``."""
    year, suffix = printed_year(latex_text(values.get("year", "")))
    date = values.get("date")
    if date and (match := ISO.match(date)):
        return year or match[1], suffix, match[0]
    if date and year is None:
        year, suffix = printed_year(latex_text(date))
    if year is None and values.get("pubstate"):
        # In press, forthcoming, submitted: there is no date yet.
        return "n.d.", suffix, None
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
        if NAME_PARTS.match(name):
            persons.append(_named(name))
            continue
        parts = parse_single_name_into_parts(name, strict=False)
        family = latex_text(" ".join([*parts.von, *parts.last]))
        given = ", ".join(filter(None, (latex_text(" ".join(parts.first)), latex_text(" ".join(parts.jr)))))
        if family or given:
            persons.append(Person(family, given))
    return tuple(persons), et_al


def _named(name: str) -> Person:
    """A name whose parts are named (biblatex's extended format): ``family=Gogh, given=Vincent, prefix=van``."""
    matches = list(NAME_PARTS.finditer(name))
    ends = [*(match.start() for match in matches[1:]), len(name)]
    parts = {
        match[1].casefold(): latex_text(name[match.end() : end].strip().strip('"'))
        for match, end in zip(matches, ends, strict=True)
        if not match[2]
    }
    family = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
    return Person(family, ", ".join(filter(None, (parts.get("given"), parts.get("suffix")))))


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
