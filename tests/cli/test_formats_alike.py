"""One report in five formats, made by pandoc: the same corrections, and afterwards the same findings."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from citecheck.read.pandoc.program import pandoc_program
from tests.cli.conftest import Run
from tests.cli.test_layouts import findings
from tests.skips import needs_pandoc

PAGES = {7: "p.7", 11: "p. 31-11", 13: "p. 13. https://example.org/a?id=4&utm_source=x", 14: "p.14"}
SOURCES = (
    "Doe, J. (2019). *The ports of the north*. London: Harrow. <https://dx.doi.org/10.1000/xyz12>\n\n"
    "Kerbrat, A. (2021). *Rivers*. Paris: Seuil. <https://example.org/b?utm_source=y>\n\n"
)


def report() -> str:
    """Notes with pages, names and addresses to correct, and a mark on the unusual side of a stop."""
    text = " ".join(
        f"The *ports* grew by {at} percent[^{at}]." if at != 15 else f"They fell.[^{at}]" for at in range(1, 21)
    )
    notes = "".join(
        f"[^{at}]: {'Kerbratt' if at == 10 else 'Kerbrat' if at % 2 == 0 else 'Doe'}, "
        f"{2021 if at % 2 == 0 else 2019}, {PAGES.get(at, f'p. {at}')}.\n\n"
        for at in range(1, 21)
    )
    return f"# Ports\n\n{text}\n\n# Bibliography\n\n{SOURCES}{notes}"


def codes(cli: Run, file: str) -> list[tuple[str, str]]:
    return sorted((one["code"], one["note"] or "") for one in findings(cli, file))


def plain(file: Path, changes: str) -> str:
    """What pandoc reads in a document."""
    command = [str(pandoc_program()), "--to", "plain", "--wrap=none", f"--track-changes={changes}", str(file)]
    return subprocess.run(command, check=True, capture_output=True, timeout=60, text=True).stdout


@needs_pandoc
@pytest.mark.parametrize("ending", ["docx", "odt", "html", "tex"])
def test_every_format_gets_the_same_corrections(cli: Run, folder: Path, ending: str) -> None:
    (folder / "a.md").write_text(report(), encoding="utf-8")
    file = folder / f"b.{ending}"
    pandoc = [
        str(pandoc_program()),
        str(folder / "a.md"),
        "--standalone",
        "--metadata",
        "title=x",
        "--output",
        str(file),
    ]
    subprocess.run(pandoc, check=True, capture_output=True, timeout=60)
    said = [cli("fix", name, "--unsafe").err for name in ("a.md", file.name)]
    assert said == ["citecheck: 8 corrections in 1 file; --write makes them\n"] * 2
    before, original = codes(cli, file.name), plain(file, "accept")
    for name in ("a.md", file.name):
        assert cli("fix", name, "--unsafe", "--write").status == 0
        assert cli("fix", name, "--unsafe", "--check").status == 0
    after = codes(cli, file.name)
    assert not [one for one in after if after.count(one) > before.count(one)]
    assert after == codes(cli, "a.md")
    assert "PAG001" in {code for code, _ in before} - {code for code, _ in after}
    if ending == "docx":
        assert plain(file, "reject") == original != plain(file, "accept")
