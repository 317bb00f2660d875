"""Installs citecheck from this checkout, with the versions and hashes of constraints.txt and nothing else.

    python install.py ENVIRONMENT

makes a virtual environment in the folder ENVIRONMENT, which must not exist. Everything that is fetched is in constraints.txt
and has one of its hashes; the build backend too, so that nothing unknown runs. What only tests and the manual need is left out.
Exits 1 where a hash differs or something is missing. Needs Python 3.11 or later and nothing else.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterable, Mapping
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent
REQUIRED = """
import importlib.metadata, json
print(json.dumps([one for found in importlib.metadata.distributions() for one in found.requires or () if "extra ==" not in one]))
"""


def main(arguments: list[str]) -> int:
    """Makes the environment that the command line names."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print("usage: python install.py ENVIRONMENT", file=sys.stderr)
        return 2
    environment = Path(arguments[0]).absolute()
    if environment.exists():
        print(f"install.py: {environment} exists: name a folder that does not", file=sys.stderr)
        return 2
    try:
        install(environment)
    except subprocess.CalledProcessError as error:
        return error.returncode or 1
    return 0


def install(environment: Path) -> Path:
    """Makes the environment and returns its Python. Raises CalledProcessError where a step fails; pip has said why."""
    venv.create(environment, with_pip=True)
    python = python_of(environment)
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = pins((CHECKOUT / "constraints.txt").read_text(encoding="utf-8"))
    wanted = names([*project["build-system"]["requires"], *project["project"]["dependencies"]])
    there: set[str] = set()
    while new := sorted((wanted & pinned.keys()) - there):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "these.txt").write_text("".join(pinned[name] for name in new), encoding="utf-8")
            pip(python, "--no-deps", "--require-hashes", "-r", str(Path(folder) / "these.txt"))
        there |= set(new)
        wanted = names(required(python))
    pip(python, "--no-deps", "--no-index", "--no-build-isolation", str(CHECKOUT))
    # What a package needs and constraints.txt lacks would be missing now.
    subprocess.run([python, "-m", "pip", "check"], check=True, stdout=sys.stderr)
    return python


def python_of(environment: Path) -> Path:
    """The Python of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pip(python: Path, *words: str) -> None:
    """Installs something. What pip says goes to standard error: standard output is the audit's."""
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *words]
    subprocess.run(command, check=True, stdout=sys.stderr)


def required(python: Path) -> list[str]:
    """What the packages of an environment need, but for their extras."""
    import json

    ran = subprocess.run([python, "-c", REQUIRED], check=True, stdout=subprocess.PIPE)
    found = json.loads(ran.stdout)
    assert isinstance(found, list)
    return found


def pins(constraints: str) -> Mapping[str, str]:
    """The blocks of constraints.txt, each a version and its hashes, by name."""
    blocks = re.findall(r"(?m)^[^\s#].*(?:\n +--hash=.*)*\n?", constraints)
    return {name: block.rstrip("\n") + "\n" for block in blocks for name in names([block])}


def names(requirements: Iterable[str]) -> set[str]:
    """The names of packages that requirements begin with, written as constraints.txt writes them."""
    found = (re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", one) for one in requirements)
    return {re.sub(r"[-_.]+", "-", match[0]).lower() for match in found if match is not None}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
