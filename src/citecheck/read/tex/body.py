r"""Reads a document from its tokens: each command by what it prints, whatever it is called in the document's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from citecheck.model.layout import Role
from citecheck.read.tex.citing import CITING
from citecheck.read.tex.conditions import CONDITIONS, condition
from citecheck.read.tex.flow import PLAIN
from citecheck.read.tex.inside import INSIDE, formula
from citecheck.read.tex.names import (
    COUNTED_DROPS,
    ITALIC,
    LIGATURES,
    NOTHING,
    RAISED,
    SIGNS,
    SWITCHES,
    named,
)
from citecheck.read.tex.notes import NOTES
from citecheck.read.tex.preamble import PREAMBLE
from citecheck.read.tex.state import State
from citecheck.read.tex.structure import STRUCTURE, document
from citecheck.read.tex.tokens import Kind, Token

__all__ = ["read_all"]

Handler = Callable[[State, Token], None]
HANDLERS: Mapping[str, Handler] = {**PREAMBLE, **CONDITIONS, **STRUCTURE, **INSIDE, **NOTES, **CITING}
"""What is done for each command that the rest hangs on; a document's own commands of these names do not count."""
BEFORE: Mapping[str, Handler] = {**PREAMBLE, "newif": CONDITIONS["newif"], "begin": document}
"""What is done for commands before the text begins."""
REGISTERS = named(
    """
    parskip parindent baselineskip leftskip rightskip hangindent hangafter topskip hsize vsize textwidth textheight linewidth
    columnwidth columnsep tabcolsep arraystretch tolerance hbadness emergencystretch widowpenalty clubpenalty baselinestretch
    oddsidemargin evensidemargin topmargin headheight headsep footskip itemsep parsep topsep partopsep lineskip
    abovedisplayskip belowdisplayskip footnotesep skip exhyphenpenalty hyphenpenalty pretolerance vskip hskip kern penalty
    """
)
"""Lengths and other numbers that TeX sets without braces."""
LENGTH = re.compile(
    r"\s*=?\s*-?\d*[.,]?\d*\s?(?:(?:true\s?)?(?:pt|em|ex|cm|mm|in|bp|sp|pc|dd|cc)\b)?(?:\s(?:plus|minus)\s?\S+)*"
)
HANDLE = re.compile(r"(?<!\w)@")
"""A sign that Markdown would take for the beginning of a key."""


def read_all(state: State) -> None:
    """Reads all that is still to be read."""
    stream = state.stream
    while (token := stream.next()) is not None:
        if token.kind is Kind.COMMAND:
            _command(state, token)
        elif state.begun or token.kind is Kind.COMMENT:
            OTHERS[token.kind](state, token)
    state.close_all()


def _command(state: State, token: Token) -> None:
    """A command: by what all hangs on, as the document defines it, or by what it prints."""
    name = token.text.rstrip("*")
    handler = HANDLERS.get(name)
    if not state.begun:
        if name in BEFORE:
            BEFORE[name](state, token)
        elif name.endswith(("true", "false")):
            condition(state, name)
    elif handler is not None:
        handler(state, token)
    elif token.text in state.macros.known or name in state.macros.known:
        state.macros.expand(token.text if token.text in state.macros.known else name, token, state.stream)
    elif not condition(state, name):
        _printed(state, token, name)


def _printed(state: State, token: Token, name: str) -> None:
    """What a command prints that only changes the look of words, or stands for a sign."""
    if name in SIGNS:
        _sign(state, SIGNS[name], token)
    elif name in ITALIC:
        if state.opens():
            state.shape = replace(state.shape, italic=True)
    elif name in SWITCHES:
        state.shape = replace(state.shape, italic=SWITCHES[name])
    elif name in RAISED:
        state.flow.words(RAISED[name], token, replace(state.shape, raised=True))
        state.stream.pass_empty()
    elif name in COUNTED_DROPS:
        while state.stream.optional() is not None:
            pass
        for _ in range(COUNTED_DROPS[name]):
            state.stream.argument()
    elif name in NOTHING:
        state.stream.pass_empty()
    else:
        _unknown(state, name)


def _sign(state: State, sign: str, token: Token) -> None:
    """A sign; the empty braces behind its command keep a blank from being lost."""
    if token.text in ("og", "guillemets", "flqq"):
        state.stream.blanks()
    if sign.startswith("\u00a0"):
        state.flow.trim()
    if sign:
        state.words(sign, token)
    if token.text[:1].isalpha():
        state.stream.pass_empty()


def _assigned(state: State) -> None:
    r"""``\parskip=0.5em``: what a length is set to is no text."""
    token = state.stream.peek()
    if token is None or token.kind is not Kind.TEXT or (length := LENGTH.match(token.text)) is None:
        return
    state.stream.next()
    if rest := token.text[length.end() :]:
        behind = Token(token.kind, rest, token.file, token.line, token.column + length.end())
        state.stream.push_items([behind])


def _unknown(state: State, name: str) -> None:
    """A command that nobody knows: of what stands behind it the last group in braces counts, which is mostly what it prints. What a
    length is set to is no text."""
    if name in REGISTERS:
        _assigned(state)
    while state.stream.optional() is not None:
        pass
    state.stream.groups()


def _text(state: State, token: Token) -> None:
    text = token.text.replace("'", "’")
    if "@" not in text:
        state.words(text, token)
        return
    at = 0
    for match in HANDLE.finditer(text):
        _piece(state, token, text, at, match.start())
        state.words("\\", Token(token.kind, "", token.file, token.line, token.column + match.start()))
        at = match.start()
    _piece(state, token, text, at, len(text))


def _piece(state: State, token: Token, text: str, start: int, end: int) -> None:
    if start < end:
        state.words(text[start:end], Token(token.kind, "", token.file, token.line, token.column + start))


def _paragraph(state: State, token: Token) -> None:
    del token
    state.flow.end()


def _open(state: State, token: Token) -> None:
    del token
    state.push("")


def _close(state: State, token: Token) -> None:
    state.here = token
    state.pop("")


def _cell(state: State, token: Token) -> None:
    if state.flow.role is Role.CELL:
        state.flow.end()
    else:
        state.words(" ", token)


def _math(state: State, token: Token) -> None:
    formula(state, token, (Kind.MATH, token.text), display=token.text == "$$")


def _ligature(state: State, token: Token) -> None:
    """A sign that is typed as several ones; angle brackets are quotation marks only where the language has such."""
    if token.text in ("<<", ">>") and state.marks[0][0] != LIGATURES["<<"]:
        state.words(token.text, token)
    else:
        state.words(LIGATURES.get(token.text, token.text), token)


def _ignored(state: State, token: Token) -> None:
    del state, token


OTHERS: Mapping[Kind, Handler] = {
    Kind.TEXT: _text,
    Kind.SPACE: lambda state, token: state.words(" ", token),
    Kind.PARAGRAPH: _paragraph,
    Kind.OPEN: _open,
    Kind.CLOSE: _close,
    Kind.BRACKET: _text,
    Kind.CLOSING_BRACKET: _text,
    Kind.MATH: _math,
    Kind.TIE: lambda state, token: state.words("\u00a0", token),
    Kind.CELL: _cell,
    Kind.PARAMETER: _ignored,
    Kind.LIGATURE: _ligature,
    Kind.RAW: _text,
    Kind.COMMENT: lambda state, token: state.flow.say(token),
    Kind.MARKUP: lambda state, token: state.flow.words(token.text, token, PLAIN),
}
