"""How far what is said of sources can be believed, on recorded answers of registries and on labelled references.

    python bench/sources/run.py FOLDER [--seed N]

FOLDER holds ``index.json`` with the recorded answers, ``labelled/references.jsonl`` and ``matching/cited-and-candidates.jsonl``.
Printed are: how many answers each registry's reader reads, and what becomes of them cut at bytes drawn by the seed, or replaced by a
page of HTML; what the matcher makes of the candidates, beside what their list says; whether works that were recorded are still
accepted with a slip (a letter, a year, "et al.", initials, no subtitle) and refused with half of another title; and what becomes of
labelled references where every registry answers that it has nothing, answers with other works, or fails. Exits 0 whatever comes out.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from citecheck.api import audit
from citecheck.model.answer import Answer, Failure
from citecheck.model.records import Outcome, Record, RegistryAnswer
from citecheck.model.reference import Person
from citecheck.model.sources import SourceClass, SourceStatus, Subject
from citecheck.sources.asking import ask_all
from citecheck.sources.decoding import natural
from citecheck.sources.match import Match, judge
from citecheck.sources.plan import plan
from citecheck.sources.registries import load_registries

HTML = b"<!doctype html><title>Just a moment</title>"
CUTS = 40
OTHERS = frozenset(("et al", "et al.", "others"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the recorded answers")
    parser.add_argument(
        "--seed", type=int, default=1, help="where answers are cut, and how slips are drawn (default: 1)"
    )
    options = parser.parse_args(arguments)
    draw = random.Random(options.seed)
    answers = list(recorded(options.folder))
    print_readers(answers, draw)
    print_candidates(options.folder)
    print_slips([record for one in answers for record in one[2].records], draw)
    print_labelled(options.folder, [one[2] for one in answers if one[2].records])


def recorded(folder: Path) -> Iterator[tuple[Mapping[str, Any], Answer, RegistryAnswer]]:
    """What the index lists of the registries that citecheck asks, as answers and as what is read of them."""
    registries = load_registries()
    for one in json.loads((folder / "index.json").read_text(encoding="utf-8")):
        if one["service"] in registries:
            answer = Answer("u", "u", one["status"], body=(folder / one["file"]).read_bytes())
            yield one, answer, registries[one["service"]].read(answer)


def print_readers(answers: Sequence[tuple[Mapping[str, Any], Answer, RegistryAnswer]], draw: random.Random) -> None:
    """Answers by registry and outcome, and those that are misread when they are cut or replaced."""
    counts: dict[str, Counter[str]] = {}
    wrong = 0
    for one, answer, read in answers:
        counts.setdefault(one["service"], Counter())[read.outcome.value] += 1
        registry = load_registries()[one["service"]]
        whole = answer.body.rstrip()
        bodies = [whole[: draw.randrange(len(whole))] for _ in range(CUTS) if whole]
        broken = [registry.read(replace(answer, body=body)) for body in (*bodies, HTML)]
        wrong += sum(said.outcome is Outcome.FOUND for said in broken)
    for service, said in sorted(counts.items()):
        print(
            f"{service:18} {sum(said.values()):4} answers: {', '.join(f'{n} {name}' for name, n in sorted(said.items()))}"
        )
    print(f"cut or replaced and still read: {wrong} of {len(answers) * (CUTS + 1)}\n")


def print_candidates(folder: Path) -> None:
    """The matcher's verdicts beside the list's, of candidates."""
    pairs: Counter[tuple[str, str]] = Counter()
    for line in (folder / "matching" / "cited-and-candidates.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        for candidate in one["candidates"]:
            pairs[candidate["prototype"], judge(_cited(one["cited"]), _record(candidate)).value] += 1
    total = sum(pairs.values())
    agreed = sum(n for (theirs, ours), n in pairs.items() if (theirs == "same") is (ours == "same"))
    print(f"candidates: {agreed} of {total} accepted or refused as listed ({100 * agreed / total:.1f} %)")
    for (theirs, ours), n in sorted(pairs.items()):
        if (theirs == "same") is not (ours == "same"):
            print(f"  listed as {theirs}, here {ours}: {n}")
    print()


def _cited(cited: Mapping[str, Any]) -> Subject:
    authors = tuple(natural(name) for name in cited.get("authors", ()) if name.casefold() not in OTHERS)
    return Subject(
        "cited", SourceClass.ARTICLE, (), titles=(("en", cited["title"]),), authors=authors, year=cited.get("year"),
        container=cited.get("venue"), volume=cited.get("volume"), pages=cited.get("pages"), doi=cited.get("doi"),
    )  # fmt: skip


def _record(candidate: Mapping[str, Any]) -> Record:
    known = candidate["record"]
    people = tuple(Person(family or "", given or "") for family, given in known["authors"])
    return Record(
        candidate["registry"], tuple(known["titles"]), people, known["authors_total"], tuple(known["years"]),
        tuple(known["container"]), known["volume"], None, known["pages"], known["doi"],
    )  # fmt: skip


def print_slips(records: Sequence[Record], draw: random.Random) -> None:
    """Whether works are accepted with slips, and refused where the title is another one's."""
    works = [
        one
        for one in records
        if one.titles and one.authors and one.years and len(one.titles[0].split()) >= 5 and not one.notice
    ]
    kinds = ("as it is", "a letter", "a year", "et al.", "initials", "no subtitle", "half replaced", "two spliced")
    for kind in kinds:
        tried = accepted = 0
        for work in works:
            cited = _slip(kind, work, works, draw)
            if cited is not None:
                tried += 1
                accepted += judge(cited, work) is Match.SAME
        print(f"{kind:14} {accepted:4} of {tried:4} accepted ({100 * accepted / max(tried, 1):.1f} %)")
    print()


def _slip(kind: str, work: Record, works: Sequence[Record], draw: random.Random) -> Subject | None:
    title = work.titles[0]
    cited = Subject(
        "slip", SourceClass.ARTICLE, (), titles=(("en", title),), authors=work.authors[:10], year=work.years[0]
    )
    words = title.split()
    other = draw.choice([one for one in works if one is not work]).titles[0].split()
    match kind:
        case "a letter":
            at = draw.randrange(len(title))
            return replace(cited, titles=(("en", title[:at] + title[at + 1 :]),))
        case "a year":
            return replace(cited, year=work.years[0] + draw.choice((-1, 1)))
        case "et al.":
            return replace(cited, authors=work.authors[:1], et_al=True)
        case "initials":
            return replace(cited, authors=tuple(replace(one, given=one.given[:1]) for one in cited.authors))
        case "no subtitle":
            head, colon, _ = title.partition(": ")
            return replace(cited, titles=(("en", head),)) if colon and len(head.split()) >= 3 else None
        case "half replaced":
            half = len(words) // 2
            return replace(cited, titles=(("en", " ".join((*words[:half], *other[-half:]))),))
        case "two spliced":
            return (
                replace(cited, titles=(("en", f"{title} {' '.join(other)}"),))
                if len(other) >= len(words) // 2
                else None
            )
    return cited


class _Nothing:
    """A cache that keeps nothing."""

    def get(self, url: str) -> None:
        return None

    def put(self, url: str, answer: RegistryAnswer) -> str:
        return "2026-01-01"


def print_labelled(folder: Path, misleading: Sequence[RegistryAnswer]) -> None:
    """What becomes of labelled references where registries have nothing, have other works, or fail."""
    lines = (folder / "labelled" / "references.jsonl").read_text(encoding="utf-8").splitlines()
    subjects = [
        (one["label"], subject) for one in map(json.loads, lines) if (subject := _subject(one["reference"])) is not None
    ]
    print(f"labelled references: {len(lines)}, read as a work: {len(subjects)}")
    for name in ("nothing", "other works", "failures"):
        counts: dict[str, Counter[str]] = {}
        for at, (label, subject) in enumerate(subjects):
            told = misleading[at % len(misleading)]
            counts.setdefault(label, Counter())[_status(subject, name, told).value] += 1
        for label, said in sorted(counts.items()):
            print(f"  {name:12} {label:18} {', '.join(f'{n} {status}' for status, n in sorted(said.items()))}")


def _subject(reference: Any) -> Subject | None:
    if isinstance(reference, str):
        text = f"# A\n\nText.\n\n## References\n\n{' '.join(reference.split())}\n"
        versions = audit(["a.md"], contents={"a.md": text.encode()}, select=("CIT001",)).versions
        return next(iter(plan(versions, ())), None)
    title = reference.get("title")
    year = str(reference.get("year") or "")
    names = [
        name for name in str(reference.get("author") or "").split(" and ") if name and name.casefold() not in OTHERS
    ]
    doi = reference.get("doi") or reference.get("DOI")
    return Subject(
        "labelled", SourceClass.IDENTIFIER if doi else SourceClass.ARTICLE, (), titles=(("en", title),), doi=doi,
        authors=tuple(map(natural, names)), year=int(year[:4]) if year[:4].isdigit() else None, container=reference.get("journal"),
    ) if title else None  # fmt: skip


def _status(subject: Subject, name: str, told: RegistryAnswer) -> SourceStatus:
    async def ask(url: str, every: float) -> Answer:
        if name == "failures":
            return Answer(url, url, failure=Failure.TIMEOUT)
        if "doi.org/ra/" in url:
            return Answer(url, url, 200, body=json.dumps([{"RA": "Crossref"}]).encode())
        if "doi.org/api" in url:
            return Answer(url, url, 200, body=b'{"responseCode": 1}')
        if name == "other works" and "api.crossref.org/works?" in url:
            works = [
                {
                    "DOI": one.doi or "10.5555/x",
                    "title": list(one.titles[:1]),
                    "author": [{"family": p.family} for p in one.authors],
                }
                for one in told.records
            ]
            return Answer(url, url, 200, body=json.dumps({"message": {"items": works}}).encode())
        empty = {"message": {"items": []}, "results": [], "docs": [], "response": {"docs": []}}
        missing = "/works/10." in url
        return (
            Answer(url, url, 404, body=b"Resource not found.")
            if missing
            else Answer(url, url, 200, body=json.dumps(empty).encode())
        )

    (source,) = asyncio.run(ask_all([subject], ask, _Nothing()))
    return source.status


if __name__ == "__main__":
    main()
