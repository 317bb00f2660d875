"""Errors in pages, in citations and in entries."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from tests.planting.carriers import cited_often, paged
from tests.planting.documents import Cite, Clean
from tests.planting.plants import Change, kind, make, shuffled

ARTICLE = re.compile(r"(?<![\d\-–/])(?P<low>\d{1,4})(?P<dash>[-–])(?P<high>\d{1,4})(?=\)?\.?(?:[ ]|\n|$))")


def _habitual(clean: Clean) -> list[tuple[Cite, re.Match[str]]]:
    """The citations whose pages are labelled ``p.`` like nearly all of their kind, in notes or in brackets."""
    found = []
    pages = paged(clean)
    for cite, match in pages:
        alike = [
            other
            for other, _ in pages
            if (other.note is None) is (cite.note is None) and clean.version(other.start) == clean.version(cite.start)
        ]
        labelled = [one for other, one in pages if other in alike and one.group("label")]
        usual = len(labelled) >= 5 and len(labelled) >= 0.9 * len(alike)
        if usual and (match.group("label") or "").startswith("p. "):
            found.append((cite, match))
    return found


def _grounds(clean: Clean) -> Iterator[tuple[Clean, list[tuple[Cite, re.Match[str]]]]]:
    """The document where pages are labelled often enough in it, else carriers in which they are."""
    if _habitual(clean):
        yield clean, _habitual(clean)
        return
    for carrier, _ in cited_often(clean):
        if _habitual(carrier.clean):
            yield carrier.clean, _habitual(carrier.clean)


@kind("page: without label", "PAG001")
def unlabelled(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A page lacks the ``p.`` that the others have."""
    for ground, found in _grounds(clean):
        for cite, match in shuffled(chance, found):
            yield make(
                ground,
                ground.text[cite.start : match.end()],
                [(*match.span("label"), "")],
                [(cite.start, match.end())],
            )


@kind("page: unspaced", "PAG001")
def unspaced(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A page stands close to its ``p.``."""
    for ground, found in _grounds(clean):
        for cite, match in shuffled(chance, found):
            yield make(
                ground,
                ground.text[cite.start : match.end()],
                [(*match.span("gap"), "")],
                [(cite.start, match.end())],
            )


@kind("page: labelled otherwise", "PAG001")
def relabelled(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """One page alone is called ``pp.`` or ``page``."""
    for ground, found in _grounds(clean):
        single = [(cite, match) for cite, match in found if not match.group("high")]
        for cite, match in shuffled(chance, single) if len(single) > 4 else ():
            yield make(
                ground,
                ground.text[cite.start : match.end()],
                [(*match.span("label"), chance.choice(("pp. ", "page ")))],
                [(cite.start, match.end())],
            )


@kind("page: impossible", "PAG001")
def impossible(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """What stands for the page cannot be one."""
    for cite, match in shuffled(chance, paged(clean)):
        if match.group("label") and match.group("label")[-1] == " ":
            low = match.group("low")
            new = chance.choice((f"{low}-C2.N100", f"{low}-", ""))
            old = match.span("low")[0], match.end()
            if not new:
                old = old[0] - 1, old[1]
            yield make(
                clean,
                f"{clean.text[cite.start : match.end()]} > {new or 'nothing'}",
                [(*old, new)],
                [(cite.start, match.end())],
            )


@kind("page: missing", "PAG002", "BIL003")
def missing(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """One of several citations of a source has lost its page."""
    grounds = [(clean, carrier_places) for carrier_places in _often(clean)]
    for ground, places in grounds:
        for start, end, page in shuffled(chance, places):
            yield make(ground, ground.text[start:end], [(page, end, "")], [(start, page)])
    for carrier, bodies in cited_often(clean):
        for start, end in shuffled(chance, bodies):
            body = carrier.clean.text[start:end]
            page = re.search(r"(?:,| :|:) (?:p\. ?)?\d+$", body)
            if page:
                yield make(
                    carrier.clean,
                    body,
                    [(start + page.start(), end, "")],
                    [(start, start + page.start())],
                )


def _often(clean: Clean) -> Iterator[list[tuple[int, int, int]]]:
    """The citations by page of each source that has at least four, and none without."""
    pages = paged(clean)
    for entry in range(len(clean.entries)):
        own = [
            (cite.start, match.end(), match.start())
            for cite, match in pages
            if cite.entry == entry and "(" not in clean.text[cite.start : cite.end]
        ]
        if len(own) > 4 and len(clean.cited(entry)) - len(own) < 2:
            yield own


@kind("page: outside the source", "PAG003")
def outside(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A page lies outside those of the article."""
    for cite, match in shuffled(chance, paged(clean)):
        entry = clean.entries[cite.entry]
        ranges = [
            one
            for one in ARTICLE.finditer(clean.text, entry.year_at[1] if entry.year_at else entry.body, entry.end)
            if int(one.group("high")) > int(one.group("low"))
        ]
        if len(ranges) != 1 or match.group("high"):
            continue
        low, high = int(ranges[0].group("low")), int(ranges[0].group("high"))
        wrong = high + chance.randint(2, 90) if low < 6 or chance.random() < 0.6 else low - chance.randint(1, 3)
        yield make(
            clean,
            f"{clean.text[cite.start : match.end()]} > {wrong}, {ranges[0].group()}",
            [(*match.span("low"), str(wrong))],
            [(cite.start, match.end()), (entry.start, entry.end)],
        )


@kind("page range reversed", "PAG004")
def reversed_range(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """A range of a citation runs backwards; where the document has one page, a range that should end or begin with it."""
    plural = "pp." if re.search(r"\bpp\. ?\d", clean.text) else "p."
    for cite, match in shuffled(chance, paged(clean)):
        low, high = match.group("low"), match.group("high")
        start = match.start("low")
        if high and int(high) > int(low):
            new = f"{high}{match.group('dash')}{low}"
        elif not high and match.group("label"):
            further = str(int(low) + chance.randint(1, 9))
            if len(further) != len(low):
                continue
            start = match.start("label")
            new = f"{plural}{match.group('gap')}{further}-{low}"
        else:
            continue
        yield make(
            clean,
            f"{clean.text[cite.start : match.end()]} > {new}",
            [(start, match.end(), new)],
            [(cite.start, match.end())],
        )


@kind("page range of an entry reversed", "PAG004")
def reversed_entry(clean: Clean, chance: random.Random) -> Iterator[Change]:
    """The pages of an article run backwards."""
    for entry in shuffled(chance, clean.entries):
        if entry.further or not entry.year:
            continue
        for match in ARTICLE.finditer(clean.text, entry.body, entry.end):
            low, high = match.group("low"), match.group("high")
            before = clean.text[max(entry.body, match.start() - 12) : match.start()]
            if int(high) > int(low) and len(high) == len(low) and re.search(r"(?:[,:] ?|pp?\. ?|;\S*:)$", before):
                yield make(
                    clean,
                    clean.text[entry.start : entry.end][:40],
                    [(*match.span(), f"{high}{match.group('dash')}{low}")],
                    [(entry.start, entry.end)],
                )
