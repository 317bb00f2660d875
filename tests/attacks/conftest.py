"""The command line, run in this process and in a folder of its own."""

from tests.cli.conftest import cli, folder

__all__ = ["cli", "folder"]
