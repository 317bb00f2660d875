"""Findings are known again where the notes of a report were renumbered."""

from __future__ import annotations

import re

import pytest

from citecheck import pipeline

REPORT = """# Harbours

It was closed<sup>8</sup>. He said that “the port is open<sup>9</sup> and left. Ships came<sup>10</sup>, “and went<sup>11</sup>.

<sup>8</sup> Doe, 2019, p. 4.

<sup>9</sup> Doe, 2019, p. 27-C2.N100.

<sup>10</sup> Doe, 2019, p. 9-4.

<sup>11</sup> Doe, 2019, p. 9. See “Ports.
"""


def fingerprints(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in pipeline.audit([], langs=[("en", "-")], stdin=text.encode()).findings:
        found.setdefault(one.code, set()).update((one.fingerprint, *one.occurrences))
    return found


@pytest.mark.parametrize("by", [1, 2, 95, 995])
def test_renumbered_notes_have_the_same_findings(by: int) -> None:
    renumbered = re.sub(r"(?<=<sup>)\d+", lambda match: str(int(match[0]) + by), REPORT)
    assert {"STY004", "PAG001", "PAG004"} <= set(fingerprints(REPORT))
    assert fingerprints(renumbered) == fingerprints(REPORT)
