"""One file of settings: its text, its table, and where things stand in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from citecheck.config import load_config
from citecheck.config.table import TABLES, TableFile, nearest, relative
from citecheck.errors import ConfigError
from tests.config.settings import complaint, config


def table(folder: Path, text: str, name: str = "citecheck.toml") -> TableFile:
    (folder / name).write_text(text, encoding="utf-8")
    return TableFile(folder / name, folder, TABLES[name])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[project]\nui = 3\n[tool.citecheck]\nui = 3\n", "pyproject.toml:4:6: 'ui' cannot be 3"),
        ("[tool]\ncitecheck.uo = 3\n", "pyproject.toml:2:11: unknown key 'uo'"),
        ("[tool.other]\nui = 1\n[tool]\ncitecheck = { ui = 3 }\n", "pyproject.toml:"),
        ("tool.citecheck.ui = 3\n", "pyproject.toml:1:21: 'ui' cannot be 3"),
        ("[tool]\ncitecheck = 3\n", "pyproject.toml:2:13: 'tool.citecheck' must be a table"),
        ("[tool.citecheck]\nui =\n", "pyproject.toml:2:5: is not valid TOML"),
    ],
)
def test_mistakes_in_pyproject_are_said_with_their_line(tmp_path: Path, text: str, said: str) -> None:
    assert complaint(tmp_path, text, "pyproject.toml").startswith(said)


def test_a_pyproject_that_does_not_concern_it_may_be_broken(tmp_path: Path) -> None:
    assert config(tmp_path, "[project\n", "pyproject.toml").ui is None


def test_another_encoding_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "citecheck.toml").write_bytes("ui = 'en'\n# é\n".encode("latin-1"))
    with pytest.raises(ConfigError, match=r"citecheck\.toml:2:3: is not UTF-8"):
        load_config(tmp_path)


@pytest.mark.parametrize(
    ("text", "concerned"),
    [
        ("[tool.citecheck]\n", True),
        ("tool = { citecheck = {} }\n", True),
        ("[tool.citecheck\n", True),
        ("[project]\nname = 'citecheck'\n", False),
        ("[project]\ndescription = 'citecheck\n", False),
        ("", False),
    ],
)
def test_a_pyproject_concerns_citecheck_where_it_has_its_table(tmp_path: Path, text: str, concerned: bool) -> None:
    assert table(tmp_path, text, "pyproject.toml").concerned() is concerned


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('ui = "a\\u0000b"\n', "citecheck.toml:1:6: 'ui' holds the character NUL"),
        ("[links]\ntimeout = inf\n", "citecheck.toml:2:11: 'links.timeout' is no number of a usual size"),
        ("[links]\ntimeout = 1e999\n", "citecheck.toml:2:11: 'links.timeout' is no number of a usual size"),
    ],
)
def test_what_no_setting_can_be_is_said(tmp_path: Path, text: str, said: str) -> None:
    file = table(tmp_path, text)
    file.values()
    with pytest.raises(ConfigError) as raised:
        file.tell()
    assert str(raised.value).startswith(said)


def test_mistakes_are_told_in_the_order_of_the_file_each_once(tmp_path: Path) -> None:
    file = table(tmp_path, "a = 1\nb = 2\nc = inf\n")
    file.values()
    for key in ("c", "b", "a", "b"):
        with file.noting():
            raise file.error(key, f"{key} is wrong")
    with pytest.raises(ConfigError) as raised:
        file.tell()
    assert [line.removeprefix("citecheck.toml:") for line in raised.value.lines] == [
        "1:5: a is wrong",
        "2:5: b is wrong",
        "3:5: 'c' is no number of a usual size: write a finite one",
    ]


def test_what_is_right_has_nothing_to_tell(tmp_path: Path) -> None:
    table(tmp_path, "a = 1\n").tell()


def test_the_place_of_a_value_is_the_nearest_that_is_known(tmp_path: Path) -> None:
    file = table(tmp_path, "# a\n[links.hosts.'x.org']\naccept = [1]\n")
    assert str(file.error(("links", "hosts", "x.org", "accept", 0), "wrong")) == "citecheck.toml:3:11: wrong"
    assert str(file.error(("links", "hosts", "x.org", "accept"), "wrong", key=True)) == "citecheck.toml:3:1: wrong"
    assert str(file.error(("elsewhere",), "wrong")) == "citecheck.toml:1:1: wrong"


def test_the_first_value_that_stands_in_the_file_has_a_span(tmp_path: Path) -> None:
    file = table(tmp_path, "ui = 'fr'\nselect = ['NUM']\n")
    assert file.span(("ignore",), ("select", 0), ("ui",)).text == "'NUM'"


def test_what_to_write_instead_is_the_nearest_word_or_all_of_them() -> None:
    assert nearest("fail-onn", ("ui", "fail_on")) == "did you mean 'fail_on'?"
    assert nearest("", ("ui", "fail_on")) == "use one of ui, fail_on"


def test_a_path_is_shown_as_one_would_write_it(tmp_path: Path) -> None:
    assert Path(relative(tmp_path / "a" / "b.toml", tmp_path / "c")) == Path("../a/b.toml")
