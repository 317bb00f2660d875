"""Author lists: ``Doe, J. & Roe, R.``, ``Doe J., Roe R.``, ``Jane Doe and Richard Roe``, ``Doe et al.``, corporate names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain

from msgspec import Struct

from citecheck.languages.letters import UPPER
from citecheck.languages.patterns import any_of
from citecheck.model.reference import Person
from citecheck.parse.generations import without_generations
from citecheck.parse.mended import mended
from citecheck.parse.particles import joined, particle_behind
from citecheck.parse.words import (
    body_words,
    conjunction,
    connectors,
    editor,
    editor_unstopped,
    elided,
    et_al,
    is_particle,
    not_authors,
    saints,
)

INITIALS = re.compile(rf"(?:[{UPPER}][a-zà-öø-ÿ]?\.[ \u00a0]?-?[ ]?){{1,5}}[{UPPER}]?")
"""The stop of the last one may have been forgotten."""
BARE_INITIALS = re.compile(rf"[{UPPER}]{{1,3}}")
WORD = re.compile(r"[^\s,;&]+")
ACRONYM = re.compile(r"\s*[(\[][A-Z][\w.&-]{1,12}[)\]]")
LAST_INITIAL = re.compile(rf"(?<![^\W\d_])[{UPPER}]$")
STOPPED = re.compile(r"(?<![\s,.:*_])\.[\s,.:*_]*$")
LEFT_OUT = re.compile(r",\s*(?:\.\s?\.\s?\.|…)\s*(?:&\s*)?(?=[^\W\d_])")
POSSESSIVE = re.compile(r"(?<!\bd)['’]s?(?=[\s,(]*$)")
SET_APART = re.compile(r"\s*;\s*|\s+/\s+")
LONGEST, LONGEST_WHOLE = 24, 160
"""Words of an author list beyond which it is prose; in whole references, where all the authors may be named, of one with
initials, or with a conjunction between any two."""
LONE_INITIAL = re.compile(rf"[{UPPER}](?:-[{UPPER}])?")
TRAILING = re.compile(rf"(?![IVX]+\Z)[{UPPER}](?:-?[{UPPER}])?")
"""Initials without stops behind a family name, and no number in Roman numerals."""


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(rf"[*_'’\"(]*(?:{elided()}|{any_of('joined_particles')})?[{UPPER}]")


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital, perhaps behind a sign or an article that is glued to it."""
    return _capital().match(word) is not None


@cache
def _company() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('companies')}\b\.?$")


class Authors(Struct, frozen=True):
    """An author list as read: the persons, whether ``et al.`` follows them, and whether it is plainly a list of names
    (``sure``) or holds lower-case words that only a corporate name has."""

    persons: tuple[Person, ...]
    et_al: bool
    sure: bool


def read_authors(text: str, *, whole: bool) -> Authors | None:
    """The author list that ``text`` is, or None where it is none.

    ``whole`` tells a whole reference, where ``Doe, Jane`` is one person, from a short citation, where ``Doe, Roe`` are two.
    """
    named = _names_alone(mended(text.replace("&amp;", "&")), whole)
    stripped = named.replace("*", " ").replace("_", " ").replace("\n", " ").strip(" ,.:\u00a0")
    if not stripped:
        return None
    stop = STOPPED.search(named) if LAST_INITIAL.search(stripped) else None
    if stop is not None and named[: stop.start()].endswith(stripped[-1]):
        stripped += "."
    others = next((match for match in et_al().finditer(stripped) if not stripped[match.end() :].strip(" .,*_")), None)
    stripped = _edited().sub("", stripped if others is None else stripped[: others.start()].rstrip(" ,"))
    many = whole and (has_initials(stripped) or len(conjunction().findall(stripped)) > 1)
    sure = _sure(stripped, LONGEST_WHOLE if many else LONGEST)
    if sure is None:
        return None
    return Authors(_persons(stripped, whole), others is not None, sure)


def _names_alone(text: str, whole: bool) -> str:
    """A list of names without what stands beside them. Most have no such sign: asking costs less than searching."""
    if "(" in text or "[" in text:
        text = ACRONYM.sub("", text)
    if "'" in text or "’" in text:
        text = POSSESSIVE.sub("", text)
    if whole:
        # "Doe, J., Roe, R., ... Poe, E.": the authors between are left out.
        text = LEFT_OUT.sub(", ", text)
    return without_generations(text, whole=whole)


def read_persons(text: str, whole: bool = False) -> tuple[tuple[Person, ...], bool, bool] | None:
    """The persons of a list of names, whether ``et al.`` follows them, and whether they are plainly persons; None where
    the text is no list of names. ``whole`` as for `read_authors`."""
    if "\n\n" in text:
        return None
    authors = read_authors(text, whole=whole)
    return (authors.persons, authors.et_al, authors.sure) if authors and authors.persons else None


@cache
def _edited() -> re.Pattern[str]:
    # Behind a comma, the stop may have gone with what follows: "Doe, dir., 2009".
    unstopped = rf"(?:(?<=,)|(?<=\s)\s*,)\s*(?-i:{editor_unstopped()})"
    # The first character comes before the look-behind so that the engine can skip to it quickly.
    return re.compile(rf"[\s,](?<![\s,][\s,])(?:[\s,]*{editor()}|{unstopped})\s*$", re.IGNORECASE)


def is_initials(text: str) -> bool:
    """Whether the text is nothing but initials, with or without stops: ``D.C.``, ``J.-P.``, ``JP``."""
    if text.strip() in saints():
        return False
    return bool(INITIALS.fullmatch(text.strip() + " ") or INITIALS.fullmatch(text.strip()))


def has_initials(text: str) -> bool:
    """Whether a name in the text is followed or preceded by initials: the sign of a whole reference."""
    return "." in text and any(is_initials(part) for part in WORD.findall(text))


def _sure(text: str, longest: int) -> bool | None:
    """Whether a text is plainly a list of names (True), or a body's (False); None where it is neither."""
    words = WORD.findall(text)
    if not words or len(words) > longest or "://" in text or not _begins_name(words) or _is_no_author(words):
        return None
    plain = sum(map(_is_plain, words))
    if not plain:
        return True
    # A corporate name has a few lower-case words ("Ministère des armées"); a sentence has many.
    return False if plain * 2 <= len(words) <= 14 else None


def _is_plain(word: str) -> bool:
    """Whether a word is in lower case, and none that stands in names."""
    return not is_capital(word) and not re.fullmatch(r"\d{1,2}", word) and word.casefold() not in connectors()


def _begins_name(words: Sequence[str]) -> bool:
    """Whether the first word has a capital, or the first one behind particles has."""
    return is_capital(words[0]) or is_capital(next((word for word in words if not is_particle(word)), ""))


def _is_no_author(words: Sequence[str]) -> bool:
    """Whether the words are all of those that no author is called by, and numbers."""
    if len(words) == 1 and words[0].casefold().strip("'’*_(\"").rstrip(".") in not_authors():
        return True
    return all(word.casefold().rstrip(".") in not_authors() or word.isdigit() for word in words)


def _persons(text: str, whole: bool) -> tuple[Person, ...]:
    """The persons of a list of names, or the body that it is."""
    chunks = _chunks(text)
    if _is_body(text, chunks, whole):
        return (Person(" ".join(text.split()), corporate=True),)
    inverted = _first_inverted(chunks) if whole and ";" not in text else ()
    if inverted:
        return inverted
    shortest = 2 if whole and _has_capitals(text) else 4
    persons: list[Person] = []
    for chunk in chunks:
        persons += _of_chunk(chunk, whole, shortest)
    spoken = (
        [person for person in persons if not _is_as_spoken(person, text)] if whole and len(persons) > 1 else persons
    )
    natural = whole and len(persons) > 1 and len(spoken) > 0 and all(map(_is_full_name, spoken))
    return tuple(map(_split, persons)) if natural else tuple(persons)


def _chunks(text: str) -> list[str]:
    """The pieces of a list of names between semicolons, slashes and conjunctions."""
    return [chunk for piece in SET_APART.split(text) for chunk in conjunction().split(piece) if chunk.strip(" ,")]


def _parts(chunk: str) -> list[str]:
    """The pieces of a chunk between commas."""
    return [" ".join(part.split()) for part in chunk.split(",") if part.strip(" .")]


def _has_capitals(text: str) -> bool:
    """Whether a word of four letters or more is in capitals: family names are printed so."""
    return any(len(word) > 3 and _is_in_capitals(word) for word in re.split(r"[\s,;-]+", text))


def _is_body(text: str, chunks: Sequence[str], whole: bool) -> bool:
    """Whether a list of names is the name of one body."""
    if _company().search(text) or (whole and _is_corporate(text)):
        return True
    return len(chunks) > 1 and _corporate_join(text, chunks)


def _is_in_capitals(word: str) -> bool:
    return word.isupper() and word.replace("-", "").isalpha()


def _of_chunk(chunk: str, whole: bool, shortest: int) -> list[Person]:
    """The persons between two conjunctions; in a ``whole`` reference a family name may stand before its given name there."""
    parts = _parts(chunk)
    persons: list[Person] = []
    for place, part in enumerate(parts):
        previous = persons[-1] if persons else None
        alone = whole and place == 1 and len(parts) == 2
        given, particle = particle_behind(part)
        if previous is not None and _goes_with(previous, given, whole, alone):
            persons[-1] = Person(joined(particle, previous.family), given)
        elif part:
            persons.append(_person(part, shortest))
    return persons


def _goes_with(previous: Person, part: str, whole: bool, alone: bool) -> bool:
    """Whether what stands behind a comma belongs to the name before it: initials, or given names."""
    if whole and _is_capitals_first(previous, part):
        return True
    if previous.given:
        return False
    if is_initials(part) or _bare(part, previous):
        return True
    words = part.split()
    single = " " not in previous.family and not previous.family.isupper()
    return alone and single and len(words) <= 3 and all(map(is_capital, words))


def _split(person: Person) -> Person:
    """A full name in its natural order as given names and family name."""
    if person.given:
        return person
    given, _, family = person.family.rpartition(" ")
    return Person(family, given)


def _is_as_spoken(person: Person, text: str) -> bool:
    """Whether a name stands in the text with its initials in front: ``J.J. Doe``."""
    return bool(person.given) and not person.corporate and f"{person.given} {person.family}" in " ".join(text.split())


def _is_capitals_first(previous: Person, part: str) -> bool:
    """``DOE, Jane``: a family name in capitals, then given names that are not."""
    if previous.given or previous.corporate or not previous.family.isupper() or len(previous.family) < 3:
        return False
    words = part.split()
    return len(words) <= 3 and all(is_capital(word) and not (word.isupper() and len(word) > 2) for word in words)


def _first_inverted(chunks: Sequence[str]) -> tuple[Person, ...]:
    """``Doe, Jane, Richard Roe, and Ann Poe``: only the first name is inverted, as Chicago has it; none where it is not so."""
    first, *further = map(_parts, chunks)
    if len(first) < 2:
        return ()
    family, given, *others = chain(first, *further)
    if not _is_family(family) or not _is_given(given, alone=" " in family):
        return ()
    natural = [natural_name(other) for other in others]
    if not natural and " " not in family:
        return ()
    return (Person(family, given), *filter(None, natural)) if all(natural) else ()


def _is_family(text: str) -> bool:
    """One to three words none of which is an initial, the last one capitalised: ``Cox Edwards``, ``de la Tour``."""
    words = text.split()
    own = [word for word in words if not is_particle(word)]
    return (
        1 <= len(own) <= 3
        and len(words) <= 4
        and not any(is_initials(word) or word.isupper() for word in words)
        and all(is_capital(word) for word in own)
    )


def _is_given(text: str, *, alone: bool) -> bool:
    """Given names: one to three words; ``alone`` where more than one in full would be a name in its natural order."""
    words = text.split()
    full = [word for word in words if not _is_initial(word)]
    begun = full[:1] == words[:1] or (len(words) == 2 and full == words[1:])
    if not 1 <= len(words) <= 4 or not begun:
        return False
    return 1 <= len(full) <= (1 if alone else 2) and all(is_capital(word) and not word.isupper() for word in full)


def _is_initial(word: str) -> bool:
    return is_initials(word) or LONE_INITIAL.fullmatch(word) is not None


def natural_name(text: str) -> Person | None:
    """``Arjun S. Bedi``, ``Hein de Haas``: the given names, then the family name with its particles."""
    words = text.split()
    if not 2 <= len(words) <= 6 or is_initials(words[-1]) or words[-1].isupper():
        return None
    if not all(is_capital(word) or is_particle(word) for word in words):
        return None
    first = len(words) - 1
    while first > 1 and is_particle(words[first - 1]):
        first -= 1
    return Person(" ".join(words[first:]), " ".join(words[:first]))


def _is_full_name(person: Person) -> bool:
    """Two or three capitalised words: a given name and a family name, where all authors of a list are like that."""
    words = person.family.split()
    full = [word for word in words if not is_initials(word)]
    plain = not person.given and not person.corporate and words[-1:] == full[-1:]
    return plain and len(words) > 1 and len(full) <= 3 and all(map(is_capital, words))


def _bare(part: str, previous: Person) -> bool:
    return bool(BARE_INITIALS.fullmatch(part)) and len(part) <= 2 and not previous.family.isupper()


def _corporate_join(text: str, chunks: Sequence[str]) -> bool:
    """``Ministry of Trade and Industry``: a conjunction inside one name, which has lower-case words before it."""
    first = chunks[0].split()
    lower = [word for word in first if word[:1].islower() and not is_particle(word.strip("'’"))]
    bodily = any(word in body_words() or word not in connectors() for word in lower)
    return "," not in text and "&" not in text and len(first) > 1 and bodily


def _is_corporate(text: str) -> bool:
    """``Department of Health, Education and Welfare``: no initials, and a piece that no person's name is like."""
    if ";" in text or has_initials(text):
        return False
    pieces = [piece for chunk in conjunction().split(text) for piece in chunk.split(",") if piece.strip()]
    return any(
        any(word.casefold() in body_words() for word in piece.split()[1:]) or _lower_start(piece.split())
        for piece in pieces
    )


def _lower_start(words: list[str]) -> bool:
    """Whether a piece begins with lower-case words that no family name begins with (``et de la Mer``)."""
    leading = next((at for at, word in enumerate(words) if not word[:1].islower()), len(words))
    known = all(is_particle(word) for word in words[:leading])
    return leading > 0 and (leading == len(words) or not known)


def _person(part: str, shortest: int = 4) -> Person:
    """One name; words in capitals of ``shortest`` letters and more are its family name."""
    words = part.split()
    if len(words) == 1:
        return Person(part)
    if any(word[:1].islower() and word.casefold() in body_words() for word in words):
        return Person(part, corporate=True)
    return _with_initials(words) or _with_capitals(words, shortest) or Person(part, corporate=_is_long(words))


def _with_initials(words: list[str]) -> Person | None:
    """``J. Doe``, ``Doe J.``, ``Doe JP``."""
    leading = 0
    while leading < len(words) - 1 and is_initials(words[leading]):
        leading += 1
    if leading:
        return Person(" ".join(words[leading:]), " ".join(words[:leading]))
    trailing = len(words)
    while trailing > 1 and is_initials(words[trailing - 1]):
        trailing -= 1
    if trailing == len(words) and _ends_in_initials(words):
        trailing -= 1
    return Person(" ".join(words[:trailing]), " ".join(words[trailing:])) if trailing < len(words) else None


def _ends_in_initials(words: Sequence[str]) -> bool:
    """Whether initials without stops stand behind a family name of one word, or one of several: ``García de Marlow A``."""
    if len(words) == 2:
        return _bare(words[1], Person(words[0]))
    plain = [word for word in words[:-1] if not is_particle(word) and word not in connectors()]
    several = all(is_capital(word) and len(word) > 1 and not word.isupper() for word in plain)
    return several and TRAILING.fullmatch(words[-1]) is not None


def _with_capitals(words: list[str], shortest: int) -> Person | None:
    """``DOE Jane``, ``Jane DOE``."""
    capitals = [word for word in words if len(word) >= shortest and _is_in_capitals(word)]
    given = [word for word in words if word not in capitals]
    if not capitals or not given or len(words) > 4:
        return None
    ordinary = all(is_capital(word) and not word.isupper() for word in given)
    return Person(" ".join(capitals), " ".join(given)) if ordinary else None


def _is_long(words: list[str]) -> bool:
    """Whether a name has more words than a person's, or lower-case ones that are no particles."""
    own = [word for word in words if not is_particle(word) and not is_initials(word)]
    return len(own) > 3 or any(word[:1].islower() for word in own)
