"""What every HTML page shares: one file that works from disk, its look, and how what it quotes is kept out of its
markup.

A page is a template that extends ``base.html`` here, with a style sheet and a script beside it. Both stand in the file,
and the browser is told to run nothing else and to fetch nothing. All that a template writes is escaped.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

__all__ = ["data", "prose", "render"]

SHARED = Path(__file__).parent

_EMPHASIS = re.compile(r"\*{1,2}([^*\s](?:[^*]*[^*\s])?)\*{1,2}")
_ADDRESS = re.compile(r"&lt;(https?://[^\s<>]+?)&gt;")
_ESCAPED = re.compile(r"\\+([$_*\[\]~])")
# In a script element only these can end it or begin a comment, and the last two end a line of JavaScript.
_MARKUP = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
# What would reorder or break what stands beside it, or cannot be written down at all.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_LONGEST = 100_000
"""How many characters of a text a page shows: nobody reads more, and a browser must still open it."""


def render(
    folder: Path,
    scripts: Sequence[str] = ("page.js",),
    styles: Sequence[str] = ("page.css",),
    template: str = "page.html",
    /,
    **values: object,
) -> str:
    """The page whose ``template``, ``scripts`` and ``styles`` are in ``folder``, with ``values`` in its template. Scripts
    and style sheets stand in the page one behind the other."""
    style = _file(SHARED / "base.css") + "".join(_file(folder / name) for name in styles)
    script = "".join(_file(folder / name) for name in scripts)
    return (
        _environment(folder)
        .get_template(template)
        .render(
            style=Markup(style),
            script=Markup(script),
            policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
            "base-uri 'none'; form-action 'none'",
            **values,
        )
        + "\n"
    )


def data(value: object) -> Markup:
    """A value as JSON for a script element; no text in it can end the element, whatever it holds."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(_MARKUP.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def prose(written: str) -> Markup:
    """A text of the report, escaped, with Markdown's emphasis as such and its escapes and angle brackets undone."""
    safe = str(escape(_safe(written)))
    safe = _ADDRESS.sub(r"\1", safe)
    safe = _EMPHASIS.sub(r"<em>\1</em>", safe)
    return Markup(_ESCAPED.sub(r"\1", safe))


@cache
def _environment(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([folder, SHARED]),
        autoescape=True,
        finalize=_final,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["prose"] = prose
    return environment


def _final(value: object) -> object:
    """What a template writes, before it is escaped."""
    return _safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _safe(written: str) -> str:
    kept = written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
    return _UNSAFE.sub(lambda found: " " if found[0].isspace() else "\ufffd", kept)


def _file(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What a content security policy knows an inline style sheet or script by."""
    # The element's text begins after the line break that follows its tag's; base.html writes exactly this.
    digest = hashlib.sha256(f"\n{text}".encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
