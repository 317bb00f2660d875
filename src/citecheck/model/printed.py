"""What a document without lines prints: its text without the signs of Markdown that stand for its shape."""

from __future__ import annotations

import re

from citecheck.model.source import Source

__all__ = ["plain"]

SIGNS = re.compile(
    r"""
      \[\^(?P<label>[^\]\s]{1,100})\](?P<note>:[ ])?
    | \\(?P<guarded>[*\[\]<_^\\#>.)+~`:|@-])
    | </?sup>
    | \[(?P<text>[^\]\n]{0,300})\]\([^()\s]{1,2000}\)
    """,
    re.VERBOSE,
)
EMPHASIS = re.compile(r"(?<!\\)\*")


def plain(text: str, source: Source) -> str:
    """A piece of a source's text as it is printed: the text itself, or, of a document without lines, without the signs of
    Markdown that stand for its shape."""
    if not source.anchors:
        return text
    printed = _printed(source)

    def shown(match: re.Match[str]) -> str:
        if match["label"]:
            return printed.get(match["label"], match["label"]) + (" " if match["note"] else "")
        return match["text"] if match["text"] is not None else match["guarded"] or ""

    return SIGNS.sub(shown, EMPHASIS.sub("", text))


def _printed(source: Source) -> dict[str, str]:
    return {one.label: one.number for one in source.printed}
