"""The public names, each imported when it is asked for."""

from __future__ import annotations

import importlib

import pytest

import citecheck


@pytest.mark.parametrize("name", sorted(set(citecheck.__all__) - {"__version__"}))
def test_a_public_name_is_that_of_its_home(name: str) -> None:
    home = importlib.import_module(citecheck._HOMES[name])
    assert getattr(citecheck, name) is getattr(home, name)


def test_every_public_name_has_a_home_and_no_other_is_known() -> None:
    assert set(citecheck._HOMES) | {"__version__"} == set(citecheck.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        citecheck.nonsense  # noqa: B018


def test_the_version_has_three_numbers() -> None:
    assert [part.isdecimal() for part in citecheck.__version__.split(".")] == [True] * 3
