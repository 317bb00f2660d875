"""The notes of two versions side by side: the table, how decisions about it are written down, and its formats."""

from __future__ import annotations

from citecheck.reconcile.table import Only, Table, make_table

__all__ = ["Only", "Table", "make_table"]
