"""The links of a report, for a person."""

from __future__ import annotations

from citecheck import pipeline
from citecheck.report.links.text import text_links
from tests.report.links.samples import COPY, URLS, report


def shown(**options: object) -> str:
    links = report()
    return text_links(pipeline.audit_links(links.documents, links), links, **options)  # type: ignore[arg-type]


def test_only_what_needs_a_person_is_listed() -> None:
    assert shown() == (
        "dead (1)\n  https://quai.example/dead  LNK001\n    404 Not Found, twice\n"
        f"    archived on 7 March 2018: {COPY.url}\n    French, note 3  a.md:7:19\n\n"
        "ok (5)\n  https://quai.example/part#two  LNK007\n    200 OK; the page has no “#two”\n    French, note 6  a.md:13:19\n\n"
        "6 links · 5 ok · 1 dead\n"
    )


def test_everything_is_listed_when_it_is_wanted_and_in_french_too() -> None:
    said = shown(verbose=True, ui="fr")
    assert said.count("https://quai.example/") == len(URLS) + 2
    for part in (
        "mort (1)\n",
        "404 Not Found, deux fois",
        "connu d'une vérification précédente",
        "archivée à l'instant",
        "seulement pour les en-têtes d'un navigateur",
        "français, note 3",
        "6 liens · 5 bon · 1 mort",
    ):
        assert part in said


def test_colours_are_only_for_those_who_want_them() -> None:
    assert "\x1b[" not in shown()
    assert "\x1b[1;31mdead (1)\x1b[0m" in shown(color=True)
