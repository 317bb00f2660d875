"""``citecheck reconcile`` as a translator runs it."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from citecheck import pipeline
from citecheck.model.evidence import Crash
from tests.cli.conftest import Run
from tests.reconcile.samples import TEXT
from tests.skips import REPORT, needs_report

EXAMPLE = Path(__file__).parents[2] / "docs" / "example" / "report.md"
# The sample without its deliberate oddities: the page 12 of note 3 is missing in English, note 6 stands alone there.
REPORT_MD = TEXT.replace("=1+1 ", "").replace(' <script>alert("x")</script> & *ibidem*', "")


@pytest.fixture(autouse=True)
def report(folder: Path) -> Path:
    """A bilingual report in the working directory."""
    (folder / "report.md").write_text(REPORT_MD.replace("p. 9-12", "p. 9"), encoding="utf-8")
    return folder / "report.md"


def data(cli: Run, *words: str) -> dict[str, Any]:
    ran = cli("reconcile", "report.md", "--format", "json", "--fail-on", "never", *words)
    assert ran.status == 0, ran.err
    made: dict[str, Any] = json.loads(ran.out)
    return made


def groups(made: dict[str, Any]) -> list[tuple[str, str]]:
    return [(",".join(one["notes"]["fr"]), ",".join(one["notes"]["en"])) for one in made["groups"]]


# The table.


def test_every_note_stands_in_exactly_one_group(cli: Run) -> None:
    made = data(cli)
    for lang in made["languages"]:
        notes = [note for group in made["groups"] for note in group["notes"][lang]]
        assert sorted(notes) == list("123456")


def test_the_example_of_the_documentation(cli: Run) -> None:
    ran = cli("reconcile", str(EXAMPLE), "--fail-on", "never")
    assert ran.status == 0
    assert re.search(r"^3, 4 +3 +1 +merged +differs", ran.out, re.MULTILINE)
    assert "from French 5 on, English = French − 1" in ran.out
    assert ran.out.splitlines()[-1].startswith("5 groups · 4 one to one · 1 merged · ")


def test_both_languages_in_files_of_their_own(cli: Run, folder: Path) -> None:
    french, english = REPORT_MD.split("# 1. The lighthouses")
    (folder / "fr.md").write_text(french, encoding="utf-8")
    (folder / "en.md").write_text("# 1. The lighthouses" + english, encoding="utf-8")
    ran = cli("reconcile", "--lang", "en=en.md", "--lang", "fr=fr.md", "--format", "json", "--fail-on", "never")
    assert json.loads(ran.out)["languages"] == ["en", "fr"]
    assert "split" in {group["shape"] for group in json.loads(ran.out)["groups"]}


def test_the_data_files_give_the_same(cli: Run) -> None:
    assert cli("extract", "report.md").status == 0
    read = cli("reconcile", "--format", "json", "--fail-on", "never")
    assert read.err == "citecheck: reading data/footnotes.json and data/bibliography.json\n"
    assert json.loads(read.out) == data(cli)


def test_filters(cli: Run) -> None:
    assert groups(data(cli, "--only", "missing")) == [("", "6")]
    assert groups(data(cli, "--only", "merged")) == [("2,3", "2")]
    assert groups(data(cli, "--section", "1.1")) == groups(data(cli))[2:]
    assert groups(data(cli, "--section", "1.1", "--only", "merged")) == []
    assert {one["verdict"] for one in data(cli, "--only", "differing")["groups"]} == {"differs"}


def test_one_note_in_full(cli: Run) -> None:
    ran = cli("reconcile", "report.md", "--note", "fr:3", "--fail-on", "never")
    for said in (
        "Section 1 · merged · differs",
        "est parti[3]",
        "3. Ibid., »p. 12«",
        "2. Audic, 2011, »p. 9«",
        "cites Audic, 2011, Les phares",
    ):
        assert said in ran.out
    assert ran.out.index("French") < ran.out.index("English") < ran.out.index("BIL003")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--note", "fr:99"], "--note fr:99: there is no note 99 in 'fr'"),
        (["--note", "39"], "--note 39: write a language and a note, as in fr:39"),
        (["--note", "de:1"], "--note de:1: there is no version in 'de': use one of fr, en"),
        (["--section", "7"], "--section 7: there is no note in it: use one of 1, 1.1"),
        (["--renumber", "de"], "--renumber de: there is no version in 'de'"),
        (["--renumber", "en", "--format", "html"], "--renumber cannot be written as html: use text, json or csv"),
        (["--format", "xlsx"], "--format xlsx writes a workbook, no text: say where with --output FILE.xlsx"),
        (["--format", "xlsx", "-o", "-"], "--format xlsx writes a workbook"),
        (["--accept", "fr:3"], "--accept needs a reason"),
        (["--renumber", "en", "--only", "merged"], "--renumber is about all notes"),
        (["--accept", "fr:1", "--reason", "x"], "--accept fr:1: nothing differs there"),
        (["--accept", "fr:99", "--reason", "x"], "--accept fr:99: there is no note 99 in 'fr'"),
        (["--reason", "x"], "--reason goes with --accept, --pair or --decisions"),
        (["--decisions", "x.xlf", "--pair", "fr:3=en:2"], "--decisions goes without --accept and --pair"),
        (["--decisions", "x.xlf"], "x.xlf does not exist: check the path"),
        (["--decisions", "report.md"], "report.md:1: is no XML"),
        (["--pair", "fr:3"], "--pair fr:3: write notes of both languages, as in fr:62=en:49"),
        (["--pair", "none=none"], "--pair none=none: write notes of both languages"),
        (["--pair", "fr:3=fr:2"], "--pair fr:3=fr:2: both sides are in 'fr'"),
        (["--pair", "fr:3=en:99"], "--pair fr:3=en:99: there is no note 99 in 'en'"),
        (["--pair", "fr:3=en:2", "--today", "soon"], "--today soon: write a day"),
    ],
)
def test_a_wrong_command_is_one_line(cli: Run, folder: Path, words: list[str], said: str) -> None:
    ran = cli("reconcile", "report.md", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"citecheck: {said}")
    assert ran.err.count("\n") == 1
    assert [file.name for file in folder.iterdir()] == ["report.md"]


def test_one_language_is_not_enough(cli: Run, folder: Path) -> None:
    (folder / "fr.md").write_text(REPORT_MD.split("# 1. The lighthouses")[0], encoding="utf-8")
    ran = cli("reconcile", "fr.md")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "citecheck: only one language was read (fr): name the other version's file too, "
        "or say its language with --lang en=FILE\n"
    )


# Order, and what is folded.


def verdicts(text: str) -> list[str]:
    return re.findall(r"  (differs|same|accepted|not compared)  ", text)


def test_what_differs_comes_first_and_what_is_the_same_is_counted(cli: Run) -> None:
    ran = cli("reconcile", "report.md")
    assert verdicts(ran.out)[:2] == ["differs", "differs"]
    assert "same" not in verdicts(ran.out)
    assert "groups are the same in both (--all shows them)" in ran.out
    assert verdicts(cli("reconcile", "report.md", "--all").out)[-1] == "same"
    assert "same" in verdicts(cli("reconcile", "report.md", "--all", "--sort", "document").out)[:1]
    assert groups(data(cli)) == groups(data(cli, "--all")) == groups(data(cli, "--sort", "document"))


def test_the_least_sure_first(cli: Run) -> None:
    sure = [one["confidence"] for one in data(cli, "--sort", "confidence")["groups"]]
    assert sure == sorted(sure)
    assert sure != [one["confidence"] for one in data(cli)["groups"]]


def test_an_accepted_difference_is_listed_as_accepted_and_differs_no_more(cli: Run) -> None:
    cli("reconcile", "report.md", "--accept", "fr:3", *DECIDED)
    assert "accepted" in verdicts(cli("reconcile", "report.md").out)
    made = data(cli)
    assert [one["verdict"] for one in made["groups"] if one["decision"]] == ["accepted"]
    assert made["summary"]["verdicts"]["accepted"] == 1
    assert groups(data(cli, "--only", "differing")) == [("", "6")]
    assert "BIL003" not in cli("reconcile", "report.md", "--only", "differing").out


# The exit status.


def test_the_exit_status_follows_fail_on(cli: Run) -> None:
    assert cli("reconcile", "report.md").status == 0
    assert cli("reconcile", "report.md", "--fail-on", "warning").status == 1
    assert cli("reconcile", "report.md", "--only", "merged", "--fail-on", "warning").status == 1
    assert cli("reconcile", "report.md", "--fail-on", "never").status == 0


def test_the_configuration_can_say_from_where_on_it_fails(cli: Run, folder: Path) -> None:
    (folder / "citecheck.toml").write_text(
        "documents = ['report.md']\nfail_on = 'warning'\nignore = ['BIL001', 'BIL003']\n"
    )
    assert cli("reconcile", "--quiet").status == 0
    (folder / "citecheck.toml").write_text("documents = ['report.md']\nfail_on = 'warning'\nselect = ['NUM']\n")
    assert cli("reconcile", "--quiet").status == 1


def test_a_rule_that_failed_outranks_differences(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from msgspec.structs import replace

    audit = pipeline.audit

    def crashed(*paths: Any, **options: Any) -> Any:
        return replace(audit(*paths, **options), crashes=(Crash("BIL002", "KeyError: x", "x.py:1"),))

    monkeypatch.setattr(pipeline, "audit", crashed)
    ran = cli("reconcile", "report.md", "--fail-on", "warning")
    assert (ran.status, ran.err.count("\n")) == (3, 1)
    assert "BIL002" in ran.err
    assert ran.out


# The formats.


def test_csv(cli: Run) -> None:
    lines = list(csv.DictReader(StringIO(cli("reconcile", "report.md", "--format", "csv", "--fail-on", "never").out)))
    assert [line["French"] for line in lines] == ["1", "2, 3", "4", "5", "6", ""]
    assert {line["Decision"] for line in lines} == {""}


def test_both_texts_side_by_side(cli: Run, folder: Path) -> None:
    page = cli("reconcile", "report.md", "--format", "html", "--text", "--fail-on", "never").out
    assert page.startswith("<!doctype html>")
    assert "Ils étaient 40 en 1950" in page
    assert "There were 40 of them in 1950." in page
    assert cli("reconcile", "report.md", "--text", "-o", "texts.html").err == "citecheck: wrote texts.html\n"
    assert (folder / "texts.html").read_text(encoding="utf-8") == page
    for words, said in (
        (["--text"], "--text is a page: add --format html"),
        (["--text", "--format", "csv"], "--text is a page"),
        (["--text", "--format", "html", "--only", "merged"], "--text shows both texts whole"),
    ):
        ran = cli("reconcile", "report.md", *words)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith(f"citecheck: {said}")
    assert cli("extract", "report.md").status == 0
    ran = cli("reconcile", "--text", "--format", "html")
    assert (ran.status, ran.err.splitlines()[-1]) == (
        2,
        "citecheck: the data files hold no running text: name the files of the report",
    )


@pytest.mark.parametrize(
    ("format", "start"), [("html", b"<!doctype html>"), ("xlsx", b"PK"), ("json", b"{"), ("csv", b"Sec")]
)
def test_a_format_can_go_to_a_file(cli: Run, folder: Path, format: str, start: bytes) -> None:
    file = folder / f"table.{format}"
    ran = cli("reconcile", "report.md", "--format", format, "--output", file.name, "--fail-on", "never")
    assert (ran.status, ran.out, ran.err) == (0, "", f"citecheck: wrote {file.name}\n")
    assert file.read_bytes().startswith(start)
    assert sorted(one.name for one in folder.iterdir()) == sorted(["report.md", file.name])


def test_the_workbook_is_whole(cli: Run, folder: Path) -> None:
    cli("reconcile", "report.md", "--format", "xlsx", "--output", "t.xlsx")
    with ZipFile(folder / "t.xlsx") as archive:
        assert archive.testzip() is None


def test_a_file_that_cannot_be_written_is_said(cli: Run) -> None:
    ran = cli("reconcile", "report.md", "--format", "xlsx", "--output", "no/such/t.xlsx")
    assert ran.status == 2
    assert ran.err.startswith("citecheck: no/such/t.xlsx: cannot be written: the folder no/such does not exist")


def test_the_interface_speaks_french(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "sans équivalent" in cli("reconcile", "report.md", "--ui", "fr").out
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "sans équivalent" in cli("reconcile", "report.md").out
    assert '<html lang="fr">' in cli("reconcile", "report.md", "--format", "html").out
    assert "no counterpart" in cli("reconcile", "report.md", "--format", "csv").out


def test_the_same_input_gives_the_same_bytes(cli: Run) -> None:
    for format in ("text", "json", "csv", "html"):
        words = ("reconcile", "report.md", "--format", format, "--fail-on", "never")
        assert cli(*words).out == cli(*words).out


# Numbering.


def test_a_numbering_that_follows_the_other_version(cli: Run) -> None:
    ran = cli("reconcile", "report.md", "--renumber", "en", "--format", "json")
    assert [(one["old"], one["new"]) for one in json.loads(ran.out)["notes"]] == [
        ("1", "1"),
        ("2", "2"),
        ("3", "4"),
        ("4", "5"),
        ("5", "6"),
        ("6", "6a"),
    ]
    assert "stands for French 2, 3" in cli("reconcile", "report.md", "--renumber", "en").out
    assert cli("reconcile", "report.md", "--renumber", "fr", "--format", "csv").out.startswith(
        "Old,New,English,Remark\n"
    )


# Decisions.

DECIDED = ("--reason", "merged on purpose", "--today", "2026-11-24")


def test_an_accepted_difference_is_out_of_the_way(cli: Run, folder: Path) -> None:
    ran = cli("reconcile", "report.md", "--accept", "fr:3", *DECIDED)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "citecheck: citecheck.decisions.toml: accepted French 2, 3 = English 2\n"
    text = (folder / "citecheck.decisions.toml").read_text(encoding="utf-8")
    assert len(re.findall(r"^accept\.", text, re.MULTILINE)) == 1
    for line in ('reason = "merged on purpose"', "date = 2026-11-24", 'codes = ["BIL003"]'):
        assert line in text
    group = data(cli)["groups"][1]
    assert group["decision"] == {
        "kind": "accept",
        "reason": "merged on purpose",
        "author": group["decision"]["author"],
        "date": "2026-11-24",
    }
    assert group["decision"]["author"]
    assert cli("reconcile", "report.md", "--accept", "en:6", *DECIDED).status == 0
    ran = cli("reconcile", "report.md", "--fail-on", "warning")
    assert ran.status == 0, ran.out
    assert "accepted: merged on purpose (" in ran.out


def test_a_decision_survives_renumbering_and_goes_stale_with_the_note(cli: Run, report: Path) -> None:
    cli("reconcile", "report.md", "--accept", "fr:3", *DECIDED)
    text = report.read_text(encoding="utf-8")
    report.write_text(re.sub(r"<sup>(\d)</sup>", lambda one: f"<sup>{int(one[1]) + 7}</sup>", text), encoding="utf-8")
    made = data(cli)
    assert made["stale_decisions"] == []
    assert made["groups"][1]["notes"]["fr"] == ["9", "10"]
    assert made["groups"][1]["decision"]["reason"] == "merged on purpose"
    report.write_text(text.replace("Ibid., p. 12", "Ibid., p. 13"), encoding="utf-8")
    assert [one["about"] for one in data(cli)["stale_decisions"]] == ["fr 2, 3 = en 2"]
    assert "match nothing any more" in cli("reconcile", "report.md").out
    assert cli("reconcile", "report.md", "--fail-on", "warning").status == 1


def test_the_audit_honours_what_was_accepted(cli: Run, folder: Path) -> None:
    def states() -> dict[str, str]:
        found = json.loads(cli("audit", "report.md", "--select", "BIL", "--format", "json").out)["findings"]
        return {one["code"]: f"{one['state']} {one['waiver']}" for one in found}

    before = states()
    assert before["BIL003"] == "new None"
    assert cli("audit", "report.md", "--select", "BIL003", "--fail-on", "warning").status == 1
    cli("reconcile", "report.md", "--accept", "fr:3", *DECIDED)
    after = states()
    assert after.pop("BIL003").startswith("waived merged on purpose (")
    assert after == {code: state for code, state in before.items() if code != "BIL003"}
    assert cli("audit", "report.md", "--select", "BIL003", "--fail-on", "warning").status == 0
    (folder / "report.md").write_text(REPORT_MD.replace("p. 9-12", "p. 9-10"), encoding="utf-8")
    assert "1 of 1 decisions match nothing any more" in cli("audit", "report.md").err
    [told] = [
        one
        for one in json.loads(cli("audit", "report.md", "--format", "json").out)["findings"]
        if one["code"] == "WAI001"
    ]
    assert told["path"] == "citecheck.decisions.toml"
    assert re.fullmatch(r"accept\.[0-9a-f]{8}", told["excerpt"])
    assert "fr 2, 3 = en 2" in told["message"]


def test_an_acceptance_made_again_replaces_the_old_one(cli: Run, folder: Path) -> None:
    cli("reconcile", "report.md", "--accept", "fr:3", *DECIDED)
    cli("reconcile", "report.md", "--accept", "en:2", "--reason", "other", "--today", "2026-11-25")
    text = (folder / "citecheck.decisions.toml").read_text(encoding="utf-8")
    assert (text.count("about ="), "other" in text, "merged" in text) == (1, True, False)


def test_a_pairing_can_be_corrected(cli: Run, folder: Path) -> None:
    ran = cli("reconcile", "report.md", "--pair", "fr:3=en:2", "--pair", "fr:6=en:5,6", "--today", "2026-11-24")
    assert ran.err == (
        "citecheck: citecheck.decisions.toml: paired French 3 = English 2\n"
        "citecheck: citecheck.decisions.toml: paired French 6 = English 5, 6\n"
    )
    made = data(cli)
    assert groups(made) == [("1", "1"), ("2", ""), ("3", "2"), ("4", "3"), ("5", "4"), ("6", "5,6")]
    # The rules judge the pairs that were decided.
    assert [one["code"] for one in made["groups"][1]["differences"]] == ["BIL001"]
    assert made["groups"][2]["decision"]["kind"] == "pair"
    cli("reconcile", "report.md", "--pair", "fr:2=en:2")
    assert groups(data(cli))[1:3] == [("2", "2"), ("3", "")]
    assert (folder / "citecheck.decisions.toml").read_text(encoding="utf-8").count("\npair.") == 2


LABELLED = """# 1 {title}

{one}[^{first}]. {two}[^fn:a,b=2]. {three}[^13].

[^{first}]: Keddle, 2012, p. 45.
[^fn:a,b=2]: Verlan, 2009, p. {page}.
[^13]: Halden, 2015, p. 3.
"""


def test_a_note_is_known_by_the_label_in_the_file(cli: Run, folder: Path) -> None:
    french = LABELLED.format(
        title="La cloche", first="loi", one="La cloche sonne", two="Puis elle se tait", three="Le soir", page="12"
    )
    english = LABELLED.format(
        title="The bell", first="law", one="The bell rings", two="Then it is mute", three="At dusk", page="21"
    )
    (folder / "fr.md").write_text(french, encoding="utf-8")
    (folder / "en.md").write_text(english, encoding="utf-8")
    files = ("reconcile", "--lang", "fr=fr.md", "--lang", "en=en.md")
    for name in ("fr:loi", "fr:[^loi]", "en:law"):
        assert "Keddle, 2012, p. 45" in cli(*files, "--note", name).out
    assert "3 [^13]  en.md:7" in cli(*files, "--note", "en:[^13]").out
    ran = cli(*files, "--note", "en:[^2]")
    assert (ran.status, ran.err) == (2, "citecheck: --note en:[^2]: there is no note [^2] in 'en'\n")
    ran = cli(*files, "--accept", "en:[^fn:a,b=2]", *DECIDED)
    assert ran.err == "citecheck: citecheck.decisions.toml: accepted French 2 = English 2\n"
    ran = cli(*files, "--pair", "fr:loi,[^fn:a,b=2]=en:[^law]", "--pair", "en:[^fn:a,b=2]=none")
    assert ran.err.splitlines()[0] == "citecheck: citecheck.decisions.toml: paired French 1, 2 = English 1"
    made = json.loads(cli(*files, "--format", "json").out)
    assert made["groups"][0]["labels"] == {"fr": ["loi", "fn:a,b=2"], "en": ["law"]}


def test_states_of_a_translation_tool_are_decisions(cli: Run, folder: Path) -> None:
    assert cli("reconcile", "report.md", "-o", "notes.xlf").err == "citecheck: wrote notes.xlf\n"
    file = folder / "notes.xlf"
    before = file.read_text(encoding="utf-8")
    assert cli("reconcile", "report.md", "--decisions", "notes.xlf").err == (
        "citecheck: notes.xlf: its states decide nothing new\n"
    )
    file.write_text(
        before.replace('state="translated" subState="citecheck:differs"', 'state="final"'), encoding="utf-8"
    )
    ran = cli("reconcile", "report.md", "--decisions", "notes.xlf")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "nothing says why it may differ" in ran.err
    assert not (folder / "citecheck.decisions.toml").exists()
    ran = cli("reconcile", "report.md", "--decisions", "notes.xlf", *DECIDED)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == (
        "citecheck: citecheck.decisions.toml: accepted French 2, 3 = English 2\n"
        "citecheck: citecheck.decisions.toml: accepted French – = English 6\n"
    )
    assert {one["verdict"] for one in data(cli)["groups"]} == {"same", "accepted", "not_compared"}
    file.write_text(before, encoding="utf-8")
    assert cli("reconcile", "report.md", "--decisions", "notes.xlf").err == (
        "citecheck: citecheck.decisions.toml: taken back French 2, 3 = English 2\n"
        "citecheck: citecheck.decisions.toml: taken back French – = English 6\n"
    )
    assert "differs" in {one["verdict"] for one in data(cli)["groups"]}


def test_states_of_notes_that_were_rewritten_decide_nothing(cli: Run, report: Path, folder: Path) -> None:
    cli("reconcile", "report.md", "-o", "notes.xlf")
    report.write_text(report.read_text(encoding="utf-8").replace("Ibid., p. 12", "Ibid., p. 13"), encoding="utf-8")
    ran = cli("reconcile", "report.md", "--decisions", "notes.xlf", "--reason", "x")
    assert ran.err.splitlines()[0] == (
        "citecheck: notes.xlf: 1 of its units are of notes that were changed since: they decide nothing"
    )


def test_a_note_can_be_said_to_stand_alone(cli: Run) -> None:
    cli("reconcile", "report.md", "--pair", "fr:1=none")
    assert groups(data(cli))[:2] == [("1", ""), ("", "1")]


def test_nothing_is_written_where_one_decision_is_wrong(cli: Run, folder: Path) -> None:
    assert cli("reconcile", "report.md", "--pair", "fr:3=en:2", "--accept", "fr:99", *DECIDED).status == 2
    assert not (folder / "citecheck.decisions.toml").exists()


def test_decisions_stand_beside_the_configuration(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "citecheck.toml").write_text("documents = ['report.md']\n")
    (folder / ".git").mkdir()
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")
    cli("reconcile", "--accept", "fr:3", *DECIDED)
    assert (folder / "citecheck.decisions.toml").is_file()


def test_a_damaged_file_of_decisions_is_one_line(cli: Run, folder: Path) -> None:
    (folder / "citecheck.decisions.toml").write_text("[[decision]]\nkind = 'maybe'\n")
    ran = cli("reconcile", "report.md")
    assert ran.status == 2
    assert ran.err == "citecheck: citecheck.decisions.toml:2: 'kind' must be one of accept, pair\n"


def test_the_date_follows_the_source_date_epoch(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    cli("reconcile", "report.md", "--accept", "fr:3", "--reason", "x")
    assert "date = 2023-11-14" in (folder / "citecheck.decisions.toml").read_text(encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert cli("reconcile", "report.md", "--accept", "fr:3", "--reason", "x").status == 2


def test_the_author_is_the_one_that_git_knows(cli: Run, folder: Path) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "config", "user.name", 'Yann "le" Bihan'], check=True)
    cli("reconcile", "report.md", "--accept", "fr:3", *DECIDED)
    assert 'author = "Yann \\"le\\" Bihan"' in (folder / "citecheck.decisions.toml").read_text(encoding="utf-8")
    assert data(cli)["groups"][1]["decision"]["author"] == 'Yann "le" Bihan'


# The real report.


@needs_report
def test_every_note_of_the_real_report_stands_in_exactly_one_group(cli: Run) -> None:
    made = json.loads(cli("reconcile", str(REPORT), "--format", "json", "--fail-on", "never").out)
    for lang, count in (("fr", 203), ("en", 156)):
        notes = [note for group in made["groups"] for note in group["notes"][lang]]
        assert sorted(notes, key=int) == [str(number) for number in range(1, count + 1)]
    assert sum(made["summary"]["shapes"].values()) == sum(made["summary"]["verdicts"].values()) == len(made["groups"])


def test_a_new_file_in_git_says_how_it_merges(cli: Run, folder: Path) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    line = "citecheck.decisions.toml merge=union"
    accept = ("reconcile", "report.md", "--accept", "fr:3", *DECIDED)
    assert f"put the line '{line}' into .gitattributes" in cli(*accept).err
    assert ".gitattributes" not in cli(*accept).err
    (folder / "citecheck.decisions.toml").unlink()
    (folder / ".gitattributes").write_text(f"{line}\n")
    assert ".gitattributes" not in cli(*accept).err


def test_two_files_of_one_language_are_one_version(cli: Run, folder: Path) -> None:
    for name in ("a.md", "b.md"):
        (folder / name).write_text("# The harbour\n\nThe hall of the town has lost forty of its workers.\n")
    ran = cli("reconcile", "--lang", "en=a.md", "--lang", "en=b.md")
    assert ran.status == 2
    assert "only one language was read (en, as all files of one language are one version)" in ran.err
    assert "--lang en-x-old=FILE --lang en-x-new=FILE" in ran.err


def test_two_drafts_in_one_language(cli: Run, folder: Path) -> None:
    english = REPORT_MD[REPORT_MD.index("# 1. The lighthouses") :]
    (folder / "old.md").write_text(english, encoding="utf-8")
    (folder / "new.md").write_text(english.replace("<sup>1</sup>", "", 1), encoding="utf-8")
    files = "--lang", "en-x-old=old.md", "--lang", "en-x-new=new.md"
    ran = cli("reconcile", *files, "--format", "json", "--fail-on", "never")
    made = json.loads(ran.out)
    assert made["languages"] == ["en-x-old", "en-x-new"]
    assert made["summary"]["shapes"]["one_to_one"] >= 3
    assert made["unrelated"] is None
    assert "English (old)" in cli("reconcile", *files, "--note", "en-x-old:2", "--fail-on", "never").out
    accepted = cli("reconcile", *files, "--pair", "en-x-old:2=none", "--today", "2026-01-02")
    assert accepted.status == 0
    assert "en-x-old = [" in (folder / "citecheck.decisions.toml").read_text(encoding="utf-8")
    assert cli("reconcile", *files, "--only", "missing", "--fail-on", "never").out.count("no counterpart") >= 1


def test_a_note_that_is_an_ibid_alone_is_marked(cli: Run, report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    english = text.index("# Report") if "# Report" in text else text.rindex("<sup>2</sup>")
    at = text.index("Audic, 2011, p. 9", english)
    report.write_text(f"{text[:at]}Ibid{text[at:].removeprefix('Audic, 2011, p. 9')}", encoding="utf-8")
    shown = cli("reconcile", "report.md", "--note", "fr:3", "--fail-on", "never").out
    assert "2. »Ibid«" in shown


def test_sources_that_nothing_is_known_of_are_the_same_only_where_year_and_page_are(cli: Run, report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    french, english = text.split("# 1. The lighthouses")
    french = french.replace("<sup>1</sup> Audic, 2011, p. 4", "<sup>1</sup> Conseil des phares, 2009, p. 4")
    for page, verdict in (("p. 4", "same"), ("p. 7", "not_compared")):
        own = english.replace("<sup>1</sup> Audic, 2011, p. 4", f"<sup>1</sup> Lighthouse Board, 2009, {page}")
        report.write_text(f"{french}# 1. The lighthouses{own}", encoding="utf-8")
        assert data(cli)["groups"][0]["verdict"] == verdict


def test_what_is_wrong_with_one_version_alone_is_a_difference_too(cli: Run, report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("Audic, 2011, p. 4", "Dupuis, 2001, p. 9", 1), encoding="utf-8")
    audited = json.loads(cli("audit", "report.md", "--format", "json", "--fail-on", "never").out)
    assert [(one["code"], one["note"]) for one in audited["findings"] if one["note"] == "1"] == [("CIT001", "1")]
    made = data(cli)
    assert made["groups"][0]["verdict"] == "differs"
    assert [one["code"] for one in made["groups"][0]["differences"]] == ["BIL002"]
