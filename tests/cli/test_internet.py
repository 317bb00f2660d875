"""Links on hosts with names and certificates, through the proxy that the environment names."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.internet import Said, internet

HOSTS = ("doi.org", "verlag.example", "quai.example")
DOI = "https://doi.org/10.5555/tides.12"


def text(*urls: str) -> str:
    notes = "\n\n".join(f"<sup>{n}</sup> Doe, 2020, {url}" for n, url in enumerate(urls, 1))
    marks = " ".join(f"The water rises and it falls again<sup>{n}</sup>." for n, _ in enumerate(urls, 1))
    return f"# Tides of the harbour, and of the sea\n\n{marks}\n\n{notes}\n"


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citecheck.net.hosts.BACK_OFF", 0.0)


@pytest.mark.parametrize(
    ("code", "landing", "status", "reason"),
    [
        (1, Said(403), "ok", "the DOI is registered; its landing page could not be verified"),
        (1, Said(), "ok", "200 OK"),
        (1, Said(404), "unverifiable", "the DOI is registered, but its landing page answers 404"),
        (100, Said(404), "dead", "the DOI is not registered"),
    ],
)
def test_a_doi_is_asked_of_its_resolver(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, code: int, landing: Said, status: str, reason: str
) -> None:
    def answers(url: str) -> Said:
        if url.startswith("https://doi.org/api/handles/10.5555/tides.12"):
            body = json.dumps({"responseCode": code}).encode()
            return Said(200 if code == 1 else 404, body, kind="application/json")
        if url == DOI:
            return Said(302, headers={"Location": "https://verlag.example/tides"}) if code == 1 else Said(404)
        return landing

    (folder / "a.md").write_text(text(DOI), encoding="utf-8")
    with internet(answers, folder, monkeypatch, *HOSTS) as net:
        (link,) = json.loads(cli("links", "a.md", "--interval", "0", "--format", "json").out)["links"]
    assert (link["status"], link["reason"]) == (status, reason)
    assert "doi.org:443" in net.tunnels


def test_a_site_that_has_moved_to_https_is_corrected(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(url: str) -> Said:
        if url.startswith("http://"):
            return Said(301, headers={"Location": url.replace("http", "https", 1)})
        return Said()

    (folder / "a.md").write_text(text("http://quai.example/a"), encoding="utf-8")
    with internet(answers, folder, monkeypatch, *HOSTS) as net:
        assert "it lives at https://quai.example/a" in cli("links", "a.md").out
        asked = len(net.asked)
        assert "+<sup>1</sup> Doe, 2020, https://quai.example/a\n" in cli("fix", "a.md", "--links").out
        assert len(net.asked) == asked


def test_a_host_without_a_certificate_of_its_own_is_insecure(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.md").write_text(text("https://other.example/a"), encoding="utf-8")
    with internet(lambda url: Said(), folder, monkeypatch, *HOSTS):
        ran = cli("links", "a.md", "--fail-on", "warning")
    assert (ran.status, "insecure (1)" in ran.out) == (1, True)
    assert "the certificate of other.example is for another host" in ran.out


def test_a_proxy_that_is_not_there_is_no_network(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.md").write_text(text("https://quai.example/a", "https://verlag.example/b"), encoding="utf-8")
    with internet(lambda url: Said(), folder, monkeypatch, *HOSTS):
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{closed.getsockname()[1]}")
        ran = cli("links", "a.md")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("citecheck: there is no network")


def test_private_addresses_are_refused_behind_a_proxy_too(
    cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answers(url: str) -> Said:
        return Said(302, headers={"Location": "http://169.254.169.254/latest/meta-data/"})

    (folder / "a.md").write_text(text("http://quai.example/a", "http://10.0.0.1/b"), encoding="utf-8")
    with internet(answers, folder, monkeypatch, *HOSTS) as net:
        links = json.loads(cli("links", "a.md", "--format", "json").out)["links"]
    assert [link["status"] for link in links] == ["skipped", "skipped"]
    assert net.asked == ["http://quai.example/a"]
