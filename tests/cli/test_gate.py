"""What decides the exit status: severities, settings of files, and the baseline."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.reports import REPORT, SECOND, before


def audit(cli: Run, *words: str, status: int | None = None) -> dict[str, Any]:
    ran = cli("audit", "--format", "json", "--fail-on", "warning", "--quiet", *(words or ("a.md",)))
    assert ran.status in (0, 1) if status is None else ran.status == status, ran.err
    found = json.loads(ran.out)
    assert isinstance(found, dict)
    return found


def write(text: str = REPORT, settings: str = "") -> None:
    Path("a.md").write_text(text, encoding="utf-8")
    if settings:
        Path("citecheck.toml").write_text(settings, encoding="utf-8")


def levels(found: dict[str, Any]) -> dict[str, str]:
    return {one["code"]: one["severity"] for one in found["findings"]}


# Severities.


def test_severities_are_set_by_code_name_or_beginning(cli: Run) -> None:
    plain = "[severity]\n"
    write(settings=plain)
    assert levels(audit(cli)) == {"PAG001": "warning", "CIT001": "error", "CIT002": "warning"}
    write(settings=plain + 'PAG001 = "error"\nCIT = "info"\n"uncited-entry" = "error"\n')
    made = audit(cli)
    assert levels(made) == {"PAG001": "error", "CIT001": "info", "CIT002": "error"}
    assert made["summary"]["error"] == 2


def test_what_names_fewer_rules_goes_first_in_any_order(cli: Run) -> None:
    for lines in (['CIT001 = "info"', 'CIT = "error"'], ['CIT = "error"', 'CIT001 = "info"']):
        write(settings="[severity]\n" + "\n".join(lines) + "\n")
        assert levels(audit(cli))["CIT001"] == "info"


def test_what_is_not_certain_never_becomes_an_error(cli: Run) -> None:
    text = REPORT.replace("<sup>3</sup>, and rebuilt<sup>4</sup>", "<sup>3</sup> and<sup>4</sup> so")
    write(text, '[severity]\nNUM010 = "error"\n')
    [one] = [one for one in audit(cli)["findings"] if one["code"] == "NUM010"]
    assert (one["confidence"], one["severity"]) == ("likely", "warning")


def test_the_gate_follows_the_severity_that_was_set(cli: Run) -> None:
    write(settings='[severity]\nCIT = "info"\nPAG = "info"\n')
    audit(cli, status=0)


# Settings of files.


def split(settings: str) -> None:
    """The report in two files; the second has notes 3 and 4."""
    head, tail = REPORT.split("It was built later")
    Path("annex").mkdir(exist_ok=True)
    first = head + "\n\n" + "\n\n".join(tail.split("\n\n")[1:3])
    second = "It was built later" + tail.split("\n\n")[0] + "\n\n" + "\n\n".join(tail.split("\n\n")[3:])
    Path("annex/b.md").write_text(second, encoding="utf-8")
    write(first + "\n", settings)


def test_a_rule_can_be_ignored_in_some_files(cli: Run) -> None:
    split('[[files]]\npath = "annex/*.md"\nignore = ["PAG", "CIT001"]\n')
    made = audit(cli, "a.md", "annex/b.md")
    assert set(levels(made)) == {"CIT002"}
    reasons = {one["code"]: one["reason"] for one in made["coverage"]["abstained"]}
    assert reasons["PAG001"] == reasons["CIT001"] == "ignored in some of the files"
    assert "CIT002" not in reasons


def test_a_finding_that_also_stands_where_the_rule_counts_stays(cli: Run) -> None:
    split('[[files]]\npath = "annex/"\nignore = "CIT001"\n')
    first = Path("a.md").read_text(encoding="utf-8").replace("Roe, 2018, p. 5", "Roe, 2018, p. 5; Moe, 2017, p. 9")
    Path("a.md").write_text(first, encoding="utf-8")
    assert "CIT001" in levels(audit(cli, "a.md", "annex/b.md"))


def test_severities_of_files_go_before_those_of_the_report(cli: Run) -> None:
    split('severity.PAG001 = "info"\n[[files]]\npath = "annex/b.md"\nseverity.PAG001 = "error"\n')
    assert levels(audit(cli, "a.md", "annex/b.md"))["PAG001"] == "error"
    split('severity.PAG001 = "info"\n[[files]]\npath = "annex/c.md"\nseverity.PAG001 = "error"\n')
    assert levels(audit(cli, "a.md", "annex/b.md"))["PAG001"] == "info"


def test_settings_of_files_that_are_not_read_say_nothing(cli: Run) -> None:
    write(settings='[[files]]\npath = "annex/*.md"\nignore = ["PAG"]\n')
    made = audit(cli)
    assert "PAG001" in levels(made)
    assert "PAG001" not in {one["code"] for one in made["coverage"]["abstained"]}


def test_patterns_are_relative_to_the_configuration(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    split('[[files]]\npath = "annex/*.md"\nignore = ["PAG"]\n')
    Path(".git").mkdir()
    monkeypatch.chdir("annex")
    assert "PAG001" not in levels(audit(cli, "../a.md", "b.md"))


# The baseline.


def states(found: dict[str, Any]) -> dict[str, str]:
    return {one["code"]: one["state"] for one in found["findings"]}


def baseline(cli: Run, *words: str) -> str:
    ran = cli("audit", "a.md", "--baseline", "known", "--update-baseline", *words)
    assert ran.status == 0, ran.err
    return Path("known").read_text(encoding="utf-8")


def test_what_is_known_does_not_fail_the_gate_and_is_shown(cli: Run) -> None:
    write()
    audit(cli, status=1)
    ran = cli("audit", "a.md", "--baseline", "known", "--update-baseline")
    assert (ran.status, ran.err) == (0, "citecheck: wrote known: 3 known (3 of them new, 0 gone)\n")
    assert "(known)" not in ran.out
    assert cli("audit", "a.md", "--baseline", "known", "--verbose").out.count("(known)") == 3
    made = audit(cli, "a.md", "--baseline", "known", status=0)
    assert set(states(made).values()) == {"baselined"}
    assert made["fixed"] == []


def test_a_baseline_holds_no_text_of_the_report_and_no_place(cli: Run) -> None:
    write()
    text = baseline(cli)
    assert not any(word in text for word in ("Doe", "Poe", "a.md", "ports", "27"))
    write("Something first.\n\n" + REPORT)
    assert baseline(cli) == text


def test_moved_lines_and_renumbered_notes_are_known(cli: Run) -> None:
    write()
    baseline(cli)
    text = REPORT
    for number in (4, 3, 2, 1):
        text = text.replace(f"<sup>{number}</sup>", f"<sup>{number + 1}</sup>")
    write(
        text.replace("The port is", "Ships come<sup>1</sup>. The port is").replace(
            "<sup>2</sup> Doe", "<sup>1</sup> Roe, 2018, p. 6.\n\n<sup>2</sup> Doe"
        )
    )
    assert set(states(audit(cli, "a.md", "--baseline", "known", status=0)).values()) == {"baselined"}


def test_a_new_finding_fails_and_one_that_is_gone_is_fixed(cli: Run) -> None:
    write()
    baseline(cli)
    write(REPORT.replace("p. 27-C2.N100", "p. 27").replace("# Bibliography", SECOND.replace("Moe, 2017", "Joe, 2011")))
    made = audit(cli, "a.md", "--baseline", "known", status=1)
    assert [one["code"] for one in made["fixed"]] == ["PAG001"]
    assert (made["fixed"][0]["path"], made["fixed"][0]["excerpt"][:9]) == ("known", "PAG001 en")
    assert [one["state"] for one in made["findings"] if one["code"] == "CIT001"] == ["baselined", "new"]
    assert "PAG001 malformed-locator (v1:" in cli("audit", "a.md", "--baseline", "known").out


def test_a_known_finding_with_one_more_place_is_new(cli: Run) -> None:
    write()
    baseline(cli)
    write(REPORT.replace("# Bibliography", SECOND))
    assert states(audit(cli, "a.md", "--baseline", "known", status=1))["CIT001"] == "new"
    baseline(cli)
    assert states(audit(cli, "a.md", "--baseline", "known", status=0))["CIT001"] == "baselined"
    write()
    assert states(audit(cli, "a.md", "--baseline", "known", status=0))["CIT001"] == "baselined"


def test_rules_that_did_not_run_are_neither_fixed_nor_forgotten(cli: Run) -> None:
    write()
    text = baseline(cli)
    made = audit(cli, "a.md", "--baseline", "known", "--select", "PAG", status=0)
    assert made["fixed"] == []
    write(REPORT.replace("p. 27-C2.N100", "p. 27"))
    after = baseline(cli, "--select", "PAG")
    assert after == "".join(line for line in text.splitlines(keepends=True) if not line.startswith("PAG"))


def test_what_is_waived_is_not_in_the_baseline(cli: Run) -> None:
    write(before("<sup>3</sup> Doe", "ignore PAG001 x"))
    assert "PAG001" not in baseline(cli)
    write()
    assert states(audit(cli, "a.md", "--baseline", "known", status=1))["PAG001"] == "new"


def test_the_configuration_names_the_baseline(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(settings='baseline = "sub/known"\n')
    Path("sub").mkdir()
    Path(".git").mkdir()
    assert cli("audit", "a.md", "--update-baseline", "--quiet").err == ""
    audit(cli, status=0)
    monkeypatch.chdir("sub")
    audit(cli, "../a.md", status=0)


@pytest.mark.parametrize(
    ("content", "words", "said"),
    [
        (None, ["--baseline", "known"], "known does not exist: make it with --baseline known --update-baseline"),
        (b"{}", ["--baseline", "known"], "known:1: is no baseline"),
        (b"{}", ["--baseline", "known", "--update-baseline"], "known:1: is no baseline"),
        (b"# citecheck baseline 1\n\xff\n", ["--baseline", "known"], "known:2: is no baseline"),
        (b"# citecheck baseline 1\nx\n", ["--baseline", "known"], "known:2: is no line of a baseline"),
        (None, ["--update-baseline"], "--update-baseline needs a file"),
        (None, ["--baseline", "known", "--since", "HEAD"], "--since and --baseline are two ways"),
        (None, ["--baseline", "no/known", "--update-baseline"], "no/known: cannot be written"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_one_line(
    cli: Run, content: bytes | None, words: list[str], said: str
) -> None:
    write()
    if content is not None:
        Path("known").write_bytes(content)
    ran = cli("audit", "a.md", *words)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith(f"citecheck: {said}")
    if content is not None:
        assert Path("known").read_bytes() == content


def test_a_baseline_is_written_as_a_whole_and_leaves_nothing_behind(cli: Run, folder: Path) -> None:
    write()
    Path("known").write_text("")
    Path("known").chmod(0o640)
    baseline(cli)
    if os.name == "posix":
        assert stat.S_IMODE(Path("known").stat().st_mode) == 0o640
    assert sorted(file.name for file in folder.iterdir()) == ["a.md", "known"]


def test_an_update_of_what_is_there_changes_no_byte(cli: Run) -> None:
    write()
    assert baseline(cli) == baseline(cli)
