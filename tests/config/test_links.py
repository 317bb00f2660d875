"""How links are asked for, as a configuration says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citecheck.config.links import duration
from citecheck.model.links import HostSettings, LinkSettings, LinkStatus
from tests.config.settings import complaint, config


def test_how_links_are_asked_for_is_read(tmp_path: Path) -> None:
    made = config(
        tmp_path,
        "[links]\nexclude = ['/private/']\nconcurrency = 8\nper_host = 2\ninterval = 0.5\ntimeout = 3\nretries = 0\n"
        "max_redirects = 5\nbrowser_headers = true\nallow_private = ['10.0.0.0/8']\ncache_ttl = '12h'\ncache = false\n"
        "archive = true\n[links.hosts.\"JSTOR.org\"]\nheaders = { 'X-Key' = 'k' }\nconcurrency = 1\ninterval = 2\n"
        "treat_as = 'unverifiable'\naccept = [403, 429]\n",
    ).links
    own = HostSettings((("X-Key", "k"),), 1, 2.0, LinkStatus.UNVERIFIABLE, (403, 429))
    assert made == LinkSettings(
        exclude=("/private/",),
        hosts=(("jstor.org", own),),
        concurrency=8,
        per_host=2,
        interval=0.5,
        timeout=3.0,
        retries=0,
        max_redirects=5,
        browser_headers=True,
        allow_private=("10.0.0.0/8",),
        cache=False,
        cache_ttl=12 * 3600.0,
        archive=True,
    )
    assert made.host("www.jstor.org") == own
    assert made.host("notjstor.org") == HostSettings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("links = 3\n", "citecheck.toml:1: 'links' must be a table"),
        ("[links]\nretrys = 1\n", "citecheck.toml:2: unknown key 'retrys': did you mean 'retries'?"),
        ("[links]\nexclude = ['[']\n", "citecheck.toml:2: 'links.exclude': '[' is no regular expression"),
        ("[links]\nconcurrency = 0\n", "citecheck.toml:2: 'concurrency' must be a whole number from 1"),
        ("[links]\nretries = true\n", "citecheck.toml:2: 'retries' must be a whole number"),
        ("[links]\ntimeout = 'x'\n", "citecheck.toml:2: 'timeout' must be a number of seconds"),
        ("[links]\ntimeout = 0\n", "citecheck.toml:2: 'timeout' must be a number of seconds from 0.1"),
        ("[links]\ninterval = -1\n", "citecheck.toml:2: 'interval' must be a number of seconds"),
        ("[links]\nbrowser_headers = 1\n", "citecheck.toml:2: 'browser_headers' must be true or false"),
        ("[links]\nallow_private = ['x']\n", "citecheck.toml:2: 'links.allow_private': "),
        ("[links]\ncache_ttl = 'soon'\n", "citecheck.toml:2: 'links.cache_ttl': 'soon' is no duration"),
        ("[links]\nhosts = 3\n", "citecheck.toml:2: 'links.hosts' must hold a table"),
        ("[links.hosts.'x.org']\ntreat = 1\n", "citecheck.toml:2: unknown key 'treat': did you mean 'treat_as'?"),
        ("[links.hosts.'x.org']\ntreat_as = 'dead'\n", "citecheck.toml:2: 'treat_as' cannot be 'dead'"),
        ("[links.hosts.'x.org']\naccept = [40]\n", "citecheck.toml:2: 'accept' must be a list of statuses"),
        ("[links.hosts.'x.org']\nheaders = { 'A b' = 'x' }\n", "citecheck.toml:2: 'headers' must be"),
        ("[links.hosts.'x.org']\nheaders = { A = \"x\\r\\ny\" }\n", "citecheck.toml:2: 'headers' must be"),
    ],
)
def test_mistakes_about_links_are_said_with_their_line(tmp_path: Path, text: str, said: str) -> None:
    line, message = said.split(": ", 1)
    found = complaint(tmp_path, text)
    assert re.match(rf"{re.escape(line)}:\d+: {re.escape(message)}", found), found


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("45s", 45), ("30m", 1800), ("12h", 43200), ("7d", 604800), ("2w", 1209600), ("1.5h", 5400), (3, 259200)],
)
def test_durations(text: object, seconds: float) -> None:
    assert duration(text) == seconds


@pytest.mark.parametrize("value", [True, "soon", "-1h", "12 years", "999999d", None])
def test_what_is_no_duration_is_said(value: object) -> None:
    with pytest.raises(ValueError, match=r"write (?:one such as 12h|a shorter one)"):
        duration(value)


@pytest.mark.parametrize(("value", "networks"), [("true", ("*",)), ("false", ()), ("'10.0.0.0/8'", ("10.0.0.0/8",))])
def test_all_private_addresses_or_none_or_some_can_be_allowed(
    tmp_path: Path, value: str, networks: tuple[str, ...]
) -> None:
    assert config(tmp_path, f"[links]\nallow_private = {value}\n").links.allow_private == networks
