"""How a document cites, and what counts as a citation there."""

from __future__ import annotations

import pytest

from citecheck.model.citations import Citations
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from citecheck.resolve import resolve

ENTRIES = "\n\n## References\n\nDoe, J. (2019). One.\n\nRoe, R. (2020). Two.\n\nLow, L. (2021). Three.\n"


def resolved(text: str) -> Citations:
    text += ENTRIES
    return resolve(parse(Version("en", (Span(Source("a.md", text), 0, len(text)),))))


def test_what_resolves_is_counted_apart_from_slips() -> None:
    habit = resolved("A (Doe, 2019) and B (Roe, 2020) and C (Low, 2022).").habit
    assert (habit.brackets, habit.brackets_resolved, habit.brackets_misdated) == (3, 2, 1)
    assert (habit.short, habit.full, habit.numbers) == (0, 0, 0)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (
            "A (Doe 2019), B (Roe 2020), C (Low 2021) and D (Poe 2022).",
            ["Doe 2019", "Roe 2020", "Low 2021", "Poe 2022"],
        ),
        (
            "A (Doe 2019, 4), B (Roe 2020, 5), C (Low 2021, 6) and D (Poe 2022).",
            ["Doe 2019, 4", "Roe 2020, 5", "Low 2021, 6", "Poe 2022"],
        ),
        ("A (Doe, 2019), and in the summer (June 2022).", ["Doe, 2019"]),
        ("A (Doe, 2019), B (Roe, 2020), C (Low, 2021) and D (Poe 2022).", ["Doe, 2019", "Roe, 2020", "Low, 2021"]),
    ],
)
def test_what_lacks_a_comma_is_a_citation_where_others_do(text: str, cited: list[str]) -> None:
    assert [one.citation.span.text for one in resolved(text).resolved] == cited
