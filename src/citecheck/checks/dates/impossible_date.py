"""A date that cannot be: 31 April, the year 20119, a page consulted a year before it appeared.

A digit slipped, and the reader looks for an issue or a version that there is not. Where a source was consulted before it
appeared one of the two dates is wrong; only the source tells which.

A day is judged where it stands with its month and year. A year of five digits is judged in brackets, in an entry or where the
name before it is that of an author whom the document has. The dates of publication and of consultation are compared as far as both
are printed: the year of one may be all that is known. A source whose year was not read in front, in brackets, is less certain.
Where the dates lie two months or less apart it is information only: a page bears the date of its last change, a book that of
the next year. So it is in a bibliography file for what is published or issued, which is consulted online before it bears its year,
and is dated anew by registries. What is no date (a time of day) is not compared.

Wrong: "Doe, J. (2022). *Report*. https://example.org. Accessed 3 May 2021". Right: "Accessed 3 May 2023".

To mend it, look at the source, and correct the date that is wrong.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache

from citecheck.checks.dates.ranges import day_range
from citecheck.checks.subjects import shown_works, source_subject
from citecheck.languages.folding import fold
from citecheck.languages.patterns import any_of
from citecheck.model.citations import Citations, Work
from citecheck.model.document import Date, Entry, Note
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording
from citecheck.model.source import Span

RULE = Rule(
    code="DAT001",
    name="impossible-date",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    messages={
        "day": {
            "en": Wording("“{date}” is no day of the calendar.", "Correct the day or the month."),
            "fr": Wording("« {date} » n'est pas un jour du calendrier.", "Corriger le jour ou le mois."),
        },
        "digits": {
            "en": Wording("“{date}” is no year.", "Take out the digit too many."),
            "fr": Wording("« {date} » n'est pas une année.", "Supprimer le chiffre de trop."),
        },
        "before": {
            "en": Wording(
                "This source is dated {date}, and was consulted before that, on {accessed}.",
                "Correct the date that is wrong.",
            ),
            "fr": Wording(
                "Cette source est datée de {date}, mais aurait été consultée avant, le {accessed}.",
                "Corriger la date fautive.",
            ),
        },
    },
    explains=("CIT001", "CIT002", "CIT010"),
)

EXAMPLES = (
    Example("## References\n\n- Doe, J. (2022). *One*. https://example.org Accessed 3 May 2021.\n", ("3 May 2021",)),
    Example("## References\n\n- Doe, J. (2021). *One*. https://example.org Accessed 3 May 2021.\n"),
    Example("## References\n\n- Doe, J. (2021, 31 April). *One*. Press.\n", ("2021, 31 April",)),
    Example("## References\n\n- Doe, J. (2021, 30 April). *One*. Press.\n"),
    Example("## References\n\n- Doe, J. (20119). *One*. Press.\n", ("20119",)),
)

FIVE_DIGITS = re.compile(r"(?<![^\W\d_])[(\[]\s?((?:1[5-9]|20)\d{3})[a-z]?\s?[)\]]")
"""A year of five digits in brackets."""
DIGITS = re.compile(r"\d(?<!\d\d)(?<=[12])[05-9]\d{3}(?!\d)")
NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
RANGE_BEFORE = re.compile(r"[\d–-]\s?$")
IN_BRACKETS = re.compile(r"[(\[]\s?\d{4}")
LATEST_DAY = 31
REVISED = 62
"""Days by which a source may have been consulted before its date: a page that bears the date of its last change, a book that bears
the next year."""


def check(x: Citations) -> Iterator[Finding | Abstention]:
    """Days that no month has, years of five digits, and sources consulted before they appeared."""
    for date in x.document.dates:
        if _is_impossible(date):
            yield _finding(x, "day", date.span)
    yield from _years(x)
    printed = {id(entry) for entry in x.document.printed_entries}
    for work in (*shown_works(x), *_again(x)):
        yield from _consulted(x, work, work.entry is None or id(work.entry) in printed)


def _finding(x: Citations, message: str, span: Span) -> Finding:
    printed = " ".join(span.text.split())
    return RULE.finding(_place(x, span), message, subject=printed, date=printed)


def _place(x: Citations, span: Span) -> Place:
    """Where a stretch stands, with the note or the entry that holds it."""
    units: list[Note | Entry] = [*x.document.notes, *x.document.entries]
    holder = next((unit for unit in units if unit.span.holds(span)), None)
    return Place.of(holder, x.lang, span) if holder is not None else Place(span, x.lang)


def _is_impossible(date: Date) -> bool:
    """Whether a date was read without its day because the month has no such day."""
    if len(date.iso) != len("2020-04"):
        return False
    text = date.span.source.text
    before = text[max(0, date.span.start - 12) : date.span.start]
    if RANGE_BEFORE.search(before) or _counted().search(before):
        return False
    year, month = map(int, date.iso.split("-"))
    numbers = [int(number) for number in NUMBER.findall(date.span.text)]
    return any(monthrange(year, month)[1] < number <= LATEST_DAY for number in numbers)


@cache
def _cited() -> re.Pattern[str]:
    """A name and a year of five digits."""
    return re.compile(
        rf"(?P<name>[^\W\d_][\w’'-]{{1,40}})(?:\s{any_of('et_al')}\.?)?,?\s\(?(?P<year>(?:1[5-9]|20)\d{{3}})[a-z]?(?=[),;:.])"
    )


@cache
def _counted() -> re.Pattern[str]:
    """What makes a volume, an issue or a page of the number behind it."""
    return re.compile(rf"(?<!\w){any_of('volume_labels', 'number_signs', 'page_labels')}\.?\s?$", re.IGNORECASE)


def _years(x: Citations) -> Iterator[Finding]:
    """Years of five digits: in the brackets of entries, and behind the names of known authors."""
    for entry in x.document.printed_entries:
        for match in FIVE_DIGITS.finditer(entry.body.text):
            yield _finding(x, "digits", entry.body.part(*match.span(1)))
    known = {fold(person.family) for work in x.works for person in work.reference.authors}
    pieces = [note.body for note in x.document.notes]
    pieces += [piece for paragraph in x.document.paragraphs for piece in paragraph.pieces]
    for piece in pieces:
        text = piece.text
        # Few texts have a number of five digits: the pattern need not look behind each of their words.
        for match in _cited().finditer(text) if DIGITS.search(text) else ():
            if fold(match.group("name")) in known:
                yield _finding(x, "digits", piece.part(*match.span("year")))


def _again(x: Citations) -> Iterator[Work]:
    """What notes give in full again, where the dates are not those of the source."""
    for number, one in enumerate(x.resolved):
        reference, work = one.citation.reference, one.work
        if reference is None or work is None or one.note is None or reference is work.reference:
            continue
        known = work.reference
        if (reference.date, reference.accessed) != (known.date, known.accessed):
            yield Work(f"again:{number}", reference, note=one.note)


def _consulted(x: Citations, work: Work, printed: bool) -> Iterator[Finding]:
    """A source that was consulted before it appeared; ``printed`` says that it stands in the text, not in a bibliography file."""
    reference = work.reference
    date, accessed = reference.date or reference.year, reference.accessed
    appeared, consulted = day_range(str(date or "")), day_range(accessed or "")
    if appeared is None or consulted is None or appeared[0] <= consulted[1]:
        return
    if (reference.volume or reference.issue) and consulted[0].year + 1 >= appeared[0].year:
        # Issues of journals bear a later date than the day on which they can be read, often one of the next year.
        return
    year = f"{reference.year}"
    sure = any(year in match.group() for match in IN_BRACKETS.finditer(reference.span.text))
    issued = reference.publisher or reference.container or reference.doi
    near = (appeared[0] - consulted[1]).days <= REVISED or (not printed and issued)
    yield RULE.finding(
        Place.of(work, x.lang, _accessed_span(x, work)),
        "before",
        subject=source_subject(work),
        severity=Severity.INFO if near else None,
        confidence=Confidence.POSSIBLE if near else Confidence.CERTAIN if sure else Confidence.LIKELY,
        date=str(date),
        accessed=str(accessed),
    )


def _accessed_span(x: Citations, work: Work) -> Span:
    """Where the date of consultation stands; the whole reference where it cannot be told."""
    dates = (date.span for date in x.document.dates if date.iso == work.reference.accessed)
    return next((span for span in dates if work.reference.span.holds(span)), work.reference.span)
