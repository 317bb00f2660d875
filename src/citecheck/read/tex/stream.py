r"""What is still to be read: files within files, and what commands stand for, without recursion and within bounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citecheck.read.tex.tokens import EMPTY, Kind, Slice, Token, Tokens

__all__ = ["Stream"]

BLANK = (Kind.SPACE,)


class _Reading:
    """A stretch of tokens that is being read; ``file`` is set where it is a whole file."""

    __slots__ = ("at", "closed", "end", "file", "tokens", "unclosed")

    def __init__(self, piece: Slice, file: str) -> None:
        self.tokens = piece.tokens
        self.at = piece.start
        self.end = piece.end
        self.file = file
        self.closed = True
        self.unclosed: set[tuple[Kind, str]] = set()


class Stream:
    """Tokens in the order in which TeX reads them."""

    def __init__(self) -> None:
        self._stack: list[_Reading] = []

    @property
    def files(self) -> list[str]:
        """The files that are being read, from the main one on."""
        return [reading.file for reading in self._stack if reading.file]

    def push(self, piece: Slice, file: str = "") -> None:
        """Reads some tokens next."""
        if len(piece) or file:
            self._stack.append(_Reading(piece, file))

    def push_items(self, items: Sequence[Token]) -> None:
        """Reads tokens of one's own making next."""
        if items:
            self.push(Slice(Tokens.of(items), 0, len(items)))

    def leave_file(self) -> None:
        """Reads no more of the file that is being read."""
        while self._stack and not self._stack[-1].file:
            self._stack.pop()
        if self._stack:
            self._stack.pop()

    def peek(self) -> Token | None:
        """The next token, which stays; None at the end."""
        stack = self._stack
        while stack and stack[-1].at >= stack[-1].end:
            stack.pop()
        return stack[-1].tokens.items[stack[-1].at] if stack else None

    def next(self) -> Token | None:
        """The next token; None at the end."""
        token = self.peek()
        if token is not None:
            self._stack[-1].at += 1
        return token

    def blanks(self) -> None:
        """Passes over blanks."""
        while (token := self.peek()) is not None and token.kind in BLANK:
            self._stack[-1].at += 1

    def opens(self) -> bool:
        """Whether a brace opens next, behind blanks."""
        return self._comes(Kind.OPEN)

    def brackets(self) -> bool:
        """Whether a bracket opens next that is closed."""
        return self._comes(Kind.BRACKET) and self._stack[-1].at in self._stack[-1].tokens.partner

    def _comes(self, kind: Kind) -> bool:
        """Whether a token of that kind comes next, behind blanks, which are passed over only then."""
        token = self.peek()
        if token is None or token.kind is kind:
            return token is not None
        reading = self._stack[-1]
        at = reading.at
        while at < reading.end and reading.tokens.items[at].kind in BLANK:
            at += 1
        if at < reading.end and reading.tokens.items[at].kind is kind:
            reading.at = at
            return True
        return False

    def group(self) -> Slice | None:
        """What braces hold that come next; None where none do."""
        if not self.opens():
            return None
        reading = self._stack[-1]
        start = reading.at
        end = min(reading.tokens.partner.get(start, reading.end), reading.end)
        reading.at = min(end + 1, reading.end)
        return Slice(reading.tokens, start + 1, end)

    def argument(self) -> Slice:
        """An argument: what braces hold, or one token."""
        group = self.group()
        if group is not None:
            return group
        self.blanks()
        token = self.next()
        if token is None:
            return EMPTY
        if token.kind is Kind.TEXT and len(token.text) > 1:
            at = len(token.text) - len(token.text.lstrip(" "))
            first = Token(Kind.TEXT, token.text[at], token.file, token.line, token.column + at)
            if rest := token.text[at + 1 :]:
                self.push_items([Token(Kind.TEXT, rest, token.file, token.line, token.column + at + 1)])
            return Slice(Tokens.of([first]), 0, 1)
        return Slice(Tokens.of([token]), 0, 1)

    def optional(self) -> Slice | None:
        """What brackets hold that come next; None where none do."""
        if not self.brackets():
            return None
        reading = self._stack[-1]
        start = reading.at
        end = min(reading.tokens.partner[start], reading.end)
        reading.at = min(end + 1, reading.end)
        return Slice(reading.tokens, start + 1, end)

    def parentheses(self) -> Slice | None:
        """What parentheses hold that come next, as far as they stand in one piece of text; None where none do."""
        token = self.peek()
        if token is None or token.kind is not Kind.TEXT or not token.text.startswith("(") or ")" not in token.text:
            return None
        self._stack[-1].at += 1
        held, _, rest = token.text[1:].partition(")")
        if rest:
            shift = token.column + len(held) + 2
            self.push_items([Token(Kind.TEXT, rest, token.file, token.line, shift)])
        if not held:
            return EMPTY
        return Slice(Tokens.of([Token(Kind.TEXT, held, token.file, token.line, token.column + 1)]), 0, 1)

    def groups(self) -> int:
        """Passes over all groups in braces that come next, right behind each other, but for the last; tells how many there are."""
        passed = 0
        token = self.peek()
        while token is not None and token.kind is Kind.OPEN:
            reading = self._stack[-1]
            end = reading.tokens.partner.get(reading.at, reading.end)
            following = end + 1
            passed += 1
            if following >= reading.end or reading.tokens.items[following].kind is not Kind.OPEN:
                break
            reading.at = following
            token = reading.tokens.items[following]
        return passed

    def pass_math(self, closing: tuple[Kind, str], *, display: bool) -> Slice:
        """What stands before the sign that closes a formula, which is passed over. Where nothing closes it, a blank line does, and
        so it does in a line of text."""
        if self.peek() is None:
            return EMPTY
        reading = self._stack[-1]
        start = at = reading.at
        items = reading.tokens.items
        blank = -1
        over = display and closing not in reading.unclosed
        while at < reading.end and (items[at].kind, items[at].text) != closing:
            if items[at].kind is Kind.PARAGRAPH:
                blank = at if blank < 0 else blank
                if not over:
                    break
            at += 1
        if at >= reading.end or blank == at:
            reading.unclosed.add(closing)
            at = blank if blank >= 0 else at
            reading.at = at
        else:
            reading.at = at + 1
        return Slice(reading.tokens, start, at)

    def pass_empty(self) -> None:
        """Passes over empty braces."""
        token = self.peek()
        if token is not None and token.kind is Kind.OPEN:
            reading = self._stack[-1]
            if reading.tokens.partner.get(reading.at) == reading.at + 1:
                reading.at += 2

    def pass_condition(self, opens: Callable[[str], bool], *, to_else: bool) -> None:
        r"""Passes over all up to the ``\fi`` of a condition, or to its ``\else``; ``opens`` tells which commands begin another one.
        Where nothing closes it, nothing is passed over."""
        if self.peek() is None or not self._stack[-1].closed:
            return
        reading = self._stack[-1]
        items = reading.tokens.items
        depth = 0
        for at in range(reading.at, reading.end):
            name = items[at].text if items[at].kind is Kind.COMMAND else ""
            if not depth and (name == "fi" or (name == "else" and to_else)):
                reading.at = at + 1
                return
            depth += opens(name) - (name == "fi")
        reading.closed = False
