"""Attacks that worked once, or that would: each shows what stands against it."""
