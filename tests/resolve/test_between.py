"""Ibid behind what looks like a citation and was not read goes to nothing that is known."""

from __future__ import annotations

import pytest

from citecheck.api import audit

TEXT = """# A report

{}

## References

Doe, J. “Harbours”. *Journal of Ice* 3 (2008): 147-168.

Roe, R. “Lines”. *Journal of Ice* 7 (2012): 420-440.
"""


def found(text: str) -> list[str]:
    """The codes of the errors and warnings about citations and pages."""
    report = audit(["a.md"], contents={"a.md": TEXT.format(text).encode()}, select=("CIT008", "CIT009", "PAG003"))
    return [one.code for one in report.findings]


@pytest.mark.parametrize(
    "text",
    [
        "It grew (Doe, 2008: 150). Roe says that it did (2012: 425). It was put there (*Ibid.*: 431).",
        "It grew (Doe, 2008: 150). Roe says so (2012, p. 425). It was put there (*Ibid.*, p. 431) and there (*Ibid.*, p. 432).",
        "It grew.[^1]\n\n[^1]: “She speaks” (*TL* Quay: 80). It is in the works (*TL*: 72), and stops there (*ibid*.).",
    ],
)
def test_what_was_not_read_may_be_meant(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("It grew (Doe, 2008: 150). It was put there (*Ibid.*: 431).", ["PAG003"]),
        ("It grew (Doe, 2008: 150), in 2012 and later (by 4). It was put there (*Ibid.*: 431).", ["PAG003"]),
        ("It grew.[^1] It shrank.[^2]\n\n[^1]: A remark.\n[^2]: *Ibid*., p. 4.", ["CIT008"]),
    ],
)
def test_what_was_read_is_meant(text: str, codes: list[str]) -> None:
    assert found(text) == codes
