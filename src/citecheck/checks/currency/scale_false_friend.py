"""A scale word in the sense that it has in the other language: French "billion" for a thousand million.

French counts million, milliard, billion, trillion in steps of a thousand and then of a million (a billion is 10¹²),
English counts million, billion, trillion (a billion is 10⁹). Who translates word for word changes the sum a thousandfold, and
readers of the translation cannot see it.

One language proves it where the conversion beside the amount is right with the other sense and not with its own, at the
declared rate or at the one that the document's other conversions imply. It then is the reason for the wrong conversion
(CUR001), which is not a finding of its own.

Two languages prove it where the other version gives the same number at another scale: "5 milliards d'euros" and "€5
million". Where the one is the other in the sense that its word has elsewhere, that is said.

Wrong, in French, at 1 € = 1,25 $: "4,8 billions d'euros (6 milliards de dollars)". Right: "4,8 milliards d'euros (…)".

To mend it, use the language's own word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from citecheck.checks.currency.between import amounts_apart, of_one_number
from citecheck.checks.currency.declared import Where, amount_key, amount_keys, pair_key, shown
from citecheck.checks.currency.judgement import Judged, judge
from citecheck.checks.currency.pairs import Fit, fit, scale_senses
from citecheck.languages import Language, language
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Amount, Conversion, Document
from citecheck.model.evidence import Evidence
from citecheck.model.finding import Abstention, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

RULE = Rule(
    code="CUR009",
    name="scale-false-friend",
    severity=Severity.ERROR,
    messages={
        "sense": {
            "en": Wording(
                "“{word}” has the sense of another language here: {amount} agrees with {other} only where it is"
                " {meant}, not {own}.",
                "Use the word that this language has for {meant}.",
            ),
            "fr": Wording(
                "« {word} » a ici le sens d'une autre langue : {amount} ne s'accorde avec {other} que s'il vaut"
                " {meant}, et non {own}.",
                "Employer le mot que cette langue a pour {meant}.",
            ),
        },
        "scale": {
            "en": Wording(
                "{amount} is {other} in the other version: the same number at another scale.",
                "Look the amount up, and give it in both versions.",
            ),
            "fr": Wording(
                "{amount} est {other} dans l'autre version : le même nombre, à une autre échelle.",
                "Vérifier le montant, et le donner dans les deux versions.",
            ),
        },
    },
    explains=("CUR001", "CUR004"),
)

NOTE = "\n\n<sup>1</sup> Conversion tout au long de ce document au taux de 1 € = 1,25 $ US.\n"

EXAMPLES = (
    Example(
        "Ils ont dépensé 4,8 billions d'euros (6 milliards de dollars)<sup>1</sup>." + NOTE,
        ("4,8 billions d'euros",),
        "fr",
    ),
    Example("Ils ont dépensé 4,8 milliards d'euros (6 milliards de dollars)<sup>1</sup>." + NOTE, lang="fr"),
    Example("Ils ont dépensé 4,8 billions d'euros (6 billions de dollars)<sup>1</sup>." + NOTE, lang="fr"),
    Example(
        "It cost €4.8 billion (US$6 trillion).<sup>1</sup>\n\n<sup>1</sup> Converted throughout at €1 = US$1.25.\n",
        ("€4.8 billion",),
    ),
    Example(
        "# Rapport\n\nLe port de Brest a coûté 5 milliards d'euros en 2004, et celui de Lorient en a coûté moins.\n\n"
        "# Report\n\nThe port of Brest has cost €5 million in 2004, and that of Lorient has cost less than that.\n",
        ("€5 million",),
        lang=None,
    ),
    Example(
        "# Rapport\n\nLe port de Brest a coûté 5 milliards d'euros en 2004, et celui de Lorient en a coûté moins.\n\n"
        "# Report\n\nThe port of Brest has cost €5 billion in 2004, and that of Lorient has cost less than that.\n",
        lang=None,
    ),
)


def check(x: Evidence) -> Iterator[Finding | Abstention]:
    """Wrong pairs, in one version or between two, that are right once a scale word is read as another language reads it."""
    told: set[str] = set()
    for version in x.versions:
        for found in _within(version.document):
            told |= found.about
            yield found
    for alignment in x.alignments:
        for found in _between(alignment):
            if told.isdisjoint(found.about):
                yield found


def _within(x: Document) -> Iterator[Finding]:
    """Conversions whose two amounts agree in another sense of a scale word only."""
    where, lang = Where(x), language(x.lang)
    for one in judge(x, where):
        if not isinstance(one, Judged) or one.fit is not Fit.WRONG:
            continue
        pair = one.pair
        for amount, other in ((pair.result, pair.origin), (pair.origin, pair.result)):
            found = next((pair for pair in _otherwise(one, amount, lang)), None)
            if found is None:
                continue
            about = [pair_key(x.lang, pair.conversion), *amount_keys(x.lang, pair.conversion)]
            if one.gross:
                about += [pair_key(x.lang, peer.conversion) for peer in one.peers]
            yield RULE.finding(
                where.place(amount.span),
                "sense",
                subject=shown(pair.conversion.span),
                about=about,
                confidence=one.confidence,
                word=amount.scale or "",
                amount=shown(amount.span),
                other=shown(other.span),
                own=_power(found[0]),
                meant=_power(found[1]),
            )
            break


def _between(x: Alignment) -> Iterator[Finding]:
    """Amounts of one number that stand for each other at different scales."""
    sums = _conversions(x.left), _conversions(x.right)
    for apart in amounts_apart(x):
        for left, right in apart.pairs:
            if not of_one_number(left, right):
                continue
            about = [*_keys(x.left.lang, left, sums[0]), *_keys(x.right.lang, right, sums[1])]
            # "billion" is at fault on one side or the other; more often where it means the larger, rarer sum.
            sides = sorted(((x.right, right, left), (x.left, left, right)), key=lambda side: -side[1].value)
            for version, amount, other in sides:
                sense = next((one for one in _elsewhere(amount, version.lang) if one[2] == other.value), None)
                if sense is not None:
                    break
            else:
                version, amount, other = x.right, right, left
            there = x.left if version is x.right else x.right
            yield RULE.finding(
                Place(amount.span, version.lang),
                "sense" if sense else "scale",
                subject=f"{shown(left.span)} > {shown(right.span)}",
                about=about,
                counterparts=[Place(other.span, there.lang)],
                amount=shown(amount.span),
                other=shown(other.span),
                word=amount.scale or "",
                own=_power(sense[0]) if sense else "",
                meant=_power(sense[1]) if sense else "",
            )


def _conversions(version: Citations) -> dict[Span, list[Conversion]]:
    """The conversions of a version by their amounts."""
    conversions = version.document.conversions
    return gathered((amount.span, one) for one in conversions for amount in (one.converted, one.original))


def _keys(lang: str, amount: Amount, sums: Mapping[Span, Sequence[Conversion]]) -> Iterator[str]:
    """The keys of an amount, of what it is converted to or from, and of the conversion."""
    yield amount_key(lang, amount)
    for conversion in sums.get(amount.span, ()):
        yield pair_key(lang, conversion)
        yield from amount_keys(lang, conversion)


def _elsewhere(amount: Amount, lang: str) -> Iterator[tuple[int, int, Decimal]]:
    """What the scale word of an amount is worth, what it is elsewhere, and the amount's value then."""
    for own, size in scale_senses(language(lang), amount.scale or ""):
        yield own, size, amount.value * size / own


def _otherwise(one: Judged, amount: Amount, lang: Language) -> Iterator[tuple[int, int]]:
    """What the scale word of one amount is worth, and what it is worth elsewhere and makes the pair right."""
    for own, elsewhere in scale_senses(lang, amount.scale or ""):
        factor = Decimal(elsewhere) / own
        read = replace(
            amount,
            value=amount.value * factor,
            precision=amount.precision * factor,
            high=None if amount.high is None else amount.high * factor,
        )
        first = amount is one.pair.result
        pair = replace(one.pair, result=read) if first else replace(one.pair, origin=read)
        fits = one.declared.fit(pair) if one.declared else max(fit(pair, by) for by in one.yardsticks)
        if fits is not Fit.WRONG:
            yield own, elsewhere


def _power(size: int) -> str:
    """A power of ten as such: ``10⁹``."""
    return "10" + str(len(str(size)) - 1).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
