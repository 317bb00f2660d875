"""What libraries and the system say, in French: of command lines, files, TOML and JSON."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["LIBRARIES"]

COMMANDS = {
    "No such command {name}": "commande inconnue\u00a0: {name}",
    "No such command {name}. Did you mean {near}?": "commande inconnue\u00a0: {name}\u00a0; peut-être {near}\u00a0?",
    "No such option: {name}": "option inconnue\u00a0: {name}",
    "No such option: {name} Did you mean {near}?": "option inconnue\u00a0: {name}\u00a0; peut-être {near}\u00a0?",
    "No such option: {name} (Possible options: {near})": "option inconnue\u00a0: {name}\u00a0; options voisines\u00a0: {near}",
    "Missing argument {name}": "il manque l'argument {name}",
    "Missing argument {name}. Choose from: {known}": "il manque l'argument {name}, à choisir parmi {known}",
    "Missing option {name}": "il manque l'option {name}",
    "Missing command": "il manque une commande",
    "Option {name} requires an argument": "l'option {name} exige une valeur",
    "Option {name} requires {count} arguments": "l'option {name} exige {count} valeurs",
    "Option {name} does not take a value": "l'option {name} n'admet pas de valeur",
    "Got unexpected extra argument ({words})": "argument inattendu\u00a0: {words}",
    "Got unexpected extra arguments ({words})": "arguments inattendus\u00a0: {words}",
    "Invalid value for {name}: {problem}": "valeur inadmissible de {name}\u00a0: {problem}",
    "Invalid value: {problem}": "valeur inadmissible\u00a0: {problem}",
    "{value} is not one of {known}": "{value} n'est pas l'une des valeurs {known}",
    "{value} is not a valid integer": "{value} n'est pas un nombre entier",
    "{value} is not a valid int": "{value} n'est pas un nombre entier",
    "{value} is not a valid float": "{value} n'est pas un nombre",
    "{value} is not a valid boolean": "{value} n'est ni vrai ni faux",
    "{value} is not a valid float range": "{value} n'est pas un nombre",
    "{value} is not a valid integer range": "{value} n'est pas un nombre entier",
    "{value} is not in the range {range}": "{value} est hors des limites\u00a0: {range}",
}

SYSTEM = {
    "No such file or directory": "aucun fichier ni dossier de ce nom",
    "Permission denied": "accès refusé",
    "Operation not permitted": "opération interdite",
    "Is a directory": "c'est un dossier",
    "Not a directory": "ce n'est pas un dossier",
    "File exists": "le fichier existe",
    "File name too long": "nom de fichier trop long",
    "No space left on device": "plus de place sur le disque",
    "Read-only file system": "système de fichiers en lecture seule",
    "Too many levels of symbolic links": "trop de liens symboliques à la suite",
    "Input/output error": "erreur d'entrée-sortie",
    "Bad file descriptor": "flux fermé",
    "embedded null byte": "le nom contient un caractère NUL",
}

TOML = {
    "is not valid TOML: {why}": "n'est pas du TOML valable\u00a0: {why}",
    "cannot be read as TOML ({error})": "ne peut être lu comme du TOML ({error})",
    "nests more than {count} levels deep": "a plus de {count} niveaux imbriqués",
    "has a number or a key of {count} characters": "a un nombre ou une clé de {count} caractères",
    "invalid value": "valeur inadmissible",
    "invalid statement": "instruction inadmissible",
    "invalid hex value": "valeur hexadécimale inadmissible",
    "invalid date or datetime": "date ou heure inadmissible",
    "invalid initial character for a key part": "une clé ne peut commencer par ce caractère",
    "expected {what} after a key in a key/value pair": "{what} est attendu après une clé",
    "expected {what} at the end of a table declaration": "{what} est attendu à la fin d'un en-tête de table",
    "expected {what} at the end of an array declaration": "{what} est attendu à la fin d'un en-tête de tableau",
    "expected newline or end of document after a statement": (
        "une fin de ligne ou de fichier est attendue après une instruction"
    ),
    "expected {what}": "{what} est attendu",
    "unterminated string": "texte sans guillemet fermant",
    "unclosed array": "tableau non fermé",
    "unclosed inline table": "table en ligne non fermée",
    "unescaped {what} in a string": "{what} non protégé dans un texte",
    "cannot overwrite a value": "une valeur ne peut en remplacer une autre",
    "cannot declare {key} twice": "{key} ne peut être déclaré deux fois",
    "cannot redefine namespace {key}": "la table {key} ne peut être redéfinie",
    "cannot mutate immutable namespace {key}": "la table {key} ne peut être modifiée",
    "duplicate inline table key {key}": "clé {key} en double dans une table en ligne",
    "found invalid character {what}": "caractère inadmissible {what}",
    "illegal character {what}": "caractère inadmissible {what}",
}

JSON = {
    "Expecting value": "une valeur est attendue",
    "Expecting ',' delimiter": "une virgule est attendue",
    "Expecting ':' delimiter": "deux-points sont attendus",
    "Expecting property name enclosed in double quotes": "un nom entre guillemets droits est attendu",
    "Illegal trailing comma before end of object": "virgule de trop avant la fin d'un objet",
    "Illegal trailing comma before end of array": "virgule de trop avant la fin d'un tableau",
    "Unterminated string starting at": "texte sans guillemet fermant",
    "Invalid control character at": "caractère de contrôle inadmissible",
}

BIBTEX = {
    "Unexpectedly reached end of file": "fin de fichier inattendue",
    "the first entry with the key {key} counts": "la première entrée de clé {key} compte",
    "given twice: {fields}; the first counts": "donné deux fois\u00a0: {fields}\u00a0; le premier compte",
    "Unexpected block start: `{found}`. Was still looking for closing bracket": (
        "un bloc commence par {found} avant l'accolade qui ferme le précédent"
    ),
    "Unexpected block start: `{found}`. Was still looking for field-value closing {sign}": (
        "un bloc commence par {found} avant {sign}, qui ferme la valeur d'un champ"
    ),
    "Expected a `=` after entry key `{key}`, but found the end of the entry (`{found}`)": (
        "= est attendu après {key}, et non la fin de l'entrée ({found})"
    ),
    "Expected a `=` after entry key, but found `{found}`": "= est attendu après un nom de champ, et non {found}",
    "Expected either a `,` or `{sign}` after a closed entry field value, but found a {found} before": (
        "une virgule ou {sign} est attendu après la valeur d'un champ, et non {found}"
    ),
    "Expected comma after entry key, but found {found}": "une virgule est attendue après la clé, et non {found}",
    "Expected equals sign after field key, but found {found}": "= est attendu après un nom de champ, et non {found}",
}

YAML = {
    "{problem} (line {line})": "{problem} (ligne {line})",
    "did not find expected node content": "une valeur est attendue",
    "did not find expected key": "une clé est attendue",
    "did not find expected ',' or ']'": "une virgule ou ] est attendu",
    "did not find expected ',' or '}}'": "une virgule ou }} est attendu",
    "did not find expected '-' indicator": "un tiret est attendu",
    "mapping values are not allowed in this context": "une valeur ne peut se trouver ici",
    "found character that cannot start any token": "caractère inadmissible à cet endroit",
    "found unexpected end of stream": "fin de fichier inattendue",
    "could not find expected ':'": "deux-points sont attendus",
    "control characters are not allowed": "caractère de contrôle inadmissible",
}

NETWORKS = {
    "{value} does not appear to be an IPv4 or IPv6 network": "{value} n'est pas un réseau IPv4 ou IPv6",
    "missing ): {pattern}": "il manque ) dans {pattern}",
    "missing ]: {pattern}": "il manque ] dans {pattern}",
    "unexpected ): {pattern}": "il y a ) de trop dans {pattern}",
    "no argument for repetition operator: {what}": "{what} ne répète rien",
    "invalid perl operator: {what}": "opérateur inconnu\u00a0: {what}",
    "invalid escape sequence: {what}": "échappement inconnu\u00a0: {what}",
    "invalid character class range: {what}": "intervalle de caractères inadmissible\u00a0: {what}",
}

KINDS = {
    "Word document": "document Word",
    "OpenDocument text": "texte OpenDocument",
    "EPUB": "livre EPUB",
    "HTML page": "page HTML",
    "Jupyter notebook": "carnet Jupyter",
}

LIBRARIES: Mapping[str, str] = {**COMMANDS, **SYSTEM, **TOML, **JSON, **BIBTEX, **YAML, **NETWORKS, **KINDS}
