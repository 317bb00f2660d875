"""Keys without an entry: whether a key is one of this bibliography at all."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from pathlib import PurePath

from citecheck.languages.patterns import any_of
from citecheck.model.citations import Citations, Resolved, Status
from citecheck.model.frontmatter import front_bibliographies
from citecheck.model.reference import CitationKind

__all__ = ["Keys"]

FAMILY = re.compile(r"([^\W_]{1,20})[-:_.+]")
"""What keys that were made together begin with."""
GENERATED = frozenset(["R"])
"""Beginnings of keys that a program makes into a file of its own (``knitr::write_bib``)."""
SEVERAL = 3
"""Missing keys of a family without an entry that make it another file's."""
MOST = 0.8
NEARLY_ALL = 0.9
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
PLACEHOLDERS = frozenset(
    ["cite", "citation", "citekey", "key", "ref", "reference", "source", "todo", "tbd", "tk", "xxx", "fixme"]
)
OPENING = re.compile(r"(?:[\[;(]|^)[^\[\];()@]{0,60}\Z")
BEFORE = 80
"""Characters before a key that tell whether it stands in brackets or behind "Figure"."""


class Keys:
    """What is known of the keys of a version: those of its bibliography, and those that are cited and missing."""

    def __init__(self, x: Citations) -> None:
        self._x = x

    def may_be_elsewhere(self, key: str) -> bool:
        """Whether a missing key may be one of another bibliography file: the front matter names one that was not given, its family
        has no entry here, or it has no year, as several missing ones, and nearly all of this bibliography have one."""
        if self._named_elsewhere or (self._others_undated and not YEAR.search(key)):
            return True
        family = _family(key)
        if not family or family in self._families:
            return False
        return family in GENERATED or self._missing_families[family] >= SEVERAL

    def is_none(self, one: Resolved) -> bool:
        """Whether ``@name`` without an entry is rather what a person, or a figure, is called: it stands in no bracket, and looks
        like no key of the bibliography."""
        if _bracketed(one):
            return False
        shape = _shape(one.citation.target or "")
        return _behind_caption(one) or shape == "a" or shape not in self._shapes

    def looks_like_key(self, key: str) -> bool:
        """Whether a key looks like those of the bibliography, and like no placeholder."""
        return key.casefold() not in PLACEHOLDERS and (bool(re.search(r"\d", key)) or _shape(key) in self._shapes)

    @cached_property
    def _named_elsewhere(self) -> bool:
        document = self._x.document
        given = {PurePath(entry.span.source.path).stem for entry in document.entries}
        named = {PurePath(path).stem for source in document.sources for path in front_bibliographies(source.front)}
        if document.printed_entries or not named - given:
            return False
        # A file that answers most keys is the one that is named, under another name.
        answered = {one.citation.target for one in self._cited if one.status is not Status.MISSING}
        lost = {one.citation.target for one in self._cited if one.status is Status.MISSING and not self.is_none(one)}
        return len(named) > 1 or len(answered) < MOST * (len(answered) + len(lost))

    @cached_property
    def _own(self) -> list[str]:
        return [key for entry in self._x.document.entries for key in (entry.entry_id, *entry.aliases)]

    @cached_property
    def _families(self) -> set[str]:
        return {_family(key) for key in self._own}

    @cached_property
    def _shapes(self) -> set[str]:
        return {_shape(key) for key in self._own}

    @cached_property
    def _missing_families(self) -> Counter[str]:
        missing = {one.citation.target or "" for one in self._cited if one.status is Status.MISSING}
        return Counter(map(_family, missing))

    @cached_property
    def _others_undated(self) -> bool:
        dated = sum(YEAR.search(key) is not None for key in self._own)
        missing = {one.citation.target or "" for one in self._cited if one.status is Status.MISSING}
        return dated >= NEARLY_ALL * len(self._own) and sum(not YEAR.search(key) for key in missing) >= SEVERAL

    @cached_property
    def _cited(self) -> list[Resolved]:
        return [one for one in self._x.resolved if one.citation.kind is CitationKind.KEY]


def _family(key: str) -> str:
    match = FAMILY.match(key)
    return match.group(1) if match else ""


def _shape(key: str) -> str:
    """A key with its runs of letters and of digits as one sign each: ``a0`` of ``doe2020``."""
    return re.sub(r"\d+", "0", re.sub(r"[^\W\d_]+", "a", key))


def _text_before(one: Resolved) -> str:
    span = one.citation.span
    start = one.note.body.start if one.note is not None else 0
    return span.source.text[max(start, span.start - BEFORE) : span.start]


def _bracketed(one: Resolved) -> bool:
    """Whether a key stands in brackets, or begins a note."""
    if one.bracket is not None and one.bracket.span.text.startswith("["):
        return True
    return one.note is not None and OPENING.search(_text_before(one)) is not None


def _behind_caption(one: Resolved) -> bool:
    """Whether ``Figure`` or its like stands before a key."""
    return re.search(rf"(?<!\w){any_of('caption_words')}\s*\Z", _text_before(one), re.IGNORECASE) is not None
