"""How many examples a test tries: few usually, many with ``--thorough``."""

from __future__ import annotations

from hypothesis import settings

THOROUGH = "thorough"
"""The profile of hypothesis that ``--thorough`` loads."""


def tried(usual: int, thorough: int | None = None) -> int:
    """``usual``, or with ``--thorough`` four times as many unless told how many then."""
    if settings.get_current_profile_name() != THOROUGH:
        return usual
    return 4 * usual if thorough is None else thorough
