"""Front matter: what the fields at the beginning of a Markdown file say of it."""

from __future__ import annotations

import re

__all__ = ["front_language", "front_title"]

TITLE = re.compile(r"^title[ \t]*[:=][ \t]*(?P<value>[^\n]{1,300})$", re.MULTILINE | re.IGNORECASE)
LANGUAGE = re.compile(r"^lang(?:uage)?[ \t]*[:=][ \t]*[\"']?(?P<value>[A-Za-z]{2,3})\b", re.MULTILINE | re.IGNORECASE)


def front_title(front: str) -> str:
    """The title that the front matter gives; empty where it gives none in one line."""
    match = TITLE.search(front)
    value = match.group("value").strip() if match else ""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return "" if value[:1] in "|>{[" else value


def front_language(front: str) -> str:
    """The code of the language that the front matter gives (``fr`` for ``fr-CH``), in lower case; empty where it gives none."""
    match = LANGUAGE.search(front)
    return match.group("value").lower() if match else ""
