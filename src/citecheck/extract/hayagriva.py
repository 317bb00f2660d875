"""The bibliography as Hayagriva, which Typst reads.

Hayagriva has dates in ISO 8601 only and numbers the works of one author and year itself: words for a date ("n.d.") and
the letter of 2020a are not written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from citecheck.extract.csl_yaml import yaml_value
from citecheck.extract.exported import Exported
from citecheck.model.reference import Person, Reference

__all__ = ["hayagriva"]

TYPES = {
    "article": ("article", None),
    "article-journal": ("article", "periodical"),
    "article-magazine": ("article", "periodical"),
    "article-newspaper": ("article", "newspaper"),
    "book": ("book", None),
    "chapter": ("chapter", "anthology"),
    "entry": ("entry", "reference"),
    "entry-dictionary": ("entry", "reference"),
    "entry-encyclopedia": ("entry", "reference"),
    "graphic": ("artwork", None),
    "legal_case": ("case", None),
    "legislation": ("legislation", None),
    "manuscript": ("manuscript", None),
    "motion_picture": ("video", None),
    "paper-conference": ("article", "proceedings"),
    "patent": ("patent", None),
    "performance": ("performance", None),
    "periodical": ("periodical", None),
    "post": ("post", "thread"),
    "post-weblog": ("article", "blog"),
    "report": ("report", None),
    "software": ("repository", None),
    "song": ("audio", None),
    "thesis": ("thesis", None),
    "webpage": ("web", "web"),
}
"""What the types of CSL are in Hayagriva: that of the work, and that of the parent in which it stands."""
SPECIAL = re.compile(r"[\\{}$]")
"""What Hayagriva would read as something else in a title."""
ISO = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


def hayagriva(sources: Sequence[Exported]) -> str:
    """Sources as Hayagriva, each under its key."""
    return (
        "".join(f"{yaml_value(one.key)}:\n{_lines(_work(one.reference) | {'language': one.lang})}" for one in sources)
        or "{}\n"
    )


def _lines(work: dict[str, Any]) -> str:
    return "".join(f"  {name}: {yaml_value(value)}\n" for name, value in work.items() if value not in (None, []))


def _work(reference: Reference) -> dict[str, Any]:
    kind, within = TYPES.get(reference.type, ("misc", None))
    counted = {"volume": _number(reference.volume), "issue": _number(reference.issue)}
    held = {"type": within or "misc", "title": _title(reference.container), **counted} if reference.container else None
    return {
        "type": kind,
        "title": _title(reference.title),
        "author": [*map(_name, reference.authors), *(["others"] if reference.et_al else [])],
        "date": _date(reference.date) or _date(reference.year),
        **({} if held else counted),
        "page-range": reference.pages,
        "publisher": _publisher(reference),
        "url": _address(reference),
        "serial-number": {"doi": reference.doi} if reference.doi else None,
        "parent": {name: value for name, value in held.items() if value is not None} if held else None,
    }


def _title(text: str | None) -> str | None:
    return None if text is None else SPECIAL.sub(lambda found: f"\\{found[0]}", text)


def _number(text: str | None) -> Any:
    """A number as one, any other as a text."""
    return int(text) if text and text.isascii() and text.isdecimal() and str(int(text)) == text else text


def _name(person: Person) -> Any:
    """A person as "Family, Given", any other name in a mapping where it has a comma."""
    if person.given and "," not in person.family + person.given:
        return f"{person.family}, {person.given}"
    if person.corporate and "," not in person.family:
        return person.family
    return {"name": person.family} | ({"given-name": person.given} if person.given else {})


def _date(text: str | None) -> str | None:
    return text if text is not None and ISO.fullmatch(text) else None


def _publisher(reference: Reference) -> Any:
    if reference.publisher and reference.place:
        return {"name": reference.publisher, "location": reference.place}
    return reference.publisher or ({"location": reference.place} if reference.place else None)


def _address(reference: Reference) -> Any:
    looked = _date(reference.accessed)
    return {"value": reference.url, "date": looked} if reference.url and looked else reference.url
