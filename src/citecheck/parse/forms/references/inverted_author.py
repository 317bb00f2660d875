"""An inverted name, then a plain title: ``Doe, Jane. Title. Press, 2019``.

Chicago's and ISO 690's bibliographies where the italics are lost (ISO 690:2021; Chicago Manual of Style 17, 14.23).
"""

from __future__ import annotations

import re

from citecheck.parse.evidence import is_described
from citecheck.parse.forms import Example
from citecheck.parse.forms.reading import Beginning, Reading, any_year, count_words, title_and_year
from citecheck.parse.names import read_authors, read_persons
from citecheck.parse.titles import trimmed

BEFORE = ("between_commas",)
EXAMPLES = (
    Example(
        "Marlow, Jane. The northern harbours. Harbour Press, 2019.",
        {"authors": "Marlow, Jane", "year": "2019", "title": "The northern harbours"},
    ),
    Example("The northern harbours. Harbour Press, 2019.", None),
)

FIRST_SENTENCE = re.compile(r"\s*([^.]{2,160}?)(?<!\s\d)\.\s+(?=\S)")
"""The names; a number before the stop counts editions (``2. Aufl.``)."""


def begins(beginning: Beginning) -> bool | None:
    plain = beginning.plain
    sentence = FIRST_SENTENCE.match(plain)
    if sentence is None or "," not in sentence.group(1) or any_year().search(plain, sentence.end()) is None:
        return None
    persons = read_persons(sentence.group(1), whole=True)
    titled = plain[sentence.end() : sentence.end() + 1].isupper() and count_words(plain[sentence.end() :]) >= 3
    return (bool(persons and persons[2] and titled) and is_described(plain[sentence.end() :])) or None


def read(text: str) -> Reading | None:
    sentence = FIRST_SENTENCE.match(text)
    if sentence is None:
        return None
    authors = read_authors(sentence.group(1), whole=True)
    title, year = title_and_year(text, sentence.end())
    if authors is None or not authors.sure or title is None or "," not in sentence.group(1):
        return None
    return Reading(authors, trimmed(text, 0, sentence.end() - 1), *year, title, title[1])
