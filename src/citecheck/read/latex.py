"""LaTeX's text as it would be printed: accents composed, macros replaced, braces gone."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["latex_text", "quiet"]

SPACES = re.compile(r"[ \t\r\n]+")
ACCENTS = dict(
    zip(
        "`'^\"~=.cvuHkrbd",
        "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0327\u030c\u0306\u030b\u0328\u030a\u0331\u0323",
        strict=True,
    )
)
"""Accent macros and the combining characters that they are: ``\\'e``, ``\\v{s}``."""
MACROS = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^", "textasciitilde": "~",
    "textunderscore": "_", "textdollar": "$", "textquotedbl": '"', "textless": "<", "textgreater": ">", "textbar": "|",
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "textendash": "–", "textemdash": "—", "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘",
    "textquoteright": "’", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»",
    "og": "« ", "fg": " »", "ldots": "…", "dots": "…", "textellipsis": "…", "S": "§", "P": "¶", "copyright": "©",
    "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "euro": "€", "texteuro": "€", "EUR": "€",
    "pounds": "£", "textsterling": "£", "textdegree": "°", "textperiodcentered": "·", "LaTeX": "LaTeX", "TeX": "TeX",
    "up": "", "ier": "er", "no": "n°", "textsuperscript": "", "emph": "", "textit": "", "textbf": "", "textsc": "",
    "textrm": "", "texttt": "", "textsf": "", "textup": "", "textsl": "", "textnormal": "", "mbox": "", "hbox": "",
    "text": "", "mathrm": "", "em": "", "it": "", "bf": "", "sc": "", "rm": "", "tt": "", "sl": "", "itshape": "",
    "bfseries": "", "scshape": "", "upshape": "", "protect": "", "relax": "", "url": "", "path": "", "nolinkurl": "",
    "allowbreak": "", "newline": " ", "space": " ", "quad": " ",
}  # fmt: skip
"""Macros by name: signs, and those that only change the look of what follows them."""
SIGNS = {"\\": " ", " ": " ", "\n": " ", ",": " ", ";": " ", ":": " ", "-": "", "/": "", "@": "", "!": ""}
JOINED = {"---": "—", "--": "–", "``": "“", "''": "”", "~": "\u00a0", "{": "", "}": "", "$": ""}
TOKEN = re.compile(
    r"""
    \\(?:(?P<sign>[`'^"~=.])[ \t\n]* | (?P<letter>[cvuHkrbd])(?![A-Za-z])[ \t\n]*)
        (?: \{[ \t\n]*(?P<braced>\\[ij](?![A-Za-z])|\w)[ \t\n]*\}
        | (?P<dotless>\\[ij](?![A-Za-z])[ ]*(?:\{\})?)
        | (?P<bare>\w) )
    | \\(?P<macro>[A-Za-z]+)(?:\{\}|[ \t\n]+)?
    | \\(?P<escaped>.)
    | (?P<joined>---?|``|''|[~{}$])
    """,
    re.VERBOSE | re.DOTALL,
)


def latex_text(text: str) -> str:
    """The text that LaTeX would print: accents composed, special characters unescaped, grouping braces gone.

    A macro that is not known here is left to bibtexparser's decoder, which knows mathematics but takes its time.
    """
    try:
        decoded = TOKEN.sub(_decoded, text)
    except KeyError:
        decoded = _slowly(text)
    return SPACES.sub(" ", decoded).strip(" ")


def _decoded(match: re.Match[str]) -> str:
    found = match.groupdict()
    if (accent := found["sign"] or found["letter"]) is not None:
        base = (found["braced"] or found["dotless"] or found["bare"]).lstrip("\\")[0]
        return unicodedata.normalize("NFC", base + ACCENTS[accent])
    if (macro := found["macro"]) is not None:
        return MACROS[macro]
    if (escaped := found["escaped"]) is not None:
        return escaped if escaped in "&%$#_{}" else SIGNS[escaped]
    return JOINED[found["joined"]]


def _slowly(text: str) -> str:
    from bibtexparser.library import Library
    from bibtexparser.middlewares import LatexDecodingMiddleware
    from bibtexparser.model import Entry as Block
    from bibtexparser.model import Field

    # For BibTeX a per cent sign is one; for LaTeX all behind it would be a comment
    block = Block("misc", "x", [Field("title", re.sub(r"(?<!\\)%", r"\\%", text))])
    with quiet("pylatexenc"):
        decoded = LatexDecodingMiddleware(keep_math_mode=False).transform_entry(block, Library())
    return str(decoded.fields[0].value) if isinstance(decoded, Block) else text


@contextmanager
def quiet(name: str) -> Iterator[None]:
    """Without the log messages of a library: what it has to say about broken blocks is reported as `Unreadable`."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
