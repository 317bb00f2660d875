"""Comparing names: the cited authors against those of a source, and how one name may be a misspelling of another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from citecheck.languages import words
from citecheck.languages.folding import fold
from citecheck.model.reference import Person, Reference

Bearer = TypeVar("Bearer")
SHORTEST = 5
"""Letters of a name below which another spelling is another name."""
SLIP = 2
"""The most edits of a slip of the pen."""

ACRONYM_FIRST = re.compile(r"([A-Z][\w.&-]{1,12})\s+\(([^()]{8,160})\)")


@lru_cache(maxsize=65_536)
def _name_words(text: str) -> tuple[str, ...]:
    joined = {fold(word) for word in words("conjunctions")}
    return tuple(word for word in fold(text).split() if word not in joined)


def full_name(text: str) -> str:
    """A whole author list folded, without its conjunctions."""
    return " ".join(_name_words(text))


def without_parentheses(text: str) -> str:
    """A name without what stands in brackets: its acronym, or what the acronym stands for."""
    return re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", text)


@lru_cache(maxsize=16_384)
def acronyms(text: str) -> frozenset[str]:
    """The acronyms by which a corporate name may be cited: the one in parentheses behind it, and its initials; where
    the acronym comes first (``ABC (Agency of Broad Canals)``), that and what it stands for."""
    found = {fold(match) for match in re.findall(r"[(\[]([A-Z][\w.&-]{1,12})[)\]]", text)}
    spelt_out = ACRONYM_FIRST.fullmatch(text.strip())
    if spelt_out is not None:
        return frozenset({fold(spelt_out.group(1)), full_name(spelt_out.group(2))})
    small = {fold(word) for word in (*words("connectors"), *words("conjunctions"))}
    initials = [word[0] for word in fold(without_parentheses(text)).split() if word not in small]
    if len(initials) >= 3:
        found.add("".join(initials))
    return frozenset(found)


def same_person(cited: Person, known: Person) -> bool:
    """Whether the cited name is that of the known person: the family names agree, and given names where both have
    them."""
    family, other = fold(cited.family), fold(known.family)
    if family == other:
        return not (cited.given and known.given) or _given_agree(cited.given, known.given)
    whole = fold(f"{cited.given} {cited.family}")
    if whole in (fold(f"{known.given} {known.family}"), fold(f"{known.family} {known.given}")):
        return True
    if cited.given and not known.given and other.endswith(" " + family):
        # "J.-B. de la Tour" for "Jean-Baptiste de la Tour".
        return _given_agree(cited.given, known.family)
    if _ends_name(cited, known):
        return True
    return not known.corporate and bool(known.given) and _is_given_first(family, known)


def _is_given_first(name: str, known: Person) -> bool:
    """Whether a name is written in one with its given names before it: "Jane Doe" for "Doe, J."."""
    given, _, last = name.rpartition(" ")
    return bool(given) and last == fold(known.family) and _given_agree(given, known.given)


def _ends_name(cited: Person, known: Person) -> bool:
    """Whether a cited family name is the end of a known name: "Edwards" of "Cox Edwards, Ann", "Van Loo" of "Karel Van
    Loo".

    One word of a name with given names must be of its family name: "Doe" is not "Ann, Doe"."""
    if cited.given or cited.corporate or known.corporate:
        return False
    family = fold(cited.family)
    name = fold(known.family if known.given and " " not in family else f"{known.given} {known.family}")
    before = name.removesuffix(f" {family}")
    return before != name and len([word for word in before.split() if len(word) > 1]) <= 2


def is_family_first(cited: Person, known: Person) -> bool:
    """Whether a cited name may be the family name that a known one begins with: "Lin" of "Lin Hao", "Soler" of "Soler Vidal,
    Ana"."""
    if cited.given or cited.corporate or known.corporate:
        return False
    first, _, others = fold(known.family).partition(" ")
    return fold(cited.family) == first and 1 <= len(others.split()) <= 2


def _given_agree(one: str, other: str) -> bool:
    return fold(one)[:1] == fold(other)[:1]


def score(authors: Sequence[Person], text: str, et_al: bool, reference: Reference) -> int:
    """How well cited authors fit a source: 4 all of them, 3 as an acronym or a long ``et al.``, 2 only the first ones,
    0 not at all. ``text`` is the author list as cited."""
    if not reference.authors:
        return 0
    return _score_of_list(text, et_al, reference) or _score_of_persons(authors, et_al, reference)


def _score_of_list(text: str, et_al: bool, reference: Reference) -> int:
    """How well an author list fits a source's as one name."""
    cited, known = full_name(text), full_name(reference.author_text)
    if not cited:
        return 0
    if cited in (known, full_name(without_parentheses(reference.author_text))):
        return 4
    return 3 if not et_al and (cited in acronyms(reference.author_text) or known in acronyms(text)) else 0


def _score_of_persons(authors: Sequence[Person], et_al: bool, reference: Reference) -> int:
    """How well authors fit those of a source one by one."""
    if not authors or len(authors) > len(reference.authors):
        return 0
    pairs = tuple(zip(authors, reference.authors, strict=False))
    if not all(same_person(*pair) for pair in pairs):
        return 1 if all(same_person(*pair) or is_family_first(*pair) for pair in pairs) else 0
    if et_al:
        return 4 if len(reference.authors) > 2 or reference.et_al else 3 if len(reference.authors) == 2 else 1
    return 4 if len(authors) == len(reference.authors) else 2


def misspelling(cited: str, known: str) -> int | None:
    """How far a cited name is from a known one, as a slip of the pen: 1 for one edit, one transposition or one letter
    moved, 2 for two edits, None where it is another name."""
    one, other = _joined(cited), _joined(known)
    if one == other or not _comparable(one, other):
        return None
    distance = OSA.distance(one, other, score_cutoff=SLIP)
    if distance <= 1:
        return 1
    # One letter of a name may be two of its plain form: "ß" is "ss".
    if distance == 2 and (Counter(one) == Counter(other) or OSA.distance(cited.lower(), known.lower()) <= 1):
        return 1
    if distance == 2 and min(len(one), len(other)) >= 8 and one[:1] == other[:1]:
        return 2
    return None


def _comparable(one: str, other: str) -> bool:
    """Whether one name may be a slip of another: both long enough, the longer where already the first letter
    differs."""
    return min(len(one), len(other)) >= SHORTEST and (one[:1] == other[:1] or len(one) >= 7)


def as_cited(cited: Person, known: Person) -> str:
    """The known family name in as many words as are cited: "Harper" of "Lowe Harper", where only its end is read."""
    whole = known.family
    if known.corporate or " " in cited.family or misspelling(cited.family, whole) is not None:
        return whole
    return whole.rpartition(" ")[2]


class Spellings(Generic[Bearer]):
    """Names with what bears them, by their length."""

    def __init__(self) -> None:
        self._names: dict[int, list[str]] = {}
        self._bearers: dict[str, list[Bearer]] = {}

    def add(self, name: str, bearer: Bearer) -> None:
        """Adds a name; one name may have several bearers."""
        plain = _joined(name)
        if plain not in self._bearers:
            self._names.setdefault(len(plain), []).append(plain)
        self._bearers.setdefault(plain, []).append(bearer)

    def near(self, name: str) -> Iterator[Bearer]:
        """The bearers of names that `misspelling` may take for this one, and of some others."""
        plain = _joined(name)
        for length in range(len(plain) - SLIP, len(plain) + SLIP + 1):
            names = self._names.get(length, ())
            for near, *_ in process.extract(plain, names, scorer=OSA.distance, score_cutoff=SLIP, limit=None):
                yield from self._bearers[near]


def _joined(name: str) -> str:
    return fold(name).replace(" ", "")
