"""What stands in the configuration that ``citecheck init`` writes, in French, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["TEMPLATE"]

TEMPLATE: Mapping[str, str] = {
    """\
#:schema https://citecheck.readthedocs.io/schema/citecheck.schema.json
# The configuration of citecheck. What the command line says goes before what stands here;
# 'citecheck config' shows what is in force. Rules are named by code (CIT002), beginning of codes (CIT) or name.""": """\
#:schema https://citecheck.readthedocs.io/schema/citecheck.schema.json
# La configuration de citecheck. Ce que dit la ligne de commande l'emporte sur ce qui est écrit ici\u00a0;
# «\u00a0citecheck config\u00a0» montre ce qui est en vigueur. Une règle se nomme par son code (CIT002), par le début d'un code (CIT)
# ou par son nom.""",
    """\
# The files of one report, in reading order; the language comes from the text.
{documents}
# Or a table, where the languages must be said:
# documents = {{ fr = "rapport.md", en = ["chapter-1.md", "chapter-2.md"] }}""": """\
# Les fichiers d'un rapport, dans l'ordre de lecture\u00a0; le texte en dit la langue.
{documents}
# Ou une table, quand il faut dire les langues\u00a0:
# documents = {{ fr = "rapport.md", en = ["chapter-1.md", "chapter-2.md"] }}""",
    """\
# A file of BibTeX, RIS, CSL-JSON, CSL-YAML or Hayagriva in place of a printed bibliography.
{bibliography}
# Such a file, with which the printed bibliography is compared.
# compare_bibliography = "references.bib\"""": """\
# Un fichier BibTeX, RIS, CSL-JSON, CSL-YAML ou Hayagriva qui tient lieu de bibliographie imprimée.
{bibliography}
# Un tel fichier, auquel la bibliographie imprimée est comparée.
# compare_bibliography = "references.bib\"""",
    """\
# Only these rules, or all but these.
# select = ["NUM", "CIT"]
# ignore = ["NUM009"]""": """\
# Seulement ces règles, ou toutes sauf celles-ci.
# select = ["NUM", "CIT"]
# ignore = ["NUM009"]""",
    """\
# From which severity on an audit exits with status 1: error, warning, info, never.
# fail_on = "error\"""": """\
# À partir de quelle gravité un audit finit avec le code 1\u00a0: error, warning, info ou never (jamais).
# fail_on = "error\"""",
    """\
# The language of messages: en, fr. Without this it follows the locale.
# ui = "fr\"""": """\
# La langue des messages\u00a0: en ou fr. Sans cette ligne, celle du système.
# ui = "fr\"""",
    """\
# Findings that are known and do not fail the gate: citecheck audit --update-baseline writes this file.
# baseline = "citecheck.baseline\"""": """\
# L'état de référence\u00a0: des constats connus, qui ne font pas échouer l'audit. citecheck audit --update-baseline l'écrit.
# baseline = "citecheck.baseline\"""",
    """\
# Whether declared exchange rates are compared with official ones, and rates of your own (what one euro is).
# official_rates = false
# rates.RUB = {{ "2023" = 92.3, "2023-02-24" = 80.1 }}""": """\
# Si les taux de change indiqués sont comparés aux taux officiels, et vos propres taux (ce que vaut un euro).
# official_rates = false
# rates.RUB = {{ "2023" = 92.3, "2023-02-24" = 80.1 }}""",
    """\
# How much the findings of a rule matter: error, warning, info.
# severity.CIT006 = "warning\"""": """\
# La gravité des constats d'une règle\u00a0: error, warning ou info.
# severity.CIT006 = "warning\"""",
    """\
# How URLs are asked for by 'citecheck links' and 'citecheck audit --links'; hosts may have settings of their own.
# links.exclude = ["^https://intranet\\\\."]
# links.timeout = 10
# links.cache_ttl = "7d"
# links.hosts."jstor.org" = {{ interval = 2, treat_as = "unverifiable" }}
# Who asks the registries ('citecheck sources'), and a file of Retraction Watch in which works are looked up.
# sources.mailto = "you@example.org"
# sources.retractions = "retraction-watch.csv\"""": """\
# Comment «\u00a0citecheck links\u00a0» et «\u00a0citecheck audit --links\u00a0» interrogent les adresses\u00a0; un hôte peut avoir ses propres réglages.
# links.exclude = ["^https://intranet\\\\."]
# links.timeout = 10
# links.cache_ttl = "7d"
# links.hosts."jstor.org" = {{ interval = 2, treat_as = "unverifiable" }}
# Qui interroge les registres («\u00a0citecheck sources\u00a0»), et un fichier de Retraction Watch où les œuvres sont cherchées.
# sources.mailto = "you@example.org"
# sources.retractions = "retraction-watch.csv\"""",
    """\
# What holds in some files only.
# [[files]]
# path = "annex/*.md"
# ignore = ["STY"]""": """\
# Ce qui ne vaut que dans certains fichiers.
# [[files]]
# path = "annex/*.md"
# ignore = ["STY"]""",
    """\
# Findings that are accepted, with the reason; path, note, source and until may be left out. In the text the same is said
# by a comment before a note, entry or paragraph: <!-- citecheck: ignore CIT002 the reason -->
# [[waivers]]
# rule = "CIT002"
# path = "annex/*.md"
# note = "fr:39"
# source = "Doe, 2020"
# reason = "cited in the second volume"
# until = 2027-01-31
""": """\
# Les dérogations\u00a0: des constats admis, avec le motif\u00a0; path, note, source et until sont facultatifs. Dans le texte, la même
# chose se dit par un commentaire avant une note, une entrée ou un paragraphe\u00a0: <!-- citecheck: ignore CIT002 le motif -->
# [[waivers]]
# rule = "CIT002"
# path = "annex/*.md"
# note = "fr:39"
# source = "Doe, 2020"
# reason = "cité dans le second volume"
# until = 2027-01-31
""",
}
"""The paragraphs of the template by their English."""
