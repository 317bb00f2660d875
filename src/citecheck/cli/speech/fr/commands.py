"""The help of the commands, and what they show, in French."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["COMMANDS"]

FRAME = {
    "Usage: ": "Utilisation\u00a0: ",
    "\nOptions:\n": "\nOptions\u00a0:\n",
    "\nArguments:\n": "\nArguments\u00a0:\n",
    "\nCommands:\n": "\nCommandes\u00a0:\n",
    "Show this message and exit.": "Afficher cette aide et s'arrêter.",
    "[default:": "[par défaut\u00a0:",
    "[required]": "[obligatoire]",
}

HELP = {
    "Checks a report's citations: footnotes, bibliography, and the versions in two languages.": (
        "Vérifie les citations d'un rapport\u00a0: les notes, la bibliographie et les versions en deux langues."
    ),
    "Show the version and exit.": "Afficher la version et s'arrêter.",
    "Have this shell complete citecheck's commands; without a name, the one you log in with.": (
        "Faire compléter les commandes de citecheck par ce shell\u00a0; sans nom, par votre shell de connexion."
    ),
    "Show what this shell needs to complete citecheck's commands.": (
        "Afficher ce qu'il faut à ce shell pour compléter les commandes de citecheck."
    ),
    "Check a report's footnotes, bibliography and citations.\n\nAll PATHs together are one report, in one or several "
    "languages. The exit status is 0 where nothing is as severe as\n--fail-on says, 1 where something is, 2 where the "
    "command or an input is wrong, 3 where citecheck itself failed.": (
        "Vérifier les notes, la bibliographie et les citations d'un rapport.\n\nTous les PATH forment ensemble un seul "
        "rapport, en une ou plusieurs langues. Le code de retour est 0 si rien n'atteint la gravité de\n--fail-on, 1 si "
        "quelque chose l'atteint, 2 si la commande ou une entrée est fautive, 3 si citecheck lui-même a échoué."
    ),
    "The files of one report, in reading order; - is standard input. Without any: the documents of the configuration, "
    "else data/footnotes.json and data/bibliography.json.": (
        "Les fichiers d'un rapport, dans l'ordre de lecture\u00a0; - est l'entrée standard. Sans fichier\u00a0: les documents "
        "de la configuration, sinon data/footnotes.json et data/bibliography.json."
    ),
    "The files of one report, in reading order; - is standard input. Without any: the documents of the configuration.": (
        "Les fichiers d'un rapport, dans l'ordre de lecture\u00a0; - est l'entrée standard. Sans fichier\u00a0: les documents "
        "de la configuration."
    ),
    "A file whose language is said, as in fr=report.fr.md. May be repeated; tags tell two versions in one language apart: "
    "en-GB=…, en-x-draft=….": (
        "Un fichier dont la langue est indiquée, comme fr=rapport.fr.md. Peut être répété\u00a0; des sous-étiquettes "
        "distinguent deux versions dans une même langue\u00a0: en-GB=…, en-x-draft=…."
    ),
    "A reference manager's database, with which the printed bibliography is compared; give it again for another.": (
        "La base d'un gestionnaire de références, à laquelle la bibliographie imprimée est comparée\u00a0; à répéter pour une autre."
    ),
    "The bibliography, where it is a file of its own; give it again for another.": (
        "La bibliographie, si elle forme un fichier à part\u00a0; à répéter pour un autre fichier."
    ),
    "What to write.  [default: what the name of --output ends in, else text]": (
        "Le format à écrire.  [par défaut\u00a0: selon l'extension de --output, sinon text]"
    ),
    "What to write; xlsx needs --output.  [default: what the name of --output ends in, else text]": (
        "Le format à écrire\u00a0; xlsx exige --output.  [par défaut\u00a0: selon l'extension de --output, sinon text]"
    ),
    "What to write.": "Le format à écrire.",
    "Write to FILE instead of standard output (-), in FORMAT, or the format of --format, or what the name ends in. May be "
    "repeated.": (
        "Écrire dans FILE plutôt que sur la sortie standard (-), au format FORMAT, à celui de --format ou selon "
        "l'extension du nom. Peut être répété."
    ),
    "Only these rules: codes, the beginnings of codes, or names, with commas. May be repeated.": (
        "Seulement ces règles\u00a0: codes, débuts de codes ou noms, séparés par des virgules. Peut être répété."
    ),
    "Only these rules: codes, the beginnings of codes, or names.": (
        "Seulement ces règles\u00a0: codes, débuts de codes ou noms."
    ),
    "Leave these out, also of those selected. May be repeated.": (
        "Laisser de côté ces règles, même parmi celles choisies. Peut être répété."
    ),
    "Exit with status 1 where a finding is at least this severe.  [default: error]": (
        "Finir avec le code 1 si un constat a au moins cette gravité.  [par défaut\u00a0: error]"
    ),
    "Exit with status 1 where a difference is at least this severe.  [default: error]": (
        "Finir avec le code 1 si une différence a au moins cette gravité.  [par défaut\u00a0: error]"
    ),
    "Compare with the files as they were at REF (Git): what is new since then counts.": (
        "Comparer avec les fichiers tels qu'ils étaient à REF (Git)\u00a0: seul compte ce qui est nouveau depuis."
    ),
    "Findings that FILE lists are known and do not fail the gate.": (
        "Les constats que FILE énumère sont connus et ne font pas échouer l'audit."
    ),
    "Write all findings that are not waived to the baseline.": (
        "Écrire dans l'état de référence tous les constats que n'admet aucune dérogation."
    ),
    "Waive nothing, whatever comments, configuration and decisions say.": (
        "N'appliquer aucune dérogation, quoi que disent les commentaires, la configuration et les décisions."
    ),
    "The day by which waivers expire.  [default: SOURCE_DATE_EPOCH, else now]": (
        "Le jour pour lequel on juge si une dérogation est échue.  [par défaut\u00a0: SOURCE_DATE_EPOCH, sinon aujourd'hui]"
    ),
    "The language of messages.  [default: the locale's for text and HTML, English for the others]": (
        "La langue des messages.  [par défaut\u00a0: celle du système pour le texte et HTML, l'anglais pour le reste]"
    ),
    "The language of messages.  [default: the locale's for text, English for JSON]": (
        "La langue des messages.  [par défaut\u00a0: celle du système pour le texte, l'anglais pour JSON]"
    ),
    "The language of messages.  [default: the locale's]": "La langue des messages.  [par défaut\u00a0: celle du système]",
    "When to use colours.": "Quand employer des couleurs.",
    "Also ask the network for every URL ('citecheck links' has more options).": (
        "Interroger aussi le réseau pour chaque adresse (citecheck links a d'autres options)."
    ),
    "In which order text tells problems: the worst first, or as in the document.": (
        "L'ordre des problèmes dans le texte\u00a0: les plus graves d'abord, ou comme dans le document."
    ),
    "On a terminal, show text that is longer than the screen with PAGER (less, where that is not set).": (
        "Dans un terminal, montrer avec PAGER (à défaut, less) le texte plus long que l'écran."
    ),
    "Guarantee that the network is not used, whatever else is said.": (
        "Garantir que le réseau n'est pas utilisé, quoi qu'il soit dit par ailleurs."
    ),
    "Guarantee that the network is not used. This command never uses it.": (
        "Garantir que le réseau n'est pas utilisé. Cette commande ne l'utilise jamais."
    ),
    "Say nothing on standard error but errors.": "Ne rien dire sur l'erreur standard, sauf les erreurs.",
    "Say more, also about a failure of citecheck itself.": "En dire plus, aussi sur un échec de citecheck lui-même.",
    "Show the safe corrections as a diff, or make them with --write.\n\nAll PATHs together are one report. The diff suits "
    '"git apply" and "patch -p1". The exit status is 0 unless --check\nsays otherwise, 2 where the command or an input is '
    "wrong, 3 where citecheck itself failed.": (
        "Montrer les corrections sûres comme un diff, ou les faire avec --write.\n\nTous les PATH forment ensemble un seul "
        "rapport. Le diff convient à «\u00a0git apply\u00a0» et à «\u00a0patch -p1\u00a0». Le code de retour est 0, sauf avec "
        "--check, 2 si la commande ou une entrée est fautive, 3 si citecheck lui-même a échoué."
    ),
    "Make the corrections in the files.": "Faire les corrections dans les fichiers.",
    "Exit with status 1 where there is a correction.": "Finir avec le code 1 s'il y a une correction.",
    "Make those too that a person should look at: they may change what is said.": (
        "Faire aussi celles qu'il faudrait relire\u00a0: elles peuvent changer ce qui est dit."
    ),
    "Also use the new addresses of pages that 'citecheck links' found moved. Uses no network.": (
        "Utiliser aussi les nouvelles adresses des pages que citecheck links a trouvées déplacées. Sans réseau."
    ),
    "Use what 'citecheck links --format json' wrote to FILE instead, archived copies too (with --unsafe).": (
        "Utiliser à la place ce que citecheck links --format json a écrit dans FILE, copies archivées comprises (avec "
        "--unsafe)."
    ),
    "Write to FILE instead of standard output.": "Écrire dans FILE plutôt que sur la sortie standard.",
    "Write footnotes.json and bibliography.json: what a report's notes and bibliography say, without its prose.": (
        "Écrire footnotes.json et bibliography.json\u00a0: ce que disent les notes et la bibliographie, sans le texte."
    ),
    "Where to write the two files.": "Où écrire les deux fichiers.",
    "Lay the notes of two languages side by side, and show where they differ.\n\nAll PATHs together are one report in two "
    "languages. With --accept, --pair or --decisions it writes down decisions,\nin citecheck.decisions.toml, and shows nothing. "
    "The exit status is 0 where no difference is as severe as --fail-on\nsays, 1 where one is, 2 where the command or an input is "
    "wrong or there are no two languages, 3 where citecheck\nitself failed.": (
        "Mettre côte à côte les notes de deux langues, et montrer où elles diffèrent.\n\nTous les PATH forment ensemble un "
        "seul rapport en deux langues. Avec --accept, --pair ou --decisions, des décisions sont notées dans citecheck.decisions.toml, et "
        "rien n'est montré. Le code de retour est 0 si aucune différence n'atteint la gravité de --fail-on, 1 si l'une "
        "d'elles l'atteint, 2 si la commande ou une entrée est fautive ou s'il n'y a pas deux langues, 3 si citecheck lui-même a "
        "échoué."
    ),
    "Only the groups that differ, lack a counterpart or are merged.": (
        "Seulement les groupes qui diffèrent, qui n'ont pas d'équivalent ou qui sont fusionnés."
    ),
    "What differs first, what is paired least surely first, or as in the document.  [default: verdict in text, else "
    "document]": (
        "D'abord ce qui diffère, d'abord ce qui est apparié avec le moins de certitude, ou comme dans le document.  [par "
        "défaut\u00a0: verdict en texte, sinon document]"
    ),
    "In text, show the groups too that are the same, instead of counting them.": (
        "En texte, montrer aussi les groupes identiques au lieu de les compter."
    ),
    "With --format html: both texts side by side, paragraph by paragraph, with their notes in place.": (
        "Avec --format html\u00a0: les deux textes côte à côte, paragraphe par paragraphe, avec leurs notes."
    ),
    "One note with its passage and its counterpart, as in fr:39.": (
        "Une note avec son passage et son équivalent, comme fr:39."
    ),
    "Only this section and those below it, as in 2.2.": "Seulement cette section et ses subdivisions, comme 2.2.",
    "Accept the differences of this note, as in fr:31; needs --reason. May be repeated.": (
        "Accepter les différences de cette note, comme fr:31\u00a0; exige --reason. Peut être répété."
    ),
    "Say that these notes and no others stand against each other: fr:62=en:49, fr:61,62=en:49, or fr:62=none. May be "
    "repeated.": (
        "Dire que ces notes, et aucune autre, se répondent\u00a0: fr:62=en:49, fr:61,62=en:49 ou fr:62=none. Peut être répété."
    ),
    "Take the states of an XLIFF file of --format xliff as decisions: what differs and is reviewed or final is accepted, for "
    "the reason noted to it or given by --reason; what was accepted and is neither any more is taken back.": (
        "Prendre pour décisions les états d'un fichier XLIFF de --format xliff\u00a0: ce qui diffère et est reviewed ou final "
        "est accepté, pour le motif noté dans l'unité ou donné par --reason\u00a0; ce qui était accepté et ne l'est plus "
        "est retiré."
    ),
    "Why it is decided so.": "Pourquoi il en est décidé ainsi.",
    "Propose a numbering for this version that follows the other's.": (
        "Proposer pour cette version une numérotation qui suit celle de l'autre."
    ),
    "The date of a decision.  [default: SOURCE_DATE_EPOCH, else now]": (
        "La date d'une décision.  [par défaut\u00a0: SOURCE_DATE_EPOCH, sinon aujourd'hui]"
    ),
    "Ask for every URL of a report, and say which are gone, moved, behind a wall or not to be reached.\n\nOnly what was seen "
    "to be gone twice is called dead. The exit status is 0 where no finding is as severe as --fail-on\nsays, 1 where one is, "
    "2 where the command or an input is wrong or there is no network, 3 where citecheck itself\nfailed, 130 and 143 where it "
    "was interrupted: what was known by then is shown and kept.": (
        "Interroger chaque adresse d'un rapport, et dire lesquelles ont disparu, ont été déplacées, sont protégées ou ne "
        "répondent pas.\n\nUne adresse n'est dite morte que si elle l'a été deux fois. Le code de retour est 0 si aucun constat "
        "n'atteint la gravité de --fail-on, 1 si l'un d'eux l'atteint, 2 si la commande ou une entrée est fautive ou s'il n'y a pas de "
        "réseau, 3 si citecheck lui-même a échoué, 130 et 143 s'il a été interrompu\u00a0: ce qui était connu est montré et "
        "gardé."
    ),
    "Leave out URLs that match this regular expression. May be repeated.": (
        "Laisser de côté les adresses auxquelles correspond cette expression régulière. Peut être répété."
    ),
    "Look for an archived copy of what is gone, nearest to when it was read.": (
        "Chercher une copie archivée de ce qui a disparu, la plus proche de la date de consultation."
    ),
    "Ask the Wayback Machine to keep each living page that it lacks, four a minute.": (
        "Demander à la Wayback Machine de garder chaque page vivante qui lui manque, quatre par minute."
    ),
    "Tell archives also of addresses whose query looks like a secret.": (
        "Informer les archives aussi des adresses dont la requête semble contenir un secret."
    ),
    "Requests at once over all hosts.  [default: 32]": (
        "Requêtes simultanées, tous hôtes réunis.  [par défaut\u00a0: 32]"
    ),
    "Requests at once to one host.  [default: 4]": "Requêtes simultanées à un hôte.  [par défaut\u00a0: 4]",
    "Seconds between two requests to one host.  [default: 0.1]": (
        "Secondes entre deux requêtes à un hôte.  [par défaut\u00a0: 0.1]"
    ),
    "Seconds that one request may take.  [default: 10]": "Secondes accordées à une requête.  [par défaut\u00a0: 10]",
    "Further tries for what can pass.  [default: 2]": (
        "Nouveaux essais pour ce qui peut être passager.  [par défaut\u00a0: 2]"
    ),
    "Redirects that are followed.  [default: 10]": "Redirections suivies.  [par défaut\u00a0: 10]",
    "Try once more with a browser's headers where a site turns citecheck away.": (
        "Réessayer avec les en-têtes d'un navigateur quand un site refuse citecheck."
    ),
    "Also ask private and local addresses, as on an intranet. Never those of a cloud's metadata.": (
        "Interroger aussi les adresses privées et locales, comme sur un intranet. Jamais celles des métadonnées d'un nuage."
    ),
    "Neither read nor keep verdicts of other runs.": "Ne lire ni garder aucun verdict d'autres exécutions.",
    "Ask anew for what the cache knows, and keep the new verdicts.": (
        "Redemander ce que le cache connaît, et garder les nouveaux verdicts."
    ),
    "How long a good verdict counts, such as 12h or 7d.  [default: 7d]": (
        "Combien de temps vaut un bon verdict, par exemple 12h ou 7d.  [par défaut\u00a0: 7d]"
    ),
    "Use no network: answer from the cache, and skip the rest.": (
        "Ne pas utiliser le réseau\u00a0: répondre d'après le cache, et passer le reste."
    ),
    "Write the bibliography for Zotero, LaTeX, pandoc, Typst and their like: as BibTeX, CSL-JSON, RIS and others.\n\nEach source has a key by its author "
    "and year, as doe2020; a second one of that year has doe2020a. Where several\nversions are written, the keys of all but "
    "the first end in the language, as in doe2020-en.": (
        "Écrire la bibliographie pour Zotero, LaTeX, pandoc, Typst et d'autres\u00a0: en BibTeX, CSL-JSON, RIS et autres.\n\nChaque source a une clé "
        "faite de son auteur et de son année, comme doe2020\u00a0; une deuxième de cette année a doe2020a. Quand plusieurs "
        "versions sont écrites, les clés de toutes sauf la première finissent par la langue, comme doe2020-en."
    ),
    "The format.  [default: what the name of --output ends in]": (
        "Le format.  [par défaut\u00a0: selon l'extension de --output]"
    ),
    "Only the bibliography of this version, as in fr; or a file whose language is said, as in fr=report.fr.md. May be "
    "repeated.": (
        "Seulement la bibliographie de cette version, comme fr\u00a0; ou un fichier dont la langue est indiquée, comme "
        "fr=rapport.fr.md. Peut être répété."
    ),
    "Also the sources that only notes give in full, behind the others.": (
        "Aussi les sources que seules des notes donnent en entier, après les autres."
    ),
    "Show what citecheck makes of a report: how it reads the notes, and what their citations resolve to.": (
        "Montrer ce que citecheck comprend d'un rapport\u00a0: comment il lit les notes, et à quoi mènent leurs citations."
    ),
    "document: what was read; citations: what the notes cite and what that is; numbering: which marker calls which note; "
    "reading: how well each version was read, which rules of absence ask; forms: the ways of citing and of writing notes "
    "that are recognised, whatever the report; layout: the blocks, notes and numbers of a document such as report.docx, "
    "before they are parsed.": (
        "document\u00a0: ce qui a été lu\u00a0; citations\u00a0: ce que les notes citent et ce que c'est\u00a0; numbering\u00a0: quel "
        "appel mène à quelle note\u00a0; reading\u00a0: comment chaque version a été lue, ce que demandent les règles "
        "d'absence\u00a0; forms\u00a0: les façons de citer et d'écrire des notes qui sont reconnues, quel que soit le rapport\u00a0; "
        "layout\u00a0: les blocs, les notes et les numéros d'un document tel que rapport.docx, avant leur analyse."
    ),
    "Take the tracked changes of Word documents as accepted or as rejected.": (
        "Tenir les modifications suivies des documents Word pour acceptées (accept) ou pour refusées (reject)."
    ),
    "Only this note, as in fr:39.": "Seulement cette note, comme fr:39.",
    "List the rules: code, severity, name and what each finds.": (
        "Énumérer les règles\u00a0: code, gravité, nom et ce que chacune trouve."
    ),
    "Explain one rule: what it checks, why it matters, and what to do about it, with examples.\n\nOn a terminal the page is "
    "laid out, and shown with PAGER (less, where that is not set) if it is longer than the\nscreen. Elsewhere it is Markdown, "
    "unless --color=always asks for the layout.": (
        "Expliquer une règle\u00a0: ce qu'elle vérifie, pourquoi cela compte et que faire, avec des exemples.\n\nDans un terminal "
        "la page est mise en forme, et montrée avec PAGER (sinon less) si elle dépasse l'écran. Ailleurs c'est du Markdown, "
        "sauf avec --color=always."
    ),
    "A rule's code or name.": "Le code ou le nom d'une règle.",
    "Show the settings that an audit with the same options would have, and where each comes from.": (
        "Montrer les réglages qu'aurait un audit avec les mêmes options, et d'où vient chacun."
    ),
    "As for audit.": "Comme pour audit.",
    "Write the JSON Schema of citecheck.toml instead, for editors.": (
        "Écrire à la place le schéma JSON de citecheck.toml, pour les éditeurs."
    ),
    "Write a commented citecheck.toml, with the documents that are found here. Nothing is ever overwritten.": (
        "Écrire un citecheck.toml commenté, avec les documents trouvés ici. Rien n'est jamais écrasé."
    ),
}

SHOWN = {
    "heading": "titre",
    "note": "note",
    "entry": "entrée",
    "bracket": "parenthèse",
    "conversion": "conversion",
    "rate": "taux",
    "unreadable": "illisible",
    "missing": "manque",
    "marker": "appel",
    "amount": "montant",
    "figure": "chiffre",
    "date": "date",
    "url": "adresse",
    "name": "nom",
    "markers": "appels",
    "amounts": "montants",
    "figures": "chiffres",
    "dates": "dates",
    "urls": "adresses",
    "names": "noms",
    "text": "texte",
    "fault": "faute",
    "{counts} (--verbose lists them)": "{counts} (--verbose les énumère)",
    ", one of {works}": ", un de {works}",
    ", from note {note}": ", d'après la note {note}",
    ", pages {pages}": ", pages {pages}",
    ", form {form}": ", forme {form}",
    "{markers} markers, {notes} notes": "{markers} appels, {notes} notes",
    "unclear: {why}": "incertain\u00a0: {why}",
    "called at {places}": "appelée en {places}",
    "no place": "aucun endroit",
    "has no note": "n'a pas de note",
    " (also {places})": " (aussi {places})",
    "notes      {all}: {called} called, {citing} citing, {commentary} commentary, {unread} unread": (
        "notes      {all}\u00a0: appelées {called}, avec sources {citing}, commentaires {commentary}, non lues {unread}"
    ),
    "citations  {kind}: {good} of {all} resolved": "citations  {kind}\u00a0: résolues {good} sur {all}",
    "entries    {all}: author {authored}, date {dated}, title {titled}, all three {complete}": (
        "entrées    {all}\u00a0: auteur {authored}, date {dated}, titre {titled}, les trois {complete}"
    ),
    "cites by   {scheme}": "cite par   {scheme}",
    "part of    {what}": "partie de  {what}",
    "nothing longer": "rien de plus long",
}

KINDS = {
    "“{text}”": "«\u00a0{text}\u00a0»",
    "short": "abrégée",
    "title": "titre",
    "full": "complète",
    "ibid": "ibid.",
    "op-cit": "op. cit.",
    "number": "numéro",
    "key": "clé",
    "link": "lien",
    "law": "droit",
    "misspelt": "nom écrit autrement",
    "retitled": "titre formulé autrement",
    "year": "autre année",
    "ambiguous": "ambiguë",
    "no-antecedent": "sans antécédent",
    "nothing": "sans objet",
    "short-notes": "références abrégées en note",
    "full-notes": "références complètes en note",
    "brackets": "auteur et année dans le texte",
    "numbers": "numéros",
    "keys": "clés",
    "none": "aucune façon reconnue",
    "antecedents": "antécédents absents",
    "note-without-marker": "note sans appel",
    "marker-without-note": "appel sans note",
    "duplicate-marker": "appel en double",
    "duplicate-note": "note en double",
    "gap": "numéro sauté",
    "out-of-order": "appel hors de l'ordre",
    "numbering-unclear": "la numérotation n'est pas claire",
}
"""How a source is cited, what that came to, how a document cites, and what is wrong with numbers."""

COMMANDS: Mapping[str, str] = {**FRAME, **HELP, **SHOWN, **KINDS}
