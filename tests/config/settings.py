"""Configurations from texts, and what is said of those that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.config import Config, load_config
from citecheck.errors import ConfigError


def config(folder: Path, text: str, name: str = "citecheck.toml") -> Config:
    (folder / name).write_text(text, encoding="utf-8")
    return load_config(folder)


def complaint(folder: Path, text: str, name: str = "citecheck.toml") -> str:
    with pytest.raises(ConfigError) as raised:
        config(folder, text, name)
    said = str(raised.value)
    assert "\n" not in said
    return said
