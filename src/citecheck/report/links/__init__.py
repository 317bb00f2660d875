"""The links of a report, to text: one module for each format of ``citecheck links``."""
