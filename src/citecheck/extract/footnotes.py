"""Writing ``footnotes.json``: all that the offline rules need of a report, except its entries and its prose."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from citecheck.extract.encoding import encode
from citecheck.model.document import Document
from citecheck.model.escapes import escaped_json
from citecheck.wire import FOOTNOTES_SCHEMA


def footnotes_json(documents: Sequence[Document]) -> str:
    """The text of ``footnotes.json``: its sources, and for every language what `citecheck.extract.encoding` makes of
    it.

    The entries are left to ``bibliography.json``. One item stands on one line.
    """
    data = encode(documents)
    for version in data["versions"].values():
        del version["entries"]
    return layout({"schema": FOOTNOTES_SCHEMA, **data}, 4) + "\n"


def layout(value: Any, depth: int, opened: str = "", indent: str = "") -> str:
    """JSON with the outer ``depth`` levels one value per line and all below on the line of what holds it.

    So a changed note is one changed line in a diff, and nothing in a text steers the terminal that shows it. What
    stands under the key ``opened`` is one level deeper.
    """
    if depth == 0 or not value or not isinstance(value, dict | list) or _plain_list(value):
        return escaped_json(json.dumps(value, ensure_ascii=False))
    deeper = indent + "  "
    if isinstance(value, dict):
        lines = [
            f"{layout(key, 0)}: {layout(one, depth - (key != opened), opened, deeper)}" for key, one in value.items()
        ]
        opening, closing = "{", "}"
    else:
        lines = [layout(one, depth - 1, opened, deeper) for one in value]
        opening, closing = "[", "]"
    body = ",\n".join(deeper + line for line in lines)
    return f"{opening}\n{body}\n{indent}{closing}"


def _plain_list(value: Any) -> bool:
    return isinstance(value, list) and not any(isinstance(one, dict | list) for one in value)
