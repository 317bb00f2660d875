"""Numbers as printed, and the figures of running text: span to `Number` and `Figure`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct

from citecheck.languages import Language
from citecheck.languages.patterns import any_of
from citecheck.model.document import Figure
from citecheck.model.source import Span
from citecheck.parse.dates import month_after, month_before
from citecheck.parse.places import Covered
from citecheck.parse.words import of_word

MOST_DIGITS = 30
"""Numbers with more digits are no quantities that anybody prints: they are passed over."""

FILLER = "\ue000"
"""Stands for every character of what `hide` hides: a private-use sign that no pattern matches."""

SPACES = " \u00a0\u202f\u2009"
# White space in a verbose pattern counts only as an escape.
_SPACES = r"\x20\u00a0\u202f\u2009"

# The first character comes before the look-behinds so that the engine can skip to it quickly. Every repeat is bounded
# or possessive: the time is linear whatever the text.
_NUMBER = re.compile(
    rf"""
    [0-9](?<![0-9][0-9])(?<![0-9][.,'’][0-9])
    (?:
        [0-9]{{0,2}}(?:[{_SPACES}][0-9]{{3}}(?![0-9])){{1,9}}(?:[.,][0-9]{{1,30}})?
      | [0-9]{{0,2}}(?:['’][0-9]{{3}}(?![0-9])){{1,9}}(?:[.,][0-9]{{1,30}})?
      | [0-9]{{0,2}}(?:\.[0-9]{{3}}){{2,9}}(?:,[0-9]{{1,30}})?
      | [0-9]{{0,2}}(?:,[0-9]{{3}}){{2,9}}(?:\.[0-9]{{1,30}})?
      | [0-9]{{0,2}}\.[0-9]{{3}},[0-9]{{1,30}}
      | [0-9]{{0,2}},[0-9]{{3}}\.[0-9]{{1,30}}
      | [0-9]{{0,29}}(?:[.,][0-9]{{1,29}})?
      | (?P<endless>[0-9]{{30,}}+)
    )
    (?![0-9]|[.,'’][0-9])
    """,
    re.VERBOSE,
)
_NO_SPACES = str.maketrans("", "", SPACES + "'’")

_HIDDEN = re.compile(
    r"""
    [<\[\]hfwd⁰¹²³⁴⁵⁶⁷⁸⁹]
    (?:
        (?<=<)(?:su[pb]>[^<]{0,80}+</su[pb]>|[A-Za-z/!][^<>\n]*+>)
      | (?<=[^\W\d_][^\W\d_][^\W\d_][⁰¹²³⁴⁵⁶⁷⁸⁹])[⁰¹²³⁴⁵⁶⁷⁸⁹]{0,3}+
      | (?<=\[)\^[^\]\s]{1,80}+\]
      | (?<=\[)\s?[0-9]{1,4}+(?:\s?[,;–-]\s?[0-9]{1,4}+){0,30}\s?(?=\\?\])
      | (?<=\])\([^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)?
      | (?:(?<=h)ttps?|(?<=f)tp)://[^\s<>]*+
      | (?<=w)ww\.[^\s<>]*+
      | (?<=d)oi:[^\s<>]++
    )
    """,
    re.VERBOSE,
)


_OPENERS = frozenset("([{|\"'“”«»‘’*_—…~≈±<>≥≤+" + FILLER)
_CLOSERS = frozenset(",;!?)]}|\"'“”«»‘’*_—–…" + FILLER)
_RANGE_LOW = re.compile(r"(?<![\w.,:/–‑-])(?!(?:1[5-9]|20)[0-9]{2}[-‑–])[0-9]{1,6}(?:[.,][0-9]{1,4})?[-‑–]\Z")
_LONG_CODE = re.compile(r"(?:[-‑][0-9]{1,9}){2}")
_LABEL_START = re.compile(r"(?:\A|\n)[ \t>]{0,8}(?:[-*•][ \t])?\Z")
_LABEL_END = re.compile(r"[.)]\s")
_SCALE_WORD = 5
"""Letters of the shortest scale that is a word."""
_LETTERS = re.compile(r"(?:[kKMB]|[Mm]r?ds?|bl?n|tr?n|ml?n|mi[oa])(?![^\W_])")
"""What multiplies a number that it sticks to ("974M"). A small letter stands for units as well."""


class Number(Struct, frozen=True):
    """A number as printed: characters ``start`` to ``end``, worth ``digits`` over ten to the power of ``decimals``.

    ``bare`` numbers have neither group nor decimal separators.
    """

    start: int
    end: int
    digits: int
    decimals: int
    bare: bool

    @property
    def yearlike(self) -> bool:
        """Whether it may be a year: four bare digits from 1500 to 2099."""
        return self.bare and self.end - self.start == 4 and 1500 <= self.digits <= 2099

    def times(self, scale: int) -> Decimal:
        """The exact value of the number times ``scale``, without exponent where it is a whole one."""
        return exact(self.digits * scale, self.decimals)


def exact(digits: int, decimals: int) -> Decimal:
    """``digits`` over ten to the power of ``decimals``, never rounded, without exponent where it is a whole number."""
    whole, rest = divmod(digits, 10**decimals)
    return Decimal(f"{digits}E-{decimals}") if rest else Decimal(whole)


def find_numbers(text: str, lang: Language) -> Iterator[Number]:
    """Every number of ``text`` in order; group and decimal separators are told by their shape, then by the language."""
    for match in _NUMBER.finditer(text):
        if match["endless"] is not None:
            continue
        start, end = match.span()
        printed = match[0]
        if printed.isdigit():
            yield Number(start, end, int(printed), 0, True)
            continue
        digits, decimals = _read(printed, lang)
        if len(digits) <= MOST_DIGITS:
            yield Number(start, end, int(digits), decimals, False)


def hide(text: str) -> str:
    """``text``, as long as before, with filler where no number is meant for the reader.

    That is in superscripts, subscripts, tags, note labels, numbers of sources in brackets, URLs, link targets and DOIs. Raised
    digits behind a word are superscripts; behind a unit ("km²") they belong to it.
    """
    return _HIDDEN.sub(_fill, text)


def find_figures(
    span: Span, lang: Language, paragraph: int, taken: Sequence[Span], hidden: str | None = None
) -> tuple[Figure, ...]:
    """The numbers in ``span`` that count or measure something, in order.

    Passed over: what touches a ``taken`` span (amounts, dates, markers, citations, URLs), years, days of a month,
    ordinals, clock times, list numbers and parts of identifiers (``S-400``, ``5G``). A scale word is applied to the
    value (``170 millions`` is 170 000 000) and belongs to the span, as does the unit; ``unit`` is the entry of the
    language's table (``%``, ``pour-cent``), in lower case. ``hidden`` is what `hide` makes of the text, where that is known.
    """
    raw = span.text
    text = hide(raw) if hidden is None else hidden
    text = _clock(lang).sub(_fill, text) if _hour(lang).search(text) else text
    covered = Covered(span, taken)
    figures = []
    for number in find_numbers(text, lang):
        if not _opens(text, number.start):
            continue
        scale, unit, end = _read_tail(text, number, lang)
        if unit is None and ((number.yearlike and scale is None) or not _closes(text, raw, end)):
            continue
        if end == number.end and (_is_label(text, number) or _is_day(text, number, lang)):
            continue
        negative = is_negative(text, number.start)
        start = number.start - 1 if negative else number.start
        if covered.touch(span.start + start, span.start + end):
            continue
        value = number.times(scale or 1)
        figures.append(Figure(span.part(start, end), value.copy_negate() if negative else value, unit, paragraph))
    return tuple(figures)


def is_negative(text: str, start: int) -> bool:
    """Whether a minus stands before ``start``: glued to what follows, and to nothing before it."""
    if start == 0 or text[start - 1] not in "-−":
        return False
    return start == 1 or text[start - 2] in "([|" or text[start - 2].isspace()


def spaced(word: str) -> str:
    """A pattern for a table word that takes line ends and no-break spaces for its spaces, and either apostrophe."""
    return re.escape(word).replace(r"\ ", r"\s{1,3}").replace("'", "['’]")


def _read(printed: str, lang: Language) -> tuple[str, int]:
    """Digits and number of decimals of a number with separators."""
    packed = printed.translate(_NO_SPACES)
    dot, comma = packed.rfind("."), packed.rfind(",")
    last = max(dot, comma)
    if last == -1:
        return packed, 0
    mark = packed[last]
    decimals = len(packed) - last - 1
    if packed.count(mark) > 1:
        decimals = 0
    elif min(dot, comma) == -1 and len(packed) == len(printed) and decimals == 3 and last <= 3:
        grouped = mark in lang.group_separators and packed[0] != "0"
        decimals = 0 if grouped else 3
    return packed.replace(".", "").replace(",", ""), decimals


def _fill(match: re.Match[str]) -> str:
    return FILLER * (match.end() - match.start())


@cache
def _clock(lang: Language) -> re.Pattern[str]:
    """A time of day: ``14 h 30``, ``2.30 pm``, ``at 14 h``; with a colon it is no number anyway."""
    hour, minute = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
    signs, halves, before = map(_either, (lang.hour_signs, lang.half_days, lang.before_hours))
    end = r"(?![^\W_])"
    return re.compile(
        rf"(?<![\w.,:/–-]){hour}(?:[{SPACES}]?(?i:{signs})[{SPACES}]?{minute}{end}"
        rf"|(?:[:.]{minute})?[{SPACES}]?(?i:{halves}){end})"
        rf"|(?<!\w)(?i:{before})[{SPACES}]{hour}[{SPACES}]?(?i:{signs})(?:[{SPACES}]?{minute})?{end}"
    )


@cache
def _hour(lang: Language) -> re.Pattern[str]:
    """What each time of day has. Most texts have none: asking costs less than looking for times."""
    return re.compile(rf"\d[{SPACES}]?(?i:{_either(lang.hour_signs)}|{_either(lang.half_days)})")


def _either(words: Collection[str]) -> str:
    """A pattern for one of the words of a table; for a table without words, the sign of hours."""
    return "|".join(map(spaced, sorted(words or ("h",), key=len, reverse=True)))


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(rf"<sup>{any_of('ordinal_endings')}</sup>")


def _opens(text: str, start: int) -> bool:
    """Whether nothing before a number makes it a part of something longer (``S-400``, ``2019-24``, ``10:30``)."""
    before = text[start - 1] if start else " "
    if before.isspace() or before in _OPENERS:
        return True
    if before in "-‑–−":
        # After a number the hyphen means "to": both are figures unless the first is a year or part of a longer code.
        return is_negative(text, start) or _RANGE_LOW.search(text, max(0, start - 12), start) is not None
    return False


def _closes(text: str, raw: str, end: int) -> bool:
    """Whether nothing after a number or its scale makes it a part of something longer (``5G``, ``109-A``)."""
    after = text[end] if end < len(text) else " "
    beyond = text[end + 1] if end + 1 < len(text) else " "
    if after == FILLER:
        return _ordinal().match(raw, end) is None
    if after == "+":
        # "50+ others" are at least so many; "5+3" is a sum.
        return not beyond.isalnum()
    if after in "-‑":
        return beyond.islower() or (beyond.isdigit() and _LONG_CODE.match(text, end) is None)
    if after in ":/.":
        return not beyond.isalnum()
    return after.isspace() or after in _CLOSERS


def _is_label(text: str, number: Number) -> bool:
    """Whether the number counts the items of a list."""
    return _LABEL_END.match(text, number.end) is not None and (
        _LABEL_START.search(text, max(0, number.start - 12), number.start) is not None
    )


def _is_day(text: str, number: Number, lang: Language) -> bool:
    """Whether the number is the day of a date without a year (``31 octobre``, ``April 1``)."""
    if not number.bare or number.end - number.start > 2:
        return False
    # English "may" is a month only with a capital.
    return any(
        found is not None and text[found.start : found.end] not in lang.stop_words
        for found in (month_before(text, number.start), month_after(text, number.end))
    )


@cache
def _tail(lang: Language) -> re.Pattern[str]:
    gap = r"(?:[^\S\n]{0,3}(?:\n[^\S\n]{0,3})?|[-‑])"
    scales = "|".join(spaced(word) for word in sorted(lang.scales, key=len, reverse=True) if len(word) >= _SCALE_WORD)
    units = "|".join(
        re.escape(word).replace(r"\-", r"[-\s]") for word in sorted(lang.units, key=lambda word: (-len(word), word))
    )
    scale = rf"{gap}(?P<scale>(?i:{scales}))(?![^\W_])"
    linked = rf"(?:{gap}{of_word(gap, '')}?(?P<scaled>(?i:{units}))(?![^\W_]))?"
    return re.compile(rf"{scale}{linked}|{gap}(?P<unit>(?i:{units}))(?![^\W_])")


def _read_tail(text: str, number: Number, lang: Language) -> tuple[int | None, str | None, int]:
    """Scale, unit and end of the number with both."""
    if number.end >= len(text) or text[number.end] in _CLOSERS:
        return None, None, number.end
    letters = _LETTERS.match(text, number.end)
    if letters is not None and (scale := lang.scales.get(letters[0])):
        return scale, None, letters.end()
    # "4 000+ milliards" are at least so many.
    tail = _tail(lang).match(text, number.end + text.startswith("+", number.end))
    if tail is None:
        return None, None, number.end
    unit = _unit(tail["scaled"] or tail["unit"], lang)
    scale = lang.scales.get(tail["scale"].lower()) if tail["scale"] else None
    if unit is not None:
        return scale, unit, tail.end()
    return scale, None, number.end if scale is None else tail.end("scale")


def _unit(printed: str | None, lang: Language) -> str | None:
    """The unit of the language's table that is printed."""
    if printed is None:
        return None
    # A single letter means a unit only in the case of the table: "5 M" is no five metres.
    named = printed if len(printed) == 1 else re.sub(r"\s", "-", printed.lower())
    return named if named in lang.units else None
