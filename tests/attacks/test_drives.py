"""Paths over two drives and on shares, as Windows has them: read with its own rules, since the tests run elsewhere too."""

from __future__ import annotations

import ast
import ntpath
import os
import re
from pathlib import Path, PureWindowsPath

import pytest

from citecheck.cli import common, config, fix
from citecheck.report import brief
from citecheck.report.findings import sarif

SOURCE = Path(fix.__file__).parents[1]
HERE = "C:\\work"


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The working directory is on drive C, and paths are Windows's."""
    monkeypatch.setattr(os, "getcwd", lambda: HERE)
    monkeypatch.setattr(os, "path", ntpath)
    for module in (common, config, fix):
        monkeypatch.setattr(module, "Path", PureWindowsPath)
    monkeypatch.setattr(sarif, "PurePath", PureWindowsPath)
    monkeypatch.setattr(brief, "PurePath", PureWindowsPath)


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("C:\\work\\a\\citecheck.toml", "a\\citecheck.toml"),
        ("C:\\citecheck.toml", "..\\citecheck.toml"),
        ("D:\\a\\citecheck.toml", "D:\\a\\citecheck.toml"),
        ("\\\\server\\share\\citecheck.toml", "\\\\server\\share\\citecheck.toml"),
    ],
)
def test_a_path_on_another_drive_stays_as_it_is(path: str, seen: str) -> None:
    assert common.path_from_here(path) == seen
    assert config._here(path) == PureWindowsPath(seen).as_posix()


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("paths", "folder", "names"),
    [
        (["a.md", "b\\c.md"], None, ["a.md", "b/c.md"]),
        (["C:\\other\\a.md"], "..\\other", ["a.md"]),
        (["D:\\a\\r.md", "D:\\b\\r.md"], "D:\\", ["a/r.md", "b/r.md"]),
        (["\\\\server\\share\\a\\r.md"], "\\\\server\\share\\a", ["r.md"]),
        (["D:\\a\\r.md", "r.md"], None, ["D:/a/r.md", "r.md"]),
        (["D:\\r.md", "E:\\r.md"], None, ["D:/r.md", "E:/r.md"]),
        (["D:\\r.md", "\\\\server\\share\\r.md"], None, ["D:/r.md", "//server/share/r.md"]),
    ],
)
def test_the_diff_names_files_on_several_drives_apart(paths: list[str], folder: str | None, names: list[str]) -> None:
    assert fix._folder(paths) == folder
    assert [fix._name(path, folder) for path in paths] == names


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("D:/a b/r.md", "file:///D:/a%20b/r.md"),
        ("//server/share/r.md", "file://server/share/r.md"),
        ("a/r.md", "a/r.md"),
        ("../r.md", "../r.md"),
    ],
)
def test_a_uri_of_another_drive_or_share_is_whole(path: str, uri: str) -> None:
    assert sarif._uri(path)["uri"] == uri


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("path", "name"), [("D:\\a\\r.md", "D:/a/r.md"), ("a\\r.md", "a/r.md"), ("..\\r.md", "../r.md")]
)
def test_what_is_not_below_the_root_keeps_its_name(path: str, name: str) -> None:
    assert brief.named_below("C:\\work", "C:\\work")(path) == name


def test_every_comparison_of_paths_minds_another_drive() -> None:
    # relpath, commonpath and relative_to raise ValueError there; each stands in a try that says so.
    bare = []
    for file in SOURCE.rglob("*.py"):
        if not re.search(r"relpath|commonpath|relative_to", text := file.read_text(encoding="utf-8")):
            continue
        tree = ast.parse(text)
        guarded = {
            id(node)
            for block in ast.walk(tree)
            if isinstance(block, ast.Try)
            and any("ValueError" in ast.unparse(one.type or ast.Name("")) for one in block.handlers)
            for statement in block.body
            for node in ast.walk(statement)
        }
        bare += [
            f"{file.relative_to(SOURCE).as_posix()}: {node.func.attr}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("relpath", "commonpath", "relative_to")
            and id(node) not in guarded
        ]
    assert sorted(bare) == KNOWN


KNOWN = ["cli/deciding.py: relpath", "read/history.py: relpath"]
"""Git's folder is looked for from the file's own upwards, so the two are on one drive."""
