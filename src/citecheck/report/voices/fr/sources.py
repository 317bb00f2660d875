"""What is said of the works that registries were asked for, in French."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["SOURCES"]

SOURCES: Mapping[str, str] = {
    "source.confirmed": "confirmées",
    "source.differs": "qui diffèrent",
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
    "source.skipped": "laissées de côté",
    "source-record": "{registry} donne : {record}",
    "source-differs": "{field} : « {printed} » est imprimé, « {found} » a été trouvé",
    "source-field.title": "titre",
    "source-field.year": "année",
    "source-field.authors": "auteurs",
    "source-field.volume": "volume",
    "source-field.pages": "pages",
    "source-asked.not_there": "non trouvé dans {registries} (réponse du {day})",
    "source-asked.no_answer": "pas de réponse de {registries}",
    "source-asked.not_asked": "non demandé : {registries}",
    "source-retractions": "rétractations du {day} ({file}, {rows} lignes)",
}
