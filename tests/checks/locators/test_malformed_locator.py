"""PAG001: pages written otherwise than the others, and what cannot be a page."""

from __future__ import annotations

import pytest

from citecheck import audit
from citecheck.model.finding import Edit, Severity
from tests.checks.locators.auditing import found, notes, report
from tests.skips import REPORT, needs_report

HABIT = ("Doe, 2020, p. 4", "Doe, 2020, p. 5", "Doe, 2020, p. 8") * 3
LISTS = "\n## References\n\nDoe, J. (2020). On ledgers. *Journal of Books*, {}.\n"


def edits(*texts: str) -> list[Edit]:
    return [edit for one in found(notes(*texts), "en", "PAG001") if one.fix for edit in one.fix.edits]


@pytest.mark.parametrize(
    ("citation", "message", "excerpt", "good"),
    [
        ("Roe, 2019, 29", "unlabelled", "29", "p. 29"),
        ("Roe, 2019, 4-5, 21", "unlabelled", "4-5, 21", "p. 4-5, 21"),
        ("Ibid., 29", "unlabelled", "29", "p. 29"),
        ("Doe, op. cit., 29", "unlabelled", "29", "p. 29"),
        ("Roe, 2019, 29 (emphasis added)", "unlabelled", "29", "p. 29"),
        ("Roe, 2019, p.29", "spacing", "p.29", "p. 29"),
        ("Roe, 2019, p.29-31", "spacing", "p.29-31", "p. 29-31"),
        ("Roe, 2019, p.29 ff.", "spacing", "p.29", "p. 29"),
        ("Roe, 2019, p 29", "label", "p 29", "p. 29"),
        ("Roe, 2019, pp. 29", "label", "pp. 29", "p. 29"),
        ("Roe, 2019, page 29", "label", "page 29", "p. 29"),
        ("Roe, 2019, p. 29-", "endless", "p. 29-", None),
        ("Roe, 2019, p. 29–", "endless", "p. 29–", None),
        ("Roe, 2019, pp. 29-", "endless", "pp. 29-", None),
        ("Roe, 2019, p.29-", "endless", "p.29-", None),
        ("Roe, 2019, p.", "stray", "p.", None),
        ("Roe, 2019, p. ?", "stray", "p. ?", None),
        ("Roe, 2019, p. .29", "stray", "p. .29", "p. 29"),
        ("Roe, 2019, p, 29", "stray", "p, 29", "p. 29"),
        ("Roe, 2019, p, 29-31", "stray", "p, 29-31", "p. 29-31"),
        ("Roe, 2019, p.p. 29", "stray", "p.p. 29", "p. 29"),
        ("Roe, 2019, p, 2020", "stray", "p, 2020", None),
        ("Roe, 2019, p; 29", "stray", "p; 29", None),
        ("Roe, 2019, p. 27-C2.N100", "impossible", "p. 27-C2.N100", None),
        ("Roe, 2019, p. 12-xv", "impossible", "p. 12-xv", None),
        ("Roe, 2019, p. l2", "impossible", "p. l2", None),
        ("Roe, 2019, p. 2O", "impossible", "p. 2O", None),
        ("Roe, 2019, p. 00", "impossible", "p. 00", None),
    ],
)
def test_what_is_flagged(citation: str, message: str, excerpt: str, good: str | None) -> None:
    [one] = found(notes(*HABIT, citation), "en", "PAG001")
    assert (one.message, one.place.span.text, one.severity) == (message, excerpt, Severity.WARNING)
    assert [edit.replacement for edit in one.fix.edits] == [good] if one.fix else good is None


def test_a_colon_introduces_a_page_without_label() -> None:
    assert found(notes(*HABIT, "Roe 2019: 29"), "en", "PAG001") == []


@pytest.mark.parametrize(
    "locator",
    [
        *("p. 29", "p. 29-31", "pp. 29-31", "p. 29, 31", "p. 29 et 31", "p. 29 and 31", "p. 29 & 31", "p. 29, p. 31"),
        *("p. 115-16", "p. 1055-7", "p. 29--31", "p. 29 - 31", "p. 3-12–3-15"),
        *("p. xii", "p. XII", "p. xii-xv", "pp. xii-xv", "p. xii-4", "p. II-14", "p. A-12", "p. xii, 4"),
        *("p. A12", "p. S12-S14", "p. e0123456", "p. 123456.e7", "p. B1, B4"),
        *("p. 12a", "p. 12v-13r", "pp. 12r-13v", "p. 12-13bis", "p. 12n3", "p. 12 n. 3", "p. 12, n. 3", "n. 3"),
        *(
            "p. 12 sq.",
            "pp. 12 sq.",
            "p. 12ff.",
            "p. 12 ff.",
            "pp. 12 ff.",
            "pp. 5 et seq.",
            "p. 12 et suiv.",
            "p. 12 s.",
        ),
        *("passim", "p. 12, passim", "chap. 3", "art. 5", "§ 12", "l. 40", "fol. 12v", "fig. 3", "p. 12, fig. 3"),
        *("12:30", "01:12:30", "2:29", "3.2", "7 March", "12 July 2019", "3 vols", "5 pages", "29 %", "vol. 2, p. 12"),
    ],
)
def test_what_passes(locator: str) -> None:
    assert found(notes(*HABIT, f"Roe, 2019, {locator}"), "en", "PAG001") == []


@pytest.mark.parametrize(
    ("pages", "excerpts"),
    [
        *(
            (pages, [])
            for pages in ("12(3), 26–34", "12(3), e0123456", "12(3), S12–S14", "164(5-6), 26-34", "12(3), pp. 26–34")
        ),
        ("In A. Roe (Ed.), *Books* (p. 27-C2.N100). Press", ["27-C2.N100"]),
    ],
)
def test_pages_of_entries(pages: str, excerpts: list[str]) -> None:
    text = "A (Doe, 2020)." + LISTS.format(pages).replace("*Journal of Books*, In", "In")
    assert [one.place.span.text for one in found(text, "en", "PAG001")] == excerpts


def test_brackets_have_a_habit_of_their_own() -> None:
    bracketed = "B (Doe, 2020, 4). C (Doe, 2020, 5). D (Doe, 2020, 8). "
    assert found(bracketed + notes(*HABIT), "en", "PAG001") == []
    [one] = found(bracketed + "E (Roe, 2019, p. 9). " + notes(*HABIT), "en", "PAG001")
    assert (one.message, one.place.span.text) == ("labelled", "p. 9")


def test_without_a_habit_the_rule_abstains() -> None:
    made = report(notes("Doe, 2020, p. 4", "Doe, 2020, 5", "Doe, 2020, p. 8", "Doe, 2020, 9"))
    assert [one for one in made.findings if one.code == "PAG001"] == []
    assert ("PAG001", "no-habit") in {(one.code, one.reason) for one in made.abstained}


def test_one_slip_among_many_notes() -> None:
    text = notes(*(f"Doe, 2020, p. {number}" for number in range(1, 1500)), "Roe, 2019, 29")
    assert len(found(text, "en", "PAG001")) == 1


@needs_report
def test_the_pages_of_the_report() -> None:
    made = audit([str(REPORT)], select=["PAG"]).findings
    assert [(one.code, one.lang, one.place.note or one.place.entry) for one in made] == [
        *(("PAG001", "fr", number) for number in ("39", "45", "50", "167", "42")),
        *(("PAG001", "en", number) for number in ("34", "39")),
        *(("PAG001", "en", number) for number in ("125", "42")),
    ]


@pytest.mark.parametrize("pages", ["p. e2207159119", "p. eaaz1234", "p. 0123456789", "e17"])
def test_the_number_of_an_article_stands_in_place_of_pages(pages: str) -> None:
    assert found("A (Doe, 2020)." + LISTS.format(f"*12*(3), {pages}"), "en", "PAG001") == []


def test_english_asks_for_pp_before_several_pages() -> None:
    texts = ("Doe, 2020, p. 4-5", "Doe, 2020, p. 6-7", "Doe, 2020, p. 8-9", "Roe, 2019, pp. 10-11")
    assert found(notes(*texts), "en", "PAG001") == []
    assert len(found(notes(*texts), "fr", "PAG001")) == 1


@pytest.mark.parametrize(
    ("citation", "excerpts"),
    [
        ("Roe 2019, 2l2.", ["2l2"]),
        ("Roe 2019, l66.", ["l66"]),
        ("Roe 2019, 41O.", ["41O"]),
        ("Roe 2019, 212.", []),
        ("Roe 2019, I; Doe 2020, 5.", []),
        ("Roe 2019, l’auteur.", []),
    ],
)
def test_a_letter_among_digits(citation: str, excerpts: list[str]) -> None:
    habit = ("Doe 2020, 4.", "Doe 2020, 5.", "Doe 2020, 8.")
    assert [one.place.span.text for one in found(notes(*habit, citation), "en", "PAG001")] == excerpts
