"""A note in its place whose signs are turned about: ``a claim[^Doe, 2020, p. 4.]`` for ``^[Doe, 2020, p. 4.]``

A label has no spaces, so that all programs print the bracket as it stands, and the note is none. It is read as the call of
a note that does not exist.
"""

from __future__ import annotations

import re

from citecheck.model.document import NoteForm
from citecheck.parse.forms import Example
from citecheck.parse.forms.notes import Called
from citecheck.parse.words import YEAR

NUMBERING = NoteForm.LABEL
BEFORE = ("label",)
EXAMPLES = (
    Example("A claim.[^Doe, 2020, p. 4.] More.", {"calls": "Doe, 2020, p. 4."}),
    Example("Anything but digits: `[^0-9 ]`, or [^ a-z 2020].", None),
)

CALL = re.compile(
    rf"(?<!\\)\[\^(?P<label>(?=[^\]\[\n]{{0,300}}(?<!\d){YEAR})(?=[^\]\[\n]{{0,300}}[^\W\d_]{{3}})[\w*«“\"][^\]\[\s]*,?[ \xa0][^\]\[\n]{{2,400}})\]"
    r"(?![(\[:+*])"
)


def read_call(match: re.Match[str]) -> tuple[Called, ...]:
    return (Called(match.group("label"), *match.span()),)
