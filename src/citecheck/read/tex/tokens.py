r"""The tokens of a LaTeX file, each with its place. Comments and what is printed as it is typed (listings) are none.

Addresses are taken whole, since in them ``%`` and ``#`` are signs of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from citecheck.read.latex import ACCENTS

__all__ = ["EMPTY", "Kind", "Slice", "Token", "Tokens", "listings", "tokens", "written"]


class Kind(Enum):
    """What a token is."""

    TEXT = 1
    SPACE = 2
    PARAGRAPH = 3
    COMMAND = 4
    OPEN = 5
    CLOSE = 6
    BRACKET = 7
    CLOSING_BRACKET = 8
    MATH = 9
    TIE = 10
    CELL = 11
    PARAMETER = 12
    LIGATURE = 13
    RAW = 14
    """An address."""
    MARKUP = 15
    """Text of the Markdown that ``parse`` knows: a key."""
    COMMENT = 16
    """What is said to citecheck."""


class Token(Struct, frozen=True, gc=False):
    """A piece of a file: a command's text is its name. ``line`` and ``column`` count from 1."""

    kind: Kind
    text: str
    file: str
    line: int
    column: int


class Tokens(Struct, frozen=True):
    """Tokens in order; ``partner`` has the ordinal of the closing brace or bracket of each that opens."""

    items: Sequence[Token]
    partner: dict[int, int]

    @staticmethod
    def of(items: Sequence[Token]) -> Tokens:
        """The tokens with their partners. A bracket has none beyond the braces around it."""
        partner: dict[int, int] = {}
        braces: list[int] = []
        brackets: list[list[int]] = [[]]
        for at, token in enumerate(items):
            match token.kind:
                case Kind.OPEN:
                    braces.append(at)
                    brackets.append([])
                case Kind.CLOSE if braces:
                    partner[braces.pop()] = at
                    brackets.pop()
                case Kind.BRACKET:
                    brackets[-1].append(at)
                case Kind.CLOSING_BRACKET if brackets[-1]:
                    partner[brackets[-1].pop()] = at
        return Tokens(items, partner)


class Slice(Struct, frozen=True):
    """The tokens from ``start`` to ``end`` (exclusive)."""

    tokens: Tokens
    start: int
    end: int

    def __iter__(self) -> Iterator[Token]:
        items = self.tokens.items
        return (items[at] for at in range(self.start, self.end))

    def __len__(self) -> int:
        return self.end - self.start


EMPTY = Slice(Tokens((), {}), 0, 0)
"""No tokens."""

ADDRESSES = frozenset(("url", "href", "nolinkurl", "path", "urlprefix"))
VERBATIM = frozenset(("verb", "lstinline", "mintinline", "Verb"))
LISTINGS = re.compile(
    r"\s*\{(verbatim|Verbatim|BVerbatim|LVerbatim|lstlisting|minted|comment|filecontents|alltt|tikzpicture|pgfpicture"
    r"|picture|tikzcd|forest|asy|sagesilent|code|CCSXML|luacode)(\*?)\}"
)
"""What is no text from ``\\begin`` to ``\\end``."""
SAID = re.compile(r"%+[ \t]*(citecheck[ \t]{0,3}:[^\n]*)")
ENVIRONMENT = re.compile(r"\s*\{(\w{1,60})(\*?)\}")
OWN_LISTINGS = re.compile(
    r"\\(?:lstnewenvironment|DefineVerbatimEnvironment|CustomVerbatimEnvironment|newtcblisting|NewTCBListing|DeclareTCBListing)"
    r"\*?\s*(?:\[[^\]\n]{0,80}\])?\s*\{(\w{1,60})\}"
    r"|\\(?:re)?newenvironment\*?\s*\{(\w{1,60})\}(?=[^@]{0,400}?\\VerbatimEnvironment)"
    r"|\\newminted(?:\[[^\]\n]{0,60}\])?\{(\w{1,60})\}"
)
"""What defines a listing."""
ADDRESS = re.compile(
    r"\s*(?:\[[^\[\]\n]{0,200}\]\s*)?\{((?:[^{}\\\n]|\\.|\n(?!\s*\n)|\{[^{}\n]{0,500}\})*)\}", re.DOTALL
)
DELIMITED = re.compile(r"\*?(?:\[[^\]\n]{0,200}\])?(?:\{[^{}\n]*\}|([^A-Za-z\s*{])[^\n]*?\1)")
PROGRAM = re.compile(r"(?:\[[^\]\n]{0,200}\])?\{[^{}\n]{0,40}\}")
"""The language of a program, before it."""
TOKEN = re.compile(
    r"""
    (?P<TEXT>(?:[^\\{}$%~&\#\[\]`'<>,!?\n\t -]|'(?!')|-(?!-)|<(?!<)|>(?!>)|,(?!,)|[!?](?!`)|[ ](?![ \t\n%]))+)
  | (?P<SPACE>[ \t]+(?!\n)|[ \t]*\n(?![ \t]*\n)[ \t]*)
  | (?P<PARAGRAPH>[ \t]*\n[ \t]*\n\s*)
  | \\(?P<accent>[`'^"~=.][ \t]*|[cvuHkrbd](?![A-Za-z@])[ \t]*)
    (?:\{[ \t]*(?P<braced>\\[ij](?![A-Za-z])|\w)[ \t]*\}|(?P<dotless>\\[ij](?![A-Za-z])[ ]*(?:\{\})?)|(?P<bare>\w))
  | \\(?P<COMMAND>[A-Za-z@]+\*?)(?:[ \t]*\n(?![ \t]*\n)[ \t]*|[ \t]+)?
  | \\(?P<sign>.|\n|\Z)
  | (?P<comment>%[^\n]*(?:\n(?![ \t]*\n)[ \t]*)?)
  | (?P<OPEN>\{) | (?P<CLOSE>\}) | (?P<BRACKET>\[) | (?P<CLOSING_BRACKET>\])
  | (?P<MATH>\$\$?) | (?P<TIE>~) | (?P<CELL>&) | (?P<PARAMETER>\#+\d?)
  | (?P<LIGATURE>---?|``|''|<<|>>|,,|[!?]`|`|.)
    """,
    re.VERBOSE,
)


def listings(text: str) -> frozenset[str]:
    """The environments that a text defines as listings of its own."""
    return frozenset(match[1] or match[2] or f"{match[3]}code" for match in OWN_LISTINGS.finditer(text))


def tokens(text: str, file: str, own: frozenset[str] = frozenset()) -> Tokens:
    """The tokens of a text that stands in a file; ``own`` are environments that are listings beside the known ones."""
    return Tokens.of(list(_tokens(text, file, own)))


def _tokens(text: str, file: str, own: frozenset[str]) -> Iterator[Token]:
    at, line, begun = 0, 1, 0
    length = len(text)
    while at < length:
        match = TOKEN.match(text, at)
        if match is None:  # A control character that no alternative takes.
            at += 1
            continue
        end = match.end()
        kind = match.lastgroup or ""
        column = at - begun + 1
        if kind in ("braced", "dotless", "bare"):
            yield Token(Kind.TEXT, _accented(match), file, line, column)
        elif kind == "sign":
            yield Token(Kind.COMMAND, match["sign"], file, line, column)
        elif kind == "COMMAND":
            name = match["COMMAND"]
            yield Token(Kind.COMMAND, name, file, line, column)
            token, end = _behind(name.rstrip("*"), text, match, own, (file, line, begun))
            if token is not None:
                yield token
        elif kind == "comment":
            if (said := SAID.match(match.group())) is not None:
                yield Token(Kind.COMMENT, said[1].strip(), file, line, column)
        else:
            found = match.group()
            yield Token(Kind.SPACE if found == " " else Kind[kind], found, file, line, column)
        broken = text.count("\n", at, end)
        if broken:
            line += broken
            begun = text.rfind("\n", at, end) + 1
        at = end


def _behind(
    name: str, text: str, match: re.Match[str], own: frozenset[str], place: tuple[str, int, int]
) -> tuple[Token | None, int]:
    """What is taken whole behind a command, and where it ends: an address; nothing of a listing. ``place`` is the file, the line, and
    the offset at which that begins."""
    end = match.end()
    file, line, begun = place
    if name in ADDRESSES and (address := ADDRESS.match(text, end)) is not None:
        line += text.count("\n", match.start(), address.start(1))
        begun = max(text.rfind("\n", match.start(), address.start(1)) + 1, begun)
        return Token(Kind.RAW, address[1], file, line, address.start(1) - begun + 1), address.end()
    if name in VERBATIM:
        program = PROGRAM.match(text, match.end("COMMAND")) if name == "mintinline" else None
        delimited = DELIMITED.match(text, program.end() if program is not None else match.end("COMMAND"))
        return None, delimited.end() if delimited is not None else end
    if name == "begin" and (listing := LISTINGS.match(text, end) or _own(text, end, own)) is not None:
        closing = text.find(f"\\end{{{listing[1]}{listing[2]}}}", listing.end())
        # The closing command stays: what began is ended by it.
        opened = Token(Kind.RAW, listing[1] + listing[2], file, line, match.start() - begun + 1)
        return opened, closing if closing >= 0 else len(text)
    return None, end


def _own(text: str, at: int, own: frozenset[str]) -> re.Match[str] | None:
    """The name of a listing of the document's own."""
    match = ENVIRONMENT.match(text, at) if own else None
    return match if match is not None and match[1] in own else None


def _accented(match: re.Match[str]) -> str:
    base = (match["braced"] or match["dotless"] or match["bare"]).lstrip("\\")[0]
    return unicodedata.normalize("NFC", base + ACCENTS[match["accent"].strip()])


def written(piece: Slice) -> str:
    """Some tokens as they are typed, blanks as one: for names of files, keys and numbers."""
    return "".join(map(_typed, piece)).strip()


def _typed(token: Token) -> str:
    if token.kind is Kind.COMMAND:
        return f"\\{token.text}" + (" " if token.text[-1:].isalpha() else "")
    return " " if token.kind in (Kind.SPACE, Kind.PARAGRAPH) else token.text
