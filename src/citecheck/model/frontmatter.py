"""Front matter: what the fields at the beginning of a Markdown file say of it."""

from __future__ import annotations

import re

__all__ = ["front_bibliographies", "front_language", "front_title", "front_uncited"]

TITLE = re.compile(r"^title[ \t]*[:=][ \t]*(?P<value>[^\n]{1,300})$", re.MULTILINE | re.IGNORECASE)
LANGUAGE = re.compile(r"^lang(?:uage)?[ \t]*[:=][ \t]*[\"']?(?P<value>[A-Za-z]{2,3})\b", re.MULTILINE | re.IGNORECASE)


BIBLIOGRAPHY = re.compile(
    r"^bibliography[ \t]*[:=](?P<value>[ \t]*\[[^\[\]]{0,2000}|[^\n]*(?:\n(?:[ \t]+|[ \t]*-[ \t]*)[^\n]*){0,100})",
    re.MULTILINE | re.IGNORECASE,
)
FILE = re.compile(
    r"(?:(?<=[\s\[,\"'])|^)(?P<name>[^\s\"',\[\]]{1,200}\.(?:bib|bibtex|json|ya?ml|ris|xml|enl|nbib))(?=[\s\"',\]#]|$)",
    re.IGNORECASE,
)
UNCITED = re.compile(r"^nocite[ \t]*[:=](?P<value>(?:[^\n]*)(?:\n(?:[ \t]+|-[ \t])[^\n]*){0,200})", re.MULTILINE)
KEY = re.compile(r"@(\*|[\w](?:[\w:.#$%&+?<>~/-]*\w)?)")


def front_bibliographies(front: str) -> tuple[str, ...]:
    """The bibliography files that the front matter names, in order; of any format that a program may read."""
    values = (match.group("value") for match in BIBLIOGRAPHY.finditer(front))
    return tuple(dict.fromkeys(name for value in values for name in FILE.findall(value)))


def front_uncited(front: str) -> frozenset[str]:
    """The keys of the entries that the front matter puts into the bibliography without a citation; ``*`` for all of them."""
    return frozenset(key for match in UNCITED.finditer(front) for key in KEY.findall(match.group("value")))


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
