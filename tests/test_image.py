"""The image for CI systems: what the Dockerfile says, and, where something can build it, what comes of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TAG = "citecheck-test:latest"
REPORT = "# A\n\nText<sup>1</sup>.\n\n<sup>2</sup> Doe, 2020, p. 4\n"


def instructions() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile, in order."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines]


def said(name: str) -> list[str]:
    return [words for instruction, words in instructions() if instruction == name]


def copied() -> list[str]:
    """What is copied from the checkout."""
    return [one for words in said("COPY") if "--from=" not in words for one in words.split()[:-1]]


def test_there_are_two_stages_of_one_base_and_only_the_environment_goes_on() -> None:
    assert said("FROM") == ["python:${PYTHON} AS build", "python:${PYTHON}"]
    assert [words for words in said("COPY") if "--from=" in words] == ["--from=build /opt/citecheck /opt/citecheck"]
    last = [name for name, _ in instructions()][::-1]
    assert "RUN" not in last[: last.index("FROM")]


def test_it_does_not_run_as_root() -> None:
    assert [re.fullmatch(r"[1-9]\d*:[1-9]\d*", words) is not None for words in said("USER")] == [True]


def test_all_that_is_fetched_has_a_hash() -> None:
    [ran] = said("RUN")
    assert ran.startswith("python install.py /opt/citecheck && ")
    assert not re.search(r"\b(curl|wget|apt|apt-get|pip3? install)\b", ran)
    assert said("ADD") == []


def test_what_is_copied_is_there_and_nothing_else_is_sent_to_the_builder() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert [line[1:] for line in lines if line.startswith("!")] == copied()
    assert "*" in lines
    assert all((ROOT / one).exists() for one in copied())


def test_what_is_copied_is_enough_to_install_from() -> None:
    read = (ROOT / "install.py").read_text(encoding="utf-8")
    assert set(re.findall(r'CHECKOUT / "([^"]+)"', read)) <= set(copied())
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for name in re.findall(r'(?m)^(?:readme|license-files|path|packages) = \[?"([^"]+)"', project):
        assert any(fnmatch(name, one) or name.startswith(f"{one}/") for one in copied()), name


def ran(builder: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([builder, *words], capture_output=True, encoding="utf-8", timeout=900, check=False)


def builders() -> Iterator[str]:
    """The programs that can build an image here."""
    for name in ("docker", "podman", "buildah"):
        if shutil.which(name) is not None and ran(name, "info").returncode == 0:
            yield name


@pytest.fixture(scope="module")
def builder() -> Iterator[str]:
    """What has built the image; without one that works, or the base image, the tests are skipped."""
    found = next(builders(), None)
    if found is None:
        pytest.skip("no builder of images")
    [arg] = said("ARG")
    if ran(found, "pull", f"docker.io/library/python:{arg.partition('=')[2]}").returncode:
        pytest.skip("no base image")
    made = ran(found, "build", "--tag", TAG, str(ROOT))
    assert made.returncode == 0, made.stdout + made.stderr
    yield found
    ran(found, "rmi", "--force", TAG)


def inside(builder: str, folder: Path, words: Sequence[str], *more: str) -> subprocess.CompletedProcess[str]:
    """What citecheck does in the image, without a network, with the folder to read only."""
    if builder == "buildah":
        pytest.skip("no runner of images")
    volume = f"{folder}:/work:ro"
    return ran(builder, "run", "--rm", "--network", "none", "--read-only", "--volume", volume, *more, TAG, *words)


def test_the_image_audits_without_a_network_and_with_its_exit_status(builder: str, tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    tmp_path.chmod(0o755)
    made = inside(builder, tmp_path, ["audit", "report.md", "--format", "json"])
    assert made.returncode == 1, made.stdout + made.stderr
    assert '"NUM002"' in made.stdout
    assert inside(builder, tmp_path, ["audit", "nothing.md"]).returncode == 2
    assert inside(builder, tmp_path, ["audit", "report.md"], "--user", "12345:12345").returncode == 1


def test_nothing_in_the_image_runs_as_root(builder: str, tmp_path: Path) -> None:
    made = inside(builder, tmp_path, ["-c", "import os; print(os.getuid())"], "--entrypoint", "python")
    assert made.stdout.strip() == "10001"
    assert inside(builder, tmp_path, ["-m", "pip", "--version"], "--entrypoint", "/opt/citecheck/bin/python").returncode
