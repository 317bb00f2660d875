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
        "avec Git, mettre la ligne « {file} merge=union » dans .gitattributes\u00a0: ce que deux personnes écrivent "
        "fusionne alors"
    ),
    "wrote {files}": "écrit\u00a0: {files}",
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
    "{what} left out, because the file's encoding lacks a character or the file is no text: {where}": (
        "{what} à l'écart, parce qu'un caractère manque à l'encodage du fichier ou que ce n'est pas un texte\u00a0: "
        "{where}"
    ),
    "{named} and {more} more": "{named} et {more} de plus",
    "{unknown} of {links} not known: 'citecheck links' asks for them and keeps the good": (
        "{unknown} sur {links} inconnus\u00a0: citecheck links les interroge et garde les bons"
    ),
    "the diff's paths are relative to {folder}: apply it there": (
        "les chemins du diff partent de {folder}\u00a0: c'est là qu'il faut l'appliquer"
    ),
    "the diff may hold a user name and a password, as addresses in the files do: it would not apply without them": (
        "le diff peut contenir un nom d'utilisateur et un mot de passe, comme les adresses des fichiers\u00a0: sans eux il ne "
        "s'appliquerait pas"
    ),
}
