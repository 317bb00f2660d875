"""An amount that is left in its currency although the document converts such amounts.

Where a document gives its readers the equivalent in their currency, they expect it everywhere; an amount without it cannot
be compared with the others.

The rule speaks of a currency of which the document converts at least three amounts. It looks at the running text only: not
at notes, tables, captions, quotations, titles in italics, citations, addresses, declared rates and what stands in the
bracket of a conversion. An amount that is converted elsewhere in the document needs it once.

Wrong, in a document that converts dollars: "… and another US$50 million". Right: "… another €47 million (US$50 million)".

To mend it, add the conversion.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from citecheck.checks.currency.declared import Where, amount_key, declared_rates, running_amounts, shown
from citecheck.checks.currency.directed import read_pairs
from citecheck.checks.currency.pairs import Pair
from citecheck.checks.spans import Spans
from citecheck.languages import Language, language
from citecheck.model.document import Amount, Bracket, Conversion, Document, Note, Rate, Url
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.order import gathered
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

FEWEST = 3
REACH = 2000
"""Characters before an amount in which a quotation or a title that it stands in is looked for."""

RULE = Rule(
    code="CUR003",
    name="unconverted-amount",
    severity=Severity.INFO,
    messages={
        "amount": {
            "en": Wording(
                "{amount} is not converted into {main}; {count} other amounts in {currency} are.",
                "Add what it is in {main}.",
            ),
            "fr": Wording(
                "{amount} n'est pas converti en {main} ; {count} autres montants en {currency} le sont.",
                "Ajouter l'équivalent en {main}.",
            ),
        },
    },
)

CONVERTED = "€10 million (US$11 million), then €20 million (US$22 million), then €30 million (US$33 million)"

EXAMPLES = (
    Example(f"They spent {CONVERTED}, and US$50 million at last.\n", ("US$50 million",)),
    Example(f"They spent {CONVERTED}, and €40 million at last.\n"),
    Example(f"They spent {CONVERTED}. They say “we spend US$50 million”.\n"),
    Example(f"They spent {CONVERTED}, US$33 million in one year.\n"),
    Example("They spent €10 million (US$11 million), and US$50 million at last.\n"),
    Example(f"They spent {CONVERTED}. The mill took US$1 million, the dam US$2 million, the port US$4 million.\n"),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Amounts of the running text in a currency that is converted elsewhere."""
    if len(x.conversions) < FEWEST:
        return
    where, lang = Where(x), language(x.lang)
    pairs = read_pairs(x, declared_rates(x, where), where)
    converted = Counter(pair.origin.currency for pair in pairs)
    main = Counter(pair.result.currency for pair in pairs).most_common(1)[0][0] if pairs else ""
    candidates = _oversights(list(_unpaired(x, pairs)), converted, main)
    if candidates and x.sparse:
        yield RULE.abstains(x.lang, "needs-source")
        return
    brackets = gathered((conversion.converted.paragraph, conversion.span) for conversion in x.conversions)
    for amount in candidates:
        if not _set_apart(amount, x, lang, brackets):
            yield RULE.finding(
                where.place(amount.span),
                "amount",
                subject=shown(amount.span),
                about=[amount_key(x.lang, amount)],
                confidence=Confidence.LIKELY,
                amount=shown(amount.span),
                main=main,
                currency=amount.currency,
                count=converted[amount.currency],
            )


def _oversights(lone: Sequence[Amount], converted: Mapping[str, int], main: str) -> list[Amount]:
    """Of the amounts that stand alone, those in a currency that is mostly converted. Where many stand alone, they are no
    oversight: the document thinks in that currency."""
    alone = Counter(one.currency for one in lone)
    often = {code for code, count in converted.items() if count >= FEWEST and alone[code] < max(FEWEST, count // 2)}
    return [one for one in lone if one.currency in often - {main}]


def _unpaired(x: Document, pairs: Sequence[Pair]) -> Iterator[Amount]:
    """The amounts of the running text outside conversions, rates, citations and addresses, each sum once."""
    others: list[Conversion | Rate | Bracket | Url | Note] = [*x.conversions, *x.rates, *x.brackets, *x.urls, *x.notes]
    taken = Spans(one.span for one in others)
    known = {(pair.origin.currency, pair.origin.value, pair.origin.high) for pair in pairs}
    for amount in running_amounts(x):
        if not taken.hold(amount.span) and (amount.currency, amount.value, amount.high) not in known:
            yield amount


def _set_apart(amount: Amount, x: Document, lang: Language, brackets: Mapping[int | None, Sequence[Span]]) -> bool:
    """Whether an amount stands in a quotation, in italics, or in the bracket of a conversion."""
    pieces = x.paragraphs[amount.paragraph].pieces if amount.paragraph is not None else ()
    piece = next((one for one in pieces if one.holds(amount.span)), None)
    if piece is None:
        return False
    first = max(piece.start, amount.span.start - REACH)
    lead = piece.source.text[first : amount.span.start]
    whole = first == piece.start
    if any(_quoted(lead, opening, closing, whole) for opening, closing in lang.quotes):
        return True
    if whole and len(_EMPHASIS.findall(lead)) % 2:
        return True
    opened = lead.rfind("(")
    if opened <= lead.rfind(")"):
        return False
    return any(span.start <= first + opened < span.end for span in brackets.get(amount.paragraph, ()))


def _quoted(lead: str, opening: str, closing: str, whole: bool) -> bool:
    """Whether a quotation is open at the end of a text; ``whole`` tells whether that is all that stands before."""
    if opening == closing:
        return whole and lead.count(opening) % 2 == 1
    return lead.rfind(opening) > lead.rfind(closing)


_EMPHASIS = re.compile(r"(?<![*\\])\*(?![*])")
