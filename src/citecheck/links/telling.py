"""What others may be told of an address: only what anybody could ask for who does not know this report."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import parse_qsl, unquote

from citecheck.links.address import Address, split
from citecheck.model.credentials import has_credentials
from citecheck.model.phrase import Phrase

NAMES = re.compile(
    r"(?:.*[_.-])?(?:key|sig|sign|signed|mac|hmac|pass|passwd|password|pwd|pw|auth|authorization|credentials?|otp|nonce|ticket|jwt"
    r"|bearer|assertion|saml\w*|sid|sess|csrf\w*|xsrf\w*)(?:[_.-]?id)?"
    r"|x-(?:amz|goog|ms|oss)-.*|.*(?:token|apikey|accesskey|secret|signature|session|sessid|sessionid).*|cfid",
    re.IGNORECASE,
)
"""Names of parameters whose values let somebody in."""
JWT = re.compile(r"\beyJ[\w-]{5,}\.[\w-]{5,}")
UUID = re.compile(r"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}", re.IGNORECASE)
PIECE = re.compile(r"[A-Za-z\d]{16,}")
CHANGES = 3
"""How often letters and digits, or large and small letters, take turns in what nobody wrote by hand."""
MATRIX = re.compile(r";([^;/=]{1,60})=([^;/]*)")


def why_untold(url: str, *, public: bool, queries: bool) -> Phrase | None:
    """Why archives are not told of an address; None where they may be.

    ``public`` says that its host was seen to be public, ``queries`` that queries are told whatever they look like.
    """
    if has_credentials(url):
        return Phrase.of("untold-user")
    if not public:
        address = Address.of(url)
        return Phrase.of("untold-private", host=address.host if address is not None else "")
    name = None if queries else secret_parameter(url)
    return Phrase.of("untold-query", name=name) if name is not None else None


def secret_parameter(url: str) -> str | None:
    """The name of the first parameter of an address that looks like a secret; None where none does."""
    parts = split(url)
    if parts is None:
        return None
    pairs: list[tuple[str, str]] = [
        *MATRIX.findall(parts.path),
        *parse_qsl(parts.query.replace(";", "&"), keep_blank_values=True),
    ]
    for name, value in pairs:
        if looks_random(name):
            return "…"
        if value and (NAMES.fullmatch(name) or looks_random(unquote(value))):
            return name
    return None


def looks_random(value: str) -> bool:
    """Whether a value is a JSON web token, a random identifier, or another long text that nobody wrote by hand."""
    return bool(JWT.search(value) or UUID.search(value)) or any(map(_mixed, PIECE.findall(value)))


def _mixed(piece: str) -> bool:
    neighbours = list(pairwise(piece))
    digits = sum(before.isdigit() != after.isdigit() for before, after in neighbours)
    # A capital that begins a word is no sign of chance.
    capitals = sum(before.islower() and after.isupper() for before, after in neighbours)
    return digits + capitals // 2 >= CHANGES
