"""Tests of tracked changes in OpenDocument texts."""
