"""The texts of the table, in English and French."""

from __future__ import annotations

from collections.abc import Mapping

from citecheck.model.alignment import Shape
from citecheck.model.finding import Severity
from citecheck.model.table import Shift, Table, Verdict

__all__ = ["counted", "severity_name", "shape_name", "shift_lines", "text", "verdict_name"]

_SHAPES: Mapping[Shape, Mapping[str, str]] = {
    Shape.ONE_TO_ONE: {"en": "one to one", "fr": "une pour une"},
    Shape.MERGED: {"en": "merged", "fr": "fusionnées"},
    Shape.SPLIT: {"en": "split", "fr": "dédoublée"},
    Shape.ONLY: {"en": "no counterpart", "fr": "sans équivalent"},
}

_VERDICTS: Mapping[Verdict, Mapping[str, str]] = {
    Verdict.SAME: {"en": "same", "fr": "identique"},
    Verdict.DIFFERS: {"en": "differs", "fr": "diffère"},
    Verdict.NOT_COMPARED: {"en": "not compared", "fr": "non comparé"},
}

_SEVERITIES: Mapping[Severity, Mapping[str, str]] = {
    Severity.ERROR: {"en": "error", "fr": "erreur"},
    Severity.WARNING: {"en": "warning", "fr": "avertissement"},
    Severity.INFO: {"en": "info", "fr": "information"},
}

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "title": {"en": "{left} against {right}", "fr": "{left} et {right}"},
    "column-section": {"en": "Section", "fr": "Section"},
    "column-text": {"en": "{language}: text", "fr": "{language}\u00a0: texte"},
    "column-shape": {"en": "Shape", "fr": "Forme"},
    "column-verdict": {"en": "Verdict", "fr": "Verdict"},
    "column-differences": {"en": "Differences", "fr": "Différences"},
    "column-confidence": {"en": "Confidence", "fr": "Confiance"},
    "column-decision": {"en": "Decision", "fr": "Décision"},
    "section": {"en": "Section {section}", "fr": "Section {section}"},
    "no-section": {"en": "Before the first heading", "fr": "Avant le premier titre"},
    "confidence": {"en": "confidence {value}", "fr": "confiance {value}"},
    "crossed": {"en": "in another order", "fr": "dans un autre ordre"},
    "no-notes": {"en": "no note", "fr": "aucune note"},
    "no-passage": {
        "en": "(the text around the note was not read)",
        "fr": "(le texte autour de la note n'a pas été lu)",
    },
    "sources": {"en": "cites", "fr": "cite"},
    "cites-nothing": {"en": "cites nothing", "fr": "ne cite rien"},
    "accepted": {"en": "accepted: {why}", "fr": "accepté\u00a0: {why}"},
    "paired": {"en": "paired by hand: {why}", "fr": "mises en regard à la main\u00a0: {why}"},
    "shifts": {"en": "Where the numbers run apart", "fr": "Décalages de numérotation"},
    "shift": {
        "en": "from {left} {first} on, {right} = {left} {by}",
        "fr": "à partir de {left} {first}, {right} = {left} {by}",
    },
    "shift-none": {
        "en": "from {left} {first} on, {right} = {left}",
        "fr": "à partir de {left} {first}, {right} = {left}",
    },
    "shift-more": {"en": "{count} more (--verbose lists them)", "fr": "{count} de plus (--verbose les énumère)"},
    "others": {"en": "Differences outside the notes", "fr": "Différences hors des notes"},
    "stale": {
        "en": "Decisions that match nothing any more (the notes were changed; delete the lines or decide anew)",
        "fr": "Décisions devenues sans objet (les notes ont changé\u00a0; supprimer les lignes ou décider à nouveau)",
    },
    "unrelated": {
        "en": "The versions were not aligned: {why}",
        "fr": "Les versions n'ont pas été alignées\u00a0: {why}",
    },
    "filter-all": {"en": "All", "fr": "Tout"},
    "filter-differing": {"en": "Differ", "fr": "Diffèrent"},
    "filter-missing": {"en": "No counterpart", "fr": "Sans équivalent"},
    "filter-merged": {"en": "Merged or split", "fr": "Fusionnées ou dédoublées"},
    "filter-same": {"en": "Same", "fr": "Identiques"},
    "filter-not-compared": {"en": "Not compared", "fr": "Non comparées"},
    "filter-decided": {"en": "Decided", "fr": "Décidées"},
    "filters": {"en": "Show", "fr": "Afficher"},
    "search": {"en": "Search notes", "fr": "Chercher dans les notes"},
    "all-sections": {"en": "All sections", "fr": "Toutes les sections"},
    "open-all": {"en": "Open all", "fr": "Tout ouvrir"},
    "close-all": {"en": "Close all", "fr": "Tout fermer"},
    "shown": {"en": "shown", "fr": "affichés"},
    "picture": {
        "en": "The notes of both versions in two columns, with lines between those that stand against each other",
        "fr": "Les notes des deux versions en deux colonnes, reliées à celles qui leur correspondent",
    },
    "notes": {"en": "notes", "fr": "notes"},
    "legend-same": {"en": "same", "fr": "identique"},
    "legend-differs": {"en": "differs", "fr": "diffère"},
    "legend-settled": {"en": "accepted", "fr": "accepté"},
    "legend-not-compared": {"en": "not compared", "fr": "non comparé"},
    "legend-only": {"en": "no counterpart", "fr": "sans équivalent"},
    "keys": {
        "en": "Keys: ↑ ↓ or j k move, Enter opens, n p go to the next and the previous difference, / searches, Esc closes.",
        "fr": "Touches\u00a0: ↑ ↓ ou j k se déplacent, Entrée ouvre, n p vont à la différence suivante ou précédente, "
        "/ cherche, Échap ferme.",
    },
    "made-by": {"en": "Made by citecheck reconcile.", "fr": "Produit par citecheck reconcile."},
    "nothing": {"en": "No such notes.", "fr": "Aucune note de ce genre."},
    "old": {"en": "Old", "fr": "Ancien"},
    "new": {"en": "New", "fr": "Nouveau"},
    "remark": {"en": "Remark", "fr": "Remarque"},
    "remark-merged": {"en": "stands for {notes}", "fr": "vaut pour {notes}"},
    "remark-split": {"en": "shares {notes}", "fr": "partage {notes}"},
    "remark-only": {"en": "no counterpart", "fr": "sans équivalent"},
    "remark-missing": {
        "en": "no note here; {notes} has no counterpart",
        "fr": "pas de note ici\u00a0; {notes} n'a pas d'équivalent",
    },
    "remark-crossed": {"en": "in another order", "fr": "dans un autre ordre"},
    "renumber-title": {
        "en": "{language} numbered after {other}",
        "fr": "{language}\u00a0: numéros d'après {other}",
    },
}

_COUNTED: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "groups": {"en": ("{n} group", "{n} groups"), "fr": ("{n} groupe", "{n} groupes")},
    "one_to_one": {"en": ("{n} one to one", "{n} one to one"), "fr": ("{n} une pour une", "{n} une pour une")},
    "merged": {"en": ("{n} merged", "{n} merged"), "fr": ("{n} fusionné", "{n} fusionnés")},
    "split": {"en": ("{n} split", "{n} split"), "fr": ("{n} dédoublé", "{n} dédoublés")},
    "only": {
        "en": ("{n} without counterpart", "{n} without counterpart"),
        "fr": ("{n} sans équivalent", "{n} sans équivalent"),
    },
    "same": {"en": ("{n} same", "{n} same"), "fr": ("{n} identique", "{n} identiques")},
    "differs": {"en": ("{n} differs", "{n} differ"), "fr": ("{n} diffère", "{n} diffèrent")},
    "not_compared": {"en": ("{n} not compared", "{n} not compared"), "fr": ("{n} non comparé", "{n} non comparés")},
    "decided": {"en": ("{n} decided", "{n} decided"), "fr": ("{n} décidé", "{n} décidés")},
    "others": {
        "en": ("{n} difference outside the notes", "{n} differences outside the notes"),
        "fr": ("{n} différence hors des notes", "{n} différences hors des notes"),
    },
    "changed": {
        "en": ("{n} number changes", "{n} numbers change"),
        "fr": ("{n} numéro change", "{n} numéros changent"),
    },
}

_SINGULAR: Mapping[str, tuple[int, ...]] = {"en": (1,), "fr": (0, 1)}
"""The numbers that the singular goes with."""


def text(key: str, ui: str, **values: str | int) -> str:
    """A text with its placeholders filled."""
    return _TEXTS[key][ui].format(**values)


def counted(key: str, n: int, ui: str) -> str:
    """A number with its noun in the right form."""
    one, more = _COUNTED[key][ui]
    return (one if n in _SINGULAR[ui] else more).format(n=n)


def shape_name(shape: Shape, ui: str) -> str:
    """What a shape is called."""
    return _SHAPES[shape][ui]


def verdict_name(verdict: Verdict, ui: str) -> str:
    """What a verdict is called."""
    return _VERDICTS[verdict][ui]


def severity_name(severity: Severity, ui: str) -> str:
    """What a severity is called."""
    return _SEVERITIES[severity][ui]


def shift_lines(table: Table, ui: str) -> list[str]:
    """The shifts, one a line: ``from French 10 on, English = French − 1``."""
    return [_shift(one, table, ui) for one in table.shifts]


def _shift(one: Shift, table: Table, ui: str) -> str:
    key = "shift" if one.by else "shift-none"
    by = f"{'−' if one.by < 0 else '+'} {abs(one.by)}"
    left, right = table.names
    return text(key, ui, left=left, right=right, first=one.left, by=by)
