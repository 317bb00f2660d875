"""Where a title in quotation marks or italics ends."""

from __future__ import annotations

import re

from citecheck.parse.forms.parts import ITALIC, QUOTE_PAIRS

__all__ = ["closed_title"]

FARTHEST_JOURNAL = 400
FARTHEST_CLOSE = 3000
"""Characters behind the opening mark beyond which nothing closes it."""
JOURNAL = re.compile(r",\s+\*(?=[^\s*])")


def closed_title(text: str, at: int, end: int) -> int | None:
    """Where the title that begins at ``at`` ends, before ``end``; None where it does not."""
    italic = ITALIC.match(text, at, end)
    if italic:
        return italic.end()
    closing = QUOTE_PAIRS.get(text[at])
    if closing is None:
        return None
    close = text.find(closing, at + 1, min(end, at + FARTHEST_CLOSE))
    if close == -1:
        # The mark that closes the quotation is missing: the title of the journal follows it.
        later = JOURNAL.search(text, at + 4, min(end, at + FARTHEST_JOURNAL))
        return later.start() if later else None
    return close + 1
