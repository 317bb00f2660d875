"""Asking the registries for the works of documents, with the cache and the signals that belong to a run of the program."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from citecheck.model.alignment import Alignment
from citecheck.model.answer import Answer, Failure
from citecheck.model.citations import Citations
from citecheck.model.job import CheckSources
from citecheck.model.links import HostSettings, LinkSettings
from citecheck.model.sources import Source, SourceReport, SourceSettings
from citecheck.net.answers import NAME, Answers
from citecheck.net.clock import SystemClock
from citecheck.net.session import open_net
from citecheck.net.signals import stopping
from citecheck.read.files import read_bytes
from citecheck.sources.asking import Ask, ask_all
from citecheck.sources.plan import plan
from citecheck.sources.retractions import keys_of, read_retractions, with_retractions

if TYPE_CHECKING:
    from citecheck.links.asking import Fetch

__all__ = ["KEYS", "check_sources", "source_checker"]

KEYS = {"semantic-scholar": ("CITECHECK_SEMANTIC_SCHOLAR_KEY", "api.semanticscholar.org", "x-api-key")}
"""For registries that want a key: the variable that holds it, and the host and the header that it goes to, and to no other."""
AGAIN = frozenset((429, 500, 502, 503, 504))
LOST = frozenset((Failure.TIMEOUT, Failure.CONNECT_TIMEOUT, Failure.RESET))
"""What a second try may mend."""
TRIES = 2


def source_checker(settings: SourceSettings, links: LinkSettings, *, quiet: bool) -> CheckSources:
    """What asks the registries for the works of versions."""
    from citecheck.cli.asking import cache_folder

    def check(versions: Sequence[Citations], alignments: Sequence[Alignment]) -> SourceReport:
        return check_sources(versions, alignments, settings, links, folder=cache_folder(), quiet=quiet)

    return check


def check_sources(
    versions: Sequence[Citations],
    alignments: Sequence[Alignment],
    settings: SourceSettings,
    links: LinkSettings,
    *,
    folder: Path | None,
    quiet: bool,
    signals: bool = True,
) -> SourceReport:
    """What the registries know of every work. Raises NetworkError where there is no network at all."""
    return asyncio.run(_check(versions, alignments, settings, links, folder, quiet, signals))


async def _check(
    versions: Sequence[Citations],
    alignments: Sequence[Alignment],
    settings: SourceSettings,
    links: LinkSettings,
    folder: Path | None,
    quiet: bool,
    signals: bool,
) -> SourceReport:
    subjects = plan(versions, alignments)
    keyed = {name: key for name, (variable, _, _) in KEYS.items() if (key := os.environ.get(variable))}
    hosts = tuple((KEYS[name][1], HostSettings(headers=((KEYS[name][2], key),))) for name, key in keyed.items())
    file = folder / NAME if folder is not None and settings.cache else None
    keep = Answers(file, SystemClock(), refresh=settings.refresh, offline=settings.offline)
    stop, ended = asyncio.Event(), list[str]()
    try:
        async with open_net(replace(links, hosts=(*links.hosts, *hosts))) as net:
            with stopping(stop, ended, signals), _progress(len(subjects), quiet) as done:
                asks = nobody if settings.offline else asker(net.fetch, links.retries)
                sources = await ask_all(
                    subjects, asks, keep, mailto=settings.mailto, keyed=frozenset(keyed), done=done, stop=stop
                )
    finally:
        keep.close()
    retractions = None
    if settings.retractions is not None:
        wanted = {key for source in sources for key in keys_of(source)}
        raw = read_bytes(settings.retractions, "name the file of Retraction Watch")
        day = datetime.fromtimestamp(Path(settings.retractions).stat().st_mtime, UTC).date().isoformat()
        notices, retractions = read_retractions(raw, settings.retractions, day, wanted)
        sources = tuple(with_retractions(source, notices) for source in sources)
    return SourceReport(tuple(versions), sources, retractions, ended[0] if ended else None)


async def nobody(url: str, every: float) -> Answer | None:
    """Asks nobody: offline."""
    return None


def asker(fetch: Fetch, retries: int = TRIES) -> Ask:
    """Who asks through ``fetch``, and again where a server was busy."""

    async def ask(url: str, every: float) -> Answer | None:
        for attempt in range(retries + 1):
            answer = await fetch(url, attempt=attempt, whole=True, every=every)
            if answer.hopeless or not (answer.status in AGAIN or answer.failure in LOST):
                break
        return answer

    return ask


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Callable[[Source], None] | None]:
    """A bar on a terminal, else nothing."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    bar = Progress(
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("", total=total)
        yield lambda _: bar.advance(task)
