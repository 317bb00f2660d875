"""Findings about links: once for each URL, with every place in both languages, and a fix for each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck import audit
from citecheck.checks.links.told import to
from citecheck.model.finding import Finding
from citecheck.model.links import Archived, Link, LinkReport, LinkStatus
from citecheck.model.phrase import Phrase
from citecheck.report.voice import render

URL = "https://quai.example/marees"
NEW = "https://quai.example/archives/marees"
"""Another address, of which nobody knows whether it is the same page."""
FR = (
    "# Les marées du port\n\nL'eau monte dans le port et elle en redescend<sup>1</sup>, puis elle y revient<sup>2</sup>.\n\n"
    f"<sup>1</sup> Voir [les marées]({URL})\n\n<sup>2</sup> Doe, 2020, p. 3\n\n# Bibliographie\n\n1. Doe, A. (2020). *Les marées*. {URL}\n"
)
EN = (
    "# The tides of the harbour\n\nThe water rises in the harbour and it falls again<sup>1</sup>.\n\n"
    f"<sup>1</sup> Doe, 2020, p. 3\n\n# Bibliography\n\n4. Doe, A. (2020). *The tides*. <{URL}>\n"
)


def found(folder: Path, link: Link) -> list[Finding]:
    (folder / "fr.md").write_text(FR, encoding="utf-8")
    (folder / "en.md").write_text(EN, encoding="utf-8")
    langs = [("fr", str(folder / "fr.md")), ("en", str(folder / "en.md"))]
    report = audit([], langs=langs, select=["LNK"], links=lambda documents: LinkReport(tuple(documents), (link,)))
    assert report.crashes == ()
    return list(report.findings)


def mended(finding: Finding, path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    assert finding.fix is not None
    edits = [edit for edit in finding.fix.edits if edit.span.source.path == str(path)]
    for edit in sorted(edits, key=lambda one: -one.span.start):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def test_a_finding_names_note_and_entry_in_both_languages_once(tmp_path: Path) -> None:
    (one,) = found(tmp_path, Link(URL, LinkStatus.DEAD, Phrase.of("gone", status="404 Not Found", times=2)))
    assert (one.code, one.place.lang, one.place.note, one.fix) == ("LNK001", "fr", "1", None)
    assert [(place.lang, place.entry) for place in one.related] == [("fr", "1")]
    assert [(place.lang, place.entry) for place in one.counterparts] == [("en", "4")]


def test_the_reason_is_worded_in_the_reader_s_language(tmp_path: Path) -> None:
    from citecheck.checks.links.dead_link import RULE

    (one,) = found(tmp_path, Link(URL, LinkStatus.DEAD, Phrase.of("gone", status="404 Not Found", times=2)))
    assert render(one, RULE, "en")[0] == f"The link is dead: {URL} (404 Not Found, twice)."
    assert render(one, RULE, "fr")[0] == f"Le lien est mort : {URL} (404 Not Found, deux fois)."


def test_the_fix_changes_the_address_wherever_it_is_printed(tmp_path: Path) -> None:
    (one,) = found(tmp_path, Link(URL, LinkStatus.MOVED, Phrase.of("moved", url=NEW, status="301"), new_url=NEW))
    assert one.code == "LNK002"
    assert one.fix is not None
    assert not one.fix.safe
    assert mended(one, tmp_path / "fr.md") == FR.replace(URL, NEW)
    assert mended(one, tmp_path / "en.md") == EN.replace(URL, NEW)


def test_a_move_in_form_only_is_safe_to_follow(tmp_path: Path) -> None:
    new = URL + "/"
    (one,) = found(tmp_path, Link(URL, LinkStatus.MOVED, Phrase.of("moved", url=new, status="301"), new_url=new))
    assert one.fix is not None
    assert one.fix.safe


def test_an_archived_copy_is_hint_and_fix(tmp_path: Path) -> None:
    copy = Archived(f"https://web.archive.org/web/20200301/{URL}", "2020-03-01")
    for status, code in ((LinkStatus.DEAD, "LNK001"), (LinkStatus.SOFT_404, "LNK004"), (LinkStatus.HOME, "LNK006")):
        (one,) = found(tmp_path, Link(URL, status, Phrase.of("home", url="x"), archived=copy))
        assert (one.code, dict(one.values)["copy"]) == (code, copy.url)
        assert one.fix is not None
        assert not one.fix.safe
        assert mended(one, tmp_path / "en.md") == EN.replace(URL, copy.url)


@pytest.mark.parametrize(
    ("new", "written"),
    [
        ("https://quai.example/a_(b)", "https://quai.example/a_(b)"),
        ("https://quai.example/a)", "https://quai.example/a%29"),
        ("https://quai.example/)a(", "https://quai.example/%29a%28"),
        ("https://[2001:db8::1]/a[1]", "https://[2001:db8::1]/a%5B1%5D"),
        ("https://quai.example?a=[1]", "https://quai.example?a=%5B1%5D"),
        ("https://quai.example#a[1]", "https://quai.example#a%5B1%5D"),
    ],
)
def test_no_bracket_of_an_address_ends_the_link(new: str, written: str) -> None:
    assert to(new)("") == written
