"""CIT002 is silent where the text names a source in a form that was not read."""

from __future__ import annotations

import pytest

from citecheck import audit

ENTRIES = (
    "\n\n## References\n\nDoe, J. (2019). *Elms*. Press.\n\nRoe, R. (2020). *Oaks*. Press.\n\nLow, L. (2021). *Firs*. Press.\n\n"
    "Hill, H. (2018). *Ash trees of the north*. Press. https://example.org/ash\n\nHill, H. (2016). *Yews*. Press.\n"
)
CITED = "Elms fall (Doe, 2019). Oaks stand (Roe, 2020). Firs grow (Low, 2021). Yews stay (Hill, 2016). "


def uncited(text: str) -> list[str]:
    made = audit(["a.md"], contents={"a.md": text.encode()})
    return [" ".join(one.place.span.text.split())[:12] for one in made.findings if one.code == "CIT002"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("Nothing more.", ["Hill, H. (20"]),
        ("Hill wrote on yews.", ["Hill, H. (20"]),
        ("Hill et al. wrote of it, in a book of 2018, again.", []),
        ("Hill, in 2018a, wrote of it.", ["Hill, H. (20"]),
        ("It stands in “Ash Trees of the North”.", []),
        ("It stands at <https://www.example.org/ash/>.", []),
    ],
)
def test_an_entry_that_the_text_names(more: str, said: list[str]) -> None:
    assert uncited(CITED + more + ENTRIES) == said


NUMBERED = (
    "\n\n## References\n\n[1] J. Doe, *Elms*. Oslo: Press, 2019.\n\n[2] R. Roe, *Oaks*. Oslo: Press, 2020.\n\n"
    "[3] L. Low, *Firs*. Oslo: Press, 2021.\n\n[4] H. Hill, *Ashes*. Oslo: Press, 2018.\n\n{}"
)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("Ashes burn.", ["H. Hill, *As"]),
        ("Ashes burn [\\[4\\]](#four).", []),
        ("Ashes burn ([4](#four)).", []),
        ("Ashes burn [\\[2\\]–\\[4\\]](#four).", []),
    ],
)
def test_a_number_in_a_link(more: str, said: list[str]) -> None:
    assert uncited("Elms [1]. Oaks [2]. Firs [3]. " + more + NUMBERED.format("")) == said


@pytest.mark.parametrize(
    "definition",
    [
        "[image1]: <data:image/png;base64,iVBORw0KGgo2019>\n",
        '[ashes]: https://example.org/ash-2019 "Ashes 2019"\n[yews]: ./yews.png\n',
    ],
)
def test_a_definition_of_a_link_is_no_entry(definition: str) -> None:
    text = "Elms [1]. Oaks [2]. Firs [3]. Ashes [4]. " + NUMBERED.format(definition)
    made = audit(["a.md"], contents={"a.md": text.encode()})
    assert [entry.number for entry in made.versions[0].document.entries] == ["1", "2", "3", "4"]
