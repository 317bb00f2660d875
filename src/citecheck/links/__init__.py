"""URLs to LinkReport: what to ask for, what the answers mean, and where gone pages are archived.

Nothing here asks the network by itself: whoever calls hands in a `Fetch`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from msgspec.structs import replace

from citecheck.links.archive import Archive
from citecheck.links.asking import Fetch, Store, Watch, ask_all
from citecheck.links.plan import Target, plan
from citecheck.links.telling import why_untold
from citecheck.model.document import Document
from citecheck.model.links import LIVING, Link, LinkReport, LinkSettings, LinkStatus

__all__ = ["Fetch", "Store", "Target", "Watch", "check_links", "plan"]

LOST = frozenset((LinkStatus.DEAD, LinkStatus.SOFT_404, LinkStatus.HOME))
"""Verdicts after which a reader needs an archived copy."""


async def check_links(
    documents: Sequence[Document],
    settings: LinkSettings,
    fetch: Fetch,
    *,
    store: Store | None = None,
    watch: Watch | None = None,
    stop: asyncio.Event | None = None,
) -> LinkReport:
    """The verdict on every URL that the documents print, each asked for once."""

    archive = Archive(fetch)

    async def with_copy(target: Target, link: Link, public: bool) -> Link:
        lost = settings.archive and link.status in LOST
        if not lost and not (settings.save and link.status in LIVING):
            return link
        untold = why_untold(target.ask, public=public, queries=settings.tell_queries)
        if untold is not None:
            return replace(link, untold=untold)
        there = await archive.find(target.ask, target.near if lost else None)
        if lost:
            return replace(link, archived=there.copy, archive_answered=there.answered)
        # Where it is not known whether there is one, none is asked for: the service counts.
        made = await archive.save(target.ask) if there.copy is None and there.answered else None
        return replace(link, archived=there.copy or made, saved=made is not None, archive_answered=there.answered)

    extra = with_copy if settings.archive or settings.save else None
    targets = plan(documents, settings)
    links = await ask_all(targets, settings, fetch, store, watch, stop, extra)
    return LinkReport(tuple(documents), links)
