"""Writing files: where results may go, and how a file is replaced so that nothing is ever lost.

Every command that writes passes through here. A result never goes onto a file that the same run reads, by whatever
name.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

from citecheck.cli.common import emit, tell
from citecheck.errors import InputError, UsageError
from citecheck.read.identity import STANDARD, same_file

__all__ = ["Destination", "append_file", "choose_destination", "encoded", "replace_files", "write_files", "write_new"]


class Destination(Struct, frozen=True):
    """Where a result goes: the file at ``path``, or standard output (``-``). `choose_destination` makes them."""

    path: str

    @property
    def file(self) -> str | None:
        """The path of the file; None for standard output."""
        return None if self.path == STANDARD else self.path

    def write(self, text: str, *, quiet: bool, lines: bool = False) -> None:
        """Writes a result as a whole, and says where it went unless ``quiet``. Raises InputError.

        ``lines`` tells a text for a person, of which a service that runs citecheck must take no line for a command.
        """
        from citecheck.report.visible import inert

        shown = inert(text) if lines else text
        if self.file is None:
            emit(shown)
        else:
            self.write_bytes(encoded(shown), quiet=quiet)

    def write_bytes(self, data: bytes, *, quiet: bool) -> None:
        """Writes a result that is no text to the file, and says so unless ``quiet``. Raises InputError."""
        write_files([(Path(self.path), data)])
        if not quiet:
            tell("wrote {files}", files=self.path)


def choose_destination(path: str | None, read: Iterable[str], option: str = "--output") -> Destination:
    """Where a result may go: standard output where ``path`` is None or ``-``.

    ``read`` are the files that this run reads: raises UsageError where ``path`` is one of them, be it under another
    name.
    """
    if path is None or path == STANDARD:
        return Destination(STANDARD)
    if "\0" in path or not path:
        raise UsageError(f"{option} {path!r}: this is no name of a file")
    over = same_file(path, read)
    if over is not None:
        called = "" if over == path else f", as {over}"
        raise UsageError(f"{option} {path}: this file is read{called}, and would be lost: name another one")
    return Destination(path)


def encoded(text: str) -> bytes:
    """A text as it goes into a file. File names can hold what is no character at all; that is written as an escape."""
    return text.encode("utf-8", "backslashreplace")


def write_files(files: Sequence[tuple[Path, bytes]]) -> None:
    """Writes all the files, each as a whole; where one cannot be written, none is.

    Raises InputError where that is not possible.
    """
    _write(files, edited=False)


def replace_files(files: Sequence[tuple[Path, bytes]]) -> None:
    """Gives files of the user other contents: all of them or none, each with its owner, mode and extended attributes.

    Raises InputError where that is not possible: where a file has further names (hard links), which would keep the old
    contents, or an owner that would be lost.
    """
    _write(files, edited=True)


def append_file(path: Path, data: bytes) -> None:
    """Adds to the end of a file, which is made where there is none. Raises InputError."""
    with _writing(path), path.open("ab") as file:
        file.write(data)


def write_new(path: Path, data: bytes) -> None:
    """Writes a file that does not exist yet, as a whole or not at all. Raises InputError, also where it exists."""
    with _writing(path):
        if path.exists() or path.is_symlink():
            raise InputError(f"{path} is there already, and is not overwritten")
        temporary = _beside(path, data, edited=False)
        if temporary is None:
            return
        try:
            # Unlike a renaming, this never replaces what somebody else has put there meanwhile.
            os.link(temporary, path)
        except FileExistsError:
            raise InputError(f"{path} is there already, and is not overwritten") from None
        except OSError:
            with path.open("xb") as file:  # Not every file system knows links.
                file.write(data)
        finally:
            temporary.unlink(missing_ok=True)


class _Ready(Struct):
    """A file that waits to be put in its place: ``path`` as it was named, ``temporary`` None for a device or a pipe."""

    path: Path
    target: Path
    temporary: Path | None
    data: bytes


def _write(files: Sequence[tuple[Path, bytes]], *, edited: bool) -> None:
    ready: list[_Ready] = []
    try:
        for path, data in files:
            with _writing(path):
                target = Path(os.path.realpath(path))
                ready.append(_Ready(path, target, _beside(target, data, edited=edited), data))
        with _undisturbed():
            _put_in_place(ready)
    finally:
        for file in ready:
            if file.temporary is not None:
                file.temporary.unlink(missing_ok=True)


def _put_in_place(ready: Sequence[_Ready]) -> None:
    """Renames what is written. Says what stands where a renaming fails after others have been made."""
    for done, file in enumerate(ready):
        try:
            with _writing(file.path):
                if file.temporary is None:
                    file.target.write_bytes(file.data)
                else:
                    file.temporary.replace(file.target)
        except InputError as error:
            if not done:
                raise
            new, old = ([str(one.path) for one in part] for part in (ready[:done], ready[done:]))
            raise InputError(f"{error}; written already: {', '.join(new)}; as before: {', '.join(old)}") from error


def _beside(target: Path, data: bytes, *, edited: bool) -> Path | None:
    """A temporary file with the data beside ``target``, to be put in its place.

    None for a device or a pipe: replacing it would take it away from everybody else.
    """
    try:
        before = target.stat()
    except FileNotFoundError:
        before = None
    if before is not None and stat.S_ISDIR(before.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if before is not None and not stat.S_ISREG(before.st_mode):
        return None
    if edited and before is not None and before.st_nlink > 1:
        raise InputError(
            f"{target} has {before.st_nlink} names (hard links), of which the others would keep the old text: "
            "nothing was written; correct a copy of its own"
        )
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:64]}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if edited:
                # A full disk or quota shows here at the latest, while the old file, which nobody can make again, is in
                # its place.
                file.flush()
                os.fsync(file.fileno())
        if before is None:
            temporary.chmod(0o666 & ~_umask())
        else:
            _dress(temporary, target, before, edited=edited)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _dress(temporary: Path, target: Path, before: os.stat_result, *, edited: bool) -> None:
    """Gives the new file the owner, the mode and the extended attributes of the old one."""
    if hasattr(os, "chown"):
        made = temporary.stat()
        if (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid):
            try:
                os.chown(temporary, before.st_uid, before.st_gid)
            except OSError as error:
                if edited:
                    raise InputError(
                        f"{target} belongs to another user or group, which would be lost: nothing was written; "
                        "correct a copy of your own"
                    ) from error
    shutil.copystat(target, temporary)
    os.utime(temporary)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Holds back the signals that end a program: they come when all files are in their places."""
    held: list[int] = []
    before: dict[int, Any] = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        # Not every system has them all, and elsewhere than in the main thread none arrives.
        with suppress(AttributeError, ValueError):
            number = getattr(signal, name)
            before[number] = signal.signal(number, lambda number, _: held.append(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        for number in held:
            signal.raise_signal(number)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Says what went wrong with writing to ``path`` as an error for a person."""
    try:
        yield
    except FileNotFoundError as error:
        raise InputError(f"{path}: cannot be written: the folder {path.parent} does not exist; create it") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror or error})") from error


def _umask() -> int:
    """The permissions that new files must not have; Python tells them only by setting them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
