"""The values of a JSON file, as the types that they must be of: nothing behind this door meets another one."""

from __future__ import annotations

import json
import re
from typing import Any

from msgspec import ValidationError, convert

__all__ = ["Malformed", "json_values", "typed"]

SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


class Malformed(ValueError):
    """The file cannot be what a program wrote; the text says where and why, in one line."""


def json_values(raw: bytes) -> Any:
    """The values of a JSON file. Raises Malformed, with the line, where it is none.

    The standard library's reader says the line, and takes a file name that is no Unicode; in a text under another key
    than ``path`` or ``file``, half a character is damage.
    """
    try:
        values = json.loads(raw)
    except json.JSONDecodeError as error:
        raise Malformed(f"line {error.lineno}: broken JSON, {error.msg}") from None
    except UnicodeDecodeError:
        raise Malformed("it is not in UTF-8") from None
    except (ValueError, RecursionError):
        raise Malformed("broken JSON: a number is too long or the nesting too deep") from None
    if SURROGATE.search(raw) is not None and _has_surrogates(values):
        raise Malformed("a text holds half a character")
    return values


def _has_surrogates(values: Any, key: str = "") -> bool:
    if isinstance(values, dict):
        return any(_has_surrogates(name) or _has_surrogates(value, name) for name, value in values.items())
    if isinstance(values, list):
        return any(_has_surrogates(value) for value in values)
    return (
        isinstance(values, str) and key not in ("path", "file") and any("\ud800" <= char <= "\udfff" for char in values)
    )


def typed(values: Any, kind: Any, where: str = "") -> Any:
    """Values as the type that they must be of. Raises Malformed, with the place, where they are not."""
    try:
        return convert(values, kind)
    except UnicodeEncodeError:
        # Half a character where only names are known, such as a union's: msgspec compares them as bytes.
        raise Malformed(f"{where}: a text holds half a character".removeprefix(": ")) from None
    except ValidationError as error:
        what, _, place = str(error).partition(" - at `$")
        what = what.partition(" matching regex")[0] + (" of another form" if " matching regex" in what else "")
        path = f"{where}{place.removesuffix('`')}".lstrip(".")
        what = f"{what[:1].lower()}{what[1:]}"
        raise Malformed(f"{path}: {what}" if path else what) from None
