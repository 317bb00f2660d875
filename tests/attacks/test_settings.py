"""Settings of any kind end with status 2 and one line, and those of somebody else are not used without a word."""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

import pytest

from citecheck.cli.config import schema_of_rules
from citecheck.config import load_config
from citecheck.errors import ConfigError
from tests.cli.conftest import Run
from tests.cli.reports import REPORT
from tests.tried import tried

DEEP = "[" * 3000
WRONG = {
    "nested lists": (f"x = {DEEP}", 1),
    "nested tables": (f"x = {'{a=' * 3000}", 1),
    "a dotted key": (f"ui.{'a.' * 5000}b = 1", 1),
    "a dotted heading": (f"[links.{'a.' * 5000}b]", 1),
    "a long number": (f"[links]\ntimeout = {'9' * 5000}", 2),
    "a long number in hexadecimal": (f"fail_on = 0x{'f' * 5000}", 1),
    "a number of hundreds of digits": (f"fail_on = {'9' * 900}", 1),
    "a large exponent": ("[links]\ntimeout = 1e9999999999999999999999", 2),
    "a small exponent": ("[rates]\nRUB = { 2023 = 1e-9999 }", 2),
    "a rate that nobody has": ("[rates]\nRUB = { 2023 = 1e200 }", 2),
    "a rate that is none": ("[rates]\nRUB = { 2023 = nan }", 2),
    "no number": ("[links]\ntimeout = nan", 2),
    "an endless interval": ("[links]\ninterval = inf", 2),
    "an endless interval of a host": ("[links.hosts.'a.example']\ninterval = inf", 2),
    "a count of hosts": ("[links]\nconcurrency = 99999999999999999999", 2),
    "an age of centuries": ("[links]\ncache_ttl = '999999w'", 2),
    "an age that is no number": ("[links]\ncache_ttl = nan", 2),
    "NUL in a path": ('documents = ["a.md",\n  "\\u0000"]', 2),
    "NUL in the path of a language": ('[documents]\nen = "\\u0000"', 2),
    "NUL in the bibliography": ('bibliography = "\\u0000"', 1),
    "NUL in the baseline": ('baseline = "\\u0000"', 1),
    "NUL in a pattern": ('[[files]]\npath = "\\u0000"\nignore = ["STY"]', 2),
    "half a character": ('baseline = "\\ud800"', 1),
    "a day that is none": ("[[waivers]]\nrule = 'CIT001'\nreason = 'x'\nuntil = 9999-99-99", 4),
    "a day without a year": ("[[waivers]]\nrule = 'CIT001'\nreason = 'x'\nuntil = '-9999-01-01'", 4),
    "an expression that is deep": (f"[links]\nexclude = ['{'(' * 3000}']", 2),
}


@pytest.fixture(autouse=True)
def report(folder: Path) -> None:
    (folder / "r.md").write_text(REPORT, encoding="utf-8")


@pytest.mark.parametrize(("text", "line"), WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("command", ["audit", "config"])
def test_wrong_settings_are_one_line(cli: Run, folder: Path, text: str, line: int, command: str) -> None:
    (folder / "citecheck.toml").write_text(f"{text}\n", encoding="utf-8")
    ran = cli(command, "r.md")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"citecheck: citecheck.toml:{line}:")


FOREIGN = [
    f"[tool.other]\nx = {DEEP}",
    f"[tool.other]\nx = {'9' * 5000}",
    f"[tool.other.{'a.' * 3000}b]",
    "[tool.other]\nx = 1e9999999999999999999999\ny = nan\nz = '\\u0000'\n",
    "\xff",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_the_settings_of_others_are_their_own_affair(cli: Run, folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_bytes(text.encode("latin-1"))
    assert cli("audit", "r.md", "--fail-on", "never").status == 0


@pytest.mark.parametrize("text", FOREIGN[:3])
@pytest.mark.parametrize("heading", ["[tool.citecheck]", '[ "tool" . "citecheck" ]', "tool.citecheck.ui = 'fr'"])
def test_but_not_where_they_stand_beside_ones_own(cli: Run, folder: Path, text: str, heading: str) -> None:
    (folder / "pyproject.toml").write_text(f"{heading}\n{text}\n", encoding="utf-8")
    ran = cli("audit", "r.md")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(("citecheck: pyproject.toml:2:", "citecheck: pyproject.toml:3:"))


def test_large_numbers_of_others_stand_beside_ones_own(cli: Run, folder: Path) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.citecheck]\nfail_on = 'never'\n{FOREIGN[3]}", encoding="utf-8")
    assert cli("audit", "r.md").status == 0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"# one\naccept.a = {DEEP}", 2),
        (f"# one\naccept.a = {{ notes = {'{a=' * 3000}", 2),
        (f"# one\n[[decision]]\nkind = {DEEP}", 3),
        (f"# one\naccept.a = {'9' * 5000}", 2),
        (f"# one\naccept.a = {{ notes.{'a.' * 3000}b = 1 }}", 2),
        ('# one\naccept.a = { notes = { fr = ["1"] }, reason = "\\ud800" }', 2),
        ("# one\naccept.a = { notes = { fr = ['1'] }, date = 9999-99-99 }", 2),
        (f"# one\n[x.{'a.' * 3000}b]", 2),
    ],
)
@pytest.mark.parametrize("command", ["audit", "reconcile"])
def test_wrong_decisions_are_one_line(cli: Run, folder: Path, text: str, line: int, command: str) -> None:
    (folder / "citecheck.decisions.toml").write_text(f"{text}\n", encoding="utf-8")
    ran = cli(command, "r.md")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"citecheck: citecheck.decisions.toml:{line}: ")


VALUES = (
    "nan", "inf", "1e999999999", "-1", "0", "99999999999999999999999", "true", "1979-05-27T07:32:00Z", "07:32:00", "''",
    '"\\u0000"', '"\\u202e"', "[]", "[[]]", "{}", "{a = 1}", "['a', 1]", "[{}]", "'v1:0123456789abcdef'", "'*'", "'7d'",
    "'CIT001'", "['STY', 'CIT']", "'10.0.0.0/8'", "'fr'", "0x7fffffffffffffff", "1e300", "'" + "a" * 3000 + "'",
)  # fmt: skip
"""What can stand behind a key, rightly or wrongly."""


@pytest.mark.thorough
def test_any_value_of_any_setting_is_read_or_refused(folder: Path) -> None:
    """Settings that nobody would write, always the same."""
    properties = schema_of_rules()["properties"]
    links = properties["links"]["properties"]
    keys = [*properties, *(f"links.{key}" for key in links)]
    keys += [f"links.hosts.'a.example'.{key}" for key in links["hosts"]["additionalProperties"]["properties"]]
    keys += [f"files.{key}" for key in properties["files"]["items"]["properties"]]
    keys += [f"rates.{key}" for key in ("RUB", "RUB.2023", "RUB.'2023-02-24'", "'R\\u0000'")]
    tables = [f"[[waivers]]\n{key} = " for key in properties["waivers"]["items"]["properties"]]
    tables += [f"[[files]]\npath = 'a'\n{key} = " for key in properties["files"]["items"]["properties"]]
    starts = [*(f"{key} = " for key in keys), *tables, "[[waivers]]\nrule = 'CIT001'\nreason = 'x'\nuntil = "]
    chance = random.Random(11)
    file = folder / "citecheck.toml"
    refused: list[tuple[str, ...]] = []
    count = tried(1000, 4000)
    for _ in range(count):
        text = f"{chance.choice(starts)}{chance.choice(VALUES)}\n"
        if chance.random() < 0.3:
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice("\0\"'[]{}=.#\n\\\ufeff") + text[at + chance.randrange(2) :]
        file.write_text(text, encoding="utf-8")
        try:
            load_config(folder)
        except ConfigError as error:
            refused.append(error.lines)
    assert count / 2 < len(refused) < count
    lines = [line for said in refused for line in said]
    assert [line for line in lines if not line.startswith("citecheck.toml:") or "\n" in line] == []
    assert max(len(said) for said in refused) <= 4


# Whose they are.


@pytest.mark.skipif(sys.platform == "win32", reason="no owners")
class TestSettingsOfSomebodyElse:
    """Settings that hide all findings, planted where somebody will work."""

    PLANTED = "ignore = ['CIT', 'PAG', 'NUM']\n"

    def test_above_the_working_directory_they_do_not_count(
        self, cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "citecheck.toml").write_text(self.PLANTED)
        (folder / "sub").mkdir()
        (folder / "sub" / "r.md").write_text(REPORT, encoding="utf-8")
        monkeypatch.chdir("sub")
        ran = cli("audit", "r.md", "--fail-on", "warning")
        assert (ran.status, ran.err) == (1, "")
        assert "configuration:" not in ran.out
        assert cli("config").out.startswith("# no configuration file\n")

    @pytest.mark.parametrize(
        "words", [("audit", "r.md", "--quiet"), ("config",), ("fix", "r.md"), ("export", "r.md", "--to", "bibtex")]
    )
    def test_of_another_owner_they_do_not_count_and_that_is_said(
        self, cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
    ) -> None:
        (folder / "citecheck.toml").write_text(self.PLANTED)
        monkeypatch.setenv("HOME", str(folder / "none"))
        monkeypatch.setattr("os.geteuid", lambda: os.getuid() + 4_000_000)
        ran = cli(*words)
        assert ran.err.startswith("citecheck: citecheck.toml belongs to another user ")
        assert "configuration: citecheck.toml" not in ran.out

    def test_those_in_use_are_named(self, cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / ".git").mkdir()
        (folder / "sub").mkdir()
        (folder / "citecheck.toml").write_text(self.PLANTED)
        monkeypatch.chdir("sub")
        name = os.path.join("..", "citecheck.toml")  # noqa: PTH118
        assert cli("audit", "../r.md").out.splitlines()[-1].endswith(f" · configuration: {name}")
        assert cli("audit", "../r.md", "--ui", "fr").out.splitlines()[-1].endswith(f" · configuration\u00a0: {name}")
        assert json.loads(cli("audit", "../r.md", "--format", "json").out)["configuration"] == name
        assert cli("config").out.startswith(f"# {name}\n")
