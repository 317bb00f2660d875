"""The reasons for which a test may be skipped. For any other reason, the session fails (see conftest.py)."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
"""The folder beside the checkout with the report, the gold files and the schemas; not part of the repository."""

REPORT = SHARED / "report" / "dgris-2023.md"

ALLOWED = frozenset(
    {
        "shared report absent",
        "shared documents absent",
        "shared gold absent",
        "shared schemas absent",
        "no Chromium",
        "no IPv6",
        "no base image",
        "no bash",
        "no builder of images",
        "no fish",
        "no git",
        "no node",
        "no office",
        "no other Python",
        "no owners",
        "no pandoc",
        "no patch",
        "no pseudo-terminals",
        "no runner of images",
        "no zsh",
    }
)

needs_report = pytest.mark.skipif(not REPORT.is_file(), reason="shared report absent")
DOCUMENTS = SHARED / "documents"
"""Real documents in other formats than text."""

needs_documents = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="shared documents absent")
needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None and find_spec("pypandoc") is None, reason="no pandoc")
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="no office")
needs_gold = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="shared gold absent")
needs_schemas = pytest.mark.skipif(not (SHARED / "schemas").is_dir(), reason="shared schemas absent")
