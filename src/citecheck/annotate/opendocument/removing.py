"""Takes citecheck's earlier comments out of an OpenDocument text, but for those that a person answered or resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.patch.elements import take_out
from citecheck.read.elements import attribute
from citecheck.read.opendocument.comments import KEY, comments_of
from citecheck.read.remarked import AUTHOR, answered_comments

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["removed"]


def removed(root: _Element) -> bool:
    """Takes them out of the text; returns whether there were any."""
    comments = comments_of(root)
    kept = answered_comments(comments)
    keys = {one.key for one in comments if one.author == AUTHOR and one not in kept}
    gone = [one for one in root.iter("{*}annotation") if one.get(KEY) in keys]
    gone += [one for one in root.iter("{*}annotation-end") if attribute(one, "name") in keys]
    for one in gone:
        take_out(one)
    return bool(gone)
