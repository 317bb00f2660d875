"""URLs as printed: bare, in angle brackets, or as the target of a Markdown link."""

from __future__ import annotations

import re

from citecheck.model.document import Url
from citecheck.model.source import Span

SCHEME = re.compile(r"https?://", re.IGNORECASE)
BARE_END = re.compile(r"[\s<>\"“”«»|]|\]\(|\\?\]\\?\(")
ESCAPE = re.compile(r"\\+(?=[!-/:-@\[-`{-~])")
TRAILING = ".,;:!?'\"*_’\\"
LONGEST = 4096
"""Characters of a URL beyond which it is cut: browsers and servers stop well before."""


def find_urls(span: Span) -> tuple[Url, ...]:
    """The URLs in the text of ``span``, in order, each with the span of all that prints it."""
    text = span.text
    found: list[Url] = []
    at = 0
    while match := SCHEME.search(text, at):
        start = match.start()
        if start and text[start - 1] == "<":
            close = text.find(">", start, start + LONGEST)
            end = close if close != -1 and not re.search(r"\s", text[start:close]) else _bare_end(text, start)
            at = max(end, match.end())
            if end > match.end():
                found.append(Url(span.part(start, end), text[start:end]))
            continue
        link = _link_around(text, start)
        if link is not None:
            opened, label_end, target, end = link
            label = unescape(text[opened + 1 : label_end])
            found.append(Url(span.part(opened, end), target, label if label != target else None))
            at = end
            continue
        end = _bare_end(text, start)
        at = max(end, match.end())
        if end > match.end():
            found.append(Url(span.part(start, end), unescape(text[start:end])))
    return tuple(found)


def unescape(text: str) -> str:
    """The text without Markdown's backslashes; converters print them doubled."""
    return ESCAPE.sub("", text)


def _bare_end(text: str, start: int) -> int:
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
    if text.startswith("](", start - 2) and start >= 2:
        label_end = start - 2
        opened = text.rfind("[", max(0, start - LONGEST), label_end)
        if opened == -1 or "\n\n" in text[opened:start]:
            return None
        target_start = start
    elif start and text[start - 1] == "[":
        opened = start - 1
        label_end = text.find("](", start, start + LONGEST)
        if label_end == -1 or "\n\n" in text[start:label_end] or "[" in text[start:label_end]:
            return None
        target_start = label_end + 2
    else:
        return None
    depth = 1
    for at in range(target_start, min(len(text), target_start + LONGEST)):
        char = text[at]
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if not depth:
                target = text[target_start:at].strip().strip("<>")
                return (opened, label_end, unescape(target.split(" ")[0]), at + 1) if target else None
        elif char == "\n":
            return None
    return None
