"""The notes of two versions side by side, to text: one module for each format of ``citecheck reconcile``."""
