"""The behaviours of the bench: how a server answers for each, how often it occurs, and what is true of it.

``truth`` are the verdicts that are right. ``cost`` is what asking costs at least: for each request, the seconds that the
server takes on purpose, given the seconds that a checker waits for silence and the seconds it gives a body.
"""

from __future__ import annotations

from dataclasses import dataclass

OK, MOVED = frozenset(("ok",)), frozenset(("moved",))
DEAD, SOFT, HOME = frozenset(("dead",)), frozenset(("soft_404",)), frozenset(("home",))
WALL, AWAY = frozenset(("unverifiable",)), frozenset(("unreachable",))
INSECURE, REFUSED = frozenset(("insecure",)), frozenset(("skipped",))

SILENT = -1.0
"""A request that is never answered."""


@dataclass(frozen=True)
class Behaviour:
    """One kind of URL. ``share`` is how many of a thousand there are; ``cost`` the least that its requests take."""

    name: str
    share: int
    truth: frozenset[str]
    cost: tuple[float, ...] = (0.0,)
    missing: bool = False

    @property
    def group(self) -> str:
        """What a reader would call it: ``living``, ``gone``, ``wall`` or ``other``."""
        if self.truth & {"ok", "moved"}:
            return "living"
        if self.truth & {"dead", "soft_404", "home"}:
            return "gone"
        return "wall" if "unverifiable" in self.truth else "other"


BEHAVIOURS = (
    # Living.
    Behaviour("fast", 307, OK),
    Behaviour("slow", 60, OK, (1.5,)),
    Behaviour("empty-204", 5, OK),
    Behaviour("redirect-301", 30, MOVED, (0.0, 0.0)),
    Behaviour("redirect-302", 30, OK, (0.0, 0.0)),
    Behaviour("redirect-303", 10, OK, (0.0, 0.0)),
    Behaviour("redirect-307", 10, OK, (0.0, 0.0)),
    Behaviour("redirect-308", 20, MOVED, (0.0, 0.0)),
    Behaviour("redirect-mixed", 10, MOVED, (0.0,) * 5),
    Behaviour("redirect-ten", 5, OK, (0.0,) * 11),
    Behaviour("redirect-refresh", 5, OK, (0.0, 0.0)),
    Behaviour("head-403", 20, OK),
    Behaviour("head-405", 20, OK),
    Behaviour("busy-429", 15, OK, (0.0, 0.0)),
    Behaviour("busy-503", 20, OK, (0.0, 0.0)),
    Behaviour("busy-503-date", 5, OK, (0.0, 0.0)),
    Behaviour("looks-soft", 25, OK, (0.0,)),
    Behaviour("drip", 5, OK, (3.0,)),
    Behaviour("huge", 5, OK),
    Behaviour("endless", 3, OK),
    Behaviour("bomb", 5, OK),
    Behaviour("wrong-length", 10, OK),
    Behaviour("truncated", 10, OK),
    Behaviour("fragment-there", 20, OK),
    Behaviour("fragment-missing", 20, OK, missing=True),
    Behaviour("pdf-page", 5, OK),
    Behaviour("pdf-page-missing", 5, OK, missing=True),
    Behaviour("cookie-wall", 20, OK, (0.0, 0.0)),
    Behaviour("tls-good", 10, OK),
    Behaviour("ipv6", 5, OK),
    Behaviour("two-addresses-refused", 3, OK),
    Behaviour("two-addresses-silent", 2, OK, (2.0,)),
    # Gone.
    Behaviour("gone-404", 50, DEAD, (0.0, 0.0)),
    Behaviour("gone-410", 15, DEAD, (0.0, 0.0)),
    Behaviour("gone-after-301", 5, DEAD, (0.0,) * 4),
    Behaviour("refused", 6, DEAD, ()),
    Behaviour("no-such-host", 2, DEAD, ()),
    Behaviour("soft-404", 50, SOFT),
    Behaviour("home", 20, HOME, (0.0, 0.0)),
    Behaviour("home-language", 5, HOME, (0.0, 0.0)),
    # Behind a wall.
    Behaviour("wall-401", 5, WALL),
    Behaviour("wall-403", 15, WALL),
    Behaviour("wall-406", 3, WALL),
    Behaviour("wall-429", 2, WALL, (0.0, 0.0, 0.0)),
    Behaviour("wall-451", 2, WALL),
    Behaviour("wall-999", 3, WALL),
    Behaviour("captcha-200", 5, WALL),
    Behaviour("captcha-403", 5, WALL),
    Behaviour("captcha-503", 5, WALL),
    Behaviour("members", 5, WALL, (0.0, 0.0)),
    Behaviour("consent", 5, WALL, (0.0, 0.0)),
    # What cannot be reached, is not secure, or must not be asked.
    Behaviour("always-500", 10, AWAY, (0.0, 0.0, 0.0)),
    Behaviour("reset", 10, AWAY, (0.0, 0.0, 0.0)),
    Behaviour("silence", 4, AWAY, (SILENT,) * 3),
    Behaviour("loop", 10, AWAY, (0.0, 0.0, 0.0)),
    Behaviour("redirect-fifteen", 5, AWAY, (0.0,) * 11),
    Behaviour("bad-header", 5, AWAY, (0.0, 0.0, 0.0)),
    Behaviour("tls-self-signed", 3, INSECURE),
    Behaviour("tls-unknown-issuer", 2, INSECURE),
    Behaviour("tls-expired", 5, INSECURE),
    Behaviour("tls-other-host", 5, INSECURE),
    Behaviour("tls-1.0", 3, INSECURE),
    Behaviour("to-private", 5, REFUSED),
    Behaviour("two-addresses-mixed", 2, REFUSED, ()),
    Behaviour("rebinding", 2, REFUSED),
)

NAMED = "bench.invalid"
"""The domain of the hosts that only `names` knows; the peers, which ask the system, do not get their URLs."""
BY_NAME = {one.name: one for one in BEHAVIOURS}
