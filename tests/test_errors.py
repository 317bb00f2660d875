"""What stops a run, as it is told."""

from __future__ import annotations

from citecheck.errors import ConfigError, InputError


def test_what_is_wrong_is_one_line() -> None:
    assert InputError("a.md is a folder: name a file").lines == ("a.md is a folder: name a file",)


def test_a_configuration_has_a_line_for_each_mistake() -> None:
    error = ConfigError("a.toml:1:1: wrong", "a.toml:2:1: wrong, too")
    assert error.lines == ("a.toml:1:1: wrong", "a.toml:2:1: wrong, too")
    assert str(error) == "\n".join(error.lines)
    assert str(ConfigError("a.toml:1:1: wrong")) == "a.toml:1:1: wrong"
