"""Changes to bytes and texts that make what nobody thought of: each takes a source of chance and gives the changed whole.

Chance is always the `Random` of the case, so that the same case has the same bytes on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

LONGEST = 40_000
"""Bytes that a mutated text has at most: what grows is measured elsewhere (bench/growth)."""

HUGE = ("0", "00", "-1", "1.0", "1e308", "1e999", "9" * 20, "9" * 400, "9" * 5000, "2147483648", "18446744073709551616")
"""Numbers that are too large, too long or no numbers of anything."""
DIGITS = ("²", "①", "٣", "৪", "Ⅻ", "ⅻ", "½", "０", "𝟙", "十", "XIV", "MMMMMMMM", "iiii")
DATES = (
    "0000-00-00",
    "9999-12-31",
    "2023-02-30",
    "32 janvier 2023",
    "February 30, 0000",
    "1 May 99999",
    "29 February 2023",
    "n.d.",
    "s.d.",
    "in press",
    "2020/2019",
    "1900-01-01T25:61",
    "between 1 and 2 May 2019",
)
MARKERS = (
    "<sup>1</sup>",
    "<sup>0</sup>",
    "<sup>99999999999</sup>",
    "<sup></sup>",
    "<sup>1, 2–9</sup>",
    "<sup><sup>3</sup></sup>",
    "[^1]",
    "[^]",
    "[^a b]",
    "[^1]: ",
    "^[",
    "[1]",
    "[1]–[99999]",
    "[1-9999999999]",
    "¹²³",
    "13<sup>e</sup>",
    "<sup>1</sup> ",
    "[@doe2020; @roe]",
    "(Doe, 2020, p. 4)",
    "Ibid.",
    "*Ibid*, p. 9-3",
    "supra note 999999999999",
    "op. cit.",
)
MONEY = (
    "€1 million (US$ 1.06 million)",
    "1 € = 0 $",
    "0 milliard de dollars",
    "€",
    "$-5bn",
    "5,4 milliards d'euros (",
    "1 $ = 1 $",
)
ADDRESSES = (
    "https://example.org/a",
    "http://[::1",
    "https://example.org:99999/",
    "https://user:pw@example.org/?utm_source=x",
    "http://xn--/",
    "https://a.b/" + "%" * 60,
    "doi:10.1000/182",
    "https://doi.org/",
    "HTTPS://EXAMPLE.ORG/\u202e",
    "//example.org",
    "javascript:alert(1)",
)
STRUCTURE = (
    "\n\n",
    "\n---\n",
    "\n# \n",
    "\n## Bibliography\n",
    "\n## Bibliographie\n",
    "\n## Notes\n",
    "\n1. ",
    "\n- ",
    "\n> ",
    "\n| a | b |\n|---|---|\n| ",
    "\n```\n",
    "\n<table><tr><td>",
    "\n===\n",
    "    ",
    "\t",
    "<!-- citecheck: ignore CIT -->",
    "<!-- citecheck: ignore-file",
    "<!--",
    "-->",
    "\\",
    "&amp;#0;",
    "&#x110000;",
    "&nbsp;",
)
PAIRS = (
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "“",
    "”",
    "«",
    "»",
    '"',
    "'",
    "*",
    "**",
    "_",
    "`",
    "</sup>",
    "<sup>",
    "<b ",
    "</",
    "$",
    "^",
    "~",
    ";",
    ":",
    "=",
)
ODD = (
    "\x00",
    "\x07",
    "\x1b[31m",
    "\x1b]8;;http://x\x07",
    "\x7f",
    "\x85",
    "\x9b2J",
    "\u00a0",
    "\u00ad",
    "\u061c",
    "\u200b",
    "\u200d",
    "\u200f",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u3000",
    "\ufeff",
    "\ufffd",
    "\uffff",
    "\U000e0041",
    "\U0010ffff",
    "e\u0301",
    "\u0301" * 30,
    "ﬁ",
    "İ",
    "ß",
    "ŉ",
    "Ǆ",
    "👩‍👩‍👧",
    "ا",
    "::error::x",
    "::stop-commands::x",
    "##[error]x",
    "##vso[task.complete]",
    "=cmd|' /C calc'!A0",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{7*7}}",
    "%s%n",
    "${x}",
    "]]>",
    "\r",
    "\r\n",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x1e",
)
FAMILIES: tuple[Sequence[str], ...] = (HUGE, DIGITS, DATES, MARKERS, MONEY, ADDRESSES, STRUCTURE, PAIRS, ODD)
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"+/v8-")
ENCODINGS = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "latin-1",
    "cp1252",
    "mac-roman",
    "utf-7",
    "shift-jis",
)

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
PAIRED = re.compile(r"[()\[\]{}<>“”«»\"'*_`^]|</?sup>")
MARKER = re.compile(r"<sup>[^<]*</sup>|\[\^[^\]\n]*\]:?|\[\d+\]|[¹²³⁰-⁹]+")
DATE = re.compile(r"\b(?:\d{1,2} )?\w+ \d{4}\b|\b\d{4}(?:-\d{2}-\d{2})?\b")


def token(rng: Random) -> str:
    """Something odd of any family."""
    return rng.choice(rng.choice(FAMILIES))


def _slice(rng: Random, count: int, longest: int) -> slice:
    """A stretch of a row of ``count`` things."""
    start = rng.randrange(count + 1)
    return slice(start, min(count, start + rng.randint(1, longest)))


def drop_lines(rng: Random, text: str, others: Sequence[str]) -> str:
    """Without some lines."""
    lines = text.splitlines(keepends=True)
    del lines[_slice(rng, len(lines), 4)]
    return "".join(lines)


def repeat_lines(rng: Random, text: str, others: Sequence[str]) -> str:
    """With some lines a second time, or many times."""
    lines = text.splitlines(keepends=True)
    part = lines[_slice(rng, len(lines), 4)]
    at = rng.randrange(len(lines) + 1)
    lines[at:at] = part * rng.choice((1, 1, 2, 30))
    return "".join(lines)


def move_block(rng: Random, text: str, others: Sequence[str]) -> str:
    """With paragraphs in another place."""
    blocks = text.split("\n\n")
    where = _slice(rng, len(blocks), 5)
    part = blocks[where]
    del blocks[where]
    at = rng.randrange(len(blocks) + 1)
    blocks[at:at] = part
    return "\n\n".join(blocks)


def splice(rng: Random, text: str, others: Sequence[str]) -> str:
    """With a stretch of another text in it."""
    other = rng.choice(others) if others else text
    part = other[_slice(rng, len(other), 1500)]
    at = rng.randrange(len(text) + 1)
    return text[:at] + part + text[at + (len(part) if rng.random() < 0.5 else 0) :]


def insert(rng: Random, text: str, others: Sequence[str]) -> str:
    """With something odd in it."""
    at = rng.randrange(len(text) + 1)
    return text[:at] + token(rng) * rng.choice((1, 1, 1, 2, 40)) + text[at:]


def drop(rng: Random, text: str, others: Sequence[str]) -> str:
    """Without a stretch."""
    where = _slice(rng, len(text), 60)
    return text[: where.start] + text[where.stop :]


def cut_off(rng: Random, text: str, others: Sequence[str]) -> str:
    """Its beginning, or its end."""
    at = rng.randrange(len(text) + 1)
    return text[:at] if rng.random() < 0.5 else text[at:]


def stammer(rng: Random, text: str, others: Sequence[str]) -> str:
    """With a short stretch that is said again and again."""
    where = _slice(rng, len(text), rng.choice((1, 3, 12, 40)))
    return text[: where.stop] + text[where] * rng.choice((3, 30, 300)) + text[where.stop :]


def long_word(rng: Random, text: str, others: Sequence[str]) -> str:
    """With a word that never ends."""
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice("aA1.é-_/’") * rng.choice((200, 3000, 20_000)) + text[at:]


def change_case(rng: Random, text: str, others: Sequence[str]) -> str:
    """With a stretch in capitals or small letters."""
    where = _slice(rng, len(text), 200)
    part = text[where]
    return text[: where.start] + rng.choice((part.upper, part.lower, part.title, part.swapcase))() + text[where.stop :]


def _swap(pattern: re.Pattern[str], *families: Sequence[str]) -> Callable[[Random, str, Sequence[str]], str]:
    """Puts something odd, or another of the same text, in the place of some matches."""

    def swap(rng: Random, text: str, others: Sequence[str]) -> str:
        found = list(pattern.finditer(text))
        if not found:
            return insert(rng, text, others)
        for match in sorted(rng.sample(found, min(len(found), rng.choice((1, 1, 2, 8)))), key=lambda one: -one.start()):
            odd = rng.choice(rng.choice(families))
            new = rng.choice((odd, odd, rng.choice(found)[0], ""))
            text = text[: match.start()] + new + text[match.end() :]
        return text

    swap.__name__ = f"swap_{pattern.pattern[:12]}"
    return swap


TEXT_CHANGES: tuple[Callable[[Random, str, Sequence[str]], str], ...] = (
    drop_lines,
    repeat_lines,
    move_block,
    splice,
    insert,
    insert,
    insert,
    drop,
    cut_off,
    stammer,
    long_word,
    change_case,
    _swap(NUMBER, HUGE, DIGITS),
    _swap(NUMBER, HUGE, DIGITS),
    _swap(DATE, DATES, HUGE),
    _swap(MARKER, MARKERS, ODD),
    _swap(MARKER, MARKERS, PAIRS),
    _swap(PAIRED, PAIRS, ODD),
    _swap(PAIRED, ("",)),
)


def mutated_text(rng: Random, text: str, others: Sequence[str] = (), most: int = 5) -> str:
    """A text after some changes."""
    for _ in range(rng.choice((1, rng.randint(1, most)))):
        text = rng.choice(TEXT_CHANGES)(rng, text, others)[:LONGEST]
    # A text with a zero in it is refused as no text, and what else was changed never seen.
    return text if rng.random() < 0.05 else text.replace("\0", "")


def flip(rng: Random, data: bytes) -> bytes:
    """With other bits here and there."""
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 4, 30)) if made else 0):
        made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
    return bytes(made)


def put_bytes(rng: Random, data: bytes) -> bytes:
    """With bytes in it that are no text."""
    at = rng.randrange(len(data) + 1)
    part = rng.choice(
        (rng.randbytes(rng.randint(1, 12)), b"\x80", b"\xed\xa0\x80", b"\xf5\xff", b"\xc0\x80", b"\xff" * 9)
    )
    return data[:at] + part + data[at:]


def cut_bytes(rng: Random, data: bytes) -> bytes:
    """Without a stretch of bytes."""
    where = _slice(rng, len(data), 200)
    return data[: where.start] + data[where.stop :]


def ends(rng: Random, data: bytes) -> bytes:
    """With other line ends, mixed or not."""
    choices = rng.choice(((b"\r\n",), (b"\r",), (b"\n", b"\r\n"), (b"\n", b"\r", b"\r\n", b"\n\r")))
    return b"".join(line + rng.choice(choices) for line in data.split(b"\n"))


def encoded(rng: Random, data: bytes) -> bytes:
    """In another encoding, with a mark of one or without."""
    text = data.decode("utf-8", "replace")
    written = text.encode(rng.choice(ENCODINGS), "replace")
    return (rng.choice(BOMS) if rng.random() < 0.4 else b"") + written


BYTE_CHANGES = (flip, flip, put_bytes, cut_bytes, ends, encoded)


def mutated_bytes(rng: Random, data: bytes, most: int = 2) -> bytes:
    """Bytes after some changes."""
    for _ in range(rng.randint(1, most)):
        data = rng.choice(BYTE_CHANGES)(rng, data)
    return data[: 4 * LONGEST]


def mutated(rng: Random, data: bytes, others: Sequence[bytes] = (), bytewise: float = 0.15) -> bytes:
    """A file after some changes: of its text, of its bytes (as often as ``bytewise`` says), or of both."""
    if rng.random() >= bytewise or rng.random() < 0.3:
        texts = [other.decode("utf-8", "replace") for other in others]
        data = mutated_text(rng, data.decode("utf-8", "replace"), texts).encode("utf-8", "replace")
        if rng.random() >= bytewise:
            return data
    return mutated_bytes(rng, data)
