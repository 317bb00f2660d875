"""Names that a text gives to files: any text may stand there, also what no file can be called."""

from __future__ import annotations

from pathlib import Path

__all__ = ["names_a_file"]


def names_a_file(path: Path | str) -> bool:
    """Whether there is a file of that name. A name that is too long, or that no file can have, names none."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False
