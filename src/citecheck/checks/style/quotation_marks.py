"""The quotation marks of a text: which of them have no partner."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

PAIRS = {"«": "»", "“": "”", "„": "“", "‘": "’"}
TURNED = {"»": "«", "“": "”"}
"""Marks that are met turned the wrong way, and what they should be."""
LONGEST = 400
"""Characters of a quotation whose first mark is turned the wrong way."""
DEEPEST = 12
"""Quotations that may be open within each other: more are no quotations, and looking at all of them would cost the square."""
HIDDEN = re.compile(
    r"<[^<>\n]{0,300}>|</?[A-Za-z][^<>]{0,4000}>|\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,500}\)|\{[#.][^{}\n]{0,300}\}"
    r"|(?<=\|)[ \t]{0,9}\"[ \t]{0,9}(?=\|)"
    r"|^ {0,3}\[[^\]\[\n^][^\]\[\n]{0,200}\]:[ \t]*\S[^\n]{0,600}|`[^`\n]{0,300}`|https?://[^\s<>\"«»“”]{1,500}"
    r"|([«»“”„\"‘’])\1{2,}",
    re.MULTILINE,
)
"""Tags, targets of links, attributes, marks for "the same" in a table, definitions of links, code, addresses, and three equal
marks or more in a row, which are a sign of a program or a line that somebody drew."""
MARKER = re.compile(r"<sup>[^<>\n]{0,40}</sup>|\[\^[^\]\[\s]{1,100}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,6}", re.IGNORECASE)
STRAIGHT = re.compile('"')
BEFORE_QUOTATION = "([–—-/=:"
"""Signs behind which a quotation begins, as it does behind a blank."""
BEHIND_QUOTATION = ".,;:!?…)]–—-/"
"""Signs before which a quotation ends, as it does before a blank."""
PASSED_OVER = '*_"\x00'
"""What stands between a mark and the words beside it: emphasis, other marks and what is hidden."""
BESIDE = 12
"""Characters beside a mark among which the word next to it is sought."""
MOST_NESTED = 2
LINE = range(25, 91)
"""Characters of a printed line, at whose beginning old books repeat the mark of a quotation."""
LINES = 3
MARK = re.compile(r"[«»“”„\"‘’]")


class Fault(Struct, frozen=True):
    """A mark without partner at an offset of a text, and why."""

    at: int
    mark: str
    message: str


def faults_of(raw: str) -> list[Fault]:
    """The marks of a text that have no partner; with the message ``unlike`` those that are closed by a mark of another
    kind."""
    if MARK.search(raw) is None:
        return []
    reading = _Reading(HIDDEN.sub(lambda match: "\x00" * len(match[0]), raw))
    for match in MARK.finditer(reading.text):
        reading.take(match[0], match.start())
    return reading.all_faults()


class _Reading:
    """A text that is read for marks: those that are open, and what is wrong so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[tuple[str, int]] = []
        self.faults: list[Fault] = []
        # The last fault that may be an opening mark turned the wrong way.
        self.turned: int | None = None

    def all_faults(self) -> list[Fault]:
        """What is wrong, with what is still open. An open single mark is more likely an apostrophe ('90s)."""
        still = [Fault(at, mark, "open") for mark, at in self.open if mark != "‘"]
        faults = sorted((*self.faults, *still), key=lambda fault: fault.at)
        if any(fault.mark == '"' for fault in faults) and _is_nested(self.text):
            faults = [fault for fault in faults if fault.mark != '"']
        if any(fault.mark == "«" for fault in faults):
            repeated = _of_lines(self.text)
            faults = [fault for fault in faults if fault.at not in repeated]
        return faults

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
        self.faults.append(Fault(at, mark, message))

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
        elif self.open and self.open[-1][0] == "“" and _ends_word(before, after):
            self._fault(self.open.pop()[1], "“", "unlike")
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
        elif mark == "”" and self.open and self.open[-1][0] == '"':
            self._fault(self.open.pop()[1], '"', "unlike")
        elif mark == "»" and turned is not None and at - self.faults[turned].at <= LONGEST:
            self.faults[turned] = replace(self.faults[turned], message="turned")
            self.turned = None
        else:
            self.turned = len(self.faults) if mark == "»" and _starts_word(before, after) else None
            self._fault(at, mark, "closed")


def _is_nested(text: str) -> bool:
    """Whether the straight marks of a text can be quotations within one another, none of them without a partner: some show
    by their sides that they open or close, the others may do either."""
    depths = {0}
    for match in STRAIGHT.finditer(text):
        steps = _steps(text, match.start())
        depths = {depth + step for depth in depths for step in steps if 0 <= depth + step <= MOST_NESTED}
    return 0 in depths


def _steps(text: str, at: int) -> tuple[int, ...]:
    """What a straight mark may do to the depth of quotations: 1 if it opens one, -1 if it closes one."""
    before = text[max(0, at - BESIDE) : at].rstrip(PASSED_OVER)[-1:] or " "
    after = text[at + 1 : at + 1 + BESIDE].lstrip(PASSED_OVER)[:1] or " "
    opens, closes = before.isspace() or before in BEFORE_QUOTATION, after.isspace() or after in BEHIND_QUOTATION
    return (1, -1) if opens == closes else (1,) if opens else (-1,)


def _of_lines(text: str) -> frozenset[int]:
    """The places of opening marks that are repeated at the beginning of each printed line of one quotation, as old books
    do, in a text that has its lines no more: three or more, each a line behind the last, before one that closes."""
    found: set[int] = set()
    run: list[int] = []
    for match in re.finditer("[«»]", text):
        if match[0] == "«":
            run = [*run, match.start()] if run and match.start() - run[-1] in LINE else [match.start()]
        else:
            found.update(run if len(run) >= LINES else ())
            run = []
    return frozenset(found)


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
