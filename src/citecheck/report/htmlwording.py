"""The texts of the page, in English and French; what it shares with the other formats is in `citecheck.report.wording`."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["SCRIPT_KEYS", "family_name", "page_text"]

_FAMILIES: Mapping[str, Mapping[str, str]] = {
    "NUM": {"en": "Numbering", "fr": "Numérotation"},
    "CIT": {"en": "Citations", "fr": "Citations"},
    "PAG": {"en": "Pages", "fr": "Pages"},
    "BIL": {"en": "Between the versions", "fr": "Entre les versions"},
    "CUR": {"en": "Amounts and rates", "fr": "Montants et taux"},
    "URL": {"en": "Addresses", "fr": "Adresses"},
    "LNK": {"en": "Links", "fr": "Liens"},
    "SRC": {"en": "Sources", "fr": "Sources"},
    "STY": {"en": "Style", "fr": "Style"},
    "WAI": {"en": "Waivers", "fr": "Exceptions"},
}

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "filters": {"en": "Severity", "fr": "Gravité"},
    "all": {"en": "All", "fr": "Tout"},
    "error": {"en": "Errors", "fr": "Erreurs"},
    "warning": {"en": "Warnings", "fr": "Avertissements"},
    "info": {"en": "Information", "fr": "Informations"},
    "search": {"en": "Search findings", "fr": "Chercher dans les constats"},
    "group": {"en": "List by", "fr": "Classer par"},
    "by-severity": {"en": "by severity", "fr": "par gravité"},
    "by-rule": {"en": "by rule", "fr": "par règle"},
    "by-section": {"en": "by section", "fr": "par section"},
    "by-source": {"en": "by source", "fr": "par source"},
    "rule": {"en": "Rule", "fr": "Règle"},
    "all-rules": {"en": "All rules", "fr": "Toutes les règles"},
    "section": {"en": "Section", "fr": "Section"},
    "all-sections": {"en": "All sections", "fr": "Toutes les sections"},
    "source": {"en": "Source", "fr": "Source"},
    "all-sources": {"en": "All sources", "fr": "Toutes les sources"},
    "no-source": {"en": "No source concerned", "fr": "Aucune source en cause"},
    "language": {"en": "Language", "fr": "Langue"},
    "all-languages": {"en": "All languages", "fr": "Toutes les langues"},
    "state": {"en": "State", "fr": "État"},
    "all-states": {"en": "All states", "fr": "Tous les états"},
    "state-unticked": {"en": "To do", "fr": "À traiter"},
    "state-ticked": {"en": "Ticked", "fr": "Cochés"},
    "state-waived": {"en": "Waived", "fr": "Excusés"},
    "state-baselined": {"en": "Known", "fr": "Connus"},
    "open-all": {"en": "Open all", "fr": "Tout ouvrir"},
    "close-all": {"en": "Close all", "fr": "Tout fermer"},
    "reset": {"en": "Reset", "fr": "Réinitialiser"},
    "export": {"en": "Export waivers", "fr": "Exporter les dérogations"},
    "shown": {"en": "{n} of {all}", "fr": "{n} sur {all}"},
    "nothing": {"en": "No such findings.", "fr": "Aucun constat de ce genre."},
    "found-nothing": {"en": "Nothing found.", "fr": "Rien à signaler."},
    "tick": {"en": "Leave as it is", "fr": "Laisser tel quel"},
    "reason": {
        "en": "Why it may stay, for whoever reads the waiver later",
        "fr": "Pourquoi le laisser, pour qui lira la dérogation plus tard",
    },
    "reason-like": {
        "en": "for example: so in the printed original",
        "fr": "par exemple\u00a0: ainsi dans l'original imprimé",
    },
    "exported": {"en": "{n} exported to {file}", "fr": "Export dans {file}\u00a0: {n}"},
    "filters-more": {"en": "Order and filters", "fr": "Classement et filtres"},
    "not-kept": {
        "en": "This browser keeps nothing for this page: ticks will be gone when it is closed.",
        "fr": "Ce navigateur ne conserve rien pour cette page\u00a0: les coches disparaîtront à sa fermeture.",
    },
    "link": {"en": "Link to this finding", "fr": "Lien vers ce constat"},
    "no-counterpart": {"en": "No counterpart is known.", "fr": "Aucun équivalent connu."},
    "more": {"en": "also: {places}", "fr": "aussi\u00a0: {places}"},
    "fix": {"en": "Correction", "fr": "Correction"},
    "possible-fix": {"en": "Possible correction", "fr": "Correction possible"},
    "summary": {"en": "Summary", "fr": "Bilan"},
    "chart-families": {"en": "Findings by family", "fr": "Constats par famille"},
    "chart-notes": {"en": "Notes by section", "fr": "Notes par section"},
    "chart-links": {"en": "Links", "fr": "Liens"},
    "chart-sources": {"en": "Sources most cited", "fr": "Sources les plus citées"},
    "bar": {"en": "{name}: {counts}", "fr": "{name}\u00a0: {counts}"},
    "show": {"en": "Show only: {name}", "fr": "N'afficher que\u00a0: {name}"},
    "not-checked": {"en": "What was not checked", "fr": "Ce qui n'a pas été vérifié"},
    "untried": {"en": "Not tried:", "fr": "Non essayé\u00a0:"},
    "chip-waived": {"en": "{n} waived", "fr": "excusés\u00a0: {n}"},
    "waived": {"en": "Waived findings:", "fr": "Constats excusés\u00a0:"},
    "all-checked": {
        "en": "Every rule ran and judged every version, and everything could be read.",
        "fr": "Toutes les règles ont été exécutées et ont jugé toutes les versions, et tout a pu être lu.",
    },
    "keys": {"en": "Keys:", "fr": "Touches\u00a0:"},
    "key-next": {"en": "next finding", "fr": "constat suivant"},
    "key-previous": {"en": "previous finding", "fr": "constat précédent"},
    "key-open": {"en": "open or close it", "fr": "l'ouvrir ou le fermer"},
    "key-tick": {"en": "tick it: leave it as it is", "fr": "le cocher\u00a0: laisser tel quel"},
    "key-search": {"en": "search", "fr": "chercher"},
    "key-escape": {"en": "leave the search, close the finding", "fr": "quitter la recherche, fermer le constat"},
    "key-enter": {"en": "Enter", "fr": "Entrée"},
    "key-esc": {"en": "Esc", "fr": "Échap"},
    "made-by": {
        "en": "Made by citecheck {version}. Ticks stay in this browser until they are exported.",
        "fr": "Produit par citecheck {version}. Les coches restent dans ce navigateur tant qu'elles ne sont pas exportées.",
    },
    "without-script": {
        "en": "Without JavaScript the findings are listed, but not shown in their passages.",
        "fr": "Sans JavaScript, les constats sont énumérés sans leurs passages.",
    },
    "file-head": {
        "en": "Findings that were ticked on the audit's page. Add these lines at the end of citecheck.toml; in pyproject.toml, "
        "write [[tool.citecheck.waivers]].",
        "fr": "Constats cochés sur la page de l'audit. Ajouter ces lignes à la fin de citecheck.toml\u00a0; dans pyproject.toml, "
        "écrire [[tool.citecheck.waivers]].",
    },
    "file-others": {
        "en": "No waiver covers what is wrong with a waiver. These were ticked as well:",
        "fr": "Aucune dérogation ne couvre ce qui ne va pas dans une dérogation. Ont aussi été cochés\u00a0:",
    },
    "no-reason": {
        "en": "ticked on the audit's page, without a reason",
        "fr": "coché sur la page de l'audit, sans motif",
    },
}

SCRIPT_KEYS = (
    *("open-all", "close-all", "shown", "tick", "reason", "reason-like", "exported"),
    *("link", "no-counterpart", "more", "fix", "possible-fix"),
    *("error", "warning", "info", "no-source", "file-head", "file-others", "no-reason"),
)
"""The texts that the page's script needs."""


def page_text(key: str, ui: str, **values: str | int) -> str:
    """A text of the page with its placeholders filled; without values it stays as it is, for the script to fill."""
    written = _TEXTS[key][ui]
    return written.format_map({name: str(value) for name, value in values.items()}) if values else written


def family_name(family: str, ui: str) -> str:
    """What a family of rules is called; its letters, where it has no name."""
    return _FAMILIES.get(family, {}).get(ui, family)
