"""Particles behind given names."""

from __future__ import annotations

from citecheck.parse.particles import joined, particle_behind


def test_particles_behind_given_names_go_to_the_family_name() -> None:
    assert particle_behind("Alexander von") == ("Alexander", "von")
    assert particle_behind("Jean d'") == ("Jean", "d'")
    assert particle_behind("Jane") == ("Jane", "")


def test_an_apostrophe_joins_without_a_gap() -> None:
    assert joined("von", "Marlow") == "von Marlow"
    assert joined("d’", "Oe") == "d’Oe"
    assert joined("", "Marlow") == "Marlow"
