"""What holds for all tests: a test that is skipped for a reason not listed in skips.py fails the session, and none leaves the machine."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import typer
from hypothesis import settings

from tests.skips import ALLOWED

_UNEXPECTED = pytest.StashKey[list[str]]()


# No example is failed by the clock: machines are shared. The same ones are tried each time.
settings.register_profile("usual", deadline=None, derandomize=True, max_examples=15)
settings.register_profile("thorough", deadline=None, derandomize=True, max_examples=100)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--thorough", action="store_true", help="run only the slow tests and those that try examples, with many more"
    )


def pytest_configure(config: pytest.Config) -> None:
    # Before any test module is imported: how many examples a test tries is settled there (tests/tried.py).
    settings.load_profile("thorough" if config.getoption("thorough") else "usual")
    config.stash[_UNEXPECTED] = []
    config.pluginmanager.register(_Skips(config), "citecheck-skips")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out, with ``--thorough``, what would do the same again as without it, and without it what is only for then."""
    runs = _runs_thoroughly if config.getoption("thorough") else _runs_usually
    config.hook.pytest_deselected(items=[item for item in items if not runs(item)])
    items[:] = [item for item in items if runs(item)]


def _runs_thoroughly(item: pytest.Item) -> bool:
    return item.get_closest_marker("thorough") is not None or item.get_closest_marker("hypothesis") is not None


def _runs_usually(item: pytest.Item) -> bool:
    return not any(marker.kwargs.get("only") for marker in item.iter_markers("thorough"))


@pytest.fixture(scope="session", autouse=True)
def commands_built_once() -> Iterator[None]:
    """Keeps the command line that is made from the functions: a process makes it once, and so do all runs in this one."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(typer.main, "get_command", cache(typer.main.get_command))
        yield


@pytest.fixture(autouse=True)
def no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuses to look up any name but ``localhost``."""
    real = socket.getaddrinfo

    def look_up(host: Any, *more: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        numeric = options.get("flags", 0) & socket.AI_NUMERICHOST
        if not numeric and name != "localhost" and not any(char in name for char in ":") and not name[-1:].isdigit():
            raise AssertionError(f"a test looks up {name}")
        return real(host, *more, **options)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A headless Chromium; without one, or without playwright, the tests are skipped."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        found = None
    if found is None:
        pytest.skip("no Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


class _Skips:
    """Watches the reports of tests and of collection; with xdist, the controller sees those of every worker."""

    def __init__(self, config: pytest.Config) -> None:
        self.found = config.stash[_UNEXPECTED]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._look(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._look(report)

    def _look(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if not report.skipped or hasattr(report, "wasxfail"):
            return
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if reason.removeprefix("Skipped: ") not in ALLOWED:
            self.found.append(f"{report.nodeid}: {reason}")

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        if self.found and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        yield

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.found:
            terminalreporter.section("skipped for a reason that tests/skips.py does not list", red=True)
            for line in self.found:
                terminalreporter.line(line)
