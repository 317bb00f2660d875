"""What the page of an audit says in French."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["COUNTS", "PAGE"]

PAGE: Mapping[str, str] = {
    # Whether the report is ready.
    "page.clean": "Prêt\u00a0: rien à signaler",
    "page.nothing-open": "Prêt\u00a0: il ne reste rien à faire",
    "page.nothing-read": "Rien à juger\u00a0: ni note, ni citation, ni entrée dans ce texte",
    "page.done-of": "{n} sur {all} faits",
    "page.all-done": "Tous sont faits ou peuvent rester. Un nouvel audit le dira.",
    "page.in-the-document": "Dans le document lui-même\u00a0:",
    "page.listed-below": "{count} de plus dans la liste ci-dessous",
    # How the list is filtered and ordered.
    "page.filters": "Gravité",
    "page.search": "Chercher un problème",
    "page.group": "Classer par",
    "page.by-severity": "par gravité",
    "page.by-rule": "par règle",
    "page.by-section": "par section",
    "page.by-source": "par source",
    "page.all-rules": "Toutes les règles",
    "page.source": "Source",
    "page.all-sources": "Toutes les sources",
    "page.no-source": "Aucune source en cause",
    "page.several-sources": "Plusieurs sources",
    "page.language": "Langue",
    "page.all-languages": "Toutes les langues",
    "page.state": "État",
    "page.all-states": "Tous les états",
    "page.state-open": "À traiter",
    "page.state-done": "Faits ou acceptés",
    "page.state-waived": "Admis par dérogation",
    "page.state-baselined": "Connus",
    "page.reset": "Réinitialiser",
    "page.filters-more": "Autres filtres",
    "page.outline": "Plan de la liste",
    "page.throughout": "Dans tout le document",
    "page.shown": "{n} sur {all}",
    "page.nothing": "Aucun problème de ce genre.",
    # One problem.
    "page.done": "Fait",
    "page.stay": "Peut rester, parce que…",
    "page.stay-not": "Ne doit pas rester",
    "page.reason": "Peut rester, parce que",
    "page.reason-like": "par exemple\u00a0: ainsi dans l'original imprimé",
    "page.about": "Ce que vérifie {rule}",
    "page.times": "{n} fois",
    "page.link": "Lien vers ce problème",
    "page.no-counterpart": "Aucun équivalent connu.",
    "page.fix": "Correction",
    "page.possible-fix": "Correction possible",
    # Waivers.
    "page.export": "Exporter les dérogations",
    "page.exported": "Export dans {file}\u00a0: {n}",
    "page.not-kept": "Ce navigateur ne conserve rien pour cette page\u00a0: les coches disparaîtront à sa fermeture.",
    "page.file-head": "Ce qui peut rester, tel que noté sur la page de l'audit. Ajouter ces lignes à la fin de "
    "citecheck.toml\u00a0; dans pyproject.toml, écrire [[tool.citecheck.waivers]].",
    # What stands behind the list, and on paper.
    "page.about-rules": "Ce que vérifient les règles",
    "page.explanation": "Explication (en anglais)",
    "page.not-checked": "Ce qui n'a pas été vérifié",
    "page.untried": "Non essayé\u00a0:",
    "page.waived-findings": "Constats admis par dérogation\u00a0:",
    "page.all-checked": "Toutes les règles ont été exécutées et ont jugé toutes les versions, et tout a pu être lu.",
    "page.counted-only": "{counts}, sur la page à l'écran et dans les autres formats.",
    "page.keys": "Touches\u00a0:",
    "page.key-next": "problème suivant",
    "page.key-previous": "problème précédent",
    "page.key-open": "l'ouvrir ou le fermer",
    "page.key-stay": "peut rester, parce que",
    "page.key-search": "chercher",
    "page.key-escape": "quitter la recherche, fermer le problème",
    "page.key-enter": "Entrée",
    "page.key-esc": "Échap",
    "page.made-by": "Produit par citecheck {version}.",
    "page.kept": "Les coches et les motifs restent dans ce navigateur\u00a0; seules les dérogations sont exportées.",
    "page.without-script": "Sans JavaScript, les problèmes sont énumérés sans leurs passages.",
}

COUNTS: Mapping[str, tuple[str, str]] = {
    "sources-all": ("{n} œuvre", "{n} œuvres"),
    # Reasons for which rules were not run.
    "reason.not-selected": ("{n} non sélectionnée", "{n} non sélectionnées"),
    "reason.ignored": ("{n} ignorée", "{n} ignorées"),
    "reason.ignored-in-files": ("{n} ignorée dans certains fichiers", "{n} ignorées dans certains fichiers"),
    "page.errors": (
        "Pas prêt\u00a0: {n} problème qui trompe le lecteur",
        "Pas prêt\u00a0: {n} problèmes qui trompent le lecteur",
    ),
    "page.warnings": ("Presque prêt\u00a0: {n} défaut probable", "Presque prêt\u00a0: {n} défauts probables"),
    "page.infos": (
        "Prêt, à {n} remarque près sur la cohérence et le style",
        "Prêt, à {n} remarques près sur la cohérence et le style",
    ),
    "page.baselined": ("{n} déjà connu", "{n} déjà connus"),
    "page.waived": ("{n} admis par dérogation", "{n} admis par dérogation"),
    "page.findings": ("{n} constat", "{n} constats"),
    "page.passed": ("{n} règle a tout jugé et n'a rien trouvé", "{n} règles ont tout jugé et n'ont rien trouvé"),
    "page.places": ("{n} endroit", "{n} endroits"),
}
"""What is counted, in the forms behind one and behind several."""
