"""The rates that a document declares, with the currencies that they leave out, and where in the document things stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from citecheck.model.document import Amount, BlockKind, Conversion, Document, Note, Rate
from citecheck.model.finding import Place
from citecheck.model.order import gathered
from citecheck.model.source import Source, Span

_BRACKET = 160
"""How many characters after a pair its bracket is looked for to end within."""


class Declared(Struct, frozen=True):
    """A rate with both of its currencies: one ``base`` is so much ``quote``."""

    rate: Rate
    base: str
    quote: str

    @property
    def currencies(self) -> frozenset[str]:
        """The two currencies, whichever way round."""
        return frozenset((self.base, self.quote))


class Where:
    """Finds the note that a span stands in."""

    def __init__(self, document: Document) -> None:
        self.lang = document.lang
        self._document = document

    @cached_property
    def _notes(self) -> Mapping[Source, tuple[list[int], list[Note]]]:
        """The notes of each file and where they begin, in order; nothing is sorted before somebody asks."""
        held: dict[Source, tuple[list[int], list[Note]]] = {}
        for note in sorted(self._document.notes, key=lambda one: one.span.start):
            starts, notes = held.setdefault(note.span.source, ([], []))
            starts.append(note.span.start)
            notes.append(note)
        return held

    def note(self, span: Span) -> Note | None:
        """The note that holds the span; None in the running text."""
        starts, notes = self._notes.get(span.source, ([], []))
        at = bisect_right(starts, span.start) - 1
        return notes[at] if at >= 0 and notes[at].span.holds(span) else None

    def place(self, span: Span) -> Place:
        """The span as a place, with its note."""
        note = self.note(span)
        return Place(span, self.lang) if note is None else Place.of(note, self.lang, span)


def conversions_of(document: Document) -> tuple[Conversion, ...]:
    """The conversions, without further sums in a bracket that already gives the same currency: they are no equivalents."""
    found: dict[tuple[int, int, str], Conversion] = {}
    for one in document.conversions:
        span = one.converted.span
        found.setdefault((id(span.source), span.start, one.original.currency), one)
    return tuple(found.values())


def running_amounts(document: Document) -> Iterator[Amount]:
    """The amounts of the running text and of lists."""
    kinds = {paragraph.index: paragraph.kind for paragraph in document.paragraphs}
    for amount in document.amounts:
        if amount.paragraph is not None and kinds.get(amount.paragraph) in (BlockKind.PROSE, BlockKind.LIST):
            yield amount


def governed(conversion: Conversion, where: Where) -> str | None:
    """The ``note_id`` of the note that may declare a conversion's rate: the one it calls, or the one it stands in."""
    if conversion.marker is not None or conversion.converted.paragraph is not None:
        return conversion.marker
    note = where.note(conversion.span)
    return None if note is None else note.note_id


def bracketed_rates(conversions: Iterable[Conversion], declared: Sequence[Declared]) -> dict[int, tuple[Declared, ...]]:
    """By the ``id`` of a conversion, the rates of its currencies that stand in its own bracket, with its second amount.

    Such a rate is for this pair and no other, whatever the notes declare.
    """
    ordered = sorted(declared, key=lambda one: one.rate.span.start)
    by_file = gathered((one.rate.span.source, one) for one in ordered)
    starts = {source: [one.rate.span.start for one in rates] for source, rates in by_file.items()}
    found: dict[int, tuple[Declared, ...]] = {}
    for conversion in conversions:
        span = conversion.span
        first, second = in_order(conversion)
        rates = by_file.get(span.source, [])
        if not rates or "(" not in span.source.text[first.span.end : second.span.start]:
            continue
        # Where the pair ends its bracket goes on; where the bracket ends, so does what belongs to the pair.
        near = span.source.text[span.end : span.end + _BRACKET]
        end = span.end + min((at for at in map(near.find, ")\n") if at >= 0), default=0)
        at = starts[span.source]
        inside = rates[bisect_left(at, first.span.end) : bisect_left(at, end)]
        own = tuple(one for one in inside if one.currencies == currencies_of(conversion))
        if own:
            found[id(conversion)] = own
    return found


def in_order(conversion: Conversion) -> tuple[Amount, Amount]:
    """The two amounts as they stand in the text."""
    one, other = conversion.converted, conversion.original
    return (one, other) if one.span.start < other.span.start else (other, one)


def currencies_of(conversion: Conversion) -> frozenset[str]:
    """The two currencies of a conversion."""
    return frozenset((conversion.converted.currency, conversion.original.currency))


def declared_rates(document: Document, where: Where) -> tuple[Declared, ...]:
    """The document's rates whose two currencies are printed, or told by the conversions that they are for.

    A rate that prints one currency has the other from the conversions that call its note; one for the whole text, or the only one,
    from those that no other rate is declared for. It is left out where these do not tell.
    """
    if not document.rates:
        return ()
    conversions = conversions_of(document)
    calling = gathered((governed(conversion, where), conversion) for conversion in conversions)
    printed = {frozenset((rate.base, rate.quote)) for rate in document.rates}
    free = [one for one in conversions if currencies_of(one) not in printed]
    alone = len(document.rates) == 1
    rates = (_completed(rate, calling.get(rate.note_id or "", ()), free, alone) for rate in document.rates)
    return tuple(rate for rate in rates if rate is not None)


def _completed(rate: Rate, calling: Sequence[Conversion], free: Iterable[Conversion], alone: bool) -> Declared | None:
    """A rate with both of its currencies; None where one cannot be told. One that stands ``alone`` in a note that no conversion
    calls is for all of them."""
    base, quote = rate.base, rate.quote
    known = base or quote
    if known is not None and (base is None or quote is None):
        other = _other(known, calling)
        if other is None and (rate.whole_text or rate.note_id is None or (alone and not calling)):
            other = _other(known, free)
        base, quote = base or other, quote or other
    return Declared(rate, base, quote) if base is not None and quote is not None else None


def _other(known: str, conversions: Iterable[Conversion]) -> str | None:
    """The one currency that these conversions have beside a known one."""
    others = {code for one in conversions if known in currencies_of(one) for code in currencies_of(one) - {known}}
    return others.pop() if len(others) == 1 else None


def rate_key(lang: str, rate: Rate) -> str:
    """The key of a rate, for findings of one rule that make those of another superfluous."""
    return f"{lang}:rate:{rate.span.source.path}:{rate.span.start}"


def pair_key(lang: str, conversion: Conversion) -> str:
    """The key of a conversion."""
    return f"{lang}:conversion:{conversion.span.source.path}:{conversion.span.start}"


def amount_key(lang: str, amount: Amount) -> str:
    """The key of an amount."""
    return f"{lang}:amount:{amount.span.source.path}:{amount.span.start}"


def amount_keys(lang: str, conversion: Conversion) -> tuple[str, ...]:
    """The keys of the two amounts of a conversion: one that it shows to be wrong need not be compared with a translation."""
    return tuple(amount_key(lang, one) for one in (conversion.converted, conversion.original))


def shown(span: Span) -> str:
    """The text of a span without Markdown's escapes, on one line."""
    return " ".join(span.text.replace("\\", "").split())
