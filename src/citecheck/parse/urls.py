"""URLs as printed: bare, in angle brackets, or as the target of a Markdown link.

What is plainly meant as a URL and cannot be one (``htpp://…``, a space inside) is found too, its target as it is printed.
"""

from __future__ import annotations

import re

from citecheck.model.document import Url
from citecheck.model.source import Span

SCHEME = re.compile(r"https?://", re.IGNORECASE)
START = re.compile(
    r"""
    https?://
  | (?<![\w/.@-])(?:
        h{0,2}(?:t{1,3}p{1,3}|pt|tsp)t?s{0,2}[:;]//(?=[\w-]{1,63}\.[\w.-]{0,63}[a-z]{2})
      | https?(?::/|;//?)(?=\w)
      | https?//(?=[\w-]{1,63}\.[\w.-]{0,63}[a-z]{2})
      | https?:(?=www\.|(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}(?:/|[\s).,;>]|$))
      | www[,;](?=[\w-]{1,63}\.[a-z]{2})
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Where a URL begins, rightly or wrongly spelt."""
AFTER_SCHEME = re.compile(r"[ \t](?=(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}(?![\w@-]))", re.IGNORECASE)
AFTER_WWW = re.compile(r"\.[ \t](?=[\w-]{1,63}\.[a-z]{2,24}(?![\w@-]))", re.IGNORECASE)
GOES_ON = re.compile(
    r"[ \t](?:/[\w%~-]|\?\w{1,40}=\w|[&]\w{1,40}=\w|(?<=&[ \t])\w{1,40}=\w|(?<=[/=_%-][ \t])[\w%-]{1,80}\.(?:html?|pdf|php|aspx?)\b)"
)
"""A space after which a URL goes on."""
VALUE_MISSING = re.compile(r"[?&][\w.-]{1,40}=\Z")
"""An address never stops behind the sign for a value."""
BROKEN = re.compile(r"[ \t\n][\w%~./?&=#+-]*[./?&=_-][\w%~./?&=#+-]*\Z")
PATH = re.compile(r"[a-z]+://[^/\s]+/\S*[\w/%-]\Z", re.IGNORECASE)
"""An address that goes on behind its host, and does not end in punctuation."""
FILE_NAME = re.compile(
    r"[\w%~./&=#+ -]+\.(?:pdf|html?|docx?|xlsx?|pptx?|php|aspx?|txt|csv|zip|jpe?g|png)", re.IGNORECASE
)
"""The end of an address that gives the name of a file, in which spaces may stand."""
BARE_END = re.compile(
    r"""
    [\s<>"“”«»|`^—。，、；：）」》¹²³⁰⁴-⁹]
    # What is struck out; the target of a link, the call of a note, the next argument of a command; a genitive.
  | ~~
  | \\?\]\\?\( | \[\^ | \}\{
  | ’s\b
  | &(?:lt|gt|nbsp|quot|apos|[lr]aquo|[lrb]?[sd]quo|thinsp|ensp|emsp|mdash|hellip|\#x?[\da-f]{2,6});
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What belongs to the text around an address: where it begins, the address ends."""
GENITIVE_OF_SITE = re.compile(r"https?://[\w.-]{1,255}(?='s(?![\w/]))", re.IGNORECASE)
ESCAPE = re.compile(r"\\+(?=[!-/:-@\[-`{-~])")
TRAILING = ".,;:!?'\"*_’…–[{(\\"
DEFINED = re.compile(r"(?:^|\n) {0,3}\[[^\]\[\n]{1,250}\]:[ \t]{0,9}<\Z")
"""What stands before the target of a link that is defined by itself."""
TARGET = re.compile(r"\]\([ \t]{0,9}<?\Z")
"""What stands before the target of a link."""
ANGLED = re.compile(r"[ \t]{0,9}<([^<>\n]{1,4096}+)>[ \t]{0,9}(?:\"[^\"\n]{0,400}\"|'[^'\n]{0,400}')?[ \t]{0,9}\)")
"""The target of a link in angle brackets, in which spaces and brackets may stand, with the end of the link."""
LONGEST = 4096
"""Characters of a URL beyond which it is cut: browsers and servers stop well before."""


def find_urls(span: Span) -> tuple[Url, ...]:
    """The URLs in the text of ``span``, in order, each with the span of all that prints it."""
    text = span.text
    found: list[Url] = []
    at = 0
    begins = START if _has_misspelt(text) else SCHEME
    while match := begins.search(text, at):
        first, end, target, label = _printed(text, *match.span())
        at = max(end, match.end())
        if end > match.end():
            found.append(Url(span.part(first, end), target, label))
    return tuple(found)


_Printed = tuple[int, int, str, str | None]
"""Where what prints a URL begins and ends, the URL, and what is printed for it where that is something else."""


def _printed(text: str, start: int, after: int) -> _Printed:
    """The URL whose scheme stands from ``start`` to ``after``."""
    angled = text[start - 1 : start] == "<"
    if text.startswith("[", after) and not angled and (link := _link_around(text, after + 1)) is not None:
        # "http://[text](target)": the link is what opens.
        return start, link[3], link[2], text[start : link[1]].replace("[", "")
    within = TARGET.search(text, max(0, start - 12), start)
    link = _link_around(text, within.start() + 2 if within else start) if within or not angled else None
    if link is not None:
        opened, label_end, target, end = link
        label = unescape(text[opened + 1 : label_end])
        return opened, end, target, label if label != target else None
    if angled:
        return start, *_angled(text, start), None
    end = _spaced_end(text, start, after)
    return start, end, unescape(text[start:end]), None


def _angled(text: str, start: int) -> tuple[int, str]:
    """Where a URL behind an angle bracket ends, and the URL. In the definition of a link spaces may stand in it."""
    close = text.find(">", start, start + LONGEST)
    inner = text[start:close] if close != -1 else " "
    if "\n" not in inner and close != -1 and DEFINED.search(text, max(0, start - 300), start) is not None:
        return close, inner.replace(" ", "%20")
    end = close if not re.search(r"\s", inner) or _broken(inner) else _bare_end(text, start)
    return end, text[start:end]


def _has_misspelt(text: str) -> bool:
    """Whether anything looks like a misspelt scheme: a quick look, since `START` takes four times as long as `SCHEME`."""
    schemes = text.count("://")
    return (
        schemes != text.count("http://") + text.count("https://")
        or schemes != text.count("http:") + text.count("https:")
        or schemes != text.count(":/")
        or schemes != text.count("//")
        or any(sign in text for sign in (";/", "www,", "www;", ":www"))
        or any(f"{letter}{scheme}" in text for letter in "ht" for scheme in ("http://", "https://"))
    )


def _broken(inner: str) -> bool:
    """Whether what stands between angle brackets is one address with spaces in it, and no words behind an address."""
    if len(SCHEME.findall(inner)) != 1 or len(inner.split()) < 2 or '="' in inner:
        return False
    address, *words = inner.split()
    if len(words) == 1:
        word_of_path = PATH.match(address) is not None and re.fullmatch(r"[\w%-]+", words[0]) is not None
        return word_of_path or BROKEN.search(inner) is not None or VALUE_MISSING.search(address) is not None
    return PATH.match(address) is not None and FILE_NAME.fullmatch(" ".join(words)) is not None


def _spaced_end(text: str, start: int, after: int) -> int:
    """Where a bare URL ends; past a space where it plainly goes on behind one."""
    end = _bare_end(text, start)
    if end <= after:
        gap = AFTER_SCHEME.match(text, after)
    elif text[after:end].casefold() == "www":
        gap = AFTER_WWW.match(text, end)
    else:
        gap = GOES_ON.match(text, end)
        if gap is None and VALUE_MISSING.search(text, max(start, end - 60), end):
            gap = re.compile(r"[ \t](?=\w)").match(text, end)
    if gap is None:
        return end
    behind = gap.end() if end <= after or text[after:end].casefold() == "www" else end + 1
    return max(end, _bare_end(text, behind))


def unescape(text: str) -> str:
    """The text without Markdown's backslashes; converters print them doubled."""
    return ESCAPE.sub("", text)


def _bare_end(text: str, start: int) -> int:
    site = GENITIVE_OF_SITE.match(text, start)
    if site is not None:
        return site.end()
    stop = BARE_END.search(text, start, start + LONGEST)
    end = stop.start() if stop else min(len(text), start + LONGEST)
    while end > start:
        last = text[end - 1]
        if last in TRAILING or (
            last in ")]}" and text.count(last, start, end) > text.count("([{"[")]}".index(last)], start, end)
        ):
            end -= 1
        else:
            break
    return end


def _link_around(text: str, start: int) -> tuple[int, int, str, int] | None:
    """``(start of [, place of ], target, end)`` of the Markdown link whose label or target begins at ``start``."""
    label = _label_around(text, start)
    if label is None:
        return None
    opened, label_end = label
    angled = ANGLED.match(text, label_end + 2)
    if angled is not None:
        return opened, label_end, unescape(angled[1].replace(" ", "%20")), angled.end()
    close = _closing_bracket(text, label_end + 2)
    target = text[label_end + 2 : close].strip().strip("<>") if close is not None else ""
    if close is None or not target:
        return None
    return opened, label_end, unescape(_without_title(target)), close + 1


def _label_around(text: str, start: int) -> tuple[int, int] | None:
    """The places of ``[`` and ``]`` of a link whose label or target begins at ``start``; None where there is no link."""
    if start >= 2 and text.startswith("](", start - 2):
        opened = text.rfind("[", max(0, start - LONGEST), start - 2)
        return None if opened == -1 or "\n\n" in text[opened:start] else (opened, start - 2)
    if not start or text[start - 1] != "[":
        return None
    label_end = text.find("](", start, start + LONGEST)
    if label_end == -1 or "\n\n" in text[start:label_end] or "[" in text[start:label_end]:
        return None
    return start - 1, label_end


def _closing_bracket(text: str, start: int) -> int | None:
    """The place of the bracket that closes the target that begins at ``start``, on the same line."""
    depth = 1
    for at in range(start, min(len(text), start + LONGEST)):
        char = text[at]
        if char == "\n":
            return None
        depth += (char == "(") - (char == ")")
        if not depth:
            return at
    return None


def _without_title(target: str) -> str:
    """The target of a link without the title behind it (``(address "title")``); a space within is kept."""
    address, _, rest = target.partition(" ")
    return address if rest.strip()[:1] in ("", '"', "'", "(") else target
