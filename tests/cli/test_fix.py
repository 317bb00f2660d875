"""``citecheck fix``: the diff, the files, and how it ends."""

from __future__ import annotations

import codecs
import io
import os
import shutil
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import replace

import citecheck
from citecheck import pipeline
from citecheck.model.evidence import Crash
from citecheck.model.finding import Edit, Fix
from citecheck.model.report import Report
from tests.cli.conftest import Run
from tests.skips import REPORT, needs_report
from tests.tried import only_thorough

NOTES = ("Doe, 2020, p. 4", "Doe, 2020, p. 5", "Doe, 2020, p. 8", "Doe, 2020, p.9")
ENTRIES = "\n## References\n\n1. Doe, J. (2020). Où l’on va. Press. <https://example.org/a?utm_source=x>\n"
DIFF = "\n".join(
    (
        "--- a/a.md",
        "+++ b/a.md",
        "@@ -6,8 +6,8 @@",
        " ",
        " <sup>3</sup> Doe, 2020, p. 8",
        " ",
        "-<sup>4</sup> Doe, 2020, p.9",
        "+<sup>4</sup> Doe, 2020, p. 9",
        " ",
        " ## References",
        " ",
        "-1. Doe, J. (2020). Où l’on va. Press. <https://example.org/a?utm_source=x>",
        "+1. Doe, J. (2020). Où l’on va. Press. <https://example.org/a>",
        "",
    )
)


def text(*notes: str, entries: str = ENTRIES) -> str:
    """A small report whose text calls these notes."""
    calls = " ".join(f"That is so.<sup>{number}</sup>" for number, _ in enumerate(notes, 1))
    return calls + "".join(f"\n\n<sup>{number}</sup> {note}" for number, note in enumerate(notes, 1)) + "\n" + entries


FAULTY = text(*NOTES)
MENDED = FAULTY.replace("p.9", "p. 9").replace("?utm_source=x", "")


@pytest.fixture
def file(folder: Path) -> Path:
    """A report with a page and an address to correct."""
    made = folder / "a.md"
    made.write_text(FAULTY, encoding="utf-8", newline="\n")
    return made


# The diff.


def test_the_corrections_are_a_diff_and_the_file_stays(cli: Run, file: Path) -> None:
    ran = cli("fix", "a.md")
    assert (ran.status, ran.out) == (0, DIFF)
    assert ran.err == "citecheck: 2 corrections in 1 file; --write makes them\n"
    assert file.read_text(encoding="utf-8") == FAULTY


def test_where_there_is_nothing_to_correct_there_is_no_diff(cli: Run, folder: Path) -> None:
    (folder / "a.md").write_text(MENDED, encoding="utf-8")
    ran = cli("fix", "a.md", "--check")
    assert ran == (0, "", "citecheck: no corrections\n")


def test_quiet_says_nothing_besides_the_diff(cli: Run, file: Path) -> None:
    assert cli("fix", "a.md", "-q") == (0, DIFF, "")


def test_verbose_tells_every_correction(cli: Run, file: Path) -> None:
    lines = cli("fix", "a.md", "-v").err.splitlines()
    assert lines[1:] == [
        "citecheck:   a.md:9:25 PAG001 Doe, 2020: “p.9” is spaced otherwise than 3 of 4 pages.",
        "citecheck:   a.md:13:40 URL002 Doe, 2020: The URL tracks its reader (utm_source).",
    ]


def test_a_person_sees_each_change_by_word(cli: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    colored = cli("fix", "a.md", "--color", "always").out
    assert colored == (
        "\033[36ma.md:9:\033[0m <sup>4</sup> Doe, 2020, p.\033[31;9m9\033[0m\033[32m 9\033[0m\n"
        "\033[36ma.md:13:\033[0m …l’on va. Press. <https://example.org/a\033[31;9m?utm_source=x\033[0m>\n"
    )
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    plain = (
        "a.md:9: <sup>4</sup> Doe, 2020, p.[-9-]{+ 9+}\n"
        "a.md:13: …l’on va. Press. <https://example.org/a[-?utm_source=x-]>\n"
    )
    assert cli("fix", "a.md", "--color", "never").out == plain
    assert cli("fix", "a.md").out == colored
    monkeypatch.setenv("NO_COLOR", "1")
    assert cli("fix", "a.md").out == plain


def test_a_terminal_is_not_steered(cli: Run, file: Path) -> None:
    file.write_text(FAULTY.replace("Press. <", "A\033[2J\u202eB. <"), encoding="utf-8")
    shown = cli("fix", "a.md", "--color", "always").out
    assert "A␛[2J<U+202E>B" in shown
    assert "\033[2J" not in shown


def test_the_diff_goes_to_a_file(cli: Run, file: Path) -> None:
    ran = cli("fix", "a.md", "-o", "out.diff")
    assert ran.out == ""
    assert Path("out.diff").read_text(encoding="utf-8") == DIFF
    assert "wrote out.diff" in ran.err


def test_paths_are_as_programs_want_them(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("report/fr.md", "report/en.md", "work/here.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(FAULTY, encoding="utf-8")
    assert "--- a/report/en.md\n" in cli("fix", "./report/../report/en.md", "-q").out
    assert "--- a/report/en.md\n" in cli("fix", str(folder / "report" / "en.md"), "-q").out
    monkeypatch.chdir(folder / "work")
    ran = cli("fix", "--lang", "en=../report/en.md")
    assert "--- a/en.md\n" in ran.out
    assert f"the diff's paths are relative to {Path('..') / 'report'}: apply it there" in ran.err
    ran = cli("fix", "../report/en.md", "here.md")
    assert [line for line in ran.out.splitlines() if line.startswith("---")] == [
        "--- a/report/en.md",
        "--- a/work/here.md",
    ]


@pytest.mark.parametrize("program", ["git apply", "patch -s -p1"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_other_programs_take_it(cli: Run, folder: Path, program: str, encoding: str, end: str) -> None:
    if shutil.which(program.split()[0]) is None:
        pytest.skip(f"no {program.split()[0]}")
    raw, wanted = (one.replace("\n", end).encode(encoding) for one in (FAULTY, MENDED))
    (folder / "in").mkdir()
    # In a folder of a repository that does not know the file: paths are relative to where the program runs.
    if program.startswith("git"):
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True, env=_environment(folder))
    file = folder / "in" / "a b.md"
    file.write_bytes(raw)
    os.chdir(folder / "in")
    assert cli("fix", "a b.md", "-o", "diff").status == 0
    command = [*program.split(), *(["-i"] if program.startswith("patch") else []), "diff"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment(folder))
    assert ran.returncode == 0, ran.stderr
    assert file.read_bytes() == wanted
    assert cli("fix", "a b.md", "--check").status == 0


def _environment(folder: Path) -> dict[str, str]:
    """Nobody's own settings, such as one that changes line ends."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CEILING_DIRECTORIES": str(folder.parent),
    }


# The files.


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("cp1252", b""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_is_written_keeps_encoding_and_line_ends(
    cli: Run, folder: Path, encoding: str, mark: bytes, end: str
) -> None:
    file = folder / "a.md"
    file.write_bytes(mark + FAULTY.replace("\n", end).encode(encoding))
    ran = cli("fix", "a.md", "--write")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "citecheck: 2 corrections in 1 file made\n"
    assert file.read_bytes() == mark + MENDED.replace("\n", end).encode(encoding)
    before = file.stat().st_mtime_ns
    assert cli("fix", "a.md", "--write", "--check").status == 0
    assert file.stat().st_mtime_ns == before


def test_a_name_that_the_encoding_cannot_spell_is_left_and_said(cli: Run, folder: Path) -> None:
    # The entry stands in another file, in another encoding.
    entries = "## References\n\nKowałczyk, M. (2020). One. Press.\n\nDoe, J. (2019). Two. Press.\n"
    (folder / "refs.md").write_text(entries, encoding="utf-8")
    notes = text("Kowalzcyk, 2020, p. 4", "Doe, 2019, p. 5", "Doe, 2019, p. 6", "Doe, 2019, p.7", entries="")
    raw = notes.replace("That is", "Voilà, that is", 1).encode("latin-1")
    (folder / "a.md").write_bytes(raw)
    ran = cli("fix", "a.md", "refs.md", "--write")
    assert ran.status == 0
    assert "1 correction left out, because the file's encoding lacks a character" in ran.err
    assert "CIT003 a.md:3:14" in ran.err
    assert (folder / "a.md").read_bytes() == raw.replace(b"p.7", b"p. 7")
    assert (folder / "refs.md").read_text(encoding="utf-8") == entries


def test_permissions_stay_and_nothing_is_left_behind(cli: Run, file: Path, folder: Path) -> None:
    file.chmod(0o640)
    cli("fix", "a.md", "-w")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [one.name for one in folder.iterdir()] == ["a.md"]


def test_a_file_that_changes_meanwhile_is_not_overwritten(
    cli: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pipeline.audit

    def audit(*arguments: Any, **options: Any) -> Report:
        file.write_text("somebody saved", encoding="utf-8")
        return real(*arguments, **options)

    monkeypatch.setattr(pipeline, "audit", audit)
    ran = cli("fix", "a.md", "--write")
    assert ran.status == 2
    assert ran.err == "citecheck: a.md has changed while it was read: nothing was written; run it again\n"
    assert file.read_text(encoding="utf-8") == "somebody saved"


def test_after_writing_the_findings_are_gone_and_none_is_new(cli: Run, file: Path) -> None:
    before = {found.fingerprint: found for found in citecheck.audit(["a.md"]).findings}
    cli("fix", "a.md", "--write")
    after = {found.fingerprint for found in citecheck.audit(["a.md"]).findings}
    assert after < set(before)
    assert {before[one].code for one in set(before) - after} == {"PAG001", "URL002"}


# Standard input, data files and other mistakes.


def given(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(raw)))


def test_standard_input_is_answered_with_a_diff(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, FAULTY.encode())
    assert cli("fix", "-", "-q") == (0, DIFF.replace("/a.md", "/stdin"), "")


def test_standard_input_cannot_be_written(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, FAULTY.encode())
    ran = cli("fix", "-", "--write")
    assert (ran.status, ran.out) == (2, "")
    assert (
        ran.err
        == "citecheck: --write cannot change standard input (-): name a file, or leave --write out for the diff\n"
    )


@pytest.mark.parametrize("words", [["data/footnotes.json"], []])
def test_data_files_cannot_be_corrected(cli: Run, file: Path, words: Sequence[str]) -> None:
    assert cli("extract", "a.md", "-q").status == 0
    ran = cli("fix", *words)
    assert ran.status == 2
    assert ran.err.startswith("citecheck: data/footnotes.json ")
    assert "cannot be corrected: name the report's" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "nothing to read"),
        (["missing.md"], "missing.md does not exist"),
        (["a.md", "--write", "-o", "b"], "--write changes the files and --output takes the diff: choose one"),
        (["a.md", "--select", "PAG9"], "unknown rule 'PAG9'"),
        (["empty.md"], "empty.md is empty"),
        (["a.md", "a.md"], "a.md is named twice"),
    ],
)
def test_mistakes_are_said_in_one_line(cli: Run, file: Path, folder: Path, words: Sequence[str], said: str) -> None:
    (folder / "empty.md").write_text("", encoding="utf-8")
    ran = cli("fix", *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_folder_that_cannot_be_written_to(cli: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: Any, **options: Any) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("citecheck.cli.writing.tempfile.mkstemp", refuse)
    ran = cli("fix", "a.md", "--write")
    assert (ran.status, ran.err) == (2, "citecheck: a.md: cannot be written (Permission denied)\n")
    assert file.read_text(encoding="utf-8") == FAULTY


# What is corrected.


def test_check_tells_by_its_status(cli: Run, file: Path) -> None:
    assert cli("fix", "a.md", "--check").status == 1
    assert cli("fix", "a.md", "--check", "--select", "NUM").status == 0
    assert cli("fix", "a.md", "--check", "--write").status == 1
    assert cli("fix", "a.md", "--check").status == 0


def test_only_chosen_rules(cli: Run, file: Path, folder: Path) -> None:
    assert "utm_source" not in cli("fix", "a.md", "--select", "PAG", "-q").out
    assert "p.9" not in cli("fix", "a.md", "--ignore", "malformed-locator", "-q").out
    (folder / "citecheck.toml").write_text('documents = ["a.md"]\nignore = ["URL"]\n', encoding="utf-8")
    ran = cli("fix")
    assert "reading a.md (named in" in ran.err
    assert "p. 9" in ran.out
    assert "utm_source" not in ran.out


def test_the_language_can_be_said(cli: Run, file: Path) -> None:
    assert cli("fix", "--lang", "en=a.md", "-q").out == DIFF


def test_unsafe_ones_are_counted_and_made_when_told(cli: Run, folder: Path) -> None:
    file = folder / "a.md"
    file.write_text(
        text("Doe, 2020, p. 9-4", *NOTES[:3], entries=ENTRIES.replace("?utm_source=x", "")), encoding="utf-8"
    )
    ran = cli("fix", "a.md", "--check")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == (
        "citecheck: no corrections\ncitecheck: 1 more only with --unsafe, because a person should look at it: PAG004 a.md:3:28\n"
    )
    assert "+<sup>1</sup> Doe, 2020, p. 4-9\n" in cli("fix", "a.md", "--unsafe").out


def test_two_corrections_of_one_address_go_together(cli: Run, folder: Path) -> None:
    url = "http://dx.doi.org/10.9999/abc?utm_source=x"
    entries = ENTRIES.replace("https://example.org/a?utm_source=x", url)
    (folder / "a.md").write_text(text(*NOTES[:3], entries=entries), encoding="utf-8")
    ran = cli("fix", "a.md")
    assert "+1. Doe, J. (2020). Où l’on va. Press. <https://doi.org/10.9999/abc>\n" in ran.out
    assert ran.err.startswith("citecheck: 2 corrections in 1 file;")


def test_overlapping_corrections_are_said(cli: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.audit

    def audit(*arguments: Any, **options: Any) -> Report:
        """An audit in which a second rule would write the same page otherwise."""
        made = real(*arguments, **options)
        page = next((one for one in made.findings if one.code == "PAG001"), None)
        if page is None:
            return made
        other = replace(page, code="URL005", subject="other", fix=Fix((Edit(page.place.span, "pp. 9"),)))
        return replace(made, findings=(*made.findings, other))

    monkeypatch.setattr(pipeline, "audit", audit)
    ran = cli("fix", "a.md")
    assert ran.out == DIFF
    assert "citecheck: 1 correction overlapped with others, which went first: URL005 a.md:9:25\n" in ran.err


def test_a_waived_finding_is_not_corrected(cli: Run, folder: Path) -> None:
    notes = ("Doe, 2020, p. 4", "Doe, 2020, p. 5", "Doe, 2020, p. 8", "Doe, 2020, 9")
    french = text(*notes, entries="\n## Bibliographie\n\n1. Doe, J. (2020). Un. Seuil.\n").replace(
        "That is so", "Cela est ainsi dans les faits"
    )
    english = text(*notes[:3], "Doe, 2020, 8", entries="\n## References\n\n1. Doe, J. (2020). Un. Seuil.\n")
    (folder / "fr.md").write_text(french, encoding="utf-8")
    (folder / "en.md").write_text(english, encoding="utf-8")
    words = ["--lang", "fr=fr.md", "--lang", "en=en.md"]
    assert cli("fix", *words, "--check").status == 1
    before = {found.fingerprint for found in _audited(words)}
    assert cli("reconcile", *words, "--accept", "fr:4", "--reason", "as printed").status in (0, 1)
    ran = cli("fix", *words, "--write")
    assert ran.status == 0
    # The decision is about what the notes say: a correction would undo it.
    assert {found.fingerprint for found in _audited(words)} <= before


def _audited(words: Sequence[str]) -> Sequence[Any]:
    return citecheck.audit([], langs=[tuple(word.split("=")) for word in words if "=" in word]).findings  # type: ignore[misc]


def test_a_rule_that_fails_is_said(cli: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.audit

    def audit(*arguments: Any, **options: Any) -> Report:
        return replace(real(*arguments, **options), crashes=(Crash("CIT011", "ValueError: no", "checks/x.py:3"),))

    monkeypatch.setattr(pipeline, "audit", audit)
    ran = cli("fix", "a.md")
    assert (ran.status, ran.out) == (3, DIFF)
    assert "a rule failed (CIT011)" in ran.err


# The real report.


@needs_report
@only_thorough
def test_the_report_is_corrected_without_a_new_finding(cli: Run, folder: Path) -> None:
    copy = folder / "report.md"
    copy.write_bytes(REPORT.read_bytes())
    before = {found.fingerprint: found for found in citecheck.audit(["report.md"]).findings}
    assert cli("fix", "report.md", "--write").status == 0
    after = {found.fingerprint: found for found in citecheck.audit(["report.md"]).findings}
    assert set(after) <= set(before)
    safe = {name for name, found in before.items() if found.fix is not None and found.fix.safe}
    assert not safe & set(after)
    codes = Counter(before[name].code for name in safe)
    assert codes >= Counter(CIT003=4, PAG001=7, URL002=8, URL004=4, CUR005=1, NUM010=2)
    assert cli("fix", "report.md", "--check").status == 0


def test_what_is_included_is_corrected_in_its_file(cli: Run, folder: Path) -> None:
    (folder / "a.qmd").write_text(
        "# Ports\n\nThe ports grew[^1] and[^2] and[^3] and[^4].\n\n{{< include part.qmd >}}\n\n# Bibliography\n\n"
        "Doe, J. (2019). *Ports*. Harrow.\n"
    )
    part = folder / "part.qmd"
    notes = "".join(f"[^{at}]: Doe, 2019, {page}.\n\n" for at, page in enumerate(["p. 4", "p. 5", "p. 6", "p.7"], 1))
    part.write_text(notes)
    assert "+++ b/part.qmd\n" in cli("fix", "a.qmd").out
    assert cli("fix", "a.qmd", "--write").status == 0
    assert part.read_text() == notes.replace("p.7", "p. 7")
    assert cli("fix", "a.qmd", "--check").status == 0


def test_a_bibliography_file_is_corrected_within_its_fields(cli: Run, folder: Path) -> None:
    bib = "% old\r\n@book{doe2020, author = {Doe, Jane}, title={A}, year=2020,\r\n   url={http://dx.doi.org/10.1000/18\\_2} }\r\n"
    (folder / "refs.bib").write_bytes(bib.encode())
    (folder / "a.md").write_text("A claim [@doe2020, p. 4].\n")
    ran = cli("fix", "a.md", "--bibliography", "refs.bib", "--write")
    assert (ran.status, ran.err.splitlines()[-1]) == (0, "citecheck: 1 correction in 1 file made")
    assert (folder / "refs.bib").read_bytes() == bib.replace("http://dx.doi.org", "https://doi.org").encode()
    assert cli("fix", "a.md", "--bibliography", "refs.bib", "--check").status == 0
