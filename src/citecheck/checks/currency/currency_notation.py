"""A currency that is written otherwise than in most places.

`US$ 120` beside `US$120`, "dollars" beside "dollars américains", "Euro" beside "euro": it looks careless, and a reader may
wonder whether another dollar is meant.

The document's own habit is the measure, per currency and language, in the running text (not in notes, tables, captions and
block quotations). A habit is what at least three amounts and at least twice as many as all others show. The exceptions to
it are one finding. A long form at the first mention only ("5 million US dollars", then "3 million dollars") is no exception.
Where a document converts a currency at least twice, a number with its scale alone in the bracket behind an amount in it lacks its
currency.

Wrong, where all others are written `US$120`: `US$ 120`. Right: `US$120`.

To mend it, write them all in the same way. For a space there is a safe fix; another form of the name may mean another currency.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from citecheck.checks.currency.declared import Where, conversions_of, in_order, running_amounts
from citecheck.languages import Language, language
from citecheck.languages.patterns import alternatives
from citecheck.model.document import Amount, Document
from citecheck.model.finding import Abstention, Confidence, Edit, Finding, Fix, Severity
from citecheck.model.order import gathered
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

FEWEST = 3
RATIO = 2
CONVERTED = 2
"""Amounts of a currency that are converted in brackets before one that seems so is taken for it."""
LONG = 5
"""Letters of a scale in full: ``million``."""

RULE = Rule(
    code="CUR005",
    name="currency-notation",
    severity=Severity.INFO,
    messages={
        "form": {
            "en": Wording(
                "“{other}” is written where {usual} other amounts in {currency} have “{form}”.",
                "Write “{form}” throughout.",
            ),
            "fr": Wording(
                "« {other} » est écrit là où {usual} autres montants en {currency} ont « {form} ».",
                "Écrire « {form} » partout.",
            ),
        },
        "spaced": {
            "en": Wording(
                "A space follows “{form}”; {usual} other amounts in {currency} have none.", "Take the space out."
            ),
            "fr": Wording(
                "Une espace suit « {form} » ; {usual} autres montants en {currency} n'en ont pas.",
                "Supprimer l'espace.",
            ),
        },
        "joined": {
            "en": Wording("No space follows “{form}”; {usual} other amounts in {currency} have one.", "Add the space."),
            "fr": Wording(
                "Aucune espace ne suit « {form} » ; {usual} autres montants en {currency} en ont une.",
                "Ajouter l'espace.",
            ),
        },
        "bare": {
            "en": Wording(
                "“{text}” has no currency; {usual} other amounts in {currency} are converted in such a bracket.",
                "Add the currency.",
            ),
            "fr": Wording(
                "« {text} » n'a pas de monnaie ; {usual} autres montants en {currency} sont convertis entre parenthèses.",
                "Ajouter la monnaie.",
            ),
        },
    },
)

EXAMPLES = (
    Example("Some got US$3 million, some US$4 million, some US$5 million, and one US$ 120.\n", ("US$ 120",)),
    Example("Some got US$3 million, some US$4 million, some US$5 million, and one US$120.\n"),
    Example(
        "They spent €10 million (US$11 million), then €20 million (US$22 million), at last €30 million (33 million).\n",
        ("33 million",),
    ),
    Example(
        "Ils ont reçu 3 millions de dollars américains, 4 millions de dollars américains, 5 millions de dollars "
        "américains, puis 6 millions de dollars.\n",
        ("6 millions de dollars",),
        "fr",
    ),
    Example(
        "Ils ont reçu 2 millions de dollars américains, puis 3 millions de dollars, 4 millions de dollars et "
        "5 millions de dollars.\n",
        lang="fr",
    ),
)


class _Written(Struct, frozen=True):
    """How an amount's currency is written: ``form`` without plural, as a ``word`` or a sign, ``before`` the number or after
    it, ``spaced`` or not."""

    amount: Amount
    form: str
    printed: str
    word: bool
    before: bool = False
    spaced: bool = False

    @property
    def gap(self) -> Span:
        """What stands between the sign and the number behind it."""
        text = self.amount.span.text.replace("’", "'")
        end = text.find(self.amount.written.replace("’", "'"))
        return self.amount.span.part(len(text[:end].rstrip()), end)

    def with_gap(self, gap: str) -> Edit:
        """The edit that gives it another one."""
        span, own = self.amount.span, self.gap
        return Edit(span, span.text[: own.start - span.start] + gap + span.text[own.end - span.start :])


def check(x: Document) -> Iterator[Finding | Abstention]:
    """The exceptions to the form and to the spacing of every currency, each habit one finding."""
    lang, where = language(x.lang), Where(x)
    amounts = (amount for amount in running_amounts(x) if amount.high is None)
    by_currency = gathered((amount.currency, written) for amount in amounts if (written := _written(amount, lang)))
    for currency, all_written in by_currency.items():
        yield from _formed(where, currency, all_written)
        yield from _spaced(where, currency, all_written)
    yield from _bare(x, where)


def _bare(x: Document, where: Where) -> Iterator[Finding]:
    """Conversions that lack their currency."""
    converted = Counter(in_order(one)[0].currency for one in conversions_of(x))
    for amount in running_amounts(x):
        source, count = amount.span.source, converted[amount.currency]
        match = _sum_alone(x.lang).match(source.text, amount.span.end) if count >= CONVERTED else None
        if match is not None:
            text = " ".join(match["sum"].split())
            yield RULE.finding(
                where.place(Span(source, *match.span("sum"))),
                "bare",
                subject=f"{amount.currency} {text}",
                confidence=Confidence.LIKELY,
                text=text,
                currency=amount.currency,
                usual=count,
            )


@cache
def _sum_alone(lang: str) -> re.Pattern[str]:
    """A bracket that holds nothing but a number with its scale."""
    scales = alternatives(word for word in language(lang).scales if len(word) >= LONG)
    return re.compile(rf"\s?\((?P<sum>\d[\d.,\s’']{{0,12}}\s(?:{scales}))\)")


def _formed(where: Where, currency: str, written: Sequence[_Written]) -> Iterator[Finding | Abstention]:
    """What is written in another form than usual."""
    usual, count = Counter(one.form for one in written).most_common(1)[0]
    rare = _unlike(written, usual)
    # Long at the first mention and short from then on is a habit of its own.
    shortened = rare == written[:1] and len(usual) < len(rare[0].form)
    if rare and _prevails(count, len(rare)) and not shortened:
        printed = next(one.printed for one in written if one.form == usual)
        yield _finding(where, rare, "form", currency, printed, count)
    elif len(written) > FEWEST and rare and not _prevails(count, len(rare)):
        yield RULE.abstains(where.lang, "no-habit")


def _spaced(where: Where, currency: str, written: Sequence[_Written]) -> Iterator[Finding | Abstention]:
    """Of each sign before numbers, what has a space behind it though it mostly has none, or the other way round."""
    for signed in gathered((one.form, one) for one in written if one.before).values():
        sides = gathered((one.spaced, one) for one in signed)
        few, many = sorted((sides.get(False, []), sides.get(True, [])), key=len)
        if few and _prevails(len(many), len(few)):
            gap = Counter(one.gap.text for one in many).most_common(1)[0][0]
            fix = Fix(tuple(one.with_gap(gap) for one in few))
            message = "spaced" if few[0].spaced else "joined"
            yield _finding(where, few, message, currency, few[0].printed, len(many), fix)
        elif few and len(signed) > FEWEST:
            yield RULE.abstains(where.lang, "no-habit")


def _prevails(usual: int, rare: int) -> bool:
    return usual >= FEWEST and usual >= RATIO * rare


def _unlike(all_written: Sequence[_Written], usual: str) -> list[_Written]:
    """The amounts of another form than the usual one. A word and a sign are compared with a scale, or without one."""
    like = {(one.word, one.amount.scale is not None) for one in all_written if one.form == usual}
    word = next(one.word for one in all_written if one.form == usual)
    return [
        one
        for one in all_written
        if one.form != usual and (one.word == word or (word, one.amount.scale is not None) in like)
    ]


def _finding(
    where: Where, rare: Sequence[_Written], message: str, currency: str, form: str, usual: int, fix: Fix | None = None
) -> Finding:
    return RULE.finding(
        [where.place(one.amount.span) for one in rare],
        message,
        subject=f"habit {currency} {message} {form}",
        confidence=Confidence.LIKELY,
        fix=fix,
        currency=currency,
        form=form,
        other=tuple(dict.fromkeys(one.printed for one in rare)),
        usual=usual,
    )


def _written(amount: Amount, lang: Language) -> _Written | None:
    """How the currency of an amount is written; None where that cannot be told from its text."""
    text = amount.span.text.replace("\\", "").replace("’", "'")
    number = amount.written.replace("’", "'")
    at = text.find(number)
    if at < 0 or not number[:1].isdigit():
        return None
    lead, tail = text[:at].lstrip("-−"), text[at + len(number) :]
    if lead.strip():
        form = " ".join(lead.split())
        sign = not form[-1].isalpha()
        return _Written(amount, form, form, False, sign, sign and lead[-1].isspace())
    scale = tail.find(amount.scale) if amount.scale else -1
    if amount.scale and scale >= 0:
        tail = tail[scale + len(amount.scale) :]
    printed = _currency_word(" ".join(tail.replace("-", " ").split()), lang)
    return _Written(amount, _singular(printed), printed, any(char.islower() for char in printed)) if printed else None


def _currency_word(tail: str, lang: Language) -> str:
    """The currency at the end of what follows a number: its longest name in the language, else the sign or code."""
    folded = tail.casefold()
    ends = (folded[at:] for at in range(len(folded)) if not folded[at - 1 : at].isalpha())
    name = next((end for end in ends if end in lang.currencies), None)
    if name is not None:
        return tail[-len(name) :]
    return tail.split(" ", 1)[-1] if tail[:1].isalpha() and " " in tail else tail


def _singular(words: str) -> str:
    return re.sub(r"(?<=\w{3})s\b", "", words)
