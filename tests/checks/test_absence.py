"""Rules of absence ask how a text was read before they speak: what is mostly wrong is rather the reading, or what was given
to read, than the text."""

from __future__ import annotations

import pytest

from citecheck.api import audit
from citecheck.model.report import Report

WORDS = (
    "Alder",
    "Birch",
    "Cedar",
    "Dogwood",
    "Elder",
    "Firth",
    "Gorse",
    "Hazel",
    "Ivory",
    "Juniper",
    "Kelpie",
    "Linden",
)


def report(text: str, bibliography: str | None = None) -> Report:
    contents = {"a.md": text.encode()} | ({"b.bib": bibliography.encode()} if bibliography else {})
    return audit(["a.md"], contents=contents, bibliography="b.bib" if bibliography else None)


def told(made: Report, code: str) -> tuple[int, list[str]]:
    """How often a rule speaks, and why it does not judge."""
    return sum(found.code == code for found in made.findings), [
        one.reason for one in made.abstained if one.code == code
    ]


def entries(names: tuple[str, ...]) -> str:
    return "\n\n## Bibliography\n\n" + "\n\n".join(f"{name}, A. (2019). *On {name}*. Oslo: Nordlys." for name in names)


@pytest.mark.parametrize(("cited", "spoken", "why"), [(5, 0, ["mostly-uncited"]), (9, 3, [])])
def test_a_list_of_which_most_is_cited_nowhere_is_more_than_the_sources(
    cited: int, spoken: int, why: list[str]
) -> None:
    text = " ".join(f"So it is ({name}, 2019)." for name in WORDS[:cited])
    assert told(report(text + entries(WORDS)), "CIT002") == (spoken, why)


@pytest.mark.parametrize(("missing", "spoken", "why"), [(6, 0, ["poorly-resolved"]), (2, 2, [])])
def test_where_most_citations_resolve_to_nothing_none_is_said_to_be_missing(
    missing: int, spoken: int, why: list[str]
) -> None:
    text = " ".join(f"So it is ({name}, 2019, p. 4)." for name in WORDS)
    assert told(report(text + entries(WORDS[missing:])), "CIT001") == (spoken, why)


@pytest.mark.parametrize(("called", "spoken", "why"), [(3, 0, ["notes-uncalled"]), (10, 2, [])])
def test_notes_of_which_most_are_called_nowhere_are_those_of_other_files(
    called: int, spoken: int, why: list[str]
) -> None:
    text = " ".join(f"So it is.[^{at}]" for at in range(called))
    notes = "\n\n".join(f"[^{at}]: It is said of {name} too." for at, name in enumerate(WORDS))
    assert told(report(f"{text}\n\n{notes}\n"), "NUM001") == (spoken, why)


@pytest.mark.parametrize(("noted", "spoken", "why"), [(3, 0, ["markers-unanswered"]), (10, 2, [])])
def test_markers_of_which_most_have_no_note_are_answered_in_other_files(
    noted: int, spoken: int, why: list[str]
) -> None:
    text = " ".join(f"So it is.[^{at}]" for at in range(len(WORDS)))
    notes = "\n\n".join(f"[^{at}]: It is said of {name} too." for at, name in enumerate(WORDS[:noted]))
    assert told(report(f"{text}\n\n{notes}\n"), "NUM002") == (spoken, why)


def test_of_a_bibliography_file_only_what_is_cited_is_judged() -> None:
    bib = "".join(
        f'@book{{{name.lower()}, author = {{{name}, A.}}, title = {{On "{name}}}, year = 2019}}\n' for name in WORDS
    )
    bib += "@book{lack, title = {Of nothing}}\n@book{lost, title = {Of no one}}\n"
    text = " ".join(f"So it is [@{name.lower()}]." for name in WORDS) + " And so [@lack].\n"
    made = report(text, bib)
    assert [found.place.entry_id for found in made.findings if found.code == "CIT010"] == ["lack"]
    # A quotation mark in a file is markup, and its order is nobody's.
    assert told(made, "STY004") == (0, [])
    assert told(made, "NUM009") == (0, ["no-bibliography"])


@pytest.mark.parametrize(
    "note",
    [
        "‘Creating One Harbour’, Nordlys Symposium, https://quai.example/a",
        "Nordlys Symposium, https://quai.example/a",
        "Asunder, https://quai.example/a",
        "NORDLYS – Keeping the quay – web link: https://quai.example/news/100 – visited in 2024",
        "the thing about quays (2014) https://quai.example/news/2014/quays",
    ],
)
def test_an_address_beside_a_name_or_a_title_is_no_bare_one(note: str) -> None:
    assert told(report(f"So it is.[^1]\n\n[^1]: {note}\n"), "CIT010") == (0, [])


def test_the_day_of_consultation_is_no_date() -> None:
    entry = "Crane, P. *The Wharf*. https://quai.example/wharf (accessed 3 May 2021)."
    assert told(report(f"So it is ({WORDS[0]}, 2019)." + entries(WORDS[:4]) + f"\n\n{entry}\n"), "CIT010")[0] == 1


@pytest.mark.parametrize("lead", ["", "See: ", "Voir le site : "])
def test_an_address_behind_a_lead_is_bare(lead: str) -> None:
    assert (
        told(report(f"So it is, and it was the same.[^1]\n\n[^1]: {lead}https://quai.example/a/b\n"), "CIT010")[0] == 1
    )


@pytest.mark.parametrize(
    "entry",
    [
        "Crane, P. The Wharf. Oslo, seen in the spring of 2016 and after.",
        "____. 'The Wharf of the North', 2016, Oslo.",
        "Crane, Paul. ‘Faster than the tide’, 2016.",
    ],
)
def test_what_the_text_shows_is_not_said_to_be_lacking(entry: str) -> None:
    assert told(report(f"So it is ({WORDS[0]}, 2019)." + entries(WORDS[:4]) + f"\n\n{entry}\n"), "CIT010")[0] == 0


def severities(made: Report, code: str) -> list[str]:
    return [found.severity.value for found in made.findings if found.code == code]


@pytest.mark.parametrize(
    ("lacking", "expected"),
    [
        ("Crane, P. *The Wharf*. Oslo: Nordlys.", ["warning"]),
        ("Crane, P. « Le quai », *Revue du port*, vol. 3, p. 4-9.", ["warning"]),
        ("Crane, P. *The Wharf*. https://quai.example/wharf.", ["info"]),
        ("« Le quai », *Port*, https://quai.example/wharf.", ["info"]),
        ("Crane, Paul. Essays. paulcrane.example/essays/ (accessed January 1, 2018)", ["info"]),
    ],
)
def test_a_web_page_without_a_date_is_an_information(lacking: str, expected: list[str]) -> None:
    assert (
        severities(report(f"So it is ({WORDS[0]}, 2019)." + entries(WORDS[:4]) + f"\n\n{lacking}\n"), "CIT010")
        == expected
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://quai.example/news/2021/05/the-harbour-is-closed", "warning"),
        ("https://quai.example/rapports/avenir-du-port-en-hiver/", "warning"),
        ("https://quai.example/files/report.pdf", "warning"),
        ("https://quai.example/en/products", "info"),
        ("https://github.com/quai/harbour-of-the-north", "info"),
        ("https://docs.quai.example/guide/how-to-begin-here", "info"),
    ],
)
def test_an_address_alone_matters_where_it_leads_to_a_page(address: str, expected: str) -> None:
    assert severities(report(f"So it is, and it was the same.[^1]\n\n[^1]: {address}\n"), "CIT010") == [expected]


def test_addresses_alone_may_be_how_a_document_cites() -> None:
    text = "".join(f"So it is.[^{number}]\n\n" for number in range(1, 8))
    notes = "".join(f"[^{number}]: https://quai.example/news/{number}00/of-the-old-harbour\n" for number in range(1, 8))
    assert set(severities(report(text + notes), "CIT010")) == {"info"}


@pytest.mark.parametrize(
    "line",
    [
        "*The whole list of what was checked: [SOURCES.md](../SOURCES.md).*",
        "*Toutes les sources : [la liste]({{ '/fr/liste/' }})*",
    ],
)
def test_a_line_that_leads_to_another_file_is_no_entry_without_date(line: str) -> None:
    assert severities(report(f"So it is ({WORDS[0]}, 2019)." + entries(WORDS[:4]) + f"\n\n{line}\n"), "CIT010") == []


@pytest.mark.parametrize(
    "note",
    [
        "Crane made the word *potlatch* known for a custom of the coast, in which a chief is given things that are then burnt before all, "
        "and for which he wrote of the whole of giving in a well-known [essay](https://quai.example/essay), which all have read since.",
        "Crane a fait connaître le mot *potlatch* pour une coutume de la côte, où l'on offre à un chef des choses qui seront ensuite détruites "
        "devant tous, et dont il traite dans un [essai](https://quai.example/essai) que chacun a lu depuis.",
    ],
)
def test_a_sentence_in_a_note_lacks_no_date(note: str) -> None:
    assert severities(report(f"So it is, and it was the same.[^1]\n\n[^1]: {note}\n"), "CIT010") == []


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("misc", "author = {Crane}, howpublished = {Personal communication}, year = {2019}"),
        ("article", "author = {Crane, P.}, title = {The Wharf}, journal = {Harbours}, pubstate = {in press}"),
    ],
)
def test_what_a_kind_of_source_does_not_have_is_not_lacking(kind: str, fields: str) -> None:
    assert severities(report("So it is [@crane].\n", f"@{kind}{{crane, {fields}}}\n"), "CIT010") == []


@pytest.mark.parametrize(
    "entry",
    [
        "ISO/IEC 17050-1:2004: *Conformity assessment*.",
        "*Next chapter: how the harbour was built*",
        "Harbours Act, Pub. L. No. 114-255, 130 Stat. 1033, 2016.",
    ],
)
def test_standards_laws_and_titles_alone_lack_nothing(entry: str) -> None:
    assert severities(report(f"So it is ({WORDS[0]}, 2019)." + entries(WORDS[:4]) + f"\n\n{entry}\n"), "CIT010") == []


def test_a_manuscript_has_no_date() -> None:
    made = report("So it is [@crane].\n", "@unpublished{crane, author = {Crane, P.}, title = {The Wharf}}\n")
    assert severities(made, "CIT010") == []


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("@misc{crane, author = {Crane, P.}, title = {The Wharf}}", ["info"]),
        ("@software{crane, author = {Crane, P.}, title = {Wharf}, publisher = {Nordlys}}", ["info"]),
        ("@book{crane, author = {{Plato}}, title = {The Wharf}, publisher = {Nordlys}}", ["info"]),
        ("@book{crane, author = {Crane, P.}, title = {The Wharf}, publisher = {Nordlys}}", ["warning"]),
        ("@book{crane, author = {Crane, P.}, title = {The Wharf}}}, publisher = {Nordlys}, year = {2019}}", []),
    ],
)
def test_an_entry_of_a_file_without_a_date(block: str, expected: list[str]) -> None:
    assert severities(report("So it is [@crane].\n", block + "\n"), "CIT010") == expected
