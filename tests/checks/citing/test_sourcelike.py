"""Whether a note in which no citation was read may cite something."""

from __future__ import annotations

import pytest

from citecheck import audit
from citecheck.checks.citing.sourcelike import may_cite, mentions_source
from citecheck.model.finding import Severity


@pytest.mark.parametrize(
    "text",
    [
        "Harrow, Tanner, and Poe, 'Elms and Other Trees'.",
        "Forest Office of Hull. *Elm Policy Statement: Trees*.",
        "EUFR, point (a) of art 6(1).",
        "Article 9 Elm Party, 'Guidelines', 4.",
        "GDPR.",
        "Entretien avec une forestière.",
        "Le Règlement sur les ormes.",
        "Voir le chapitre sur les ormes.",
        "cf. the practice of Harrow.",
        "Harrow (ed.), Elms.",
        "Jeanne Harrow, Les ormes de la vallée.",
        "Harrow: Elms and Oaks.",
        "Elms fell in 1987.",
        "example: www.example.org",
        "Harrow and Poe, Elms, 14.",
        "Cours d'arboriculture, leçon V.",
    ],
)
def test_what_may_be_a_source(text: str) -> None:
    assert may_cite(text)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The figures in this paragraph are rounded.", True),
        ("Les chiffres de ce paragraphe sont arrondis.", True),
        ("Amounts are converted throughout.", False),
        ("En effet, les ormes tombent.", False),
        ("However, most of them stood.", False),
        ("All You Can See From Here", False),
        ("That is, the forests of the west and of the north.", False),
    ],
)
def test_what_is_plainly_a_comment(text: str, mentions: bool) -> None:
    assert (may_cite(text), mentions_source(text)) == (False, mentions)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Amounts are converted throughout.", [Severity.ERROR]),
        ("Les montants sont convertis partout.", [Severity.ERROR]),
        ("The figures are rounded.", [Severity.WARNING]),
        ("Harrow and Poe, Elms Fall.", []),
    ],
)
def test_ibid_behind_a_note_without_a_citation(note: str, said: list[Severity]) -> None:
    text = f"Elms fall.[^1] They lie.[^2] They rot.[^3]\n\n[^1]: Doe, 2019, p. 4\n\n[^2]: {note}\n\n[^3]: Ibid.\n"
    made = audit(["a.md"], contents={"a.md": text.encode()})
    assert [one.severity for one in made.findings if one.code == "CIT008"] == said
    abstained = [one for one in made.abstained if one.reason == "antecedent-unread"]
    assert bool(abstained) is not bool(said)
