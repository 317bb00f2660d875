"""Tests of corrections in HTML pages."""
