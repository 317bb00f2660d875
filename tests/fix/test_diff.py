"""The diff, and what other programs make of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.fix.diff import unified_diff
from tests.parse.texts import QUICK


@st.composite
def byte_edits(draw: st.DrawFn) -> tuple[bytes, tuple[tuple[int, int, bytes], ...]]:
    pieces = st.sampled_from([b"a\n", b"b\n", b"\n", b"c\r\n", b"d", b"\0\n"])
    raw = b"".join(draw(st.lists(pieces, max_size=30)))
    places = sorted(draw(st.sets(st.integers(0, len(raw)), max_size=8)))
    new = st.lists(st.sampled_from([b"x", b"\n", b"y\n", b"\r"]), max_size=3).map(b"".join)
    return raw, tuple((start, end, draw(new)) for start, end in zip(places[::2], places[1::2], strict=False))


def made(raw: bytes, changes: Sequence[tuple[int, int, bytes]]) -> bytes:
    for start, end, new in reversed(changes):
        raw = raw[:start] + new + raw[end:]
    return raw


def patched(raw: bytes, diff: bytes) -> bytes:
    """What a reader of unified diffs makes of it, which checks every line and every number."""
    old = raw.split(b"\n")
    lines = [line + b"\n" for line in old[:-1]] + ([old[-1]] if old[-1] else [])
    result: list[bytes] = []
    at = 0
    rest = diff.split(b"\n")[2:-1]
    while rest:
        head = rest.pop(0).split()
        assert head[0] == head[3] == b"@@"
        (start, count), (new_start, new_count) = ([int(one) for one in part[1:].split(b",")] for part in head[1:3])
        start -= count > 0
        result += lines[at:start]
        at = start
        assert len(result) == new_start - (new_count > 0)
        while count or new_count:
            line = rest.pop(0)
            sign, content = line[:1], line[1:] + b"\n"
            if rest and rest[0].startswith(b"\\"):
                rest.pop(0)
                content = content[:-1]
            if sign in b" -":
                assert lines[at] == content
                at += 1
                count -= 1
            if sign in b" +":
                result.append(content)
                new_count -= 1
    return b"".join((*result, *lines[at:]))


@given(byte_edits())
@QUICK
def test_a_diff_leads_to_the_changed_file(case: tuple[bytes, tuple[tuple[int, int, bytes], ...]]) -> None:
    raw, changes = case
    diff = unified_diff("a.md", raw, changes)
    assert (diff == b"") == (made(raw, changes) == raw)
    assert patched(raw, diff) == made(raw, changes)


def test_a_diff_looks_as_one_expects() -> None:
    raw = b"".join(b"line %d\n" % number for number in range(1, 21)) + b"end"
    at = raw.index(b"line 5")
    changes = [(at, at + 4, b"LINE"), (at + 14, at + 18, b"LINE"), (len(raw) - 3, len(raw), b"END")]
    assert unified_diff("a b.md", raw, changes).decode() == (
        "--- a/a b.md\t\n+++ b/a b.md\t\n@@ -2,9 +2,9 @@\n line 2\n line 3\n line 4\n-line 5\n+LINE 5\n line 6\n-line 7\n+LINE 7\n"
        " line 8\n line 9\n line 10\n@@ -18,4 +18,4 @@\n line 18\n line 19\n line 20\n-end\n\\ No newline at end of file\n+END\n"
        "\\ No newline at end of file\n"
    )


NAMES = ("a.md", "folder/two words.md", 'quo"te\\s.md', "é.md", "new\nline.md")
FILES = {
    "plain": (b"one\ntwo\nthree\n", ((4, 7, b"TWO"),)),
    "no line end": (b"one\ntwo", ((4, 7, b"TWO"),)),
    "a line end put at the end": (b"one\ntwo", ((7, 7, b"\n"),)),
    "carriage returns": (b"one\r\ntwo\r\nthree\r\n", ((5, 8, b"TWO"),)),
    "only carriage returns": (b"one\rtwo\rthree", ((4, 7, b"TWO"),)),
    "latin-1": ("é\ntwo\né\n".encode("latin-1"), ((2, 5, b"TWO"),)),
    "utf-16": ("\ufeffé\ntwo\nü\n".encode("utf-16-le"), ((6, 8, b"T\0"),)),
    "lines joined and made": (b"one\ntwo\nthree\n", ((3, 4, b" "), (8, 8, b"and\n"))),
    "far apart": (b"x\n" * 40, ((0, 1, b"y"), (78, 79, b"y"))),
}


@pytest.mark.parametrize(
    "program", [["git", "apply", "diff"], ["patch", "-s", "-p1", "-i", "diff"]], ids=lambda one: one[0]
)
@pytest.mark.parametrize("case", FILES)
def test_other_programs_take_the_diff(tmp_path: Path, program: list[str], case: str) -> None:
    raw, changes = FILES[case]
    for name in NAMES:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw)
    diff = b"".join(unified_diff(name, raw, changes) for name in NAMES)
    (tmp_path / "diff").write_bytes(diff)
    if shutil.which(program[0]) is None:
        pytest.skip(f"no {program[0]}")
    # What lies around the folder must not matter: git looks for no repository above it.
    environment = {"PATH": os.environ["PATH"], "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    ran = subprocess.run(program, cwd=tmp_path, capture_output=True, check=False, env=environment)
    assert ran.returncode == 0, ran.stderr
    assert {name: (tmp_path / name).read_bytes() for name in NAMES} == dict.fromkeys(NAMES, made(raw, changes))
