"""The help of the commands that write into documents and compare copies of them, in French."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["COPIES"]

COPIES: Mapping[str, str] = {
    "The document to annotate.": "Le document à annoter.",
    "The text: a manuscript, an earlier draft.": "Le texte\u00a0: un manuscrit, un état antérieur.",
    "Its copy: a published file, a later draft.": "Sa copie\u00a0: un fichier publié, un état plus récent.",
    "Which language to compare, where a copy has several, as in fr.": (
        "Quelle langue comparer, là où une copie en a plusieurs, comme fr."
    ),
    "Compare two copies of one text in one language, in any formats: notes lost, added, moved, renumbered or "
    "reworded.\n\nMarkers that lead to another note and entries that differ are found too. What a converter does to a text is no "
    "difference. The\nexit status is 0 where nothing is as severe as --fail-on says, 1 where something is, 2 where the two are no "
    "copies of one\ntext or cannot be read, 3 where citecheck itself failed.": (
        "Comparer deux copies d'un texte dans une même langue, en tous formats\u00a0: notes perdues, ajoutées, déplacées, renumérotées ou "
        "récrites.\n\nLes appels qui mènent à une autre note et les entrées qui diffèrent se trouvent aussi. Ce que la conversion fait "
        "d'un texte n'est\npas une différence. Le code de retour est 0 si rien n'atteint la gravité de --fail-on, 1 si quelque chose "
        "l'atteint, 2 si les deux\nne sont pas des copies d'un même texte ou ne peuvent être lues, 3 si citecheck lui-même a échoué."
    ),
    "Where to write the annotated document.": "Où écrire le document annoté.",
    "Another file of the same report, which is read and not annotated. May be repeated.": (
        "Un autre fichier du même rapport, qui est lu sans être annoté. Peut être répétée."
    ),
    "Only take citecheck's comments out that nobody has answered or resolved.": (
        "Seulement retirer les commentaires de citecheck auxquels personne n'a répondu et que personne n'a résolus."
    ),
    "Write the findings into the document itself, as comments on the words that they are about.\n\nEarlier comments of "
    "citecheck are replaced, but for those that somebody has answered or resolved: what these are about counts\nas known. All "
    "other comments, tracked changes and notes stay as they are. The exit status is that of audit.": (
        "Écrire les constats dans le document lui-même, en commentaires sur les mots qu'ils concernent.\n\nLes commentaires "
        "antérieurs de citecheck sont remplacés, sauf ceux auxquels quelqu'un a répondu ou qu'il a résolus\u00a0: leur objet\nest "
        "tenu pour connu. Les autres commentaires, les modifications suivies et les notes restent tels quels. Le code de retour "
        "est celui d'audit."
    ),
}
