"""Authors with initials, then a plain title: ``Doe, J. Title. *Journal* 2012;98:201``, ``Doe J, Roe R. Title. Journal. 2012``.

The sciences' numbered styles, the date near the end (NLM, *Citing Medicine*; AMA 11; ACS; Vancouver).
"""

from __future__ import annotations

import re
from functools import cache

from citecheck.parse.evidence import is_described
from citecheck.parse.forms import Example
from citecheck.parse.forms.parts import UPPER, conjunction_sign
from citecheck.parse.forms.reading import Beginning, Reading, any_year, count_words, title_and_year
from citecheck.parse.initials import initialled
from citecheck.parse.names import read_authors
from citecheck.parse.titles import trimmed

BEFORE = ("inverted_author",)
EXAMPLES = (
    Example(
        "Marlow, J.; Quill, B. Ice and trade. *J. North. Stud.* 2019, 12, 45–67.",
        {"authors": "Marlow, J.; Quill, B.", "year": "2019", "title": "Ice and trade"},
    ),
    Example("Harbour Office. Annual traffic report. 2019.", None),
)

INITIAL = re.compile(rf"[{UPPER}]\.")


@cache
def _names_start() -> re.Pattern[str]:
    name = rf"[{UPPER}][\w’'-]{{1,30}},?\s+(?:[{UPPER}]\.[ -]?){{1,3}}"
    return re.compile(rf"(?:{name},?\s*(?:{conjunction_sign()}\s+)?){{1,4}}(?=[^\W\d_])")


def begins(beginning: Beginning) -> bool | None:
    plain = beginning.plain
    start = _names_start().match(plain) if beginning.linked else None
    if start is not None and count_words(plain[start.end() :]) >= 2:
        return True
    start = initialled().match(plain) if INITIAL.search(plain) else None
    if (
        start is None
        or not plain[start.end() : start.end() + 1].isupper()
        or any_year().search(plain, start.end()) is None
    ):
        return None
    return (count_words(plain[start.end() :]) >= 3 and is_described(plain[start.end() :])) or None


def read(text: str) -> Reading | None:
    match = initialled().match(text)
    authors = read_authors(match.group(1), whole=True) if match else None
    if match is None or authors is None:
        return None
    title, year = title_and_year(text, match.end())
    return Reading(authors, trimmed(text, 0, match.end()), *year, title, title[1] if title else match.end())
