"""What is wrong with configurations, baselines, decisions and the states of XLIFF files, in French."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["SETTINGS"]

KEYS = {
    "unknown key {key}: {hint}": "clé inconnue {key}\u00a0: {hint}",
    "did you mean {near}?": "peut-être {near}\u00a0?",
    "use one of {known}": "choisir parmi {known}",
    "{key} cannot be {value}: {hint}": "{key} ne peut être {value}\u00a0: {hint}",
    "{key} must be true or false": "{key} doit être true ou false",
    "{key} must be a table": "{key} doit être une table",
    "'sources.mailto' must be an e-mail address, such as \"you@example.org\"": (
        '«\u00a0sources.mailto\u00a0» doit être une adresse électronique, comme "you@example.org"'
    ),
    '{key} must be a list of strings, such as ["NUM", "CIT001"]': (
        '{key} doit être une liste de textes, comme ["NUM", "CIT001"]'
    ),
    "{key} must be a text in quotation marks": "{key} doit être un texte entre guillemets droits",
    "{key} must be a day, such as {day}": "{key} doit être un jour, comme {day}",
    '{key} must be a pattern of paths, such as "annex/*.md"': '{key} doit être un motif de chemins, comme "annexe/*.md"',
    "{key} must be written [[{name}]], once for each": "{key} doit s'écrire [[{name}]], une fois pour chacun",
    "{key} must name files (a string each)": "{key} doit nommer des fichiers (un texte pour chacun)",
    "{key} must be a list of files or a table of languages and files": (
        "{key} doit être une liste de fichiers ou une table de langues et de fichiers"
    ),
    "{key} is empty: name a file": "{key} est vide\u00a0: nommer un fichier",
    "{key} must be a table such as {shape}": "{key} doit être une table comme {shape}",
    "{key} must be a table, such as {shape}": "{key} doit être une table, comme {shape}",
    "{key}: use a currency's code of three capitals, such as RUB": (
        "{key}\u00a0: employer le code d'une monnaie en trois capitales, comme RUB"
    ),
    "{key}: {when} is no year (2023) and no day (2023-02-24)": (
        "{key}\u00a0: {when} n'est ni une année (2023) ni un jour (2023-02-24)"
    ),
    "{key} must say how much {currency} one euro is": "{key} doit dire combien de {currency} vaut un euro",
    "unknown language {lang}: {hint}": "langue inconnue {lang}\u00a0: {hint}",
    "unknown language {lang} in 'documents': {hint}": "langue inconnue {lang} dans «\u00a0documents\u00a0»\u00a0: {hint}",
    "a waiver must have 'rule': say whose findings are accepted": (
        "une dérogation doit avoir «\u00a0rule\u00a0»\u00a0: dire de quelle règle les constats sont admis"
    ),
    "a waiver must have 'reason': say why": "une dérogation doit avoir «\u00a0reason\u00a0»\u00a0: dire pourquoi",
    "{mark} is no fingerprint, such as v1:0123456789abcdef (--format json shows them)": (
        "{mark} n'est pas une empreinte, comme v1:0123456789abcdef (--format json les montre)"
    ),
    "{key}: {problem} ('citecheck rules' lists them)": "{key}\u00a0: {problem} («\u00a0citecheck rules\u00a0» les énumère)",
    "unknown rule {rule}: {hint}": "règle inconnue {rule}\u00a0: {hint}",
    "unknown rule {rule}: {hint} ('citecheck rules' lists them)": (
        "règle inconnue {rule}\u00a0: {hint} («\u00a0citecheck rules\u00a0» les énumère)"
    ),
    "'citecheck rules' lists them": "«\u00a0citecheck rules\u00a0» les énumère",
    "a rule has a code (NUM001), a family (NUM) or a name": (
        "une règle a un code (NUM001), une famille (NUM) ou un nom"
    ),
    "{key} holds the character NUL, which no path and no text can have": (
        "{key} contient le caractère NUL, qu'aucun chemin et aucun texte ne peut avoir"
    ),
    "{key} is no number of a usual size: write a finite one": (
        "{key} n'est pas un nombre de taille usuelle\u00a0: en écrire un fini"
    ),
}

LINKS = {
    "{key} must hold a table for each host, such as {shape}": "{key} doit contenir une table par hôte, comme {shape}",
    "'links.hosts': {host} must be a host's name with a table: {shape}": (
        "«\u00a0links.hosts\u00a0»\u00a0: {host} doit être le nom d'un hôte avec une table\u00a0: {shape}"
    ),
    "{key} must be a list of statuses, such as [403, 429]": "{key} doit être une liste de codes HTTP, comme [403, 429]",
    "{key} must be a table of names and texts, in ASCII and without blanks at the ends": (
        "{key} doit être une table de noms et de textes, en ASCII et sans espaces aux extrémités"
    ),
    "{key} must be a whole number from {least} to {most}": "{key} doit être un nombre entier de {least} à {most}",
    "{key} must be a number of seconds from {least} to {most}": "{key} doit être un nombre de secondes de {least} à {most}",
    "{key}: {value} is no duration: write one such as 12h or 7d": (
        "{key}\u00a0: {value} n'est pas une durée\u00a0: en écrire une comme 12h ou 7d"
    ),
    "{value} is no duration: write one such as 12h or 7d": "{value} n'est pas une durée\u00a0: en écrire une comme 12h ou 7d",
    "{key}: {value} is longer than ten years: write a shorter one": (
        "{key}\u00a0: {value} dépasse dix ans\u00a0: écrire une durée plus courte"
    ),
    "{value} is longer than ten years: write a shorter one": "{value} dépasse dix ans\u00a0: écrire une durée plus courte",
    "{key}: {problem}: write one such as 10.0.0.0/8": "{key}\u00a0: {problem}\u00a0: écrire un réseau comme 10.0.0.0/8",
    "allow_private: {problem}: name networks, such as 10.0.0.0/8": (
        "allow_private\u00a0: {problem}\u00a0: nommer des réseaux, comme 10.0.0.0/8"
    ),
    "{key}: {pattern} is no text": "{key}\u00a0: {pattern} n'est pas un texte",
    "is no text": "n'est pas un texte",
    "is no regular expression of RE2: {why} (it has no look-around, no back-references, and \\z for \\Z)": (
        "n'est pas une expression régulière de RE2\u00a0: {why} (RE2 n'a ni assertion avant ou arrière, ni référence arrière, et "
        "écrit \\z pour \\Z)"
    ),
    "{key}: {pattern} is no regular expression of RE2: {why} (it has no look-around, no back-references, and \\z for \\Z)": (
        "{key}\u00a0: {pattern} n'est pas une expression régulière de RE2\u00a0: {why} (RE2 n'a ni assertion avant ou arrière, ni "
        "référence arrière, et écrit \\z pour \\Z)"
    ),
}

TEXTS = {
    "is not UTF-8; save the file as UTF-8": "n'est pas en UTF-8\u00a0; enregistrer le fichier en UTF-8",
    "{path} belongs to another user (uid {uid}) and is not used: change its owner, or trust its folder with '{command}'": (
        "{path} appartient à un autre utilisateur (uid {uid}) et n'est pas employé\u00a0: changer son propriétaire, ou se fier à "
        "son dossier avec «\u00a0{command}\u00a0»"
    ),
    "a merge left its marks: keep the lines of both sides, delete the marks": (
        "une fusion a laissé ses marques\u00a0: garder les lignes des deux côtés, supprimer les marques"
    ),
    "a merge left its marks: keep the decisions of both sides and delete the lines with the marks": (
        "une fusion a laissé ses marques\u00a0: garder les décisions des deux côtés et supprimer les lignes des marques"
    ),
    "is no baseline that can be read (it is not UTF-8)": "n'est pas un état de référence lisible (ce n'est pas de l'UTF-8)",
    "is no baseline that can be read (of another version of citecheck): make one with --update-baseline": (
        "est l'état de référence d'une autre version de citecheck\u00a0: en faire un avec --update-baseline"
    ),
    "is no baseline that can be read (not one): make one with --update-baseline": (
        "n'est pas un état de référence\u00a0: en faire un avec --update-baseline"
    ),
    "is no line of a baseline (rule, language, fingerprint): delete it, or make the file anew with --update-baseline": (
        "n'est pas une ligne d'un état de référence (règle, langue, empreinte)\u00a0: la supprimer, ou refaire le fichier avec "
        "--update-baseline"
    ),
    "'decision' must be written [[decision]], once for each": "«\u00a0decision\u00a0» doit s'écrire [[decision]], une fois pour chacune",
    "each decision must be one line: {shape}": "chaque décision doit tenir sur une ligne\u00a0: {shape}",
    "unknown key {key}: only decisions stand here": "clé inconnue {key}\u00a0: il n'y a ici que des décisions",
    "a decision must be written {{ … }}, with its notes": "une décision doit s'écrire {{ … }}, avec ses notes",
    "'kind' must be one of {known}": "«\u00a0kind\u00a0» doit être l'un de\u00a0: {known}",
    "'codes' must be a list of rules' codes": "«\u00a0codes\u00a0» doit être une liste de codes de règles",
    "'notes' must hold a list of keys for each language, such as {shape}": (
        "«\u00a0notes\u00a0» doit contenir une liste de clés par langue, comme {shape}"
    ),
    "'notes' names no note": "«\u00a0notes\u00a0» ne nomme aucune note",
    "has a document type declaration, which XLIFF needs none of: take it out": (
        "a une déclaration de type de document, dont XLIFF n'a pas besoin\u00a0: la retirer"
    ),
    "elements lie more than {count} deep in each other": "plus de {count} niveaux d'éléments sont imbriqués",
    "is no XLIFF: write one with --format xliff": "n'est pas du XLIFF\u00a0: en écrire avec --format xliff",
    "is XLIFF 1: save it as XLIFF 2": "est du XLIFF\u00a01\u00a0: l'enregistrer en XLIFF\u00a02",
    "is no XML ({error})": "n'est pas du XML ({error})",
    "cannot be decoded ({error}); save it as UTF-8": "ne peut être décodé ({error})\u00a0; l'enregistrer en UTF-8",
    "unknown state {state}: use one of {known}": "état inconnu {state}\u00a0: choisir parmi {known}",
}

SETTINGS: Mapping[str, str] = {**KEYS, **LINKS, **TEXTS}
