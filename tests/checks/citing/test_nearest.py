"""CIT001 says what comes nearest to what it misses."""

from __future__ import annotations

import pytest

from citecheck import audit
from citecheck.model.finding import Finding, Severity
from citecheck.report.voice import render

ENTRIES = (
    "\n\n## References\n\nHarrow, H. (2011). *Three*. Press.\n\nHarrow, H. (2020). *Four*. Press.\n\n"
    "Morgan, M. (2020). *One*. Press.\n\nRoebuck, R. (2018). *Two*, with the help of Tanner. Press.\n"
)
CITED = "So (Harrow, 2011, p. 2). So (Morgan, 2020, p. 3). So (Roebuck, 2018, p. 4). So (Harrow, 2020, p. 1). "


def missing(text: str, bib: str | None = None) -> tuple[Finding, str]:
    contents = {"a.md": text.encode()} | ({"b.bib": bib.encode()} if bib else {})
    made = audit(["a.md"], contents=contents, bibliography="b.bib" if bib else None)
    [found] = [one for one in made.findings if one.code == "CIT001"]
    return found, render(found, made.rules["CIT001"], "en")[1].partition(". ")[0]


@pytest.mark.parametrize(
    ("cited", "said", "severity"),
    [
        ("So (Vasquez & Ito, 2018, p. 3).", "No entry comes near", Severity.ERROR),
        # The name stands in the bibliography, though not as an author: perhaps it was not read.
        ("So (Tanner & Ito, 2018, p. 3).", "No entry comes near", Severity.WARNING),
        ("So (Harrower & Ito, 2019, p. 3).", "The nearest entry is “Harrow, 2020”", Severity.ERROR),
    ],
)
def test_what_comes_nearest_to_a_name(cited: str, said: str, severity: Severity) -> None:
    found, hint = missing(CITED + cited + ENTRIES)
    assert (hint, found.severity) == (said, severity)


def test_what_comes_nearest_to_a_number() -> None:
    entries = "\n\n## References\n\n" + "\n\n".join(
        f"[{at}] A. Doe, *Part {at}*. Oslo: Press, 2019." for at in (1, 2, 3)
    )
    assert missing("So [1]. So [2], [3]. So [9]." + entries)[1] == "The last entry is [3]"


@pytest.mark.parametrize(
    ("key", "said"), [("crane2019", "The nearest entry is “@crane2018”"), ("vasquez1999", "No entry comes near")]
)
def test_what_comes_nearest_to_a_key(key: str, said: str) -> None:
    names = ("crane2018", "marlow2016", "pell2011", "orrin2004")
    bib = "".join(f"@book{{{name}, author = {{Crane, P.}}, title = {{On {name}}}, year = 2018}}\n" for name in names)
    text = " ".join(f"So [@{name}]." for name in names)
    assert missing(f"{text} So [@{key}].\n", bib)[1] == said
