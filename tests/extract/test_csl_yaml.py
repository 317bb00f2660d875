"""The bibliography as CSL-YAML; that it is read back the same is tested with its reader."""

from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.extract.csl import csl_export
from citecheck.extract.csl_yaml import csl_yaml, yaml_value
from citecheck.extract.exported import exported
from tests.extract.samples import sample
from tests.tried import tried


def test_it_holds_what_csl_json_does() -> None:
    sources = exported([sample()])
    assert yaml.safe_load(csl_yaml(sources)) == {"references": json.loads(csl_export(sources))}
    assert yaml.safe_load(csl_yaml(())) == {"references": []}


def test_nothing_steers_a_terminal_or_a_service() -> None:
    text = yaml_value(["a\x1b\u202e", "##vso[x]"])
    assert text.isascii()
    assert "##" not in text
    assert yaml.safe_load(text) == ["a\x1b\u202e", "##vso[x]"]


@settings(max_examples=tried(40, 400))
@given(st.recursive(st.text(max_size=8) | st.integers(), lambda inner: st.lists(inner, max_size=3)))
def test_every_value_comes_back(value: Any) -> None:
    assert yaml.safe_load(f"a: {yaml_value(value)}\n") == {"a": value}
