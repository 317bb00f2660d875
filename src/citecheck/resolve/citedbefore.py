"""What was cited before, by its authors or its title: what "op. cit." goes back to."""

from __future__ import annotations

from itertools import islice

from msgspec import Struct, field

from citecheck.likeness.titles import Titles
from citecheck.model.citations import Resolved

__all__ = ["CitedBefore"]


class CitedBefore(Struct):
    """Citations in order, as those of some authors: of those by the name of the first, as many were ``seen``."""

    cited: list[Resolved] = field(default_factory=list)
    seen: int = 0
    titles: Titles = field(default_factory=Titles)

    def titled(self, title: str) -> Resolved | None:
        """The last one of a title that is made of these words."""
        for one in islice(self.cited, len(self.titles.folded), None):
            self.titles.add((one.work.reference.title if one.work else one.citation.title) or "")
        alike = self.titles.made_of(title)
        return self.cited[alike[-1]] if alike else None
