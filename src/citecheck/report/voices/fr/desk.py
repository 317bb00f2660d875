"""What the pages of two versions say in French, beside the names of the table."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["DESK"]

DESK: Mapping[str, str] = {
    "table.ladder": "Numéros des notes",
    "table.sort": "Ordre",
    "table.sort-document": "Dans l'ordre du texte",
    "table.sort-verdict": "D'abord ce qui diffère",
    "table.sort-confidence": "D'abord le moins sûr",
    "table.filter-outside": "Hors des notes",
    "table.opposite": "Là où elle se trouverait\u00a0:",
    "table.here": "décidé ici, pas encore enregistré",
    "table.decide": "Décider",
    "table.decisions": "Décisions",
    "table.author": "Votre nom",
    "table.save": "Enregistrer les décisions",
    "table.undo": "Annuler",
    "table.cancel": "Fermer",
    "table.accept": "Accepter, parce que…",
    "table.pair": "Mettre en regard de…",
    "table.back": "Retirer la décision",
    "table.because": "Pourquoi cela peut-il différer\u00a0?",
    "table.because-maybe": "Pourquoi\u00a0? (facultatif)",
    "table.reason-like": "par exemple\u00a0: fusionnées à dessein",
    "table.reason-missing": "Dire pourquoi\u00a0: qui lira la décision voudra le savoir.",
    "table.accept-now": "Accepter",
    "table.pair-now": "Mettre en regard celles-ci et aucune autre",
    "table.choose": "Notes\u00a0: {language} (aucune\u00a0: sans équivalent)",
    "table.notes-missing": "Choisir au moins une note.",
    "table.made": "{n} décisions pas encore enregistrées",
    "table.made-one": "{n} décision pas encore enregistrée",
    "table.undone": "Annulé\u00a0: {what}",
    "table.saved": "Enregistré sous {file}\u00a0: le mettre à la place du fichier à côté du rapport, puis relancer citecheck reconcile.",
    "table.done-accept": "Accepté ici, pas encore enregistré\u00a0: {why}",
    "table.done-pair": "Mises en regard ici, pas encore enregistré\u00a0: {what}",
    "table.done-back": "Retiré ici, pas encore enregistré\u00a0: {what}",
    "table.keys-desk": "a accepte, w met en regard, u annule.",
    "table.search-text": "Chercher dans les deux textes",
    "table.to-section": "Aller à la section…",
    "table.previous": "Différence précédente",
    "table.next": "Différence suivante",
    "table.elsewhere": "Différences sans place dans les textes",
    "table.no-paragraph": "aucun paragraphe ici",
    "table.uncalled": "Notes que rien n'appelle",
    "table.keys-sheet": "Touches\u00a0: n p vont à la différence suivante ou précédente, j k au paragraphe suivant ou précédent, / cherche.",
}
