"""From answers to a verdict: pure, so that every one can be shown in a table of tests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct

from citecheck.languages.folding import fold
from citecheck.languages.pages import page_paths, page_phrases
from citecheck.links.address import Address, printable
from citecheck.links.fragments import missing_fragment
from citecheck.links.page import Page, is_html, read_page
from citecheck.links.plan import Target
from citecheck.links.walls import status_text, wall
from citecheck.model.answer import Answer, Failure, Hop
from citecheck.model.links import Link, LinkStatus, Try, leaves_https, redacted
from citecheck.model.phrase import Phrase

GONE = frozenset((404, 410))
SERVER_ERRORS = frozenset((408, 425, *range(500, 600)))
TOO_MANY = 429
BUSY = SERVER_ERRORS | {TOO_MANY}
"""Statuses that a server gives for a while."""
PERMANENT = frozenset((301, 308))
LONG_TITLE = 120
"""Characters of a title that is a title and not a text."""
BETWEEN = re.compile(r"\s+[|–—·•:»-]+\s+|[|:!.]\s*|\s-\s")
"""What stands between the parts of a title: what the page is, and whose."""
LITTLE = 1000
"""Characters of visible text that a page has at most which says nothing else than that it is not there."""
SENTENCE = 400
"""Characters of a page that is one sentence or two."""

FAILED: dict[Failure, LinkStatus] = {
    Failure.UNKNOWN_HOST: LinkStatus.DEAD,
    Failure.REFUSED: LinkStatus.DEAD,
    Failure.RESOLVER: LinkStatus.UNREACHABLE,
    Failure.NO_ROUTE: LinkStatus.UNREACHABLE,
    Failure.CONNECT_TIMEOUT: LinkStatus.UNREACHABLE,
    Failure.TIMEOUT: LinkStatus.UNREACHABLE,
    Failure.RESET: LinkStatus.UNREACHABLE,
    Failure.PROTOCOL: LinkStatus.UNREACHABLE,
    Failure.LOOP: LinkStatus.UNREACHABLE,
    Failure.TOO_MANY_REDIRECTS: LinkStatus.UNREACHABLE,
    Failure.PROXY: LinkStatus.UNREACHABLE,
    Failure.OTHER: LinkStatus.UNREACHABLE,
    Failure.CERTIFICATE: LinkStatus.INSECURE,
    Failure.TLS: LinkStatus.INSECURE,
    Failure.PRIVATE: LinkStatus.SKIPPED,
    Failure.SCHEME: LinkStatus.UNVERIFIABLE,
    Failure.BAD_URL: LinkStatus.UNVERIFIABLE,
}
"""What each failure means; an unknown host and a refused connection only when a second try says the same."""

PASSING = frozenset(
    (
        *(Failure.RESOLVER, Failure.NO_ROUTE, Failure.CONNECT_TIMEOUT, Failure.TIMEOUT, Failure.RESET),
        *(Failure.PROTOCOL, Failure.PROXY, Failure.OTHER),
    )
)
"""Failures that another try may not meet."""
CERTIFICATES = frozenset(("expired", "self-signed", "other-host", "unknown-issuer", "not-yet-valid", "revoked"))


NOT_THERE = {LinkStatus.SOFT_404: "says-not-there", LinkStatus.UNVERIFIABLE: "perhaps-not-there"}
"""The reasons for what a page comes to that says that it is not there, and answers as if it were."""


class Hope(Enum):
    """What another try may bring."""

    NONE = auto()
    """Nothing new."""
    PASSING = auto()
    """What failed may pass."""
    CONFIRM = auto()
    """That it is gone needs a second witness."""


def hope(answer: Answer, accept: Sequence[int] = ()) -> Hope:
    """What another try may bring after an answer."""
    if answer.failure is not None:
        confirmed = FAILED[answer.failure] is LinkStatus.DEAD
        return Hope.CONFIRM if confirmed else Hope.PASSING if answer.failure in PASSING else Hope.NONE
    return _hope_of_status(answer, accept)


def _hope_of_status(answer: Answer, accept: Sequence[int]) -> Hope:
    status = answer.status or 0
    if status in accept:
        return Hope.NONE
    if status in GONE:
        return Hope.CONFIRM
    if answer.hopeless or status not in BUSY:
        return Hope.NONE
    walled = status != TOO_MANY and wall(answer, read_page(answer)) is not None
    return Hope.NONE if walled else Hope.PASSING


def again(answers: Sequence[Answer], retries: int, accept: Sequence[int] = ()) -> bool:
    """Whether to try once more: what can pass up to ``retries`` times, and what is gone until two tries say so."""
    match hope(answers[-1], accept):
        case Hope.NONE:
            return False
        case Hope.PASSING:
            return len(answers) <= retries
        case Hope.CONFIRM:
            gone = sum(hope(one, accept) is Hope.CONFIRM for one in answers)
            return gone < 2 and len(answers) <= max(retries, 1) + 1


class Seen(Struct, frozen=True):
    """What was seen of one URL: the answers of all tries, and that of a made-up sibling where one was asked for."""

    answers: tuple[Answer, ...]
    sibling: Answer | None = None


def suspicious(answer: Answer) -> bool:
    """Whether a page that answers properly says that it is not there, so that a sibling must be asked for."""
    if answer.status is None or not 200 <= answer.status < 300 or not is_html(answer):
        return False
    page = read_page(answer)
    return wall(answer, page) is None and _says_not_there(answer, page) is not None


def judge(target: Target, seen: Seen, accept: Sequence[int] = ()) -> Link:
    """The verdict on one URL."""
    last = seen.answers[-1]
    if last.failure is not None:
        status, reason = _failed(last, seen.answers)
        return _link(target, seen, status, reason)
    page = read_page(last)
    code = last.status or 0
    if code in accept and not 200 <= code < 300:
        return _link(target, seen, LinkStatus.OK, Phrase.of("accepted", status=status_text(code)))
    barrier = wall(last, page)
    if barrier is not None:
        return _link(target, seen, LinkStatus.UNVERIFIABLE, barrier)
    if code in GONE:
        times = _times(seen.answers, Hope.CONFIRM)
        status = LinkStatus.DEAD if times > 1 else LinkStatus.UNREACHABLE
        return _link(target, seen, status, Phrase.of("gone", status=status_text(code), times=times))
    if code in SERVER_ERRORS:
        reason = Phrase.of("server-error", status=status_text(code), times=len(seen.answers))
        return _link(target, seen, LinkStatus.UNREACHABLE, reason)
    if not 200 <= code < 300:
        return _link(target, seen, LinkStatus.UNVERIFIABLE, Phrase.of("turned-away", status=status_text(code)))
    return _answered(target, seen, last, page)


def _answered(target: Target, seen: Seen, last: Answer, page: Page) -> Link:
    """The verdict on a page that answers properly and is no wall."""
    absent = _absent(target, seen, last, page)
    if absent is not None:
        return absent
    if _is_home(last):
        return _link(target, seen, LinkStatus.HOME, Phrase.of("home", url=redacted(last.final_url)))
    if last.unread and is_html(last):
        # By its status it lives; that a redirect leads to the right page cannot be told from that.
        reason = Phrase.of("answered-unread", status=status_text(last.status or 0), encoding=last.unread)
        return _link(target, seen, LinkStatus.OK, reason)
    missing = missing_fragment(last, target.fragment)
    moved = _moved_to(last)
    if moved is not None:
        new = f"{moved}#{target.fragment}" if target.fragment and "#" not in moved else moved
        reason = Phrase.of("moved", url=redacted(new), status=status_text(last.hops[0].status))
        return _link(target, seen, LinkStatus.MOVED, reason, new_url=new, missing=missing)
    return _link(
        target,
        seen,
        LinkStatus.OK,
        Phrase.of(_how_it_answers(last), status=status_text(last.status or 0)),
        missing=missing,
    )


def _how_it_answers(answer: Answer) -> str:
    """The reason for a page that is as it should be: what it wanted, or what its redirects gave up."""
    if answer.cookie:
        return "cookie-needed"
    return "answered-unencrypted" if _gives_up_encryption(answer) else "answered"


def _absent(target: Target, seen: Seen, last: Answer, page: Page) -> Link | None:
    """The verdict on a page that says that it is not there; None where it says nothing of the kind, or is believed not
    to."""
    words = _says_not_there(last, page) if is_html(last) else None
    told = _told_by(seen.sibling, page, words) if words is not None else None
    if words is None or told is None:
        return None
    alone = told is LinkStatus.SOFT_404 and seen.sibling is not None and seen.sibling.status in GONE
    return _link(target, seen, told, Phrase.of("says-only-not-there" if alone else NOT_THERE[told], words=words))


def _failed(last: Answer, answers: Sequence[Answer]) -> tuple[LinkStatus, Phrase]:
    failure = last.failure or Failure.OTHER
    host = (Address.of(last.final_url) or Address("", last.final_url, None, (), "", "", False)).host
    status = FAILED[failure]
    times = len(answers)
    if status is LinkStatus.DEAD:
        times = _times(answers, Hope.CONFIRM)
        status = LinkStatus.DEAD if times > 1 else LinkStatus.UNREACHABLE
        return status, Phrase.of(failure.value, host=host, times=times)
    if failure is Failure.CERTIFICATE:
        if last.detail in CERTIFICATES:
            return status, Phrase.of(f"certificate-{last.detail}", host=host)
        return status, Phrase.of("certificate", host=host, detail=last.detail)
    detail = last.detail
    if failure is Failure.LOOP:
        detail = " → ".join(redacted(hop.url) for hop in last.hops[-4:]) + f" → {redacted(last.final_url)}"
    return status, Phrase.of(failure.value, host=host, detail=detail, times=times, redirects=len(last.hops))


def _times(answers: Sequence[Answer], wanted: Hope) -> int:
    return sum(hope(one) is wanted for one in answers)


def _says_not_there(answer: Answer, page: Page) -> str | None:
    """The words by which a page says that it is not there: its title, its main heading, or where it was led to."""
    for said in (page.title, page.heading):
        plain = fold(said)
        if "404" in map(fold, BETWEEN.split(said)) or (
            len(plain) <= LONG_TITLE and any(phrase in plain for phrase in page_phrases("not_found"))
        ):
            return said
    return _parked(page) or _said_in_short(page) or _named_not_there(answer)


def _parked(page: Page) -> str | None:
    """The words by which a page says that its domain is for sale."""
    if len(page.text) > LITTLE:
        return None
    for said in (page.title, page.heading, page.text[:SENTENCE]):
        if any(phrase in fold(said) for phrase in page_phrases("parked")):
            return said[:LONG_TITLE]
    return None


def _said_in_short(page: Page) -> str | None:
    """The words of a page that is nothing but a sentence that says that it is not there."""
    plain = fold(page.text)
    told = len(page.text) <= SENTENCE and any(phrase in plain for phrase in page_phrases("not_found"))
    return page.text[:LONG_TITLE] if told else None


def _named_not_there(answer: Answer) -> str | None:
    """The last part of the address that redirects led to, where that is of a page for what is not there."""
    asked, got = Address.of(answer.url), Address.of(answer.final_url)
    if not answer.hops or asked is None or got is None or not got.segments or asked.segments == got.segments:
        return None
    name = got.segments[-1].lower().rpartition("/")[2]
    bare = name.removesuffix(".html").removesuffix(".htm").removesuffix(".aspx").removesuffix(".php")
    return got.segments[-1] if bare in page_paths("not_found_paths") else None


def _told_by(sibling: Answer | None, page: Page, words: str) -> LinkStatus | None:
    """What the answer for a made-up address proves: the same page, none at all, or nothing.

    Where a server says of other addresses properly that they are not there, a page may well be about what is not found;
    it is not, where it says nothing else.
    """
    if sibling is None or sibling.failure is not None or sibling.status is None:
        return LinkStatus.UNVERIFIABLE
    if sibling.status in GONE:
        return LinkStatus.SOFT_404 if _says_only(page, words) else None
    if 200 <= sibling.status < 300 and read_page(sibling).same_as(page):
        return LinkStatus.SOFT_404
    return LinkStatus.UNVERIFIABLE


def _says_only(page: Page, words: str) -> bool:
    """Whether a page with little on it has a part of its title or heading that says so and nothing more."""
    if len(page.text) > LITTLE:
        return False
    if len(page.text) <= SENTENCE and words == page.text[:LONG_TITLE]:
        return True
    parts = {fold(part) for said in (page.title, page.heading) for part in BETWEEN.split(said)}
    return not parts.isdisjoint({"404", *page_phrases("not_found")})


def _is_home(answer: Answer) -> bool:
    """Whether the address of one page among many ended on a home page."""
    asked, got = Address.of(answer.url), Address.of(answer.final_url)
    if not answer.hops or asked is None or got is None or not got.is_home or asked.is_home:
        return False
    # On another host, even one of the same owner, a root may well be what a short address stands for.
    return asked.site == got.site or asked.is_deep


def _gives_up_encryption(answer: Answer) -> bool:
    """Whether a redirect leads from https to http, where anybody on the way can read and change what is answered."""
    return any(leaves_https(hop.url, hop.target) for hop in answer.hops)


def _moved_to(answer: Answer) -> str | None:
    """Where the leading permanent redirects lead; None where there are none, or where they only set the stage."""
    to = None
    for hop in answer.hops:
        if hop.status not in PERMANENT:
            break
        to = hop.target
    if to is None:
        return None
    address = Address.of(to)
    return None if address is None or address.user or to == answer.url else printable(to)


def _link(
    target: Target,
    seen: Seen,
    status: LinkStatus,
    reason: Phrase,
    *,
    new_url: str | None = None,
    missing: str | None = None,
) -> Link:
    last = seen.answers[-1]
    return Link(
        url=target.url,
        status=status,
        reason=reason,
        http_status=last.status,
        final_url=redacted(last.final_url) if last.hops else None,
        redirects=tuple(Hop(redacted(hop.url), hop.status, redacted(hop.target)) for hop in last.hops),
        tries=tuple(
            Try(
                redacted(one.final_url),
                one.failure.value if one.failure else str(one.status),
                one.elapsed_ms,
                one.browser,
            )
            for one in seen.answers
        ),
        new_url=new_url,
        missing_fragment=missing,
        browser_headers=last.browser,
    )
