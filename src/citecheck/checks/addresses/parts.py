"""URLs taken apart: where each is printed, its host, its parameters, and what of these only tracks the reader."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import unquote

from msgspec import Struct

from citecheck.model.document import Document, Entry, Note, Url
from citecheck.model.finding import Edit, Fix, Place
from citecheck.model.order import gathered

ESCAPE = re.compile(r"\\+(?=[!-/:-@\[-`{-~])")
AMPERSAND = re.compile(r"&(?:amp;)?")
TRACKERS = frozenset(
    (
        *("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid"),
        *("li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "cmpid", "ocid", "icid", "ncid", "s_cid", "s_kwcid"),
        *("mkt_tok", "_hsenc", "_hsmi", "__hstc", "__hssc", "__hsfp", "hsctatracking", "vero_id", "vero_conv"),
        *("oly_enc_id", "oly_anon_id", "rb_clickid", "wickedid", "_ga", "_gl", "ref_src", "ref_url", "xtor"),
        *("at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3", "wt.mc_id", "wt_mc", "wt.nav"),
        *("wt.tsrc", "smid", "spm", "gepc", "cmpgn", "ito", "sc_src", "sc_llid", "sc_lid", "sc_uid"),
        *("sc_customer", "trk", "trkcampaign", "guccounter", "guce_referrer", "guce_referrer_sig"),
    )
)
"""Parameters that only say where a reader came from."""
FAMILIES = ("utm_", "pk_", "mtm_", "matomo_", "piwik_", "hsa_", "stm_", "itm_")
"""What the names of such parameters begin with."""
DOUBTFUL = frozenset(("cmp", "campaign_id", "share_id"))
"""Parameters that track where their value is no plain number, or another one tracks beside them; else they may select."""
TOGETHER = frozenset(("module", "pgtype", "campaign"))
"""Parameters that track where all of them stand together; each alone may select something."""


class Printed(Struct, frozen=True):
    """One distinct URL with all the places that print it."""

    target: str
    urls: tuple[Url, ...]
    places: tuple[Place, ...]

    def fix(self, change: Callable[[str], str], safe: bool = True) -> Fix:
        """The edits that change the URL wherever it is printed, in links both the text and the target."""
        edits = (Edit(url.span, _rewritten(url, change)) for url in self.urls)
        return Fix(tuple(edit for edit in edits if edit.replacement != edit.span.text), safe)


def printed(document: Document) -> list[Printed]:
    """The distinct URLs of a document, in the order of their first places."""
    both: list[Note | Entry] = [*document.notes, *document.entries]
    holders = sorted(both, key=_at)
    places = [*map(_at, holders)]
    return [
        Printed(target, tuple(urls), tuple(_place(document, holders, places, url) for url in urls))
        for target, urls in gathered((url.target, url) for url in document.urls).items()
    ]


def _at(one: Note | Entry) -> tuple[int, int]:
    return id(one.span.source), one.span.start


def _place(document: Document, holders: Sequence[Note | Entry], places: Sequence[tuple[int, int]], url: Url) -> Place:
    """The place of a URL, in its note or entry; ``places`` are where these begin."""
    begun = bisect_right(places, (id(url.span.source), url.span.start))
    holder = holders[begun - 1] if begun else None
    if holder is not None and holder.span.holds(url.span):
        return Place.of(holder, document.lang, url.span)
    return Place(url.span, document.lang)


def url_key(lang: str, target: str) -> str:
    """The key of a URL."""
    return f"{lang}:url:{target}"


def address_key(lang: str, target: str) -> str:
    """The key of where a URL leads, as opposed to how it is written."""
    return f"{lang}:address:{target}"


def host_of(target: str) -> str:
    """The host of a URL in lower case, without user and port."""
    match = re.match(r"[A-Za-z]+://([^/?#]*)", target)
    host = match.group(1) if match else ""
    return re.sub(r":\d*$", "", host.rpartition("@")[2]).casefold()


def port_of(target: str) -> int:
    """The port that a URL names; 0 where it names none."""
    match = re.match(r"[A-Za-z]+://[^/?#]*:(\d{1,9})(?=[/?#]|$)", target)
    return int(match.group(1)) if match else 0


def path_of(target: str) -> str:
    """What stands between host and query."""
    return re.sub(r"^[A-Za-z]+://[^/?#]*|[?#].*$", "", target, flags=re.DOTALL)


def parameters(target: str) -> Iterator[tuple[str, str]]:
    """Names (in lower case) and values of the query."""
    query = target.partition("#")[0].partition("?")[2]
    for piece in AMPERSAND.split(query):
        name, _, value = piece.partition("=")
        if name:
            yield unescape(name).casefold(), unquote(unescape(value))


def unescape(text: str) -> str:
    """The text without Markdown's backslashes."""
    return ESCAPE.sub("", text)


def tracking(target: str) -> tuple[str, ...]:
    """The names of the parameters that only track, once each and in order."""
    values = list(parameters(target))
    names = {name for name, _ in values}
    sure = {name for name in names if name in TRACKERS or name.startswith(FAMILIES)}
    if names >= TOGETHER:
        sure |= TOGETHER
    doubtful = {name for name, value in values if name in DOUBTFUL and (sure or (value and not value.isdigit()))}
    return tuple(dict.fromkeys(name for name, _ in values if name in sure or name in doubtful))


def untracked(address: str) -> str:
    """An address, with Markdown's escapes or without, less the parameters that only track."""
    names = frozenset(tracking(unescape(address)))
    front, hash_sign, fragment = address.partition("#")
    path, question, query = front.partition("?")
    kept = [piece for piece in AMPERSAND.split(query) if _name(piece) not in names]
    joint = "&amp;" if "&amp;" in query else "&"
    return path + (question + joint.join(kept) if any(kept) else "") + hash_sign + fragment


def _name(piece: str) -> str:
    return unescape(piece.partition("=")[0]).casefold()


def _rewritten(url: Url, change: Callable[[str], str]) -> str:
    """What prints a URL, changed: of a link the target, and the text where it is an address itself."""
    text = url.span.text
    if not (text.startswith("[") and text.endswith(")")):
        return change(text)
    label, joint, target = text.rpartition("](")
    if not joint:
        return text
    if is_address(label[1:]):
        label = "[" + change(label[1:])
    address, gap, title = target[:-1].partition(" ")
    return f"{label}{joint}{change(address)}{gap}{title})"


def is_address(text: str) -> bool:
    """Whether the text of a link is an address itself, with scheme or without."""
    plain = unescape("".join(text.split())).strip("<>")
    return re.match(r"(?:[a-z]{2,6}:/|www\.)", plain, re.IGNORECASE) is not None or (
        len(text.split()) == 1 and re.match(r"(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}/", plain, re.IGNORECASE) is not None
    )
