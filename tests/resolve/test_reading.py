"""How well a document was read, in numbers."""

from __future__ import annotations

import pytest

from citecheck.model.reading import PartOf, Reading, Scheme, Tally
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from citecheck.resolve import resolve

ENTRIES = "\n\n## Bibliography\n\nCrane, P. (2018). *The Wharf*. Oslo: Nordlys.\n\nMarlow, J. (2016). *Low Tide*. Oslo: Nordlys.\n"


def reading(text: str) -> Reading:
    source = Source("report.md", text)
    return resolve(parse(Version("en", (Span(source, 0, len(text)),)))).reading


def test_notes_citations_and_entries_are_counted() -> None:
    notes = (
        "[^1]: Crane, 2018, p. 4.\n\n[^2]: Marlow, 2016, p. 9.\n\n[^3]: Vane, 1999, p. 2.\n\n"
        "[^4]: I thank the keepers.\n\n[^5]: In 1961 the *Petrel* sank off the cape.\n"
    )
    found = reading(f"One.[^1] Two.[^2] Three.[^3] Four.[^4]\n\n{notes}{ENTRIES}")
    assert found.called == Tally(5, 4)
    assert (found.citing, found.commentary, found.unread) == (3, 1, 1)
    assert found.of("short") == found.resolved == Tally(3, 2)
    assert found.authored == found.dated == found.titled == found.complete == Tally(2, 2)
    assert found.scheme is Scheme.SHORT_NOTES
    assert found.part_of is None
    assert found.resolved.share == pytest.approx(2 / 3)


def test_nothing_is_read_wholly() -> None:
    found = reading("No note here.\n")
    assert found == Reading()
    assert found.resolved.share == 1.0


@pytest.mark.parametrize(
    ("cited", "scheme"),
    [
        ("(Crane, 2018). So (Marlow, 2016). So (Crane, 2018, p. 3).", Scheme.BRACKETS),
        ("(Crane, 2018).", Scheme.NONE),
    ],
)
def test_the_scheme_is_what_most_citations_show(cited: str, scheme: Scheme) -> None:
    assert reading(f"So {cited}{ENTRIES}").scheme is scheme


def test_notes_that_begin_far_behind_one_are_those_of_a_chapter() -> None:
    labels = range(139, 145)
    text = " ".join(f"So.[^{at}]" for at in labels) + "\n\n"
    text += "\n\n".join(f"[^{at}]: Vane, *Salt*, 1999, p. {at}." for at in labels)
    assert reading(text).part_of is PartOf.NUMBERS


def test_first_notes_that_repeat_what_was_not_given_are_those_of_a_chapter() -> None:
    names = ("Vane", "Orrin", "Pell", "Quist")
    text = " ".join(f"So.[^{at}]" for at in range(1, 5)) + "\n\n"
    notes = "\n\n".join(f"[^{at}]: {name}, op. cit., p. {at}." for at, name in enumerate(names, 1))
    assert reading(text + notes).part_of is PartOf.ANTECEDENTS
    assert reading(text + notes + ENTRIES).part_of is None
