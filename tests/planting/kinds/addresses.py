"""Errors in URLs: in those of the document, and in some that are put at the ends of entries."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from tests.planting.carriers import Carrier, bilingual, carried
from tests.planting.documents import Clean
from tests.planting.plants import Change, kind, make, shuffled

URL = re.compile(r"https?://[^\s<>\[\]()]*[^\s<>\[\]().,;:]")
PLACES = (
    "https://www.harbour-archive.example/reports/2019/annual-survey-3.pdf",
    "https://data.northern-press.example/series/salvage?item=1204&lang=all",
    "https://doi.org/10.9999/ledger.2019.44",
    "https://www.marsh-institute.example/papers/wp-17/index.html",
)


def carrier(clean: Clean, form: str) -> Carrier:
    """The document with URLs at the ends of its first entries that have none; ``form`` has a place for each."""
    if bilingual(clean):
        return Carrier(clean, ((0, len(clean.text)),))
    free = [one for one in clean.entries if not URL.search(clean.text, one.start, one.end) and not one.further]
    free = [one for one in free if "doi:" not in clean.text[one.start : one.end]][: len(PLACES)]
    passages = [(one.end, " " + form.format(place)) for one, place in zip(free, PLACES, strict=False)]
    made = carried(clean, passages)
    return Carrier(made.clean, ((0, len(made.clean.text)),))


def _urls(ground: Carrier, chance: random.Random, pattern: str = "") -> list[re.Match[str]]:
    found = [one for one in URL.finditer(ground.clean.text) if re.search(pattern, one.group())]
    return shuffled(chance, [one for one in found if _alike(ground.clean.text, one)])


def _alike(text: str, match: re.Match[str]) -> bool:
    """Whether a URL is not that of a link that prints another one, or the same one otherwise, which has its own defect."""
    link = re.search(r"\[([^\[\]]*)\]\(\Z", text[: match.start()])
    behind = re.match(r"[^\[\]()]*\]\(([^()\s]*)\)", text[match.end() :])
    other = link.group(1) if link and "/" in link.group(1) else behind.group(1) if behind else match.group()
    return "\\" not in match.group() and other == match.group()


def _everywhere(
    ground: Carrier, match: re.Match[str], new: str
) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
    """The edits that change a URL where it stands, in both places of a link that prints what it opens."""
    line_end = ground.clean.text.find("\n", match.start())
    same = [
        one.span()
        for one in re.finditer(re.escape(match.group()), ground.clean.text[: line_end if line_end >= 0 else None])
        if abs(one.start() - match.start()) < 2 * len(match.group()) + 8
    ]
    return [(*one, new) for one in same], same


def _changed(
    clean: Clean, chance: random.Random, change: Callable[[str], str], pattern: str = "", form: str = "{}"
) -> Iterator[Change]:
    ground = carrier(clean, form)
    for match in _urls(ground, chance, pattern):
        new = change(match.group())
        if new != match.group():
            edits, spots = _everywhere(ground, match, new)
            yield make(ground.clean, new, edits, spots)


@kind("URL: scheme misspelt", "URL001")
def scheme(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The address begins with something that is nearly a scheme."""
    starts = ("htpp://", "htps://", "https//", "https:/", "htttp://", "ttps://")
    yield from _changed(clean, chance, lambda url: re.sub(r"^https?://", chance.choice(starts), url))


@kind("URL: scheme doubled", "URL001")
def doubled(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The address begins twice."""
    starts = ("https://https://", "http://https://", "https://http://", "https://https//")
    yield from _changed(clean, chance, lambda url: re.sub(r"^https?://", chance.choice(starts), url))


@kind("URL: space inside", "URL001")
def spaced(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """There is a space in an address that angle brackets enclose."""
    ground = carrier(clean, "<{}>")
    for match in _urls(ground, chance):
        places = [at.start() for at in re.finditer(r"(?<=[/\-=])(?=\w)", match.group()) if at.start() > 8]
        enclosed = ground.clean.text[match.start() - 1] == "<"
        if places and enclosed:
            at = match.start() + chance.choice(places)
            yield make(ground.clean, match.group(), [(at, at, " ")], [match.span()])


@kind("URL: no host", "URL001")
def hostless(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The host has gone from an address, or its last part."""
    yield from _changed(
        clean,
        chance,
        lambda url: re.sub(r"//[^/]+/", chance.choice(("///", "//www/", "//www./")), url, count=1),
        r"//[^/]+/",
    )


@kind("URL: tracking parameters", "URL002")
def tracked(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The address says where its reader came from."""
    tails = (
        "utm_source=newsletter&utm_medium=email",
        "fbclid=IwAR0x9f3k2",
        "gclid=Cj0KCQ",
        "cmpid=rss",
        "utm_campaign=x",
    )
    yield from _changed(
        clean,
        chance,
        lambda url: url + ("&" if "?" in url else "?") + chance.choice(tails),
        r"^(?!.*(?:doi\.org|#))",
    )


@kind("URL: link opens another", "URL003")
def link_differs(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A link prints one address and opens another."""
    ground = carrier(clean, "[{0}]({0})")
    for match in _urls(ground, chance):
        if ground.clean.text[match.start() - 1] != "(" or ground.clean.text[match.start() - 2] != "]":
            continue
        url = match.group()
        digits = [at for at, char in enumerate(url) if char.isdigit() and at > 8]
        letters = [at for at, char in enumerate(url) if char.isalpha() and "/" in url[8:at]]
        if not letters:
            continue
        at = chance.choice(digits if digits and chance.random() < 0.5 else letters)
        new = str((int(url[at]) + 1) % 10) if url[at].isdigit() else ""
        changed = url[:at] + new + url[at + 1 :]
        end = match.start() - 2
        start = end - len(url)
        if ground.clean.text[start:end] != url:
            continue
        spot = [(start - 1, match.end() + 1)]
        edit = (start, end, changed) if chance.random() < 0.5 else (*match.span(), changed)
        yield make(ground.clean, changed, [edit], spot)


@kind("URL: outdated resolver", "URL004")
def resolver(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A DOI stands behind an address of old."""
    for start in shuffled(chance, ("http://dx.doi.org/", "https://dx.doi.org/", "http://doi.org/")):
        yield from _changed(
            clean,
            chance,
            lambda url, start=start: re.sub(r"^https://doi\.org/", start, url),
            r"^https://doi\.org/",
        )


SESSIONS: Sequence[Callable[[str], str]] = (
    lambda url: "https://www.google.com/search?q=annual+survey+of+salvage",
    lambda url: re.sub(r"(?=\?|$)", ";jsessionid=3F2A9C11D0", url, count=1),
    lambda url: url + ("&" if "?" in url else "?") + "PHPSESSID=8f3a2b7c9d1e",
    lambda url: "https://global.factiva.com/ar/default.aspx",
    lambda url: re.sub(r"^https?://(?:www\.)?([^/]+?)(?=/)", r"https://www-\1.ezproxy.univ.example", url),
    lambda url: "https://www.bing.com/search?q=salvage&form=QBLH",
)


@kind("URL: bound to a session", "URL005")
def session(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The address leads its author somewhere, and nobody else."""
    yield from _changed(
        clean,
        chance,
        lambda url: chance.choice(SESSIONS)(url),
        r"^(?!.*(?:doi\.org|#))https?://[^/]+/",
    )
