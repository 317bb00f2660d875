"""Links with verdicts of every sort, made by hand."""

from __future__ import annotations

from citecheck.model.answer import Hop
from citecheck.model.links import Archived, Link, LinkReport, LinkStatus, Try
from citecheck.model.phrase import Phrase
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse

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
