"""One contract of readers: the same small report in every format gives the same notes, citations, entries, amounts and findings.

Pandoc, LibreOffice and Typst make the files, and Markdown is what they are held against.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import cast

import pytest
import typst

from citecheck import audit
from citecheck.model.report import Report
from citecheck.read.pandoc.program import pandoc_program
from tests.skips import needs_office, needs_pandoc

REPORT = """# Les ports

Le port de Brest a coûté 4,5 millions d'euros en 2004[^1]. Celui de Lorient a fermé en 2011[^2], dit-on, et la criée aussi[^3].

Les pêcheurs sont partis vers le sud de la côte[^4], et personne n'est revenu depuis ce temps-là[^5].

## Bibliographie

Kerbrat, A. (2012). *Les ports du nord*. Brest : Quai.

Le Goff, Y. (2018). La criée de Lorient. *Revue des ports*, 12(3), 26–34.

Morvan, J. (2005). *Les sardines*. Brest : Quai. https://quai.example/sardines

# The ports

The port of Brest has cost €5.4 million in 2004.[^6] The one of Lorient has closed in 2011,[^7] they say, and the auction as well.[^8]

The fishermen have left for the south of the coast,[^9] and nobody has come back since that time.[^10]

## References

Kerbrat, A. (2012). *The ports of the north*. Brest: Quai.

Le Goff, Y. (2018). The auction of Lorient. *Review of Ports*, 12(3), 26–34.

Morvan, J. (2005). *The sardines*. Brest: Quai. https://quai.example/sardines

[^1]: Morvan, 2005, p. 3.

[^2]: Kerbrat, 2012, p. 7.

[^3]: Ibid., p. 9.

[^4]: Le Goff, 2018, p. 112.

[^5]: Tanguy, 2016, p. 4 ; voir aussi Morvan, 2005, p. 31-25.

[^6]: Morvan, 2005, p. 3.

[^7]: Kerbrat, 2012, p. 7.

[^8]: Ibid., p. 19.

[^9]: Le Goff, 2018, p. 112.

[^10]: Tanguy, 2016, p. 4; see also Morvan, 2005, p. 31-25.
"""
FORMATS = {
    "docx": "docx",
    "odt": "odt",
    "html": "html",
    "epub": "epub",
    "tex": "latex",
    "rst": "rst",
    "org": "org",
    "rtf": "rtf",
    "typ": "typst",
}
"""The endings with the names that pandoc has for the formats."""
MORE = {"epub": ("--metadata", "title=T"), "tex": ("--standalone",), "rtf": ("--standalone",)}
"""Further options of pandoc."""
Facts = dict[str, object]


def facts(report: Report) -> Facts:
    """What must be the same."""
    told: Facts = {"findings": sorted(f"{one.code} {one.severity.value} {one.lang}" for one in report.findings)}
    for version in report.versions:
        document = version.document
        told |= {
            f"{version.lang} notes": len(document.notes),
            f"{version.lang} markers": len(document.markers),
            f"{version.lang} entries": len(document.entries),
            f"{version.lang} amounts": len(document.amounts),
            f"{version.lang} citations": len(version.resolved),
            f"{version.lang} resolved": sum(one.work is not None for one in version.resolved),
        }
    return told


def less_sure(told: Facts) -> Facts:
    """What a PDF must tell: the same, but of no finding that it is certain, since a PDF does not say what a note is."""
    findings = cast("list[str]", told["findings"])
    return {**told, "findings": sorted(one.replace(" error ", " warning ") for one in findings)}


def pandoc(made: Path, to: str, *options: str) -> None:
    """Writes the report in a format."""
    command = [str(pandoc_program()), "--from", "markdown-smart", "--to", to, "--output", str(made), *options]
    subprocess.run(command, input=REPORT.encode(), check=True, timeout=120)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    path = tmp_path_factory.mktemp("markdown") / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return facts(audit([str(path)]))


def test_the_report_has_something_to_tell(expected: Facts) -> None:
    told = str(expected["findings"])
    assert all(
        code in told for code in ("CUR004 error", "PAG003 error", "PAG004 error", "CIT001 error", "BIL003 warning")
    )
    assert (expected["fr notes"], expected["en notes"], expected["fr entries"]) == (5, 5, 3)


@needs_pandoc
@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_tells_the_same(tmp_path: Path, ending: str, expected: Facts) -> None:
    pandoc(tmp_path / f"report.{ending}", FORMATS[ending], *MORE.get(ending, ()))
    assert facts(audit([str(tmp_path / f"report.{ending}")])) == expected


@needs_pandoc
@needs_office
@pytest.mark.thorough(only=True)
@pytest.mark.parametrize("ending", ["docx", "odt", "fodt", "rtf", "html", "pdf"])
def test_what_an_office_writes_tells_the_same(tmp_path: Path, ending: str, expected: Facts) -> None:
    pandoc(tmp_path / "report.docx", "docx")
    folder = tmp_path / "written"
    converted = "html:HTML" if ending == "html" else ending
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", converted, "--outdir", str(folder)]
    subprocess.run([*command, str(tmp_path / "report.docx")], check=True, capture_output=True, timeout=120)
    told = facts(audit([str(folder / f"report.{ending}")]))
    assert told == (less_sure(expected) if ending == "pdf" else expected)


@needs_pandoc
def test_a_printed_pdf_tells_the_same_and_is_less_sure(tmp_path: Path, expected: Facts) -> None:
    pandoc(tmp_path / "report.typ", "typst", "--standalone")
    (tmp_path / "report.pdf").write_bytes(typst.compile(tmp_path / "report.typ"))
    assert facts(audit([str(tmp_path / "report.pdf")])) == less_sure(expected)


def test_a_notebook_tells_the_same(tmp_path: Path, expected: Facts) -> None:
    begun, *others = REPORT.split("\n\n# ")
    cells = [{"cell_type": "markdown", "source": part} for part in (begun, *(f"# {part}" for part in others))]
    (tmp_path / "report.ipynb").write_text(json.dumps({"cells": cells, "nbformat": 4}), encoding="utf-8")
    assert facts(audit([str(tmp_path / "report.ipynb")])) == expected
