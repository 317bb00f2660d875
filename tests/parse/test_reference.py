"""References in the styles met most, and entries that were glued together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.model.reference import Reference
from citecheck.parse.glued import split_entry
from citecheck.parse.reference import read_reference
from citecheck.parse.urls import find_urls
from tests.parse.texts import ANY_NOTE, ANY_TEXT, QUICK, whole


def read(text: str, before: Reference | None = None) -> Reference:
    span = whole(text)
    return read_reference(span, find_urls(span), before)


FIELDS = (
    "year",
    "suffix",
    "date",
    "title",
    "container",
    "publisher",
    "place",
    "volume",
    "issue",
    "pages",
    "doi",
    "accessed",
    "type",
)

ENTRIES: list[tuple[str, list[str], dict[str, str]]] = [
    ("Crane, Paul. 'The Wharf: Harbours' Rights and a Child's Right', *Harbour Review Online*, 72.3 (2016): 45-71.", ["Crane|Paul"],
     {"year": "2016", "date": "2016", "title": "The Wharf: Harbours' Rights and a Child's Right", "container": "Harbour Review Online", "type": "article"}),
    ("Crane, P. (2016). Enter the 'Dragon': The Wharf. Nordlys.", ["Crane|P."],
     {"year": "2016", "date": "2016", "title": "Enter the 'Dragon': The Wharf", "publisher": "Nordlys", "type": "document"}),
    ("Crane, Paul. ‘The Wharf’, *Nordlys Online*, 13 November 2013, https://quai.example/wharf.", ["Crane|Paul"],
     {"year": "2013", "date": "2013-11-13", "title": "The Wharf", "container": "Nordlys Online", "type": "article-newspaper"}),
    ("Crane, Paul. « Le quai », *Le Port en ligne*, 13 novembre 2013, https://quai.example/quai.", ["Crane|Paul"],
     {"year": "2013", "date": "2013-11-13", "title": "Le quai", "container": "Le Port en ligne", "type": "article-newspaper"}),
    ("Smith, J., 2019. The title of a book. London: Routledge.", ["Smith|J."],
     {"year": "2019", "date": "2019", "title": "The title of a book", "publisher": "Routledge", "place": "London", "type": "document"}),
    ("Smith, J. and Jones, K., 2020. An article about things. Journal of Things, 12(3), pp.45–67.", ["Smith|J.", "Jones|K."],
     {"year": "2020", "date": "2020", "title": "An article about things", "container": "Journal of Things", "volume": "12", "issue": "3",
      "pages": "45–67", "type": "article-journal"}),
    ("U.S. Dept. of Barges, “Barge inventory 2020,” Barge Office, Harbour City, Rep. 20-104, 2020.", ["U.S. Dept. of Barges|"],
     {"year": "2020", "date": "2020", "title": "Barge inventory 2020", "type": "document"}),
    ("Smith, Jane M. (2002) 2010. *The Title of the Book*. Oxford: Oxford University Press.", ["Smith|Jane M."],
     {"year": "2010", "date": "2010", "title": "The Title of the Book", "publisher": "Oxford University Press", "place": "Oxford", "type": "book"}),
    ("Smith, Jane. 2019. *The Title of the Book*. Oxford: Oxford University Press.", ["Smith|Jane"],
     {"year": "2019", "date": "2019", "title": "The Title of the Book", "publisher": "Oxford University Press", "place": "Oxford", "type": "book"}),
    ("Smith, Jane. *The Title of the Book*. Oxford: Oxford University Press, 2015.", ["Smith|Jane"],
     {"year": "2015", "date": "2015", "title": "The Title of the Book", "publisher": "Oxford University Press", "place": "Oxford", "type": "book"}),
    ("Doe, John. “An Article about Things.” *Journal of Things* 12, no. 3 (2019): 45–67.", ["Doe|John"],
     {"year": "2019", "date": "2019", "title": "An Article about Things", "container": "Journal of Things", "volume": "12", "issue": "3",
      "pages": "45–67", "type": "article-journal"}),
    ("Dupont, J. & Martin, P. (2019). *Titre du livre*. Paris : Gallimard.", ["Dupont|J.", "Martin|P."],
     {"year": "2019", "date": "2019", "title": "Titre du livre", "publisher": "Gallimard", "place": "Paris", "type": "book"}),
    ("Dupont, J. (2019a). Titre de l'article. *Revue des choses*, 12(3), 45-67. https://doi.org/10.1000/abc", ["Dupont|J."],
     {"year": "2019", "suffix": "a", "date": "2019", "title": "Titre de l'article", "container": "Revue des choses", "volume": "12",
      "issue": "3", "pages": "45-67", "doi": "10.1000/abc", "type": "article-journal"}),
    ("Dupont, J. (2019). Titre de l'article. *Revue des choses*, 12(3), 45--67.", ["Dupont|J."],
     {"year": "2019", "date": "2019", "title": "Titre de l'article", "container": "Revue des choses", "volume": "12",
      "issue": "3", "pages": "45-67", "type": "article-journal"}),
    ("DUPONT Jean, *Titre du livre*, Paris, Gallimard, 2001, 250 p.", ["DUPONT|Jean"],
     {"year": "2001", "date": "2001", "title": "Titre du livre", "publisher": "Gallimard", "place": "Paris", "type": "book"}),
    ("DUPONT Jean, « Titre de l'article », *Revue des choses*, vol. 3, n° 2, 2019, p. 12-15.", ["DUPONT|Jean"],
     {"year": "2019", "date": "2019", "title": "Titre de l'article", "container": "Revue des choses", "volume": "3", "issue": "2",
      "pages": "12-15", "type": "article-journal"}),
    ("Ministère des Armées. (2021). *Actualisation stratégique*. Paris : Ministère des Armées.", ["Ministère des Armées|"],
     {"year": "2021", "date": "2021", "title": "Actualisation stratégique", "publisher": "Ministère des Armées", "place": "Paris", "type": "book"}),
    ("World Health Organization (WHO). (2020). *World health statistics*. Geneva: WHO.", ["World Health Organization|"],
     {"year": "2020", "date": "2020", "title": "World health statistics", "publisher": "WHO", "place": "Geneva", "type": "book"}),
    ("Department of Health, Education and Welfare. (1979). Healthy people. Washington, DC: GPO.",
     ["Department of Health, Education and Welfare|"],
     {"year": "1979", "date": "1979", "title": "Healthy people", "publisher": "GPO", "place": "Washington, DC", "type": "document"}),
    ('"A title of a page". (2020, 20 April). *News*. Retrieved from: <https://x.org/a/b>.', [],
     {"year": "2020", "date": "2020-04-20", "title": "A title of a page", "container": "News", "type": "article-newspaper"}),
    ("“A title of a page.” *The Guardian*, 3 May 2020. https://x.org/a/c.", [],
     {"year": "2020", "date": "2020-05-03", "title": "A title of a page", "container": "The Guardian", "type": "article-newspaper"}),
    ("Smith J, Doe A. Title of the article. J Things. 2019;12(3):45-67.", ["Smith|J", "Doe|A"],
     {"year": "2019", "date": "2019", "title": "Title of the article", "container": "J Things", "volume": "12", "issue": "3",
      "pages": "45-67", "type": "article-journal"}),
    ("Smith, J. (n.d.). About us. Retrieved 3 May 2021, from https://x.org/about", ["Smith|J."],
     {"year": "n.d.", "title": "About us", "accessed": "2021-05-03", "type": "webpage"}),
    ("Smith, J. (s.d.). À propos. Consulté le 3 mai 2021 sur https://x.org/apropos", ["Smith|J."],
     {"year": "n.d.", "title": "À propos", "accessed": "2021-05-03", "type": "webpage"}),
    ("Annual report. (2020). Paris: OECD.", [],
     {"year": "2020", "date": "2020", "title": "Annual report", "publisher": "OECD", "place": "Paris", "type": "document"}),
    ("OECD (2020), *Economic Outlook*, Paris, OECD Publishing.", ["OECD|"],
     {"year": "2020", "date": "2020", "title": "Economic Outlook", "publisher": "OECD Publishing", "place": "Paris", "type": "book"}),
    ("Brown, A. (Ed.). (2018). *A handbook*. Cham: Springer.", ["Brown|A."],
     {"year": "2018", "date": "2018", "title": "A handbook", "publisher": "Springer", "place": "Cham", "type": "book"}),
    ("Brown, A. (2018). Chapter title. In C. Clark & D. Davis (Eds.), *A handbook* (pp. 12-34). Cham: Springer.", ["Brown|A."],
     {"year": "2018", "date": "2018", "title": "Chapter title", "container": "A handbook", "publisher": "Springer", "place": "Cham",
      "pages": "12-34", "type": "chapter"}),
    ("Loi n° 2018-607 du 13 juillet 2018 relative à la programmation militaire.", [],
     {"year": "2018", "date": "2018-07-13", "title": "Loi n° 2018-607 du 13 juillet 2018 relative à la programmation militaire",
      "type": "document"}),
    ("Li, X., Wang, Y., Zhang, Z., et al. (2021). A title. *Nature*, 590, 45–49.", ["Li|X.", "Wang|Y.", "Zhang|Z."],
     {"year": "2021", "date": "2021", "title": "A title", "container": "Nature", "volume": "590", "pages": "45–49", "type": "article-journal"}),
    ("BBC News (2022) ‘A title in single quotes’, 3 March. Available at: https://bbc.co.uk/news/1 (Accessed: 4 March 2022).", ["BBC News|"],
     {"year": "2022", "date": "2022", "title": "A title in single quotes", "accessed": "2022-03-04", "type": "webpage"}),
    ("Smith, J. (2019) *Title in Harvard*. 2nd edn. London: Penguin.", ["Smith|J."],
     {"year": "2019", "date": "2019", "title": "Title in Harvard", "publisher": "Penguin", "place": "London", "type": "book"}),
    ("Doe, J. (2023, 7 March). A title. *Paper*.", ["Doe|J."],
     {"year": "2023", "date": "2023-03-07", "title": "A title", "container": "Paper", "type": "article-newspaper"}),
    ("*A Title in Italics*, Paris, 2015.", [], {"year": "2015", "date": "2015", "title": "A Title in Italics", "type": "book"}),
    ("Only words that tell nothing", [], {"title": "Only words that tell nothing", "type": "document"}),
]  # fmt: skip

TOLD: list[tuple[str, list[str], str | None, str | None]] = [
    # Pages behind a colon are no year.
    (
        "Krow A, Brown M. Hidden currents of the harbours. J Ice Biol. 1994; 235:1501-1531.",
        ["Krow|A", "Brown|M"],
        "1994",
        "Hidden currents of the harbours",
    ),
    (
        "Kall F, Chac A, et al. Fast search for ice. Nat Harb. 2025;22:2024-2027.",
        ["Kall|F", "Chac|A"],
        "2025",
        "Fast search for ice",
    ),
    ("Krow, A. “Hidden currents.” *Ice Biology* 12 (1994), pp. 1901–1910.", ["Krow|A."], "1994", "Hidden currents"),
    ("Krow, A. *Hidden currents*. Northport: Quay, 1990-1995.", ["Krow|A."], "1990", "Hidden currents"),
    (
        "Vict, Tania. « Rythmes », *Marina. Poésie (1912-1941). Poèmes (1921-1941)*, Paris, Quai, p. 17-30.",
        ["Vict|Tania"],
        None,
        "Rythmes",
    ),
    ("Vict, T. « Rythmes », *Revue des quais*, 12 (1921-1922), p. 17-30.", ["Vict|T."], "1921", "Rythmes"),
    # The day of access behind the medium.
    ("*Native Ice Database.* Evergreen, n.d. Web. 31 Jan. 2015.", [], "n.d.", "Native Ice Database"),
    (
        "Crane, Paula. “Where Has the Ice Gone?” *Quay Studies* 56(2008): 81-98. Web. 31 Jan. 2015.",
        ["Crane|Paula"],
        "2008",
        "Where Has the Ice Gone?",
    ),
    # Names as they are spoken, set off by stops.
    (
        "Roland J. Willow. Simple currents for ice. Mach. Harb., 8(3-4):229-256, 1992.",
        ["Willow|Roland J."],
        "1992",
        "Simple currents for ice",
    ),
    (
        "Michael Selm Schlick, Thomas N. Kip, Rianna van den Berg, and Max Well. Modeling quays. CoRR, abs/1703.06, 2017.",
        ["Schlick|Michael Selm", "Kip|Thomas N.", "van den Berg|Rianna", "Well|Max"],
        "2017",
        "Modeling quays",
    ),
    (
        "Chris Lenz et Roger Watt. La limite des glaces. In *Actes du colloque*, pages 394-407, 2008.",
        ["Lenz|Chris", "Watt|Roger"],
        "2008",
        "La limite des glaces",
    ),
    ("Northern harbours and quays. Annual report. 2019.", [], "2019", "Northern harbours and quays"),
    # A year without a stop before it, and one before all else.
    ("Sims-Zhan 2006. *Harbours of Ice*.", ["Sims-Zhan|"], "2006", "Harbours of Ice"),
    ("Krow et Brown 2006. *Le port de glace*. Quai.", ["Krow|", "Brown|"], "2006", "Le port de glace"),
    ("1942. Zerr, Otto. *The Wharf at Night*. Northport: Quay.", ["Zerr|Otto"], "1942", "The Wharf at Night"),
    ("2003. Morl, Ian. “The Origins of Ice.”", ["Morl|Ian"], "2003", "The Origins of Ice"),
    ("*1984*. London: Secker, 1949.", [], "1949", "1984"),
    # Where a title ends.
    (
        "Chau, S., & Lerc, A. (2013). I. Les ports et la glace (pp. 10–21). La Maison.",
        ["Chau|S.", "Lerc|A."],
        "2013",
        "I. Les ports et la glace",
    ),
    (
        "Benas, I., & Lag, J. (2017). Quel est le rôle du port ? Ports & Avenir, 92(2), 87–108.",
        ["Benas|I.", "Lag|J."],
        "2017",
        "Quel est le rôle du port ?",
    ),
    ("Benas, I. (2017). Whose ice? Harbours at war. Quay Press.", ["Benas|I."], "2017", "Whose ice? Harbours at war"),
    ("[The Ice Report](https://quai.example/ice) — A yearly report on ice", [], None, "The Ice Report"),
    ("[The Future of Ice](https://quai.example/ice) - Andrew Karp", ["Karp|Andrew"], None, "The Future of Ice"),
    (
        "Crane, Paul, and Ann Poe. 'Not quite a myriad of quays' *Nordlys* 31.5 (2013): 404.",
        ["Crane|Paul", "Poe|Ann"],
        "2013",
        "Not quite a myriad of quays",
    ),
    (
        "Ray Brass, ‘Levels: Against “Flat Quays”’ in Ann Dyke (ed.), *Under Ice*, Omnia, 2015, pp. 64-80.",
        ["Ray Brass|"],
        "2015",
        "Levels: Against “Flat Quays”",
    ),
    (
        "Ral, R. 'Ice and Countervail' in L Gitel, *Raw Ice Is Not Raw*, Harbour: Quay Press, 2013.",
        ["Ral|R."],
        "2013",
        "Ice and Countervail",
    ),
    # Authors left out before the last one, joined by the same word again and again, and of a body with "and".
    (
        "Sovac, B. K., Anders, R., … & Thyg, F. (2016). Balancing ice. Quay, 112, 52-65.",
        ["Sovac|B. K.", "Anders|R.", "Thyg|F."],
        "2016",
        "Balancing ice",
    ),
    (
        "Yan Xi and J.J. Allard and Garrett Grole (2018). The Quay Guide. Quay Press.",
        ["Xi|Yan", "Allard|J.J.", "Grole|Garrett"],
        "2018",
        "The Quay Guide",
    ),
    (
        "Committee on Harbours and Trade. (2025, September 5). *The Cover of Ice*. Quay Press.",
        ["Committee on Harbours and Trade|"],
        "2025",
        "The Cover of Ice",
    ),
    (
        "Donet-Vince*,* Danielle. *De glace et de silence*, Paris, Le Quai, 2003.",
        ["Donet-Vince|Danielle"],
        "2003",
        "De glace et de silence",
    ),
    (
        "**Bounf A., Fern V. \\(2016\\)**, Cloud Based Harbour Design, Harbour Review.",
        ["Bounf|A.", "Fern|V."],
        "2016",
        "Cloud Based Harbour Design, Harbour Review",
    ),
    # The year of the first edition behind that of the one used.
    (
        "Lefeb, Henri. *The Making of Quays*, Malden MA: Black, 1991 (1974).",
        ["Lefeb|Henri"],
        "1991",
        "The Making of Quays",
    ),
]


@pytest.mark.parametrize(("text", "authors", "year", "title"), TOLD)
def test_what_a_reference_tells(text: str, authors: list[str], year: str | None, title: str | None) -> None:
    made = read(text)
    assert [f"{one.family}|{one.given}" for one in made.authors] == authors
    assert (made.year, made.title) == (year, title)


@pytest.mark.parametrize(("text", "authors", "expected"), ENTRIES, ids=[text[:50] for text, *_ in ENTRIES])
def test_an_entry(text: str, authors: list[str], expected: dict[str, str]) -> None:
    made = read(text)
    assert [f"{one.family}|{one.given}" for one in made.authors] == authors
    told = {name: value for name in FIELDS if (value := getattr(made, name))}
    assert told == expected


@pytest.mark.parametrize(
    ("text", "et_al", "author_text"),
    [
        ("Li, X., Wang, Y., et al. (2021). A title.", True, "Li, X., Wang, Y., et al"),
        ("Doe, J. (2021). A title.", False, "Doe, J"),
        ("World Health Organization (WHO). (2020). A title.", False, "World Health Organization (WHO)"),
    ],
)
def test_the_authors_as_printed(text: str, et_al: bool, author_text: str) -> None:
    made = read(text)
    assert (made.et_al, made.author_text) == (et_al, author_text)
    assert made.author_span is not None
    assert author_text in made.author_span.text


@pytest.mark.parametrize("dash", ["—", "———", "–––", "---", "___", "―"])
def test_a_dash_repeats_the_author_above(dash: str) -> None:
    above = read("Doe, J. (2019). The first title. Press.")
    made = read(f"{dash} (2020). The second title. Press.", above)
    assert (made.authors, made.year, made.title) == (above.authors, "2020", "The second title")
    assert made.author_span is None


def test_a_dash_before_emphasis_of_html_loses_nothing_of_it() -> None:
    above = read("Doe, J. (2019). The first title. Press.")
    made = read("――――. <em>Drei Häfen</em> [1905], trad. de Ann Roe, Quai, 1962.", above)
    assert (made.authors, made.year, made.title) == (above.authors, "1962", "Drei Häfen")


def test_a_dash_behind_an_anchor_repeats_the_author_above() -> None:
    above = read("Harbour Office. “One.” *Notes*. 2020a.")
    assert read("<a name='b'></a>———. “Two.” *Notes*. 2020b.", above).authors == above.authors


@pytest.mark.parametrize(
    ("text", "date", "accessed"),
    [
        ("Jane Doe, “One,” https://x.org/a.pdf, Harbour Office, August 1973.", "1973-08", None),
        ("Jane Doe, “One,” https://x.org/a.pdf, accessed 4 August 1973.", None, "1973-08-04"),
        ("Jane Doe, « Un », https://x.org/a.pdf, mai 1981, consulté le 4 août 1983.", "1981-05", "1983-08-04"),
        ("Jane Doe, “Who Joined an Online Ring,” Press, May 6, 2009, https://x.org/a.", "2009", None),
    ],
)
def test_the_date_stands_on_either_side_of_the_address(text: str, date: str | None, accessed: str | None) -> None:
    made = read(text)
    assert (made.date, made.accessed) == (date, accessed)


def test_an_issue_of_a_journal_without_volumes() -> None:
    made = read("Doe, J. (2009), « Un », *Revue des ports*, n° 37, p. 1-20.")
    assert (made.volume, made.issue, made.pages) == (None, "37", "1-20")


def test_a_label_in_front_is_no_part_of_an_entry() -> None:
    made = read("[Doe, 2005] Jane Doe, *Les ports*, Lyon, Lanterne, 2005.")
    assert (made.authors[0].family, made.title) == ("Jane Doe", "Les ports")


def test_a_dash_without_anything_above_is_no_author() -> None:
    assert read("— (2020). The second title. Press.").authors == ()


@QUICK
@given(text=ANY_NOTE | ANY_TEXT, repeated=st.booleans())
def test_any_entry_is_read_and_its_spans_lie_in_it(text: str, repeated: bool) -> None:
    above = read("Doe, J. (2019). A title. Press.") if repeated else None
    span = whole(text)
    made = read_reference(span, find_urls(span), above)
    assert made.span == span
    for one in (made.title_span, made.author_span):
        assert one is None or (span.source is one.source and 0 <= one.start <= one.end <= len(text))
    if made.year not in (None, "n.d.") and not (above and made.authors == above.authors):
        assert made.year in text
    assert made == replace(made)


@QUICK
@given(text=ANY_NOTE | ANY_TEXT)
def test_the_parts_of_an_entry_follow_each_other(text: str) -> None:
    span = whole(text)
    parts = split_entry(span, find_urls(span))
    reached = 0
    for part in parts:
        assert reached <= part.start <= part.end <= len(text)
        reached = part.end


NAME = st.sampled_from(["Doe", "Roe", "Łukasz", "O'Neill", "van der Berg"])
TITLE = st.sampled_from(["The bridge and the river", "A history of the port", "Of ships", "What it costs: a survey"])


@QUICK
@given(
    people=st.lists(NAME, min_size=1, max_size=3, unique=True),
    year=st.integers(1900, 2029),
    suffix=st.sampled_from(["", "a", "b"]),
    title=TITLE,
    end=st.sampled_from(["London: Harrow.", "*Journal of Ports*, 3(2), 4-19.", "Retrieved from: <https://x.org/a/b>."]),
)
def test_what_is_printed_in_the_style_most_met_is_read_back(
    people: list[str], year: int, suffix: str, title: str, end: str
) -> None:
    names = " & ".join(f"{name}, J." for name in people)
    made = read(f"{names} ({year}{suffix}). {title}. {end}")
    assert [one.family for one in made.authors] == people
    assert (made.year, made.suffix, made.title) == (str(year), suffix, title)


@pytest.mark.parametrize(
    ("text", "year", "accessed"),
    [
        ("Rowe, E.: Tides and their stone. Available at SSRN (2022).", "2022", None),
        ("Rowe, E. (2019). Tides. Retrieved March 3, 2022, from https://example.org/a", "2019", "2022-03-03"),
    ],
)
def test_a_place_and_a_year_behind_available_at_are_of_the_work(text: str, year: str, accessed: str | None) -> None:
    reference = read(text)
    assert (reference.year, reference.accessed) == (year, accessed)
