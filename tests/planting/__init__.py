"""Clean documents, errors planted in them, and what citecheck makes of these; the tests and the benchmarks use it."""
