"""Why corrections cannot be made, by the keys that the command line has words for."""

from __future__ import annotations

__all__ = ["BOX", "CHANGE", "ENCODING", "FIELD", "MARKUP", "OTHER"]

OTHER = "other-file"
"""The words are in a file that is not corrected."""
ENCODING = "encoding"
"""The encoding of the file lacks a character."""
MARKUP = "markup"
"""More than words would change."""
FIELD = "field"
"""A field prints the words, and will print them as before."""
BOX = "box"
"""The words stand twice in a drawing."""
CHANGE = "change"
"""The words stand in a tracked change that nobody has settled."""
