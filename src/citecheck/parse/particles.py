"""Particles of family names, where they stand behind the given names."""

from __future__ import annotations

from citecheck.parse.words import is_particle

__all__ = ["joined", "particle_behind"]


def particle_behind(part: str) -> tuple[str, str]:
    """Given names, and the particles of the family name that stand behind them: ``Doe, Alexander von``."""
    words = part.split()
    end = len(words)
    while end > 1 and words[end - 1].islower() and is_particle(words[end - 1]):
        end -= 1
    return " ".join(words[:end]), " ".join(words[end:])


def joined(particle: str, family: str) -> str:
    """A family name with its particle in front: ``von Doe``, ``d’Oe``."""
    return f"{particle}{family}" if particle.endswith(("'", "’")) else f"{particle} {family}".strip()
