"""How well citecheck reads documents of strangers: notes, entries and citations, by the verdicts of people who read the texts.

    python bench/strangers/reading.py FOLDER [--only TEXT] [--draw N] [--pages N] [--seed N] [--again]

FOLDER holds the texts of ``documents.toml``, as for ``run.py``. ``readings.csv`` says of places in them whether what is read there
is ``right`` (a note whole, with its label and its bounds; one entry, with its author, year and title; a citation that resolves to
its source), ``wrong``, ``beyond`` a person too (a citation whose source nobody could name from this text), or ``missed``: a person
sees a note, a call, an entry or a citation there, and nothing is read. A place is the checksum of its line and where on the line it
begins and ends; the state is a checksum of what was read there when it was judged. Where it is read otherwise now, the verdict
does not count and the place is listed; ``--again`` shows it.

``pages.csv`` lists the pages (a checksum of the first line, and how many lines) on which everything that was missed has been looked
for. Printed are, by kind, language and how the document was made: of what is read the share that is right; of what stands on the
pages the share that is read; and their product, which is the share that is read and right. Of citations only those count that a
person can resolve, those that resolve and those that do not each weighing as many as there are.

``--draw`` shows so many places of each kind that nobody judged, as many of each language, from as many documents as there are;
``--pages`` shows pages of so many documents of each language that nobody looked at. Exits 0 whatever comes out.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from pathlib import Path

from auditing import Listed, listed, read
from readings import KINDS, Page, Place, Spot, made_as, pages_of, places_of, spot_state, versions_of

HERE = Path(__file__).parent
VERDICTS = ("right", "wrong", "beyond", "missed")
LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Judged:
    """What a person says of a place of a document, and what was read there then."""

    kind: str
    spot: Spot
    state: str
    verdict: str
    reason: str


@dataclass
class Text:
    """A document as it is read now, with what people said of it."""

    name: str
    language: str
    made: str
    places: list[Place]
    pages: list[Page] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    looked_at: list[Page] = field(default_factory=list)
    stale: list[tuple[Judged, str]] = field(default_factory=list)

    @property
    def group(self) -> tuple[str, str]:
        """The language, and how the document was made."""
        return self.language, self.made


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the documents that are there and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the texts")
    parser.add_argument("--documents", type=Path, default=HERE / "documents.toml", help="the list of documents")
    parser.add_argument("--readings", type=Path, default=HERE / "readings.csv", help="what people say of places")
    parser.add_argument("--looked-at", type=Path, default=HERE / "pages.csv", help="the pages that were looked at")
    parser.add_argument("--only", default="", metavar="TEXT", help="only documents whose name holds this text")
    parser.add_argument("--draw", type=int, default=0, metavar="N", help="show so many places of each kind to judge")
    parser.add_argument("--pages", type=int, default=0, metavar="N", help="show pages of so many documents to look at")
    parser.add_argument("--seed", type=int, default=1, help="which places and pages are drawn (default: 1)")
    parser.add_argument("--again", action="store_true", help="show what is read otherwise than when it was judged")
    options = parser.parse_args(arguments)
    judged, looked_at = judged_of(options.readings), pages_looked_at(options.looked_at)
    texts = list(texts_of(listed(options.documents), options, judged, looked_at))
    if not texts:
        print("no document is here")
        return
    print_shares(texts)
    print_stale(texts, options.again)
    for text, place in drawn(texts, options.draw, options.seed):
        print_place(text, place)
    for text in shuffled([text for text in texts if not text.looked_at and text.pages], options.pages, options.seed):
        print_page(text, random.Random(f"{options.seed}{text.name}"))


def judged_of(path: Path) -> dict[str, list[Judged]]:
    """The verdicts by document. Raises SystemExit where one says something else than the four words."""
    judged: dict[str, list[Judged]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["verdict"] not in VERDICTS or row["kind"] not in KINDS:
                raise SystemExit(f"{path}: {row['document']} {row['place']}: {row['kind']} {row['verdict']!r}")
            spot = Spot.of(row["place"])
            judged[row["document"]].append(Judged(row["kind"], spot, row["state"], row["verdict"], row["reason"]))
    return judged


def pages_looked_at(path: Path) -> dict[str, set[str]]:
    """The pages that were looked at, by document."""
    pages: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            pages[row["document"]].add(row["page"])
    return pages


def texts_of(
    documents: Iterable[Listed],
    options: argparse.Namespace,
    judged: Mapping[str, list[Judged]],
    looked_at: Mapping[str, set[str]],
) -> Iterator[Text]:
    """The documents that are there and can be read."""
    for document in documents:
        contents = read(document, options.folder) if options.only in document.name else None
        versions = versions_of(document, contents) if contents is not None else ()
        if not versions:
            continue
        places = places_of(versions)
        text = Text(document.name, document.language, made_as(versions), places)
        text.pages = list(pages_of(versions, places))
        text.looked_at = [page for page in text.pages if page.checksum in looked_at.get(document.name, ())]
        for verdict in judged.get(document.name, ()):
            state = spot_state(places, verdict.kind, verdict.spot)
            if state == verdict.state:
                text.judged.append(verdict)
            else:
                text.stale.append((verdict, state))
        yield text


@dataclass(frozen=True)
class Share:
    """How much was judged, and the share of it that is good; None where nothing was."""

    judged: int
    good: float | None

    def __str__(self) -> str:
        return f"{'–' if self.good is None else f'{100 * self.good:.1f} %':>8} of {self.judged:<5}"


def right_of(texts: Sequence[Text], kind: str) -> Share:
    """Of what is read the share that is right. Citations that resolve, and others, weigh as many as there are."""
    verdicts: dict[bool, list[str]] = defaultdict(list)
    for text in texts:
        resolves = {place.spot: place.resolves for place in text.places if place.kind == kind}
        for one in text.judged:
            if one.kind == kind and one.verdict != "missed":
                verdicts[resolves.get(one.spot, False)].append(one.verdict)
    counts = Counter(
        place.resolves for text in texts for place in text.places if place.kind == kind and not place.keyed
    )
    good = possible = 0.0
    for resolves, said in verdicts.items():
        weight = counts[resolves] / len(said) if kind == "citation" else 1
        good += weight * said.count("right")
        possible += weight * (len(said) - said.count("beyond"))
    number = sum(len(said) - said.count("beyond") for said in verdicts.values())
    return Share(number, good / possible if possible else None)


def seen_of(texts: Sequence[Text], kind: str) -> Share:
    """Of what stands on the pages that were looked at the share that is read."""
    there = sum(place.kind == kind for text in texts for page in text.looked_at for place in page.inside)
    missed = sum(one.kind == kind and one.verdict == "missed" for text in texts for one in text.judged)
    number = there + missed
    return Share(number, there / number if number else None)


def print_shares(texts: Sequence[Text]) -> None:
    """The tables: all, by language, and by how the documents were made."""
    print(f"{'':9} {'':30} {'right':17} {'seen':17} both")
    for kind in KINDS:
        groups = {"all": texts}
        for language in LANGUAGES:
            groups[language] = [text for text in texts if text.language == language]
        for made in sorted({text.made for text in texts}):
            groups[made] = [text for text in texts if text.made == made]
        for name, some in groups.items():
            right, seen = right_of(some, kind), seen_of(some, kind)
            both = None if right.good is None else right.good * (1 if seen.good is None else seen.good)
            print(f"{kind:9} {name:30} {right} {seen} {'–' if both is None else f'{100 * both:.1f} %'}")
    print()


def print_stale(texts: Sequence[Text], whole: bool) -> None:
    """What is read otherwise now than when it was judged."""
    stale = [(text, verdict, state) for text in texts for verdict, state in text.stale]
    print(f"read otherwise than when they were judged: {len(stale)}\n")
    for text, verdict, state in stale if whole else ():
        row = [text.name, verdict.kind, str(verdict.spot), state, "", f"was {verdict.verdict}: {verdict.reason}"]
        csv.writer(sys.stdout, lineterminator="\n").writerow(row)
        for place in text.places:
            if place.kind == verdict.kind and place.spot.touches(verdict.spot):
                print_lines(place.shown)


def drawn(texts: Sequence[Text], number: int, seed: int) -> Iterator[tuple[Text, Place]]:
    """So many places of each kind that nobody judged, half of each language, one of each document in turn; of citations half
    that resolve, and half that do not."""
    for kind in KINDS:
        if kind == "call":
            continue  # A note is judged with its calls.
        for language in LANGUAGES:
            own = [text for text in texts if text.language == language]
            wanted = (True, False) if kind == "citation" else (True,)
            for resolves in wanted:
                yield from in_turn(own, kind, resolves, number // 2 // len(wanted), seed)


def in_turn(texts: Sequence[Text], kind: str, resolves: bool, number: int, seed: int) -> list[tuple[Text, Place]]:
    """So many places of a kind, one of each document in turn."""
    rows = []
    for text in shuffled(texts, len(texts), seed):
        known = {one.spot for one in text.judged if one.kind == kind}
        places = [
            place
            for place in text.places
            if place.kind == kind
            and place.spot not in known
            and (kind != "citation" or (place.resolves is resolves and not place.keyed))
        ]
        draw = random.Random(f"{seed}{kind}{resolves}{text.name}")
        rows.append([(text, place) for place in draw.sample(places, len(places))])
    return [found for turn in zip_longest(*rows) for found in turn if found is not None][:number]


def shuffled(texts: Sequence[Text], number: int, seed: int) -> list[Text]:
    """So many of the documents of each language, chosen by the seed."""
    chosen = []
    for language in LANGUAGES:
        own = sorted((text for text in texts if text.language == language), key=lambda text: text.name)
        chosen.append(random.Random(seed).sample(own, len(own))[:number])
    return list(chain.from_iterable(chosen))


def print_place(text: Text, place: Place) -> None:
    """A place to judge: the beginning of its row, the lines of the text, and what is read there."""
    row = [text.name, place.kind, str(place.spot), place.state, "", ""]
    csv.writer(sys.stdout, lineterminator="\n").writerow(row)
    print_lines(place.shown)


def print_page(text: Text, draw: random.Random) -> None:
    """A page to look at, with signs around what is read on it."""
    page = draw.choice(text.pages)
    csv.writer(sys.stdout, lineterminator="\n").writerow([text.name, page.checksum])
    print_lines(page.marked.splitlines())


def print_lines(lines: Iterable[str]) -> None:
    """Lines, indented, and an empty one."""
    for line in lines:
        print(f"  {line}")
    print()


if __name__ == "__main__":
    main()
