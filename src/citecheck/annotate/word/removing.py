"""Takes citecheck's earlier comments out of a Word document, but for those that a person answered or resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.annotate.word.package import Package
from citecheck.patch.elements import take_out
from citecheck.read.elements import attribute, name
from citecheck.read.remarked import AUTHOR, answered_comments

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["remove"]

ENDS = ("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference")


def remove(main: _Element, package: Package) -> bool:
    """Takes them out of the text, and out of the other parts; returns whether there were any."""
    known = package.comments(main)
    kept = answered_comments(known)
    gone = [one for one in known if one.author == AUTHOR and one not in kept]
    if not gone:
        return False
    keys = frozenset(one.key for one in gone)
    for one in list(main.iter(*ENDS)):
        if attribute(one, "id") in keys:
            _take_out(one)
    package.forget(keys, frozenset(one.mark for one in gone))
    return True


def _take_out(element: _Element) -> None:
    """Takes an element out of the text, with its run where that held nothing else."""
    run = element.getparent()
    take_out(element)
    if run is not None and name(run) == "r" and all(name(one) == "rPr" for one in run):
        take_out(run)
