"""Making an input that fails smaller, as long as it fails in the same way.

Delta debugging as Zeller and Hildebrandt have it: stretches are left out, first long ones, then shorter, of paragraphs, lines
and bytes. A file that is not needed goes first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from inputs import Case

Fails = Callable[[Case], bool]
"""Whether a case fails in the way that is looked for."""
SEPARATORS = (b"\n\n", b"\n", b" ")


class _Budget:
    """So many tries, and no more."""

    def __init__(self, tries: int) -> None:
        self.left = tries

    def spend(self) -> bool:
        self.left -= 1
        return self.left >= 0


def reduced(case: Case, fails: Fails, tries: int = 400) -> Case:
    """The smallest case that was found within so many tries; the case itself where nothing smaller fails."""
    budget = _Budget(tries)
    for command in case.commands:
        smaller = replace(case, commands=(command,))
        if len(case.commands) > 1 and budget.spend() and fails(smaller):
            case = smaller
            break
    for name in case.files:
        smaller = replace(case, files={key: data for key, data in case.files.items() if key != name})
        if budget.spend() and fails(smaller):
            case = smaller
    for name in case.files:
        for separator in SEPARATORS:
            case = _shorter(case, name, case.files[name].split(separator), separator, fails, budget)
        if len(case.files[name]) <= 300:
            data = case.files[name]
            case = _shorter(case, name, [data[at : at + 1] for at in range(len(data))], b"", fails, budget)
    return case


def _shorter(case: Case, name: str, parts: Sequence[bytes], separator: bytes, fails: Fails, budget: _Budget) -> Case:
    """The case with as few of the parts of a file as will do."""
    kept = list(parts)
    size = max(len(kept) // 2, 1)
    while size:
        at = 0
        while at < len(kept):
            left = kept[:at] + kept[at + size :]
            smaller = replace(case, files={**case.files, name: separator.join(left)})
            if not budget.spend():
                return case
            if fails(smaller):
                kept, case = left, smaller
            else:
                at += size
        size //= 2
    return case
