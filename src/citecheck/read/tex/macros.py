r"""Commands that a document defines itself (``\newcommand``, ``\def`` …), and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from citecheck.read.tex.stream import Stream
from citecheck.read.tex.tokens import EMPTY, Kind, Slice, Token, tokens, written

__all__ = ["DEFINING", "Macros"]

DEFINING = frozenset(
    (
        "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "newrobustcmd", "renewrobustcmd",
        "NewDocumentCommand", "RenewDocumentCommand", "ProvideDocumentCommand", "DeclareDocumentCommand",
        "NewExpandableDocumentCommand",
        "def", "gdef", "edef", "xdef", "let", "newenvironment", "renewenvironment",
        "NewDocumentEnvironment", "RenewDocumentEnvironment", "newcommandx",
    )
)  # fmt: skip
"""The commands that define others."""
MOST_ARGUMENTS = 9
ROOM = 100_000
"""How many tokens a document's own commands may stand for at least."""
PER_TOKEN = 4
PARAMETER = re.compile(r"#+(\d)")
"""A parameter in an address."""
SPEC = re.compile(r"(?P<kind>[mosvlOeb]|[rRdD]\S\S|t\S)(?:\{(?P<default>[^{}]*)\})?")


class Definition(Struct, frozen=True):
    """What a command stands for; ``defaults`` are those of its first arguments, which may be left out. ``star`` tells that a star
    is its first argument."""

    body: Slice
    arguments: int = 0
    defaults: tuple[Slice, ...] = ()
    star: bool = False


class Macros:
    """The commands and environments that a document defines."""

    def __init__(self) -> None:
        self.known: dict[str, Definition] = {}
        self.ends: dict[str, Slice] = {}
        self.room = ROOM

    def define(self, command: str, stream: Stream, kept: frozenset[str] = frozenset()) -> tuple[str, Slice] | None:
        """Reads what stands behind a command that defines another; tells the name of that and what it stands for. Names that are
        ``kept`` are not defined anew."""
        if command == "let":
            self._let(stream)
            return None
        if command.endswith("def"):
            return self._plain(stream, kept)
        environment = command.lower().endswith("environment")
        name = _name(stream.argument())
        if "Document" in command:
            arguments, defaults, star = _specified(written(stream.argument()))
        else:
            arguments, defaults, star = _counted(stream), (), False
            while (default := stream.optional()) is not None:
                defaults = (*defaults, default)
        body = stream.argument()
        if environment:
            self.ends[name] = stream.argument()
            name = f"begin {name}"
        if not name or name in kept or (command.startswith("provide") and name in self.known):
            return None
        self.known[name] = Definition(body, arguments, defaults, star)
        return name, body

    def _let(self, stream: Stream) -> None:
        r"""``\let\a=\b``: the one is from now on what the other is now."""
        name = stream.next()
        token = stream.peek()
        if token is not None and token.kind is Kind.TEXT and token.text.startswith("="):
            stream.argument()
        target = stream.argument()
        if name is None or name.kind is not Kind.COMMAND or len(target) != 1:
            return
        other = next(iter(target)).text
        if other in self.known:
            self.known[name.text] = self.known[other]
        elif other != name.text:
            self.known[name.text] = Definition(target)

    def _plain(self, stream: Stream, protected: frozenset[str]) -> tuple[str, Slice] | None:
        r"""``\def\a#1{…}``. One whose arguments end at some sign is not kept."""
        name = stream.next()
        arguments = 0
        kept = True
        while (token := stream.peek()) is not None and token.kind is not Kind.OPEN:
            if token.kind is Kind.PARAGRAPH:
                return None
            stream.next()
            arguments += token.kind is Kind.PARAMETER
            kept = kept and token.kind is Kind.PARAMETER
        body = stream.argument()
        if name is None or name.kind is not Kind.COMMAND or not kept or not name.text[:1].isalpha():
            return None
        if name.text in protected:
            return None
        self.known[name.text] = Definition(body, min(arguments, MOST_ARGUMENTS))
        return name.text, body

    def expand(self, name: str, call: Token, stream: Stream) -> None:
        """Reads a command's arguments, and next what it stands for. Beyond the bounds it stands for nothing."""
        definition = self.known[name]
        arguments: list[Slice] = [EMPTY] if definition.star else []
        for default in definition.defaults:
            given = stream.optional()
            arguments.append(default if given is None else given)
        while len(arguments) < definition.arguments:
            arguments.append(stream.argument())
        body = _filled(definition.body, arguments, call, self.room)
        self.room -= len(body) + 1
        if self.room > 0:
            stream.push_items(body)

    def end(self, name: str, call: Token, stream: Stream) -> None:
        """Reads next what the end of a document's own environment stands for."""
        body = _filled(self.ends[name], (), call, self.room)
        self.room -= len(body) + 1
        if self.room > 0:
            stream.push_items(body)


def _filled(body: Slice, arguments: Sequence[Slice], call: Token, room: int) -> list[Token]:
    """What a command stands for, with its arguments in their places. Its own tokens stand where the command does."""
    made: list[Token] = []

    def _typed(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        return written(arguments[at]) if 0 <= at < len(arguments) else ""

    for token in body:
        if token.kind is Kind.PARAMETER:
            at = int(token.text[-1]) - 1 if token.text[-1:].isdigit() else -1
            if 0 <= at < len(arguments) and len(made) + len(arguments[at]) <= room:
                made += arguments[at]
        else:
            text = PARAMETER.sub(_typed, token.text) if token.kind is Kind.RAW else token.text
            made.append(Token(token.kind, text, call.file, call.line, call.column))
        if len(made) > room:
            return []
    return made


def _name(argument: Slice) -> str:
    """The name of a command or of an environment."""
    return written(argument).lstrip("\\").rstrip(" *") if len(argument) else ""


def _counted(stream: Stream) -> int:
    """How many arguments a definition says."""
    count = stream.optional()
    said = written(count) if count is not None else ""
    return min(int(said), MOST_ARGUMENTS) if said.isdecimal() and len(said) < MOST_ARGUMENTS else 0


def _specified(spec: str) -> tuple[int, tuple[Slice, ...], bool]:
    """The arguments of a definition in the manner of LaTeX3: how many, those that may be left out, and whether one is a star."""
    kinds = [(match["kind"], match["default"] or "") for match in SPEC.finditer(spec)][:MOST_ARGUMENTS]
    defaults = (tokens(default, "") for kind, default in kinds if kind[0] in "oOdD")
    return len(kinds), tuple(Slice(made, 0, len(made.items)) for made in defaults), spec.startswith("s")
