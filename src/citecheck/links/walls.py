"""Walls: answers that show a stranger something other than the page, and say nothing about whether the page is
there."""

from __future__ import annotations

import re
from http import HTTPStatus

from citecheck.languages.folding import fold
from citecheck.languages.pages import page_paths, page_phrases
from citecheck.links.address import Address
from citecheck.links.page import Page
from citecheck.model.answer import Answer
from citecheck.model.phrase import Phrase

REFUSALS = frozenset((401, 402, 403, 406, 407, 429, 451, 999))
"""Statuses by which a server turns away who asks."""

CHALLENGE = re.compile(
    rb"/cdn-cgi/challenge-platform/|_cf_chl_opt|cf-browser-verification|captcha-delivery\.com|_Incapsula_Resource"
    rb"|px-captcha|/_sec/cp_challenge/|awswaf\.com|ddos-guard|geo\.captcha|aws-waf-token|anubis_challenge"
)
"""What pages hold that test whether a person is there. Pages with something to read hold some of it too."""
WIDGET = re.compile(rb"g-recaptcha|h-captcha|hcaptcha\.com|recaptcha/api|cf-turnstile|friendlycaptcha|data-sitekey")
"""What forms hold, of walls and of others."""
LITTLE = 1500
"""Characters of visible text that a wall has at most."""
CONSENT_HOST = re.compile(r"\A(?:consent|guce|privacy-?portal|myprivacy|cmp)\.")
CONSENT_SEGMENT = re.compile(
    r"\A(?:cookie-?wall|consent|collectconsent|privacy-?gate|cookie-?consent)\Z", re.IGNORECASE
)
LOGIN_HOST = re.compile(r"\A(?:login|signin|accounts?|auth|sso|idp|cas|wayf|shibboleth|id|connect)\.")


def wall(answer: Answer, page: Page) -> Phrase | None:
    """What stands between a stranger and the page; None where nothing does."""
    if answer.status is None:
        return None
    if _is_challenge(answer) or _wants_a_person(answer, page):
        return Phrase.of("captcha")
    if answer.status in REFUSALS:
        return Phrase.of("turned-away", status=status_text(answer.status))
    if answer.status >= 400:
        return None
    asked, got = Address.of(answer.url), Address.of(answer.final_url)
    if asked is None or got is None:
        return None
    if _is_login(asked, got, page):
        return Phrase.of("login")
    if _is_consent(asked, got, page):
        return Phrase.of("consent")
    return Phrase.of("maintenance") if _is_closed(page) else None


def _is_challenge(answer: Answer) -> bool:
    """Whether a service in front of the page says itself that it tests who asks."""
    asked = answer.headers.get("x-amzn-waf-action", "")
    return "challenge" in answer.headers.get("cf-mitigated", "") or asked in ("captcha", "challenge")


def _wants_a_person(answer: Answer, page: Page) -> bool:
    if len(page.text) > LITTLE:
        return False
    title, heading = fold(page.title), fold(page.heading)
    said = any(part.startswith(page_phrases("human")) for part in (title, heading))
    if answer.status in (404, 410):
        # What is gone is gone, whatever its page asks; only a page that is nothing but a test says nothing.
        return said and CHALLENGE.search(answer.body) is not None
    return (
        said
        or (CHALLENGE.search(answer.body) is not None and len(page.text) < LITTLE // 5)
        or (WIDGET.search(answer.body) is not None and len(page.text) < LITTLE // 5 and not page.password)
    )


def _is_login(asked: Address, got: Address, page: Page) -> bool:
    """Whether one was led to a page to sign in, or sees one in place of what the address is of."""
    if _login_path(asked):
        return False
    says = fold(page.title).startswith(page_phrases("login")) or fold(page.heading) in page_phrases("login")
    moved = (asked.host, asked.segments) != (got.host, got.segments)
    if moved and (_login_path(got) or (asked.site != got.site and LOGIN_HOST.match(got.host) is not None)):
        return True
    return says and page.password and len(page.text) < LITTLE


def _login_path(address: Address) -> bool:
    return any(part.lower() in page_paths("login_paths") for part in address.segments)


def _is_consent(asked: Address, got: Address, page: Page) -> bool:
    moved = (asked.host, asked.segments) != (got.host, got.segments)
    led = moved and (
        (asked.host != got.host and CONSENT_HOST.match(got.host) is not None)
        or any(CONSENT_SEGMENT.match(part) for part in got.segments)
    )
    if led and not any(CONSENT_SEGMENT.match(part) for part in asked.segments):
        return True
    says = any(fold(part).startswith(page_phrases("consent")) for part in (page.title, page.heading))
    return says and len(page.text) < LITTLE


def _is_closed(page: Page) -> bool:
    """Whether a page says in place of what it holds that the site is being worked at."""
    if len(page.text) > LITTLE:
        return False
    said = (page.title, page.heading, page.text if len(page.text) < LITTLE // 5 else "")
    return any(phrase in fold(part) for part in said for phrase in page_phrases("maintenance"))


def status_text(status: int) -> str:
    """``404 Not Found``; the number alone where the status has no name."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
