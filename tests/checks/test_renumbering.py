"""Findings are known again where the notes of a report were renumbered."""

from __future__ import annotations

import re

import pytest

from citecheck import audit

REPORT = """# Harbours

It was closed<sup>8</sup>. He said that “the port is open<sup>9</sup> and left. Ships came<sup>10</sup>, “and went<sup>11</sup>.

<sup>8</sup> Doe, 2019, p. 4.

<sup>9</sup> Doe, 2019, p. 27-C2.N100.

<sup>10</sup> Doe, 2019, p. 9-4.

<sup>11</sup> Doe, 2019, p. 9. See “Ports.
"""


def fingerprints(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in audit([], langs=[("en", "-")], stdin=text.encode()).findings:
        found.setdefault(one.code, set()).update((one.fingerprint, *one.occurrences))
    return found


@pytest.mark.parametrize("by", [1, 2, 95, 995])
def test_renumbered_notes_have_the_same_findings(by: int) -> None:
    renumbered = re.sub(r"(?<=<sup>)\d+", lambda match: str(int(match[0]) + by), REPORT)
    assert {"STY004", "PAG001", "PAG004"} <= set(fingerprints(REPORT))
    assert fingerprints(renumbered) == fingerprints(REPORT)


GAPS = """# Ports

One.<sup>1</sup> Two.<sup>2</sup> Four.<sup>4</sup> Six.<sup>6</sup>

<sup>1</sup> Doe, 2019, p. 3.

<sup>2</sup> Roe, 2020, p. 4.

<sup>4</sup> Roe, 2020, p. 5.

<sup>6</sup> Doe, 2019, p. 6.

## References

1. Doe, J. (2019). *Ports*. London: Quay.
3. Roe, R. (2020). *Harbours*. London: Quay.
4. Zoe, Z. (2021). *Piers*. London: Quay.
"""


def gaps(text: str) -> list[str]:
    made = audit([], langs=[("en", "-")], stdin=text.encode()).findings
    return [one.fingerprint for one in made if one.code in ("NUM005", "NUM007")]


def test_a_gap_is_known_again_whatever_becomes_of_its_neighbours() -> None:
    before = gaps(GAPS)
    assert len(set(before)) == 3
    assert gaps(GAPS.replace("p. 5.", "p. 15.").replace("Four.", "The fourth.").replace("p. 6.", "p. 7.")) == before
    assert gaps(GAPS.replace("*Harbours*", "*Harbors*")) == before


def test_a_gap_more_is_a_new_one() -> None:
    more = GAPS.replace("<sup>6</sup>", "<sup>7</sup>")
    assert set(gaps(GAPS)) - set(gaps(more))
    assert set(gaps(more)) - set(gaps(GAPS))
