"""References whose title or publication is translated, seen beside the same source in the other version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from citecheck.checks.style.vocabulary import Vocabulary
from citecheck.languages import Language
from citecheck.languages.folding import fold
from citecheck.model.citations import Citations, Work
from citecheck.model.finding import Place
from citecheck.model.reference import Reference
from citecheck.model.source import Span

PARTS = re.compile(
    r"[ \t\n\u00a0\u202f]{0,3}:[ \t\n\u00a0\u202f]{1,3}|[ \t\n\u00a0\u202f]{1,3}[–—-][ \t\n\u00a0\u202f]{1,3}"
)
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 600
"""Characters of a title that are looked at."""
ORDINARY = 2
"""Uses of a word in lower case from which it is a word of the language and no name."""
NAMED = 8
"""Letters of the name of a publication from which an address that holds them is no coincidence."""


class Translated(Struct, frozen=True):
    """What is translated in one version: ``message`` tells whether half a title or the name of a publication, ``better``
    is how the other version has it."""

    message: str
    place: Place
    better: str
    twin: Place


def translated(here: Vocabulary, there: Vocabulary) -> Iterator[Translated]:
    """The titles and names of publications that one version has by half or wholly translated."""
    left, right = _by_address(here.version), _by_address(there.version)
    pairs = [(left[key], right[key]) for key in left if key in right]
    for one, other in pairs:
        if _differ(one.reference, other.reference):
            yield from _judged(one, other, here, there)
            yield from _judged(other, one, there, here)


def _judged(own: Work, twin: Work, here: Vocabulary, there: Vocabulary) -> Iterator[Translated]:
    version, other = here.version, _place(twin, there.version, twin.reference.title_span or twin.reference.span)
    title, whole = own.reference.title_span, twin.reference.title
    if title is not None and whole and _half(own.reference.title or "", whole, here, there):
        yield Translated("half", _place(own, version, title), " ".join(whole.split()), other)
    name = _publication(own.reference, twin.reference, (here.tongue, there.tongue))
    if name is not None:
        printed, better = name
        yield Translated("publication", _place(own, version, _part(own.reference, printed)), better, other)


def _by_address(version: Citations) -> dict[tuple[str, str], Work]:
    """The sources of a version by address and year, where only one has both."""
    found: dict[tuple[str, str], Work] = {}
    several = set()
    for work in version.works:
        key = work.reference.url or "", work.reference.year or ""
        if not all(key):
            continue
        if key in found:
            several.add(key)
        found[key] = work
    return {key: work for key, work in found.items() if key not in several}


def _differ(one: Reference, other: Reference) -> bool:
    return one.title != other.title or _names(one) != _names(other)


def _names(one: Reference) -> tuple[str, ...]:
    return tuple(name for name in (one.container, one.publisher) if name)


def _half(title: str, whole: str, here: Vocabulary, there: Vocabulary) -> bool:
    """Whether a part of a title stands as in the other version's, where another part is translated."""
    parts, others = (PARTS.split(one[:LONGEST].strip(" *_.")) for one in (title, whole))
    if len(parts) != len(others) or len(parts) < 2:
        return False
    pairs = list(zip(parts, others, strict=True))
    kept = [one for one, other in pairs if fold(one) == fold(other)]
    changed = [(one, other) for one, other in pairs if fold(one) != fold(other)]
    languages = here.tongue, there.tongue
    return (
        bool(changed)
        and any(WORD.search(part) for part in kept)
        and all(_speaks(one, languages) and not _shares(one, other) for one, other in changed)
        and any(_common(part, here, there) for part in kept)
    )


def _common(part: str, here: Vocabulary, there: Vocabulary) -> bool:
    """Whether words of one version are common words of the other version's language, and no name: names stay as they
    are in every translation."""
    words = [word.casefold() for word in WORD.findall(part) if len(word) > 3]
    if len(words) < 2 or any(there.prose.get(word, 0) < ORDINARY for word in words):
        return False
    foreign = [word for word in words if not here.prose.get(word)]
    return 2 * len(foreign) >= len(words) and not any(part in text for text in here.running)


def _speaks(text: str, languages: tuple[Language, Language]) -> bool:
    """Whether a text has small words of the first language, and more than of the second."""
    words = [word.casefold() for word in WORD.findall(text)]
    own, other = (sum(word in one.stop_words | one.function_words for word in words) for one in languages)
    elided = sum(f"{word}'" in languages[0].stop_words for word in words)
    return own + elided > other


def _shares(one: str, other: str) -> bool:
    """Whether two texts have half of their longer words in common, as a title in another wording has."""
    words, others = ({word for word in fold(text).split() if len(word) > 3} for text in (one, other))
    return 2 * len(words & others) >= min(len(words), len(others)) > 0


def _publication(own: Reference, twin: Reference, languages: tuple[Language, Language]) -> tuple[str, str] | None:
    """The name of a publication in translation, and the one that its address bears.

    Names that begin with an article are those of newspapers and journals; bodies have names in several languages.
    """
    host = _host(own.url or "")
    for other in _names(twin):
        words = WORD.findall(other)
        joined = fold(other).replace(" ", "")
        articled = len(words) > 1 and words[0].casefold() in languages[1].function_words
        if not articled or len(joined) < NAMED or joined not in host:
            continue
        for name in _names(own):
            differs = fold(name).replace(" ", "") not in host
            if differs and _speaks(name, languages) and fold(other) not in fold(own.span.text):
                return name, other
    return None


def _host(url: str) -> str:
    try:
        return fold(urlsplit(url).netloc).replace(" ", "")
    except ValueError:
        return ""


def _place(work: Work, version: Citations, span: Span) -> Place:
    thing = work.entry or work.note
    return Place.of(thing, version.lang, span) if thing is not None else Place(span, version.lang)


def _part(reference: Reference, text: str) -> Span:
    """Where a reference prints a text; all of it where it does so in other letters."""
    at = reference.span.text.find(text)
    return reference.span.part(at, at + len(text)) if at >= 0 else reference.span
