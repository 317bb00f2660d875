r"""Counters and what is printed for them: ``\thesection``, ``\arabic{footnote}``."""

from __future__ import annotations

from citecheck.read.tex.tokens import Kind, Slice, tokens, written
from citecheck.read.word.numerals import numeral

__all__ = ["Counters"]

NUMERALS = {
    "arabic": "decimal", "roman": "lowerRoman", "Roman": "upperRoman", "alph": "lowerLetter", "Alph": "upperLetter",
    "fnsymbol": "sign", "value": "decimal", "number": "decimal", "two@digits": "decimalZero",
}  # fmt: skip
SIGNS = ("*", "†", "‡", "§", "¶", "‖", "**", "††", "‡‡")
DEEPEST = 12
"""How many counters may be printed within each other."""
ROOM = 400
"""How many commands and words may make up one number."""
LONGEST = 40
"""Characters of a number."""

WITHIN = {
    "section": "chapter",
    "subsection": "section",
    "subsubsection": "subsection",
    "paragraph": "subsubsection",
    "subparagraph": "paragraph",
}
"""The counter with which each begins anew."""
PRINTED = {
    "part": r"\Roman{part}",
    "chapter": r"\arabic{chapter}",
    "section": r"\arabic{section}",
    "subsection": r"\thesection.\arabic{subsection}",
    "subsubsection": r"\thesubsection.\arabic{subsubsection}",
    "paragraph": r"\thesubsubsection.\arabic{paragraph}",
    "subparagraph": r"\theparagraph.\arabic{subparagraph}",
    "mpfootnote": r"\alph{mpfootnote}",
    "enumii": r"(\alph{enumii})",
    "enumiii": r"\roman{enumiii}.",
    "enumiv": r"\Alph{enumiv}.",
    "enumi": r"\arabic{enumi}.",
    "thanks": r"\fnsymbol{thanks}",
}


class Counters:
    """The counters of a document."""

    def __init__(self) -> None:
        self.values: dict[str, int] = {}
        self.within: dict[str, str] = dict(WITHIN)
        self.formats: dict[str, Slice] = {}
        self._room = 0

    def with_chapters(self) -> None:
        """Counts as classes with chapters do."""
        self.within |= dict.fromkeys(("footnote", "endnote", "sidenote", "figure", "table", "equation"), "chapter")
        self.format("section", r"\thechapter.\arabic{section}")
        for name in ("figure", "table", "equation"):
            self.format(name, rf"\thechapter.\arabic{{{name}}}")

    def format(self, name: str, code: str | Slice) -> None:
        """Says what is printed for a counter."""
        if isinstance(code, str):
            made = tokens(code, "")
            code = Slice(made, 0, len(made.items))
        self.formats[name] = code

    def step(self, name: str) -> int:
        """Counts one more; what is counted within it begins anew."""
        self.values[name] = self.values.get(name, 0) + 1
        todo = [name]
        seen = {name}
        while todo:
            outer = todo.pop()
            for inner in [inner for inner, one in self.within.items() if one == outer and inner not in seen]:
                self.set(inner, 0)
                seen.add(inner)
                todo.append(inner)
        return self.values[name]

    def set(self, name: str, value: int) -> None:
        """Sets a counter."""
        self.values[name] = value

    def printed(self, name: str) -> str:
        """What is printed for a counter."""
        self._room = ROOM
        return "".join(self._printed(name, 0))[:LONGEST]

    def _printed(self, name: str, depth: int) -> list[str]:
        code = self.formats.get(name)
        if code is None:
            standard = tokens(PRINTED.get(name, rf"\arabic{{{name}}}"), "")
            code = self.formats[name] = Slice(standard, 0, len(standard.items))
        parts: list[str] = []
        at = code.start
        items = code.tokens.items
        while at < code.end and depth < DEEPEST and self._room > 0:
            token = items[at]
            at += 1
            self._room -= 1
            command = token.text.removeprefix("@") if token.kind is Kind.COMMAND else ""
            if command in NUMERALS:
                counter, at = _counter(code, at)
                parts.append(self.shown(counter, NUMERALS[command]))
            elif command.startswith("the") and self._is_counter(command[3:]):
                parts += self._printed(command[3:], depth + 1)
            elif token.kind in (Kind.TEXT, Kind.BRACKET, Kind.CLOSING_BRACKET):
                parts.append(token.text)
        return parts

    def _is_counter(self, name: str) -> bool:
        return name in self.formats or name in PRINTED or name in self.values

    def shown(self, name: str, numerals: str) -> str:
        """The value of a counter in some numerals."""
        value = self.values.get(name, 0)
        if numerals == "sign":
            return SIGNS[(value - 1) % len(SIGNS)] if value > 0 else "*"
        return numeral(value, numerals)


def _counter(code: Slice, at: int) -> tuple[str, int]:
    """The name of the counter that comes next, and where it ends."""
    items = code.tokens.items
    while at < code.end and items[at].kind is Kind.COMMAND and items[at].text in NUMERALS:
        at += 1
    if at >= code.end:
        return "", at
    token = items[at]
    if token.kind is Kind.COMMAND and token.text.startswith("c@"):
        return token.text[2:], at + 1
    end = code.tokens.partner.get(at) if token.kind is Kind.OPEN else None
    if end is None:
        return "", at
    return written(Slice(code.tokens, at + 1, end)), end + 1
