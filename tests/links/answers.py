"""Answers made by hand."""

from __future__ import annotations

from collections.abc import Mapping

from citecheck.links.plan import Target
from citecheck.model.answer import Answer, Failure, Hop
from citecheck.model.document import Document
from citecheck.model.source import Source, Span, Version
from citecheck.parse import parse

URL = "https://quai.example/reports/tides"


def html(title: str = "Tides", heading: str = "", body: str = "") -> bytes:
    """A page."""
    return f"<html><head><title>{title}</title></head><body><h1>{heading or title}</h1>{body}</body></html>".encode()


PROSE = "<p>" + "The harbour has two basins, and the tide fills both of them twice a day. " * 30 + "</p>"


def answer(
    status: int | None = 200,
    body: bytes | str | None = None,
    *,
    url: str = URL,
    via: tuple[tuple[int, str], ...] = (),
    failure: Failure | None = None,
    detail: str = "",
    headers: Mapping[str, str] | None = None,
    complete: bool = True,
    kind: str = "text/html; charset=utf-8",
    cookie: bool = False,
    hopeless: bool = False,
    unread: str = "",
    public: bool = True,
) -> Answer:
    """The answer for ``url``, after redirects ``via`` (a status, and where it leads)."""
    at, hops = url, []
    for code, target in via:
        hops.append(Hop(at, code, target))
        at = target
    content = html(body=PROSE) if body is None else body.encode() if isinstance(body, str) else body
    return Answer(
        url=url,
        final_url=at,
        status=None if failure is not None else status,
        failure=failure,
        detail=detail,
        hops=tuple(hops),
        headers={"content-type": kind, **(headers or {})},
        body=content,
        complete=complete,
        elapsed_ms=7,
        cookie=cookie,
        hopeless=hopeless,
        unread=unread,
        public=public,
    )


def failed(failure: Failure, detail: str = "", url: str = URL) -> Answer:
    """A try that failed."""
    return answer(failure=failure, detail=detail, url=url, body=b"")


def target(url: str = URL, fragment: str = "") -> Target:
    """A URL to judge."""
    return Target(f"{url}#{fragment}" if fragment else url, url, fragment, url.split("/")[2])


def document(*urls: str, lang: str = "en") -> Document:
    """A document that prints these URLs, each in a note."""
    text = "# T\n\n" + "".join(f"Word<sup>{at}</sup>.\n\n" for at, _ in enumerate(urls, 1))
    text += "".join(f"<sup>{at}</sup> Doe, 2020, <{url}>\n\n" for at, url in enumerate(urls, 1))
    source = Source(f"{lang}.md", text)
    return parse(Version(lang, (Span(source, 0, len(text)),)))
