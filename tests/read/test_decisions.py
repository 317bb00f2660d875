"""Reading the file of decisions: what is wrong with it is said with the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from citecheck.errors import ConfigError
from citecheck.read.decisions import read_decisions

GOOD = """\
# Comment

[[decision]]
kind = "accept"
about = "fr 1 = en 1"
notes = { fr = ["ab"], en = ["cd"] }
codes = ["BIL003"]
reason = "so"
author = "Yann"
date = 2026-11-24
"""

LINE = (
    'accept.0123 = { about = "fr 1 = en 1", codes = ["BIL003"], reason = "so", author = "Yann", date = 2026-11-24, '
    'notes = { fr = ["ab"], en = ["cd"] } }\n'
)


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.toml") == ()


def test_a_decision_knows_its_line(tmp_path: Path) -> None:
    file = tmp_path / "d.toml"
    file.write_text(GOOD)
    (one,) = read_decisions(file)
    assert one.place == f"{file}:3"
    assert (one.notes, one.codes, one.day) == ((("fr", ("ab",)), ("en", ("cd",))), ("BIL003",), "2026-11-24")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('kind = "accept"', 'kind = "acept"', 4, "'kind' must be one of accept, pair"),
        ('kind = "accept"', "", 3, "'kind' must be one of accept, pair"),
        ("reason", "reasn", 8, "unknown key 'reasn': did you mean 'reason'?"),
        ('reason = "so"', "reason = 3", 8, "'reason' must be a text in quotation marks"),
        ('{ fr = ["ab"], en = ["cd"] }', '["ab"]', 6, "'notes' must hold a list of keys for each language"),
        ('{ fr = ["ab"], en = ["cd"] }', "{ fr = [], en = [] }", 6, "'notes' names no note"),
        ('["BIL003"]', '"BIL003"', 7, "'codes' must be a list of rules' codes"),
        ("2026-11-24", '"yesterday"', 10, "'date' must be a day, such as 2026-11-24"),
        ("[[decision]]", "[decision]", 3, "'decision' must be written [[decision]]"),
        ("# Comment", "other = 1", 1, "unknown key 'other': only decisions stand here"),
        ('"so"', '"so', 8, "is not valid TOML"),
        ("# Comment", "<<<<<<< HEAD", 1, "a merge left its marks: keep the decisions of both sides"),
    ],
)
def test_damage_is_said_with_its_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    file = tmp_path / "d.toml"
    file.write_text(GOOD.replace(old, new, 1))
    with pytest.raises(ConfigError) as error:
        read_decisions(file)
    assert str(error.value).startswith(f"{file}:{line}: {said}")


def test_another_encoding_is_said(tmp_path: Path) -> None:
    file = tmp_path / "d.toml"
    file.write_bytes(GOOD.encode() + "# é".encode("latin-1"))
    with pytest.raises(ConfigError, match=":11: is not UTF-8"):
        read_decisions(file)


def test_a_folder_of_that_name_is_said(tmp_path: Path) -> None:
    (tmp_path / "d.toml").mkdir()
    with pytest.raises(ConfigError, match="is a directory"):
        read_decisions(tmp_path / "d.toml")


def test_a_line_is_read_as_a_block_is(tmp_path: Path) -> None:
    (tmp_path / "block.toml").write_text(GOOD)
    (tmp_path / "line.toml").write_text(f"# Comment\n\n{LINE}")
    [block], [line] = (read_decisions(tmp_path / f"{name}.toml") for name in ("block", "line"))
    assert line.place == f"{tmp_path / 'line.toml'}:3"
    assert line.span is not None
    assert line.span.text == "accept.0123"
    assert replace(line, place="") == replace(block, place="")


def test_a_line_ends_where_toml_ends_it(tmp_path: Path) -> None:
    file = tmp_path / "d.toml"
    file.write_text(
        "# \u2028 \x85 here\n" + LINE.replace('"so"', '"so\u2028far"') + LINE.replace('"ab"', '"ef"'), newline="\r\n"
    )
    assert [(one.place, one.reason) for one in read_decisions(file)] == [
        (f"{file}:2", "so\u2028far"),
        (f"{file}:3", "so"),
    ]


def test_lines_may_stand_among_blocks_and_share_a_key(tmp_path: Path) -> None:
    other = LINE.replace('"ab"', '"ef"')
    file = tmp_path / "d.toml"
    file.write_text(f"{other}{GOOD}{LINE}{other.replace('ef', 'gh')}{GOOD.replace('cd', 'xy')}")
    assert [one.notes[0][1] + one.notes[1][1] for one in read_decisions(file)] == [
        ("ef", "cd"),
        ("ab", "cd"),
        ("gh", "cd"),
        ("ab", "xy"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("reason", "reasn", "unknown key 'reasn': did you mean 'reason'?"),
        ('"so"', "3", "'reason' must be a text in quotation marks"),
        ('{ fr = ["ab"], en = ["cd"] }', '["ab"]', "'notes' must hold a list of keys for each language"),
        ("2026-11-24", '"yesterday"', "'date' must be a day, such as 2026-11-24"),
        ('"so"', '"so', "is not valid TOML"),
        (LINE[LINE.index("{") :], "1\n", "a decision must be written { … }, with its notes"),
        ("accept.0123", "acept.0123", "unknown key 'acept': only decisions stand here"),
        ("accept.0123 =", "[accept.0123]\nx =", "each decision must be one line: accept.KEY = { … }"),
    ],
)
def test_damage_of_a_line_is_said_with_it(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = tmp_path / "d.toml"
    file.write_text("# Comment\n" + LINE.replace(old, new, 1))
    with pytest.raises(ConfigError) as error:
        read_decisions(file)
    assert str(error.value).startswith(f"{file}:2: {said}")
