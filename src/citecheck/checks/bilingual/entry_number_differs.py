"""The same source under two numbers in the two bibliographies.

Who refers to a source by its number sends the reader of the other language to another one. Mostly an entry was added or
dropped in one version without renumbering; that shifts all entries behind it, so one shift is one finding. Where the numbers
follow from the alphabet alone, in which translated names of institutions stand elsewhere, it is information, once.

Wrong: Kerbrat is entry 4 in French and 5 in English. Right: the same number in both.

To mend it, renumber one bibliography.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import filterfalse, groupby

from citecheck.checks.subjects import entry_key, entry_order_key, lone_key
from citecheck.languages.folding import fold
from citecheck.model.alignment import Alignment, Twins
from citecheck.model.citations import Citations
from citecheck.model.document import Entry
from citecheck.model.finding import Abstention, Confidence, Finding, Place, Severity
from citecheck.model.rule import Example, Rule, Wording

RULE = Rule(
    code="BIL005",
    name="entry-number-differs",
    severity=Severity.WARNING,
    messages={
        "one": {
            "en": Wording(
                "This source is entry {number} here and {other} in the other version.",
                "Give it the same number in both.",
            ),
            "fr": Wording(
                "Cette source porte le numéro {number} ici et {other} dans l'autre version.",
                "Lui donner le même numéro dans les deux.",
            ),
        },
        "order": {
            "en": Wording(
                "From here on, {count} entries stand in another order than in the other version ({number} here is {other} there).",
                "Put them in the same order in both.",
            ),
            "fr": Wording(
                "À partir d'ici, {count} entrées se suivent dans un autre ordre que dans l'autre version ({number} ici, {other} là).",
                "Les mettre dans le même ordre dans les deux.",
            ),
        },
        "shift": {
            "en": Wording(
                "From here on, {count} entries are numbered otherwise than in the other version ({number} here is {other} there).",
                "Renumber one bibliography.",
            ),
            "fr": Wording(
                "À partir d'ici, {count} entrées sont numérotées autrement que dans l'autre version ({number} ici, {other} là).",
                "Renuméroter une des bibliographies.",
            ),
        },
        "alphabet": {
            "en": Wording(
                "Both lists are numbered by their own alphabet: {count} entries bear another number in the other version.",
                "Do not refer to sources by number across the versions, or give them the same numbers.",
            ),
            "fr": Wording(
                "Chaque liste est numérotée selon son ordre alphabétique : {count} entrées portent un autre numéro dans l'autre version.",
                "Ne pas renvoyer aux sources par leur numéro d'une version à l'autre, ou leur donner les mêmes numéros.",
            ),
        },
    },
    explains=("NUM009",),
)

FRENCH = (
    "# Rapport\n\nLe port de Brest a doublé, et celui de Lorient a fermé<sup>1</sup>.\n\n<sup>1</sup> Morvan, 2005, p. 3\n\n"
    "## Bibliographie\n\n1. Kerbrat, A. (2012). *Ports*. Brest : Quai.\n2. Morvan, J. (2005). *Sardines*. Brest : Quai.\n\n"
)
ENGLISH = (
    "# Report\n\nThe port of Brest has doubled, and that of Lorient has closed.<sup>1</sup>\n\n<sup>1</sup> Morvan, 2005, p. 3\n\n"
    "## Bibliography\n\n"
)

EXAMPLES = (
    Example(
        FRENCH
        + ENGLISH
        + "1. Morvan, J. (2005). *Sardines*. Brest: Quai.\n2. Kerbrat, A. (2012). *Harbours*. Brest: Quai.\n",
        ("1.",),
        lang=None,
    ),
    Example(
        FRENCH
        + ENGLISH
        + "1. Kerbrat, A. (2012). *Harbours*. Brest: Quai.\n2. Morvan, J. (2005). *Sardines*. Brest: Quai.\n",
        lang=None,
    ),
)


def check(x: Alignment) -> Iterator[Finding | Abstention]:
    """Pairs of entries with different numbers; neighbours with one shift are one finding."""
    pairs = list(x.twins)
    lone = [_lone(x.left, {id(pair.left) for pair in pairs}), _lone(x.right, {id(pair.right) for pair in pairs})]
    exchanged, others = _exchanged(pairs)
    runs = [list(run) for shift, run in groupby(others, key=_shift) if shift]
    if (runs or exchanged) and all(_alphabetical(version.document.entries) for version in (x.left, x.right)):
        yield _finding(x, list(filter(_shift, pairs)), lone, "alphabet")
        return
    for run in exchanged:
        yield _finding(x, run, lone, "order")
    for run in runs:
        yield _finding(x, run, lone, "shift" if len(run) > 1 else "one")


def _exchanged(pairs: Sequence[Twins]) -> tuple[list[list[Twins]], list[Twins]]:
    """Entries in a row that have the same numbers on both sides, in another order; and the pairs without them."""
    exchanged: list[list[Twins]] = []
    others: list[Twins] = []
    open_: list[Twins] = []
    balance: Counter[str] = Counter()
    uneven = 0
    for pair in pairs:
        if not open_ and not _shift(pair):
            others.append(pair)
            continue
        open_.append(pair)
        for entry, by in ((pair.left, 1), (pair.right, -1)):
            number = entry.number or ""
            before = balance[number]
            balance[number] = before + by
            uneven += bool(before + by) - bool(before)
        if not uneven:
            exchanged.append(list(filter(_shift, open_)))
            others += filterfalse(_shift, open_)
            open_ = []
    return exchanged, [*others, *open_]


def _shift(pair: Twins) -> int:
    left, right = pair.left.number, pair.right.number
    return int(right) - int(left) if left and right else 0


def _alphabetical(entries: Sequence[Entry]) -> bool:
    """Whether a bibliography's numbers follow from the order of its names, or would but for a slip among its numbers."""
    names = [fold(entry.body.text).strip() for entry in entries]
    return names == sorted(names) and all(entry.number for entry in entries)


def _lone(version: Citations, paired: set[int]) -> dict[str, list[str]]:
    """For each entry after one without pair, by its id, the keys of that one: it moves the numbers of those after it."""
    found: dict[str, list[str]] = {}
    last = None
    for entry in version.document.entries:
        if id(entry) not in paired:
            last = [entry_key(version.lang, entry), lone_key(version.lang, entry)]
        elif last is not None:
            found[entry.entry_id] = last
            last = None
    return found


def _keys(x: Alignment, pairs: Sequence[Twins], key: Callable[[str, Entry], str]) -> list[str]:
    return [made for pair in pairs for made in (key(x.left.lang, pair.left), key(x.right.lang, pair.right))]


def _finding(x: Alignment, run: Sequence[Twins], lone: Sequence[dict[str, list[str]]], message: str) -> Finding:
    entries = sorted(run, key=lambda pair: pair.right.span.start) if message == "order" else run
    left, right = entries[0].left, entries[0].right
    # A slip among the numbers where the shift begins is its cause; what is exchanged may be out of its alphabet.
    moved = entries[:1] if message == "shift" else entries
    alphabetical = message == "alphabet"
    return RULE.finding(
        Place.of(right, x.right.lang, right.number_span),
        message,
        subject=message if alphabetical else " ".join(right.body.text.split())[:120],
        about=[
            *_keys(x, entries, entry_key),
            *lone[0].get(left.entry_id, ()),
            *lone[1].get(right.entry_id, ()),
            *_keys(x, moved, entry_order_key),
        ],
        related=[] if alphabetical else [Place.of(pair.right, x.right.lang) for pair in entries[1:]],
        counterparts=[Place.of(left, x.left.lang)],
        severity=Severity.INFO if alphabetical else None,
        confidence=Confidence.LIKELY,
        number=right.number or "",
        other=left.number or "",
        count=len(entries),
    )
