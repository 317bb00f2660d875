"""Findings about links: one for each URL, with all the places that print it in every language, and its fix."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from citecheck.checks.addresses.parts import Printed, printed, url_key
from citecheck.model.finding import Confidence, Finding, Fix, Place, Value
from citecheck.model.links import Link, LinkReport, LinkStatus, redacted
from citecheck.model.rule import Rule

URL = "https://quai.example/a"
TEXT = f"See <{URL}>.\n"
"""What the examples of the rules ask for, and the document that prints it."""


class Told(Struct, frozen=True):
    """A link and where it is printed: in each language that prints it, in reading order."""

    link: Link
    printed: tuple[tuple[str, Printed], ...]

    def finding(
        self,
        rule: Rule,
        message: str,
        *,
        fix: Callable[[str], str] | None = None,
        safe: bool = False,
        confidence: Confidence = Confidence.CERTAIN,
        **values: Value,
    ) -> Finding:
        """The finding of a rule about this link. ``fix`` changes the address as it is printed, with escapes or without."""
        (_, first), *others = self.printed
        edits = tuple(edit for _, one in self.printed for edit in one.fix(fix).edits) if fix is not None else ()
        return rule.finding(
            list(map(_shown, first.places)),
            message,
            subject=self.link.url,
            about=[url_key(lang, self.link.url) for lang, _ in self.printed],
            because=(),
            related=(),
            counterparts=[_shown(place) for _, one in others for place in one.places],
            confidence=confidence,
            severity=None,
            fix=Fix(edits, safe) if edits else None,
            url=redacted(self.link.url),
            reason=self.link.reason,
            **values,
        )


def told(report: LinkReport, statuses: Iterable[LinkStatus]) -> Iterator[Told]:
    """The links with one of these verdicts, in reading order."""
    wanted = frozenset(statuses)
    yield from where(report, lambda link: link.status in wanted)


def where(report: LinkReport, wanted: Callable[[Link], bool]) -> Iterator[Told]:
    """The links that are wanted, in reading order."""
    chosen = {link.url: link for link in report.links if wanted(link)}
    if not chosen:
        return
    found: dict[str, list[tuple[str, Printed]]] = {url: [] for url in chosen}
    for document in report.documents:
        for one in printed(document):
            if one.target in found:
                found[one.target].append((document.lang, one))
    for url, ones in found.items():
        if ones:
            yield Told(chosen[url], tuple(ones))


def lost(rule: Rule, one: Told, message: str) -> Finding:
    """The finding about a page that is gone, with the archived copy, where one was found, as hint and as fix."""
    copy = one.link.archived
    if copy is None:
        return one.finding(rule, message)
    return one.finding(rule, "archived", fix=to(copy.url), day=copy.day, copy=copy.url)


def to(new: str) -> Callable[[str], str]:
    """The change that puts another address in the place of the printed one.

    Brackets that do not match would end a link in Markdown before its address ends.
    """
    safe = new
    if not _balanced(new):
        safe = new.replace("(", "%28").replace(")", "%29")
    scheme, sign, rest = safe.partition("://")
    # Brackets around the number of a host stay.
    end = next((at for at, char in enumerate(rest) if char in "/?#"), len(rest))
    safe = scheme + sign + rest[:end] + rest[end:].replace("[", "%5B").replace("]", "%5D")
    return lambda _: safe


def _balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0


def _shown(place: Place) -> Place:
    """The place without the user name and password that an address may hold: excerpts are printed."""
    text = place.span.text
    match = re.search(r"://[^/?#\s\])>]*@", text)
    return place.within(place.span.part(match.end(), len(text))) if match is not None else place
