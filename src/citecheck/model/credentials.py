"""User names and passwords in addresses (``https://anna:secret@example.org/``).

They are masked when a file is read, so that nothing behind that can tell them; only who asks for a link puts them back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

__all__ = ["MASK", "has_credentials", "masked", "with_credentials", "without_credentials"]

MASK = "\u2022"
"""What stands for each character of a user name or password."""
_CREDENTIALS = re.compile(
    r"""
    :\\?/\\?/  (?P<plain> (?: (?!\]\() [^\s/?\#<>"“”«»|] ){1,4096} ) (?= @ )
    # What follows the colon is no port, so that it is a password with a sign in it that should be escaped.
  | :\\?/\\?/  (?P<broken> (?: (?!\]\() [^\s/?\#<>"“”«»|@:] ){1,200} : (?! \d{0,5} (?: [/?\#\s<>"] | \Z ) )
        (?: (?! \]\( | :\\?/ ) [^\s<>"“”«»|@] ){1,200} ) (?= @ )
    # Within the query of another address it is escaped.
  | %3a%2f%2f (?P<escaped> (?: (?!%2f|%3f|%23|%26) [^\s/?\#<>"“”«»|&;] ){1,4096} ) (?= @ | %40 )
    # Behind a misspelt beginning it takes a password to tell.
  | [:;]/{1,2} (?P<misspelt> \u2022{1,4300} | (?: (?!\]\() [^\s/?\#<>"“”«»|:] ){1,200} :
        (?: (?!\]\() [^\s/?\#<>"“”«»|] ){1,4096} ) (?= @ )
    """,
    re.IGNORECASE | re.VERBOSE,
)

_BACKSLASH = re.compile(r"\\+(?=[!-/:-@\[-`{-~]|\Z)")


def masked(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text with `MASK` for each character of the user names and passwords of its addresses, and these with their
    offsets.

    Every other character keeps its place.
    """
    found = tuple((start, text[start:end]) for start, end in _spans(text))
    return _replaced(text, lambda user: MASK * len(user)), found


def has_credentials(text: str) -> bool:
    """Whether an address in the text has a user name, and perhaps a password; masked ones count."""
    return any(_spans(text))


def without_credentials(text: str) -> str:
    """The text with ``…`` for the user names and passwords of its addresses."""
    return _replaced(text, lambda user: "…")


def with_credentials(text: str, users: Sequence[str]) -> str:
    """A masked address with the last of ``users`` in their places again, without Markdown's backslashes; without the
    user name for which there is none."""
    masks = sum(1 for _ in _spans(text))
    left = iter([*[""] * masks, *(_BACKSLASH.sub("", user) for user in users)][-masks:] if masks else ())
    return _replaced(text, lambda user: next(left)).replace("://@", "://")


def _replaced(text: str, new: Callable[[str], str]) -> str:
    parts: list[str] = []
    reached = 0
    for start, end in _spans(text):
        parts += [text[reached:start], new(text[start:end])]
        reached = end
    return "".join(parts) + text[reached:] if parts else text


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the user names and passwords stand. Most texts have none, which is quickly seen."""
    if "@" in text or "%40" in text:
        for match in _CREDENTIALS.finditer(text):
            yield match.span(match.lastgroup or 0)
