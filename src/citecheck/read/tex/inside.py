r"""What stands within a paragraph: quotations, links, references to labels, formulas, raised letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from citecheck.model.layout import Words
from citecheck.read.tex.babel import code_of
from citecheck.read.tex.flow import Flow, Label
from citecheck.read.tex.state import State
from citecheck.read.tex.tokens import EMPTY, Kind, Slice, Token, written

__all__ = ["INSIDE", "formula"]

Handler = Callable[[State, Token], None]
FORMULA = "𝑥"
"""What stands for a formula, so that the signs around it do not meet."""
NUMBER = re.compile(r"[\d.,\s+~%-]+")
RAISED = re.compile(r"\^\{?(?:\\(?:text|mathrm|textrm|rm|hbox|mbox) ?)?\{?([A-Za-zèé]{1,4}|\d{1,3}|\\circ)\s*\}{0,2}")
SPACES = {"\\,": "\u202f", "\\ ": " ", "\\;": " ", "\\%": "%", "~": "\u00a0", "{,}": ",", "{.}": "."}
ESCAPED = re.compile(r"\\([%#&_~$^{}])(?:\{\})?|\\textasciitilde ?(?:\{\})?|\\-|\s+|\\allowbreak ?")
PAGE = "1"
"""What stands for the number of a page, which only the printed text tells."""


def formula(state: State, token: Token, closing: tuple[Kind, str], *, display: bool = False) -> None:
    """A formula, which is no text: only a number in it, or raised letters."""
    _formula(state, token, state.stream.pass_math(closing, display=display), display)


def _formula(state: State, token: Token, held: Slice, display: bool) -> None:
    raw = written(held)
    for typed, sign in SPACES.items():
        raw = raw.replace(typed, sign)
    if display:
        state.words(" ", token)
    elif NUMBER.fullmatch(raw):
        state.words(raw, token)
    elif (raised := RAISED.fullmatch(raw)) is not None:
        degree = raised[1] == "\\circ"
        shape = replace(state.shape, raised=not degree)
        state.flow.words("°" if degree else raised[1], token, shape)
    elif raw:
        state.words(FORMULA, token)


def _math(state: State, token: Token) -> None:
    formula(state, token, (Kind.COMMAND, ")" if token.text == "(" else "]"), display=token.text == "[")


def _ensured(state: State, token: Token) -> None:
    _formula(state, token, state.stream.argument(), False)


def _code(state: State, token: Token) -> None:
    r"""``\texttt{…}``."""
    del token
    if state.opens():
        state.shape = replace(state.shape, code=True)


def _line(state: State, token: Token) -> None:
    r"""``\\``: a line ends, or a row of a table."""
    if state.stream.peek() is not None and state.stream.brackets():
        state.stream.optional()
    if state.ends_cell:
        state.flow.end()
    elif not state.flow.is_empty:
        state.flow.trim()
        state.words(" " if state.in_note else "\n", token)


def _paragraph(state: State, token: Token) -> None:
    del token
    state.flow.end()


def _raised(state: State, token: Token) -> None:
    del token
    if state.opens():
        state.shape = replace(state.shape, raised=True)


def _link(state: State, token: Token) -> None:
    r"""``\href{…}{…}``."""
    address = state.stream.peek()
    if address is None or address.kind is not Kind.RAW:
        return
    state.stream.next()
    if state.opens():
        state.shape = replace(state.shape, target=_address(address.text) or None)


def _printed_link(state: State, token: Token) -> None:
    r"""``\url{…}``, ``\path{…}``."""
    address = state.stream.peek()
    if address is None or address.kind is not Kind.RAW:
        return
    state.stream.next()
    text = _address(address.text)
    target = text if token.text == "url" and ":" in text else state.shape.target
    if text:
        state.flow.words(text, address, replace(state.shape, raised=False, target=target))


def _address(typed: str) -> str:
    """An address without what keeps TeX from misreading it."""
    return ESCAPED.sub(lambda match: match[1] or ("~" if "tilde" in match[0] else ""), typed)


def _quotation(state: State, token: Token) -> None:
    r"""``\enquote{…}``, ``\textquote[…][…]{…}``: in the marks of the language here, of which those within others are others."""
    source = EMPTY
    if token.text.rstrip("*") != "enquote":
        for name in ("foreign", "hyphen"):
            if token.text.startswith(name):
                state.stream.argument()
        source = state.stream.optional() or EMPTY
        state.stream.optional()
    quoted(state, token, source)


def quoted(state: State, token: Token, behind: Slice, *, open_brackets: bool = True) -> None:
    """Puts marks around the group that comes next, and behind it where it is from."""
    marks = state.marks
    first, last = marks[min(state.quotes, len(marks) - 1)] if "*" not in token.text else marks[-1]
    wide = first == "«"

    def done() -> None:
        state.quotes -= 1
        state.flow.trim()
        state.words("\u00a0" + last if wide else last, state.here)
        if len(behind):
            state.words(" ", state.here)
            brackets = (state.here.text and open_brackets) and not _is_note(behind)
            if brackets:
                state.words("(", state.here)
                state.stream.push_items([Token(Kind.TEXT, ")", token.file, state.here.line, state.here.column)])
            state.stream.push(behind)

    if state.opens(done):
        state.quotes += 1
        state.words(first + "\u00a0" if wide else first, token)


def _is_note(piece: Slice) -> bool:
    """Whether some tokens print a note."""
    return any(token.kind is Kind.COMMAND and token.text.startswith("foot") for token in piece)


def _foreign(state: State, token: Token) -> None:
    r"""``\foreignlanguage{…}{…}``."""
    del token
    state.stream.optional()
    code = code_of(written(state.stream.argument()))
    if state.opens():
        state.lang = code or state.lang


def _reference(state: State, token: Token) -> None:
    r"""``\ref{…}``, ``\cref{…,…}``: the number of what has the label."""
    keys = written(state.stream.argument())
    if token.text.startswith(("page", "vpage")):
        state.words(PAGE, token)
        return
    shape = state.shape
    for at, key in enumerate(keys.split(",")):
        if at:
            state.words(", ", token)
        words = Words("", 0, shape.italic, shape.raised, None, None, token.file, token.line, token.column)
        state.flow.add(Label(key.strip(), words))


def _label(state: State, token: Token) -> None:
    r"""``\label{…}`` names what was counted last."""
    del token
    key = written(state.stream.argument())
    state.labels.setdefault(key, state.current)


def _first_of_two(state: State, token: Token) -> None:
    r"""``\texorpdfstring{…}{…}`` prints the first."""
    del token
    state.opens(lambda: state.pass_group())


def _letter(state: State, token: Token) -> None:
    r"""``\lettrine[…]{L}{a}`` prints both."""
    del token
    state.stream.optional()


def _quantity(state: State, token: Token) -> None:
    r"""``\SI{…}{…}``, ``\qty{…}{…}``: a number and its unit."""
    state.stream.optional()
    number = state.stream.argument()
    blank = Token(Kind.TIE, "~", token.file, token.line, token.column)
    if state.stream.opens():
        state.stream.push(state.stream.argument())
        state.stream.push_items([blank])
    state.stream.push(number)


def _space(state: State, token: Token) -> None:
    state.stream.argument()
    state.words(" ", token)


def _margin(state: State, token: Token) -> None:
    r"""``\marginpar[…]{…}``: a paragraph of its own beside the text, and no note."""
    state.stream.optional()
    flow = Flow(state.flow.part)

    def done() -> None:
        flow.end()
        state.flows.pop()
        state.flow.drafts += flow.drafts

    if state.opens(done):
        state.flows.append(flow)
    del token


INSIDE: Mapping[str, Handler] = {
    "(": _math,
    "[": _math,
    "ensuremath": _ensured,
    "\\": _line,
    "newline": _line,
    "tabularnewline": _line,
    "cr": _line,
    "par": _paragraph,
    **dict.fromkeys(("texttt", "code", "lstinline", "verb"), _code),
    **dict.fromkeys(("textsuperscript", "up", "fup", "textsu", "sup"), _raised),
    "href": _link,
    **dict.fromkeys(("url", "path", "nolinkurl"), _printed_link),
    **dict.fromkeys(("enquote", "textquote", "blockquote", "foreigntextquote", "foreignblockquote"), _quotation),
    **dict.fromkeys(("hyphentextquote", "hyphenblockquote", "foreignquote", "hyphenquote"), _quotation),
    "foreignlanguage": _foreign,
    **dict.fromkeys(("ref", "autoref", "cref", "Cref", "eqref", "vref", "nameref", "labelcref", "fullref"), _reference),
    **dict.fromkeys(("pageref", "cpageref", "vpageref"), _reference),
    "label": _label,
    "texorpdfstring": _first_of_two,
    "lettrine": _letter,
    **dict.fromkeys(("SI", "qty"), _quantity),
    "hspace": _space,
    **dict.fromkeys(("marginpar", "marginnote"), _margin),
}
