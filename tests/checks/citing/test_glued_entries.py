"""CIT012: a source in the middle of an entry, and what only looks like one."""

from __future__ import annotations

import pytest

from citecheck import audit

TEXT = (
    "Elms (Doe, 2019). Oaks (Roe, 2020). Firs (Low, 2021). Ashes ({cited}).\n\n## References\n\nDoe, Jane. *Elms*. Press, 2019.\n\n"
    "Low, Ann. *Firs*. Press, 2021.\n\nRoe, Ann. {oaks}\n"
)


@pytest.mark.parametrize(
    ("cited", "oaks", "glued"),
    [
        ("Hill, 2018", "*Oaks*. Press, 2020. Hill, H. *Ash trees of the north*. Press, 2018.", True),
        ("Hill, 2018", "*Oaks of the plain*. Press, 2020 Hill, H. 2018. Ash trees of the north.", True),
        ("Elm & Ash, 2020", "Tom Elm, and Ada Ash. 2020. *Oaks of the plain*. Press.", False),
        ("Oslo, 2020", "*Oaks of the plain and hill*. Hull/Oslo: Forest Press, 2020.", False),
        ("New Hull, 2020", "*Oaks of the plain and hill*. Hull:\nNew Hull: Forest and Press, 2020.", False),
        ("Forest Office, 2020", "'Oaks of the plain and of the hill', Forest Office, 2020.", False),
        (
            "Tree Board, 2018",
            "'Oaks | Trees and Woods |\nTree Board | Tree Board,' 2018, https://example.org/a.",
            False,
        ),
    ],
)
def test_a_source_in_the_middle_of_an_entry(cited: str, oaks: str, glued: bool) -> None:
    text = TEXT.format(cited=cited, oaks=oaks)
    made = audit(["a.md"], contents={"a.md": text.encode()})
    assert any(one.code == "CIT012" for one in made.findings) is glued
