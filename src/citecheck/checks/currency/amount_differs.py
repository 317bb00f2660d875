"""An amount that the other language lacks or gives otherwise.

A translation may word a sentence freely, but not its sums. Amounts are compared within sections that are each other's
translation, by value and currency, whatever words, signs and scales they are written with; a sum and its conversion are one
finding. It is an error where the other version has no such amount anywhere; where it stands in another section, a warning.

Wrong: "4,5 milliards d'euros" in French, "€5.4 billion" in English. Right: "€4.5 billion".

To mend it, look the amount up, and give it in both versions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal

from citecheck.checks.currency.declared import amount_key
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Amount, Note
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="CUR004",
    name="amount-differs",
    severity=Severity.ERROR,
    messages={
        "differs": {
            "en": Wording(
                "The amount {amount} is {other} in the other version.", "Look it up, and give it in both versions."
            ),
            "fr": Wording(
                "Le montant {amount} est {other} dans l'autre version.",
                "Le vérifier, et le donner dans les deux versions.",
            ),
        },
        "lacks": {
            "en": Wording(
                "The other version does not give the amount {amount}.", "Give it in both versions, or in neither."
            ),
            "fr": Wording(
                "L'autre version ne donne pas le montant {amount}.", "Le donner dans les deux versions, ou dans aucune."
            ),
        },
    },
    explains=("BIL009", "CUR003"),
)

FRENCH = (
    "# Rapport\n\nLe port de Brest a coûté 4,5 millions d'euros en 2004, et celui de Lorient 3 millions d'euros.\n\n"
)
ENGLISH = (
    "# Report\n\nThe port of Brest has cost €{one} million in 2004, and that of Lorient €3 million, which is less.\n\n"
)

EXAMPLES = (
    Example(FRENCH + ENGLISH.format(one="5.4"), ("€5.4 million",), lang=None),
    Example(FRENCH + ENGLISH.format(one="4.5"), lang=None),
)

Key = tuple[Decimal, str]


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Amounts without a twin in the paired sections."""
    if x.unrelated:
        yield RULE.abstains(None, x.unrelated)
        return
    sides = _by_section(x.left), _by_section(x.right)
    figures = _figures_by_section(x.left), _figures_by_section(x.right)
    everywhere = tuple({key for amounts in side.values() for one in amounts for key in _ends(one)} for side in sides)
    for stretch in x.stretches:
        own = [amount for section in stretch.left for amount in sides[0].get(section, ())]
        twins = [amount for section in stretch.right for amount in sides[1].get(section, ())]
        left = _without_twins(own, twins, _within(figures[1], stretch.right))
        right = _without_twins(twins, own, _within(figures[0], stretch.left))
        pairs, left, right = _pairs(x, left, right)
        for one, twin in pairs:
            yield _differs(x, one, twin)
        for version, lone, others, other, there in (
            (x.left, left, everywhere[1], x.right, twins),
            (x.right, right, everywhere[0], x.left, own),
        ):
            for group in _with_conversions(version, lone):
                elsewhere = any(_key(amount) in others for amount in group)
                yield _lacks(version, group, elsewhere, other, _unconverted(version, group, there))


def _key(amount: Amount) -> Key:
    return amount.value.normalize(), amount.currency


def _by_section(version: Citations) -> dict[int, list[Amount]]:
    """The amounts of running text and of notes that only comment, by section; those that declare a rate are none."""
    document = version.document
    section = {paragraph.index: paragraph.section for paragraph in document.paragraphs}
    called = {marker.note_id: marker.section for marker in document.markers}
    comments = [note for note in document.notes if not note.citations]
    found: dict[int, list[Amount]] = {}
    for amount in document.amounts:
        if any(rate.span.touches(amount.span) for rate in document.rates):
            continue
        if amount.paragraph is not None:
            found.setdefault(section.get(amount.paragraph, 0), []).append(amount)
            continue
        note: Note | None = next((one for one in comments if one.body.holds(amount.span)), None)
        if note is not None:
            found.setdefault(called.get(note.note_id, note.section), []).append(amount)
    return found


def _figures_by_section(version: Citations) -> dict[int, set[Decimal]]:
    """The bare numbers of running text: of "from 9,000 to 5,400 dollars", the first has no currency of its own."""
    section = {paragraph.index: paragraph.section for paragraph in version.document.paragraphs}
    found: dict[int, set[Decimal]] = {}
    for figure in version.document.figures:
        if figure.paragraph is not None:
            found.setdefault(section.get(figure.paragraph, 0), set()).add(figure.value.normalize())
    return found


def _within(figures: Mapping[int, set[Decimal]], sections: range) -> set[Decimal]:
    return {value for section in sections for value in figures.get(section, ())}


def _without_twins(amounts: Sequence[Amount], others: Sequence[Amount], bare: Set[Decimal]) -> list[Amount]:
    """The amounts one end of which neither an amount of the others nor a bare number matches."""
    free = Counter(key for other in others for key in _ends(other))
    lone = []
    for amount in amounts:
        missing = [key for key in _ends(amount) if not free[key] and key[0] not in bare]
        for key in _ends(amount):
            free[key] -= 1
        if missing:
            lone.append(amount)
    return lone


def _ends(amount: Amount) -> list[Key]:
    """The value of an amount, or both ends of a range."""
    ends = [amount.value] if amount.high is None else [amount.value, amount.high]
    return [(end.normalize(), amount.currency) for end in ends]


def _pairs(
    x: Alignment, left: list[Amount], right: list[Amount]
) -> tuple[list[tuple[Amount, Amount]], list[Amount], list[Amount]]:
    """Amounts that stand for each other though they differ: in the same order, in one currency, within a factor of a
    thousand and a half; what is a conversion of a pair goes with it."""
    pairs: list[tuple[Amount, Amount]] = []
    rest = list(right)
    kept = []
    for one in left:
        twin = next((other for other in rest if other.currency == one.currency and _akin(one.value, other.value)), None)
        if twin is None:
            kept.append(one)
            continue
        rest.remove(twin)
        pairs.append((one, twin))
    named = {id(amount) for pair in pairs for amount in pair}
    kept = [one for one in kept if not any(id(other) in named for other in _partners(x.left, one))]
    rest = [one for one in rest if not any(id(other) in named for other in _partners(x.right, one))]
    seen: set[frozenset[tuple[Decimal, str]]] = set()
    distinct = []
    for one, twin in pairs:
        partners = frozenset(_key(amount) for amount in (one, *_partners(x.left, one)))
        if partners not in seen:
            seen.add(partners)
            distinct.append((one, twin))
    return distinct, kept, rest


def _akin(one: Decimal, other: Decimal) -> bool:
    low, high = sorted((abs(one), abs(other)))
    return low > 0 and high / low <= 1500


def _partners(version: Citations, amount: Amount) -> list[Amount]:
    """The amounts that an amount is the conversion of, or that are its conversions."""
    found = []
    for pair in version.document.conversions:
        if pair.converted.span == amount.span:
            found.append(pair.original)
        elif pair.original.span == amount.span:
            found.append(pair.converted)
    return found


def _with_conversions(version: Citations, amounts: Sequence[Amount]) -> Iterator[list[Amount]]:
    """Lone amounts, each with those that it is stated to be the same sum as."""
    taken: set[int] = set()
    for amount in amounts:
        if id(amount) in taken:
            continue
        spans = [partner.span for partner in _partners(version, amount)]
        group = [amount, *(other for other in amounts if other is not amount and other.span in spans)]
        taken.update(id(one) for one in group)
        yield group


def _differs(x: Alignment, one: Amount, twin: Amount) -> Finding:
    return RULE.finding(
        Place(twin.span, x.right.lang),
        "differs",
        subject=f"{_key(one)} > {_key(twin)}",
        about=[amount_key(x.right.lang, twin), amount_key(x.left.lang, one)],
        counterparts=[Place(one.span, x.left.lang)],
        confidence=Confidence.CERTAIN,
        amount=" ".join(twin.span.text.split()),
        other=" ".join(one.span.text.split()),
    )


def _unconverted(version: Citations, group: Sequence[Amount], others: Sequence[Amount]) -> list[Amount]:
    """The amounts of the other version that are the sum which is converted here, or which is the conversion."""
    partners = {_key(partner) for amount in group for partner in _partners(version, amount)}
    return [amount for amount in others if _key(amount) in partners]


def _lacks(
    version: Citations, group: Sequence[Amount], elsewhere: bool, other: Citations, bare: Sequence[Amount]
) -> Finding:
    """``bare`` are the amounts of the other version that this one gives in two currencies."""
    first, *rest = group
    return RULE.finding(
        Place(first.span, version.lang),
        "lacks",
        subject=f"{_key(first)}",
        about=[
            *(amount_key(version.lang, amount) for amount in group),
            *(amount_key(other.lang, amount) for amount in bare),
        ],
        counterparts=[Place(amount.span, other.lang) for amount in bare],
        related=[Place(amount.span, version.lang) for amount in rest],
        confidence=Confidence.LIKELY if elsewhere else Confidence.CERTAIN,
        amount=" ".join(first.span.text.split()),
    )
