"""What is wrong with a command line, in French."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["OPTIONS"]

READ = {
    "--output is missing: name the file to write, as in --output {proposed}": (
        "--output manque\u00a0: nommer le fichier à écrire, comme --output {proposed}"
    ),
    "--output -: a document is no text for a terminal: name a file": (
        "--output -\u00a0: un document n'est pas un texte pour un terminal\u00a0: nommer un fichier"
    ),
    "--output {output}: the annotated document is of the same format: name a {suffix} file": (
        "--output {output}\u00a0: le document annoté garde son format\u00a0: nommer un fichier {suffix}"
    ),
    "{path} cannot be annotated: citecheck writes comments into {known} files": (
        "{path} ne peut pas être annoté\u00a0: citecheck écrit des commentaires dans les fichiers {known}"
    ),
    "nothing to read: name a file, list 'documents' in citecheck.toml": (
        "rien à lire\u00a0: nommer un fichier, ou énumérer les «\u00a0documents\u00a0» dans citecheck.toml"
    ),
    "nothing to read: name a file, list 'documents' in citecheck.toml, or run it in a folder with {first} and {second}": (
        "rien à lire\u00a0: nommer un fichier, énumérer les «\u00a0documents\u00a0» dans citecheck.toml, ou lancer la commande dans un dossier "
        "qui contient {first} et {second}"
    ),
    "{missing} is missing beside {there}: make both anew with 'citecheck extract PATH…', or name the files to read": (
        "{missing} manque à côté de {there}\u00a0: refaire les deux avec «\u00a0citecheck extract PATH…\u00a0», ou nommer les fichiers à lire"
    ),
    "{path}: no file can have such a name: check the path": "{path}\u00a0: aucun fichier ne peut avoir ce nom\u00a0: vérifier le chemin",
    "--lang {item}: write a language and a file, as in --lang {lang}={file}": (
        "--lang {item}\u00a0: écrire une langue et un fichier, comme --lang {lang}={file}"
    ),
    "--lang {item}: unknown language {lang}: use one of {known}": (
        "--lang {item}\u00a0: langue inconnue {lang}\u00a0: choisir parmi {known}"
    ),
    "standard input (-) can be read only once: name files for the others": (
        "l'entrée standard (-) ne peut être lue qu'une fois\u00a0: nommer des fichiers pour les autres"
    ),
    "{option} {item}: there is no version in {lang}: use one of {known}": (
        "{option} {item}\u00a0: il n'y a pas de version en {lang}\u00a0: choisir parmi {known}"
    ),
    "{option} {item}: there is no note {number} in {lang}": "{option} {item}\u00a0: il n'y a pas de note {number} en {lang}",
    "{option} {item}: several notes of {lang} have that number: use one of {known}": (
        "{option} {item}\u00a0: plusieurs notes de {lang} ont ce numéro\u00a0: choisir parmi {known}"
    ),
    "{option} {item}: write a language and a note, as in {example}": (
        "{option} {item}\u00a0: écrire une langue et une note, comme {example}"
    ),
    "--pair {item}: write notes of both languages, as in {example}": (
        "--pair {item}\u00a0: écrire des notes des deux langues, comme {example}"
    ),
    "--pair {item}: both sides are in {lang}: write notes of both languages": (
        "--pair {item}\u00a0: les deux côtés sont en {lang}\u00a0: écrire des notes des deux langues"
    ),
    "--accept {item}: nothing differs there, so there is nothing to accept": (
        "--accept {item}\u00a0: rien n'y diffère, il n'y a donc rien à accepter"
    ),
    "{count} languages were read ({langs}): name the files of two of them": (
        "{count} langues ont été lues ({langs})\u00a0: nommer les fichiers de deux d'entre elles"
    ),
    "{file}: its languages are {there}, those of the report {here}: name the file of this report": (
        "{file}\u00a0: ses langues sont {there}, celles du rapport {here}\u00a0: nommer le fichier de ce rapport"
    ),
    "{file}: {note} is {state}, and nothing says why it may differ: write a note to it in the file, or say --reason TEXT for "
    "all": (
        "{file}\u00a0: {note} est à l'état {state}, et rien ne dit pourquoi elle peut différer\u00a0: ajouter une remarque dans le fichier, "
        "ou donner --reason TEXT pour toutes"
    ),
    "show forms: the forms are the same for every report: leave out the files and their options": (
        "show forms\u00a0: les formes sont les mêmes pour tout rapport\u00a0: omettre les fichiers et leurs options"
    ),
    "show layout: files of text have no layout: name a document such as report.docx": (
        "show layout\u00a0: les fichiers de texte n'ont pas de mise en page\u00a0: nommer un document comme rapport.docx"
    ),
}

WRITTEN = {
    "{option}: unknown format {format}: {hint}": "{option}\u00a0: format inconnu {format}\u00a0: {hint}",
    "{option}: unknown format {format}: {hint} (for a file of that name, write {name})": (
        "{option}\u00a0: format inconnu {format}\u00a0: {hint} (pour un fichier de ce nom, écrire {name})"
    ),
    "--output: standard output (-) can take only one format: name files for the others": (
        "--output\u00a0: la sortie standard (-) ne peut recevoir qu'un format\u00a0: nommer des fichiers pour les autres"
    ),
    "--output {path}: this file is named twice: name another one": (
        "--output {path}\u00a0: ce fichier est nommé deux fois\u00a0: en nommer un autre"
    ),
    "--output {item}: name a file, or - for standard output": (
        "--output {item}\u00a0: nommer un fichier, ou - pour la sortie standard"
    ),
    "--output {file}: nothing that is written here ends in {ending}: end the name in {known}, or say {option}": (
        "--output {file}\u00a0: aucun format écrit ici n'a l'extension {ending}\u00a0: en choisir une parmi {known}, ou dire {option}"
    ),
    "--output {file}: the name has no ending: end the name in {known}, or say {option}": (
        "--output {file}\u00a0: ce nom n'a pas d'extension\u00a0: en choisir une parmi {known}, ou dire {option}"
    ),
    "what to write is not said: use --to with one of {known}, or {ends}": "rien ne dit quoi écrire\u00a0: employer --to avec l'une des valeurs {known}, ou {ends}",
    "{option} {path}: this is no name of a file": "{option} {path}\u00a0: ce n'est pas un nom de fichier",
    "{option} {path}: this file is read, and would be lost: name another one": (
        "{option} {path}\u00a0: ce fichier est lu, et serait perdu\u00a0: en nommer un autre"
    ),
    "{option} {path}: this file is read, as {other}, and would be lost: name another one": (
        "{option} {path}\u00a0: ce fichier est lu, sous {other}, et serait perdu\u00a0: en nommer un autre"
    ),
    "--text is a page: add --format html, or end the name of --output in .html": (
        "--text est une page\u00a0: ajouter --format html, ou finir le nom de --output par .html"
    ),
    "--text shows both texts whole: leave --renumber, --only, --note and --section out": (
        "--text montre les deux textes en entier\u00a0: omettre --renumber, --only, --note et --section"
    ),
    "--format xlsx writes a workbook, no text: say where with --output FILE.xlsx": (
        "--format xlsx écrit un classeur, non un texte\u00a0: dire où avec --output FILE.xlsx"
    ),
    "--renumber cannot be written as {format}: use text, json or csv": (
        "--renumber ne peut s'écrire en {format}\u00a0: employer text, json ou csv"
    ),
    "--renumber is about all notes: leave --only, --note and --section out": (
        "--renumber porte sur toutes les notes\u00a0: omettre --only, --note et --section"
    ),
    "--section {section}: there is no note in it: use one of {known}": (
        "--section {section}\u00a0: elle ne contient aucune note\u00a0: choisir parmi {known}"
    ),
    "--decisions goes without --accept and --pair: give one after the other": (
        "--decisions va sans --accept ni --pair\u00a0: les donner l'un après l'autre"
    ),
    "--accept needs a reason, for whoever reads the decision later: add --reason TEXT": (
        "--accept exige un motif, pour qui lira la décision plus tard\u00a0: ajouter --reason TEXT"
    ),
    "--reason goes with --accept, --pair or --decisions": "--reason va avec --accept, --pair ou --decisions",
    "{path} holds what was extracted from a report and cannot be corrected: name the report's files": (
        "{path} contient ce qui a été extrait d'un rapport et ne peut être corrigé\u00a0: nommer les fichiers du rapport"
    ),
    "{path} is data and cannot be corrected: name the report's own files": (
        "{path} contient des données et ne peut être corrigé\u00a0: nommer les fichiers du rapport lui-même"
    ),
    "{path} is of a format that citecheck does not write: 'citecheck audit' says what to mend": (
        "{path} est d'un format que citecheck n'écrit pas\u00a0: «\u00a0citecheck audit\u00a0» dit ce qu'il faut corriger"
    ),
    "--write changes the files and --output takes the diff: choose one": (
        "--write modifie les fichiers et --output reçoit le diff\u00a0: choisir l'un ou l'autre"
    ),
    "--write cannot change standard input (-): name a file, or leave --write out for the diff": (
        "--write ne peut modifier l'entrée standard (-)\u00a0: nommer un fichier, ou omettre --write pour obtenir le diff"
    ),
    "--links takes what is known from earlier runs, --links-from what a file says: choose one": (
        "--links emploie ce que l'on sait de vérifications précédentes, --links-from ce que dit un fichier\u00a0: choisir l'un ou "
        "l'autre"
    ),
}

KNOWN = {
    "--since {ref}: {problem}; all findings count as new": (
        "--since {ref}\u00a0: {problem}\u00a0; tous les constats comptent comme nouveaux"
    ),
    "the state at {ref} cannot be audited ({problem}); all findings count as new": (
        "l'état à {ref} ne peut être vérifié ({problem})\u00a0; tous les constats comptent comme nouveaux"
    ),
    "the summary of the job is not written: {problem}": "le résumé de la tâche n'est pas écrit\u00a0: {problem}",
    "--since and --baseline are two ways to say what is known: use one of them": (
        "--since et --baseline sont deux façons de dire ce qui est connu\u00a0: n'en employer qu'une"
    ),
    "--update-baseline needs a file: name it with --baseline FILE": (
        "--update-baseline exige un fichier\u00a0: le nommer avec --baseline FILE"
    ),
    "--since: standard input (-) has no earlier state; name files": (
        "--since\u00a0: l'entrée standard (-) n'a pas d'état antérieur\u00a0; nommer des fichiers"
    ),
    "--since {ref}: the repository has no such commit, branch or tag ('git log' lists commits)": (
        "--since {ref}\u00a0: le dépôt n'a ni commit, ni branche, ni étiquette de ce nom («\u00a0git log\u00a0» énumère les commits)"
    ),
    "--today {day}: write a day, as in --today 2026-11-24": "--today {day}\u00a0: écrire un jour, comme --today 2026-11-24",
    "SOURCE_DATE_EPOCH is {value}: it must be a number of seconds since 1970": (
        "SOURCE_DATE_EPOCH vaut {value}\u00a0: ce doit être un nombre de secondes depuis 1970"
    ),
    "--exclude: {pattern} {problem}": "--exclude\u00a0: {pattern} {problem}",
    "--cache-ttl: {problem}": "--cache-ttl\u00a0: {problem}",
    "--{option} nan: write a number of seconds": "--{option} nan\u00a0: écrire un nombre de secondes",
    "your shell is {shell}: name one of {known}, as in --install-completion bash": (
        "votre shell est {shell}\u00a0: nommer l'un de {known}, comme --install-completion bash"
    ),
    "it is not known which shell is yours: name one of {known}, as in --install-completion bash": (
        "on ne sait quel est votre shell\u00a0: nommer l'un de {known}, comme --install-completion bash"
    ),
}

OPTIONS: Mapping[str, str] = {**READ, **WRITTEN, **KNOWN}
