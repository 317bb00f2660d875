"""Asking for every URL: which when, how often, and what else to ask before the verdict. All I/O is the given
``fetch``."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from citecheck.errors import NetworkError
from citecheck.links.address import host_of, origin_of, without_fragment
from citecheck.links.beside import made_up, sent_on
from citecheck.links.doi import handle_url, with_registration
from citecheck.links.plan import Target
from citecheck.links.verdict import Seen, again, judge, suspicious
from citecheck.model.answer import UNCONNECTED, Answer, Failure, Hop
from citecheck.model.links import LIVING, Link, LinkSettings, LinkStatus
from citecheck.model.phrase import Phrase

HOSTS_AT_ONCE = 128
"""Hosts whose URLs are under way; what one of them makes wait, waits alone."""
LATE = frozenset((Failure.TIMEOUT, Failure.CONNECT_TIMEOUT))
UNDER_WAY = 4
"""URLs of a host that are under way for each request that it may get at once: most of them wait for another try."""
SILENT_HOSTS = 6
"""Hosts that cannot be connected to, with none that can, before it is asked whether there is a network at all."""
CONTROL = "https://doi.org/"
"""What answers wherever there is a network."""
REFRESHES = 3
"""How often a page may send its reader on by itself."""


class Fetch(Protocol):
    """Asks for an address once, redirects included. Never raises, and waits as long as politeness asks for."""

    async def __call__(
        self,
        url: str,
        *,
        attempt: int = 0,
        browser: bool = False,
        whole: bool = False,
        timeout: float | None = None,
        every: float | None = None,
    ) -> Answer:
        """The answer. ``attempt`` counts the tries before this one, ``browser`` sends a browser's headers, ``whole``
        takes more of the page than its beginning, ``every`` keeps that many seconds between two requests to the
        host."""


class Store(Protocol):
    """Keeps good verdicts from one run to the next."""

    def get(self, url: str) -> Link | None:
        """The verdict of an earlier run that still counts."""

    def put(self, link: Link) -> None:
        """Keeps a verdict."""


Extra = Callable[[Target, Link, bool], Awaitable[Link]]
"""Adds to the verdict on a target; told whether its host was seen to be a public one."""


class Watch(Protocol):
    """Is told how far the run is."""

    def starts(self, total: int) -> None:
        """So many URLs will be judged."""

    def asks(self, url: str) -> None:
        """A try begins."""

    def tried(self, url: str, answer: Answer) -> None:
        """A try has ended."""

    def done(self, link: Link) -> None:
        """A verdict has been reached."""


class NoWatch:
    """Nobody watches."""

    def starts(self, total: int) -> None:
        """Nothing is done."""

    def asks(self, url: str) -> None:
        """Nothing is done."""

    def tried(self, url: str, answer: Answer) -> None:
        """Nothing is done."""

    def done(self, link: Link) -> None:
        """Nothing is done."""


class Job(Struct):
    """One address to ask for, and the URLs as printed that mean it (they differ in their fragments)."""

    ask: str
    host: str
    targets: list[Target] = field(default_factory=list)


async def ask_all(
    targets: Sequence[Target],
    settings: LinkSettings,
    fetch: Fetch,
    store: Store | None = None,
    watch: Watch | None = None,
    stop: asyncio.Event | None = None,
    extra: Extra | None = None,
) -> tuple[Link, ...]:
    """The verdict on every target, in their order. ``extra`` may add to a verdict before it is handed on; it is told
    whether the host was seen to be a public one.

    When ``stop`` is set, what is not judged yet is skipped. Raises NetworkError where there is no network at all.
    """
    run = _Run(settings, fetch, store, watch or NoWatch(), extra)
    return await run.links(targets, stop)


class _Run:
    """One run over all targets."""

    def __init__(
        self,
        settings: LinkSettings,
        fetch: Fetch,
        store: Store | None,
        watch: Watch,
        extra: Extra | None,
    ) -> None:
        self.settings = settings
        self.fetch = fetch
        self.store = store
        self.watch = watch
        self.extra = extra
        self.found: dict[str, Link] = {}
        self.siblings: dict[str, asyncio.Task[Answer]] = {}
        self.down: dict[str, tuple[Answer, ...]] = {}
        self.witness: dict[str, asyncio.Lock] = {}
        self.silent: set[str] = set()
        self.reached = False
        self.hosts = 0
        self.control = asyncio.Lock()

    async def links(self, targets: Sequence[Target], stop: asyncio.Event | None) -> tuple[Link, ...]:
        """The verdict on every target."""
        self.watch.starts(len(targets))
        left = []
        for target in targets:
            link = self._without_asking(target)
            if link is not None:
                self._done(target, link, keep=False)
            else:
                left.append(target)
        queues = _queues(left)
        self.hosts = len(queues)
        work = asyncio.ensure_future(self._all(queues))
        halt = asyncio.ensure_future(stop.wait()) if stop is not None else None
        try:
            await asyncio.wait({work, *([halt] if halt else [])}, return_when=asyncio.FIRST_COMPLETED)
            if work.done():
                await work
        finally:
            pending = [work, *([halt] if halt else []), *self.siblings.values()]
            for task in pending:
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
        return tuple(
            self.found.get(target.url) or Link(target.url, LinkStatus.SKIPPED, Phrase.of("interrupted"))
            for target in targets
        )

    def _without_asking(self, target: Target) -> Link | None:
        """The verdict where nothing needs to be asked: left out, set, known from before, or offline."""
        if target.skip is not None:
            return Link(target.url, LinkStatus.SKIPPED, target.skip)
        treated = self.settings.host(target.host).treat_as
        if treated is not None:
            return Link(target.url, treated, Phrase.of("treated-as", host=target.host))
        known = self.store.get(target.url) if self.store is not None and not self.settings.refresh else None
        if known is not None:
            return replace(known, cached=True)
        if self.settings.offline:
            return Link(target.url, LinkStatus.SKIPPED, Phrase.of("offline"))
        return None

    async def _all(self, queues: Sequence[deque[Job]]) -> None:
        """Works through the queues, a number of hosts at a time."""
        waiting = deque(queues)

        async def host_after_host() -> None:
            while waiting:
                queue = waiting.popleft()
                limit = self.settings.host(queue[0].host).concurrency or self.settings.per_host
                async with asyncio.TaskGroup() as group:
                    for _ in range(min(limit * UNDER_WAY, len(queue))):
                        group.create_task(self._work(queue))

        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(min(HOSTS_AT_ONCE, len(queues))):
                    group.create_task(host_after_host())
        except BaseExceptionGroup as errors:
            raise _first(errors) from None

    async def _work(self, queue: deque[Job]) -> None:
        while queue:
            job = queue.popleft()
            await self._job(job)

    async def _job(self, job: Job) -> None:
        whole = any(target.fragment for target in job.targets)
        handle_address = handle_url(job.ask)
        handle = None
        if handle_address is not None:
            handle = (await self._tries(handle_address, True, ()))[-1]
        accept = self.settings.host(job.host).accept
        answers = self.down.get(origin_of(job.ask)) or await self._tries(job.ask, whole, accept)
        links = await self._judged(job, answers)
        if self.settings.browser_headers and links[0][1].status in _WORTH_A_BROWSER:
            other = await self._once(job.ask, whole, attempt=0, browser=True)
            second = await self._judged(job, (*answers, other))
            if second[0][1].status in LIVING:
                links = second
        for target, link in links:
            made = with_registration(link, handle) if handle is not None else link
            if self.extra is not None:
                made = await self.extra(target, made, answers[-1].public)
            self._done(target, made)

    async def _judged(self, job: Job, answers: Sequence[Answer]) -> list[tuple[Target, Link]]:
        """The verdicts on all URLs that ask for one address."""
        sibling = await self._sibling(job.ask, answers[-1]) if suspicious(answers[-1]) else None
        seen, accept = Seen(tuple(answers), sibling), self.settings.host(job.host).accept
        return [(target, judge(target, seen, accept)) for target in job.targets]

    async def _tries(self, url: str, whole: bool, accept: Sequence[int]) -> Sequence[Answer]:
        """All tries for one address. Where a host cannot be connected to, one of its URLs tries again for all of
        them."""
        answers: list[Answer] = []
        await self._try(answers, url, whole, accept, lambda: _unconnected(answers[-1]))
        if not _unconnected(answers[-1]):
            return answers
        origin = origin_of(url)
        async with self.witness.setdefault(origin, asyncio.Lock()):
            if origin not in self.down:
                await self._try(answers, url, whole, accept, lambda: False)
                if _unconnected(answers[-1]):
                    self.down[origin] = tuple(answers)
                return answers
        return self.down[origin]

    async def _try(
        self, answers: list[Answer], url: str, whole: bool, accept: Sequence[int], enough: Callable[[], bool]
    ) -> None:
        """Tries until there is nothing to be hoped for from another try, or it is ``enough``."""
        while not answers or again(answers, self.settings.retries, accept):
            # Who has waited for an answer in vain has waited long enough: no pause on top of that.
            late = bool(answers) and answers[-1].failure in LATE
            if answers:
                # What it showed is not needed any more, and many may be waiting for another try.
                answers[-1] = replace(answers[-1], body=b"", complete=False)
            answers.append(await self._once(url, whole, attempt=0 if late else len(answers)))
            await self._check_network(answers[-1])
            if enough():
                return

    async def _once(self, url: str, whole: bool, *, attempt: int, browser: bool = False) -> Answer:
        """One try, with the redirects that a page makes by itself."""
        self.watch.asks(url)
        answer = await self.fetch(url, attempt=attempt, browser=browser, whole=whole)
        for _ in range(REFRESHES):
            target = sent_on(answer)
            if target is None:
                break
            hop = Hop(answer.final_url, 302, target)
            follow = await self.fetch(without_fragment(target)[0], browser=browser, whole=whole)
            answer = replace(
                follow,
                url=url,
                hops=(*answer.hops, hop, *follow.hops),
                elapsed_ms=answer.elapsed_ms + follow.elapsed_ms,
                public=answer.public,
            )
        self.watch.tried(url, answer)
        return answer

    async def _sibling(self, url: str, answer: Answer) -> Answer:
        """The answer for an address that nobody made, beside this one; one for each host."""
        host = host_of(answer.url)
        if host not in self.siblings:
            self.siblings[host] = asyncio.ensure_future(self.fetch(made_up(url)))
        return await asyncio.shield(self.siblings[host])

    async def _check_network(self, answer: Answer) -> None:
        """Raises NetworkError where no host can be connected to, and neither can the one that always can."""
        if not _unconnected(answer):
            self.reached = self.reached or answer.failure is not Failure.PRIVATE
            return
        if self.reached:
            return
        self.silent.add(host_of(answer.url))
        if len(self.silent) < min(SILENT_HOSTS, self.hosts):
            return
        async with self.control:
            if not self.reached:
                answer = await self.fetch(CONTROL)
                if answer.failure in UNCONNECTED:
                    raise NetworkError(
                        "there is no network: no host could be reached, so no link was judged; "
                        "connect this machine, or use --offline"
                    )
                self.reached = True

    def _done(self, target: Target, link: Link, *, keep: bool = True) -> None:
        self.found[target.url] = link
        if keep and self.store is not None and link.status in LIVING and link.missing_fragment is None:
            self.store.put(link)
        self.watch.done(link)


_WORTH_A_BROWSER = frozenset((LinkStatus.DEAD, LinkStatus.UNVERIFIABLE, LinkStatus.UNREACHABLE, LinkStatus.SOFT_404))


def _queues(targets: Iterable[Target]) -> list[deque[Job]]:
    """The jobs of each host, in the order in which the hosts come up."""
    jobs: dict[str, Job] = {}
    for target in targets:
        jobs.setdefault(target.ask, Job(target.ask, target.host)).targets.append(target)
    queues: dict[str, deque[Job]] = {}
    for job in jobs.values():
        queues.setdefault(job.host, deque()).append(job)
    return list(queues.values())


def _first(errors: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error of a group that is none itself."""
    error: BaseException = errors
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _unconnected(answer: Answer) -> bool:
    """Whether the host of an address could not be connected to, so that its other addresses cannot be had either."""
    return answer.failure in UNCONNECTED and not answer.hops
