r"""Citations by key: the commands of biblatex, natbib and LaTeX itself, as pandoc writes them (``[see @doe, p. 4]``).

Where a style prints a note for a command, it is one. Of sources that stand in the text itself, what is printed for their keys is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from citecheck.read.tex.bibitems import bibtex_keys
from citecheck.read.tex.flow import Flow
from citecheck.read.tex.inside import quoted
from citecheck.read.tex.names import named
from citecheck.read.tex.notes import begin_note
from citecheck.read.tex.state import Bibitem, State
from citecheck.read.tex.tokens import EMPTY, Kind, Slice, Token, Tokens, written

__all__ = ["CITING"]

Handler = Callable[[State, Token], None]
IN_BRACKETS = named("""
    cite Cite parencite Parencite citep Citep citealp Citealp supercite smartcite Smartcite autocite Autocite fullcite
    cites Cites parencites Parencites supercites smartcites autocites Autocites citenum onlinecite footcite Footcite
    footcites footfullcite notecite pnotecite fnotecite avolcite pvolcite volcite footcitetext shortcite citeonline
    citetitle Citetitle citeyear citeyearpar citedate citeurl citefield citelist citename headlessfullcite bibentry
    """)
IN_TEXT = named("textcite Textcite citet Citet citealt Citealt textcites Textcites citeauthor Citeauthor newcite")
AS_NOTES = frozenset(("footcite", "Footcite", "footcites", "footfullcite"))
"""What prints a note in any style."""
AUTOMATIC = frozenset(("autocite", "Autocite", "autocites", "Autocites"))
SMART = frozenset(("smartcite", "Smartcite", "smartcites"))
"""What prints a note but in a note."""
SEVERAL = frozenset(name for name in IN_BRACKETS | IN_TEXT if name.endswith("cites"))
SECOND_ARGUMENT = frozenset(("citefield", "citelist", "citename"))
WITH_VOLUME = frozenset(("volcite", "avolcite", "pvolcite"))
PLAIN_KEY = re.compile(r"[A-Za-z]\w{0,200}(?:[:.#$%&+?<>~/-]\w{1,80}){0,20}")
"""A key that needs no braces in pandoc's form."""
GOES_ON = re.compile(r"[:.#$%&+?<>~/-]?\w")
"""What may go on a key."""
UNKEYED = re.compile(r"[\s{}@\[\]]")
"""What no key holds."""
PAGES = re.compile(r"[\divxlcIVXLC]{1,9}(?:\s*(?:-{1,3}|–|,|;|\\&)\s*[\divxlcIVXLC]{1,9}){0,20}[a-z]?")
"""What biblatex prints with "p." before it."""
PUNCTUATION = re.compile(r"[.,;:!?]")


class Cited(Struct, frozen=True):
    """One citation of a command: what stands before it, its keys with their places, and what stands behind."""

    before: Slice
    behind: Slice
    keys: tuple[Token, ...]


def _arguments(state: State, name: str) -> list[Cited]:
    """The citations of a command."""
    stream = state.stream
    cited: list[Cited] = []
    if name in SEVERAL:
        while stream.parentheses() is not None:
            pass
    if name in WITH_VOLUME:
        stream.optional()
        stream.argument()
    while True:
        first, second = stream.optional(), None
        if first is not None:
            second = stream.optional()
        if not stream.opens():
            break
        before, behind = (first, second) if second is not None else (None, first)
        keys = stream.group() or EMPTY
        cited.append(Cited(before or EMPTY, behind or EMPTY, tuple(_spelled(state, key) for key in _keys(keys))))
        if name not in SEVERAL:
            break
    if name in SECOND_ARGUMENT:
        stream.group()
    return cited


def _spelled(state: State, key: Token) -> Token:
    """A key as the bibliography file spells it, of which BibTeX takes any capitals."""
    if not state.settings.bibtex or key.text in state.bibitems:
        return key
    if state.keys is None:
        state.keys = bibtex_keys(state.files)
    spelled = state.keys.get(key.text) or state.keys.get(key.text.casefold())
    return key if spelled is None else Token(key.kind, spelled, key.file, key.line, key.column)


def _keys(piece: Slice) -> list[Token]:
    """The keys of a citation, each where it stands."""
    keys: list[Token] = []
    begun: Token | None = None
    text = ""
    for token in piece:
        if token.kind in (Kind.SPACE, Kind.PARAGRAPH):
            continue
        at = 0
        for part in re.split(r"(,)", token.text if token.kind is not Kind.COMMAND else "\\" + token.text):
            if part == ",":
                keys += [_key(begun, text)] if begun is not None and text.strip() else []
                begun, text = None, ""
            elif part.strip():
                lead = len(part) - len(part.lstrip())
                if begun is None:
                    begun = Token(Kind.MARKUP, "", token.file, token.line, token.column + at + lead)
                text += part
            at += len(part)
    return [*keys, _key(begun, text)] if begun is not None and text.strip() else keys


def _key(begun: Token, text: str) -> Token:
    return Token(Kind.MARKUP, text.strip(), begun.file, begun.line, begun.column)


class _Line:
    """What is printed for a citation, as it grows: tokens, and pieces of the document between them."""

    def __init__(self, place: Token) -> None:
        self.place = place
        self.pieces: list[Slice | Token] = []

    def add(self, text: str, place: Token | None = None) -> None:
        """Signs, and what is known to be printed."""
        at = place or self.place
        self.pieces.append(Token(Kind.MARKUP, text, at.file, at.line, at.column))

    def key(self, key: Token, *, braces: bool = False) -> None:
        """A key in pandoc's form, in braces where its signs or what follows it ask for them."""
        text = UNKEYED.sub("", key.text)
        braces = braces or PLAIN_KEY.fullmatch(text) is None
        self.add("@{" if braces else "@", key)
        self.add(text, key)
        self.add("}" if braces else "", key)

    def read(self, state: State) -> None:
        """Reads all of it next."""
        for piece in reversed(self.pieces):
            if isinstance(piece, Slice):
                state.stream.push(piece)
            else:
                state.stream.push_items([piece])


def _printed(state: State, token: Token, name: str, cited: Sequence[Cited]) -> _Line:
    """What is printed for the citations of a command."""
    line = _Line(token)
    known = [one for each in cited for one in each.keys if one.text in state.bibitems]
    if known:
        _with_labels(state, line, name, cited)
    elif name in IN_TEXT:
        for at, each in enumerate(cited):
            line.add(", " if at else "")
            _in_text(state, line, each)
    else:
        line.add("[")
        for at, each in enumerate(cited):
            line.add("; " if at else "")
            _in_brackets(state, line, each)
        line.add("]")
    return line


def _in_text(state: State, line: _Line, each: Cited) -> None:
    for at, key in enumerate(each.keys):
        line.add(", " if at else "")
        glued = at == len(each.keys) - 1 and not len(each.behind) and _is_glued(state)
        line.key(key, braces=glued)
    if len(each.behind):
        line.add(" [")
        _locator(state, line, each.behind)
        line.add("]")


def _in_brackets(state: State, line: _Line, each: Cited) -> None:
    if len(each.before):
        line.pieces.append(each.before)
        line.add(" ")
    for at, key in enumerate(each.keys):
        line.add("; " if at else "")
        line.key(key)
    if len(each.behind):
        line.add(", ")
        _locator(state, line, each.behind)


def _is_glued(state: State) -> bool:
    """Whether what comes next would be taken for a part of a key."""
    following = state.stream.peek()
    return following is not None and following.kind is Kind.TEXT and GOES_ON.match(following.text) is not None


def _locator(state: State, line: _Line, behind: Slice) -> None:
    """The pages, or what else stands behind a citation: biblatex prints "p." before bare numbers, and a dash for a hyphen."""
    raw = written(behind)
    if not PAGES.fullmatch(raw):
        line.pieces.append(behind)
        return
    first = next(iter(behind))
    text = re.sub(r"\s*-{1,3}\s*", "–", raw).replace("\\&", "&")
    several = re.search(r"[–,;&]", text) is not None
    line.add(("pp.\u00a0" if several else "p.\u00a0") if state.settings.biblatex else "", first)
    line.add(text, first)


def _with_labels(state: State, line: _Line, name: str, cited: Sequence[Cited]) -> None:
    """What is printed for sources that stand in the text: their numbers in brackets, or author and year."""
    named = [(key, state.bibitems.get(key.text) or Bibitem("?")) for each in cited for key in each.keys]
    before = next((each.before for each in cited if len(each.before)), EMPTY)
    behind = next((each.behind for each in cited if len(each.behind)), EMPTY)
    if not all(item.author and item.year for _, item in named):
        _in_signs(line, ("[", ", ", "]"), [(key, item.label or item.author) for key, item in named], before, behind)
    elif name not in IN_TEXT:
        _in_signs(line, ("(", "; ", ")"), [(key, f"{item.author}, {item.year}") for key, item in named], before, behind)
    else:
        dated = [(key, f"{item.author} ({item.year})") for key, item in named]
        if len(behind):
            key, text = dated.pop()
            dated.append((key, text.removesuffix(")")))
        _in_signs(line, ("", "; ", ")" if len(behind) else ""), dated, before, behind)


def _in_signs(
    line: _Line, signs: tuple[str, str, str], texts: Sequence[tuple[Token, str]], before: Slice, behind: Slice
) -> None:
    """Texts between the signs that open, part and close them, with what stands before and behind them."""
    line.add(signs[0])
    if len(before):
        line.pieces.append(before)
        line.add(" ")
    for at, (key, text) in enumerate(texts):
        line.add(signs[1] if at else "")
        line.add(text, key)
    if len(behind):
        line.add(", ")
        line.pieces.append(behind)
    line.add(signs[2])


def _cite(state: State, token: Token) -> None:
    """A citation, in the text or in a note, as its style prints it."""
    name = token.text.rstrip("*")
    cited = _arguments(state, name)
    if not any(one.keys for one in cited):
        return
    automatic = name in AUTOMATIC and state.settings.autocite_is_note
    is_note = name in AS_NOTES or ((automatic or name in SMART) and not state.in_note)
    line = _printed(state, token, name, cited)
    if not is_note or state.in_note:
        line.read(state)
        return
    if automatic and state.settings.autopunct:
        _punctuation_first(state)
    note = begin_note(state, token, "footnote")
    _in_note(state, line, note.flow)


def _in_note(state: State, line: _Line, flow: Flow | None) -> None:
    """Reads what is printed for a citation as the text of a note, which ends with a full stop."""
    if flow is None:
        return

    def done() -> None:
        state.leave_note(flow)

    line.add(".")
    state.stream.push_items([Token(Kind.CLOSE, "}", line.place.file, line.place.line, line.place.column)])
    line.read(state)
    state.push("", done)
    state.enter_note(flow)


def _punctuation_first(state: State) -> None:
    r"""``\autocite{…}.``: the full stop is printed before the mark."""
    following = state.stream.peek()
    if following is None or following.kind is not Kind.TEXT or not PUNCTUATION.match(following.text):
        return
    state.stream.next()
    sign, rest = following.text[0], following.text[1:]
    state.flow.trim()
    state.words(sign, following)
    if rest:
        behind = Token(Kind.TEXT, rest, following.file, following.line, following.column + 1)
        state.stream.push_items([behind])


def _note_text(state: State, token: Token) -> None:
    r"""``\footcitetext[…]{…}``: the text of a note whose mark stands elsewhere."""
    cited = _arguments(state, "footcite")
    if not any(one.keys for one in cited):
        return
    printed = state.counters.printed("footnote")
    note = state.latest.get(("footnote", printed))
    line = _printed(state, token, "footcite", cited)
    if note is None or note.flow is not None or state.in_note:
        line.read(state)
        return
    note.flow = Flow(f"{note.kind.value}s", token)
    _in_note(state, line, note.flow)


def _uncited(state: State, token: Token) -> None:
    r"""``\nocite{…}``: sources that are listed without a citation."""
    del token
    state.stream.argument()


def _quotation(state: State, token: Token) -> None:
    r"""``\textcquote[…][…]{…}[…]{…}``, ``\blockcquote…``: a quotation with its source."""
    first, second = state.stream.optional(), None
    if first is not None:
        second = state.stream.optional()
    before, behind = (first, second) if second is not None else (None, first)
    keys = state.stream.group() or EMPTY
    state.stream.optional()
    line = _printed(state, token, "cite", [Cited(before or EMPTY, behind or EMPTY, tuple(_keys(keys)))])
    items: list[Token] = []
    for piece in line.pieces:
        items += list(piece) if isinstance(piece, Slice) else [piece]
    made = Slice(Tokens.of(items), 0, len(items))
    quoted(state, token, made, open_brackets=False)


CITING: Mapping[str, Handler] = {
    **dict.fromkeys(IN_BRACKETS | IN_TEXT, _cite),
    "footcitetext": _note_text,
    "nocite": _uncited,
    **dict.fromkeys(("textcquote", "blockcquote"), _quotation),
}
