"""The catalogue of forms as a page, as text and as JSON."""

from __future__ import annotations

import json

from msgspec import Struct

from citecheck.report.formpage import forms_json, forms_page, forms_text


class Shown(Struct, frozen=True):
    text: str
    reading: dict[str, str] | None


class Form(Struct, frozen=True):
    name: str
    title: str
    doc: str
    examples: tuple[Shown, ...]


SHORT = Form(
    "short",
    "Author and year: ``Doe, 2020``.",
    "Author and year: ``Doe, 2020``.\n\nEverybody writes so.",
    (Shown("Doe, 2020", {"authors": "Doe", "year": "2020"}), Shown("```\n\nDoe\n```", None)),
)
KINDS = {"citing": ("How a source is cited.", (SHORT,))}


def test_the_page_has_each_form_with_its_examples() -> None:
    page = forms_page(KINDS)
    assert "## Citing\n\nHow a source is cited.\n\n### short\n\nAuthor and year: ``Doe, 2020``.\n\nEverybody" in page
    assert "```markdown\nDoe, 2020\n```\n\nRead as: authors Doe, year 2020\n" in page
    assert page.endswith("````markdown\n```\n\nDoe\n```\n````\n\nNot of this form.\n")


def test_the_text_has_two_lines_a_form() -> None:
    assert forms_text(KINDS) == (
        "citing  short  Author and year: `Doe, 2020`.\n               Doe, 2020 → authors Doe, year 2020\n"
    )
    assert forms_text({}) == ""


def test_the_json_has_everything() -> None:
    [form] = json.loads(forms_json(KINDS))["forms"]
    assert (form["kind"], form["name"], form["doc"]) == ("citing", "short", SHORT.doc)
    assert form["examples"][1] == {"text": "```\n\nDoe\n```", "reading": None}
