"""Asking the network for the URLs of documents, with the cache and the signals that belong to a run of the program."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from citecheck.links import check_links as check
from citecheck.model.document import Document
from citecheck.model.links import LinkReport, LinkSettings
from citecheck.net.session import open_cache, open_net
from citecheck.net.signals import stopping

if TYPE_CHECKING:
    from citecheck.links import Watch

__all__ = ["check_links"]


def check_links(
    documents: Sequence[Document],
    settings: LinkSettings,
    *,
    cache: Path | None = None,
    watch: Watch | None = None,
    signals: bool = False,
) -> LinkReport:
    """Asks the network for every URL of the documents. ``cache`` is the folder that keeps good verdicts.

    With ``signals``, Ctrl-C and SIGTERM end it early, with what is known by then. Raises NetworkError where there is no
    network at all.
    """
    return asyncio.run(_check_links(documents, settings, cache, watch, signals))


async def _check_links(
    documents: Sequence[Document], settings: LinkSettings, folder: Path | None, watch: Watch | None, signals: bool
) -> LinkReport:
    cache = open_cache(folder, settings) if folder is not None and settings.cache else None
    stop, ended = asyncio.Event(), list[str]()
    try:
        async with open_net(settings) as net:
            with stopping(stop, ended, signals):
                report = await check(documents, settings, net.fetch, store=cache, watch=watch, stop=stop)
    finally:
        if cache is not None:
            cache.close()
    warnings = (*(cache.warnings if cache is not None else ()), *net.warnings)
    return LinkReport(report.documents, report.links, ended[0] if ended else None, warnings)
