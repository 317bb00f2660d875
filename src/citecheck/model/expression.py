"""Expression: a regular expression that somebody wrote in a configuration, for an engine that cannot backtrack."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

__all__ = ["Expression"]

LIMIT = 1 << 20
"""Bytes that a compiled expression may take. What fits is matched in time proportional to the text's length."""


class Expression(Struct, frozen=True):
    """A regular expression as RE2 has them: ``written`` is what the user wrote. ``Expression.of`` makes one."""

    written: str
    compiled: Any

    @classmethod
    def of(cls, written: str) -> Expression:
        """The expression. Raises ValueError, with words for a person, where RE2 has no such expression."""
        import re2  # Most runs need none.

        options = re2.Options()
        options.log_errors = False
        options.max_mem = LIMIT
        try:
            return cls(written, re2.compile(written, options=options))
        except UnicodeEncodeError:
            raise ValueError("is no text") from None
        except re2.error as error:
            said = error.args[0] if error.args else ""
            what = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
            raise ValueError(
                f"is no regular expression of RE2: {what} (it has no look-around, no back-references, and \\z for \\Z)"
            ) from None

    def finds(self, text: str) -> bool:
        """Whether it matches anywhere in a text."""
        return self.compiled.search(text.encode("utf-8", "surrogatepass")) is not None
