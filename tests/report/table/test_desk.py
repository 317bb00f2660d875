"""Deciding in the page: what its script writes is what the command writes, and is read back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from citecheck.model.decision import Decision
from citecheck.read.decisions import FILE, read_decisions
from citecheck.reconcile.deciding import Signature, pairing, with_decisions
from citecheck.reconcile.decisions import comments, line_of
from citecheck.report.table.desk import TEXTS, desk_data
from citecheck.report.table.html import PAGE
from tests.reconcile.samples import accept, alignment, desked, table
from tests.tried import tried

SCRIPT = PAGE / "deciding.js"
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="no node")
KEY = re.compile(r"^(accept|pair)\.[0-9a-f]{8} ", re.MULTILINE)


def asked(expression: str, *values: Any) -> Any:
    """What node makes of an expression of the script; ``values`` are its x, y and z."""
    assert NODE is not None
    program = (
        f"const Deciding = require({json.dumps(str(SCRIPT))});"
        "const [x, y, z] = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        f"process.stdout.write(JSON.stringify({expression}))"
    )
    ran = subprocess.run(
        [NODE, "-e", program],
        input=json.dumps([*values, None, None, None][:3]).encode(),
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    return json.loads(ran.stdout)


def as_data(decision: Decision, above: str = "") -> dict[str, Any]:
    notes = [[lang, list(keys)] for lang, keys in decision.notes]
    return {
        "kind": decision.kind.value,
        "notes": notes,
        "codes": list(decision.codes),
        "about": decision.about,
        "above": above,
        "reason": decision.reason,
        "author": decision.author,
        "day": decision.day,
    }


def written(
    made: Sequence[tuple[Decision, str]], text: str = "", back: Sequence[int] = (), tmp: Path | None = None
) -> str:
    """What the script makes of the file."""
    known: tuple[Decision, ...] = ()
    if tmp is not None:
        (tmp / FILE).write_text(text, encoding="utf-8")
        known = read_decisions(tmp / FILE)
    data = desk_data(desked(known, text), "en")
    assert data is not None
    result: str = asked("Deciding.written(x, y, z)", data["desk"], [as_data(*one) for one in made], list(back))
    return result


def unkeyed(text: str) -> str:
    """The text without the keys of its lines, which are of no account."""
    return KEY.sub(r"\1. ", text)


ORDER = comments(alignment())
ACCEPTED = accept(1, "BIL003"), "# fr 2"
LONE = accept(5, "BIL001", reason='in "English" only\\'), "# en 6"
PAIRED = pairing(alignment(), "fr:6=en:5,6", Signature("", "Zoë", date(2026, 11, 25)))
AGAIN = accept(1, reason="for another reason"), "# fr 2"
OLD = '# § 1\n\n[[decision]]\nkind = "accept"\nabout = "old"\nnotes = { fr = ["ab"] }\n'


@needs_node
@pytest.mark.parametrize(
    "made",
    [[ACCEPTED], [LONE, ACCEPTED], [ACCEPTED, PAIRED, LONE], [(ACCEPTED[0], "# fr 99")]],
    ids=[1, 2, 3, "elsewhere"],
)
@pytest.mark.parametrize("text", ["", OLD, "# kept\r\n\r\n", with_decisions("", (), [LONE], ORDER)], ids=range(4))
def test_the_script_writes_what_the_command_writes(made: list[Any], text: str, tmp_path: Path) -> None:
    script = written(made, text, tmp=tmp_path)
    known = read_decisions(tmp_path / FILE)
    assert unkeyed(script) == unkeyed(with_decisions(text, known, made, ORDER))
    (tmp_path / FILE).write_text(script, encoding="utf-8")
    read = [replace(one, place="", span=None) for one in read_decisions(tmp_path / FILE)]
    assert all(decision in read for decision, _ in made)


@needs_node
def test_a_decision_made_again_takes_the_old_ones_place(tmp_path: Path) -> None:
    assert written([ACCEPTED, AGAIN]).count("accept.") == 1
    text = with_decisions("", (), [ACCEPTED, LONE], ORDER)
    assert "on purpose" not in written([AGAIN], text, tmp=tmp_path)
    other = pairing(alignment(), "fr:6=en:6", Signature("", "", date(2026, 11, 25)))
    assert written([PAIRED, other]).count("pair.") == 1


@needs_node
def test_a_decision_of_the_file_can_be_taken_back(tmp_path: Path) -> None:
    text = with_decisions("", (), [ACCEPTED, LONE], ORDER)
    assert unkeyed(written([], text, [0], tmp_path)) == unkeyed(with_decisions("", (), [LONE], ORDER))
    assert written([], text, [], tmp_path) == text


@needs_node
@settings(max_examples=tried(8), deadline=None)
@given(texts=st.lists(st.text(st.characters(codec="utf-8"), max_size=12), min_size=1, max_size=60))
def test_every_text_is_written_as_the_command_writes_it(texts: list[str]) -> None:
    decisions = [replace(ACCEPTED[0], reason=text, author=text[::-1]) for text in texts]
    lines = asked("x.map(Deciding.lineOf)", [as_data(one) for one in decisions])
    # What signs there are is known to Python and to node from two editions of Unicode.
    plain = [at for at, text in enumerate(texts) if text.isprintable() or text.isascii()]
    assert [unkeyed(lines[at]) for at in plain] == [unkeyed(line_of(decisions[at])) for at in plain]
    assert len({line.split(" ")[0] for line in lines}) == len(set(lines))
    assert not [line for line in lines if re.search("[\x00-\x1f\x7f\u2028\u2029]", line)]


def test_all_that_the_script_says_is_there() -> None:
    data = desk_data(desked(), "fr")
    assert data is not None
    assert set(TEXTS) == set(data["texts"])
    for file in ("desk.js", "page.js"):
        said = re.findall(r"texts\.(\w+)|texts\[\"([\w-]+)\"\]", (PAGE / file).read_text(encoding="utf-8"))
        assert {one or other for one, other in said} <= set(TEXTS)


def test_a_row_knows_its_decision_in_the_file(tmp_path: Path) -> None:
    text = with_decisions("", (), [ACCEPTED, LONE], ORDER)
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    data = desk_data(desked(read_decisions(tmp_path / FILE), text), "en")
    assert data is not None
    assert [row["kept"] for row in data["rows"]] == [[], [0], [], [], [], [1]]
    assert [row["concerned"] for row in data["rows"]] == [[0], [1], [2], [3], [4], [5]]


def test_without_a_desk_there_is_nothing_to_decide() -> None:
    assert desk_data(table(), "en") is None
