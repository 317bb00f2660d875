"""The help of the command that asks the registries, in French."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["SOURCES"]

SOURCES: Mapping[str, str] = {
    "Hold every work of a bibliography against the registries: Crossref, DataCite, OpenAlex, arXiv, PubMed, HAL, OpenLibrary.\n\n"
    "Each work is asked for once for all languages, by its DOI or number where it has one. What a registry does not have is not\n"
    "found there, and nothing more is said of it. Titles, names, years and identifiers leave the machine, and nothing else. The\n"
    "exit status is 0 where no finding is as severe as --fail-on says, 1 where one is, 2 where the command or an input is wrong,\n"
    "3 where citecheck itself failed, 130 and 143 where it was interrupted.": (
        "Confronter chaque œuvre d'une bibliographie aux registres\u00a0: Crossref, DataCite, OpenAlex, arXiv, PubMed, HAL, OpenLibrary.\n\n"
        "Chaque œuvre est demandée une seule fois pour toutes les langues, par son DOI ou son numéro si elle en a un. Ce qu'un registre\n"
        "n'a pas n'y est pas trouvé, et rien de plus n'en est dit. Seuls des titres, des noms, des années et des identifiants quittent la\n"
        "machine. Le code de retour est 0 si rien n'atteint la gravité de --fail-on, 1 si quelque chose l'atteint, 2 si la commande ou une\n"
        "entrée est fausse, 3 si citecheck lui-même a échoué, 130 et 143 s'il a été interrompu."
    ),
    "Your e-mail address, which registries ask for and answer sooner with. It is told to them and to nobody else.": (
        "Votre adresse électronique, que les registres demandent et qui hâte leur réponse. Elle n'est dite qu'à eux."
    ),
    "A file of Retraction Watch (CSV): works are looked up in it on this machine, and nobody is told.": (
        "Un fichier de Retraction Watch (CSV)\u00a0: les œuvres y sont cherchées sur cette machine, à l'insu de tous."
    ),
    "Also ask the registries for every work ('citecheck sources' has more options).": (
        "Interroger aussi les registres sur chaque œuvre («\u00a0citecheck sources\u00a0» a plus d'options)."
    ),
}
