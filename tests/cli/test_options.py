"""The options that several commands have."""

from __future__ import annotations

from typing import get_args

import pytest
from typer.models import ParameterInfo

from citecheck.cli import options


@pytest.mark.parametrize("name", [name for name in options.__all__ if get_args(getattr(options, name))])
def test_every_option_says_what_it_is_for(name: str) -> None:
    _, told = get_args(getattr(options, name))
    assert isinstance(told, ParameterInfo)
    assert told.help
    assert told.help.partition("  [default: ")[0].endswith(".")
