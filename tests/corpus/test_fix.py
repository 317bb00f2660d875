"""Corrections of planted errors: the error is gone, no finding is new, and a second run changes nothing."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "fix" / "run.py"
SAFE = (
    "name: letters transposed",
    "name: letter dropped",
    "name: letter doubled",
    "corporate name: letter dropped",
    "page: without label",
    "page: unspaced",
    "page: labelled otherwise",
    "URL: tracking parameters",
    "URL: outdated resolver",
)
"""Kinds of error that there is a safe correction for, nearly always."""

MOST = 10
"""Documents in which one kind of error is planted here."""


@cache
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fix_run", BENCH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@cache
def documents() -> list[Any]:
    return list(bench().planted.documents(bench().planted.DOCUMENTS))


def kinds() -> list[str]:
    return list(bench().planted.KINDS)


@cache
def mended_base(name: str, text: str) -> str:
    """What a text without planted errors is corrected to: some documents have habits with exceptions."""
    run = bench()
    clean = next(one for one in documents() if one.name == name)
    return str(run.corrected(clean, run.planted.Plant("none", "nothing", text, (), (), text)).text)


@pytest.mark.parametrize("kind", kinds())
def test_a_correction_leaves_no_finding_and_brings_none(kind: str) -> None:
    run = bench()
    # From document to document by turns, so that all of them come up; the bench takes them all for each kind.
    turn = kinds().index(kind) % len(documents())
    order = [*documents()[turn:], *documents()[:turn]]
    planted = ((clean, plant) for clean in order for plant in run.planted.plants(clean, kind, 11, 1))
    done = [run.corrected(clean, plant) for clean, plant in islice(planted, MOST)]
    assert done
    assert [(one.clean.name, found.code) for one in done for found in one.raised] == []
    assert [one.clean.name for one in done if one.restless] == []
    # One error in a clean document is never so much that a correction has to be taken back.
    assert [(one.clean.name, found.code) for one in done for found in one.outcome.harmful] == []
    assert [one.clean.name for one in done if run._left(one)] == []
    if kind in SAFE:
        mended = [one for one in done if one.planted]
        assert len(mended) >= 0.8 * len(done)
        assert [one.clean.name for one in mended if one.text != mended_base(one.clean.name, one.plant.base)] == []


@pytest.mark.parametrize("name", [clean.name for clean in documents()])
def test_many_errors_at_once(name: str) -> None:
    run = bench()
    clean = next(one for one in documents() if one.name == name)
    plants = [plant for kind in SAFE for plant in run.planted.plants(clean, kind, 11, 4)]
    one = run.corrected(clean, run.together(clean, plants))
    assert (one.raised, one.restless, run._left(one)) == ((), False, False)
