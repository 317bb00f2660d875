"""A link that prints one URL and opens another.

The reader on paper types what is printed, the reader at a screen lands elsewhere. Usually one of the two was corrected and
the other forgotten. Scheme, "www.", escapes, tracking parameters and punctuation at the end make no difference, and a text
that only names the site, or without a scheme the beginning of the address, is no printed URL; a shortened one ("example.org/…") must begin like the link. A link to the archived
copy of what is printed, to the same DOI elsewhere or to a place on the printed page is right.

Wrong: "[https://example.org/2019](https://example.org/2020)". Right: the same URL in both places.

To mend it, open both, and keep the one that leads to the source.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from citecheck.checks.addresses.parts import address_key, host_of, is_address, printed, unescape, untracked, url_key
from citecheck.likeness.archives import archived, is_archived
from citecheck.model.document import Document
from citecheck.model.finding import Abstention, Finding, Severity
from citecheck.model.rule import Example, Rule, Trust, Wording

DOI = re.compile(r"10\.\d{4,9}/\S+")
NAMED = re.compile(r"\s*(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+?)[.,;]?\s*$", re.IGNORECASE)
MISPRINTED = re.compile(r"doi\.org/(?!10/)[^\s/]+/\S+")
"""What the resolver is asked for, where it is no DOI and no shortened one."""
COMMON = frozenset(
    ["com", "org", "net", "edu", "gov", "int", "info", "eu", "fr", "uk", "de", "ch", "be", "it", "es", "ca", "ru", "cn"]
)
"""Endings of hosts that files hardly have."""
INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
"""The page of a folder, which it shows without being named."""
SCHEME = re.compile(r"\W*[a-z]{2,6}:/", re.IGNORECASE)
INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")

RULE = Rule(
    code="URL003",
    name="link-text-differs",
    severity=Severity.WARNING,
    in_pdf=Trust.NONE,
    wordless=True,
    messages={
        "differs": {
            "en": Wording("The link prints {text} and opens {target}", "Keep the URL that leads to the source."),
            "fr": Wording("Le lien affiche {text} et ouvre {target}", "Garder l'adresse qui mène à la source."),
        },
    },
    explains=("BIL006",),
)

EXAMPLES = (
    Example(
        "See [https://example.org/2019](https://example.org/2020).\n",
        ("[https://example.org/2019](https://example.org/2020)",),
    ),
    Example(
        "See [doi:10.9999/abc.1](https://doi.org/10.9999/abd.1).\n",
        ("[doi:10.9999/abc.1](https://doi.org/10.9999/abd.1)",),
    ),
    Example(
        r"See [http://www.example.org/a\\_b.](https://example.org/a_b/), [here](https://example.org/c), "
        "[example.org](https://example.org/d) and [https://example.org/e…](https://example.org/e/f)." + "\n"
    ),
)


def check(x: Document) -> Iterator[Finding | Abstention]:
    """Each link whose text is another address than its target."""
    for one in printed(x):
        for url, place in zip(one.urls, one.places, strict=True):
            if url.text is None or not _differ(url.text, url.target):
                continue
            yield RULE.finding(
                place,
                "differs",
                subject=f"{url.text} > {url.target}",
                about=[url_key(x.lang, url.target), address_key(x.lang, url.target)],
                text=INVISIBLE.sub("", url.text),
                target=url.target,
            )


def _differ(text: str, target: str) -> bool:
    named = NAMED.match(text)
    if named is not None:
        opened = DOI.search(unquote(target))
        if opened is None:
            # A shortened DOI ("doi.org/h8f2", "doi.org/10/h8f2") and a publisher's address do not tell which one they open.
            return MISPRINTED.fullmatch(_plain(target)) is not None
        return not _same_doi(named.group(1), opened.group(), target)
    if not is_address(text):
        return False
    meant = _plain(target)
    shown = _plain(text)
    if not _is_site(text, shown, meant):
        return False
    if "…" in shown:
        head, _, tail = shown.partition("…")
        return not (meant.startswith(head.rstrip("/")) and meant.endswith(tail))
    if is_archived(meant) != is_archived(shown):
        kept, printed = (meant, shown) if is_archived(meant) else (shown, meant)
        original = archived(kept)
        if original is None:
            return False
        shown, meant = printed, _plain(original)
    if "#" not in shown or "#" not in meant:
        shown, meant = (one.partition("#")[0].rstrip("/") for one in (shown, meant))
    shown, meant = (INDEX.sub("", one) for one in (shown, meant))
    if shown == meant or shown == meant.partition("/")[0]:
        return False
    # Without its scheme an address is printed to be read, and its end is left out on purpose.
    return not (meant.startswith((f"{shown}/", f"{shown}?")) and SCHEME.match(text) is None)


def _is_site(text: str, shown: str, meant: str) -> bool:
    """Whether what is shown names a site and not a file (``node.js/express``)."""
    if re.match(r"\s*(?:[a-z]{2,6}:/|www\.)", text.lstrip("<*_ "), re.IGNORECASE):
        return True
    host = shown.partition("/")[0]
    return host == meant.partition("/")[0] or host.rpartition(".")[2] in COMMON


def _same_doi(named: str, opened: str, target: str) -> bool:
    """Whether two DOIs are one; a publisher's address may go on behind it (``/pdf``, ``?download=true``)."""
    shown, meant = _plain(named).casefold(), _plain(opened).casefold()
    if shown == meant:
        return True
    longer = meant.startswith(shown) and not meant[len(shown) :][:1].isalnum()
    return longer and not host_of(target).endswith("doi.org")


def _plain(address: str) -> str:
    """An address by what tells it from others; "…" marks what is left out."""
    text = unquote(html.unescape(unescape(INVISIBLE.sub("", address))).strip("<>*_"))
    text = re.sub(r"^(?:[a-z]{2,6}:/{1,3})?(?:www\.)?", "", untracked(text), flags=re.IGNORECASE)
    text = text.replace("...", "…")
    host, slash, path = text.rstrip(".,;:!?/)").partition("/")
    host = _decoded(re.sub(r":(?:80|443)$", "", host.casefold()))
    if host in ("doi.org", "dx.doi.org"):
        return "doi.org" + slash + path.casefold()
    return host + slash + path


def _decoded(host: str) -> str:
    """A host with its labels as they are read: ``xn--bcher-kva`` is ``bücher``."""
    try:
        return ".".join(
            label[4:].encode("ascii").decode("punycode") if label.startswith("xn--") else label
            for label in host.split(".")
        )
    except UnicodeError:
        return host
