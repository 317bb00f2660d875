"""Tests of corrections in LaTeX documents."""
