"""PAG003: pages outside the range of the article or chapter."""

from __future__ import annotations

import pytest

from citecheck.model.finding import Severity
from tests.checks.locators.auditing import found, notes

ARTICLE = "Doe, J. (2020). On ledgers. *Journal of Books*, {}."
OTHER = "Roe, A. (2019). *Books*. Press."


def text(*cited: str, pages: str = "12(3), 26–34", entry: str = "") -> str:
    return f"{notes(*cited)}\n## References\n\n{entry or ARTICLE.format(pages)}\n\n{OTHER}\n"


@pytest.mark.parametrize(
    ("cited", "pages", "excerpt"),
    [
        ("Doe, 2020, p. 112", "12(3), 26–34", "p. 112"),
        ("Doe, 2020, p. 112", "164(5-6), 26-34", "p. 112"),
        ("Doe, 2020, p. 112", "12: 26-34", "p. 112"),
        ("Doe, 2020, p. 112", "12(3), p. 26-34", "p. 112"),
        ("Doe, 2020, 112", "12(3), 26–34", "112"),
        ("Doe, 2020, p. 30-35", "12(3), 26–34", "p. 30-35"),
        ("Doe, 2020, p. 20–27", "12(3), 26–34", "p. 20–27"),
        ("Doe, 2020, p. 30, 112", "12(3), 26–34", "p. 30, 112"),
        ("Doe, 2020, p. 30 et 112", "12(3), 26–34", "p. 30 et 112"),
        ("Doe, 2020, p. 30 and 112", "12(3), 26–34", "p. 30 and 112"),
        ("Doe, 2020, p. 115-16", "12(3), 117–20", "p. 115-16"),
        ("Doe, 2020, p. 112 ff.", "12(3), 26–34", "p. 112"),
        ("Doe, 2020, p. 35", "12(3), 26–34", "p. 35"),
    ],
)
def test_what_is_flagged(cited: str, pages: str, excerpt: str) -> None:
    [one] = found(text(cited, pages=pages), "en", "PAG003")
    assert (one.message, one.place.span.text, one.severity) == ("citation", excerpt, Severity.ERROR)
    assert [place.entry_id is not None for place in one.related] == [True]


@pytest.mark.parametrize(
    ("cited", "pages"),
    [
        *(
            (f"Doe, 2020, {locator}", "12(3), 26–34")
            for locator in ("p. 26", "p. 34", "p. 26-34", "p. 28, 30 and 33", "p. 26-7")
        ),
        *(
            (f"Doe, 2020, {locator}", "12(3), 26–34")
            for locator in ("p. 34 sq.", "p. 34 ff.", "p. 28, n. 112", "p. xii")
        ),
        *(
            (f"Doe, 2020, {locator}", "12(3), 26–34")
            for locator in ("passim", "chap. 3", "art. 5", "§ 12", "l. 40", "n. 3")
        ),
        *((f"Doe, 2020, {locator}", "12(3), 26–34") for locator in ("12:30", "2:29", "7 March", "p. S112")),
        ("Doe, 2020, p. 115-16", "12(3), 110–20"),
        ("Doe, 2020, p. 1055-7", "12(3), 1050–60"),
        ("Doe, 2020, p. 112", "12(3), e112"),
        ("Doe, 2020, p. 112", "12(3), 26"),
        ("Doe, 2020, p. 112", "12(3), xii–xv"),
        ("Doe, 2020, p. 51", "12(3), 26–34, 50–52"),
        ("Doe, 2020, p. 112", "12(3), 26–34+"),
        ("Doe, 2020, p. 112", "24-26 June"),
    ],
)
def test_what_passes(cited: str, pages: str) -> None:
    assert found(text(cited, pages=pages), "en", "PAG003") == []


@pytest.mark.parametrize(
    "entry",
    [
        "Doe, J. (2020). On ledgers. In A. Roe (Ed.), *Book of books* (pp. 49–84). Press.",
        "Doe, J. (2020). « Des registres », dans A. Roe (dir.), *Le livre*, Paris, Seuil, p. 49-84.",
        "Doe, Jane. 2020. “On Ledgers.” *Journal of Books* 12 (3): 49–84.",
    ],
)
def test_entries_of_several_styles(entry: str) -> None:
    assert len(found(text("Doe, 2020, p. 112", entry=entry), "en", "PAG003")) == 1
    assert found(text("Doe, 2020, p. 50", entry=entry), "en", "PAG003") == []


@pytest.mark.parametrize(
    "entry", ["Doe, J. (2020). *On ledgers*. Press, 84 p.", "Doe, J. (2020). *On ledgers*. Press."]
)
def test_a_book_has_no_range(entry: str) -> None:
    assert found(text("Doe, 2020, p. 112", entry=entry), "en", "PAG003") == []


@pytest.mark.parametrize(
    ("cited", "count"),
    [
        (("Doe, 2020, p. 28", "Ibid., p. 112"), 1),
        (("Doe, 2020, p. 28", "Doe, op. cit., p. 112"), 1),
        (("Doe, 2020, p. 28", "Ibid."), 0),
        (("Roe, 2019, p. 3; Doe, 2020, p. 28", "Ibid., p. 112"), 0),
        (("Roe, 2019, p. 3; Doe, 2020, p. 28", "Ibid., p. 29", "Ibid., p. 112"), 0),
    ],
)
def test_an_ibid_is_judged_only_where_it_is_clear(cited: tuple[str, ...], count: int) -> None:
    assert len(found(text(*cited), "en", "PAG003")) == count


def test_where_most_citations_lie_outside_the_entry_is_wrong() -> None:
    [one] = found(text("Doe, 2020, p. 112", "Doe, 2020, p. 113"), "en", "PAG003")
    assert (one.message, one.place.span.text, [place.note for place in one.related]) == ("range", "26–34", ["1", "2"])


def test_a_reference_in_a_note_gives_the_pages_cited() -> None:
    first = 'Jane Doe, "On Ledgers," *Journal of Books* 12, no. 3 (2020): 26–28.'
    assert found(notes(first, 'Doe, "On Ledgers," 112.'), "en", "PAG003") == []


def test_a_range_that_runs_backwards_is_one_finding() -> None:
    assert [one.code for one in found(text("Doe, 2020, p. 64-36"))] == ["PAG004"]


def test_a_long_chain_of_ibids_stays_unjudged() -> None:
    made = text("Roe, 2019, p. 3; Doe, 2020, p. 28", *("Ibid., p. 112" for _ in range(1500)))
    assert found(made, "en", "PAG003") == []


@pytest.mark.parametrize(
    ("note", "lang", "excerpts"),
    [
        ("Jane Doe, “On Ledgers,” *Books* 12, no. 3 (2020): 26–34, here 92.", "en", ["here 92"]),
        ("Jane Doe, “On Ledgers,” *Books* 12, no. 3 (2020): 26–34, at 92.", "en", ["at 92"]),
        ("Jane Doe, “On Ledgers,” *Books* 12, no. 3 (2020): 26–34, here 29.", "en", []),
        ("Jane Doe, “On Ledgers,” *Books* 12, no. 3 (2020): 26–34.", "en", []),
        ("Jane Doe, “On Ledgers,” *Books* 12, no. 3 (2020): 26–34, and *Books* 12, no. 4 (2020), pp. 63–76.", "en", []),
        ("Jeanne Dupré, « Les registres », *Livres*, vol. 12, n° 3, 2020, p. 26-34, ici p. 92.", "fr", ["ici p. 92"]),
        ("Jeanne Dupré, « Les registres », *Livres*, vol. 12, n° 3, 2020, p. 26-34, ici p. 30.", "fr", []),
        ("Jeanne Dupré, *Les registres*, Paris, Quai, 2020, p. 26-34.", "fr", []),
    ],
)
def test_a_page_behind_the_range_that_the_note_gives(note: str, lang: str, excerpts: list[str]) -> None:
    assert [one.place.span.text for one in found(notes(note), lang, "PAG003")] == excerpts
