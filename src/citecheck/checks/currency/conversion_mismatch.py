"""A converted amount that the declared rate does not give.

The reader cannot tell which of the two amounts is right, and whoever quotes the converted one spreads the mistake.

The yardstick is the rate that the document declares: the one in the conversion's own bracket, else in the note that it
calls, else the one for the whole text. The original divided by the rate (or times it, as the rate is written) and rounded half up to the printed
precision must be the printed figure. It is information only where it would be for an original within half a unit of its
own last digit: then the exact sum was converted and a rounded one printed. "About" and its like before an amount widen
it: five per cent, ten where the number is a round one of a single digit.

Where most conversions at one rate contradict it and agree on another, the rate is wrong, and that is one finding. Where
no rate is declared, the conversions of the same two currencies are compared: one that implies another rate than the
others do is likely a mistake, and a factor of a thousand or the wrong direction is certainly one.

Wrong, at €1 = US$1.25: "€5.7 million (US$6 million)". Right: "€4.8 million (US$6 million)".

To mend it, correct the amount that is wrong, or the rate.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from citecheck.checks.currency.declared import Where, amount_keys, pair_key, rate_key, shown
from citecheck.checks.currency.judgement import Judged, WrongRate, judge
from citecheck.checks.currency.pairs import Fit, distance, expected, fit, number_text
from citecheck.checks.currency.ranked import Ranked
from citecheck.languages import Language, language
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Confidence, Finding, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

FACTORS = tuple(Decimal(10) ** power for power in (3, -3, 6, -6, 9, -9))
POWERS = {3: "1000", 6: "10⁶", 9: "10⁹"}
APART = 5
"""Units of the last printed digit by which the wrong direction must differ from the right one before it explains anything."""
TRIED = 12
"""Declared rates of a pair up to which each is tried by itself for what makes the pair right."""

RULE = Rule(
    code="CUR001",
    name="conversion-mismatch",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
    messages={
        "rate": {
            "en": Wording(
                "At {rate}, {original} is {expected}, not {converted}.",
                "Correct the amount that is wrong, or the rate.",
            ),
            "fr": Wording(
                "Au taux {rate}, {original} font {expected}, et non {converted}.",
                "Corriger le montant erroné, ou le taux.",
            ),
        },
        "rounding": {
            "en": Wording(
                "At {rate}, {original} is {expected}; {converted} is right only for a sum that rounds to {original}.",
                "Convert the amount that is printed, or print the exact one.",
            ),
            "fr": Wording(
                "Au taux {rate}, {original} font {expected} ; {converted} n'est juste que pour une somme arrondie à"
                " {original}.",
                "Convertir le montant imprimé, ou imprimer le montant exact.",
            ),
        },
        "scale": {
            "en": Wording(
                "{converted} and {original} differ by a factor of {factor} at {rate}.",
                "Check “thousand”, “million” and “billion” in both.",
            ),
            "fr": Wording(
                "{converted} et {original} diffèrent d'un facteur {factor} au taux {rate}.",
                "Vérifier « mille », « million » et « milliard » de part et d'autre.",
            ),
        },
        "direction": {
            "en": Wording(
                "{converted} is {original} converted the wrong way round; at {rate} it is {expected}.",
                "Divide where the rate was multiplied by, or the reverse.",
            ),
            "fr": Wording(
                "{converted} est {original} converti à l'envers ; au taux {rate}, cela fait {expected}.",
                "Diviser au lieu de multiplier par le taux, ou l'inverse.",
            ),
        },
        "wrong-rate": {
            "en": Wording(
                "{count} conversions do not follow this rate: they imply about {implied}.",
                "Correct the rate, or convert the amounts anew.",
            ),
            "fr": Wording(
                "{count} conversions ne suivent pas ce taux : elles supposent environ {implied}.",
                "Corriger le taux, ou refaire les conversions.",
            ),
        },
        "outlier": {
            "en": Wording(
                "{converted} for {original} implies a rate of {implied}; the other conversions imply about {usual}.",
                "Correct the amount that is wrong, or declare the rate.",
            ),
            "fr": Wording(
                "{converted} pour {original} suppose un taux de {implied} ; les autres conversions, environ {usual}.",
                "Corriger le montant erroné, ou indiquer le taux.",
            ),
        },
        "outlier-scale": {
            "en": Wording(
                "{converted} and {original} differ by a factor of {factor} from what the other conversions imply.",
                "Check “thousand”, “million” and “billion” in both.",
            ),
            "fr": Wording(
                "{converted} et {original} diffèrent d'un facteur {factor} de ce que supposent les autres conversions.",
                "Vérifier « mille », « million » et « milliard » de part et d'autre.",
            ),
        },
        "outlier-direction": {
            "en": Wording(
                "{converted} is {original} converted the wrong way round, by the rate that the other conversions imply.",
                "Convert it as the others.",
            ),
            "fr": Wording(
                "{converted} est {original} converti à l'envers, d'après le taux que supposent les autres conversions.",
                "Le convertir comme les autres.",
            ),
        },
    },
    explains=("CUR004", "CUR006"),
)

DECLARED = "\n\n<sup>1</sup> Dollars are converted throughout this paper at €1 = US$1.25.\n"
DECLARE = "\n\n<sup>1</sup> Les dollars sont convertis tout au long de ce document au taux de 1 € = 1,25 $ US.\n"

EXAMPLES = (
    Example("They spent €5.7 million (US$6 million).<sup>1</sup>" + DECLARED, ("€5.7 million (US$6 million",)),
    Example("They spent €4.8 million (US$6 million).<sup>1</sup>" + DECLARED),
    Example("They spent about €5 million (US$6 million).<sup>1</sup>" + DECLARED),
    Example(
        "Un plan de 160 milliards d'euros (200 millions de dollars)<sup>1</sup>." + DECLARE,
        ("160 milliards d'euros (200 millions de dollars",),
        "fr",
    ),
    Example("Un plan de 160 milliards d'euros (200 milliards de dollars)<sup>1</sup>." + DECLARE, lang="fr"),
    Example(
        "First €10 million ($11 million), then €20 million ($22 million), then €30 million ($33 million), "
        "at last €40 million ($44 billion).\n",
        ("€40 million ($44 billion",),
    ),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """One finding for each wrong pair, and one for a rate that its pairs contradict with one voice."""
    where, lang = Where(x), language(x.lang)
    told: set[str] = set()
    for one in judge(x, where):
        if isinstance(one, WrongRate):
            yield _wrong_rate(one, where, lang)
        elif one.fit is not Fit.RIGHT:
            found = _by_declared(one, one.declared, where, lang) if one.declared else _by_others(one, where, lang)
            if found is not None and not (one.gross and told & found.about):
                told |= found.about
                yield found


def _wrong_rate(one: WrongRate, where: Where, lang: Language) -> Finding:
    rate = one.declared.rate
    return RULE.finding(
        where.place(rate.span),
        "wrong-rate",
        subject=f"rate {shown(rate.span)}",
        about=[rate_key(where.lang, rate), *(pair_key(where.lang, pair.conversion) for pair in one.pairs)],
        related=[where.place(pair.conversion.span) for pair in one.pairs],
        severity=Severity.ERROR if one.fit is Fit.WRONG else Severity.INFO,
        count=len(one.pairs),
        implied=number_text(one.usual, lang),
    )


def _by_declared(one: Judged, rates: Ranked, where: Where, lang: Language) -> Finding:
    pair = one.pair
    message, factor = ("rounding", "") if one.fit is Fit.ROUNDED else _kind(one)
    declared = rates.nearest(pair)
    about = [pair_key(where.lang, pair.conversion)]
    if one.doubtful:
        about += [rate_key(where.lang, rate.rate) for rate in rates.declared]
    if one.fit is Fit.WRONG and one.confidence is Confidence.CERTAIN:
        about += amount_keys(where.lang, pair.conversion)
    return RULE.finding(
        where.place(pair.conversion.span),
        message or "rate",
        subject=shown(pair.conversion.span),
        about=about,
        severity=Severity.INFO if one.fit is Fit.ROUNDED else None,
        confidence=one.confidence,
        rate=shown(declared.rate.span),
        original=shown(pair.origin.span),
        converted=shown(pair.result.span),
        expected=expected(pair, declared, lang),
        factor=factor,
    )


def _by_others(one: Judged, where: Where, lang: Language) -> Finding | None:
    pair = one.pair
    message, factor = _kind(one)
    if one.gross and not message:
        return None
    about = [pair_key(where.lang, pair.conversion)]
    if one.gross:
        about += [pair_key(where.lang, peer.conversion) for peer in one.peers]
    base = one.yardsticks[0].base
    first, second = (pair.result, pair.origin) if pair.result.currency == base else (pair.origin, pair.result)
    return RULE.finding(
        where.place(pair.conversion.span),
        f"outlier-{message}" if message else "outlier",
        subject=shown(pair.conversion.span),
        about=about,
        related=[where.place(peer.conversion.span) for peer in one.peers] if one.gross else (),
        confidence=Confidence.CERTAIN if message and not one.gross else one.confidence,
        original=shown(pair.origin.span),
        converted=shown(pair.result.span),
        implied=number_text(abs(second.value) / abs(first.value), lang),
        usual=number_text(one.usual or Decimal(0), lang),
        factor=factor,
    )


def _kind(one: Judged) -> tuple[str, str]:
    """What makes the pair right: another scale (and by what factor), or the other direction; nothing, where neither does.

    The rates are tried in order, the first ones each by itself, since each may be tried in many ways; further ones for the scale alone.
    """
    for by in one.yardsticks[:TRIED]:
        for factor in FACTORS:
            if fit(one.pair, by.scaled(factor)) is not Fit.WRONG:
                return "scale", POWERS[abs(factor.adjusted())]
        # What stands in the rate's own bracket was converted at it; read the other way, a coarse figure fits anything.
        pair = replace(one.pair, certain=True) if one.pair.own else one.pair
        if fit(pair, by.swapped()) is Fit.RIGHT and distance(one.pair, by, by.swapped()) >= APART:
            return "direction", ""
    if one.declared is not None and len(one.yardsticks) > TRIED:
        for factor in FACTORS:
            if one.declared.fit(one.pair, factor) is not Fit.WRONG:
                return "scale", POWERS[abs(factor.adjusted())]
    return "", ""
