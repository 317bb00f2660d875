"""The findings of an audit to text: one module for each format of ``citecheck audit``."""
