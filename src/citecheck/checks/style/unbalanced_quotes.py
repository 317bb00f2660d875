"""A quotation mark without a partner, or with one of another kind.

The reader cannot tell where the quotation ends. Each paragraph, note and entry is read for itself; a quotation over several
paragraphs is followed. Straight single marks and apostrophes prove nothing and are passed over.

Wrong: “Doe writes that "nobody knows”. Right: “Doe writes that ‘nobody knows’”.

To mend it, add the missing mark, or take the one too many away.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from citecheck.checks import NEEDS_SOURCE
from citecheck.model.document import Document, Entry, Note
from citecheck.model.finding import Abstention, Confidence, Edit, Finding, Fix, Place, Severity
from citecheck.model.rule import Example, Rule, Wording
from citecheck.model.source import Span

PAIRS = {"«": "»", "“": "”", "„": "“", "‘": "’"}
TURNED = {"»": "«", "“": "”"}
"""Marks that are met turned the wrong way, and what they should be."""
LONGEST = 400
"""Characters of a quotation whose first mark is turned the wrong way."""
DEEPEST = 12
"""Quotations that may be open within each other: more are no quotations, and looking at all of them would cost the square."""
FOLLOWED = 4
"""Paragraphs over which a quotation is followed to its end."""
HIDDEN = re.compile(
    r"<[^<>\n]{0,300}>|</?[A-Za-z][^<>]{0,4000}>|\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,500}\)|\{[#.][^{}\n]{0,300}\}"
    r"|^ {0,3}\[[^\]\[\n^][^\]\[\n]{0,200}\]:[ \t]*\S[^\n]{0,600}|`[^`\n]{0,300}`|https?://[^\s<>\"«»“”]{1,500}",
    re.MULTILINE,
)
"""Tags, targets of links, attributes, definitions of links, code and addresses."""
ROW = 4
"""Equal marks in a row that are a line which somebody drew, and no quotation."""
MARKER = re.compile(r"<sup>[^<>\n]{0,40}</sup>|\[\^[^\]\[\s]{1,100}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,6}", re.IGNORECASE)
MARK = re.compile(r"[«»“”„\"‘’]")

RULE = Rule(
    code="STY004",
    name="unbalanced-quotes",
    severity=Severity.WARNING,
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
        "glued": {
            "en": Wording("“{text}”: a letter sticks to the quotation mark.", "Take the letter away, or add a space."),
            "fr": Wording("« {text} » : une lettre colle au guillemet.", "Supprimer la lettre, ou ajouter une espace."),
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
)


class _Fault(Struct, frozen=True):
    """A mark without partner at an offset of a text, and why."""

    at: int
    mark: str
    message: str


def check(x: Document) -> Iterator[Finding | Abstention]:
    """The marks of each paragraph, note and entry; one finding for each of these."""
    if x.sparse:
        yield RULE.abstains(x.lang, NEEDS_SOURCE)
        return
    units: list[Note | Entry] = [*x.notes, *x.printed_entries]
    for one in units:
        yield from _found(_faults(one.body.text), one.body.text, (one.body,), Place.of(one, x.lang))
    texts = ["".join(piece.text for piece in one.pieces) for one in x.paragraphs]
    faults = [_faults(text) for text in texts]
    kinds = [frozenset((one.mark, one.message) for one in own) for own in faults]
    for at, paragraph in enumerate(x.paragraphs):
        found = _unfollowed(faults[at], kinds, texts, at)
        yield from _found(found, texts[at], paragraph.pieces, Place(paragraph.span, x.lang))


def _unfollowed(
    own: Sequence[_Fault], kinds: Sequence[frozenset[tuple[str, str]]], texts: Sequence[str], at: int
) -> list[_Fault]:
    """The faults of a text without a quotation that goes on in the next ones, or comes from those before.

    ``kinds`` are the marks and messages of the faults of each text.
    """
    following = texts[at + 1].lstrip(" \t>*_")[:1] if at + 1 < len(texts) else ""
    return [fault for fault in own if not (_goes_on(fault, following) or _met(fault, kinds, at))]


def _goes_on(fault: _Fault, following: str) -> bool:
    """Whether the next text opens with the same mark: only the last paragraph of a long quotation closes it."""
    return fault.message == "open" and following == fault.mark


def _met(fault: _Fault, kinds: Sequence[frozenset[tuple[str, str]]], at: int) -> bool:
    """Whether one of the texts beside has the partner of a mark. A straight one does not show whether it opens."""
    straight = fault.mark == '"'
    after = range(at + 1, at + 1 + FOLLOWED) if fault.message == "open" or straight else range(0)
    before = range(at - 1, at - 1 - FOLLOWED, -1) if fault.message != "open" or straight else range(0)
    beside = (*after, *before)
    return any(
        _partners(fault.mark, mark) and (straight or message != fault.message)
        for other in beside
        if 0 <= other < len(kinds)
        for mark, message in kinds[other]
    )


def _partners(one: str, other: str) -> bool:
    return one == other or PAIRS.get(one) == other or PAIRS.get(other) == one


def _found(faults: Sequence[_Fault], text: str, pieces: Sequence[Span], place: Place) -> Iterator[Finding]:
    if not faults:
        return
    first, *rest = faults
    width = 3 if first.message == "glued" else 1
    ends = list(accumulate(piece.end - piece.start for piece in pieces))
    yield RULE.finding(
        place.within(_part(pieces, ends, first.at, width)),
        first.message,
        subject=_words_around(text, first.at),
        related=[place.within(_part(pieces, ends, one.at, 1)) for one in rest],
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


def _turn(faults: Sequence[_Fault], pieces: Sequence[Span], ends: Sequence[int]) -> Fix | None:
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


def _faults(raw: str) -> list[_Fault]:
    """The marks of a text that have no partner."""
    reading = _Reading(HIDDEN.sub(lambda match: "\x00" * len(match[0]), raw))
    row = 0
    for match in MARK.finditer(reading.text):
        if reading.text.startswith(match[0] * ROW, match.start()):
            row = match.start() + ROW
        if match.start() >= row:
            reading.take(match[0], match.start())
    return reading.all_faults()


class _Reading:
    """A text that is read for marks: those that are open, and what is wrong so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[tuple[str, int]] = []
        self.faults: list[_Fault] = []
        # The last fault that may be an opening mark turned the wrong way.
        self.turned: int | None = None

    def all_faults(self) -> list[_Fault]:
        """What is wrong, with what is still open. An open single mark is more likely an apostrophe ('90s)."""
        still = [_Fault(at, mark, "open") for mark, at in self.open if mark != "‘"]
        return sorted((*self.faults, *still), key=lambda fault: fault.at)

    def take(self, mark: str, at: int) -> None:
        """Reads the mark at a place."""
        if len(self.open) > DEEPEST:
            opened, place = self.open.pop(0)
            self._fault(place, opened, "open")
        before = self.text[at - 1] if at else " "
        after = self.text[at + 1] if at + 1 < len(self.text) else " "
        if mark == "«" and before.isalpha() and (at == 1 or not self.text[at - 2].isalpha()):
            self._fault(at - 1, before + mark, "glued")
        if mark == "’":
            self._apostrophe(mark, at, before, after)
        elif mark == '"':
            self._straight(mark, at, before, after)
        elif mark in PAIRS:
            self._opening(mark, at, before, after)
        else:
            self._closing(mark, at, before, after)

    def _fault(self, at: int, mark: str, message: str) -> None:
        self.faults.append(_Fault(at, mark, message))

    def _is_open(self, mark: str) -> bool:
        return any(opened == mark for opened, _ in self.open)

    def _apostrophe(self, mark: str, at: int, before: str, after: str) -> None:
        """Mostly an apostrophe: it closes what is open, and tells something else only before a sign."""
        if self._is_open("‘") and not after.isalpha():
            _close(self.open, "‘")
        elif self.open and self.open[-1][0] in "“«" and before.isalpha():
            # No genitive ("the workers’ boats") stands before a dash.
            breaks = after == " " and self.text[at + 2 : at + 3] in ("–", "—")
            if breaks or (after in ":;" and before not in "sSxz"):
                self._fault(at, mark, "closed")

    def _straight(self, mark: str, at: int, before: str, after: str) -> None:
        """A straight mark opens and closes."""
        opens, closes = not before.isalnum() and after.isalnum(), before.isalnum() and not after.isalnum()
        if self._is_open(mark):
            again = opens and before in " \n\u00a0([—–-"
            opened = _close(self.open, mark)
            if again:
                # A second quotation begins: the first one was never closed.
                self._fault(opened, mark, "open")
                self.open.append((mark, at))
        elif before.isdigit() and not after.isalpha():
            pass  # Inches.
        elif closes:
            self._fault(at, mark, "closed")
        else:
            self.open.append((mark, at))

    def _opening(self, mark: str, at: int, before: str, after: str) -> None:
        """A mark that opens, unless it closes what another one opened, or goes on with it."""
        last = self.open[-1][0] if self.open else ""
        if mark == "‘" and before.isalpha():
            return
        if mark == "“" and self._is_open("„"):
            _close(self.open, "„")
        elif mark == last == "“" and _ends_word(before, after):
            self.open.pop()
            self._fault(at, mark, "turned")
        elif not (mark == last and mark in "«“" and _starts_line(self.text, at)):
            # A mark at the start of each line or paragraph of one quotation opens nothing new.
            self.open.append((mark, at))

    def _closing(self, mark: str, at: int, before: str, after: str) -> None:
        """A mark that closes."""
        opener = next(opening for opening, closing in PAIRS.items() if closing == mark)
        turned = self.turned
        if self._is_open(opener):
            _close(self.open, opener)
        elif mark == "»" and turned is not None and at - self.faults[turned].at <= LONGEST:
            self.faults[turned] = replace(self.faults[turned], message="turned")
            self.turned = None
        else:
            self.turned = len(self.faults) if mark == "»" and _starts_word(before, after) else None
            self._fault(at, mark, "closed")


def _starts_word(before: str, after: str) -> bool:
    return (before.isspace() or before in "([") and (after.isspace() or after.isalnum())


def _ends_word(before: str, after: str) -> bool:
    return (before.isalnum() or before in ".,!?…)") and not after.isalnum()


def _starts_line(text: str, at: int) -> bool:
    """Whether nothing but blanks and signs of block quotes stands before a place on its line."""
    while at > 0 and text[at - 1] in " \t>":
        at -= 1
    return at == 0 or text[at - 1] == "\n"


def _close(stack: list[tuple[str, int]], opener: str) -> int:
    """Takes the last such mark off, which must be there, and says where it stood; what was opened inside of it stays
    open."""
    at = max(index for index, (mark, _) in enumerate(stack) if mark == opener)
    return stack.pop(at)[1]
