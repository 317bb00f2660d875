"""Builds the manual into ``build/manual``, and has citecheck ask for every address in it.

Any warning of Sphinx is a failure: a link to a page or a heading that is not there, a page that no index names. Then the
site is served on this machine, and ``citecheck links`` asks for each of its links, for the addresses of rules that
reports print, and for the schema. With ``--online``, it also asks for what README and the pages link to elsewhere, which
needs the network.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from citecheck.checks import load_rules
from citecheck.config.schema import ADDRESS
from citecheck.report.findings.sarif import HOME
from citecheck.report.json import HELP

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
SITE = ROOT / "build" / "manual"

NOT_PUBLISHED = rf"^{HOME}|^https://intranet|^https?://[^/]+\.example/"
"""Addresses that the pages name and nobody can ask for: where the manual will be, and those of examples."""


class _Links(HTMLParser):
    """Gathers what a page links to and what it loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def links_of(site: Path, home: str) -> dict[str, list[str]]:
    """Every address within the built site, with the pages that link to it; ``home`` is where it is served."""
    pages: dict[str, list[str]] = {}
    for file in sorted(site.rglob("*.html")):
        parser = _Links()
        parser.feed(file.read_text(encoding="utf-8"))
        page = file.relative_to(site).as_posix()
        for link in parser.found:
            url = urljoin(home + page, link)
            if url.startswith(home):
                pages.setdefault(url, []).append(page)
    return pages


def printed(home: str) -> dict[str, list[str]]:
    """The addresses that reports and configurations print, as they are on the served site."""
    named = [HELP + module.code for module in load_rules()]
    return {url.replace(HOME, home): [f"printed as {url}"] for url in (HOME, ADDRESS, *named)}


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *more: object) -> None:
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing: citecheck leaves once it has seen enough of a page."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves the site on this machine and gives its address."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def citecheck(*words: str) -> subprocess.CompletedProcess[str]:
    """Runs citecheck, of this interpreter's environment."""
    called = [sys.executable, "-m", "citecheck", *words]
    return subprocess.run(called, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=False)


def broken(links: Mapping[str, list[str]]) -> tuple[list[str], int]:
    """What citecheck says against these links, a line for each, and for how many it asked."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "links.md")
        listed.write_text("# Links\n\n" + "".join(f"- <{url}>\n" for url in links), encoding="utf-8")
        ran = citecheck(
            *("links", "--lang", f"en={listed}", "--format", "json", "--quiet"),
            *("--allow-private", "--no-cache", "--interval", "0", "--per-host", "16", "--fail-on", "never"),
        )
    if ran.returncode != 0:
        return [f"citecheck links ended with status {ran.returncode}"], 0
    answered = {link["url"]: link for link in json.loads(ran.stdout)["links"]}
    said = []
    for url, pages in links.items():
        link = answered.get(url)
        where = f"{pages[0]}: {urlsplit(url)._replace(scheme='', netloc='').geturl()}"
        if link is None:
            said.append(f"{where}: not read by citecheck")
        elif link["status"] == "moved" and link["final_url"] == f"{url}/":
            # Reports print the addresses of pages without the stroke that a server adds.
            continue
        elif link["status"] != "ok" or link["codes"]:
            said.append(f"{where}: {link['status']} {' '.join(link['codes'])} ({link['reason']})")
    return said, len(answered)


def main(arguments: list[str]) -> int:
    """Builds and checks."""
    if arguments not in ([], ["--online"]):
        print("usage: docs/build.py [--online]", file=sys.stderr)
        return 2
    # Sphinx leaves pages whose sources are gone.
    shutil.rmtree(SITE, ignore_errors=True)
    strict = ["-q", "-W", "--keep-going", "-n", "-E", "-b", "dirhtml"]
    built = subprocess.run([sys.executable, "-m", "sphinx", *strict, str(DOCS), str(SITE)], check=False)
    if built.returncode != 0:
        return 1
    with served(SITE) as home:
        said, asked = broken(links_of(SITE, home) | printed(home))
    print("\n".join([*said, f"build/manual: {asked} links within the manual, {len(said)} broken"]))
    status = 1 if said else 0
    if arguments:
        pages = [ROOT / "README.md", *sorted(DOCS.glob("*.md")), *sorted(DOCS.glob("decisions/*.md"))]
        ran = citecheck("links", *(str(page.relative_to(ROOT)) for page in pages), "--exclude", NOT_PUBLISHED)
        print(ran.stdout, end="")
        status = max(status, ran.returncode)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
