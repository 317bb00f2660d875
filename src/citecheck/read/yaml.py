"""YAML to plain values with their places: what bibliographies and the configurations of books are written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from citecheck.errors import InputError
from citecheck.model.source import Source, Span

__all__ = ["Placed", "placed"]

WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
DEEPEST = 64
"""Levels of nesting that are read."""


class Placed(Struct, frozen=True):
    """A value and where it stands: ``value`` is a text or a whole number, None for what is empty; ``items`` those of a list, ``pairs`` the
    names of a mapping with their places and values, each None for what is no list or mapping."""

    span: Span
    value: str | int | None = None
    items: tuple[Placed, ...] | None = None
    pairs: tuple[tuple[str, Span, Placed], ...] | None = None

    @property
    def fields(self) -> Mapping[str, Placed]:
        """The fields of a mapping by name, the first where one is given twice; empty for what is none."""
        return {name: value for name, _, value in reversed(self.pairs or ())}

    @property
    def plain(self) -> Any:
        """The value without places: texts, lists and dictionaries."""
        if self.items is not None:
            return [one.plain for one in self.items]
        if self.pairs is not None:
            return {name: one.plain for name, one in self.fields.items()}
        return self.value


def placed(source: Source) -> Placed | None:
    """The first document of a YAML text; None where it is empty. Values are texts as they are written, but for whole numbers.

    Raises InputError where the text is no YAML, is nested too deep, or has anchors: a few lines of these may stand for millions.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(source.text, Loader=loader)):
            raise InputError(f"{source.path} has aliases (*name), which are not read: write each value out")
        node = next(iter(yaml.compose_all(source.text, Loader=loader)), None)
    except yaml.YAMLError as error:
        raise InputError(f"{source.path} is no YAML: {_told(error)}") from None
    except RecursionError:
        raise InputError(f"{source.path} is nested too deep to be read") from None
    return None if node is None else _placed(node, source, 0)


def _told(error: Any) -> str:
    """What is wrong, and on which line."""
    mark = getattr(error, "problem_mark", None)
    what = " ".join(str(getattr(error, "problem", None) or error).split())
    return f"{what} (line {mark.line + 1})" if mark is not None else what


def _placed(node: Any, source: Source, depth: int) -> Placed:
    if depth > DEEPEST:
        raise InputError(f"{source.path} is nested too deep to be read")
    span = _span(node, source)
    if node.id == "sequence":
        return Placed(span, items=tuple(_placed(one, source, depth + 1) for one in node.value))
    if node.id == "mapping":
        named = [(key, value) for key, value in node.value if key.id == "scalar"]
        pairs = ((key.value, _span(key, source), _placed(value, source, depth + 1)) for key, value in named)
        return Placed(span, pairs=tuple(pairs))
    return Placed(span, _scalar(node))


def _scalar(node: Any) -> str | int | None:
    """A whole number as one where that is how it is written, else the text; None for what is empty."""
    if node.tag.endswith(":null") or not node.value:
        return None
    whole = node.tag.endswith(":int") and WHOLE.fullmatch(node.value) is not None
    return int(node.value) if whole else str(node.value)


def _span(node: Any, source: Source) -> Span:
    """Where a node stands, without the white space behind it."""
    start = _offset(node.start_mark, source)
    end = max(start, _offset(node.end_mark, source))
    return Span(source, start, start + len(source.text[start:end].rstrip()))


def _offset(mark: Any, source: Source) -> int:
    starts = source.line_starts
    return min(starts[mark.line] + mark.column, len(source.text)) if mark.line < len(starts) else len(source.text)
