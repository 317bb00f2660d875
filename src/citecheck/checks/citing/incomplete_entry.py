"""An entry, or a whole reference in a note, without author, date or title.

The reader cannot be sure to find the source, and it cannot be cited by author and year. Sources without author that stand
under their title, with the publication that they appeared in, are complete; so are those marked as undated ("n.d.").

The rule abstains where more than a third of the entries would lack the same thing: then it is the document's style. It is
silent where the text shows what was not read as such: a year anywhere in the entry or the note, something in quotation
marks or italics, a name before its comma; and where a note, or a line of the list, says something in a sentence, and describes no source.

What a web page (with an address, or a day of consultation), or a work of no kind (``@misc``), lacks is an information: many have neither author nor date, and only who opens them can
tell. So is a lacking date of a program, of a page with the day of access, and of a work of an author with one name (Plato); and an address alone
where it leads to a home page or to a program's code, where the words before the call name the site or the note says in a sentence what is seen there,
or where more than a third of the notes are addresses: that is how the document does it.

Wrong: "Annual report: https://example.org/report.pdf". Right: "Example Office. (2020). *Annual report*. https://…".

To mend it, add what is missing; "n.d." where there is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from citecheck.checks.citing.packed import packed_entries
from citecheck.checks.subjects import mostly, shown_works, work_key
from citecheck.languages import words
from citecheck.languages.letters import UPPER
from citecheck.languages.patterns import any_of
from citecheck.likeness.archives import archived
from citecheck.model.citations import Citations, Resolved, Status, Work
from citecheck.model.document import Marker, Note
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.reference import CitationKind, Reference
from citecheck.model.rule import Example, Rule, Wording

LONGEST_LEAD = 12
"""Words beside a bare address from which a note says something of its own and is no reference."""
ENDED = re.compile(r"[^\W\d_][.?!]\W*\Z")
SHORTEST_TITLE = 4
SHORTEST_SENTENCE = 8
BEFORE = 80
"""Words that are a title before its stop, words that are a sentence, and characters before a call in which what a note is about is named."""
NAME = re.compile(r"(?<![\w/.@-])[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}")
HOST = re.compile(r"https?://(?:www\.)?([^/\s?#()]+)")
YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
TITLED = re.compile(r"[«“„\"‘‚]|(?<!\w)['*_](?=\w)")
"""What titles stand in."""
WORDED = re.compile(r"\[([^\[\]]{3,300})\]\(")
"""The words of a link."""
BLANK = re.compile(r"[\u200b-\u200d\ufeff\u2060]|\\[a-z]{3,12}\b")
"""Signs without width, and commands of LaTeX."""
BESIDE = re.compile(r"\]\((?!\w{2,8}:|www\.)[^()\s]+\)|\{\{")
"""A link to another file of the report, and what a template fills in."""
DATE_FIELDS = ("year", "date")
"""The fields of BibTeX that hold a date."""
DATED = re.compile(rf"(?:{'|'.join(DATE_FIELDS)})\s{{0,9}}=\s{{0,9}}[{{\"]?\d{{4}}", re.IGNORECASE)
STANDARD = re.compile(r"\W*[A-Z]{2,6}(?:[/ -][A-Z]{2,6}){0,2}[ -]?\d")
"""The number of a standard, which names the body that made it: ``ISO/IEC 17050-1``."""
CODE_HOST = re.compile(
    r"(?:\A|\.)(?:git(?:hub|lab|ea)\.|codeberg\.|bitbucket\.|sourceforge\.|huggingface\.|pypi\.|npmjs\.|r-project\.|readthedocs\.)"
    r"|\A(?:docs?|developers?|api|learn)\."
)
"""Where programs and their manuals stand."""
NUMBERED = re.compile(r"\d{3}|\.pdf\b", re.IGNORECASE)
"""A date or a number of an article, or a document."""
NAME_FIRST = re.compile(
    rf"[\W\d]*[{UPPER}][\w’'&-]*(?:[ \t][{UPPER}][\w’'&-]*){{0,3}}\.\s+[{UPPER}][\w’'-]*\s[a-zà-ÿ][^.]{{6,}}"
)
"""A name in capitals, of whatever, and a sentence behind its stop: ``Quill Harbours. Report on the ice``."""
NAME_BEHIND = re.compile(rf",\s[{UPPER}][\w’'-]*(?:\s(?:/\s)?[{UPPER}][\w’'-]*){{1,6}}\s\((?:1[4-9]|20)\d\d\)")
"""A name in capitals between the title and the year in brackets: ``Report on the ice, Harbour Office (2019)``."""
INVERTED = re.compile(r"\W*[A-ZÀ-ÖØ-Þ][\w'’-]+,\s+[A-ZÀ-ÖØ-Þ]")
"""A family name and a given one."""
NAMED = re.compile(r"(?<=[^\W_][\s,.:;])\s*(?:[–—-]\s)?[A-ZÀ-ÖØ-Þ][^\W\d_]|\((?:1[4-9]|20)\d\d\)")
"""A capital within a sentence, that is a name or a title, or a year in brackets."""

RULE = Rule(
    code="CIT010",
    name="incomplete-entry",
    severity=Severity.WARNING,
    messages={
        "author": {
            "en": Wording(
                "This reference has no author, and does not say where it appeared.",
                "Add the author, or the organisation that published it.",
            ),
            "fr": Wording(
                "Cette référence n'a pas d'auteur et ne dit pas où elle est parue.",
                "Ajouter l'auteur, ou l'organisme qui l'a publiée.",
            ),
        },
        "date": {
            "en": Wording("This reference has no date.", "Add the date, or “n.d.” where there is none."),
            "fr": Wording("Cette référence n'a pas de date.", "Ajouter la date, ou « s.d. » s'il n'y en a pas."),
        },
        "title": {
            "en": Wording("This reference has no title.", "Add the title."),
            "fr": Wording("Cette référence n'a pas de titre.", "Ajouter le titre."),
        },
        "link": {
            "en": Wording(
                "This note gives an address only: no author, date or title.", "Describe the source; addresses change."
            ),
            "fr": Wording(
                "Cette note ne donne qu'une adresse : ni auteur, ni date, ni titre.",
                "Décrire la source ; les adresses changent.",
            ),
        },
    },
    explains=("BIL002", "BIL004", "BIL007"),
)

EXAMPLES = (
    Example(
        "## References\n\n- Doe, J. (2019). One. Press.\n- Roe, R. Two things. Press.\n",
        ("Roe, R. Two things. Press.",),
    ),
    Example(
        "A.<sup>1</sup>\n\n<sup>1</sup> See the article: https://example.org/a/b\n",
        ("See the article: https://example.org/a/b",),
    ),
    Example("## References\n\n- Doe, J. (2019). One. Press.\n- Roe, R. (n.d.). Two things. Press.\n"),
    Example("## References\n\n- Doe, J. (2019). One. Press.\n- [Roe (2020)](sources.md#roe-2020).\n"),
)


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """References that lack something, unless most lack it."""
    works = shown_works(x)
    structured = {id(entry) for entry in x.document.entries} - {id(entry) for entry in x.document.printed_entries}
    lacking = gathered((lack, work) for work in works if (lack := _lack(work.reference)))
    entries = sum(work.entry is not None for work in works)
    packed = packed_entries(x.document)
    for lack, faulty in lacking.items():
        count = sum(work.entry is not None for work in faulty)
        if entries >= 5 and count * 3 > entries:
            yield RULE.abstains(x.lang, "unknown-style")
            continue
        for work in faulty:
            if work.entry is not None and work.entry.entry_id in packed:
                continue
            filed = id(work.entry) in structured
            if _may_lack(work, lack) or (_has_field(work, lack) if filed else _has(work, lack) or _is_prose(work)):
                continue
            vague = _is_web_page(work.reference) or (filed and work.reference.type == "document")
            vague = vague or (lack == "date" and _is_rarely_dated(work.reference))
            yield RULE.finding(
                Place.of(work, x.lang),
                lack,
                subject=" ".join(work.reference.span.text.split())[:160],
                about=[work_key(x.lang, work)],
                confidence=Confidence.LIKELY,
                severity=Severity.INFO if vague else None,
            )
    yield from _links(x)


def _has_field(work: Work, lack: str) -> bool:
    """Whether an entry of a file has a date that could not be read, for a brace too many ends it before."""
    span = work.reference.span
    text = span.source.text
    following = text.find("\n@", span.end)
    return lack == "date" and DATED.search(text, span.start, following if following != -1 else len(text)) is not None


def _has(work: Work, lack: str) -> bool:
    """Whether the text shows what was not read: a year anywhere in the entry or the note, something in italics or quotation
    marks, in front of which an author may stand, or a name before its comma."""
    whole = (work.entry or work.note or work.reference).span.text
    match lack:
        case "date":
            # The day of consultation is no date of the source.
            return not {*YEAR.findall(ADDRESS.sub("", whole))} <= {(work.reference.accessed or "")[:4]}
        case "title":
            # What leads to an entry elsewhere in the report is described there.
            return TITLED.search(whole) is not None or BESIDE.search(whole) is not None
    return any((TITLED.search(whole), INVERTED.match(whole), NAME_FIRST.match(whole), NAME_BEHIND.search(whole)))


def _is_prose(work: Work) -> bool:
    """Whether a text says something in a sentence: less than half of it was read, or it leads to another file of the report."""
    reference = work.reference
    text = ADDRESS.sub("", reference.span.text)
    if not reference.authors and not reference.year and (BESIDE.search(text) or not _says_more(reference)):
        return True
    if work.entry is not None and _is_printed(reference):
        return False
    read = (reference.author_text, reference.title, reference.container, reference.publisher, reference.place)
    return len(text.split()) > LONGEST_LEAD and sum(len(part or "") for part in read) * 2 < len(text)


def _is_web_page(reference: Reference) -> bool:
    """Whether a source is known by its address, or by the day of its consultation, and not by a publisher, a volume or pages."""
    online = ADDRESS.search(reference.span.text) is not None or reference.accessed is not None
    return online and not _is_printed(reference)


def _is_rarely_dated(reference: Reference) -> bool:
    """Whether a source is one whose date few give: a program, a page with the day of access, a work of an author of antiquity,
    who has one name."""
    names = [person.family for person in reference.authors if not person.given]
    ancient = len(names) == len(reference.authors) == 1 and names[0].istitle() and names[0].isalpha()
    consulted = reference.accessed is not None and not _is_printed(reference)
    return ancient or consulted or reference.type == "software"


def _says_more(reference: Reference) -> bool:
    """Whether a text without author and date has more of a reference than a title."""
    return bool(reference.url or reference.publisher or reference.accessed) or _is_printed(reference)


def _is_printed(reference: Reference) -> bool:
    """Whether a source has what only publications have."""
    return any((reference.doi, reference.volume, reference.issue, reference.pages, reference.place))


def _may_lack(work: Work, lack: str) -> bool:
    """Whether a reference may do without: laws without an author, letters and talks without a title; and a whole reference
    in a note, of which only dates are missed, but for what has none."""
    text = work.reference.span.text
    match lack:
        case "date":
            undatable = _undatable().search(text) is not None
            return undatable if work.note is not None else work.reference.type == "manuscript"
        case "title":
            return work.note is not None or _untitled().search(text) is not None
    return work.note is not None or _by_law().search(text) is not None or STANDARD.match(text) is not None


@cache
def _undatable() -> re.Pattern[str]:
    """Laws, archives and the like, which are found without a date."""
    return re.compile(rf"\b{any_of('source_words')}\b", re.IGNORECASE)


@cache
def _untitled() -> re.Pattern[str]:
    """Letters and talks, which have no title."""
    return re.compile(rf"\b{any_of('untitled')}\b", re.IGNORECASE)


@cache
def _by_law() -> re.Pattern[str]:
    """Laws and decisions, which have no author."""
    return re.compile(rf"(?<!\w)(?:{any_of('acts', 'courts')}|(?i:{any_of('laws')}))(?!\w)")


@cache
def _online() -> re.Pattern[str]:
    """What stands in styles where the day of consultation is the only date of a web page."""
    return re.compile(rf"\[{any_of('online')}\]", re.IGNORECASE)


def _lack(reference: Reference) -> str | None:
    if not reference.title:
        return "title"
    if not reference.year:
        return None if reference.accessed and _online().search(reference.span.text) else "date"
    text = reference.span.text.lstrip("*_ ")
    titled = text[:1] in "«“\"‘'„" or reference.span.text[:1] in "*_"
    if not reference.authors and not titled and not reference.container and not reference.publisher:
        return "author"
    return None


def _links(x: Citations) -> Iterator[Finding]:
    """Notes that hold an address and next to nothing else."""
    bare = [note for note in x.document.notes if _is_bare_note(x, note)]
    usual = mostly(len(bare), len(x.document.notes))
    calls = {marker.note_id: marker for marker in reversed(x.document.markers)}
    for note in bare:
        vague = (
            usual
            or not any(map(_leads_to_page, x.of_note(note)))
            or _is_named(calls.get(note.note_id), x.of_note(note))
        )
        vague = vague or _is_told(x, note)
        yield RULE.finding(
            Place.of(note, x.lang, note.body),
            "link",
            subject=" ".join(note.body.text.split())[:160],
            confidence=Confidence.LIKELY,
            severity=Severity.INFO if vague else None,
        )


def _is_bare_note(x: Citations, note: Note) -> bool:
    """Whether a note cites addresses only, and says next to nothing beside them."""
    group = x.of_note(note)
    if not group or not all(map(_is_bare, group)):
        return False
    rest = _without(note.body.text, [link.citation.span.text for link in group])
    return not _describes(BLANK.sub(" ", rest)) and not all(map(_is_known_by_address, group))


def _leads_to_page(link: Resolved) -> bool:
    """Whether an address names a page by words or numbers of its own, and no product, project or place of code."""
    printed = ADDRESS.search(link.citation.span.text)
    if printed is None:
        return False
    address = printed[0].partition("](")[0].rstrip("/>).,;]")
    address = archived(address) or address
    host, _, path = re.sub(r"\A\w+://(?:www\.)?", "", address).partition("/")
    if CODE_HOST.search(host) or not path:
        return False
    return NUMBERED.search(path) is not None or len(re.findall(r"[^\W\d_]{2,}", path.rpartition("/")[2])) >= 3


def _is_named(marker: Marker | None, links: Sequence[Resolved]) -> bool:
    """Whether the words right before the call of a note name the site that its address leads to: ``GraphQL`` before
    ``https://graphql.org/learn/``."""
    if marker is None:
        return False
    text = marker.span.source.text[max(0, marker.span.start - BEFORE) : marker.span.start]
    named = {word.casefold() for word in NAME.findall(text.rpartition("\n\n")[2])}
    hosts = (HOST.search(archived(link.citation.span.text) or link.citation.span.text) for link in links)
    return any(host is not None and not named.isdisjoint(re.split(r"[\W\d_]+", host[1].casefold())) for host in hosts)


def _is_told(x: Citations, note: Note) -> bool:
    """Whether a note says in a sentence what its address shows, though it names no source."""
    rest = _without(note.body.text, [link.citation.span.text for link in x.of_note(note)])
    said = re.findall(r"[^\W\d_]+", rest)
    return len(said) >= SHORTEST_SENTENCE and said[0].casefold() not in _leads()


def _is_known_by_address(one: Resolved) -> bool:
    """Whether a link has words of its own, or is the home page of what the sentence names."""
    text = one.citation.span.text
    worded = WORDED.search(text)
    if worded is not None and "://" not in worded[1] and not worded[1].startswith("www."):
        return True
    path = ADDRESS.search(text)
    return path is not None and re.sub(r"\A\w+://", "", path[0]).strip("/>).,;]").count("/") <= 1 and "?" not in path[0]


def _describes(rest: str) -> bool:
    """Whether what a note says beside an address names a source, or says something of its own."""
    said = re.findall(r"[^\W\d_]+", rest)
    if len(said) > LONGEST_LEAD or TITLED.search(rest) or NAMED.search(rest):
        return True
    if len(said) > 1 and said[0][0].isupper() and said[0].casefold() in words("indefinite"):
        # "A recording is online": the sentence says what stands there.
        return True
    if (
        len(said) >= SHORTEST_TITLE
        and ENDED.search(rest)
        and said[0][0].isupper()
        and said[0].casefold() not in _leads()
    ):
        # "Medicines for elms in winter.": a title, closed by its stop.
        return True
    # A name, or a sentence about the address.
    return 0 < len(said) <= 3 and said[0][0].isupper() and said[0].casefold() not in _leads()


@cache
def _leads() -> frozenset[str]:
    """The words with which what introduces an address may begin."""
    fields = ("lead_ins", "accessed", "online", "source_labels")
    phrases = (phrase for field in fields for phrase in words(field))
    return frozenset(phrase.split()[0].strip(".,:").casefold() for phrase in phrases)


def _is_bare(one: Resolved) -> bool:
    return one.citation.kind is CitationKind.LINK and one.status is Status.NOTHING


def _without(text: str, parts: Sequence[str]) -> str:
    for part in parts:
        text = text.replace(part, " ")
    return text
