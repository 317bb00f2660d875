"""How a source is described in full: in a bibliography, in a note, behind another.

``read(text)`` gives the `Reading` of a text that is a reference, or None. ``begins(text, at, end)`` tells whether a reference
of this form plainly begins at ``at``, where nothing but the text itself says that it is one.
"""
