"""How many examples a test tries: few usually, many with ``--thorough``; and what is tried only then."""

from __future__ import annotations

import pytest
from hypothesis import settings

THOROUGH = "thorough"
"""The profile of hypothesis that ``--thorough`` loads."""


only_thorough = pytest.mark.thorough(only=True)
"""Marks what is slow, or one of many cases of which others stand for it in the usual run."""


def tried(usual: int, thorough: int | None = None) -> int:
    """``usual``, or with ``--thorough`` four times as many unless told how many then."""
    if settings.get_current_profile_name() != THOROUGH:
        return usual
    return 4 * usual if thorough is None else thorough
