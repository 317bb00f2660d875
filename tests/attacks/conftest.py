"""The command line in an empty folder, as for its own tests."""

from __future__ import annotations

from tests.cli.conftest import cli, folder

__all__ = ["cli", "folder"]
