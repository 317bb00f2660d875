"""Answers that show a stranger something other than the page."""

from __future__ import annotations

import pytest

from citecheck.links.page import read_page
from citecheck.links.walls import status_text, wall
from citecheck.model.answer import Answer, Failure
from tests.links.answers import PROSE, answer, failed, html

FORM = "<form><input type=password></form>"


@pytest.mark.parametrize(
    ("seen", "stands"),
    [
        (answer(403), "turned-away"),
        (answer(999), "turned-away"),
        (answer(200, headers={"cf-mitigated": "challenge"}), "captcha"),
        (answer(202, headers={"x-amzn-waf-action": "captcha"}), "captcha"),
        (answer(200, html("Just a moment...")), "captcha"),
        (answer(200, html("Tides", body="<div class=g-recaptcha></div>")), "captcha"),
        (answer(200, html("Log in", body=FORM)), "login"),
        (answer(200, html("Connexion", body=FORM)), "login"),
        (answer(200, via=((302, "https://login.quai.example/x"),)), "login"),
        (answer(200, via=((302, "https://login.port.example/x"),)), "login"),
        (answer(200, via=((302, "https://consent.port.example/x"),)), "consent"),
        (answer(200, via=((302, "https://quai.example/cookie-wall"),)), "consent"),
        (answer(200, html("Site en maintenance")), "maintenance"),
    ],
)
def test_walls(seen: Answer, stands: str | None) -> None:
    found = wall(seen, read_page(seen))
    assert (found.key if found is not None else None) == stands


@pytest.mark.parametrize(
    "seen",
    [
        answer(200),
        answer(404),
        answer(500),
        failed(Failure.TIMEOUT),
        answer(404, html("Gone", body="<div class=g-recaptcha></div>")),
        answer(200, html("Tides", body=f"{PROSE}<div class=g-recaptcha></div>")),
        answer(200, html("Log in", body=PROSE + FORM)),
        answer(200, html("Log in", body=FORM), url="https://quai.example/login"),
        answer(200, html("Maintenance of dykes", body=PROSE)),
    ],
)
def test_what_is_no_wall(seen: Answer) -> None:
    assert wall(seen, read_page(seen)) is None


def test_a_status_is_told_with_its_name_where_it_has_one() -> None:
    assert status_text(404) == "404 Not Found"
    assert status_text(999) == "999"
