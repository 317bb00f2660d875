"""What is said of the works that registries were asked for, in French."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["SOURCES"]

SOURCES: Mapping[str, str] = {
    "source-title": "Les sources et les registres",
    "source-column.name": "œuvre",
    "source-column.status": "ce que l'on sait",
    "source-column.printed": "tel qu'imprimé",
    "source-column.found": "selon le registre",
    "source-column.differences": "ce qui diffère",
    "source-column.asked": "qui a été interrogé",
    "source-column.address": "adresse de la notice",
    "source-column.entries": "où c'est imprimé",
    "source.confirmed": "confirmées",
    "source.differs": "qui diffèrent des notices",
    "source.other_work": "identifiant d'une autre œuvre",
    "source.retracted": "rétractées",
    "source.concern": "avec une mise en garde",
    "source.corrected": "corrigées",
    "source.published_since": "parues depuis",
    "source.unregistered": "DOI non enregistré",
    "source.not_found": "non trouvées",
    "source.not_answered": "sans réponse",
    "source.not_expected": "dans aucun registre (non demandées)",
    "source.page_confirms": "confirmées par la page",
    "source.skipped": "non demandées",
    "source-record": "{registry} donne\u00a0: {record}",
    "source-differs": "{field}\u00a0: «\u00a0{printed}\u00a0» est imprimé, «\u00a0{found}\u00a0» a été trouvé",
    "source-field.title": "son titre",
    "source-field.year": "son année",
    "source-field.authors": "ses auteurs",
    "source-field.volume": "son volume",
    "source-field.pages": "ses pages",
    "source-asked.not_there": "non trouvé dans {registries} (réponse du {day})",
    "source-asked.no_answer": "pas de réponse de {registries}",
    "source-asked.not_asked": "non demandé\u00a0: {registries}",
    "source-retractions": "rétractations du {day} ({file}, {rows} lignes)",
}
