"""Phrases about links, in English and French: what was seen of a URL, and what each verdict is called."""

from __future__ import annotations

from collections.abc import Mapping

from citecheck.model.links import LinkStatus

__all__ = ["PHRASES", "STATUSES", "times"]

PHRASES: Mapping[str, Mapping[str, str]] = {
    "answered": {"en": "{status}", "fr": "{status}"},
    "cookie-needed": {
        "en": "{status}, once its own cookie came back",
        "fr": "{status}, une fois son propre cookie renvoyé",
    },
    "answered-unread": {
        "en": "{status}; what it says could not be read, since it came compressed as {encoding} unasked",
        "fr": "{status}\u00a0; son texte n'a pas pu être lu, car il est arrivé compressé en {encoding} sans qu'on l'ait demandé",
    },
    "accepted": {
        "en": "{status}, which the configuration accepts",
        "fr": "{status}, que la configuration accepte",
    },
    "moved": {"en": "{status}: it lives at {url}", "fr": "{status}\u00a0: la page est désormais à {url}"},
    "doi-registered": {
        "en": "the DOI is registered; its landing page could not be verified",
        "fr": "le DOI est enregistré\u00a0; sa page d'arrivée n'a pas pu être vérifiée",
    },
    "doi-unknown": {"en": "the DOI is not registered", "fr": "le DOI n'est pas enregistré"},
    "doi-landing-gone": {
        "en": "the DOI is registered, but its landing page answers {outcome}",
        "fr": "le DOI est enregistré, mais sa page d'arrivée répond {outcome}",
    },
    "gone": {"en": "{status}, {times}", "fr": "{status}, {times}"},
    "unknown-host": {"en": "the host {host} does not exist, {times}", "fr": "l'hôte {host} n'existe pas, {times}"},
    "refused": {
        "en": "{host} refuses the connection, {times}",
        "fr": "{host} refuse la connexion, {times}",
    },
    "says-not-there": {
        "en": "it answers, but says “{words}”, as for an address that nobody made",
        "fr": "elle répond, mais dit «\u00a0{words}\u00a0», comme pour une adresse inventée",
    },
    "perhaps-not-there": {
        "en": "it answers, but says “{words}”; whether that is the page itself could not be told",
        "fr": "elle répond, mais dit «\u00a0{words}\u00a0»\u00a0; on ne peut dire si c'est la page elle-même",
    },
    "home": {"en": "it leads to the home page {url}", "fr": "elle mène à la page d'accueil {url}"},
    "turned-away": {"en": "not verified: {status}", "fr": "non vérifié\u00a0: {status}"},
    "captcha": {
        "en": "not verified: the site wants to see a person",
        "fr": "non vérifié\u00a0: le site veut voir une personne",
    },
    "login": {"en": "not verified: one has to sign in", "fr": "non vérifié\u00a0: il faut s'identifier"},
    "consent": {
        "en": "not verified: the site asks for consent first",
        "fr": "non vérifié\u00a0: le site demande d'abord un consentement",
    },
    "scheme": {
        "en": "not verified: it redirects to an address that starts with {detail}:",
        "fr": "non vérifié\u00a0: elle redirige vers une adresse en {detail}:",
    },
    "bad-url": {
        "en": "not verified: this address cannot be asked for: {detail}",
        "fr": "non vérifié\u00a0: cette adresse ne peut être demandée\u00a0: {detail}",
    },
    "certificate": {
        "en": "the certificate of {host} does not verify: {detail}",
        "fr": "le certificat de {host} n'est pas valable\u00a0: {detail}",
    },
    "certificate-expired": {
        "en": "the certificate of {host} has expired",
        "fr": "le certificat de {host} a expiré",
    },
    "certificate-not-yet-valid": {
        "en": "the certificate of {host} is not valid yet",
        "fr": "le certificat de {host} n'est pas encore valable",
    },
    "certificate-self-signed": {
        "en": "the certificate of {host} is signed by itself",
        "fr": "le certificat de {host} est signé par lui-même",
    },
    "certificate-other-host": {
        "en": "the certificate of {host} is for another host",
        "fr": "le certificat de {host} est celui d'un autre hôte",
    },
    "certificate-unknown-issuer": {
        "en": "the certificate of {host} comes from an unknown issuer, or a link to it is missing",
        "fr": "le certificat de {host} vient d'un émetteur inconnu, ou un maillon manque",
    },
    "certificate-revoked": {
        "en": "the certificate of {host} has been revoked",
        "fr": "le certificat de {host} a été révoqué",
    },
    "tls": {
        "en": "no secure connection to {host} could be agreed on ({detail})",
        "fr": "aucune connexion sûre avec {host} n'a pu être établie ({detail})",
    },
    "server-error": {"en": "not verified: {status}, {times}", "fr": "non vérifié\u00a0: {status}, {times}"},
    "resolver": {
        "en": "not verified: the name {host} could not be looked up, {times}",
        "fr": "non vérifié\u00a0: le nom {host} n'a pas pu être résolu, {times}",
    },
    "no-route": {
        "en": "not verified: {host} could not be connected to, {times}",
        "fr": "non vérifié\u00a0: la connexion à {host} n'a pas abouti, {times}",
    },
    "connect-timeout": {
        "en": "not verified: {host} did not accept the connection in time, {times}",
        "fr": "non vérifié\u00a0: {host} n'a pas accepté la connexion à temps, {times}",
    },
    "timeout": {
        "en": "not verified: {host} did not answer in time, {times}",
        "fr": "non vérifié\u00a0: {host} n'a pas répondu à temps, {times}",
    },
    "reset": {
        "en": "not verified: {host} broke the connection, {times}",
        "fr": "non vérifié\u00a0: {host} a rompu la connexion, {times}",
    },
    "protocol": {
        "en": "not verified: what {host} sends is no valid HTTP, {times}",
        "fr": "non vérifié\u00a0: ce qu'envoie {host} n'est pas du HTTP valable, {times}",
    },
    "loop": {
        "en": "not verified: the redirects go round in a circle: {detail}",
        "fr": "non vérifié\u00a0: les redirections tournent en rond\u00a0: {detail}",
    },
    "too-many-redirects": {
        "en": "not verified: {redirects} redirects, and still no page",
        "fr": "non vérifié\u00a0: {redirects} redirections, et toujours pas de page",
    },
    "proxy": {"en": "not verified: the proxy failed, {times}", "fr": "non vérifié\u00a0: le proxy a échoué, {times}"},
    "other": {"en": "not verified: {detail}, {times}", "fr": "non vérifié\u00a0: {detail}, {times}"},
    "private": {
        "en": "not asked: {detail} is not a public address",
        "fr": "non demandé\u00a0: {detail} n'est pas une adresse publique",
    },
    "malformed": {
        "en": "not asked: it is no valid address",
        "fr": "non demandé\u00a0: ce n'est pas une adresse valable",
    },
    "other-scheme": {
        "en": "not asked: only http and https are checked, not {scheme}",
        "fr": "non demandé\u00a0: seuls http et https sont vérifiés, pas {scheme}",
    },
    "excluded": {
        "en": "not asked: the configuration excludes {pattern}",
        "fr": "non demandé\u00a0: la configuration exclut {pattern}",
    },
    "treated-as": {
        "en": "not asked: set for {host} in the configuration",
        "fr": "non demandé\u00a0: fixé pour {host} dans la configuration",
    },
    "answered-unencrypted": {
        "en": "{status}; on its way there a redirect gave up encryption",
        "fr": "{status}\u00a0; en chemin, une redirection abandonne le chiffrement",
    },
    "untold-user": {
        "en": "no archive was told of it: it holds a user name",
        "fr": "aucune archive n'en a été informée\u00a0: elle contient un nom d'utilisateur",
    },
    "untold-private": {
        "en": "no archive was told of it: {host} was not seen to be public",
        "fr": "aucune archive n'en a été informée\u00a0: rien n'a montré que {host} est public",
    },
    "untold-query": {
        "en": "no archive was told of it: “{name}” looks like a secret (--tell-queries tells it all the same)",
        "fr": "aucune archive n'en a été informée\u00a0: «\u00a0{name}\u00a0» ressemble à un secret (--tell-queries l'en informe quand même)",
    },
    "headers-kept": {
        "en": "the headers that are set for {name} were not sent to {to}: they are for that scheme, host and port alone "
        "(without any, https and its port); name {to} itself under links.hosts if they are wanted there",
        "fr": "les en-têtes définis pour {name} n'ont pas été envoyés à {to}\u00a0: ils sont pour ce schéma, cet hôte et ce port "
        "seulement (sans mention, https et son port)\u00a0; nommer {to} sous links.hosts s'il doit les recevoir",
    },
    "told": {"en": "{text}", "fr": "{text}"},
    "offline": {"en": "not asked: offline", "fr": "non demandé\u00a0: hors ligne"},
    "interrupted": {"en": "not asked: the run was interrupted", "fr": "non demandé\u00a0: interruption"},
    "cache-rebuilt": {
        "en": "{file} was damaged or not from citecheck, and was made anew",
        "fr": "{file} était endommagé ou étranger à citecheck, et a été refait",
    },
    "cache-unusable": {
        "en": "{file} cannot be used ({why}), so nothing is kept for the next run",
        "fr": "{file} ne peut servir ({why})\u00a0: rien n'est gardé pour la prochaine fois",
    },
}
"""Every phrase by its key."""

STATUSES: Mapping[LinkStatus, Mapping[str, str]] = {
    LinkStatus.OK: {"en": "ok", "fr": "bon"},
    LinkStatus.MOVED: {"en": "moved", "fr": "déplacé"},
    LinkStatus.DEAD: {"en": "dead", "fr": "mort"},
    LinkStatus.SOFT_404: {"en": "soft 404", "fr": "404 déguisé"},
    LinkStatus.HOME: {"en": "home page", "fr": "page d'accueil"},
    LinkStatus.UNVERIFIABLE: {"en": "unverifiable", "fr": "invérifiable"},
    LinkStatus.INSECURE: {"en": "insecure", "fr": "non sûr"},
    LinkStatus.UNREACHABLE: {"en": "unreachable", "fr": "injoignable"},
    LinkStatus.SKIPPED: {"en": "skipped", "fr": "omis"},
}
"""What a verdict is called."""


def times(count: int, ui: str) -> str:
    """How often something was seen: ``twice``."""
    words = {"en": ("once", "twice", "three times"), "fr": ("une fois", "deux fois", "trois fois")}[ui]
    otherwise = {"en": f"{count} times", "fr": f"{count} fois"}[ui]
    return words[count - 1] if 1 <= count <= len(words) else otherwise
