"""How thousands are set apart."""

from __future__ import annotations

import pytest

from tests.checks.style.auditing import flagged, found, mended, notes

EN = "They were 12,400 men, 18,600 women, 20,470 ships and 99,100 carts. "
FR = "Ils étaient 12 400 hommes, 18 600 femmes, 20 470 navires et 99 100 chars. "
SHORT = "They were 2,400 men, 18,600 women, 3,470 ships and 99,100 carts. "


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", EN + "Then 58000 sheep came.", [["58000"]]),
        ("en", EN + "Then 58 000 sheep came.", [["58 000"]]),
        ("en", EN + "Then 58.000 sheep came.", [["58.000"]]),
        ("en", SHORT + "Then 1180 drones came.", [["1180"]]),
        ("en", SHORT + "Then 1180 drones and 58000 sheep came.", [["1180", "58000"]]),
        ("fr", FR + "Puis vinrent 58000 moutons.", [["58000"]]),
        ("fr", FR + "Puis vinrent 58.000 moutons.", [["58.000"]]),
        ("fr", FR + "Puis vinrent 1,250 moutons.", [["1,250"]]),
        ("en", SHORT + "Then 1.250 lambs came.", [["1.250"]]),
        ("fr", FR + "Puis 2 400 drones, puis un essaim de 1180 drones.", [["1180"]]),
    ],
)
def test_another_way_is_found(lang: str, text: str, expected: list[list[str]]) -> None:
    assert flagged("STY005", text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "They were 12,400 men and 58000 sheep."),
        ("en", "They were 12,400 men, 58000 sheep, 18,600 women and 20470 ships."),
        ("en", EN + "Then 1180 drones and 2400 boats came."),
        ("en", EN + "Each weighed 4.125 tonnes, or 0.500 of a ton."),
        ("fr", FR + "Chacun pesait 4,125 tonnes, sur 2,500 mètres."),
        ("en", SHORT + "In 1291 three cantons met, in 1848 all of them."),
        ("en", SHORT + "The first stone is of 1066, the last of 1492."),
        ("fr", FR + "Puis 2 400 drones. En 1291 trois cantons s'unirent ; depuis 1386 ils sont huit."),
        ("en", SHORT + "Between 1315 and 1499 they fought, from 2004 to 2010 they paid."),
        ("en", SHORT + "It follows resolution 1373 of the Council, Regulation (EU) 2016/679 and ISO 27001."),
        ("en", SHORT + "See case no. 58123, file # 20784, No. 1386 and Nos. 1387."),
        ("fr", FR + "Puis 2 400 drones. Voir l'article 1382 du code, le dossier n° 58123 et la loi no 1386."),
        ("en", SHORT + "Write to 1211 Geneva, CH-3003 Bern, 75007 Paris or London SW1A 2AA."),
        ("en", SHORT + "Call +41 58 464 11 11, 022 123 45 67 or (0)20 7946 0958."),
        ("en", SHORT + "It is ISBN 978-2-07-036822-8 and ISSN 1234-5678."),
        ("en", SHORT + "Pay to CH93 0076 2011 6238 5295 7 or FR14 2004 1010 0505 0001 3M02 606."),
        ("en", SHORT + "It left at 14:30, at 14h30, on 12.05.2004 and on 2004-05-12."),
        ("en", SHORT + "See pages 1180-1195, chapter 1180 and the 1180th page."),
        ("en", SHORT + "Run `sleep 58000` or port 58000:80 on the Boeing 7478-B."),
        ("en", SHORT + "\n\n```\nsleep 58000 seconds\n```\n"),
        ("en", SHORT + "See https://example.org/58000/sheep and doi:10.9999/58000.\n"),
        ("en", SHORT + "\n\n" + notes("Doe, 2020, p. 1180")),
        ("en", SHORT + "\n\n## References\n\nDoe, J. (2020). *The 58000 sheep of 1291*. Press, 12(3), 1180-1195.\n"),
    ],
    ids=[
        "one-each", "half-and-half", "four-digits-closed", "fractions", "fractions-fr", "years", "years-at-end", "years-fr",
        "ranges-of-years", "laws", "files", "files-fr", "post-codes", "telephones", "isbn", "iban", "times", "pages", "code",
        "code-block", "addresses", "note", "entry",
    ],
)  # fmt: skip
def test_what_shows_no_habit_or_counts_nothing_is_passed_over(lang: str, text: str) -> None:
    assert flagged("STY005", text + "\n", lang) == []


def test_an_apostrophe_is_a_finding_of_its_own_and_its_fix_is_for_a_person() -> None:
    (one,) = found("STY005", "They were 23'000 men and 2'500'000 sheep.\n")
    assert (one.message, dict(one.values)["better"]) == ("swiss", "23,000")
    assert one.fix is not None
    assert not one.fix.safe
    assert "23,000 men and 2,500,000 sheep" in mended("STY005", "They were 23'000 men and 2'500'000 sheep.\n")


def test_the_fix_writes_the_usual_sign_and_leaves_decimals() -> None:
    assert "58,000.5 tonnes" in mended("STY005", EN + "Then 58000.5 tonnes came.\n")
    thin = FR.replace(" 400", "\u202f400").replace(" 600", "\u202f600").replace(" 470", "\u202f470")
    assert "58\u202f000 moutons" in mended("STY005", thin + "Puis vinrent 58000 moutons.\n", "fr")


FRENCH = (
    "# Rapport\n\nLe port de Brest a 12 400 grues et 18 600 bateaux<sup>1</sup>. Celui de Lorient veut atteindre {fr}"
    "<sup>2</sup>. Celui de Vannes a 20 470 bateaux<sup>3</sup>.\n\n"
    "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n<sup>3</sup> Kerbrat, 2012, p. 8\n\n"
)
ENGLISH = (
    "# Report\n\nThe port of Brest has 12,400 cranes and 18,600 boats.<sup>1</sup> That of Lorient plans to {en}."
    "<sup>2</sup> That of Vannes has 20,470 boats and 2,300 cranes.<sup>3</sup>\n\n"
    "<sup>1</sup> Morvan, 2005, p. 3\n\n<sup>2</sup> Kerbrat, 2012, p. 7\n\n<sup>3</sup> Kerbrat, 2012, p. 8\n"
)


@pytest.mark.parametrize(
    ("fr", "en", "expected"),
    [
        ("les 2000 personnes", "bring the number to 2000", [["2000"]]),
        ("ce nombre en 2000", "bring the number to it in 2000", []),
        ("les 2000 personnes en 2000", "bring the number to 2000 in 2000", []),
        ("les 2000 personnes", "bring the number to two thousand", []),
        ("les 1900 personnes", "bring the number to 2000", []),
    ],
    ids=["count", "year", "both", "words", "another"],
)
def test_a_bare_number_is_a_count_where_the_translation_says_so(fr: str, en: str, expected: list[list[str]]) -> None:
    text = FRENCH.format(fr=fr) + ENGLISH.format(en=en)
    assert [one for one in flagged("STY005", text, None) if "2000" in one] == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", EN + "See arXiv 2505.09598) and version 2016.4 [@doe2016]."),
        ("en", EN + "The student with the number 19795, enrolled for years, wrote it."),
        ("en", EN + "It follows Code Section 23101; the rest follows."),
        ("en", EN + "That was over $8 million in 2017 dollars."),
        ("en", EN + "It was told in Dem. 59 122</a>) and nowhere else."),
        ("fr", FR + "Cela date de juin 202315 et de 202416\n.\n"),
    ],
    ids=["paper", "student", "section", "money-of-a-year", "chapter-and-paragraph", "glued-marker"],
)
def test_what_counts_nothing_is_no_count(lang: str, text: str) -> None:
    assert flagged("STY005", text + "\n", lang) == []


def test_numbers_as_the_language_has_them_are_not_the_ones_to_mend() -> None:
    foreign = "Il y a 12.400.000 grues, 18.600.000 bateaux, 20.470.000 ports et "
    assert flagged("STY005", foreign + "31\u202f900\u202f000 moutons.\n", "fr") == []
    assert flagged("STY005", foreign + "31,900,000 moutons.\n", "fr") == [["31,900,000"]]


def test_only_a_sign_of_the_language_is_written_without_a_person() -> None:
    for text, safe in (
        (EN + "Then 58000 sheep came.\n", True),
        (EN + "The file 1453773 is closed.\n", False),
        ("They were 23000 men, 41000 women, 52000 cows and 58,000 sheep.\n", False),
    ):
        (one,) = found("STY005", text)
        assert one.fix is not None
        assert one.fix.safe is safe
