"""How rules of absence do on documents of strangers where they fall silent sooner or later.

    python bench/strangers/bars.py FOLDER [--shares 0.1 0.2 …] [--figure FILE]

Such a rule is silent where more than a share of what it judges would be missing, for then it is rather the reading that is wrong
(``citecheck.checks.subjects.mostly``). For each share, the documents of ``documents.toml`` are audited, and of each of these rules
is printed how many findings it has, how many of those are true, and how many false or debatable, by ``verdicts.csv``; what nobody
judged is in the first number only. ``--figure`` draws precision and recall as SVG; recall is of all that are known to be true.
Exits 0 whatever comes out.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditing import Told, audited_all, listed
from run import HERE, Verdict, verdicts_of

from citecheck.checks import subjects

RULES = ("NUM001", "NUM002", "CIT001", "CIT002", "CIT010")
"""The rules that ask `mostly`."""
SHARES = (0.1, 0.2, 1 / 3, 0.5, 0.75, 1.0)
CHOSEN = subjects.MOST
WIDTH, HEIGHT, MARGIN = 220, 140, 30


@dataclass(frozen=True)
class Outcome:
    """What a rule says at a share: how much, and how much of it is known to be true and not to be true."""

    said: int
    right: int
    wrong: int

    @property
    def precision(self) -> float | None:
        """The share of true ones among those that were judged."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None


def main(arguments: Sequence[str] | None = None) -> None:
    """Audits the documents at each share and prints a table a rule."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the texts")
    parser.add_argument("--shares", type=float, nargs="+", default=SHARES, help="shares from which on a rule is silent")
    parser.add_argument("--figure", type=Path, metavar="FILE", help="draw precision and recall to FILE")
    parser.add_argument("--documents", type=Path, default=HERE / "documents.toml", help="the list of documents")
    parser.add_argument("--verdicts", type=Path, default=HERE / "verdicts.csv", help="what people say of findings")
    options = parser.parse_args(arguments)
    known = verdicts_of(options.verdicts)
    made = {share: outcomes(found_at(share, options), known) for share in options.shares}
    print("rule    " + "".join(f"{share:>16.2f}" for share in made))
    for rule in RULES:
        print(
            f"{rule}  "
            + "".join(f"{one.said:>8}{one.right:>4}{one.wrong:>4}" for one in (at[rule] for at in made.values()))
        )
    if options.figure is not None:
        options.figure.write_text(figure(made), encoding="utf-8")


def found_at(share: float, options: argparse.Namespace) -> list[Told]:
    """The findings where rules fall silent from a share on."""
    subjects.MOST = share
    documents = audited_all(listed(options.documents), options.folder, "")
    return [told for document in documents for told in document.found]


def outcomes(found: Sequence[Told], known: Mapping[tuple[str, str], Verdict]) -> dict[str, Outcome]:
    """What each rule says, errors and warnings together."""
    made = {}
    for rule in RULES:
        own = [told for told in found if told.rule == rule and told.severity != "info"]
        verdicts = [known[told.key].verdict for told in own if told.key in known]
        right = verdicts.count("true")
        made[rule] = Outcome(len(own), right, len(verdicts) - right)
    return made


def figure(made: Mapping[float, Mapping[str, Outcome]]) -> str:
    """Precision (solid) and recall (dashed) of each rule over the share, as SVG."""
    shares = sorted(made)
    parts = []
    for row, rule in enumerate(RULES):
        most = max(made[share][rule].right for share in shares) or 1
        precision = [(share, made[share][rule].precision) for share in shares]
        recall = [(share, made[share][rule].right / most) for share in shares]
        parts.append(
            f'<g transform="translate({MARGIN + row * (WIDTH + MARGIN)} {MARGIN})">'
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="none" stroke="#999"/>'
            f'<text x="4" y="-6">{rule}</text><text x="0" y="{HEIGHT + 16}">0</text><text x="{WIDTH - 6}" y="{HEIGHT + 16}">1</text>'
            f'<path d="M{WIDTH * CHOSEN:.0f} 0V{HEIGHT}" stroke="#c80" stroke-dasharray="2 3"/>'
            f'<polyline points="{points(precision)}" fill="none" stroke="#06c" stroke-width="2"/>'
            f'<polyline points="{points(recall)}" fill="none" stroke="#083" stroke-width="2" stroke-dasharray="6 4"/></g>'
        )
    width, height = MARGIN + len(RULES) * (WIDTH + MARGIN), HEIGHT + 3 * MARGIN
    legend = "precision of what was judged: solid; recall of what is known to be true: dashed; the share chosen: dotted"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{"".join(parts)}'
        f'<text x="{MARGIN}" y="{height - 10}">{legend}</text></svg>\n'
    )


def points(line: Sequence[tuple[float, float | None]]) -> str:
    """The places of a line in its frame, without those that have no value."""
    return " ".join(f"{share * WIDTH:.0f},{(1 - value) * HEIGHT:.0f}" for share, value in line if value is not None)


if __name__ == "__main__":
    main()
