"""What each rule finds, and the frame of its page, in French."""

from __future__ import annotations

from collections.abc import Mapping

from citecheck.report.voices.fr.rules import FINDS

__all__ = ["RULES"]

PAGE = {
    "Severity: **{severity}** · reads {what} · {needs}": "Gravité\u00a0: **{severity}** · lit {what} · {needs}",
    "needs the network": "a besoin du réseau",
    "works offline": "fonctionne hors ligne",
    "each language version by itself": "chaque version à part",
    "each language version by itself, with its citations resolved": "chaque version à part, citations résolues",
    "two language versions side by side": "deux versions côte à côte",
    "two copies of one text side by side": "deux copies d'un texte côte à côte",
    "what became of every URL when it was asked for": "la réponse de chaque adresse",
    "what the registries know of every work": "ce que les registres savent de chaque œuvre",
    "all language versions together": "toutes les versions ensemble",
    "the waivers of the report, once all findings are there": "les dérogations du rapport, une fois tous les constats faits",
    "Where this rule finds something, these stay silent about it, because {why}: {codes}.": (
        "Là où cette règle trouve quelque chose, celles-ci se taisent, parce que {why}\u00a0: {codes}."
    ),
    "it is their cause": "c'en est la cause",
    "they would say no more": "elles n'en diraient pas plus",
    "## Explanation": "## En détail (en anglais)",
    "## Messages": "## Messages",
    "## Flagged": "## Signalé",
    "## Not flagged": "## Non signalé",
    "Flagged: {what}": "Signalé\u00a0: {what}",
    "The verdict on {url}: {status}": "Le verdict sur {url}\u00a0: {status}",
    "error": "erreur",
    "warning": "avertissement",
    "info": "information",
}

RULES: Mapping[str, str] = {**PAGE, **FINDS}
