"""Why it matters what rules find in links, numbers, pages, style and waivers, in French, by code."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["WRITING"]

WRITING: Mapping[str, str] = {
    "LNK001": "Le lecteur ne peut plus voir la source. Une adresse n'est dite morte qu'après deux réponses.\n\nUne copie archivée, datée du jour de la consultation, en tient lieu.",
    "LNK002": "Le serveur annonce une nouvelle adresse pour de bon\u00a0; l'ancienne cessera un jour d'y mener.\n\nJuste\u00a0: imprimer la nouvelle adresse.",
    "LNK003": "Le site demande un compte, un paiement ou une personne\u00a0: ce qui s'y trouve n'a pu être vérifié, et rien ne dit que le lien soit mort.\n\nL'ouvrir dans un navigateur.",
    "LNK004": "La page répond, mais pour dire qu'elle n'existe pas\u00a0: le lecteur ne trouve pas la source.\n\nRetrouver sa nouvelle adresse, ou citer une copie archivée.",
    "LNK005": "L'hôte ne peut prouver son identité\u00a0: le navigateur arrête le lecteur avant la page.\n\nVoir si la page a une autre adresse.",
    "LNK006": "L'adresse d'une page mène à l'accueil du site\u00a0: la page a disparu ou changé de place.\n\nLa retrouver sur le site, ou citer une copie archivée.",
    "LNK007": "La page existe, mais non la partie que nomme l'adresse\u00a0: le lecteur arrive en haut d'une longue page.\n\nEmployer le nom que la page donne à cet endroit, ou l'omettre.",
    "LNK008": "Aucune réponse utilisable après plusieurs essais. Ce peut être passager.\n\nRéessayer un autre jour avant d'en conclure quoi que ce soit.",
    "LNK009": "Une redirection mène hors du chiffrement\u00a0: ce que lit le lecteur peut être vu ou changé en chemin.\n\nChercher une adresse en https.",
    "NUM001": "Le lecteur ne peut arriver à la note, et ne sait ce qu'elle étaye\u00a0: l'appel, ou son passage, a été supprimé.\n\nFaux\u00a0: les notes 1, 2, 3 et les appels 1 et 3. Juste\u00a0: un appel pour chaque note.",
    "NUM002": "Le lecteur cherche une note qui n'existe pas\u00a0: elle a été supprimée, ou le numéro est faux.\n\nFaux\u00a0: l'appel 7 sans note 7. Juste\u00a0: une note pour chaque appel.",
    "NUM003": "Deux passages renvoient à une même note. Le plus souvent, le second appel a été copié avec une phrase ou mal tapé, et la note est citée pour ce qu'elle ne dit pas.\n\nFaux\u00a0: les appels 4, 5, 5, 6. Juste\u00a0: les appels 4, 5, 6.",
    "NUM004": "Le lecteur ne sait laquelle des deux notes est visée.\n\nFaux\u00a0: deux notes 12. Juste\u00a0: les notes 12 et 13.",
    "NUM005": "Une note a été supprimée sans renuméroter, ou a été perdue.\n\nFaux\u00a0: les notes 1, 2, 4. Juste\u00a0: les notes 1, 2, 3.",
    "NUM006": "Un passage a été déplacé avec son appel\u00a0: les numéros ne croissent plus dans l'ordre de lecture.\n\nFaux\u00a0: les appels 1, 3, 2, 4. Juste\u00a0: les appels 1, 2, 3, 4.",
    "NUM007": "Une entrée a été supprimée ou perdue, et les renvois par numéro sont décalés.\n\nFaux\u00a0: les entrées 5, 6, 8. Juste\u00a0: les entrées 5, 6, 7.",
    "NUM008": "Un renvoi par numéro désigne deux sources.\n\nFaux\u00a0: deux entrées 12. Juste\u00a0: les entrées 12 et 13.",
    "NUM009": "Qui cherche un nom dans l'ordre alphabétique ne le trouve pas. La règle se tait quand la bibliographie n'est pas alphabétique.\n\nFaux\u00a0: Martin, Roux, Morel. Juste\u00a0: Martin, Morel, Roux.",
    "NUM010": "L'usage du document (avant ou après la ponctuation) vaut pour tous les appels\u00a0; un appel au milieu d'un groupe de mots laisse croire qu'il ne porte que sur le mot qui précède.\n\nFaux\u00a0: «\u00a0un¹ système\u00a0». Juste\u00a0: «\u00a0un système¹\u00a0».",
    "PAG001": "La page est écrite autrement que les autres du document, ou ne peut en être une. L'usage compté est celui du document, non celui d'un manuel.\n\nFaux\u00a0: «\u00a02020, 29\u00a0» parmi des «\u00a0p.\u00a029\u00a0». Juste\u00a0: «\u00a02020, p.\u00a029\u00a0».",
    "PAG002": "Le lecteur doit chercher dans toute la source, alors que les autres citations de celle-ci disent où.\n\nFaux\u00a0: «\u00a0Martin, 2019\u00a0». Juste\u00a0: «\u00a0Martin, 2019, p.\u00a012\u00a0».",
    "PAG003": "L'article ou le chapitre n'a pas cette page\u00a0: la citation ou les pages de l'entrée sont fausses.\n\nFaux\u00a0: p.\u00a080 d'un article des pages 12 à 34. Juste\u00a0: p.\u00a018.",
    "PAG004": "Des chiffres ont été intervertis, ou la fin abrégée de travers.\n\nFaux\u00a0: p.\u00a053-35. Juste\u00a0: p.\u00a035-53.",
    "SRC011": "Le chiffre de contrôle montre qu'un chiffre est faux ou que deux sont intervertis\u00a0: l'identifiant ne mène à rien, ou à une autre source.\n\nFaux\u00a0: un ISBN mal copié. Juste\u00a0: celui que porte la source.",
    "STY001": "Une seule forme d'Ibid. suffit au document\u00a0; plusieurs font croire à plusieurs sens.\n\nFaux\u00a0: «\u00a0Ibid\u00a0» et «\u00a0Ibid.\u00a0» Juste\u00a0: «\u00a0Ibid.\u00a0» partout.",
    "STY002": "Un autre signe entre deux sources fait douter si elles sont deux.\n\nFaux\u00a0: «\u00a0Martin, 2019, Roux, 2020\u00a0» parmi des points-virgules. Juste\u00a0: «\u00a0Martin, 2019\u00a0; Roux, 2020\u00a0».",
    "STY003": "Les notes finissent toutes par un point, ou aucune.\n\nFaux\u00a0: trois notes avec un point, cent sans. Juste\u00a0: toutes de la même façon.",
    "STY004": 'Le lecteur ne sait où finit la citation. Chaque paragraphe, chaque note et chaque entrée est lu à part\u00a0; une citation sur plusieurs paragraphes est suivie. Les apostrophes ne prouvent rien et sont passées.\n\nFaux\u00a0: «\u00a0personne ne sait". Juste\u00a0: «\u00a0personne ne sait\u00a0».',
    "STY005": "Des milliers écrits de plusieurs façons se lisent mal, et une notation étrangère se lit de travers\u00a0: 1,234 vaut un peu plus d'un en français.\n\nFaux\u00a0: 1180 parmi des 12\u00a0000. Juste\u00a0: 1\u00a0180.",
    "STY006": "Le traducteur l'a laissé passer, ou le gestionnaire de références était réglé sur l'autre langue. Les titres ne sont pas regardés\u00a0: ils restent tels quels.\n\nFaux\u00a0: «\u00a0Martin, J. (2019, 7 March)\u00a0» dans une bibliographie française. Juste\u00a0: «\u00a0Martin, J. (2019, 7 mars)\u00a0».",
    "STY007": "Les guides de style demandent une seule forme. Notes, parenthèses et texte peuvent avoir chacun la leur\u00a0; chacun n'est comparé qu'à lui-même.\n\nFaux\u00a0: «\u00a0Martin & Roux\u00a0» presque partout, «\u00a0Morel et Petit\u00a0» une fois. Juste\u00a0: une seule forme.",
    "URL001": "L'adresse ne s'ouvre pas\u00a0: elle a été mal copiée ou coupée.\n\nFaux\u00a0: htps://exemple.org. Juste\u00a0: https://exemple.org.",
    "URL002": "utm_source, fbclid et d'autres paramètres disent d'où venait l'auteur\u00a0: ils allongent l'adresse, informent un tiers de qui la lit, et cachent que deux notes citent la même page.\n\nFaux\u00a0: https://exemple.org/rapport?utm_source=mail. Juste\u00a0: https://exemple.org/rapport.",
    "URL003": "Le lecteur du papier et celui de l'écran n'arrivent pas à la même page.\n\nFaux\u00a0: un lien qui affiche exemple.org/a et ouvre exemple.org/b. Juste\u00a0: la même adresse.",
    "URL004": "Un DOI s'imprime https://doi.org/… L'ancienne adresse mène encore au but, mais nul ne promet pour combien de temps.\n\nFaux\u00a0: http://dx.doi.org/10.9999/abc. Juste\u00a0: https://doi.org/10.9999/abc.",
    "URL005": "Une page de résultats, une session, le proxy d'une bibliothèque ou une boîte aux lettres ne montrent rien à d'autres, ou autre chose.\n\nFaux\u00a0: https://www.google.com/search?q=rapport. Juste\u00a0: l'adresse du document.",
    "WAI001": "La dérogation ne sert à rien\u00a0: ce qu'elle admettait a été corrigé, ou elle est mal placée. Laissée là, elle cacherait un jour autre chose.\n\nLa supprimer, ou la placer juste avant ce qu'elle concerne.",
    "WAI002": "Une dérogation avec un dernier jour ne vaut que jusque-là\u00a0: ce qu'elle couvrait est de nouveau signalé.\n\nCorriger ce qu'elle masquait, ou fixer une autre date.",
    "WAI003": "Une faute de frappe dans le code, ou une règle qui n'existe plus\u00a0: la dérogation ne couvre rien.\n\nÉcrire le code d'une règle, comme CIT002.",
    "WAI004": "Ce que citecheck ne comprend pas ne couvre rien\u00a0; et sans motif, nul ne saura plus tard pourquoi la faute devait rester.\n\nJuste\u00a0: `<!-- citecheck: ignore CIT002 le motif -->`.",
}
