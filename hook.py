#!/usr/bin/env python3
"""The hook for pre-commit: citecheck with the versions and hashes of constraints.txt.

pre-commit's own way (``language: python``) is "pip install .", which takes whatever versions there are by then, the build
backend's too, and has no place for hashes. So this makes the environment itself, beside this file, when it first runs.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(words: "list[str]") -> int:
    """Runs citecheck in the working directory. Its exit status, or 2 where there is no environment to run it in."""
    if sys.version_info < (3, 11):  # noqa: UP036
        return refused("it needs Python 3.11 or later as python3: put one on the PATH")
    from install import install, python_of

    environment = HERE / f".environment-{fingerprint()}"
    if not environment.is_dir():
        print("citecheck: making the hook's environment (only now and when its requirements change)", file=sys.stderr)
        # Made beside and renamed, so that nobody meets half of one, and two commits at once do not disturb each other.
        with tempfile.TemporaryDirectory(dir=HERE, prefix=".making-", ignore_cleanup_errors=True) as folder:
            made = Path(folder) / "environment"
            try:
                install(made)
                made.rename(environment)
            except subprocess.CalledProcessError:
                return refused("its environment could not be made; what pip said stands above")
            except OSError as error:
                if not environment.is_dir():
                    return refused(f"its environment could not be made ({error})")
        for other in HERE.glob(".environment-*"):
            if other != environment:
                shutil.rmtree(other, ignore_errors=True)
    return subprocess.run([python_of(environment), "-m", "citecheck", *words], check=False).returncode


def fingerprint() -> str:
    """What the environment is made from."""
    made_from = hashlib.sha256(f"{sys.version} {os.fspath(HERE)}".encode())
    for name in ("constraints.txt", "pyproject.toml", "src/citecheck/__init__.py"):
        made_from.update((HERE / name).read_bytes())
    return made_from.hexdigest()[:12]


def refused(why: str) -> int:
    """Says why the hook cannot run."""
    print(f"citecheck: the hook did not run: {why}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
