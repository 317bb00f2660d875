"""Attacks that once broke something, and those that must not."""
