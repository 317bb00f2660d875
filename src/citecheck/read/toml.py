"""TOML, in the one place where it is read: what no person writes is an error with a place, and never one of Python."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from typing import Any

__all__ = ["BASIC", "LITERAL", "LONG_BASIC", "LONG_LITERAL", "TomlError", "lines_of", "parse_toml"]

LEVELS = 100
"""So deep may tables and lists lie in each other; tomllib goes down once more for each."""
LONGEST = 1000
"""So many characters may a number or a bare key have; Python takes the time of their square for a number."""

# Without possessive groups, which Python before 3.11.5 matches wrongly where there is something to go back to.
BASIC = re.compile(r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"')
LITERAL = re.compile(r"'[^'\n]*+'")
LONG_BASIC = re.compile(r'"""[^"\\]*+(?:(?:\\.|"{1,2}(?!"))[^"\\]*+)*"{3,5}', re.DOTALL)
LONG_LITERAL = re.compile(r"'''[^']*+(?:'{1,2}(?!')[^']*+)*'{3,5}", re.DOTALL)
# A string without an end goes to the end of the text or the line: it is looked for once.
LONG = rf"(?s:{LONG_BASIC.pattern}|{LONG_LITERAL.pattern}|(?:\"\"\"|''').*)"
PASSED = rf"#[^\n]*+|{LONG}|{BASIC.pattern}|{LITERAL.pattern}|[\"'][^\n]*+"
TOKEN = re.compile(rf"(?P<passed>{PASSED})|(?P<word>[\w+-]++)|(?P<sign>[\[\]{{}}.,=\n])")


class TomlError(Exception):
    """A text is no TOML that can be read. ``problem`` says why, ``line`` and ``column`` (both from 1) where."""

    def __init__(self, problem: str, line: int, column: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line
        self.column = column


def parse_toml(text: str) -> dict[str, Any]:
    """The values of a TOML text. Numbers with a point or an exponent are Decimals, infinite where they are too large.

    Raises TomlError where it is none, or where it nests or counts farther than anybody writes.
    """
    _check_size(text)
    try:
        return tomllib.loads(text, parse_float=_number)
    except tomllib.TOMLDecodeError as error:
        # The line is only in the message before Python 3.14.
        at = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)", str(error))
        lines = lines_of(text) or [""]
        line, column = (int(at[1]), int(at[2])) if at and at[1] else (len(lines), len(lines[-1]) + 1)
        what = str(error)[: at.start()] if at else str(error)
        raise TomlError(f"is not valid TOML: {what[:1].lower()}{what[1:]}", line, column) from error
    except (ValueError, RecursionError) as error:
        # None is known, but what a library cannot read is no failure of this program.
        raise TomlError(f"cannot be read as TOML ({error})", 1, 1) from error


def lines_of(text: str) -> list[str]:
    """The lines of a TOML text without their ends. A text in it may hold signs that are ends of lines elsewhere (U+2028)."""
    return re.split(r"\r?\n", text.removesuffix("\n").removesuffix("\r")) if text else []


def _check_size(text: str) -> None:
    """Raises TomlError at the first place that nests too deep, or has too long a number or key."""
    level = dots = 0
    for match in TOKEN.finditer(text):
        match match.lastgroup, match[0]:
            case "sign", "[" | "{":
                level, dots = level + 1, 0
            case "sign", "]" | "}":
                level, dots = level - 1, 0
            case "sign", ".":
                dots += 1
            case "sign", _:
                dots = 0
            case "word", word if len(word) > LONGEST:
                raise _error(text, match.start(), f"has a number or a key of {len(word)} characters")
        if level > LEVELS or dots > LEVELS:
            raise _error(text, match.start(), f"nests more than {LEVELS} levels deep")


def _error(text: str, at: int, problem: str) -> TomlError:
    return TomlError(problem, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _number(written: str) -> Decimal:
    try:
        return Decimal(written)
    except ArithmeticError:
        return Decimal("Infinity")
