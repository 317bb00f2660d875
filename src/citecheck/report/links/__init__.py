"""The links of a report, to text: one module for each format of ``citecheck links``."""

from __future__ import annotations

from citecheck.model.links import LinkStatus

__all__ = ["ORDER"]

ORDER = (
    *(LinkStatus.DEAD, LinkStatus.SOFT_404, LinkStatus.HOME, LinkStatus.INSECURE, LinkStatus.UNREACHABLE),
    *(LinkStatus.MOVED, LinkStatus.UNVERIFIABLE, LinkStatus.SKIPPED, LinkStatus.OK),
)
"""The verdicts, the worst first."""
