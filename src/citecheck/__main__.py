"""The command ``citecheck``. The version is answered here, before the libraries of the command line are imported."""

from __future__ import annotations

import gc
import sys

from citecheck import __version__


def main() -> None:
    """Runs the command line and ends the process with its exit status."""
    if sys.argv[1:] == ["--version"]:
        print(f"citecheck {__version__}")
        return
    # Most of what a run makes lives to its end: looking through it for cycles again and again finds nothing.
    gc.set_threshold(100_000, 20, 50)
    try:
        from citecheck.cli import run
    except KeyboardInterrupt:
        sys.exit(130)
    status = run(sys.argv[1:])
    # Nor when the process ends, which frees all of it at once.
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
