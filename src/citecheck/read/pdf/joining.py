"""Lines joined to text: the hyphens of syllables go, those of words and addresses stay, a broken address becomes whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from citecheck.model.layout import Call, Inline, Words
from citecheck.read.pdf.lines import Line, raised
from citecheck.read.pdf.runs import SOFT, Run

__all__ = ["Passage", "Vocabulary", "joined"]

HYPHENS = ("-", SOFT, "\u2010")
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010’'][^\W\d_]+)*")
LAST_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*$")
FIRST_WORD = re.compile(r"^[^\W\d_]+")
ADDRESS = re.compile(r"(?:https?:|ftp:|www\.|doi\.org|10\.\d{4,9}/|hal-)\S*$", re.IGNORECASE)
OPEN_END = re.compile(r"[/\-_=&?%#~:+.@]$")
"""What an address is broken behind."""
PART = re.compile(r"(?=\S*[/_=%&?~#\d.-])[\w./=?&%#~+:;,@!$'()*-]+")
"""A word that may go on with an address."""
HOST = re.compile(r"[a-z][\w-]*(?:\.[a-z][\w-]*)*[./]\S*[\w/]")
"""What goes on with an address that a stop ends."""
PROSE = re.compile(r"[(\[]?[^\W\d_]+[,;:.)\]]{0,2}$")
"""A word that may as well be of the text."""
GLUED = re.compile(r"(?<=\w)[-–—/’']$|[(\[«“‘]$")
"""What no space follows at the end of a line."""
SPLIT = re.compile(r"(?<=\bhttp:)//\s(?=\w)|(?<=\bhttps:)//\s(?=\w)")
"""An address with a gap behind its scheme."""
NUMBERED = re.compile(r"^(\[\d{1,4}\])(?=\S)")
"""The number of an entry with its words right behind it."""
FIGURES = re.compile(r"[0-9]+(?:[,;–-]\s?\d+)*")
BETWEEN = ("", ".", "-", "/", SOFT, "_")
FEW = 2
"""How often a document has a word that its parts may be."""


class Vocabulary:
    """The words of a document as its lines have them whole."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.words: Counter[str] = Counter()
        for line in lines:
            found = WORD.findall(line.text.casefold())
            if found and line.text.rstrip().endswith(HYPHENS):
                found = found[:-1]
            self.words.update(found)

    def keeps(self, left: str, right: str) -> bool:
        """Whether the hyphen between two parts of a word belongs to it, as the rest of the document has it."""
        left, right = left.casefold(), right.casefold()
        last = re.split(r"[-\u2010’']", left)[-1]
        whole, parted = self.words[last + right] + self.words[left + right], self.words[f"{left}-{right}"]
        if whole or parted:
            return parted > whole
        return len(last) > FEW and len(right) > FEW and self.words[last] >= FEW and self.words[right] >= FEW


class Passage(Struct, frozen=True):
    """Some lines of a paragraph or of a note: each with its page (from 1), from which of its characters on it belongs to that, and its
    marks (start, end, ordinal of the note, whether it is flat)."""

    line: Line
    page: int
    behind: int = 0
    calls: tuple[tuple[int, int, int, bool], ...] = ()


class _Piece(Struct):
    """Text of one shape."""

    text: str
    italic: bool
    raised: bool
    target: str
    page: int
    call: int | None = None
    flat: bool = False


def joined(passages: Sequence[Passage], vocabulary: Vocabulary) -> tuple[Inline, ...]:
    """The lines as one paragraph."""
    pieces: list[_Piece] = []
    for passage in passages:
        own = _pieces(passage)
        if not own:
            continue
        if pieces:
            _seam(pieces, own, vocabulary)
        pieces += own
    return tuple(_inlines(_whole(pieces)))


def _whole(pieces: Sequence[_Piece]) -> list[_Piece]:
    """The pieces, those of a printed address that a link gives whole as one: it may be set with gaps, and in several links."""
    made: list[_Piece] = []
    at = 0
    while at < len(pieces):
        end = _linked(pieces, at) if pieces[at].target else at + 1
        text = "".join("".join(piece.text.split()) for piece in pieces[at:end]).replace(SOFT, "-")
        apart = end > at + 1 or " " in pieces[at].text.strip()
        if apart and ("/" in text or "." in text) and _told(text, pieces[at].target):
            first, last = pieces[at], pieces[end - 1].text
            blank = " " if last[-1:] == " " else ""
            made.append(_Piece(text + blank, first.italic, False, first.target, first.page))
        else:
            made += pieces[at:end]
        at = end
    return made


def _told(text: str, target: str) -> bool:
    """Whether a text is the address that a link leads to, or a part of it."""
    return text.rstrip(".,").casefold() in unquote(target).casefold()


def _linked(pieces: Sequence[_Piece], at: int) -> int:
    """Behind which piece the link that one begins ends; blanks, stops and hyphens may stand in it."""
    target, end = pieces[at].target, at + 1
    for place in range(at + 1, len(pieces)):
        piece = pieces[place]
        if piece.target == target:
            end = place + 1
        elif piece.call is not None or piece.text.strip() not in BETWEEN:
            break
    return end


def _pieces(passage: Passage) -> list[_Piece]:
    """The runs of a line, parted by its marks."""
    line, at = passage.line, 0
    found: list[_Piece] = []
    for run in line.runs:
        start, end = at, at + len(run.text)
        at = end
        start = max(start, passage.behind)
        for call_start, call_end, note, flat in passage.calls:
            if not start <= call_start < end:
                # A mark of several runs: what is left of it is no text.
                start = max(start, min(call_end, end)) if call_start < start < call_end else start
                continue
            found += _cut(passage, line, run, start, call_start, end)
            found.append(_Piece("", False, False, "", passage.page, note, flat))
            start = call_end
        found += _cut(passage, line, run, start, end, end)
    return found


def _cut(passage: Passage, line: Line, run: Run, start: int, stop: int, end: int) -> list[_Piece]:
    text = run.text[len(run.text) - (end - start) : len(run.text) - (end - stop)] if start < stop else ""
    if not text:
        return []
    high = raised(run, line)
    if high and FIGURES.fullmatch(text.strip()) and run is not line.runs[0]:
        # A power, or a mark whose note was not found. Set as a mark it would call what is not there.
        text = f"^{text.lstrip()}"
    return [_Piece(text, run.italic, False, "" if run.target == "#" else run.target, passage.page)]


def _seam(pieces: list[_Piece], own: list[_Piece], vocabulary: Vocabulary) -> None:
    """Joins the end of one line with the beginning of the next."""
    before = "".join(piece.text for piece in pieces[-12:]).rstrip()
    after = "".join(piece.text for piece in own).lstrip()
    _strip(pieces)
    own[0].text = own[0].text.lstrip()
    if _in_address(pieces, own, before, after):
        if before.endswith(SOFT):
            _end(pieces, "-")
    elif before.endswith(HYPHENS):
        _end(pieces, _hyphen(before, after, vocabulary))
    elif GLUED.search(before) is None:
        pieces.append(_Piece(" ", pieces[-1].italic and own[0].italic, False, _shared(pieces[-1], own[0]), own[0].page))


def _hyphen(before: str, after: str, vocabulary: Vocabulary) -> str:
    """What stays of the hyphen that a line ends with."""
    left, right = LAST_WORD.search(before[:-1]), FIRST_WORD.search(after)
    if left is None or right is None:
        return "-" if before[-2:-1].strip() else "- "
    return "-" if not right[0][0].islower() or vocabulary.keeps(left[0], right[0]) else ""


def _in_address(pieces: list[_Piece], own: list[_Piece], before: str, after: str) -> bool:
    """Whether an address stands on both lines."""
    if pieces[-1].target and pieces[-1].target == own[0].target and _printed(pieces[-1], own[0]):
        return True
    address = ADDRESS.search(before)
    return address is not None and _goes_on(pieces, own, address[0], after)


def _printed(one: _Piece, other: _Piece) -> bool:
    """Whether the ends of two pieces of a link stand beside each other in its target: a line parts an address."""
    left, right = one.text.rstrip().split()[-1:], other.text.split()[:1]
    if not left or not right:
        return False
    return (left[0].replace(SOFT, "-")[-6:] + right[0][:6].rstrip(".,;")).casefold() in unquote(one.target).casefold()


def _shared(one: _Piece, other: _Piece) -> str:
    return one.target if one.target == other.target else ""


def _strip(pieces: list[_Piece]) -> None:
    """Takes the blanks away at the end."""
    while pieces and pieces[-1].call is None and not pieces[-1].text.rstrip():
        if len(pieces) == 1:
            pieces[-1].text = ""
            return
        pieces.pop()
    if pieces[-1].call is None:
        pieces[-1].text = pieces[-1].text.rstrip()


def _end(pieces: list[_Piece], sign: str) -> None:
    """Puts a sign in the place of the hyphen at the end."""
    if pieces[-1].text.endswith(HYPHENS):
        pieces[-1].text = pieces[-1].text[:-1] + sign


def _goes_on(pieces: list[_Piece], own: list[_Piece], address: str, after: str) -> bool:
    """Whether an address that a line ends with goes on in the next one."""
    target = pieces[-1].target
    if target and target.rstrip("/").endswith(address.rstrip("/.")[-12:]) and not own[0].target:
        return False
    word = after.split(maxsplit=1)[0].replace(SOFT, "-") if after else ""
    if address.endswith((",", ";")) or (address.endswith(".") and HOST.match(word) is None):
        return False
    return _may_be_part(word, is_open=OPEN_END.search(address.replace(SOFT, "-")) is not None)


def _may_be_part(word: str, *, is_open: bool) -> bool:
    """Whether a word may go on with an address, which breaks off where nothing ends (``is_open``) or may have ended."""
    if not word or word[0] in "([«“‘\"'":
        return False
    part, prose = PART.fullmatch(word) is not None, PROSE.match(word) is not None
    if is_open:
        return part or (prose and not word[:1].isupper())
    return part and not (prose or word[:1].isupper() or word.isdigit())


def _inlines(pieces: Sequence[_Piece]) -> list[Inline]:
    """The pieces as inlines, those of one shape as one."""
    made: list[Inline] = []
    at = 0
    for piece in pieces:
        if piece.call is not None:
            made.append(Call(str(piece.call), at, page=piece.page, flat=piece.flat))
            continue
        text = SPLIT.sub("//", piece.text.replace(SOFT, "-" if piece.text == SOFT else ""))
        words = Words(
            text if at else NUMBERED.sub(r"\1 ", text),
            at,
            piece.italic,
            piece.raised,
            piece.target or None,
            page=piece.page,
        )
        last = made[-1] if made else None
        if isinstance(last, Words) and replace(last, text="", at=0) == replace(words, text="", at=0):
            made[-1] = replace(last, text=last.text + words.text)
        elif text:
            made.append(words)
        at += len(words.text)
    return made
