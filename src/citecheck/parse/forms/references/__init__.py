"""How a source is described in full: in a bibliography, in a note, behind another.

``read(text)`` gives the `Reading` of a text that is a reference, or None. ``begins(beginning)``, where a form has it, tells
whether a `Beginning` is plainly a reference of this form, where nothing but the text itself says that it is one: True, False
where it looks like one and is none, None where other forms may tell.
"""

READERS = ("read",)
