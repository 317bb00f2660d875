"""What the repository says of itself: the news of the next version, and the commands behind the README's figures."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

import citecheck

ROOT = Path(__file__).parents[1]
FRAGMENTS = sorted(path for path in (ROOT / "changelog.d").iterdir() if not path.name.startswith("."))
TYPES = [
    kind["directory"]
    for kind in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]["type"]
]


def commands(page: Path) -> list[str]:
    """The benchmarks that a page's tables name."""
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [command for row in rows for command in re.findall(r"`(python bench/[^`]+)`", row)]


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment.name)
def test_news_bears_the_name_of_its_topic_and_type(fragment: Path) -> None:
    assert re.fullmatch(rf"\+[a-z0-9]+(?:-[a-z0-9]+)*\.(?:{'|'.join(TYPES)})\.md", fragment.name)
    assert re.fullmatch(r"[^#\s-].*\.\n", fragment.read_text(encoding="utf-8"), re.DOTALL)


def test_the_changes_of_this_version_are_told() -> None:
    told = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"(?m)^## {re.escape(citecheck.__version__)} \(\d{{4}}-\d\d-\d\d\)$", told)


def test_every_figure_of_the_readme_has_its_command() -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## How well\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("|")][2:]
    assert len(rows) > 9
    for row in rows:
        assert len(row) == 3, row
        assert re.fullmatch(r"`python bench/[^`]+`|the same", row[2].strip()), row


@pytest.mark.parametrize("command", sorted({*commands(ROOT / "README.md"), *commands(ROOT / "bench" / "README.md")}))
def test_the_command_of_a_figure_exists(command: str) -> None:
    _, script, *words = shlex.split(command)
    assert (ROOT / script).is_file()
    source = (ROOT / script).read_text(encoding="utf-8")
    for option in (word for word in words if word.startswith("--")):
        assert f'add_argument("{option}"' in source or re.search(rf'add_argument\(\s*"{option}"', source), option


def test_the_benchmarks_page_has_every_command_of_the_readme_and_every_benchmark() -> None:
    listed = commands(ROOT / "bench" / "README.md")
    assert set(commands(ROOT / "README.md")) <= set(listed)
    scripts = {path.relative_to(ROOT).as_posix() for path in (ROOT / "bench").glob("*/run.py")}
    assert scripts <= {command.split()[1] for command in listed}


def test_a_contributor_needs_one_page() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert len(page.split()) < 600
    for target in re.findall(r"\]\(([^)#]+)\)", page):
        assert (ROOT / target).exists(), target


def test_what_the_quick_tests_run_is_there() -> None:
    [paths] = re.findall(r'(?m)^quick="(.+)"$', (ROOT / "run").read_text(encoding="utf-8"))
    assert all((ROOT / path).exists() for path in paths.split())
    for page in ("README.md", "CONTRIBUTING.md", "run"):
        assert "--quick" in (ROOT / page).read_text(encoding="utf-8"), page
