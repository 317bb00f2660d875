"""A quotation mark without a partner, or with one of another kind.

The reader cannot tell where the quotation ends. Each paragraph, note and entry is read for itself; a quotation over several
paragraphs is followed. Straight single marks and apostrophes prove nothing and are passed over, and so is what stands in the tags of
templates. A straight mark that a curly one closes, or the other way round, is information only: the reader sees both ends.

Wrong: “Doe writes that "nobody knows”. Right: “Doe writes that ‘nobody knows’”.

To mend it, add the missing mark, or take the one too many away.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from citecheck.checks import NEEDS_SOURCE
from citecheck.checks.style.quotation_marks import MARKER, PAIRS, TURNED, Fault, faults_of
from citecheck.model.document import Document, Entry, Note
from citecheck.model.finding import Abstention, Confidence, Edit, Finding, Fix, Place, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording
from citecheck.model.source import Span
from citecheck.model.templates import outside_templates

FOLLOWED = 4
"""Paragraphs over which a quotation is followed to its end."""
QUOTED = 60
"""The same where they are all of one block quote: the lines of a poem are paragraphs there."""
OMISSION = " \t>*_.…[]()"
"""What may stand before the mark with which the next paragraph of a quotation begins: emphasis, and what is left out."""
ENTITY = re.compile(r"&#?\w{1,20};")
WORD = re.compile(r"[^\W\d_]{3}")
SHORT = 12
"""Characters of a line that is the number of a page."""

RULE = Rule(
    code="STY004",
    name="unbalanced-quotes",
    severity=Severity.WARNING,
    in_pdf=Trust.NONE,
    messages={
        "open": {
            "en": Wording("The quotation mark {mark} is not closed.", "Close it, or take it away."),
            "fr": Wording("Le guillemet {mark} n'est pas fermé.", "Le fermer, ou le supprimer."),
        },
        "closed": {
            "en": Wording("The quotation mark {mark} closes nothing.", "Open the quotation, or take the mark away."),
            "fr": Wording("Le guillemet {mark} ne ferme rien.", "Ouvrir la citation, ou supprimer le guillemet."),
        },
        "turned": {
            "en": Wording("The quotation mark {mark} is turned the wrong way.", "Write {better}."),
            "fr": Wording("Le guillemet {mark} est à l'envers.", "Écrire {better}."),
        },
        "unlike": {
            "en": Wording("The quotation mark {mark} is closed by one of another kind.", "Write both alike."),
            "fr": Wording(
                "Le guillemet {mark} est fermé par un guillemet d'une autre sorte.", "Écrire les deux de la même façon."
            ),
        },
        "glued": {
            "en": Wording("“{text}”: a letter sticks to the quotation mark.", "Take the letter away, or add a space."),
            "fr": Wording(
                "« {text} » : une lettre est collée au guillemet.", "Supprimer la lettre, ou ajouter une espace."
            ),
        },
    },
)

EXAMPLES = (
    Example("The port is “free of ice, they say.\n\nNobody else says so.\n", ("“",)),
    Example('He calls it "open" and "new.\n', ('"',)),
    Example("Il est » ouvert », disent-ils.\n", ("»",), lang="fr"),
    Example("Il est « ouvert », disent-ils, et « neuf.\n", ("«",), lang="fr"),
    Example('The port is “free of ice”, they say, and ‘open’ for the workers’ boats, 5" above zero.\n'),
    Example("They know it as “Ports R Us’ – the quays of tomorrow”.\n", ("’",)),
    Example("“It is open.\n\n“It is new.”\n"),
    Example('It is "https://elms.example.org/a", and "[this](https://elms.example.org/a_(b))".\n'),
    Example('[elms]: https://elms.example.org "Elms fall\n\nOaks.\n'),
    Example('He says: "It is open.\n\nIt is new."\n'),
    Example("« Les quais sont libres ;\n\n[p. 10]\n\n« Donc ils le sont tous. »\n", lang="fr"),
    Example('She asks:"Is the "old" quay "open"?"\n'),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """The marks of each paragraph, note and entry; one finding for each of these."""
    if x.sparse:
        yield RULE.abstains(x.lang, NEEDS_SOURCE)
        return
    units: list[Note | Entry] = [*x.notes, *x.printed_entries]
    for one in units:
        text = outside_templates((one.body,))
        yield from _found(faults_of(text), text, (one.body,), Place.of(one, x.lang))
    texts = [outside_templates(one.pieces) for one in x.paragraphs]
    faults = [faults_of(text) for text in texts]
    kinds = [frozenset((one.mark, one.message) for one in own) for own in faults]
    for at, paragraph in enumerate(x.paragraphs):
        found = _unfollowed(faults[at], kinds, texts, at)
        yield from _found(found, texts[at], paragraph.pieces, Place(paragraph.span, x.lang))


def _unfollowed(
    own: Sequence[Fault], kinds: Sequence[frozenset[tuple[str, str]]], texts: Sequence[str], at: int
) -> list[Fault]:
    """The faults of a text without a quotation that goes on in the next ones, or comes from those before.

    ``kinds`` are the marks and messages of the faults of each text.
    """
    if not own:
        return []
    following = next((text for text in texts[at + 1 : at + 1 + FOLLOWED] if _is_prose(text)), "")
    after = [kinds[other] for other in _followed(texts, at, 1)]
    before = [kinds[other] for other in _followed(texts, at, -1)]
    opening = following.lstrip(OMISSION)[:1]
    return [fault for fault in own if not (_goes_on(fault, opening) or _met(fault, after, before))]


def _followed(texts: Sequence[str], at: int, step: int) -> Iterator[int]:
    """The texts after one, or before it, over which a quotation is followed: a few, or all of its block quote."""
    quoted = _is_quoted(texts[at])
    for number in range(1, QUOTED + 1):
        other = at + step * number
        if not 0 <= other < len(texts):
            return
        quoted = quoted and _is_quoted(texts[other])
        if number > FOLLOWED and not quoted:
            return
        yield other


def _is_prose(text: str) -> bool:
    """Whether a paragraph has words: one with the number of a page, or with letters of a figure, interrupts nothing."""
    text = ENTITY.sub("", text).strip()
    return WORD.search(text) is not None and not (len(text) <= SHORT and any(sign.isdecimal() for sign in text))


def _is_quoted(text: str) -> bool:
    return text.lstrip()[:1] == ">"


def _goes_on(fault: Fault, following: str) -> bool:
    """Whether the next text opens with the same mark: only the last paragraph of a long quotation closes it."""
    return fault.message == "open" and following == fault.mark


def _met(
    fault: Fault, after: Sequence[frozenset[tuple[str, str]]], before: Sequence[frozenset[tuple[str, str]]]
) -> bool:
    """Whether one of the texts beside has the partner of a mark. A straight one does not show whether it opens."""
    straight = fault.mark == '"'
    beside = [
        *(after if fault.message == "open" or straight else ()),
        *(before if fault.message != "open" or straight else ()),
    ]
    return fault.message != "unlike" and any(
        _partners(fault.mark, mark) and message != "unlike" and (straight or message != fault.message)
        for kinds in beside
        for mark, message in kinds
    )


def _partners(one: str, other: str) -> bool:
    return one == other or PAIRS.get(one) == other or PAIRS.get(other) == one


def _found(faults: Sequence[Fault], text: str, pieces: Sequence[Span], place: Place) -> Iterator[Finding]:
    if not faults:
        return
    # What is only set in unlike marks is clear to the reader.
    first, *rest = sorted(faults, key=lambda fault: (fault.message == "unlike", fault.at))
    width = 3 if first.message == "glued" else 1
    ends = list(accumulate(piece.end - piece.start for piece in pieces))
    yield RULE.finding(
        place.within(_part(pieces, ends, first.at, width)),
        first.message,
        subject=_words_around(text, first.at),
        related=[place.within(_part(pieces, ends, one.at, 1)) for one in rest],
        severity=Severity.INFO if first.message == "unlike" else None,
        confidence=Confidence.LIKELY,
        fix=_turn(faults, pieces, ends),
        mark=first.mark,
        better=TURNED.get(first.mark, ""),
        text=text[first.at : first.at + width],
    )


def _words_around(text: str, at: int) -> str:
    """The words before and after a mark, without the numbers of notes, which change where they are renumbered."""
    before, after = (MARKER.sub("", side) for side in (text[max(0, at - 400) : at], text[at : at + 400]))
    return " ".join((before[-30:] + after[:30]).split())


def _turn(faults: Sequence[Fault], pieces: Sequence[Span], ends: Sequence[int]) -> Fix | None:
    """Turns marks round, where nothing else is wrong: a person sees to it that the right one is turned."""
    if any(one.message != "turned" for one in faults):
        return None
    edits = tuple(Edit(_part(pieces, ends, one.at, 1), TURNED[one.mark]) for one in faults)
    return Fix(edits, safe=False)


def _part(pieces: Sequence[Span], ends: Sequence[int], at: int, width: int) -> Span:
    """The span of characters of a text in pieces, as far as they lie in one of them; ``ends`` are the offsets at which
    these end."""
    index = min(bisect_right(ends, at), len(pieces) - 1)
    piece = pieces[index]
    at -= ends[index - 1] if index else 0
    return piece.part(at, min(at + width, piece.end - piece.start))
