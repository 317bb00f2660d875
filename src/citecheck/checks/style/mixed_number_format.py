"""Thousands written in several ways, or in a way that the language does not use.

"23'000" beside "2000" makes the reader wonder whether both are counts. Numbers of four digits may go without a separator,
as long as all of them do. What may be a year is a count where the other version gives it with what it counts. The apostrophe is Swiss: neither English nor French uses it elsewhere.

Wrong: "2 000" and "1180" in one French text. Right: "2 000" and "1 180".

To mend it, write them all in one way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from citecheck.checks import NEEDS_SOURCE
from citecheck.checks.style.counts import counts
from citecheck.checks.style.habits import Use, habit, in_order
from citecheck.languages import Language, language
from citecheck.model.document import Amount, Document, Figure
from citecheck.model.evidence import Evidence
from citecheck.model.finding import Abstention, Confidence, Edit, Finding, Fix, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.rule import Example, Rule, Trust, Wording
from citecheck.model.source import Span

NUMBER = re.compile(r"\d[\d\s.,'’]*")
CLOSED = re.compile(r"(?P<whole>\d{4,})(?P<decimals>[.,]\d+)?")
GROUPED = re.compile(r"(?P<whole>\d{1,3}(?P<sign>[.,'’\s])\d{3}(?:(?P=sign)\d{3})*)(?P<decimals>[.,]\d{1,2})?")
AFTER = re.compile(r"[ \t\n\u00a0\u202f\u2009-]{1,3}[*_«“\"]{0,3}([^\W\d_]+)")
MORE_BEFORE = re.compile(r"[\d)+][ \u00a0\u202f\u2009./-]?\Z")
MORE_AFTER = re.compile(r"[ \u00a0\u202f\u2009./-]\d")
BEFORE = re.compile(r"[^\W\d_]+\Z")
SIGNED = re.compile(r"(?:№|#|\b[Nn](?:[°º]|o\.?|os\.?|r\.?))\Z")
YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
COUNTED, PLURAL = 4, ("s", "x")
"""How long a word for what a number of another language counts is at least, and how its plural ends."""
SHORTEST = 3
"""How long a word for what is counted is at least."""
LONGEST = 3
"""Characters of the decimals that a count of thousands is printed with, at most, with their sign."""
LABELLED = re.compile(r"(?:[:=/_]|[^\W\d_]\.)\Z")
"""What stands before a number that is a name, or a part of one: "ID: 19795", "Dem. 59 122"."""
APOSTROPHE = "apostrophe"
NONE = "none"
SHOWN = {"space": "12 000", ",": "12,000", ".": "12.000", APOSTROPHE: "12'000", NONE: "12000"}

RULE = Rule(
    code="STY005",
    name="mixed-number-format",
    severity=Severity.INFO,
    in_pdf=Trust.NONE,
    of_source=False,
    messages={
        "mixed": {
            "en": Wording("“{text}” here, {count} numbers are written as in “{usual}”.", "Write “{better}”."),
            "fr": Wording(
                "« {text} » ici, alors que {count} nombres sont écrits comme « {usual} ».", "Écrire « {better} »."
            ),
        },
        "swiss": {
            "en": Wording("“{text}” has a Swiss thousands separator.", "Write “{better}”."),
            "fr": Wording("« {text} » a un séparateur de milliers suisse.", "Écrire « {better} »."),
        },
    },
)

EXAMPLES = (
    Example("They were 23,000, then 41,000, then 58000 people.\n", ("58000",)),
    Example("They were 23'000 people.\n", ("23'000",)),
    Example("They were 2500, then 3400, then 58,000 people.\n"),
)


class Written(Struct, frozen=True):
    """A number as printed, in parts: how it sets its thousands apart, its whole part with the sign, and its decimals."""

    form: str
    whole: str
    sign: str
    decimals: str

    @property
    def digits(self) -> str:
        """The digits of the whole part."""
        return "".join(char for char in self.whole if char.isdigit())

    def grouped(self, sign: str) -> str:
        """The number with ``sign`` between groups of three digits; in one piece where that is empty."""
        head = len(self.digits) % 3
        groups = [self.digits[:head]] if head else []
        groups += [self.digits[at : at + 3] for at in range(head, len(self.digits), 3)]
        return sign.join(groups) + self.decimals


Found = tuple[Use, Written]


def check(x: Evidence) -> Iterator[Finding | Abstention]:
    """The thousands separators of figures and amounts, and of what the other version shows to be a count."""
    told = gathered((place.lang, place) for alignment in x.alignments for place in counts(alignment))
    for version in x.versions:
        document, own = version.document, language(version.lang)
        if document.sparse and x.alignments:
            # Figures are judged all the same; what the text prints beside them cannot be.
            yield RULE.abstains(version.lang, NEEDS_SOURCE)
        found = {use.place.span: (use, written) for use, written in _numbers(document, own)}
        for place in told.get(version.lang, ()):
            if (written := _written(place.span.text, own)) is not None:
                found.setdefault(place.span, (Use(written.form, place), written))
        ordered = in_order((use for use, _ in found.values()), document)
        yield from _findings([found[use.place.span] for use in ordered], own)


def _findings(found: Sequence[Found], lang: Language) -> Iterator[Finding]:
    swiss = [one for one in found if one[1].form == APOSTROPHE]
    if swiss:
        # A Swiss house may want it so: a person decides.
        yield _finding("swiss", swiss, lang.group_separators[0], subject="swiss", safe=False)
    # Where no number of four digits is grouped, only longer ones tell.
    four = {written.form for _, written in found if len(written.digits) == 4}
    judged = [one for one in found if len(one[1].digits) > 4 or not four <= {NONE}]
    usual = habit([use for use, _ in judged])
    if usual is None:
        return
    signs = Counter(written.sign for _, written in judged if written.form == usual.form)
    sign = lang.group_separators[0] if usual.form == APOSTROPHE else signs.most_common(1)[0][0]
    exceptions = [one for one in judged if one[1].form not in (usual.form, APOSTROPHE)]
    own = _form(lang.group_separators[0])
    if usual.form not in (own, NONE, APOSTROPHE):
        # Where most numbers are written as elsewhere, those that are written as the language has it are not the ones to mend.
        exceptions = [one for one in exceptions if one[1].form != own]
    if exceptions:
        subject = f"{usual.form} / {exceptions[0][1].form}"
        # A number in one piece that nothing follows may still be a name, which a person would know.
        known = all(written.form != NONE or _counted(use.place.span, lang) for use, written in exceptions)
        usual_form, safe = SHOWN[usual.form], _form(sign) == own and known
        yield _finding("mixed", exceptions, sign, subject=subject, safe=safe, usual=usual_form, count=usual.count)


def _form(sign: str) -> str:
    """How a sign sets thousands apart: any space in the same way, no sign in none."""
    return NONE if not sign else "space" if sign.isspace() else APOSTROPHE if sign in "'’" else sign


def _finding(
    message: str, found: Sequence[Found], sign: str, *, subject: str, safe: bool, usual: str = "", count: int = 0
) -> Finding:
    first, written = found[0]
    return RULE.finding(
        [use.place for use, _ in found],
        message,
        subject=subject,
        confidence=Confidence.LIKELY if message == "swiss" else Confidence.CERTAIN,
        fix=Fix(tuple(Edit(use.place.span, one.grouped(sign)) for use, one in found), safe),
        text=first.place.span.text,
        better=written.grouped(sign),
        usual=usual,
        count=count,
    )


def _numbers(x: Document, own: Language) -> Iterator[Found]:
    numbers: list[Figure | Amount] = [*x.figures, *x.amounts]
    for one in numbers:
        span = one.span
        match = NUMBER.search(span.text)
        if match is None:
            continue
        number = match[0].rstrip(" \t\n.,'’\u00a0\u202f\u2009")
        written = _written(number, own) or _foreign(number, span.part(match.start(), match.start() + len(number)), own)
        if written is None:
            continue
        at = match.start()
        printed = span.part(at, at + len(written.whole) + len(written.decimals))
        if isinstance(one, Amount):
            name = _names_year(printed, written)
        else:
            name = one.unit is None and (_dialled(printed) or _names(printed, written, own))
        if name:
            continue
        yield Use(written.form, Place(printed, x.lang)), written


def _written(text: str, own: Language) -> Written | None:
    """A number from 1000 on in parts; None where it does not show how thousands are set apart."""
    closed = CLOSED.fullmatch(text)
    if closed is not None:
        return Written(NONE, closed["whole"], "", closed["decimals"] or "")
    grouped = GROUPED.fullmatch(text)
    if grouped is None or _is_fraction(grouped, own):
        return None
    sign = grouped["sign"]
    return Written(_form(sign), grouped["whole"], sign, grouped["decimals"] or "")


def _foreign(text: str, number: Span, own: Language) -> Written | None:
    """A count whose thousands another language sets apart, with the sign that has decimals behind it here: one that ends in
    a zero, which no fraction is printed with, before a word for what is counted."""
    grouped = GROUPED.fullmatch(text)
    if grouped is None or grouped["decimals"] is not None or text[0] == "0" or not text.endswith("0"):
        return None
    after = AFTER.match(number.source.text, number.end)
    word = after[1] if after is not None else ""
    counted = (
        len(word) >= COUNTED and word.islower() and word.endswith(PLURAL) and word not in own.scales.keys() | own.units
    )
    return Written(grouped["sign"], grouped["whole"], grouped["sign"], "") if counted else None


def _is_fraction(grouped: re.Match[str], own: Language) -> bool:
    """Whether a number is a decimal fraction as the language writes it, unless three zeros say otherwise."""
    sign, whole = grouped["sign"], grouped["whole"]
    decimal = sign in ".," and sign not in own.group_separators and whole.count(sign) == 1
    return decimal and (grouped["decimals"] is not None or not whole.endswith("000"))


def _dialled(number: Span) -> bool:
    """Whether digits are a part of more of them, as in a telephone or an account number."""
    text = number.source.text
    before, after = text[max(0, number.start - 3) : number.start], text[number.end : number.end + 3]
    return text[number.start] == "0" or bool(MORE_BEFORE.search(before) or MORE_AFTER.match(after))


def _names_year(number: Span, written: Written) -> bool:
    """Whether the digits before a currency are a year, as in "2017 dollars"."""
    return written.form == NONE and not written.decimals and YEAR.fullmatch(number.text) is not None


def _counted(number: Span, own: Language) -> bool:
    """Whether a word for what is counted follows."""
    after = AFTER.match(number.source.text, number.end)
    word = after[1] if after is not None else ""
    return len(word) >= SHORTEST and word.islower() and word not in own.stop_words | own.function_words


def _names(number: Span, written: Written, own: Language) -> bool:
    """Whether digits are more likely a name than a count: a year, a law, a file, a post code, a version, two numbers side by
    side. A count of four digits in one piece is followed by what it counts.
    """
    if written.form != NONE and written.sign != " ":
        return False
    text = number.source.text
    before = text[max(0, number.start - 20) : number.start].rstrip("*_([ \t\n\u00a0\u202f\u2009")
    after, behind = AFTER.match(text, number.end), BEFORE.search(before)
    word, last = after[1] if after else "", behind[0] if behind else ""
    counted = _counted(number, own)
    if LABELLED.search(before) is not None and not counted:
        return True
    if written.form != NONE:
        return False
    if word[:1].isupper() or (len(last) > 1 and last.isupper()) or SIGNED.search(before) is not None:
        return True
    if (last[:1].isupper() or len(written.decimals) > LONGEST or YEAR.match(written.digits)) and not counted:
        return True
    return len(written.digits) == 4 and (not counted or last.casefold() in own.before_years)
