"""What the commands say on standard error, in French."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["TALK"]

TALK: Mapping[str, str] = {
    "{file}: accepted {notes}": "{file}\u00a0: accepté\u00a0: {notes}",
    "{file}: taken back {notes}": "{file}\u00a0: retiré\u00a0: {notes}",
    "{file}: its states decide nothing new": "{file}\u00a0: ses états ne décident rien de nouveau",
    "{file}: {count} of its units are of notes that were changed since: they decide nothing": (
        "{file}\u00a0: {count} de ses unités portent sur des notes modifiées depuis\u00a0: elles ne décident rien"
    ),
    "{file}: paired {notes}": "{file}\u00a0: mis en regard\u00a0: {notes}",
    "in Git, put the line '{file} merge=union' into .gitattributes: then what two people write merges": (
        "avec Git, mettre la ligne «\u00a0{file} merge=union\u00a0» dans .gitattributes\u00a0: ce que deux personnes écrivent "
        "fusionne alors"
    ),
    "wrote {files}": "écrit\u00a0: {files}",
    "wrote {file} with {comments}": "écrit\u00a0: {file}, avec {comments}",
    "no comments": "aucun commentaire",
    "1 comment": "1 commentaire",
    "{count} comments": "{count} commentaires",
    "1 finding": "1 constat",
    "{count} findings": "{count} constats",
    "{findings} in other files of the report: 'citecheck audit' tells them": (
        "{findings} dans d'autres fichiers du rapport\u00a0: «\u00a0citecheck audit\u00a0» les donne"
    ),
    "reading {files} (named in {config})": "lecture de {files} (selon {config})",
    "reading {first} and {second}": "lecture de {first} et de {second}",
    "interrupted": "interrompu",
    "no corrections": "aucune correction",
    "1 correction": "1 correction",
    "{count} corrections": "{count} corrections",
    "1 file": "1 fichier",
    "{count} files": "{count} fichiers",
    "1 link": "1 lien",
    "{count} links": "{count} liens",
    "1 source": "1 source",
    "{count} sources": "{count} sources",
    "no sources": "aucune source",
    "{made} in {files}; --write makes them": "{made} dans {files}\u00a0; --write les fait",
    "{made} in {files} made": "{made} dans {files}\u00a0: fait",
    "{count} more only with --unsafe, because a person should look at them: {where}": (
        "{count} de plus seulement avec --unsafe, parce qu'il faut les relire\u00a0: {where}"
    ),
    "1 more only with --unsafe, because a person should look at it: {where}": (
        "1 de plus seulement avec --unsafe, parce qu'il faut la relire\u00a0: {where}"
    ),
    "{what} overlapped with others, which went first: {where}": (
        "{what} en recouvrement avec d'autres, qui ont la priorité\u00a0: {where}"
    ),
    "{what} left out, because a new finding, or another encoding, would come of {them}: {where}": (
        "{what} à l'écart, parce qu'il en viendrait un nouveau constat ou un autre encodage\u00a0: {where}"
    ),
    "{what} left out, because the file's encoding lacks a character: {where}": (
        "{what} à l'écart, parce qu'un caractère manque à l'encodage du fichier\u00a0: {where}"
    ),
    "{what} left out, because the words are in a file that is not corrected: {where}": (
        "{what} à l'écart, parce que les mots sont dans un fichier qui n'est pas corrigé\u00a0: {where}"
    ),
    "{what} left out, because more than words would change (a mark, a link, emphasis): {where}": (
        "{what} à l'écart, parce qu'il faudrait changer plus que des mots (un appel, un lien, des italiques)\u00a0: {where}"
    ),
    "{what} left out, because a field prints the words, and will print them as before: mend their source there: {where}": (
        "{what} à l'écart, parce qu'un champ imprime ces mots et les réimprimera\u00a0: corriger ce dont il les tire\u00a0: {where}"
    ),
    "{what} left out, because the words stand in a tracked change: accept or reject that first: {where}": (
        "{what} à l'écart, parce que les mots sont dans une modification suivie\u00a0: l'accepter ou la rejeter d'abord\u00a0: {where}"
    ),
    "{what} left out, because the words stand twice in a drawing: {where}": (
        "{what} à l'écart, parce que les mots sont deux fois dans un dessin\u00a0: {where}"
    ),
    "{named} and {more} more": "{named} et {more} de plus",
    "{unknown} of {links} not known: 'citecheck links' asks for them and keeps the good": (
        "{links}, dont {unknown} encore à vérifier\u00a0: citecheck links interroge les adresses et garde les bonnes réponses"
    ),
    "the diff's paths are relative to {folder}: apply it there": (
        "les chemins du diff partent de {folder}\u00a0: c'est là qu'il faut l'appliquer"
    ),
    "the diff may hold a user name and a password, as addresses in the files do: it would not apply without them": (
        "le diff peut contenir un nom d'utilisateur et un mot de passe, comme les adresses des fichiers\u00a0: sans eux il ne "
        "s'appliquerait pas"
    ),
    "every {shell} that is started from now on completes citecheck's commands": (
        "tout {shell} lancé désormais complète les commandes de citecheck"
    ),
    "internal error: {what} ({where}). This is a defect of citecheck": (
        "erreur interne\u00a0: {what} ({where}). C'est un défaut de citecheck"
    ),
    "internal error: {what} ({where}). This is a defect of citecheck; run it again with --verbose for the details": (
        "erreur interne\u00a0: {what} ({where}). C'est un défaut de citecheck\u00a0; relancer avec --verbose pour les détails"
    ),
    "wrote {file}: {known} known ({new} of them new, {gone} gone)": (
        "écrit\u00a0: {file}, {known} constats connus ({new} de plus, {gone} en moins)"
    ),
    "{path} did not exist at {ref}: all that is found in it counts as new": (
        "{path} n'existait pas à {ref}\u00a0: tout ce qui s'y trouve compte comme nouveau"
    ),
    "wrote {file}: it names {documents}": "écrit\u00a0: {file}, qui nomme {documents}",
    "wrote {file}: name your documents in it": "écrit\u00a0: {file}\u00a0; y nommer les documents",
    "{file} does not count here any more: the nearest configuration does": (
        "{file} ne compte plus ici\u00a0: seule compte la configuration la plus proche"
    ),
    "a rule failed ({codes}): the others' findings are reported, but this is a defect of citecheck": (
        "une règle a échoué ({codes})\u00a0: les constats des autres sont donnés, mais c'est un défaut de citecheck"
    ),
    "a rule failed ({codes}): the others' findings are shown, but this is a defect of citecheck": (
        "une règle a échoué ({codes})\u00a0: les constats des autres sont donnés, mais c'est un défaut de citecheck"
    ),
    "a rule failed ({codes}): the others' corrections are made, but this is a defect of citecheck": (
        "une règle a échoué ({codes})\u00a0: les corrections des autres sont faites, mais c'est un défaut de citecheck"
    ),
    "{file}: {stale} of {all} decisions match nothing any more ('citecheck reconcile' lists them)": (
        "{file}\u00a0: {stale} décisions sur {all} ne correspondent plus à rien («\u00a0citecheck reconcile\u00a0» les énumère)"
    ),
    "interrupted: what was known by then is shown": "interrompu\u00a0: ce qui était alors connu est montré",
    "{lang}: {notes} notes, {markers} markers, {entries} entries": (
        "{lang}\u00a0: {notes} notes, {markers} appels, {entries} entrées"
    ),
    "no configuration file": "pas de fichier de configuration",
    "command line": "ligne de commande",
    "default": "par défaut",
    "the locale's": "celle du système",
    "the clock": "l'horloge",
    "(none)": "(aucun)",
    "{problem} (see '{help}')": "{problem} (voir «\u00a0{help}\u00a0»)",
    "{file} is a file, and no command: write 'citecheck audit {file}' (see '{help}')": (
        "{file} est un fichier, et non une commande\u00a0: écrire «\u00a0citecheck audit {file}\u00a0» (voir «\u00a0{help}\u00a0»)"
    ),
}
