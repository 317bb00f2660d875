"""The published schema: it is in step with what the reader accepts."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from citecheck.checks import load_rules
from citecheck.cli.config import schema_of_rules
from citecheck.cli.init import TEMPLATE
from citecheck.config import load_config
from citecheck.config.schema import FILE_KEYS, HOST_KEYS, KEYS, LINK_KEYS, WAIVER_KEYS
from citecheck.errors import ConfigError

PUBLISHED = Path(__file__).parents[2] / "docs" / "schema" / "citecheck.schema.json"

WHOLE = """
documents = ["a.md", "b.md"]
bibliography = "refs.bib"
compare_bibliography = ["mine.bib"]
select = ["CIT", "mixed-ibid"]
ignore = "NUM009"
fail_on = "never"
ui = "fr"
official_rates = false
baseline = "known"
rates.RUB = { "2023" = 92.3, "2023-02-24" = 80 }
[severity]
CIT006 = "warning"
[links]
exclude = ["^https://intranet"]
allow_private = ["10.0.0.0/8"]
cache_ttl = "12h"
concurrency = 8
per_host = 2
retries = 1
max_redirects = 5
interval = 0.5
timeout = 3
browser_headers = true
cache = false
archive = true
tell_queries = true
[sources]
mailto = "you@example.org"
retractions = "rw.csv"

[links.hosts."jstor.org"]
headers = { X-Key = "k" }
concurrency = 1
interval = 2
treat_as = "unverifiable"
accept = [403]
[[files]]
path = "annex/*.md"
ignore = ["STY"]
severity = { CIT = "info" }
[[waivers]]
rule = ["CIT002", "ABC999"]
path = "a.md"
note = "fr:39"
source = "Doe, 2020"
fingerprint = ["v1:0123456789abcdef"]
reason = "so"
until = 2027-01-31
"""


def plain(value: Any) -> Any:
    """TOML's values as JSON has them: dates are written."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def valid(text: str) -> bool:
    return bool(Draft202012Validator(schema_of_rules()).is_valid(plain(tomllib.loads(text))))


def accepted(text: str, folder: Path) -> bool:
    (folder / "citecheck.toml").write_text(text, encoding="utf-8")
    try:
        load_config(folder)
    except ConfigError:
        return False
    return True


def test_the_published_schema_is_the_one_in_force() -> None:
    schema = schema_of_rules()
    Draft202012Validator.check_schema(schema)
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema


def test_editors_can_propose_every_rule() -> None:
    proposed = schema_of_rules()["$defs"]["rule"]["anyOf"][0]["enum"]
    assert {one.code for one in load_rules()} | {one.rule.name for one in load_rules()} <= set(proposed)
    assert {"CIT", "WAI"} <= set(proposed)


def test_every_key_is_in_the_example(tmp_path: Path) -> None:
    values = tomllib.loads(WHOLE)
    assert set(values) == set(KEYS)
    assert set(values["links"]) == set(LINK_KEYS)
    assert set(values["links"]["hosts"]["jstor.org"]) == set(HOST_KEYS)
    assert set(values["files"][0]) == set(FILE_KEYS)
    assert set(values["waivers"][0]) == set(WAIVER_KEYS)
    assert valid(WHOLE)
    assert accepted(WHOLE, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        *("document = 'a'", "documents = 3", "documents = ['']", "documents = { fr = 1 }", "bibliography = [1]"),
        *("select = 1", "ignore = [1]", "fail_on = 'x'", "ui = 'de'", "official_rates = 1", "baseline = ''"),
        *("rates = 1", "rates.rub.2023 = 1.0", "rates.RUB = 1", "rates.RUB.23 = 1", "rates.RUB.2023 = 0"),
        *("severity = 1", "severity.CIT001 = 'never'", "severity.CIT001 = 1"),
        *("files = 1", "files = [1]", "[[files]]\nignore = 'CIT'", "[[files]]\npath = 'a'\nselect = 'CIT'"),
        *("[[files]]\npath = 'a'\nignore = 1", "[[files]]\npath = 1", "[[files]]\npath = 'a'\nseverity.CIT = 'x'"),
        *(
            "links = 1",
            "links.x = 1",
            "links.retries = -1",
            "links.concurrency = 0",
            "links.timeout = 0",
            "links.exclude = 1",
        ),
        *("links.hosts = 1", "links.hosts.a = 1", "links.hosts.a.treat_as = 'dead'", "links.hosts.a.accept = [1]"),
        *("links.cache = 1", "links.archive = 'yes'", "links.hosts.a.headers = 1", "links.hosts.a.concurrency = 0"),
        *("waivers = 1", "[[waivers]]\nrule = 'CIT001'", "[[waivers]]\nreason = 'x'"),
        *(
            "[[waivers]]\nrule = 'CIT'\nreason = 'x'\nfingerprint = 'v2:0'",
            "[[waivers]]\nrule = 'CIT'\nreason = 'x'\nfingerprint = 1",
        ),
        *("[[waivers]]\nrule = 1\nreason = 'x'", "[[waivers]]\nrule = 'CIT001'\nreason = 1"),
        *("[[waivers]]\nrule = 'CIT001'\nreason = ''", "[[waivers]]\nrule = 'CIT001'\nreason = 'x'\ncode = 'y'"),
        *(
            "[[waivers]]\nrule = 'CIT001'\nreason = 'x'\nuntil = 3",
            "[[waivers]]\nrule = 'CIT001'\nreason = 'x'\nnote = 39",
        ),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(text: str, tmp_path: Path) -> None:
    assert not accepted(text, tmp_path)
    assert not valid(text)


def test_the_first_configuration_is_valid_also_when_all_of_it_is_in_force(tmp_path: Path) -> None:
    text = TEMPLATE.format(documents='documents = ["a.md"]', bibliography='# bibliography = "r.bib"')
    assert valid(text)
    assert accepted(text, tmp_path)
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    settings = [
        line for line in lines if (" = " in line or line.startswith("[[")) and not line.startswith("documents = {")
    ]
    assert {line.split(" = ")[0].split(".")[0] for line in settings} > set(KEYS) - {"documents", "files", "waivers"}
    whole = "\n".join(settings)
    assert valid(whole)
    assert accepted(whole, tmp_path)
