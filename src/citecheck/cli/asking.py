"""What the commands that ask for URLs share: their options, the cache's place, and what they show meanwhile."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec.structs import replace

from citecheck.cli.common import Exit, say, tell
from citecheck.errors import UsageError
from citecheck.model.links import LinkSettings, LinkStatus, redacted

if TYPE_CHECKING:
    from pathlib import Path

    from rich.text import Text

    from citecheck.model.answer import Answer
    from citecheck.model.document import Document
    from citecheck.model.job import CheckLinks
    from citecheck.model.links import Link, LinkReport

PANEL_HOSTS = 3
"""How many of the slowest hosts are named."""
SLOW = 2.0
"""Seconds after which a host counts as slow."""

INTERRUPTED = {"SIGINT": Exit.INTERRUPTED, "SIGTERM": Exit.TERMINATED}
"""The exit statuses of a run that a signal ended."""


def _option(names: Sequence[str], help: str, metavar: str | None = None, **more: Any) -> Any:
    return typer.Option(*names, help=help, metavar=metavar, show_default=False, **more)


NoCache = Annotated[bool, _option(["--no-cache"], "Neither read nor keep verdicts of other runs.")]
Refresh = Annotated[bool, _option(["--refresh"], "Ask anew for what the cache knows, and keep the new verdicts.")]
CacheTtl = Annotated[
    str | None, _option(["--cache-ttl"], "How long a good verdict counts, such as 12h or 7d.  [default: 7d]", "TIME")
]
Concurrency = Annotated[
    int | None, _option(["--concurrency"], "Requests at once over all hosts.  [default: 32]", "N", min=1, max=1000)
]
PerHost = Annotated[
    int | None, _option(["--per-host"], "Requests at once to one host.  [default: 4]", "N", min=1, max=1000)
]
Interval = Annotated[
    float | None,
    _option(["--interval"], "Seconds between two requests to one host.  [default: 0.1]", "SECONDS", min=0, max=3600),
]
Timeout = Annotated[
    float | None,
    _option(["--timeout"], "Seconds that one request may take.  [default: 10]", "SECONDS", min=0.1, max=3600),
]
Retries = Annotated[
    int | None, _option(["--retries"], "Further tries for what can pass.  [default: 2]", "N", min=0, max=100)
]
MaxRedirects = Annotated[
    int | None, _option(["--max-redirects"], "Redirects that are followed.  [default: 10]", "N", min=0, max=100)
]
BrowserHeaders = Annotated[
    bool, _option(["--browser-headers"], "Try once more with a browser's headers where a site turns citecheck away.")
]
AllowPrivate = Annotated[
    bool,
    _option(
        ["--allow-private"],
        "Also ask private and local addresses, as on an intranet. Never those of a cloud's metadata.",
    ),
]


def overridden(settings: LinkSettings, **given: Any) -> LinkSettings:
    """The settings with what the command line says; None and False say nothing."""
    changes = {name: value for name, value in given.items() if value is not None and value is not False}
    for name in ("interval", "timeout"):
        if changes.get(name, 0) != changes.get(name, 0):
            raise UsageError(f"--{name} nan: write a number of seconds")
    if "cache_ttl" in changes:
        from citecheck.config.links import duration

        try:
            changes["cache_ttl"] = duration(changes["cache_ttl"])
        except ValueError as error:
            raise UsageError(f"--cache-ttl: {error}") from error
    if changes.pop("no_cache", False):
        changes["cache"] = False
    if changes.pop("allow_private", False):
        changes["allow_private"] = ("*",)
    return replace(settings, **changes)


def cache_folder() -> Path:
    """The user's folder for what can be made anew."""
    from platformdirs import user_cache_path

    return user_cache_path("citecheck", appauthor=False)


def link_checker(settings: LinkSettings, *, quiet: bool, verbose: bool, ui: str) -> CheckLinks:
    """What asks for the URLs of documents, with what is shown meanwhile."""

    def check(documents: Sequence[Document]) -> LinkReport:
        from citecheck.cli.network import check_links

        with watching(quiet=quiet, verbose=verbose, ui=ui) as watch:
            report = check_links(documents, settings, cache=cache_folder(), watch=watch, signals=True)
        if not quiet:
            from citecheck.report import voice

            for warning in report.warnings:
                say(voice.phrase(warning, ui))
            untold = sum(link.untold is not None for link in report.links)
            if untold:
                say(voice.say("untold", ui, count=untold))
        return report

    return check


def leave_if_interrupted(report: LinkReport | None) -> None:
    """Ends the command as the signal asks that ended the run."""
    if report is not None and report.interrupted is not None:
        tell("interrupted: what was known by then is shown")
        raise typer.Exit(INTERRUPTED.get(report.interrupted, Exit.INTERRUPTED))


@contextmanager
def watching(*, quiet: bool, verbose: bool, ui: str) -> Iterator[Watcher | None]:
    """Somebody who watches a run: a bar on a terminal, each try where everything is wanted, else nobody."""
    bar = not quiet and sys.stderr is not None and sys.stderr.isatty()
    if quiet or not (bar or verbose):
        yield None
        return
    watch = Bar(ui, verbose) if bar else Watcher(verbose)
    try:
        yield watch
    finally:
        watch.close()


class Watcher:
    """Says each try on standard error."""

    def __init__(self, verbose: bool) -> None:
        self.verbose = verbose

    def starts(self, total: int) -> None:
        """So many URLs will be judged."""

    def asks(self, url: str) -> None:
        """A try begins."""

    def tried(self, url: str, answer: Answer) -> None:
        """A try has ended."""
        if self.verbose:
            self.tell(described(answer))

    def done(self, link: Link) -> None:
        """A verdict has been reached."""

    def tell(self, line: str) -> None:
        """One line for a person."""
        say(line)

    def close(self) -> None:
        """The run is over."""


class Bar(Watcher):
    """A bar on a terminal: done, total, how many of each verdict, the slowest hosts, the time left."""

    def __init__(self, ui: str, verbose: bool) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, RenderableColumn, TimeRemainingColumn

        super().__init__(verbose)
        self.ui = ui
        self.counts: Counter[LinkStatus] = Counter()
        self.pending: dict[str, float] = {}
        self.progress = Progress(
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            RenderableColumn(self),
            console=Console(stderr=True),
            transient=True,
        )
        self.task = self.progress.add_task("", total=None)
        self.progress.start()

    def starts(self, total: int) -> None:
        """So many URLs will be judged."""
        self.progress.update(self.task, total=total)

    def asks(self, url: str) -> None:
        """A try begins."""
        self.pending[url] = time.monotonic()

    def tried(self, url: str, answer: Answer) -> None:
        """A try has ended."""
        self.pending.pop(url, None)
        super().tried(url, answer)

    def done(self, link: Link) -> None:
        """A verdict has been reached."""
        self.counts[link.status] += 1
        self.progress.advance(self.task)

    def tell(self, line: str) -> None:
        """One line above the bar."""
        self.progress.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def close(self) -> None:
        """The run is over."""
        self.progress.stop()

    def __rich__(self) -> Text:
        """What stands behind the bar; made anew each time it is drawn, since hosts get slow while nothing happens."""
        from rich.text import Text

        from citecheck.report import voice

        said = [
            f"{self.counts[status]} {voice.say(f'status.{status.value}', self.ui)}"
            for status in LinkStatus
            if self.counts[status]
        ]
        hosts = self.slowest()
        return Text(" · ".join([*said, *([f"… {', '.join(hosts)}"] if hosts else [])]))

    def slowest(self) -> list[str]:
        """The hosts that have been waited for longest."""
        now = time.monotonic()
        late = sorted((start, url) for url, start in list(self.pending.items()) if now - start > SLOW)
        return list(dict.fromkeys(redacted(url).split("/")[2].rpartition("@")[2] for _, url in late))[:PANEL_HOSTS]


def described(answer: Answer) -> str:
    """One try on one line: where it went, what it met, how long it took."""
    went = " → ".join([redacted(answer.url), *(f"{hop.status} {redacted(hop.target)}" for hop in answer.hops)])
    outcome = answer.failure.value if answer.failure else str(answer.status)
    detail = f" ({answer.detail})" if answer.failure and answer.detail else ""
    browser = ", as a browser" if answer.browser else ""
    return f"{went}: {outcome}{detail}, {answer.elapsed_ms} ms{browser}"
