"""Every verdict, as a table: what was answered, and what that means."""

from __future__ import annotations

import pytest

from citecheck.links.verdict import FAILED, PASSING, Hope, Seen, again, hope, judge, suspicious
from citecheck.model.answer import Answer, Failure
from citecheck.model.links import LinkStatus
from citecheck.report.voice import phrase
from citecheck.report.voices import ui_languages, voice
from tests.links.answers import PROSE, URL, answer, failed, html, target

ROOT = "https://quai.example/"
NEW = "https://quai.example/archive/tides"
OK, MOVED, DEAD, SOFT, HOME, WALL, INSECURE, AWAY, SKIPPED = (
    LinkStatus.OK,
    LinkStatus.MOVED,
    LinkStatus.DEAD,
    LinkStatus.SOFT_404,
    LinkStatus.HOME,
    LinkStatus.UNVERIFIABLE,
    LinkStatus.INSECURE,
    LinkStatus.UNREACHABLE,
    LinkStatus.SKIPPED,
)
LOGIN_FORM = "<form><input type='text' name='u'><input type='password' name='p'></form>"
CLOUDFLARE = html("Just a moment...", "quai.example", "<script src='/cdn-cgi/challenge-platform/x.js'></script>")

CASES: dict[str, tuple[LinkStatus, str, list[Answer]]] = {
    # It lives.
    "200": (OK, "answered", [answer()]),
    "204 without a page": (OK, "answered", [answer(204, b"")]),
    "404, then 200": (OK, "answered", [answer(404), answer()]),
    "503, then 200": (OK, "answered", [answer(503), answer()]),
    "a body that broke off": (OK, "answered", [answer(complete=False)]),
    "302 to http": (OK, "answered-unencrypted", [answer(via=((302, "http://quai.example/reports/tides"),))]),
    "302 to http and back": (
        OK,
        "answered-unencrypted",
        [answer(via=((302, NEW.replace("https", "http")), (302, NEW)))],
    ),
    "http to http": (OK, "answered", [answer(url="http://quai.example/a", via=((302, "http://quai.example/b"),))]),
    "302 to another page": (OK, "answered", [answer(via=((302, NEW),))]),
    "303": (OK, "answered", [answer(via=((303, NEW),))]),
    "307": (OK, "answered", [answer(via=((307, NEW),))]),
    "302, then 301": (OK, "answered", [answer(via=((302, NEW), (301, NEW + "/")))]),
    "a cookie that had to come back": (OK, "cookie-needed", [answer(cookie=True)]),
    "a page compressed unasked": (OK, "answered-unread", [answer(body=b"", complete=False, unread="br")]),
    "301 to such a page": (OK, "answered-unread", [answer(body=b"", complete=False, unread="zstd", via=((301, NEW),))]),
    "a picture compressed unasked": (OK, "answered", [answer(body=b"", complete=False, unread="br", kind="image/png")]),
    "a picture": (OK, "answered", [answer(body=b"\x89PNG", kind="image/png")]),
    # It has moved.
    "301": (MOVED, "moved", [answer(via=((301, NEW),))]),
    "308": (MOVED, "moved", [answer(via=((308, NEW),))]),
    "301 to https": (MOVED, "moved", [answer(url="http://quai.example/a", via=((301, "https://quai.example/a"),))]),
    "301, then 302": (MOVED, "moved", [answer(via=((301, NEW), (302, NEW + "?s=1")))]),
    # It is gone.
    "404 twice": (DEAD, "gone", [answer(404), answer(404)]),
    "410 twice": (DEAD, "gone", [answer(410), answer(410)]),
    "404, then 410": (DEAD, "gone", [answer(404), answer(410)]),
    "503, 404, 404": (DEAD, "gone", [answer(503), answer(404), answer(404)]),
    "301 to a 404": (DEAD, "gone", [answer(404, via=((301, NEW),))] * 2),
    "no such host": (DEAD, "unknown-host", [failed(Failure.UNKNOWN_HOST)] * 2),
    "refused": (DEAD, "refused", [failed(Failure.REFUSED)] * 2),
    "404 twice, compressed unasked": (DEAD, "gone", [answer(404, b"", complete=False, unread="br")] * 2),
    # Seen gone only once.
    "503, 503, 404": (AWAY, "gone", [answer(503), answer(503), answer(404)]),
    "time-out, refused": (AWAY, "refused", [failed(Failure.TIMEOUT), failed(Failure.REFUSED)]),
    "404, then 503": (AWAY, "server-error", [answer(404), answer(503)]),
    # It leads home.
    "home": (HOME, "home", [answer(via=((302, ROOT),))]),
    "home for good": (HOME, "home", [answer(via=((301, ROOT),))]),
    "home in a language": (HOME, "home", [answer(via=((302, ROOT + "fr/"),))]),
    "home in a region": (HOME, "home", [answer(via=((302, ROOT + "en-gb"),))]),
    "home with www": (HOME, "home", [answer(via=((302, "https://www.quai.example/"),))]),
    "home with an index": (HOME, "home", [answer(via=((302, ROOT + "index.html"),))]),
    "home in two steps": (
        HOME,
        "home",
        [answer(via=((301, "https://www.quai.example/reports"), (302, "https://www.quai.example/")))],
    ),
    "home of a query": (HOME, "home", [answer(url=ROOT + "?p=123", via=((302, ROOT),))]),
    "home of another host": (HOME, "home", [answer(via=((301, "https://other.example/"),))]),
    # It leads home, and should.
    "the root itself": (MOVED, "moved", [answer(url="http://quai.example", via=((301, ROOT),))]),
    "the root in a language": (OK, "answered", [answer(url=ROOT, via=((302, ROOT + "en/"),))]),
    "a short address": (
        OK,
        "answered",
        [answer(url="https://kurz.example/xyz", via=((302, "https://quai.example/"),))],
    ),
    "the root by language": (OK, "answered", [answer(url=ROOT + "?lang=fr", via=((302, ROOT + "fr/"),))]),
    "a microsite": (OK, "answered", [answer(url=ROOT + "tides", via=((302, "https://tides.quai.example/"),))]),
    "a section of two letters": (OK, "answered", [answer(via=((302, ROOT + "eu"),))]),
    # A wall stands before it.
    **{f"{code}": (WALL, "turned-away", [answer(code)]) for code in (400, 401, 402, 403, 405, 406, 407, 418, 451, 999)},
    "429 after all tries": (WALL, "turned-away", [answer(429)] * 3),
    "a challenge": (WALL, "captcha", [answer(403, CLOUDFLARE)]),
    "a challenge that says 503": (WALL, "captcha", [answer(503, CLOUDFLARE)]),
    "a challenge that says 200": (WALL, "captcha", [answer(200, CLOUDFLARE)]),
    "a challenge by its header": (WALL, "captcha", [answer(403, headers={"cf-mitigated": "challenge"})]),
    "a challenge of a firewall": (WALL, "captcha", [answer(202, b"", headers={"x-amzn-waf-action": "challenge"})]),
    "a captcha": (WALL, "captcha", [answer(200, html("Robot check", "", "<div class='g-recaptcha'></div>"))]),
    "a login page": (WALL, "login", [answer(200, html("Sign in", "", LOGIN_FORM))]),
    "led to a login page": (WALL, "login", [answer(200, html("Quai"), via=((302, ROOT + "login?to=/reports"),))]),
    "led to a login host": (WALL, "login", [answer(200, html("Quai"), via=((302, "https://login.other.example/x"),))]),
    "a consent host": (WALL, "consent", [answer(200, html("Quai"), via=((302, "https://consent.quai.example/m"),))]),
    "a consent page": (WALL, "consent", [answer(200, html("Avant de continuer", "", "<button>Oui</button>"))]),
    # What is no wall.
    "an article with a login form": (OK, "answered", [answer(body=html("Tides", "", LOGIN_FORM + PROSE))]),
    "an article with a captcha in a form": (
        OK,
        "answered",
        [answer(body=html("Tides", "", PROSE + "<div class='g-recaptcha'></div>"))],
    ),
    "the login page itself": (OK, "answered", [answer(200, html("Log in", "", LOGIN_FORM), url=ROOT + "login")]),
    "an article about consent": (OK, "answered", [answer(body=html("Your consent, explained", "", PROSE))]),
    "404 with a captcha in its search form": (
        DEAD,
        "gone",
        [answer(404, html("Not found", "", "<div class='g-recaptcha'></div>"))] * 2,
    ),
    # It did not answer properly.
    "500 thrice": (AWAY, "server-error", [answer(500)] * 3),
    "502, 503, 504": (AWAY, "server-error", [answer(502), answer(503), answer(504)]),
    "408": (AWAY, "server-error", [answer(408)] * 3),
    **{
        f"{one.value}": (AWAY, one.value, [failed(one)] * 3)
        for one in (
            *(Failure.RESOLVER, Failure.NO_ROUTE, Failure.CONNECT_TIMEOUT, Failure.TIMEOUT, Failure.RESET),
            *(Failure.PROTOCOL, Failure.PROXY, Failure.OTHER),
        )
    },
    "a loop": (AWAY, "loop", [failed(Failure.LOOP)]),
    "too many redirects": (AWAY, "too-many-redirects", [failed(Failure.TOO_MANY_REDIRECTS)]),
    # It is not secure.
    **{
        f"certificate {fault}": (INSECURE, f"certificate-{fault}", [failed(Failure.CERTIFICATE, fault)])
        for fault in ("expired", "self-signed", "other-host", "unknown-issuer", "not-yet-valid", "revoked")
    },
    "another certificate": (INSECURE, "certificate", [failed(Failure.CERTIFICATE, "path length exceeded")]),
    "old TLS": (INSECURE, "tls", [failed(Failure.TLS, "unsupported protocol")]),
    # It was not asked, or not to its end.
    "a private address": (SKIPPED, "private", [failed(Failure.PRIVATE, "10.0.0.1")]),
    "a redirect to mail": (WALL, "scheme", [failed(Failure.SCHEME, "mailto")]),
    "a redirect to nowhere": (WALL, "bad-url", [failed(Failure.BAD_URL, "http://")]),
}


@pytest.mark.parametrize(("status", "reason", "answers"), CASES.values(), ids=CASES)
def test_what_answers_mean(status: LinkStatus, reason: str, answers: list[Answer]) -> None:
    link = judge(target(answers[0].url), Seen(tuple(answers)))
    assert (link.status, link.reason.key) == (status, reason)
    assert len(link.tries) == len(answers)
    for ui in ui_languages():
        assert "{" not in phrase(link.reason, ui)


@pytest.mark.parametrize(("status", "reason", "answers"), CASES.values(), ids=CASES)
def test_what_is_not_verified_is_never_worded_as_dead(status: LinkStatus, reason: str, answers: list[Answer]) -> None:
    link = judge(target(answers[0].url), Seen(tuple(answers)))
    if link.status in (WALL, AWAY, SKIPPED):
        for ui in ui_languages():
            said = phrase(link.reason, ui).lower()
            assert not any(word in said for word in ("dead", "gone", "mort", "disparu"))


def test_every_failure_has_a_verdict_and_words() -> None:
    assert set(FAILED) == set(Failure)
    for failure in Failure:
        assert f"phrase.{failure.value}" in voice("en").texts


# The new address.


@pytest.mark.parametrize(
    ("via", "new"),
    [
        (((301, NEW),), NEW),
        (((301, NEW), (302, NEW + "?session=1")), NEW),
        (((301, NEW), (308, NEW + "/")), NEW + "/"),
    ],
)
def test_the_new_address_is_where_the_permanent_redirects_lead(via: tuple[tuple[int, str], ...], new: str) -> None:
    assert judge(target(), Seen((answer(via=via),))).new_url == new


def test_the_new_address_keeps_the_fragment() -> None:
    made = answer(body=html(body=PROSE + "<p id='two'>2</p>"), via=((301, NEW),))
    assert judge(target(fragment="two"), Seen((made,))).new_url == NEW + "#two"


def test_only_a_page_that_lives_gets_a_new_address() -> None:
    for last in (answer(403, via=((301, NEW),)), answer(404, via=((301, NEW),)), answer(via=((301, ROOT),))):
        assert judge(target(), Seen((last, last))).new_url is None


# Pages that say that they are not there.

TITLES = [
    "Page not found",
    "404 - Not Found",
    "404",
    "Error 404 | Quai",
    "Page introuvable",
    "Oups ! La page que vous recherchez n'existe plus",
    "Seite nicht gefunden",
    "Página no encontrada",
    "Pagina non trovata",
    "Strona nie została znaleziona",
    "Страница не найдена",
    "页面不存在",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("where", ["title", "heading"])
def test_a_page_that_says_so_is_gone_if_a_made_up_sibling_shows_the_same(title: str, where: str) -> None:
    page = html(title, "Quai") if where == "title" else html("Quai", title)
    gone = answer(body=page)
    assert suspicious(gone)
    assert judge(target(), Seen((gone,), answer(body=page))).status is SOFT


@pytest.mark.parametrize(
    ("sibling", "status"),
    [
        (answer(404), OK),
        (answer(410), OK),
        (answer(body=html("Quai", "Welcome", PROSE)), WALL),
        (answer(403), WALL),
        (failed(Failure.TIMEOUT), WALL),
        (None, WALL),
    ],
)
def test_without_the_sibling_it_is_not_called_gone(sibling: Answer | None, status: LinkStatus) -> None:
    page = answer(body=html("Page not found: how a film was lost", "", PROSE))
    assert judge(target(), Seen((page,), sibling)).status is status


@pytest.mark.parametrize(
    "page",
    [
        html("Tides", "", PROSE + "<p>The error 404: page not found.</p>"),
        html("How we count 404s", "How we count", PROSE),
        html("Peugeot 404", "Peugeot 404", PROSE),
        html("", "", PROSE),
        b"",
    ],
)
def test_a_page_that_merely_mentions_it_is_fine(page: bytes) -> None:
    assert not suspicious(answer(body=page))
    assert judge(target(), Seen((answer(body=page),))).status is OK


def test_being_led_to_the_page_for_what_is_not_there_is_suspicious_too() -> None:
    led = answer(body=html("Quai", "Oops"), via=((302, ROOT + "404.html"),))
    assert suspicious(led)
    assert judge(target(), Seen((led,), led)).status is SOFT


@pytest.mark.parametrize(
    ("title", "heading", "text"),
    [
        ("Page not found | Quai", "Sorry", "<p>Try the search.</p>"),
        ("Quai", "Page introuvable", "<p>Essayez la recherche.</p>"),
        ("404 – Quai", "", ""),
        ("Quai", "", "<p>Sorry, the page you requested was not found. It may have been moved.</p>"),
    ],
)
def test_a_page_that_says_nothing_else_is_gone_though_its_server_says_so_of_others(
    title: str, heading: str, text: str
) -> None:
    page = answer(body=html(title, heading, text))
    assert suspicious(page)
    found = judge(target(), Seen((page,), answer(404)))
    assert (found.status, found.reason.key) == (SOFT, "says-only-not-there")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("quai.example – This domain is for sale", "<p>Buy it now.</p>"),
        ("quai.example", "<p>The domain name is for sale. Make an offer.</p>"),
        ("Ce nom de domaine est à vendre", ""),
        ("Die Domain steht zum Verkauf", ""),
    ],
)
def test_a_domain_for_sale_holds_no_page(title: str, text: str) -> None:
    parked = answer(body=html(title, "", text))
    assert suspicious(parked)
    assert judge(target(), Seen((parked,), parked)).status is SOFT


def test_a_page_about_domains_is_one() -> None:
    assert not suspicious(answer(body=html("Why your domain is for sale", "", PROSE)))


@pytest.mark.parametrize("title", ["Down for maintenance", "Site en maintenance", "Wegen Wartung geschlossen"])
def test_a_site_that_is_being_worked_at_says_nothing_about_its_pages(title: str) -> None:
    closed = answer(body=html(title, "", "<p>Come back later.</p>"))
    found = judge(target(), Seen((closed,)))
    assert (found.status, found.reason.key) == (WALL, "maintenance")
    assert judge(target(), Seen((answer(body=html(title, "", PROSE)),))).status is OK


# Another try.


def test_what_can_pass_is_tried_as_often_as_is_wanted() -> None:
    assert [again([answer(503)] * n, 2) for n in (1, 2, 3)] == [True, True, False]
    assert not again([answer(503)], 0)
    for failure in PASSING:
        assert again([failed(failure)], 1)


def test_what_is_gone_is_confirmed_even_where_nothing_is_tried_again() -> None:
    assert again([answer(404)], 0)
    assert not again([answer(404)] * 2, 5)
    assert again([answer(503), answer(404)], 2)
    assert again([answer(503), answer(503), answer(404)], 2)
    assert not again([answer(503)] * 3 + [answer(404)], 2)


@pytest.mark.parametrize(
    "last",
    [
        answer(),
        answer(401),
        answer(403),
        answer(451),
        answer(503, CLOUDFLARE),
        answer(429, hopeless=True),
        *(failed(one) for one in Failure if one not in PASSING and FAILED[one] is not DEAD),
    ],
)
def test_what_cannot_pass_is_not_tried_again(last: Answer) -> None:
    assert hope(last) is Hope.NONE
    assert not again([last], 2)


def test_what_the_configuration_accepts_is_fine() -> None:
    for code in (403, 404, 500, 999):
        assert not again([answer(code)], 2, (code,))
        assert judge(target(), Seen((answer(code),)), (code,)).status is OK


# What is shown.


def test_user_names_and_passwords_are_never_shown() -> None:
    url = "https://anna:secret@quai.example/a/b"
    for last in (
        answer(403, url=url),
        answer(url=url, via=((302, "https://anna:secret@quai.example/"),)),
        answer(url=url, via=((301, "https://anna:secret@quai.example/c"),)),
        answer(failure=Failure.LOOP, url=url, via=((302, url),)),
        failed(Failure.TIMEOUT, url=url),
    ):
        link = judge(target(url), Seen((last,)))
        shown = [phrase(link.reason, ui) for ui in ui_languages()]
        shown += [str(link.final_url), str(link.new_url), *(one.url for one in link.tries)]
        assert "secret" not in " ".join(shown)


def test_a_loop_is_named() -> None:
    link = judge(target(), Seen((answer(failure=Failure.LOOP, via=((302, NEW), (302, URL))),)))
    assert phrase(link.reason, "en").endswith(f"{URL} → {NEW} → {URL}")
