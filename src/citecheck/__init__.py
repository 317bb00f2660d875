"""citecheck: checks a report's citations and verifies its sources.

The public API: `audit` checks a report and returns a `Report` of `Finding`s; `CitecheckError` is what stops a run.
"""

from __future__ import annotations

# Importing typing would take a third of what `citecheck --version` takes; checkers know the name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from citecheck.api import audit
    from citecheck.errors import CitecheckError
    from citecheck.model.finding import Finding, Severity
    from citecheck.model.report import Report

__all__ = ["CitecheckError", "Finding", "Report", "Severity", "__version__", "audit"]
__version__ = "0.1.0"

_HOMES = {
    "CitecheckError": "citecheck.errors",
    "Finding": "citecheck.model.finding",
    "Report": "citecheck.model.report",
    "Severity": "citecheck.model.finding",
    "audit": "citecheck.api",
}


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first asked for: a command that needs none of them must start fast."""
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
