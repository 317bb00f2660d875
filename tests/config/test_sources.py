"""The table ``[sources]`` of a configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.config import load_config
from citecheck.errors import ConfigError


def test_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "citecheck.toml").write_text(
        '[sources]\nmailto = "you@elms.example"\nretractions = "rw.csv"\n', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    made = load_config(tmp_path).sources
    assert (made.mailto, made.retractions) == ("you@elms.example", "rw.csv")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sources = 1", "'sources' must be a table"),
        ('[sources]\nmailto = "nobody"', "must be an e-mail address"),
        ("[sources]\nretractions = 1", "must name files"),
        ("[sources]\nmailt = 1", "unknown key 'mailt'"),
    ],
)
def test_mistakes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    (tmp_path / "citecheck.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError, match=said):
        load_config(tmp_path)
