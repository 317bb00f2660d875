"""Every text of the interface that is not a rule's own, in English and French."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from citecheck.languages import language
from citecheck.model.finding import Finding, Severity, Value
from citecheck.model.phrase import Phrase
from citecheck.model.rule import Rule, Wording
from citecheck.report.phrases import PHRASES, times

__all__ = [
    "REASONS",
    "UI_LANGUAGES",
    "counted",
    "joined",
    "language_name",
    "phrase",
    "reason",
    "render",
    "severity_name",
    "text",
]

UI_LANGUAGES = ("en", "fr")
"""The languages that citecheck speaks to its user; not those of the documents that it reads."""

REASONS: Mapping[str, Mapping[str, str]] = {
    "no-bibliography": {
        "en": "no bibliography",
        "fr": "pas de bibliographie",
    },
    "no-notes": {
        "en": "no notes",
        "fr": "pas de notes",
    },
    "notes-unread": {
        "en": "this looks like the call of a note, but no note of this text could be read: its notes were not judged",
        "fr": "ceci ressemble à un appel de note, mais aucune note de ce texte n'a pu être lue\u00a0: ses notes ne sont pas jugées",
    },
    "inline-note-unclosed": {
        "en": "a note begins here that nothing closes",
        "fr": "ici commence une note que rien ne ferme",
    },
    "no-citations": {
        "en": "no citations",
        "fr": "pas de citations",
    },
    "few-citations": {
        "en": "too few citations to tell the document's habit",
        "fr": "trop peu de citations pour connaître l'usage du document",
    },
    "mixed-schemes": {
        "en": "several ways of citing are mixed",
        "fr": "plusieurs façons de citer se mêlent",
    },
    "full-notes-habit": {
        "en": "whole references in notes are the document's habit",
        "fr": "le document donne habituellement les références complètes en note",
    },
    "numbering-unclear": {
        "en": "the numbering of the notes is unclear",
        "fr": "la numérotation des notes n'est pas claire",
    },
    "further-reading": {
        "en": "the list is one of further reading",
        "fr": "la liste propose des lectures complémentaires",
    },
    "too-many-alike": {
        "en": "so many are alike that not each was compared with each",
        "fr": "il y en a tant qui se ressemblent que chacun n'a pas été comparé à chacun",
    },
    "needs-source": {
        "en": "needs the source file",
        "fr": "demande le fichier source",
    },
    "pandoc-numbers": {
        "en": "pandoc numbers the notes itself",
        "fr": "pandoc numérote lui-même les notes",
    },
    "no-markers": {
        "en": "no note markers in the text",
        "fr": "pas d'appels de note dans le texte",
    },
    "no-habit": {
        "en": "the document has no habit to judge by",
        "fr": "le document n'a pas d'usage qui permette d'en juger",
    },
    "not-alphabetical": {
        "en": "the bibliography is not alphabetical",
        "fr": "la bibliographie n'est pas alphabétique",
    },
    "unknown-style": {
        "en": "so many entries lack the same that it is the document's style",
        "fr": "tant d'entrées manquent du même élément que c'est le style du document",
    },
    "official-rates-off": {
        "en": "the comparison with official rates is switched off",
        "fr": "la comparaison avec les taux officiels est désactivée",
    },
    "no-official-rate": {
        "en": "a declared rate is outside the published data",
        "fr": "un taux déclaré est hors des données publiées",
    },
    "undated-rate": {
        "en": "a declared rate has neither day nor year",
        "fr": "un taux déclaré n'a ni jour ni année",
    },
    "unrelated-versions": {
        "en": "the two texts are no versions of one report",
        "fr": "les deux textes ne sont pas des versions d'un même rapport",
    },
    "not-selected": {
        "en": "not selected",
        "fr": "non sélectionnée",
    },
    "ignored": {
        "en": "ignored",
        "fr": "ignorée",
    },
    "ignored-in-files": {
        "en": "ignored in some of the files",
        "fr": "ignorée dans certains fichiers",
    },
    "one-language": {
        "en": "one language only",
        "fr": "une seule langue",
    },
    "offline": {
        "en": "offline",
        "fr": "hors ligne",
    },
}
"""Why a rule was skipped or did not judge a version; a key that is not here is shown as it is."""

_SEVERITIES: Mapping[Severity, Mapping[str, str]] = {
    Severity.ERROR: {"en": "error", "fr": "erreur"},
    Severity.WARNING: {"en": "warning", "fr": "avertissement"},
    Severity.INFO: {"en": "info", "fr": "information"},
}

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "bibliography": {"en": "Bibliography", "fr": "Bibliographie"},
    "before-headings": {"en": "before the first heading", "fr": "avant le premier titre"},
    "note": {"en": "note {label}", "fr": "note {label}"},
    "notes": {"en": "notes {label}", "fr": "notes {label}"},
    "entry": {"en": "entry {label}", "fr": "entrée {label}"},
    "entries": {"en": "entries {label}", "fr": "entrées {label}"},
    "line": {"en": "line {label}", "fr": "ligne {label}"},
    "lines": {"en": "lines {label}", "fr": "lignes {label}"},
    "more": {"en": "{count} more", "fr": "{count} de plus"},
    "between": {"en": "; ", "fr": " ; "},
    "also": {"en": "also: {places}", "fr": "aussi\u00a0: {places}"},
    "compare": {"en": "compare: {places}", "fr": "comparer\u00a0: {places}"},
    "fix": {"en": "fix: {edits}", "fr": "correction\u00a0: {edits}"},
    "possible-fix": {"en": "possible fix: {edits}", "fr": "correction possible\u00a0: {edits}"},
    "replace": {"en": "“{old}” → “{new}”", "fr": "«\u00a0{old}\u00a0» → «\u00a0{new}\u00a0»"},
    "insert": {"en": "insert “{new}”", "fr": "insérer «\u00a0{new}\u00a0»"},
    "delete": {"en": "delete “{old}”", "fr": "supprimer «\u00a0{old}\u00a0»"},
    "nothing": {"en": "Nothing found.", "fr": "Rien à signaler."},
    "against-baseline": {
        "en": "Against the baseline: {new} new, {fixed} fixed, {known} known",
        "fr": "Par rapport à l'état de référence\u00a0: {new} de plus, {fixed} en moins, {known} connus",
    },
    "since": {
        "en": "Since {ref}: {new} new, {fixed} fixed, {known} as before",
        "fr": "Depuis {ref}\u00a0: {new} de plus, {fixed} en moins, {known} comme avant",
    },
    "summary": {"en": "Summary: {counts}", "fr": "Bilan\u00a0: {counts}"},
    "likely": {"en": "likely", "fr": "probable"},
    "possible": {"en": "possible", "fr": "possible"},
    "baselined": {"en": "known", "fr": "connu"},
    "waived": {"en": "waived: {why}", "fr": "excusé\u00a0: {why}"},
    "waived-silently": {"en": "waived", "fr": "excusé"},
    "of-them-waived": {"en": "{counts} waived", "fr": "excusés\u00a0: {counts}"},
    "configuration": {"en": "configuration: {file}", "fr": "configuration\u00a0: {file}"},
    "abstained": {"en": "Not judged:", "fr": "Non jugé\u00a0:"},
    "skipped": {"en": "Rules not run:", "fr": "Règles non exécutées\u00a0:"},
    "unreadable": {"en": "Could not be read:", "fr": "N'a pas pu être lu\u00a0:"},
    "crashed": {
        "en": "Rules that failed (a defect of citecheck; the other rules ran):",
        "fr": "Règles en échec (un défaut de citecheck\u00a0; les autres règles ont été exécutées)\u00a0:",
    },
    "fixed": {"en": "Known findings that are gone:", "fr": "Constats connus qui ont disparu\u00a0:"},
    "inputs": {"en": "Read:", "fr": "Lu\u00a0:"},
    "no-fragment": {
        "en": "the page has no “#{fragment}”",
        "fr": "la page n'a pas de «\u00a0#{fragment}\u00a0»",
    },
    "browser-needed": {
        "en": "only for a browser's headers",
        "fr": "seulement pour les en-têtes d'un navigateur",
    },
    "from-cache": {"en": "known from an earlier run", "fr": "connu d'une vérification précédente"},
    "archived": {"en": "archived on {day}: {url}", "fr": "archivée le {day}\u00a0: {url}"},
    "untold": {
        "en": "no archive was told of {count} of the links: each says why (--format json: archive_not_told)",
        "fr": "aucune archive n'a été informée de {count} des liens\u00a0: chacun dit pourquoi (--format json\u00a0: archive_not_told)",
    },
    "archive-silent": {
        "en": "not all archives answered: there may be a copy",
        "fr": "toutes les archives n'ont pas répondu\u00a0: il existe peut-être une copie",
    },
    "not-archived": {"en": "no archive has a copy", "fr": "aucune archive n'en a de copie"},
    "not-saved": {"en": "no copy could be made", "fr": "aucune copie n'a pu être faite"},
    "saved": {"en": "archived just now: {url}", "fr": "archivée à l'instant\u00a0: {url}"},
    "because": {"en": "{what}: {why}", "fr": "{what}\u00a0: {why}"},
    "errors": {"en": "Errors", "fr": "Erreurs"},
    "warnings": {"en": "Warnings", "fr": "Avertissements"},
    "infos": {"en": "Info", "fr": "Informations"},
    "set-aside": {"en": "Waived or known", "fr": "Excusés ou connus"},
    "where": {"en": "Where", "fr": "Où"},
    "place": {"en": "Place", "fr": "Emplacement"},
    "rule": {"en": "Rule", "fr": "Règle"},
    "finding": {"en": "Finding", "fr": "Constat"},
    "count": {"en": "Count", "fr": "Nombre"},
    "rules": {"en": "Rules", "fr": "Règles"},
    "left-out": {
        "en": "{count} more are left out here; citecheck audit lists them all.",
        "fr": "{count} de plus sont omis ici\u00a0; citecheck audit les donne tous.",
    },
    "rule-failed": {
        "en": "The rule failed, a defect of citecheck: {error} ({where})",
        "fr": "La règle a échoué, un défaut de citecheck\u00a0: {error} ({where})",
    },
    "rule-skipped": {"en": "The rule did not run: {why}", "fr": "La règle n'a pas été exécutée\u00a0: {why}"},
    "not-judged": {
        "en": "The rule did not judge the text: {why}",
        "fr": "La règle n'a pas jugé le texte\u00a0: {why}",
    },
    "not-judged-in": {
        "en": "The rule did not judge the text in {lang}: {why}",
        "fr": "La règle n'a pas jugé le texte en {lang}\u00a0: {why}",
    },
    "not-read": {"en": "This could not be read: {why}", "fr": "Ceci n'a pas pu être lu\u00a0: {why}"},
    "safe-fix": {"en": "Safe to apply", "fr": "Applicable sans relecture"},
    "unsafe-fix": {"en": "Look before applying", "fr": "À relire avant d'appliquer"},
}

_COUNTED: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "error": {"en": ("{n} error", "{n} errors"), "fr": ("{n} erreur", "{n} erreurs")},
    "warning": {"en": ("{n} warning", "{n} warnings"), "fr": ("{n} avertissement", "{n} avertissements")},
    "info": {"en": ("{n} info", "{n} info"), "fr": ("{n} information", "{n} informations")},
    "versions": {"en": ("{n} version", "{n} versions"), "fr": ("{n} version", "{n} versions")},
    "notes": {"en": ("{n} note", "{n} notes"), "fr": ("{n} note", "{n} notes")},
    "markers": {"en": ("{n} marker", "{n} markers"), "fr": ("{n} appel", "{n} appels")},
    "entries": {"en": ("{n} entry", "{n} entries"), "fr": ("{n} entrée", "{n} entrées")},
    "citations": {"en": ("{n} citation", "{n} citations"), "fr": ("{n} citation", "{n} citations")},
    "resolved": {"en": ("{n} resolved", "{n} resolved"), "fr": ("{n} résolue", "{n} résolues")},
    "links": {
        "en": ("{n} link not tried", "{n} links not tried"),
        "fr": ("{n} lien non essayé", "{n} liens non essayés"),
    },
    "links-tried": {
        "en": ("{n} link checked", "{n} links checked"),
        "fr": ("{n} lien vérifié", "{n} liens vérifiés"),
    },
    "links-all": {"en": ("{n} link", "{n} links"), "fr": ("{n} lien", "{n} liens")},
    "run": {"en": ("{n} rule run", "{n} rules run"), "fr": ("{n} règle exécutée", "{n} règles exécutées")},
    "skipped": {"en": ("{n} skipped", "{n} skipped"), "fr": ("{n} omise", "{n} omises")},
}

_LANGUAGE_NAMES: Mapping[str, Mapping[str, str]] = {
    "en": {"en": "English", "fr": "anglais"},
    "fr": {"en": "French", "fr": "français"},
}

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
# The escapes of a Markdown file, doubled by some converters: what stands behind them is what is printed.
_ESCAPED = re.compile(r"(?<!\\)\\+([$_*\[\]~])")


class _Filled(dict[str, str]):
    """Placeholders and their texts; one that is not there stays visible instead of hiding the finding."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def text(key: str, ui: str, **values: str | int) -> str:
    """An interface text with its placeholders filled."""
    return _TEXTS[key][ui].format_map({name: str(value) for name, value in values.items()})


def counted(key: str, n: int, ui: str) -> str:
    """A number with its noun in the right form: ``1 note``, ``2 notes``; French has the singular for 0, too."""
    one, more = _COUNTED[key][ui]
    singular = n == 1 or (n == 0 and ui == "fr")
    return (one if singular else more).format(n=n)


def reason(key: str, ui: str) -> str:
    """A reason for which something was not judged; an unknown key is shown as it is."""
    return REASONS.get(key, {}).get(ui, key)


def severity_name(severity: Severity, ui: str) -> str:
    """What a severity is called."""
    return _SEVERITIES[severity][ui]


def language_name(code: str, ui: str) -> str:
    """What a document's language is called, with what tells it from another version in that language; its code, where no
    name for it is known."""
    own, _, rest = code.partition("-")
    name = _LANGUAGE_NAMES.get(own, {}).get(ui)
    if name is None:
        return code
    return f"{name} ({rest.removeprefix('x-')})" if rest else name


def joined(items: Sequence[str], ui: str) -> str:
    """The items as a list in prose: ``3, 4 and 5``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {language(ui).list_and} {items[-1]}"


def render(finding: Finding, rule: Rule, ui: str) -> tuple[str, str]:
    """The message and the hint of a finding in the interface language; the hint may be empty."""
    texts = rule.messages.get(finding.message, {})
    wording = texts.get(ui) or texts.get("en") or Wording(finding.message)
    values = _Filled({name: _written(value, ui) for name, value in finding.values})
    return wording.message.format_map(values), wording.hint.format_map(values)


def phrase(said: Phrase, ui: str) -> str:
    """A phrase in the interface language; an unknown key is shown as it is."""
    if said.key not in PHRASES:
        return said.key
    values = _Filled({name: _written(value, ui) for name, value in said.values})
    tried = dict(said.values).get("times")
    if isinstance(tried, int):
        values["times"] = times(tried, ui)
    return PHRASES[said.key][ui].format_map(values)


def _written(value: Value, ui: str) -> str:
    """A placeholder's value as text on one line, as it is printed: without Markdown's escapes."""
    if isinstance(value, Phrase):
        return phrase(value, ui)
    if isinstance(value, tuple):
        return joined([_written(item, ui) for item in value], ui)
    return _ESCAPED.sub(r"\1", _BLANKS.sub(" ", str(value)).strip(" "))
