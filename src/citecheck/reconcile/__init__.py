"""The notes of two versions side by side: the table, what was decided about it, and the formats it is written in."""

from __future__ import annotations

from citecheck.reconcile.decisions import apply, key_of, waived
from citecheck.reconcile.table import Only, Table, make_table

__all__ = ["Only", "Table", "apply", "key_of", "make_table", "waived"]
