"""The links of a report, for a person and for programs."""

from __future__ import annotations

import json

from citecheck import pipeline
from citecheck.model.answer import Hop
from citecheck.model.links import Archived, Link, LinkReport, LinkStatus, Try
from citecheck.model.phrase import Phrase
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse
from citecheck.report.json import json_text
from citecheck.report.links.json import json_links
from citecheck.report.links.text import text_links

URLS = [f"https://quai.example/{name}" for name in ("fine", "kept", "dead", "saved", "picky", "part#two")]
TEXT = "# Marées\n\n" + "".join(f"<sup>{n}</sup> Voir {url}\n\n" for n, url in enumerate(URLS, 1))
OK = Phrase.of("answered", status="200 OK")
GONE = Phrase.of("gone", status="404 Not Found", times=2)
COPY = Archived("https://web.archive.org/web/20180307/https://quai.example/dead", "2018-03-07")
HOP = Hop("https://anna:secret@quai.example/picky", 302, "https://anna:secret@quai.example/p")


def report(interrupted: str | None = None) -> LinkReport:
    document = parse(Version("fr", (Span(Source("a.md", TEXT), 0, len(TEXT)),)))
    links = (
        Link(URLS[0], LinkStatus.OK, OK),
        Link(URLS[1], LinkStatus.OK, OK, cached=True),
        Link(
            URLS[2], LinkStatus.DEAD, GONE, 404, tries=(Try(URLS[2], "404", 9), Try(URLS[2], "404", 8)), archived=COPY
        ),
        Link(URLS[3], LinkStatus.OK, OK, archived=COPY, saved=True),
        Link(URLS[4], LinkStatus.OK, OK, browser_headers=True, redirects=(HOP,)),
        Link(URLS[5], LinkStatus.OK, OK, missing_fragment="two"),
    )
    return LinkReport((document,), links, interrupted)


def shown(**options: object) -> str:
    links = report()
    return text_links(pipeline.audit_links(links.documents, links), links, **options)  # type: ignore[arg-type]


def test_only_what_needs_a_person_is_listed() -> None:
    assert shown() == (
        "dead (1)\n  https://quai.example/dead  LNK001\n    404 Not Found, twice\n"
        f"    archived on 2018-03-07: {COPY.url}\n    French, note 3  a.md:7:19\n\n"
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


def test_json_has_every_key_and_no_password() -> None:
    links = report("SIGINT")
    text = json_links(pipeline.audit_links(links.documents, links), links)
    data = json.loads(text)
    assert (data["interrupted"], "secret" in text) == ("SIGINT", False)
    assert len({tuple(one) for one in data["links"]}) == 1
    dead = data["links"][2]
    assert (dead["archived_url"], dead["archived_on"], dead["attempts"], dead["elapsed_ms"]) == (
        COPY.url,
        COPY.day,
        2,
        17,
    )
    assert data["links"][4]["redirects"][0] == {
        "url": "https://…@quai.example/picky",
        "status": 302,
        "target": "https://…@quai.example/p",
    }


def test_json_is_laid_out_as_everywhere() -> None:
    links = report()
    text = json_links(pipeline.audit_links(links.documents, links), links)
    assert text == json_text(json.loads(text))
    empty = LinkReport((), ())
    assert json.loads(json_links(pipeline.audit_links((), empty), empty))["links"] == []
