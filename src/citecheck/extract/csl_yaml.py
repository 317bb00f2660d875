"""The bibliography as CSL-YAML, which pandoc and Quarto read: the items of CSL-JSON, each value on a line.

All values are JSON, which YAML holds: so none is taken for a date, a number or a truth value.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from citecheck.extract.csl import csl_reference
from citecheck.extract.exported import Exported
from citecheck.model.escapes import escaped_json

__all__ = ["csl_yaml", "yaml_value"]


def csl_yaml(sources: Sequence[Exported]) -> str:
    """Sources as CSL-YAML, under ``references``."""
    items = ({"id": one.key, "language": one.lang} | csl_reference(one.reference) for one in sources)
    listed = "".join(_item(item) for item in items)
    return f"references:\n{listed}" if listed else "references: []\n"


def _item(item: dict[str, Any]) -> str:
    lines = [f"{name}: {yaml_value(value)}\n" for name, value in item.items()]
    return "".join(("- " if not number else "  ") + line for number, line in enumerate(lines))


def yaml_value(value: Any) -> str:
    """A value as JSON, on one line, with what steers a terminal escaped, and no command to a service in it."""
    return escaped_json(json.dumps(value, ensure_ascii=False)).replace("##", "\\u0023#")
