"""An input cannot stop the gate for long: what is done grows about as the report does.

Counted are calls of functions, which are the same on every machine; times are measured by ``bench/growth/run.py``.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from citecheck import audit as audit_report
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from tests.counting import calls

FEW, MANY = 60, 240
MOST = 1.6
"""How much more than in proportion may be done: with each compared with each it would be four times."""


def word(number: int) -> str:
    """A word of its own for each number, no two of which are alike."""
    syllables = ("bar", "kel", "lom", "nip", "prud", "stov", "wex", "dag", "rift", "tunk")
    return "".join(syllables[int(digit)] for digit in f"{number * 7919 % 10_000:04d}").capitalize()


def rates(count: int) -> str:
    lines = (
        f"The rate was 1 € = 1.{at:04d} $ on 4 May {1999 + at % 25}. € {at} million ($ {at} million)."
        for at in range(1, count + 1)
    )
    return "# Report\n\n" + "\n\n".join(lines)


def undated(count: int) -> str:
    notes = "\n\n".join(
        f"[^{at}]: {word(at)}, *Of {word(at + 5000).lower()} things*, p. {at}." for at in range(1, count + 1)
    )
    return "# Report\n\n" + " ".join(f"It was so.[^{at}]" for at in range(1, count + 1)) + "\n\n" + notes


def authorless(count: int) -> str:
    return "# Report\n\nText.\n\n## Bibliography\n\n" + "\n\n".join(
        f"*{word(at)} {word(at + 3000).lower()} {word(at + 6000).lower()}*. Oslo: Nordlys, {1950 + at % 70}."
        for at in range(1, count + 1)
    )


def misspelt(count: int) -> str:
    cited = " ".join(f"It was so ({word(at)}x, 2019, p. {at})." for at in range(1, count + 1))
    return f"# Report\n\n{cited}\n\n## Bibliography\n\n" + "\n\n".join(
        f"{word(at)}, A. (2019). *On {word(at + 4000).lower()}*. Oslo: Nordlys." for at in range(1, count + 1)
    )


def one_author(count: int) -> str:
    return "# Report\n\nText.\n\n## Bibliography\n\n" + "\n\n".join(
        f"Marlow, J. ({1900 + at % 100}). *On {word(at).lower()}*. Oslo: Nordlys." for at in range(1, count + 1)
    )


def headings(count: int) -> str:
    return "\n\n".join(
        f"## {at}. {word(at)} and {word(at + 2000).lower()}\n\nIt was so in {word(at + 4000)}."
        for at in range(1, count + 1)
    )


def figures(count: int) -> str:
    return "# Report\n\n" + " ".join(f"There were {at * 37} boats in {word(at)}." for at in range(1, count + 1))


FAMILIES = (rates, undated, authorless, misspelt, one_author, headings, figures)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_what_is_done_grows_as_the_report_does(family: Callable[[int], str]) -> None:
    def audit(count: int) -> int:
        text = family(count).encode()
        return calls(lambda: audit_report(["a.md"], contents={"a.md": text}))

    audit(FEW)  # Patterns are compiled and rules loaded once.
    assert audit(MANY) <= MOST * MANY / FEW * audit(FEW)


@pytest.mark.parametrize("family", [figures, rates], ids=lambda family: family.__name__)
def test_what_is_done_with_two_versions_grows_as_they_do(family: Callable[[int], str]) -> None:
    def audit(count: int) -> int:
        english = family(count).encode()
        french = english.replace(b"There were", b"Il y avait").replace(b"boats in", "bateaux à".encode())
        contents = {"en.md": english, "fr.md": french}
        return calls(lambda: audit_report([], langs=[("en", "en.md"), ("fr", "fr.md")], contents=contents))

    audit(FEW)
    assert audit(MANY) <= MOST * MANY / FEW * audit(FEW)


def test_open_brackets_cost_no_more_than_they_are() -> None:
    def read(count: int) -> int:
        source = Source("a.md", "[[((**“«" * count + "\n")
        return calls(lambda: parse(Version("en", (Span(source, 0, len(source.text)),))))

    read(FEW)
    assert read(MANY) <= MOST * MANY / FEW * read(FEW)
