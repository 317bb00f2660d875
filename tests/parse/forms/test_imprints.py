"""Imprints in brackets: publisher, place and year behind a title are no citation."""

from __future__ import annotations

import pytest

from citecheck.parse.forms.imprints import is_imprint
from citecheck.resolve import resolve
from tests.parse.texts import document

IMPRINTS = [
    "Elm Books, USA, {year}",
    "Quay, New Northport, {year}, english",
    "Paris, Seuil, {year}",
    "New York: Knopf, {year}",
    "Cambridge, Mass.: Quay, {year}",
    "Paris : Gallimard, {year}, p. 4",
    "Northport University Press, {year}",
    "Presses universitaires de Bourg, {year}",
    "Éditions du Quai, {year}, p. 7",
    "Éd. du Quai, {year}",
    "Quay Verlag, {year}",
    "Penguin, {year}",
    "La Découverte, {year}",
    "Simon and Schuster, {year}",
    "Oslo: Quay {year}",
]
TITLES = ["*Elms*", "_Elms and Oaks_", "“Elms”", "« Elms »", "<em>Elms</em>", "**Elms**", "*Elms*,"]
ENTRIES = "\n\n## References\n\n" + "\n\n".join(
    f"{name} ({year}). *{title}*. Oslo: Quay." for name, year, title in [("Doe, J.", 2001, "A"), ("Roe, R.", 2003, "B")]
)


def missing(text: str) -> list[str]:
    """What a text cites that has no entry."""
    read = resolve(document(f"# Title\n\nIt grew (Doe, 2001; Roe, 2003, p. 4; Doe, 2001, p. 5).\n\n{text}{ENTRIES}\n"))
    return [one.citation.span.text for one in read.resolved if one.status.value == "missing"]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("imprint", IMPRINTS)
def test_an_imprint_behind_a_title_cites_nothing(imprint: str, title: str) -> None:
    printed = imprint.format(year=2014)
    assert missing(f"Her book {title} ({printed}) is long.") == []
    assert missing(f"It is long.[^1]\n\n[^1]: On this, her book {title} ({printed}) is long.") == []


@pytest.mark.parametrize(
    "citation",
    [
        "Fenn, 2014",
        "Fenn, Hill & Marsh, 2014",
        "Fenn, Hill, 2014",
        "Le Fenn, 2014, p. 4",
        "Fenn & Le Hill, 2014",
        "Elm Council, 2014",
        "see also: Fenn, 2014",
    ],
)
@pytest.mark.parametrize("title", TITLES)
def test_names_behind_a_title_still_cite(citation: str, title: str) -> None:
    assert missing(f"She speaks of {title} ({citation}) at length.")


@pytest.mark.parametrize("names", ["Penguin", "Associated Press", "Seuil", "Quay, New Northport", "Book, Books"])
def test_what_may_be_a_name_is_an_imprint_behind_a_title_only(names: str) -> None:
    assert not is_imprint(names, "so it was said (")


def test_an_imprint_that_has_an_entry_is_a_citation() -> None:
    text = "It grew (Elm Books, 2014).\n\n## References\n\nElm Books. (2014). *A list of elms*. Oslo: Quay.\n"
    assert [one.status.value for one in resolve(document(text)).resolved] == ["entry"]
