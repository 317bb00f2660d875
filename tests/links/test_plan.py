"""What is asked for, and what is left out with which reason."""

from __future__ import annotations

import pytest

from citecheck.links.plan import Target, plan
from citecheck.model.document import Document
from citecheck.model.links import LinkSettings
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from tests.links.answers import document


def entries(*texts: str) -> Document:
    text = "# T\n\nWord.\n\n# References\n\n" + "".join(f"{entry}\n\n" for entry in texts)
    source = Source("a.md", text)
    return parse(Version("en", (Span(source, 0, len(text)),)))


def test_an_address_that_cannot_be_one_is_not_asked_for() -> None:
    document_ = document(
        "https://quai..example/a", "https://[::1/a", "https://quai.example:99999/a", "htpp://quai.example/a"
    )
    targets = plan([document_], LinkSettings())
    assert len(targets) >= 3
    assert all(one.skip is not None for one in targets)


def test_an_ampersand_written_as_an_entity_is_one() -> None:
    (one,) = plan([document("https://quai.example/a?x=1&amp;y=2")], LinkSettings())
    assert (one.url, one.ask) == ("https://quai.example/a?x=1&amp;y=2", "https://quai.example/a?x=1&y=2")


def test_a_url_of_both_versions_is_one_target_at_its_first_place() -> None:
    one, other = "https://quai.example/a#b", "https://quai.example/c"
    targets = plan([document(one, lang="fr"), document(other, one)], LinkSettings())
    assert [target.url for target in targets] == [one, other]
    assert targets[0] == Target(one, "https://quai.example/a", "b", "quai.example")
    assert plan([], LinkSettings()) == ()


@pytest.mark.parametrize(
    ("exclude", "reason"), [((r"quai\.example",), "excluded"), ((r"\.pdf$",), None)], ids=["this one", "others"]
)
def test_what_is_excluded_says_by_which_pattern(exclude: tuple[str, ...], reason: str | None) -> None:
    (target,) = plan([document("https://quai.example/a")], LinkSettings(exclude=exclude))
    assert (target.skip.key if target.skip is not None else None) == reason


@pytest.mark.parametrize(
    ("entry", "near"),
    [
        ("Doe, J. (2019). *The tides*. https://quai.example/a (accessed 7 March 2021).", "2021-03-07"),
        ("Doe, J. (2019). *The tides*. https://quai.example/a", "2019"),
        ("Doe, J. (n.d.). *The tides*. https://quai.example/a", None),
    ],
)
def test_the_day_near_which_a_copy_is_wanted_is_when_the_source_was_read(entry: str, near: str | None) -> None:
    (target,) = plan([entries(entry)], LinkSettings())
    assert target.near == near
