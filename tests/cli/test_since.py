"""``--since``: what a change brought in, against an earlier state in Git."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.reports import REPORT, SECOND, before

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git absent")


@pytest.fixture(autouse=True)
def plain_git(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Git without the settings of whoever runs the tests, and without a repository above the folder."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    (home / ".gitconfig").write_text("[user]\n\tname = A\n\temail = a@example.org\n[init]\n\tdefaultBranch = main\n")


def git(*words: str, at: str = ".") -> str:
    return subprocess.run(["git", *words], cwd=at, check=True, capture_output=True, text=True).stdout.strip()


def commit(**files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.md").write_text(text, encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", "state")


@pytest.fixture
def repository() -> None:
    """A repository with the report in it."""
    git("init", "-q")
    commit(a=REPORT)


def audit(cli: Run, *words: str, status: int | None = None, err: str = "") -> dict[str, Any]:
    ran = cli("audit", "--format", "json", "--fail-on", "warning", *(words or ("a.md", "--since", "HEAD")))
    assert ran.status in (0, 1) if status is None else ran.status == status, ran.err
    assert ran.err == err
    found = json.loads(ran.out)
    assert isinstance(found, dict)
    return found


def states(found: dict[str, Any]) -> dict[str, str]:
    return {one["code"]: one["state"] for one in found["findings"]}


@pytest.mark.usefixtures("repository")
class TestARepository:
    """What is found in a repository with one commit."""

    def test_what_was_there_does_not_count(self, cli: Run) -> None:
        made = audit(cli, status=0)
        assert states(made) == dict.fromkeys(("PAG001", "CIT001", "CIT002"), "baselined")
        assert (made["since"], made["fixed"]) == ("HEAD", [])

    def test_text_shows_only_what_is_new_unless_all_is_wanted(self, cli: Run) -> None:
        Path("a.md").write_text(REPORT.replace("p. 8", "p. 9-4").replace("p. 27-C2.N100", "p. 27"), encoding="utf-8")
        ran = cli("audit", "a.md", "--since", "HEAD")
        assert "PAG004  note 4" in ran.out
        assert "CIT002  a.md" not in ran.out
        assert "Since HEAD: 1 new, 1 fixed, 2 as before (--verbose lists them)\n" in ran.out
        assert "Known findings that are gone:\n  PAG001 Doe, 2019: “p. 27-C2.N100” cannot be a page.\n" in ran.out
        assert "CIT002  a.md" in cli("audit", "a.md", "--since", "HEAD", "--verbose").out
        assert "Depuis HEAD" in cli("audit", "a.md", "--since", "HEAD", "--ui", "fr").out

    def test_moved_lines_and_renumbered_notes_are_as_before(self, cli: Run) -> None:
        text = REPORT
        for number in (4, 3, 2, 1):
            text = text.replace(f"<sup>{number}</sup>", f"<sup>{number + 1}</sup>")
        text = text.replace("<sup>2</sup> Doe", "<sup>1</sup> Roe, 2018, p. 6.\n\n<sup>2</sup> Doe")
        Path("a.md").write_text("# Before\n\nShips come<sup>1</sup>.\n\n" + text, encoding="utf-8")
        assert set(states(audit(cli, status=0)).values()) == {"baselined"}

    def test_one_more_place_is_new(self, cli: Run) -> None:
        Path("a.md").write_text(REPORT.replace("# Bibliography", SECOND), encoding="utf-8")
        made = states(audit(cli, status=1))
        assert (made["CIT001"], made["CIT002"]) == ("new", "baselined")

    def test_a_waiver_taken_away_brings_its_finding_in(self, cli: Run) -> None:
        commit(a=before("<sup>3</sup> Doe", "ignore PAG001 x"))
        Path("a.md").write_text(REPORT, encoding="utf-8")
        assert states(audit(cli, status=1))["PAG001"] == "new"
        assert states(audit(cli, "a.md", "--since", "HEAD~1", status=0))["PAG001"] == "baselined"

    def test_any_name_of_a_commit_will_do_from_any_folder(
        self, cli: Run, monkeypatch: pytest.MonkeyPatch, folder: Path
    ) -> None:
        git("tag", "printed")
        commit(a=REPORT.replace("p. 8", "p. 9-4"))
        for ref in ("printed", "HEAD^", "HEAD~1", git("rev-parse", "HEAD^"), "main^{/state}~1"):
            assert states(audit(cli, "a.md", "--since", ref))["PAG004"] == "new"
        Path("sub").mkdir()
        monkeypatch.chdir("sub")
        assert states(audit(cli, "../a.md", "--since", "printed"))["PAG004"] == "new"
        monkeypatch.chdir("../..")
        assert states(audit(cli, f"{folder.name}/a.md", "--since", "printed"))["PAG004"] == "new"

    def test_the_working_tree_and_the_index_stay(self, cli: Run) -> None:
        Path("a.md").write_text(REPORT.replace("p. 8", "p. 9-4"), encoding="utf-8")
        git("add", "a.md")
        Path("a.md").write_text(REPORT, encoding="utf-8")
        before_ = git("status", "--porcelain=v2"), git("stash", "list"), Path(".git/index").read_bytes()
        audit(cli)
        assert (git("status", "--porcelain=v2"), git("stash", "list"), Path(".git/index").read_bytes()) == before_

    def test_a_file_that_did_not_exist_is_new(self, cli: Run) -> None:
        Path("b.md").write_text(REPORT, encoding="utf-8")
        said = "citecheck: b.md did not exist at HEAD: all that is found in it counts as new\n"
        assert set(states(audit(cli, "b.md", "--since", "HEAD", err=said)).values()) == {"new"}
        assert cli("audit", "b.md", "--since", "HEAD", "--quiet").err == ""

    def test_one_of_two_files_may_be_new(self, cli: Run) -> None:
        text, _, rest = REPORT.partition("# Bibliography")
        commit(a=text, b="# Bibliography" + rest)
        Path("c.md").write_text(
            "# More\n\nMore<sup>5</sup>.\n\n<sup>5</sup> Doe, 2019, p. 28-C2.N100.\n", encoding="utf-8"
        )
        said = "citecheck: c.md did not exist at HEAD: all that is found in it counts as new\n"
        made = audit(cli, "a.md", "c.md", "b.md", "--since", "HEAD", status=1, err=said)
        assert [one["state"] for one in made["findings"] if one["code"] == "PAG001"] == ["baselined", "new"]

    def test_an_empty_file_was_nothing(self, cli: Run) -> None:
        commit(a="")
        Path("a.md").write_text(REPORT, encoding="utf-8")
        ran = cli("audit", "a.md", "--since", "HEAD")
        assert ran.err == (
            "citecheck: the state at HEAD cannot be audited (a.md is empty: there is nothing to audit); "
            "all findings count as new\n"
        )

    def test_a_bibliography_file_is_compared_too(self, cli: Run) -> None:
        text, _, _ = REPORT.partition("# Bibliography")
        entry = "@book{{{key}, author = {{{name}, J.}}, title = {{A {name} book}}, year = {{{year}}}, publisher = {{Harrow}}}}\n"
        books = [("Doe", 2019), ("Roe", 2018), ("Moe", 2017)]
        made = [entry.format(key=name, name=name, year=year) for name, year in books]
        Path("r.bib").write_text("".join(made), encoding="utf-8")
        commit(a=text)
        Path("r.bib").write_text("".join(made[:2]), encoding="utf-8")
        found = audit(cli, "a.md", "--bibliography", "r.bib", "--since", "HEAD", status=1)
        assert (states(found)["CIT001"], states(found)["PAG001"]) == ("new", "baselined")

    def test_data_files_are_compared_too(self, cli: Run) -> None:
        assert cli("extract", "a.md", "-o", "data", "--quiet").status == 0
        commit()
        Path("a.md").write_text(REPORT.replace("p. 8", "p. 9-4"), encoding="utf-8")
        assert cli("extract", "a.md", "-o", "data", "--quiet").status == 0
        said = "citecheck: reading data/footnotes.json and data/bibliography.json\n"
        made = states(audit(cli, "--since", "HEAD", err=said))
        assert (made["PAG004"], made["PAG001"]) == ("new", "baselined")

    def test_names_that_git_might_take_for_patterns_or_options(self, cli: Run) -> None:
        for name in ("*.md", ":(top)b.md", "-x.md", "é b.md"):
            Path(name).write_text(REPORT, encoding="utf-8")
        commit()
        for name in ("./*.md", ":(top)b.md", "./-x.md", "é b.md"):
            assert set(states(audit(cli, name, "--since", "HEAD")).values()) == {"baselined"}

    @pytest.mark.parametrize("ref", ["nope", "HEAD~9", "", " ", "--all", "HEAD:a.md", "a..b", "x\ny"])
    def test_an_unknown_commit_is_one_line(self, cli: Run, ref: str) -> None:
        ran = cli("audit", "a.md", f"--since={ref}")
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "the repository has no such commit, branch or tag" in ran.err

    def test_standard_input_has_no_past(self, cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(REPORT.encode())))
        ran = cli("audit", "-", "--since", "HEAD")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err == "citecheck: --since: standard input (-) has no earlier state; name files\n"

    def test_what_a_hook_says_of_another_repository_does_not_count(
        self, cli: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("GIT_DIR", str(tmp_path / "none"))
        monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "none"))
        monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
        audit(cli, status=0)

    def test_a_shallow_clone_says_so_and_reports_everything(self, cli: Run, folder: Path) -> None:
        commit(a=REPORT + "\n")
        git("clone", "-q", "--depth", "1", f"file://{folder}", "clone")
        said = (
            "citecheck: --since HEAD~1: the clone is shallow and does not have HEAD~1 ('git fetch --unshallow', or "
            "fetch-depth: 0 in CI); all findings count as new\n"
        )
        made = audit(cli, "clone/a.md", "--since", "HEAD~1", status=1, err=said)
        assert set(states(made).values()) == {"new"}
        assert made["since"] is None
        audit(cli, "clone/a.md", "--since", "HEAD", status=0)

    def test_a_repository_of_another_user_is_told_in_the_words_of_git(
        self, cli: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("citecheck.read.git.KEPT", ("GIT_TEST_ASSUME_DIFFERENT_OWNER",))
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
        ran = cli("audit", "a.md", "--since", "HEAD")
        assert ran.err.startswith("citecheck: --since HEAD: git says: fatal: detected dubious ownership")
        assert ran.err.count("\n") == 1


@pytest.mark.usefixtures("repository")
def test_baselines_of_two_branches_are_merged_by_git(cli: Run) -> None:
    def known(text: str, branch: str) -> None:
        git("checkout", "-q", "-b", branch, "main")
        Path("a.md").write_text(text, encoding="utf-8")
        assert cli("audit", "a.md", "--baseline", "known", "--update-baseline", "--quiet").status == 0
        git("add", "known")
        git("commit", "-q", "-m", branch)
        git("checkout", "-q", "a.md")

    Path(".gitattributes").write_text("known merge=union\n")
    git("add", "-A")
    git("commit", "-q", "-m", "attributes")
    one, two = REPORT.replace("p. 8", "p. 9-4"), REPORT.replace("p. 5", "p. 6-2").replace("p. 27-C2.N100", "p. 27")
    known(one, "one")
    known(two, "two")
    git("merge", "-q", "-m", "both", "one")
    for text in (one, two):
        Path("a.md").write_text(text, encoding="utf-8")
        made = json.loads(cli("audit", "a.md", "--baseline", "known", "--format", "json").out)
        assert set(states(made).values()) == {"baselined"}


def test_outside_a_repository_everything_counts(cli: Run) -> None:
    Path("a.md").write_text(REPORT, encoding="utf-8")
    ran = cli("audit", "a.md", "--since", "HEAD", "--format", "json")
    assert ran.err.endswith("is not in the working tree of a Git repository; all findings count as new\n")
    assert set(states(json.loads(ran.out)).values()) == {"new"}


def test_without_git_everything_counts(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_text(REPORT, encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    ran = cli("audit", "a.md", "--since", "HEAD")
    assert ran.status == 1
    assert ran.err == "citecheck: --since HEAD: git is not installed; all findings count as new\n"
