"""DBS002: printed entries that say otherwise than the database."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck import audit
from citecheck.model.finding import Confidence

PRINTED = "Roe, R. (2021). Oaks stay where they are. *Journal of Oaks*, 12(3), 126–134. https://doi.org/10.1000/oaks"
FIELDS = {
    "author": "Roe, Richard",
    "title": "Oaks stay where they are",
    "journal": "J. Oaks",
    "year": "2021",
    "volume": "12",
    "number": "3",
    "pages": "126--134",
    "doi": "10.1000/oaks",
}


def differing(folder: Path, printed: str = PRINTED, **fields: str) -> list[tuple[str, str, str]]:
    (folder / "a.md").write_text(f"# Oaks\n\nOaks stay.\n\n## References\n\n{printed}\n", "utf-8")
    block = ", ".join(f"{name} = {{{value}}}" for name, value in (FIELDS | fields).items() if value)
    (folder / "a.bib").write_text(f"@article{{roe, {block}}}\n", "utf-8")
    found = audit([str(folder / "a.md")], databases=[str(folder / "a.bib")]).findings
    values = [(one.message, dict(one.values)) for one in found if one.code == "DBS002"]
    return [(message, str(said["printed"]), str(said["known"])) for message, said in values]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"year": "2012"}, ("date", "2021", "2012")),
        ({"author": "Roe, Richard and Doe, Jane"}, ("authors", "Roe", "Roe, Doe")),
        ({"title": "Oaks stand where they are"}, ("title", "Oaks stay where they are", "Oaks stand where they are")),
        ({"volume": "21"}, ("volume", "12", "21")),
        ({"number": "4"}, ("issue", "3", "4")),
        ({"pages": "126--143"}, ("pages", "126–134", "126-143")),
    ],
)
def test_what_differs(tmp_path: Path, fields: dict[str, str], told: tuple[str, str, str]) -> None:
    assert differing(tmp_path, **fields) == [told]


def test_another_doi(tmp_path: Path) -> None:
    assert differing(tmp_path, doi="10.1000/elms") == [("doi", "10.1000/oaks", "10.1000/elms")]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        dict.fromkeys(("year", "volume", "number", "pages", "doi", "journal"), ""),
        {"title": "{Oaks} Stay Where They Are: A History of Trees"},
        {"title": "Les chênes restent là où ils sont"},
        {"pages": "126--34"},
        {"author": "{Society of Oaks}"},
        {"volume": "XII"},
        {"doi": "https://doi.org/10.1000/OAKS"},
        {"author": "Roe, R. and others"},
        {"month": "3"},
    ],
)
def test_what_does_not_differ(tmp_path: Path, fields: dict[str, str]) -> None:
    assert differing(tmp_path, **fields) == []


def test_particles_stand_on_either_side(tmp_path: Path) -> None:
    printed = "Berg, A. van den (2021). *Oaks stay where they are*. London: Harrow."
    fields = {"author": "van den Berg, Anna", "doi": "", "pages": "", "volume": "", "number": ""}
    assert differing(tmp_path, printed, **fields) == []


def test_what_only_author_and_year_tell_is_likely(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# Oaks\n\nOaks.\n\n## References\n\n{PRINTED.partition(' https')[0]}\n", "utf-8")
    (tmp_path / "a.bib").write_text("@article{roe, author={Roe, R.}, year=2021, volume=13}", "utf-8")
    (one,) = (
        x for x in audit([str(tmp_path / "a.md")], databases=[str(tmp_path / "a.bib")]).findings if x.code == "DBS002"
    )
    assert one.confidence is Confidence.LIKELY
    assert one.related[0].span.path == str(tmp_path / "a.bib")
