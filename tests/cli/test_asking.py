"""What is shown while URLs are asked for."""

from __future__ import annotations

import io
import sys

import pytest

from citecheck.cli.asking import Bar, Watcher, described, overridden, watching
from citecheck.errors import UsageError
from citecheck.model.answer import Answer, Failure, Hop
from citecheck.model.links import Link, LinkSettings, LinkStatus
from citecheck.model.phrase import Phrase


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def watched(verbose: bool = False) -> Watcher | None:
    with watching(quiet=False, verbose=verbose, ui="en") as watch:
        return watch


def test_the_bar_is_for_terminals_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert watched() is None
    assert type(watched(verbose=True)) is Watcher
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert isinstance(watched(), Bar)
    with watching(quiet=True, verbose=True, ui="en") as nobody:
        assert nobody is None


def test_the_bar_tells_done_total_verdicts_slow_hosts_and_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "160")
    now = [100.0]
    monkeypatch.setattr("citecheck.cli.asking.time.monotonic", lambda: now[0])
    bar = Bar("en", verbose=False)
    bar.starts(3)
    bar.asks("https://anna:secret@slow.example/a")
    bar.asks("https://quick.example/b")
    now[0] += 5
    bar.tried("https://quick.example/b", Answer("https://quick.example/b", "https://quick.example/b", 200))
    bar.done(Link("https://quick.example/b", LinkStatus.OK, Phrase.of("answered", status="200 OK")))
    assert bar.slowest() == ["slow.example"]
    bar.progress.refresh()
    shown = screen.getvalue()
    bar.close()
    assert "1/3" in shown
    assert "1 ok · … slow.example" in shown
    assert "secret" not in shown


def test_a_try_is_one_line() -> None:
    hops = (Hop("https://quai.example/a", 301, "https://quai.example/b"),)
    made = Answer("https://quai.example/a", "https://quai.example/b", 200, hops=hops, elapsed_ms=12, browser=True)
    assert described(made) == "https://quai.example/a → 301 https://quai.example/b: 200, 12 ms, as a browser"
    failed = Answer(
        "https://u:p@quai.example/", "https://u:p@quai.example/", failure=Failure.CERTIFICATE, detail="expired"
    )
    assert described(failed) == "https://…@quai.example/: certificate (expired), 0 ms"


def test_the_command_line_goes_before_the_configuration() -> None:
    settings = LinkSettings(concurrency=5, retries=7, archive=True)
    made = overridden(
        settings, concurrency=9, retries=None, archive=False, no_cache=True, allow_private=True, cache_ttl="2h"
    )
    assert (made.concurrency, made.retries, made.archive, made.cache) == (9, 7, True, False)
    assert (made.allow_private, made.cache_ttl) == (("*",), 7200.0)
    assert overridden(settings, interval=0.0, retries=0).retries == 0
    with pytest.raises(UsageError):
        overridden(settings, cache_ttl="x")
