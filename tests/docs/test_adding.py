"""What the manual says of adding a rule and a language is all that has to be done."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from citecheck.checks import _SCOPES, load_rules
from citecheck.languages import Language
from tests.docs.pages import DOCS, ROOT, blocks
from tests.tried import only_thorough

RULE = DOCS / "adding-a-rule.md"
LANGUAGE = DOCS / "adding-a-language.md"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of what a contributor works in."""
    for name in ("src", "docs"):
        # With what is compiled already; files that another process is just writing there vanish.
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    (tmp_path / "tests" / "checks").mkdir(parents=True)
    for name in ("__init__.py", "conftest.py", "skips.py", "tried.py", "checks/__init__.py", "checks/test_examples.py"):
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests" / name)
    return tmp_path


def python(clone: Path, *words: str) -> str:
    """What Python prints with the copy's citecheck; it must succeed."""
    env = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES")}
    ran = subprocess.run(
        [sys.executable, *words],
        cwd=clone,
        env=env | {"PYTHONPATH": str(clone / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def put(page: Path, clone: Path) -> Path:
    """Writes the file that a page shows where the page says that it goes."""
    [block] = blocks(page, "python")
    named = re.search(r"`(src/citecheck/\w+(?:/\w+)*\.py)`", page.read_text(encoding="utf-8"))
    assert named is not None
    file = clone / named[1]
    assert not file.exists()
    file.write_text(block.text, encoding="utf-8")
    return file


@only_thorough
def test_the_rule_of_the_manual_is_found_tested_and_explained(clone: Path) -> None:
    file = put(RULE, clone)
    assert [module.code for module in load_rules()].count("STY900") == 0
    tested = python(
        clone, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/checks/test_examples.py", "-k", "STY900"
    )
    assert "3 passed" in tested
    python(clone, "docs/generate.py")
    assert (clone / "docs" / "rules" / "STY900.md").read_text(encoding="utf-8").startswith("# STY900 doubled-stop\n")
    assert "[STY900](STY900.md)" in (clone / "docs" / "rules" / "index.md").read_text(encoding="utf-8")
    (clone / "report.md").write_text("A.<sup>1</sup>\n\n<sup>1</sup> Doe, 2019, 2nd ed..\n", encoding="utf-8")
    diff = python(clone, "-m", "citecheck", "fix", "report.md", "--select", "STY900")
    assert "+<sup>1</sup> Doe, 2019, 2nd ed.\n" in diff
    python(clone, "-m", "ruff", "check", "--config", str(ROOT / "pyproject.toml"), str(file))
    python(clone, "-m", "ruff", "format", "--check", "--config", str(ROOT / "pyproject.toml"), str(file))


def test_the_manual_names_every_annotation_of_a_rule() -> None:
    text = RULE.read_text(encoding="utf-8")
    assert [kind.__name__ for kind in _SCOPES if f"| `{kind.__name__}` |" not in text] == []


ITALIAN = """# La pesca costiera

## 1. Lo stato delle risorse

Le sardine sono diminuite di un terzo in dieci anni.<sup>1</sup> La pesca a strascico non spiega tutto.<sup>2</sup> Il
porto di Lannec ha perso 40 barche dal 2005.<sup>3</sup>

<sup>1</sup> Morvan, 2020, p. 12

<sup>2</sup> Le Goff e Tanguy, 2018, p. 44-47

<sup>3</sup> Ivi, p. 51

## Bibliografia

1. Le Goff, Y. e Tanguy, M. (2018). La fine di un porto. *Revue des mers*, 12(3), 40-62.
2. Morvan, J. (2020). *Sardine*. Lorient: Presses du Large.
"""


def test_the_language_of_the_manual_is_told_read_and_compared(clone: Path) -> None:
    put(LANGUAGE, clone)
    french = (DOCS / "example" / "report.md").read_text(encoding="utf-8").partition("# Coastal fishing")[0]
    (clone / "rapporto.md").write_text(ITALIAN, encoding="utf-8")
    (clone / "rapport.md").write_text(french, encoding="utf-8")
    calls = (
        ["show", "citations", "rapporto.md"],
        ["audit", "rapporto.md"],
        ["reconcile", "rapport.md", "rapporto.md", "--all", "--fail-on", "never"],
    )
    shown = python(clone, "-c", f"from citecheck.cli import run\nfor words in {calls!r}: assert run(words) == 0")
    assert shown.startswith("it: rapporto.md\n")
    assert "“Le Goff e Tanguy, 2018, p. 44-47” → entry entry:1" in shown
    assert "ibid “Ivi, p. 51” → entry entry:1" in shown
    assert "Nothing found." in shown
    assert "3 citations (3 resolved)" in shown
    assert re.search(r"(?m)^1 +1 +1 +one to one +same ", shown), shown
    assert re.search(r"(?m)^5 +3 +2 +one to one +same ", shown), shown


def test_the_manual_names_every_field_of_a_language() -> None:
    text = LANGUAGE.read_text(encoding="utf-8")
    named = {name for row in re.findall(r"(?m)^\| (`.*?) \|", text) for name in re.findall(r"`(\w+)`", row)}
    assert named == set(Language.__struct_fields__)
