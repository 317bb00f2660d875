"""What the corrections of ``citecheck fix`` do to documents with planted errors.

    python bench/fix/run.py [--documents DIR] [--seed N] [--each N] [--kind TEXT] [--only TEXT] [--together] [--unsafe] [--faults]

Every clean document gets one error at a time, as by ``bench/planted/run.py``, and is then corrected. *Mended* are plants all of whose
own findings are gone afterwards; *restored* those after which the text is what it was before the error was planted. A
correction must not raise a finding (*raised*), and a second run must change nothing (*restless*): exits 1 where one of these is
not so. *Back* are corrections that would have raised one and were taken back. With ``--together`` all errors that leave room for
each other are planted in a document at once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.planting.correcting import Corrected, corrected, together  # noqa: E402
from tests.planting.documents import documents  # noqa: E402
from tests.planting.judging import kinds  # noqa: E402

DOCUMENTS = ROOT / "tests" / "corpus" / "clean"


def main(arguments: Sequence[str] | None = None) -> int:
    """Plants, corrects and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=Path, default=DOCUMENTS, help="folder of clean documents")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=1, help="plants of a kind in a document")
    parser.add_argument("--kind", default="", help="only kinds whose name holds this text")
    parser.add_argument("--only", default="", help="only documents whose name holds this text")
    parser.add_argument("--together", action="store_true", help="plant all errors of a document at once")
    parser.add_argument("--unsafe", action="store_true", help="make the corrections too that a person should look at")
    parser.add_argument("--faults", action="store_true", help="show every plant with which something went wrong")
    options = parser.parse_args(arguments)
    done: list[Corrected] = []
    for clean in documents(options.documents):
        if options.only not in clean.name:
            continue
        made = [
            plant
            for kind in kinds()
            if options.kind in kind.name
            for plant in kind.plants(clean, options.seed, options.each)
        ]
        for plant in [together(clean, made)] if options.together else made:
            done.append(corrected(clean, plant, unsafe=options.unsafe))
    if options.faults:
        _print_faults(done)
    return _print_table(done)


def _print_faults(done: Sequence[Corrected]) -> None:
    for one in done:
        faults = [f"raised {found.code} {found.place.span.text!r}" for found in one.raised]
        faults += [f"taken back {found.code} {found.place.span.text!r}" for found in one.outcome.harmful]
        faults += ["restless"] if one.restless else []
        if faults:
            print(f"{one.plant.kind} | {one.clean.name} | {one.plant.what}\n    {'; '.join(faults)}")
    print()


def _print_table(done: Sequence[Corrected]) -> int:
    print(f"{'kind':40} planted corrected mended restored raised  back restless")
    wrong = 0
    for kind in (*(kind.name for kind in kinds()), "all"):
        own = [one for one in done if kind in (one.plant.kind, "all")]
        tried = [one for one in own if one.planted or one.raised or one.outcome.harmful or one.restless]
        if not tried:
            continue
        left = [one for one in own if one.planted and not one.left]
        raised = sum(len(one.raised) for one in own)
        back = sum(len(one.outcome.harmful) for one in own)
        restless = sum(one.restless for one in own)
        restored = sum(bool(one.planted) and one.text == one.plant.base for one in own)
        made = sum(bool(one.planted) for one in own)
        print(f"{kind:40} {len(own):7} {made:9} {len(left):6} {restored:8} {raised:6} {back:5} {restless:8}")
        wrong = raised + restless
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
