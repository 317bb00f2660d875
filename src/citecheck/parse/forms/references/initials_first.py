"""Authors with initials, then a plain title: ``Doe, J. Title. *Journal* 2012;98:201``, ``Doe J, Roe R. Title. Journal. 2012``.

The sciences' numbered styles, the date near the end (NLM, *Citing Medicine*; AMA 11; ACS; Vancouver).
"""

from __future__ import annotations

import re

from citecheck.parse.forms import Example
from citecheck.parse.forms.reading import Reading, last_year
from citecheck.parse.initials import INITIALLED
from citecheck.parse.names import read_authors
from citecheck.parse.titles import title_after, trimmed

BEFORE = ("inverted_author",)
EXAMPLES = (
    Example(
        "Marlow, J.; Quill, B. Ice and trade. *J. North. Stud.* 2019, 12, 45–67.",
        {"authors": "Marlow, J.; Quill, B.", "year": "2019", "title": "Ice and trade"},
    ),
    Example("Harbour Office. Annual traffic report. 2019.", None),
)


def read(text: str) -> Reading | None:
    match = INITIALLED.match(text)
    authors = read_authors(match.group(1), whole=True) if match else None
    if match is None or authors is None:
        return None
    title = title_after(text, match.end())
    year, suffix, date = last_year(text, title[1] if title else match.end())
    if year is None and title is not None:
        # Without a stop behind it ("How much? Journal 2012;98:201") the title took in the rest.
        year, suffix, date = last_year(text, match.end())
        sentence = re.compile(r"[?!.](?=\s)").search(text, title[0], title[1])
        title = (title[0], sentence.end()) if year and sentence else title
    return Reading(
        authors, trimmed(text, 0, match.end()), year, suffix, date, title, title[1] if title else match.end()
    )
