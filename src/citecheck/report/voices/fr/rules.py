"""What the rules are called in French, and what each finds."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["FINDS", "NAMES"]

NAMES: Mapping[str, str] = {
    "BIL001": "Note sans équivalent",
    "BIL002": "Sources différentes",
    "BIL003": "Pages citées différentes",
    "BIL004": "Entrée sans équivalente",
    "BIL005": "Numéro d'entrée différent",
    "BIL006": "Adresses différentes",
    "BIL007": "Dates différentes",
    "BIL008": "Auteurs différents",
    "BIL009": "Chiffre différent",
    "BIL010": "Titres différents",
    "BIL011": "Notes interverties",
    "CIT001": "Entrée manquante",
    "CIT002": "Entrée jamais citée",
    "CIT003": "Orthographe d'un auteur",
    "CIT004": "Année sans entrée",
    "CIT005": "Citation ambiguë",
    "CIT006": "Référence complète en note",
    "CIT007": "Entrée répétée en note",
    "CIT008": "Ibid. sans antécédent",
    "CIT009": "Ibid. ambigu",
    "CIT010": "Entrée incomplète",
    "CIT011": "Entrée en double",
    "CIT012": "Entrées soudées",
    "CIT013": "Entrée illisible",
    "CUR001": "Conversion inexacte",
    "CUR002": "Taux non indiqué",
    "CUR003": "Montant non converti",
    "CUR004": "Montant différent",
    "CUR005": "Notation de la monnaie",
    "CUR006": "Taux non officiel",
    "CMP001": "Note perdue",
    "CMP002": "Note ajoutée",
    "CMP003": "Note récrite",
    "CMP004": "Appel qui mène ailleurs",
    "CMP005": "Entrée qui diffère d'une copie à l'autre",
    "CMP006": "Note déplacée",
    "CMP007": "Notes renumérotées",
    "CUR007": "Taux d'un jour sans cotation",
    "CUR008": "Taux sans monnaie",
    "CUR009": "Faux ami d'échelle",
    "DAT001": "Date impossible",
    "DAT002": "Article daté deux fois",
    "LNK001": "Lien mort",
    "LNK002": "Page déplacée",
    "LNK003": "Lien invérifiable",
    "LNK004": "Erreur 404 déguisée",
    "LNK005": "Erreur TLS",
    "LNK006": "Renvoi à l'accueil",
    "LNK007": "Partie de page absente",
    "LNK008": "Lien injoignable",
    "LNK009": "Chiffrement abandonné",
    "DBS001": "Entrée absente de la base",
    "DBS002": "Entrée qui diffère de la base",
    "FLD001": "Champ modifié à la main",
    "FLD002": "Renvoi à une note déplacée",
    "FMT001": "Appel qui n'est pas en exposant",
    "NUM001": "Note sans appel",
    "NUM002": "Appel sans note",
    "NUM003": "Appel en double",
    "NUM004": "Note en double",
    "NUM005": "Numéro de note sauté",
    "NUM006": "Appel hors de l'ordre",
    "NUM007": "Numéro d'entrée sauté",
    "NUM008": "Numéro d'entrée en double",
    "NUM009": "Entrée mal classée",
    "NUM010": "Appel mal placé",
    "PAG001": "Page mal écrite",
    "PAG002": "Page manquante",
    "PAG003": "Pages hors de la source",
    "PAG004": "Pages à rebours",
    "SRC001": "Titre qui diffère de la source",
    "SRC002": "Date qui diffère de la source",
    "SRC003": "Auteur qui diffère de la source",
    "SRC004": "Source rétractée",
    "SRC005": "DOI non enregistré",
    "SRC006": "Identifiant d'une autre œuvre",
    "SRC007": "Source non trouvée",
    "SRC008": "Paru depuis",
    "SRC009": "Volume ou pages qui diffèrent",
    "SRC010": "Correctif ou mise en garde",
    "SRC011": "Identifiant invalide",
    "STY001": "Ibid. écrit diversement",
    "STY002": "Séparateurs mêlés",
    "STY003": "Fins de note mêlées",
    "STY004": "Guillemets sans pendant",
    "STY005": "Formats de nombres mêlés",
    "STY006": "Mot de l'autre langue",
    "STY007": "Conjonctions mêlées",
    "URL001": "Adresse mal formée",
    "URL002": "Paramètres de pistage",
    "URL003": "Adresse affichée différente",
    "URL004": "Résolveur périmé",
    "URL005": "Adresse liée à une session",
    "WAI001": "Dérogation sans effet",
    "WAI002": "Dérogation échue",
    "WAI003": "Dérogation à une règle inconnue",
    "WAI004": "Dérogation mal écrite",
}
"""The names, by code."""

FINDS: Mapping[str, str] = {
    "A title that every accepted record has otherwise.": (
        "Un titre que toutes les notices retenues donnent autrement."
    ),
    "A year that none of the dates of any accepted record has.": (
        "Une année qu'aucune date d'aucune notice retenue ne porte."
    ),
    "Authors of whom the accepted records do not have the first.": (
        "Des auteurs dont les notices retenues n'ont pas le premier."
    ),
    "A volume or pages that every accepted record has otherwise.": (
        "Un volume ou des pages que toutes les notices retenues donnent autrement."
    ),
    "A work that was retracted, removed or withdrawn.": ("Une œuvre rétractée, retirée ou supprimée."),
    "A DOI that is not registered.": ("Un DOI qui n'est pas enregistré."),
    "A DOI or a number that leads to another work.": ("Un DOI ou un numéro qui mène à une autre œuvre."),
    "A work that every registry that was asked answered not to have.": (
        "Une œuvre que tous les registres interrogés ont répondu ne pas avoir."
    ),
    "A preprint that has appeared since.": ("Une prépublication parue depuis."),
    "A work about which its publisher expressed concern, or that was corrected.": (
        "Une œuvre qui a fait l'objet d'une mise en garde, ou d'un correctif."
    ),
    "A note with no counterpart in the other language.": "Une note sans équivalent dans l'autre langue.",
    "Counterparts that cite different sources.": "Des notes équivalentes qui citent des sources différentes.",
    "Counterparts that cite different pages of the same source.": (
        "Des notes équivalentes qui citent d'autres pages de la même source."
    ),
    "An entry that only one bibliography has.": "Une entrée que seule une des bibliographies contient.",
    "The same source under two numbers in the two bibliographies.": (
        "La même source sous deux numéros dans les deux bibliographies."
    ),
    "The same source with two addresses.": "La même source avec deux adresses.",
    "The same source with two dates.": "La même source avec deux dates.",
    "The same source with different persons as authors.": "La même source attribuée à d'autres auteurs.",
    "A figure of the running text that its translation lacks or gives otherwise.": (
        "Un chiffre du texte que sa traduction n'a pas ou donne autrement."
    ),
    "Chapters or sections missing in one version, or numbered otherwise.": (
        "Des chapitres ou des sections qui manquent dans une version ou y sont numérotés autrement."
    ),
    "Counterparts that stand in another order.": "Des notes équivalentes dans un autre ordre.",
    "A source that is cited, in notes or in brackets in the text, and given in full nowhere.": (
        "Une source citée, en note ou entre parenthèses dans le texte, et donnée en entier nulle part."
    ),
    "An entry of the bibliography that nothing cites.": "Une entrée de la bibliographie que rien ne cite.",
    "A name spelt otherwise than in its entry, or a title worded otherwise.": (
        "Un nom écrit autrement que dans son entrée, ou un titre formulé autrement."
    ),
    "A source cited for a year for which its author has no entry.": (
        "Une source citée pour une année dont son auteur n'a aucune entrée."
    ),
    "A citation that fits several entries, or a year suffix without its sibling.": (
        "Une citation à laquelle plusieurs entrées conviennent, ou une lettre derrière l'année alors qu'il n'y a qu'une source."
    ),
    "A source that a note gives in full and the bibliography lacks.": (
        "Une source qu'une note donne en entier et qui manque à la bibliographie."
    ),
    "A whole reference in a note although the bibliography has the entry.": (
        "Une référence entière en note, alors que la bibliographie a l'entrée."
    ),
    "Ibid and its kin with nothing to go back to.": "Ibid. ou une formule semblable qui ne renvoie à rien.",
    "Ibid after a note with several sources.": "Ibid. après une note à plusieurs sources.",
    "An entry, or a whole reference in a note, without author, date or title.": (
        "Une entrée, ou une référence entière en note, sans auteur, date ou titre."
    ),
    "The same source entered twice.": "La même source inscrite deux fois.",
    "Two sources in one entry.": "Deux sources en une seule entrée.",
    "A block of a bibliography file (BibTeX, RIS, CSL-JSON …) that cannot be read, or whose key is used before.": (
        "Un bloc d'un fichier de bibliographie (BibTeX, RIS, CSL-JSON…) illisible, ou dont la clé a déjà servi."
    ),
    "A converted amount that the declared rate does not give.": "Un montant converti que le taux indiqué ne donne pas.",
    "Converted amounts for which the document declares no rate.": (
        "Des montants convertis pour lesquels le document n'indique aucun taux."
    ),
    "An amount that is left in its currency although the document converts such amounts.": (
        "Un montant laissé dans sa monnaie, alors que le document en convertit de pareils."
    ),
    "An amount that the other language lacks or gives otherwise.": (
        "Un montant que l'autre langue n'a pas ou donne autrement."
    ),
    "A currency that is written otherwise than in most places.": "Une monnaie écrite autrement que presque partout ailleurs.",
    "A declared rate that the European Central Bank's reference rate does not confirm.": (
        "Un taux indiqué que le taux de référence de la Banque centrale européenne ne confirme pas."
    ),
    "A rate that is dated on a day without reference rate.": "Un taux daté d'un jour où il n'y a pas de taux de référence.",
    "A declared rate that does not say in which currency it is.": "Un taux indiqué sans sa monnaie.",
    'A scale word in the sense that it has in the other language: French "billion" for a thousand million.': (
        "Un mot d'échelle au sens qu'il a dans l'autre langue\u00a0: «\u00a0billion\u00a0» pour un milliard."
    ),
    "A date that cannot be: 31 April, the year 20119, a page consulted a year before it appeared.": (
        "Une date impossible\u00a0: 31 avril, an 20119, page consultée un an avant sa parution."
    ),
    "One source that is given with two years.": "Une source donnée avec deux années.",
    "A URL whose page is gone.": "Une adresse dont la page a disparu.",
    "A URL that its server has moved for good.": "Une adresse que son serveur a déplacée pour de bon.",
    "A URL that stands behind a wall.": "Une adresse à l'accès protégé.",
    "A URL that answers with a page that says it is not there.": (
        "Une adresse qui répond par une page disant qu'elle n'existe pas."
    ),
    "A URL whose host cannot prove who it is.": "Une adresse dont l'hôte ne peut prouver son identité.",
    "A URL of one page that leads to the site's home page.": "L'adresse d'une page qui mène à l'accueil du site.",
    "A URL that names a part which its page does not have.": "Une adresse qui nomme une partie que sa page n'a pas.",
    "A URL that did not answer properly, however often it was tried.": (
        "Une adresse qui n'a pas répondu correctement, malgré plusieurs essais."
    ),
    "A URL that begins with https and is led on to an address without encryption.": (
        "Une adresse en https qui mène à une adresse sans chiffrement."
    ),
    "A note that no marker in the text calls.": "Une note qu'aucun appel du texte n'appelle.",
    "A marker whose note does not exist.": "Un appel dont la note n'existe pas.",
    "One number called twice.": "Un numéro appelé deux fois.",
    "One number defined twice.": "Un numéro défini deux fois.",
    "A number skipped in the sequence of notes.": "Un numéro sauté dans la suite des notes.",
    "Markers that do not ascend in reading order.": "Des appels qui ne croissent pas dans l'ordre de lecture.",
    "A number skipped in a numbered bibliography.": "Un numéro sauté dans une bibliographie numérotée.",
    "One number given to two entries.": "Un numéro donné à deux entrées.",
    "An entry that breaks the bibliography's alphabetical order.": (
        "Une entrée qui rompt l'ordre alphabétique de la bibliographie."
    ),
    "A marker inside a word group, or on the wrong side of the punctuation.": (
        "Un appel dans un groupe de mots, ou du mauvais côté de la ponctuation."
    ),
    "A page that is not written the way pages are written in this document, or that cannot be a page.": (
        "Une page écrite autrement que les autres dans ce document, ou qui ne peut être une page."
    ),
    "A source cited without a page, although this document otherwise gives its pages.": (
        "Une source citée sans page, alors que le document en donne d'habitude les pages."
    ),
    "Pages outside the range that the bibliography gives for the article or chapter.": (
        "Des pages hors de celles que la bibliographie donne pour l'article ou le chapitre."
    ),
    "A range of pages that runs backwards.": "Des pages données à rebours.",
    "A note of the first copy that the second one lost.": "Une note de la première copie que la seconde a perdue.",
    "A note of the second copy that the first one does not have.": "Une note de la seconde copie que la première n'a pas.",
    "A note that both copies have at one place, in other words.": (
        "Une note que les deux copies ont au même endroit, en d'autres mots."
    ),
    "A marker that leads to another note than in the other copy.": (
        "Un appel qui mène à une autre note que dans l'autre copie."
    ),
    "A bibliography entry that the two copies have in other words, or that only one of them has.": (
        "Une entrée de bibliographie que les deux copies ont en d'autres mots, ou que seule l'une d'elles a."
    ),
    "A note that the two copies call at different places.": (
        "Une note que les deux copies appellent à des endroits différents."
    ),
    "Notes that the two copies number otherwise.": "Des notes que les deux copies numérotent autrement.",
    "A printed entry that the database does not have.": "Une entrée imprimée que la base n'a pas.",
    "A printed entry that says otherwise than the database.": "Une entrée imprimée qui dit autre chose que la base.",
    "A cross-reference to a note that prints another number than the note has.": (
        "Un renvoi à une note qui imprime un autre numéro que celui de la note."
    ),
    "A marker of a PDF that is printed like the text around it.": (
        "Un appel de note d'un PDF imprimé comme le texte qui l'entoure."
    ),
    "A reference manager's field whose printed text is not what the manager wrote.": (
        "Un champ d'un gestionnaire de références dont le texte imprimé n'est pas celui que le gestionnaire a écrit."
    ),
    "An ISBN, ISSN or ORCID whose check digit does not fit, or a DOI without its slash.": (
        "Un ISBN, ISSN ou ORCID dont la clé de contrôle est fausse, ou un DOI sans sa barre oblique."
    ),
    "Ibid written in several ways.": "Ibid. écrit de plusieurs façons.",
    "Two sources in one note set apart otherwise than in the other notes.": (
        "Deux sources d'une note séparées autrement que dans les autres notes."
    ),
    "Some notes end with a full stop, most do not, or the other way round.": (
        "Quelques notes finissent par un point, la plupart non, ou l'inverse."
    ),
    "A quotation mark without a partner, or with one of another kind.": (
        "Un guillemet sans son pendant, ou avec un pendant d'un autre type."
    ),
    "Thousands written in several ways, or in a way that the language does not use.": (
        "Des milliers écrits de plusieurs façons, ou d'une façon étrangère à la langue."
    ),
    "A word or a sign of the other language in notes and entries.": (
        "Un mot ou un signe de l'autre langue dans des notes et des entrées."
    ),
    'The last author joined by "&" here and "and" there, or "et al" beside "et al.".': (
        "Le dernier auteur joint ici par «\u00a0&\u00a0», là par «\u00a0et\u00a0», ou «\u00a0et al\u00a0» à côté de «\u00a0et al.\u00a0»."
    ),
    "A URL that cannot be right: a misspelt scheme, no host, a space inside, two schemes.": (
        "Une adresse qui ne peut être juste\u00a0: protocole mal écrit ou double, sans hôte, avec une espace."
    ),
    "A URL with parameters that only track the reader.": "Une adresse avec des paramètres qui ne font que pister le lecteur.",
    "A link that prints one URL and opens another.": "Un lien qui affiche une adresse et en ouvre une autre.",
    "A DOI behind an address that is no longer the recommended one.": (
        "Un DOI derrière une adresse qui n'est plus celle recommandée."
    ),
    "A URL that leads only its author anywhere.": "Une adresse qui ne s'ouvre que pour son auteur.",
    "A waiver that waives nothing.": "Une dérogation sans effet.",
    "A waiver whose last day has passed.": "Une dérogation dont le dernier jour est passé.",
    "A waiver of a rule that does not exist.": "Une dérogation à une règle qui n'existe pas.",
    "A comment for citecheck that it cannot understand, or that gives no reason.": (
        "Un commentaire destiné à citecheck qu'il ne comprend pas, ou qui ne donne pas de motif."
    ),
}
"""What each finds, by its English sentence."""
