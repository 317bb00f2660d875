"""Cookies for one chain of redirects, given back to nobody but the host that set them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

MOST = 50
"""Cookies that one host may set in one chain."""


class _Cookie(Struct, frozen=True):
    """A cookie as one ``Set-Cookie`` line says it: for secure connections only, or one that is to be forgotten."""

    name: str
    value: str
    secure: bool
    over: bool


class Jar(Struct):
    """The cookies of one chain: of each host its own, whatever domain they claim. A port that is not the usual one is a
    host."""

    held: dict[str, dict[str, tuple[str, bool]]] = field(default_factory=dict)

    def take(self, host: str, lines: Iterable[str], *, secure: bool) -> bool:
        """Keeps what a host's ``Set-Cookie`` lines say; tells whether anything is new.

        What came over a ``secure`` connection goes back over such a one only, whatever the host asks for.
        """
        mine = self.held.setdefault(host, {})
        before = dict(mine)
        for cookie in filter(None, map(_cookie, lines)):
            if not secure and (cookie.secure or mine.get(cookie.name, ("", False))[1]):
                continue  # It cannot have come from whom it claims to come from.
            if cookie.over:
                mine.pop(cookie.name, None)
            elif cookie.name in mine or len(mine) < MOST:
                mine[cookie.name] = (cookie.value, secure)
        return mine != before

    def header(self, host: str, *, secure: bool) -> str:
        """What goes back to a host; what came over a secure connection only over a secure one."""
        mine = self.held.get(host, {})
        return "; ".join(f"{name}={value}" for name, (value, only) in mine.items() if secure or not only)


def _cookie(line: str) -> _Cookie | None:
    """What a ``Set-Cookie`` line says; None where it names nothing that can be sent back."""
    pair, *attributes = line.split(";")
    name, sign, value = (part.strip() for part in pair.partition("="))
    if not sign or not name or any(char in name + value for char in "\r\n\x00"):
        return None
    said = {key.strip().lower(): given.strip() for key, _, given in (one.partition("=") for one in attributes)}
    age = said.get("max-age", "1")
    return _Cookie(name, value, "secure" in said, age.lstrip("-").isdigit() and int(age[:9]) <= 0)
