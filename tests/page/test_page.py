"""What every page holds to: one file, nothing fetched, nothing of the report as markup, colours that can be read."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citecheck.page
from citecheck.page import data, prose
from citecheck.report.findings.html import html_report
from citecheck.report.table.html import html_page
from citecheck.report.table.reading import reading_page
from tests.browser import colours, contrast
from tests.reconcile.samples import desked, table
from tests.reconcile.test_parallel import sample
from tests.report.samples import report

PAGES = {
    "audit": html_report(report()),
    "reconcile": html_page(table()),
    "deciding": html_page(desked()),
    "both texts": reading_page(sample()),
}
THEMES = colours((Path(citecheck.page.__file__).parent / "base.css").read_text(encoding="utf-8"))
GROUNDS = ("paper", "card", "hover")
TEXTS = ("ink", "soft", "faint", "accent", "same", "differs", "only", "settled", "quiet", "warn")


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_runs_and_styles_only_what_it_holds(page: str) -> None:
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    rules = dict(rule.split(" ", 1) for rule in policy.replace("&#39;", "'").split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        [text] = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    assert set(rules) == {"default-src", "style-src", "script-src", "base-uri", "form-action"}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_fetches_nothing(page: str) -> None:
    markup = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert not re.search(r"""<(?:link|img|iframe|object|embed|base|form)\b|\bsrc=|url\(|@import""", markup)
    assert {link for link in re.findall(r'href="([^"]*)"', markup) if not link.startswith("#")} == set()


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read_on_every_ground(theme: str) -> None:
    # What a theme does not say is as in the light one.
    found = THEMES["light"] | THEMES[theme]
    if theme == "print":
        found["hover"] = found["paper"]
    weak = [(text, ground) for text, ground in product(TEXTS, GROUNDS) if contrast(found[text], found[ground]) < 4.5]
    assert weak == []
    assert contrast(found["ink"], found["mark"]) >= 4.5
    assert contrast(found["accent"], found["call"]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_edges_of_fields_can_be_seen(theme: str) -> None:
    assert min(contrast(THEMES[theme]["edge"], THEMES[theme][ground]) for ground in GROUNDS) >= 3


@given(st.recursive(st.text() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_data_cannot_end_its_element_and_stays_what_it_is(value: object) -> None:
    written = str(data(value))
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", written)
    assert json.loads(written) == value


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("*a* & <b>", "<em>a</em> &amp; &lt;b&gt;"),
        ("<https://example.org/a>", "https://example.org/a"),
        (r"US\$ 5", "US$ 5"),
        ("<script>*x*</script>", "&lt;script&gt;<em>x</em>&lt;/script&gt;"),
    ],
)
def test_prose(written: str, shown: str) -> None:
    assert str(prose(written)) == shown
