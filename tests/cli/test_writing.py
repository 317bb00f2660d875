"""Writing files: as a whole or not at all, and never over what was read."""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from citecheck.cli.writing import choose_destination, replace_files, write_files, write_new
from citecheck.errors import InputError, UsageError


def test_a_file_is_written_whole(folder: Path) -> None:
    target = folder / "a.txt"
    write_files([(target, "é\n".encode())])
    assert target.read_bytes() == b"\xc3\xa9\n"
    write_files([(target, b"b\r\n")])
    assert target.read_bytes() == b"b\r\n"
    assert list(folder.iterdir()) == [target]


def test_a_file_keeps_its_permissions_and_a_new_one_has_the_usual_ones(folder: Path) -> None:
    old = folder / "old"
    old.write_text("x")
    old.chmod(0o640)
    write_files([(old, b"y")])
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    usual = folder / "usual"
    usual.write_text("x")
    write_files([(folder / "new", b"y")])
    assert (folder / "new").stat().st_mode == usual.stat().st_mode


def test_a_link_stays_a_link(folder: Path) -> None:
    (folder / "target").write_text("x")
    (folder / "link").symlink_to("target")
    write_files([(folder / "link", b"y")])
    assert (folder / "link").is_symlink()
    assert (folder / "target").read_text() == "y"


def test_a_device_is_written_to_and_not_replaced(folder: Path) -> None:
    write_files([(Path(os.devnull), b"x")])
    assert not Path(os.devnull).is_file()


def test_a_folder_is_no_file(folder: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_files([(folder, b"x")])


def test_when_writing_fails_the_old_file_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = folder / "a.txt"
    target.write_text("old")

    def full(self: Path, other: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="No space left on device"):
        write_files([(target, b"new")])
    assert target.read_text() == "old"
    assert list(folder.iterdir()) == [target]


@pytest.mark.parametrize("write", [write_files, replace_files])
def test_all_files_are_prepared_before_any_is_replaced(folder: Path, write: Callable[..., None]) -> None:
    Path("a").write_text("old")
    with pytest.raises(InputError, match="b/c: cannot be written"):
        write([(Path("a"), b"new"), (Path("b/c"), b"new")])
    assert Path("a").read_text() == "old"
    write([(Path("a"), b"new"), (Path("b"), b"newer")])
    assert (Path("a").read_text(), Path("b").read_text()) == ("new", "newer")
    assert sorted(file.name for file in folder.iterdir()) == ["a", "b"]


def test_where_a_second_renaming_fails_it_is_said_what_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["a", "b", "c"]
    for name in names:
        Path(name).write_text("old")
    replace = Path.replace

    def stubborn(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise OSError(16, "Device or resource busy")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stubborn)
    with pytest.raises(InputError) as caught:
        write_files([(Path(name), b"new") for name in names])
    assert str(caught.value) == ("b: cannot be written (Device or resource busy); written already: a; as before: b, c")
    assert [Path(name).read_text() for name in names] == ["new", "old", "old"]
    assert sorted(file.name for file in folder.iterdir()) == names


def test_a_signal_between_two_renamings_comes_after_both(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def struck(self: Path, target: Path) -> Path:
        os.kill(os.getpid(), signal.SIGINT)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", struck)
    # What runs in the background of a shell ignores this signal.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("a", "b"):
        Path(name).write_text("old")
    try:
        with pytest.raises(KeyboardInterrupt):
            write_files([(Path("a"), b"new"), (Path("b"), b"new")])
    finally:
        signal.signal(signal.SIGINT, before)
    assert (Path("a").read_text(), Path("b").read_text()) == ("new", "new")
    assert sorted(file.name for file in folder.iterdir()) == ["a", "b"]


def test_a_file_keeps_its_extended_attributes_and_gets_a_time_of_its_own(folder: Path) -> None:
    target = folder / "a.md"
    target.write_text("old")
    os.utime(target, (1_000_000_000, 1_000_000_000))
    try:
        os.setxattr(target, "user.note", b"mine")
        kept = b"mine"
    except (AttributeError, OSError):
        kept = None  # This file system has none.
    replace_files([(target, b"new")])
    assert target.stat().st_mtime > 1_000_000_000
    if kept is not None:
        assert os.getxattr(target, "user.note") == kept


def test_a_file_keeps_its_owner_or_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = folder / "a.md"
    target.write_text("old")
    seen: list[tuple[int, int]] = []
    own = target.stat()
    stranger = os.stat_result((*own[:4], own.st_uid + 1, own.st_gid, *own[6:10]))
    real = Path.stat
    monkeypatch.setattr(Path, "stat", lambda self, **more: stranger if self.name == "a.md" else real(self, **more))
    monkeypatch.setattr(os, "chown", lambda path, user, group: seen.append((user, group)))
    replace_files([(target, b"new")])
    assert seen == [(own.st_uid + 1, own.st_gid)]
    assert target.read_text() == "new"

    def forbidden(path: str, user: int, group: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", forbidden)
    with pytest.raises(InputError, match="belongs to another user or group"):
        replace_files([(target, b"newer")])
    assert target.read_text() == "new"
    # A result that is written again is no file of somebody's that is edited.
    write_files([(target, b"newer")])
    assert target.read_text() == "newer"


def test_a_file_with_two_names_is_edited_under_neither(folder: Path) -> None:
    Path("a.md").write_text("old")
    os.link("a.md", "b.md")
    with pytest.raises(InputError, match=r"a\.md has 2 names \(hard links\)"):
        replace_files([(Path("a.md"), b"new")])
    assert (Path("a.md").read_text(), Path("b.md").read_text()) == ("old", "old")
    assert sorted(file.name for file in folder.iterdir()) == ["a.md", "b.md"]


def test_a_loop_of_links_is_no_file(folder: Path) -> None:
    Path("loop").symlink_to("loop")
    with pytest.raises(InputError, match="loop: cannot be written"):
        write_files([(Path("loop"), b"new")])


def test_a_new_file_is_new(folder: Path) -> None:
    write_new(Path("a"), b"first")
    with pytest.raises(InputError, match="a is there already, and is not overwritten"):
        write_new(Path("a"), b"second")
    assert Path("a").read_bytes() == b"first"
    assert [file.name for file in folder.iterdir()] == ["a"]


def test_a_new_file_where_the_file_system_knows_no_links(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", unknown)
    write_new(Path("a"), b"first")
    assert Path("a").read_bytes() == b"first"
    assert [file.name for file in folder.iterdir()] == ["a"]


@pytest.mark.parametrize("path", [None, "-"])
def test_a_dash_is_standard_output(path: str | None, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    destination = choose_destination(path, ["-", "a.md"])
    assert destination.file is None
    destination.write("text\n", quiet=False)
    assert capsys.readouterr() == ("text\n", "")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("path", ["", "a\0b"])
def test_what_can_be_no_file(path: str) -> None:
    with pytest.raises(UsageError, match="this is no name of a file"):
        choose_destination(path, [])


def test_it_is_said_under_which_name_a_file_is_read(folder: Path) -> None:
    Path("a.md").write_text("x")
    Path("b.md").symlink_to("a.md")
    with pytest.raises(UsageError, match=r"^--output b\.md: this file is read, as a\.md, and would be lost"):
        choose_destination("b.md", ["a.md"])
    assert choose_destination("c.md", ["a.md", "a\0b", "-"]).file == "c.md"
