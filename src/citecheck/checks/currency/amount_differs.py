"""An amount that the other language lacks or gives otherwise.

A translation may word a sentence freely, but not its sums. Amounts are compared within sections that are each other's
translation, by value and currency, whatever words, signs and scales they are written with; a sum and its conversion are one
finding. It is an error where the other version has no such amount anywhere; where it stands in another section, a warning.

Wrong: "4,5 milliards d'euros" in French, "€5.4 billion" in English. Right: "€4.5 billion".

To mend it, look the amount up, and give it in both versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citecheck.checks.bilingual.passages import Calls
from citecheck.checks.bilingual.sides import note_places
from citecheck.checks.currency.between import Key, amounts_apart, amounts_of, conversions_by_amount, key
from citecheck.checks.currency.declared import amount_key
from citecheck.checks.subjects import number_key
from citecheck.model.alignment import Alignment
from citecheck.model.citations import Citations
from citecheck.model.document import Amount, Marker
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.order import gathered
from citecheck.model.rule import Example, Rule, Trust, Wording
from citecheck.model.source import Span

RULE = Rule(
    code="CUR004",
    name="amount-differs",
    severity=Severity.ERROR,
    in_pdf=Trust.LIKELY,
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
                "The other version does not give the amount {amount}.",
                "Find out which version is right, and say the same in both.",
            ),
            "fr": Wording(
                "L'autre version ne donne pas le montant {amount}.",
                "Vérifier quelle version est juste, et dire la même chose dans les deux.",
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


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Amounts without a twin in the paired sections."""
    sums = {version.lang: conversions_by_amount(version) for version in (x.left, x.right)}
    calls = {version.lang: Calls.of(version) for version in (x.left, x.right)}
    everywhere = {version.lang: amounts_of(version) for version in (x.left, x.right)}
    for apart in amounts_apart(x):
        for one, twin in apart.pairs:
            yield _differs(x, one, twin)
        for version, lone, other, there in (
            (x.left, apart.left, x.right, apart.all_right),
            (x.right, apart.right, x.left, apart.all_left),
        ):
            by_key = gathered((key(amount), (at, amount)) for at, amount in enumerate(there))
            for group in _with_conversions(sums[version.lang], lone):
                elsewhere = any(key(amount) in everywhere[other.lang] for amount in group)
                bare = _unconverted(sums[version.lang], group, by_key)
                marker = calls[version.lang].marker(group[0].paragraph, group[0].span)
                yield _lacks(x, version, group, elsewhere, other, bare, marker)


def _with_conversions(sums: Mapping[Span, Sequence[Amount]], amounts: Sequence[Amount]) -> Iterator[list[Amount]]:
    """Lone amounts, each with those that it is stated to be the same sum as."""
    of_span = gathered((amount.span, at) for at, amount in enumerate(amounts))
    taken: set[int] = set()
    for at, amount in enumerate(amounts):
        if id(amount) in taken:
            continue
        partners = {other for partner in sums.get(amount.span, ()) for other in of_span.get(partner.span, ())} - {at}
        group = [amount, *(amounts[other] for other in sorted(partners))]
        taken.update(id(one) for one in group)
        yield group


def _differs(x: Alignment, one: Amount, twin: Amount) -> Finding:
    return RULE.finding(
        Place(twin.span, x.right.lang),
        "differs",
        subject=f"{key(one)} > {key(twin)}",
        about=[amount_key(x.right.lang, twin), amount_key(x.left.lang, one)],
        counterparts=[Place(one.span, x.left.lang)],
        confidence=Confidence.CERTAIN,
        amount=" ".join(twin.span.text.split()),
        other=" ".join(one.span.text.split()),
    )


def _unconverted(
    sums: Mapping[Span, Sequence[Amount]], group: Sequence[Amount], others: Mapping[Key, Sequence[tuple[int, Amount]]]
) -> list[Amount]:
    """The amounts of the other version that are the sum which is converted here, or which is the conversion."""
    same = {key(partner) for amount in group for partner in sums.get(amount.span, ())}
    found = [item for one in same for item in others.get(one, ())]
    return [amount for _, amount in sorted(found, key=lambda item: item[0])]


def _counterparts(x: Alignment, version: Citations, marker: Marker | None) -> list[Place]:
    """The notes of the other version that stand against the one that sources an amount: there it would be."""
    if marker is None:
        return []
    for group in x.groups:
        own, twins = (group.left, group.right) if version is x.left else (group.right, group.left)
        if any(note.note_id == marker.note_id for note in own):
            return list(note_places(x.other(version), twins))
    return []


def _lacks(
    x: Alignment,
    version: Citations,
    group: Sequence[Amount],
    elsewhere: bool,
    other: Citations,
    bare: Sequence[Amount],
    marker: Marker | None,
) -> Finding:
    """``bare`` are the amounts of the other version that this one gives in two currencies, ``marker`` calls the note that
    sources the amount: with it, the passage may be missing."""
    return RULE.finding(
        [Place(amount.span, version.lang) for amount in group],
        "lacks",
        subject=f"{key(group[0])}",
        about=[
            *(amount_key(version.lang, amount) for amount in group),
            *(amount_key(other.lang, amount) for amount in bare),
        ],
        because=[number_key(version.lang, marker)] if marker is not None else [],
        counterparts=[Place(amount.span, other.lang) for amount in bare] or _counterparts(x, version, marker),
        confidence=Confidence.LIKELY if elsewhere else Confidence.CERTAIN,
        amount=" ".join(group[0].span.text.split()),
    )
