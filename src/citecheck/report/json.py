"""Values as JSON that is safe to print, whatever is quoted in them."""

from __future__ import annotations

import json

from citecheck.model.escapes import escaped_json
from citecheck.report.visible import inert_json

__all__ = ["HELP", "json_text"]

HELP = "https://citecheck.readthedocs.io/rules/"
"""What the address of a rule's page begins with."""


def json_text(value: object) -> str:
    """A value as indented JSON that is safe to print, ending in a line break."""
    return inert_json(escaped_json(json.dumps(value, ensure_ascii=False, indent=2))) + "\n"
