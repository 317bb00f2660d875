"""How a source is cited, in a note or in brackets.

``read(reader, at)`` gives the `Citation` that the text has at ``at``, or None.
"""

READERS = ("read",)
