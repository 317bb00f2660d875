"""The notes of two versions side by side: the table, what was decided about it, and a numbering that follows from
it."""
