"""A page that is not written the way pages are written in this document, or that cannot be a page.

A number without its "p." may be taken for a year or a volume, and "p. 27-C2.N100" leads nowhere. The label ("p.", "pp.",
none), and the space behind it, are measured by the document's own habit, for notes, brackets and entries each; the
exceptions are findings with a safe fix; "pp." before several pages, which English asks for, is none. What cannot be a page, a label
without a number and a range without an end are findings in any document; of these only a stray sign behind the label ("p, 29",
"p.. 29") has a safe fix.

Wrong: "Doe, 2020, 29" or "Doe, 2020, p.29", where the other notes have "p. 29". Right: "Doe, 2020, p. 29".

To mend it, write the page as the others are written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from citecheck.checks.locators.pages import (
    Cited,
    behind,
    cited,
    counts_otherwise,
    is_page_label,
    locator_key,
    printed_pages,
)
from citecheck.languages import language
from citecheck.languages.letters import DASH
from citecheck.languages.patterns import any_of, conjunctions, joint, page_abbreviation, page_label, stopped
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Edit, Finding, Fix, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.reference import CitationKind
from citecheck.model.rule import Example, Rule, Trust, Wording
from citecheck.model.source import Span

FEWEST = 3
"""Pages written one way from which that way is the habit."""
SHARE = 0.7
ENTRIES = "entries"
PAGED = (
    CitationKind.SHORT,
    CitationKind.TITLE,
    CitationKind.IBID,
    CitationKind.OP_CIT,
    CitationKind.NOTE,
    CitationKind.NUMBER,
    CitationKind.KEY,
)
PAGE = (
    r"(?:(?![OoIil]\d)(?!0+(?!\w))[A-Za-z]{0,2}\d{1,9}(?:(?![ol](?!\w))[a-z]{1,4}|[A-HJ-NP-Z])?(?:[nN]{1,2}\.?\d{1,4})?"
    r"|\d{1,9}\.[eE]\d{1,6}|[ivxlcdm]{1,9}|[IVXLCDM]{1,9})"
)
GOOD = re.compile(rf"({PAGE})(?:\s?[{DASH}]{{1,2}}\s?({PAGE}))?\.?")
ARTICLE = re.compile(r"(?:[A-Za-z]{1,5}[-.]?\d{4,14}|[eE]\d{2,14}|\d{7,14})[A-Z]?")
"""The number of an article that journals print in place of pages: ``e2207159119``, ``eaaz1234``."""
MISTYPED = r"(?-i:\d{1,4}[lIO]\d{1,4}|[lIO]\d{2,4}|\d{2,4}[lO])"
"""A number with a letter that looks like one of its digits."""
PLAIN_PAGES = rf"\d{{1,5}}(?:[{DASH}]\d{{1,5}})?"


@cache
def several() -> re.Pattern[str]:
    """What more than one page has."""
    return re.compile(rf"\w\s?[{DASH},&]|\s{conjunctions()}\s")


@cache
def onwards() -> re.Pattern[str]:
    """What behind a page says that more are meant."""
    further = rf"{conjunctions()}\s|{stopped('page_labels')}|{any_of('onwards')}"
    return re.compile(rf"\s?{any_of('onwards')}(?![^\W_])|,\s?(?:{further})", re.IGNORECASE)


@cache
def stray() -> re.Pattern[str]:
    """What looks like a page and cannot be read as one."""
    label = page_abbreviation()
    return re.compile(
        rf"\s*,?\s*(?P<bad>{label}\s*[,;:]\s*{PLAIN_PAGES}|{label}\.\s*(?:{label}\.|[.,;:])\s*{PLAIN_PAGES}"
        rf"|{label}\.?\s*\?{{1,3}}|{label}\.|(?<=[,:]\s){MISTYPED})(?=\s*(?:[;,.)]|$))",
        re.IGNORECASE,
    )


@cache
def slip() -> re.Pattern[str]:
    """A stray page whose number is plain, and cannot be the year of another source."""
    label = page_abbreviation()
    return re.compile(
        rf"{label}\s*[,.]\s*(?:{label}\.|[.,])?\s*(?P<text>(?!1[5-9]\d\d|20\d\d){PLAIN_PAGES})", re.IGNORECASE
    )


@cache
def entry_pages() -> re.Pattern[str]:
    """Labelled pages as entries have them."""
    pages = rf"\d{{1,6}}(?:\s?[{DASH}]\s?\d{{1,6}})?"
    return re.compile(
        rf"(?<![\w.])(?P<label>{page_abbreviation()}\.?)(?P<gap>\s{{0,2}})(?P<text>{pages})(?![{DASH}\w])"
    )


RULE = Rule(
    code="PAG001",
    name="malformed-locator",
    severity=Severity.WARNING,
    in_pdf=Trust.NONE,
    messages={
        "unlabelled": {
            "en": Wording("“{text}” lacks the “{label}” that {usual} of {total} pages have.", "Write “{good}”."),
            "fr": Wording(
                "« {text} » n'est pas précédé de « {label} », comme {usual} pages sur {total}.", "Écrire « {good} »."
            ),
        },
        "labelled": {
            "en": Wording("“{text}” has a label; {usual} of {total} pages are written without.", "Write “{good}”."),
            "fr": Wording(
                "« {text} » porte une abréviation ; {usual} pages sur {total} s'écrivent sans.", "Écrire « {good} »."
            ),
        },
        "spacing": {
            "en": Wording("“{text}” is spaced otherwise than {usual} of {total} pages.", "Write “{good}”."),
            "fr": Wording("« {text} » est espacé autrement que {usual} pages sur {total}.", "Écrire « {good} »."),
        },
        "label": {
            "en": Wording("“{text}” is labelled otherwise than {usual} of {total} such pages.", "Write “{good}”."),
            "fr": Wording(
                "« {text} » porte une autre abréviation que {usual} pages semblables sur {total}.", "Écrire « {good} »."
            ),
        },
        "impossible": {
            "en": Wording("“{text}” cannot be a page.", "Look the page up in the source."),
            "fr": Wording("« {text} » ne peut pas être une page.", "Vérifier la page dans la source."),
        },
        "endless": {
            "en": Wording("The page range “{text}” has no end.", "Add the last page."),
            "fr": Wording("L'intervalle de pages « {text} » n'a pas de fin.", "Ajouter la dernière page."),
        },
        "stray": {
            "en": Wording("“{text}” is no page reference that can be read.", "Write it as the others are written."),
            "fr": Wording("« {text} » n'est pas une page lisible.", "L'écrire comme les autres."),
        },
    },
    explains=("BIL003",),
)


def _notes(*texts: str) -> str:
    calls = " ".join(f"A.<sup>{number}</sup>" for number, _ in enumerate(texts, 1))
    return calls + "".join(f"\n\n<sup>{number}</sup> {text}" for number, text in enumerate(texts, 1)) + "\n"


EXAMPLES = (
    Example(_notes("Doe, 2020, p. 4", "Doe, 2020, p. 5", "Doe, 2020, p. 8-9", "Roe, 2019, 29"), ("29",)),
    Example(_notes("Doe, 2020, p. 4", "Doe, 2020, p. 5", "Doe, 2020, p. 8-9", "Roe, 2019, p.29"), ("p.29",)),
    Example(_notes("Doe, 2020, p. 4", "Doe, 2020, p. 5", "Doe, 2020, p. 8", "Roe, 2019, pp. 29"), ("pp. 29",)),
    Example(_notes("Doe, 2020, p. 27-C2.N100"), ("p. 27-C2.N100",)),
    Example(_notes("Doe, 2020, 4", "Doe, 2020, 5", "Doe, 2020, 8-9", "Roe, 2019, 29")),
    Example(
        _notes("Doe, 2020, p. 4", "Doe, 2020, pp. 5-6", "Doe, 2020, p. xii", "Roe, 2019, pp. 29, 31", "Ibid., p. 12n3")
    ),
)


class Page(Struct, frozen=True):
    """One locator of pages: its label as printed (empty where it has none), the gap behind it, and the pages."""

    place: Place
    label: str
    gap: str
    text: str
    group: str
    source: str
    several: bool | None
    """Whether it names more than one page; None where that cannot be told (``12 ff.``)."""

    @property
    def span(self) -> Span:
        """All of it."""
        return self.place.span

    @property
    def form(self) -> str:
        """The label in lower case."""
        return self.label.casefold()


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Pages that cannot be pages, then those that differ from the habit of their group."""
    bad = list(_impossible(x))
    # A range without an end is longer than the locator that was read.
    taken = {(found.place.span.source, found.place.span.start) for found in bad}
    pages = [page for page in (*_cited(x), *_in_entries(x)) if (page.span.source, page.span.start) not in taken]
    write = _Writer([page for page in pages if page.label and page.group != ENTRIES])
    yield from (_respelt(found, write) for found in bad)
    for group, mine in gathered((page.group, page) for page in pages).items():
        labelled = [page for page in mine if page.label]
        # Entries of journals mostly have no labels, and others have.
        if group != ENTRIES and 0 < len(labelled) < len(mine):
            yield from _mixed(x, labelled, [page for page in mine if not page.label])
        else:
            yield from _labels(x, labelled)


def _mixed(x: Document, labelled: Sequence[Page], bare: Sequence[Page]) -> Iterator[Finding | Abstention]:
    """What departs from the habit of pages some of which have a label: these, or those that have none, and unusual labels."""
    total = len(labelled) + len(bare)
    if _usual(len(bare), total):
        write = _Writer([])
        yield from (_finding(x, page, "labelled", write(page), len(bare), total) for page in labelled)
    elif _usual(len(labelled), total):
        write = _Writer(labelled)
        yield from (_finding(x, page, "unlabelled", write(page), len(labelled), total) for page in bare)
        yield from _labels(x, labelled)
    else:
        yield RULE.abstains(x.lang, "no-habit")


def _usual(count: int, total: int) -> bool:
    return count >= FEWEST and count >= SHARE * total


def _labels(x: Document, labelled: Sequence[Page]) -> Iterator[Finding]:
    """Those with an unusual space behind the label or, for one page or several, an unusual label."""
    spaced = Counter(bool(page.gap) for page in labelled)
    forms = {more: Counter(page.form for page in labelled if page.several is more) for more in (True, False)}
    write = _Writer(labelled)
    for page in labelled:
        own = spaced[bool(page.gap)]
        if own < len(labelled) - own and _usual(len(labelled) - own, len(labelled)):
            yield _finding(x, page, "spacing", write(page), len(labelled) - own, len(labelled))
        if page.several is None or own < len(labelled) - own:
            continue
        like = forms[page.several]
        [(form, count)] = like.most_common(1)
        plural = page.several and page.form in language(x.lang).plural_page_labels
        if page.form != form and not plural and _usual(count, like.total()):
            yield _finding(x, page, "label", write(page), count, like.total())


class _Writer:
    """Writes pages as those with a label are usually written; as bare numbers where none has one."""

    def __init__(self, labelled: Sequence[Page]) -> None:
        self.gaps = Counter(one.gap for one in labelled)
        self.labels = Counter(one.label for one in labelled)
        self.like: dict[bool | None, Counter[str]] = {}
        for one in labelled:
            self.like.setdefault(one.several, Counter())[one.label] += 1

    def __call__(self, page: Page) -> str:
        if not self.labels:
            return page.text
        gap = self.gaps.most_common(1)[0][0]
        label = self.like.get(page.several, self.labels).most_common(1)[0][0]
        if label.casefold() == page.form:
            label = page.label
        return f"{label}{gap}{page.text}"


def _finding(x: Document, page: Page, message: str, good: str, usual: int, total: int) -> Finding:
    return RULE.finding(
        page.place,
        message,
        subject=page.source,
        fix=Fix((Edit(page.span, good),)),
        text=" ".join(page.span.text.split()),
        label=good[: len(good) - len(page.text)].strip(),
        good=good,
        usual=usual,
        total=total,
    )


def _cited(x: Document) -> Iterator[Page]:
    """The pages of citations, as far as they are plain."""
    for one in cited(x):
        locator = one.citation.locator
        # Of a key another program prints the locator, however it is written.
        if locator is None or one.citation.kind not in PAGED[:-1] or not (locator.label or locator.ranges):
            continue
        label = locator.label or ""
        if (label and not is_page_label(label)) or (not label and _introduced(locator.span)):
            continue
        printed = locator.span.text
        text = printed[len(printed) - len(locator.text) :]
        gap = printed[len(label) : len(printed) - len(text)]
        source = " ".join(one.citation.span.text.split())
        more = _several(text, locator.span)
        yield Page(one.place(x.lang, locator.span), label, gap, text, one.group, source, more)


def _introduced(span: Span) -> bool:
    """Whether a number without label needs none: a colon introduces it as the page (``2014: 23``), or it counts no pages."""
    return span.source.text[max(0, span.start - 4) : span.start].rstrip()[-1:] == ":" or counts_otherwise(span)


def _several(text: str, span: Span) -> bool | None:
    """Whether pages are more than one; None where what stands behind them leaves it open, as the dash of ``A-12`` does."""
    if onwards().match(behind(span)) or re.match(rf"[A-Za-z]{{1,4}}\s?[{DASH}]\s?\d", text):
        return None
    return several().search(text) is not None


def _in_entries(x: Document) -> Iterator[Page]:
    """The labelled pages of entries; journals often have none."""
    for entry in x.printed_entries:
        for reference in entry.references:
            span = printed_pages(reference)
            if span is None:
                continue
            start = span.start - reference.span.start
            for match in entry_pages().finditer(reference.span.text, max(0, start - 8)):
                if match.start("text") == start:
                    where = reference.span.part(*match.span())
                    source = f"{reference.author_text} {reference.year} {match['text']}"
                    more = _several(match["text"], where)
                    place = Place.of(entry, x.lang, where)
                    yield Page(place, match["label"], match["gap"], match["text"], ENTRIES, source, more)


def _impossible(x: Document) -> Iterator[Finding]:
    """What cannot be read as pages, in citations and in entries."""
    for one in cited(x):
        if one.citation.kind in PAGED:
            yield from _impossible_in(x, one)
    for entry in x.printed_entries:
        for reference in entry.references:
            span = printed_pages(reference)
            if span is not None and not _plain(span.text):
                name = f"{reference.author_text} {reference.year} {span.text}"
                yield _wrong(x, Place.of(entry, x.lang, span), "impossible", name, span)


def _impossible_in(x: Document, one: Cited) -> Iterator[Finding]:
    citation, locator, body = one.citation, one.citation.locator, one.holder.span
    source = " ".join(citation.span.text.split())
    if locator is None:
        match = stray().match(body.text, citation.span.end - body.start)
        if match is not None:
            yield _wrong(x, one.place(x.lang, body.part(*match.span("bad"))), "stray", source, citation.span)
    elif locator.label is not None and is_page_label(locator.label):
        after = behind(locator.span)[:2]
        if after[:1] and after[0] in DASH and not after[1:].isalnum():
            whole = body.part(locator.span.start - body.start, locator.span.end - body.start + 1)
            yield _wrong(x, one.place(x.lang, whole), "endless", source, citation.span)
        elif not all(_plain(piece) for piece in re.split(joint(), locator.text)):
            yield _wrong(x, one.place(x.lang, locator.span), "impossible", source, citation.span)


def _respelt(found: Finding, write: _Writer) -> Finding:
    """A finding of a stray page, with its fix where only signs are wrong."""
    match = slip().fullmatch(found.place.span.text) if found.message == "stray" else None
    if match is None:
        return found
    label = language(found.place.lang).page_labels[0]
    page = Page(found.place, label, " ", match["text"], "", "", several().search(match["text"]) is not None)
    good = write(page) if write.labels else f"{label} {page.text}"
    return replace(found, fix=Fix((Edit(page.span, good),)))


def _plain(piece: str) -> bool:
    """Whether a piece is one page or a range of two: from ``xii`` to ``4``, but never from ``12`` to ``xv``."""
    piece = _label_first().sub("", piece.strip())
    match = GOOD.fullmatch(piece)
    if match is None:
        return ARTICLE.fullmatch(piece) is not None
    low, high = match.groups()
    return high is None or low.isalpha() or not high.isalpha()


@cache
def _label_first() -> re.Pattern[str]:
    return re.compile(rf"^{page_label()}\.?\s*", re.IGNORECASE)


def _wrong(x: Document, place: Place, message: str, source: str, holder: Span) -> Finding:
    """A finding at ``place``; ``holder`` is the citation or the entry's pages of which that is a part."""
    return RULE.finding(
        place,
        message,
        subject=source,
        about=[locator_key(x.lang, holder)],
        text=" ".join(place.span.text.split()),
    )
